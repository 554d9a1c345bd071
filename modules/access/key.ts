// A key of an organisation's machines: one that signs requests, one that reads, or a client certificate. It is the
// organisation's, no person's.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf } from '../../platform/http/index.ts';
import { EnvironmentKindSchema } from './organisation.ts';
import { ALGORITHMS } from './public-key.ts';

export const READING_PREFIX = 'fqk_';

export const ScopesSchema = Type.Array(Type.String(), {
  minItems: 1,
  maxItems: 50,
  uniqueItems: true,
  description: 'What it may do; GET /v1/scopes says what each lets in.',
  examples: [['messages:send', 'messages:read']],
});
export const AddressesSchema = Type.Array(Type.String({ maxLength: 50 }), {
  maxItems: 50,
  description: 'Networks in CIDR notation it may be used from; from anywhere when empty.',
  examples: [['10.20.0.0/16']],
});
export const PublicKeySchema = Type.Union(
  [
    Type.String({ maxLength: 2_000, description: 'PEM, SubjectPublicKeyInfo.' }),
    Type.Object(
      { kty: Type.String(), crv: Type.String(), x: Type.String(), y: Type.Optional(Type.String()) },
      { additionalProperties: true, description: 'JWK (RFC 7517).' },
    ),
  ],
  { description: 'Ed25519, P-256 or SM2 (as PEM), the public half alone.' },
);

export const CertificateRequestSchema = Type.String({
  maxLength: 10_000,
  description:
    'A certificate request (PKCS#10) as PEM, with a pair of P-256, P-384, Ed25519, or RSA of at least 3072 bits.',
});
export const CertificateSchema = Type.String({
  maxLength: 10_000,
  description: 'A client certificate as PEM that an authority has issued which the operator named in feiqian.yaml.',
});

export const KeySchema = Type.Object(
  {
    id: Type.String({ description: 'The `keyid` of its signatures.', examples: ['key_3Q2Zr8fVq1aB'] }),
    organisationId: Type.String(),
    environment: EnvironmentKindSchema,
    kind: OneOf(['signing', 'reading', 'certificate'], 'KeyKind'),
    label: Type.String(),
    algorithm: Nullable(OneOf(ALGORITHMS, 'SignatureAlgorithm')),
    publicKey: Nullable(Type.String({ description: 'PEM.' })),
    certificate: Nullable(Type.String({ description: 'Of a client certificate: PEM.' })),
    prefix: Nullable(Type.String({ description: 'How a reading key begins.' })),
    scopes: ScopesSchema,
    addresses: AddressesSchema,
    state: OneOf(['valid', 'expired', 'revoked'], 'KeyState'),
    createdAt: MomentSchema,
    expiresAt: Nullable(MomentSchema),
    revokedAt: Nullable(MomentSchema),
    lastUsedAt: Nullable(Type.String({ format: 'date-time', description: 'To the minute.' })),
    replacedBy: Nullable(Type.String({ description: 'The key that takes its place.' })),
  },
  { title: 'Key', description: 'A key of an organisation’s machines.' },
);
export type KeyJson = Static<typeof KeySchema>;
export const KeyPage = PageOf(KeySchema);

/** Shown when it is made, and never again. */
export const NewKeySchema = Type.Object(
  {
    ...KeySchema.properties,
    secret: Nullable(Type.String({ description: 'Of a reading key: send it as Authorization: Bearer. Shown once.' })),
  },
  { title: 'NewKey', description: 'A key as it was made; a reading key’s secret is shown this once.' },
);
export type NewKeyJson = Static<typeof NewKeySchema>;

export const ScopeListSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          name: Type.String(),
          title: Type.Object({ en: Type.String(), zh: Type.String() }),
          routes: Type.Array(Type.String()),
          isForReadingKeys: Type.Boolean(),
        },
        { title: 'Scope' },
      ),
    ),
  },
  { title: 'ScopeList' },
);
