// A certificate: what an institution showed, said by the central bank in JSON and signed with the server's answer key as a JWS, so
// that anyone can verify it with the public key alone.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, TitleSchema } from '../../platform/http/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Exchanged } from './exchanged.ts';
import { type Run } from './runs.ts';
import { type Service } from './script.ts';

export const CERTIFICATE_TYPE = 'feiqian-certificate';

const StatementSchema = Type.Object(
  {
    type: Type.Literal(CERTIFICATE_TYPE),
    id: Type.String(),
    issuer: Type.Object({ bic: Type.String(), name: TitleSchema }, { title: 'CertificateIssuer' }),
    organisationId: Type.String(),
    environment: Type.Literal('certification'),
    service: Type.String(),
    version: Type.Integer({ description: 'Of the service’s script.' }),
    startedAt: MomentSchema,
    passedAt: MomentSchema,
    steps: Type.Array(
      Type.Object(
        { code: Type.String(), shownBy: Type.Array(Type.String({ description: 'Ids of messages.' })) },
        { title: 'CertificateStep' },
      ),
    ),
  },
  { title: 'CertificateStatement' },
);
export type Statement = Static<typeof StatementSchema>;

export const CertificateSchema = Type.Object(
  {
    statement: StatementSchema,
    jws: Type.String({
      description:
        'The statement signed: JWS in compact form, EdDSA, by the key of GET /.well-known/feiqian-keys that its `kid` names.',
    }),
  },
  { title: 'Certificate', description: 'That an institution passed a conformance run.' },
);
export type CertificateJson = Static<typeof CertificateSchema>;

export interface Issuer {
  readonly bic: string;
  readonly name: { readonly en: string; readonly zh: string };
}

/** Every step has happened. */
export function statementOf(
  { bic, name }: Issuer,
  run: Run,
  service: Service,
  exchanged: Exchanged,
  passedAt: Instant,
): Statement {
  return {
    type: CERTIFICATE_TYPE,
    id: run.id,
    issuer: { bic, name: { ...name } },
    organisationId: run.organisationId,
    environment: 'certification',
    service: service.code,
    version: service.version,
    startedAt: formatInstant(run.startedAt),
    passedAt: formatInstant(passedAt),
    steps: service.steps.map(({ code, shownBy }) => ({ code, shownBy: [...shownBy(exchanged)!] })),
  };
}

/** What a certificate we issued says. */
export function certificateOf(jws: string): CertificateJson {
  const [, payload = ''] = jws.split('.');
  return { statement: JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as Statement, jws };
}
