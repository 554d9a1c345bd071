// The shapes of the evidence over HTTP. Hashes and roots are base64, as in signed tree heads.
import { Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf } from '../../platform/http/index.ts';
import { LEAF_KINDS } from './leaf.ts';

const HashSchema = Type.String({
  title: 'Hash',
  description: 'SHA-256, base64.',
  pattern: '^[A-Za-z0-9+/]{43}=$',
  examples: ['47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='],
});

export const SizeSchema = Type.Integer({
  minimum: 0,
  maximum: Number.MAX_SAFE_INTEGER,
  description: 'Number of leaves',
});

export const TreeHeadSchema = Type.Object(
  {
    origin: Type.String({ description: 'The name of the log' }),
    size: SizeSchema,
    root: HashSchema,
    commit: Type.Integer({ description: 'The commit it was signed in' }),
    at: MomentSchema,
    keyId: Type.String({ description: 'Which key signed it', examples: ['1a2b3c4d'] }),
    note: Type.String({ description: 'The signed text: a signed note with a checkpoint (C2SP). Keep it whole.' }),
  },
  { title: 'TreeHead', description: 'How many leaves the log has, under which root, signed.' },
);

export const LeafSchema = Type.Object(
  {
    leaf: Type.Integer({ minimum: 0, description: 'Its place in the log, from 0' }),
    kind: OneOf(LEAF_KINDS, 'LeafKind'),
    commit: Type.Integer({ description: 'The commit that wrote it' }),
    at: MomentSchema,
    participantId: Nullable(Type.String({ description: 'Whom it is about' })),
    record: Type.String({ description: 'What was hashed, to the byte: JSON' }),
    hash: HashSchema,
  },
  { title: 'Leaf', description: 'One record of the log.' },
);
export const LeafPage = PageOf(LeafSchema);

export const InclusionProofSchema = Type.Object(
  { leaf: Type.Integer({ minimum: 0 }), hash: HashSchema, size: SizeSchema, proof: Type.Array(HashSchema), head: TreeHeadSchema },
  { title: 'InclusionProof', description: 'Shows that a leaf is in the tree of this head (RFC 9162, 2.1.3).' },
); // prettier-ignore

export const ConsistencyProofSchema = Type.Object(
  { first: SizeSchema, second: SizeSchema, firstRoot: HashSchema, secondRoot: HashSchema, proof: Type.Array(HashSchema) },
  { title: 'ConsistencyProof', description: 'Shows that the first tree begins the second (RFC 9162, 2.1.4).' },
); // prettier-ignore

export const KeysSchema = Type.Object(
  {
    origin: Type.String(),
    keys: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          since: Type.Integer({ description: 'The leaf with which it came into force' }),
          publicKeyPem: Type.String({ description: 'Ed25519' }),
          isInForce: Type.Boolean(),
        },
        { title: 'EvidenceKey' },
      ),
    ),
  },
  { title: 'EvidenceKeys', description: 'The keys that sign tree heads, oldest first.' },
);
