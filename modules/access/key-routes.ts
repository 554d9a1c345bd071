// Keys over HTTP: people register and revoke them, a machine may replace its own.
import { Type } from '@sinclair/typebox';
import { listQuery, MomentSchema, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Access } from './access.ts';
import { type MadeKey, type NewKey, readKeyGiven, registerKey, revokeKey, rotateKey } from './change-keys.ts';
import { registrationDifference, rotationDifference } from './differences.ts';
import { AddressesSchema, CertificateRequestSchema, CertificateSchema, type KeyJson, KeyPage, KeySchema, type NewKeyJson, NewKeySchema, PublicKeySchema, ScopesSchema } from './key.ts'; // prettier-ignore
import { EnvironmentKindSchema } from './organisation.ts';
import { byOf, EVERYONE, requireOwn, requireOwnActive } from './own.ts';
import { readKey, readKeys } from './reads.ts';

/** One of them; none for a reading key. */
const CREDENTIALS = {
  publicKey: Type.Optional(PublicKeySchema),
  certificateRequest: Type.Optional(CertificateRequestSchema),
  certificate: Type.Optional(CertificateSchema),
};
const MOST_OVERLAP_SECONDS = 30 * 86_400;
const GIVEN = [
  'organisation_not_found',
  'organisation_closed',
  'live_not_open',
  'key_malformed',
  'key_known',
  'scope_unknown',
  'scope_not_for_reading',
  'addresses_malformed',
  'expiry_past',
  'expiry_far',
  'key_of_two_kinds',
  'certificate_request_malformed',
  'certificate_malformed',
  'certificate_untrusted',
];

/** As it was asked for; `live` when no environment is named. */
const newKeyOf = (body: Partial<NewKey> & Pick<NewKey, 'label' | 'scopes'>): NewKey => {
  const { publicKey, certificateRequest, certificate, label, scopes } = body;
  const { environment = 'live', addresses = [], expiresAt } = body;
  return { publicKey, certificateRequest, certificate, label, scopes, environment, addresses, expiresAt };
};

export function keyRoutes(access: Access): Route[] {
  const { pool, clock } = access;
  const tag = 'organisations';
  const readNow = async (organisationId: string, keyId: string): Promise<KeyJson> => {
    const key = await readKey(pool, organisationId, keyId, clock.now());
    if (!key) throw new Refusal('key_not_found', { field: '/keyId' });
    return key;
  };
  const shown = async (organisationId: string, { id, secret }: MadeKey): Promise<NewKeyJson> => ({
    ...(await readNow(organisationId, id)),
    secret,
  });
  return [
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/keys',
      summary: { en: 'The keys of an organisation, newest first', zh: '机构的密钥列表' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      query: listQuery({}),
      answer: KeyPage,
      handle: async ({ params: { id }, query, caller }) => {
        await requireOwn(access, caller, id);
        return readKeys(pool, { organisationId: id, ...query }, clock.now());
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/keys',
      summary: { en: 'Register a key', zh: '登记密钥' },
      description: {
        en: 'With a public key it signs requests. With a certificate request our authority issues a client certificate, for mutual TLS; one of an authority that the operator named can be brought. Without any of them a reading key is made, whose secret is answered this once. It is for one environment, `live` when none is named.',
        zh: '提供公钥则登记签名密钥；提供证书请求则由内置机构签发客户端证书（用于双向 TLS），也可登记由运营者指定机构签发的证书；均不提供则生成只读密钥，其密文仅在此应答中显示一次。密钥只属于一个环境，未指明时为生产环境（live）。',
      },
      tag,
      may: EVERYONE,
      own: true,
      refuses: GIVEN,
      body: Type.Object({
        ...CREDENTIALS,
        environment: Type.Optional(EnvironmentKindSchema),
        label: Type.String({ minLength: 1, maxLength: 100, description: 'What it is for.', examples: ['payments-1'] }),
        scopes: ScopesSchema,
        addresses: Type.Optional(AddressesSchema),
        expiresAt: Type.Optional(MomentSchema),
        reason: Type.Optional(ReasonSchema),
      }),
      answer: NewKeySchema,
      isAnswerSecret: true,
      status: 201,
      difference: async ({ params: { id }, body, caller }) => {
        await requireOwnActive(pool, caller, id);
        const key = newKeyOf(body);
        await readKeyGiven(access, key, clock.now());
        return registrationDifference(id, key);
      },
      handle: async ({ params: { id }, body, caller }) => {
        await requireOwn(access, caller, id);
        return shown(id, await registerKey(access, id, newKeyOf(body), byOf(access, caller, body.reason)));
      },
    }),
    route({
      method: 'GET',
      path: '/v1/organisations/{id}/keys/{keyId}',
      summary: { en: 'A key', zh: '密钥详情' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'key_not_found'],
      answer: KeySchema,
      handle: async ({ params: { id, keyId }, caller }) => {
        await requireOwn(access, caller, id);
        return readNow(id, keyId);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/keys/{keyId}/rotate',
      summary: {
        en: 'Replace a key by its successor; both work during the overlap',
        zh: '轮换密钥，重叠期内新旧密钥均有效',
      },
      tag,
      may: EVERYONE,
      own: true,
      refuses: [...GIVEN, 'key_not_found', 'key_not_own', 'key_over', 'key_of_other_kind'],
      body: Type.Object({
        ...CREDENTIALS,
        overlapSeconds: Type.Integer({
          minimum: 0,
          maximum: MOST_OVERLAP_SECONDS,
          default: 86_400,
          description: 'How long the old key still works.',
        }),
        expiresAt: Type.Optional(MomentSchema),
        reason: Type.Optional(ReasonSchema),
      }),
      answer: NewKeySchema,
      isAnswerSecret: true,
      status: 201,
      difference: async ({ params: { id, keyId }, body, caller }) => {
        await requireOwn(access, caller, id);
        return rotationDifference(await readNow(id, keyId), body.overlapSeconds);
      },
      handle: async ({ params: { id, keyId }, body, caller }) => {
        await requireOwn(access, caller, id);
        const isOthers = caller.kind !== 'nobody' && caller.keyId !== undefined && caller.keyId !== keyId;
        if (isOthers) throw new Refusal('key_not_own', { field: '/keyId' });
        const { reason, ...given } = body;
        const made = await rotateKey(
          access,
          id,
          keyId,
          { expiresAt: undefined, ...given },
          byOf(access, caller, reason),
        );
        access.forget();
        return shown(id, made);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations/{id}/keys/{keyId}/revoke',
      summary: { en: 'Revoke a key, for good and within seconds', zh: '撤销密钥，数秒内生效且不可恢复' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'key_not_found'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: KeySchema,
      handle: async ({ params: { id, keyId }, body: { reason }, caller }) => {
        await requireOwn(access, caller, id);
        await revokeKey(access, id, keyId, byOf(access, caller, reason));
        access.forget();
        return readNow(id, keyId);
      },
    }),
  ];
}
