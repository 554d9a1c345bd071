// Organisations and the server's public key over HTTP. An organisation sees itself and no other.
import { Type } from '@sinclair/typebox';
import { listQuery, OneOf, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { isReading } from '../../platform/permissions/actions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Access } from './access.ts';
import { certificateRoutes } from './certificates/routes.ts';
import { createOrganisation, requireSigning } from './change-organisations.ts';
import { signingDifference } from './differences.ts';
import { ScopeListSchema } from './key.ts';
import { keyRoutes } from './key-routes.ts';
import {
  OrganisationDetailSchema, type OrganisationDetailJson, OrganisationIdSchema, OrganisationKindSchema, OrganisationPage,
} from './organisation.ts'; // prettier-ignore
import { byOf, EVERYONE, ownOf, requireOwn, requireOwnActive } from './own.ts';
import { readOrganisation, readOrganisations } from './reads.ts';
import { roleRoutes } from './role-routes.ts';

export interface AccessContext {
  readonly access: Access;
  readonly isParticipant: (id: string) => boolean;
}

const NameSchema = Type.Object({
  en: Type.String({ minLength: 1, maxLength: 140 }),
  zh: Type.String({ minLength: 1, maxLength: 140 }),
});

export function accessRoutes(context: AccessContext): Route[] {
  const { access, isParticipant } = context;
  const { pool } = access;
  const tag = 'organisations';
  const readNow = async (id: string): Promise<OrganisationDetailJson> => {
    const organisation = await readOrganisation(pool, id);
    if (!organisation) throw new Refusal('organisation_not_found', { field: '/id' });
    return organisation;
  };
  return [
    route({
      method: 'GET',
      path: '/v1/organisations',
      summary: { en: 'Organisations', zh: '机构列表' },
      tag,
      may: EVERYONE,
      own: true,
      query: listQuery({
        state: Type.Optional(OneOf(['active', 'closed'])),
        kind: Type.Optional(OrganisationKindSchema),
      }),
      answer: OrganisationPage,
      handle: async ({ query, caller }) => {
        const own = await ownOf(pool, caller);
        if (own === undefined) return { items: [], next: null };
        return readOrganisations(pool, own === 'all' ? query : { ...query, id: own });
      },
    }),
    route({
      method: 'POST',
      path: '/v1/organisations',
      summary: { en: 'Create an organisation', zh: '创建机构' },
      tag,
      may: ['operator'],
      refuses: ['organisation_known', 'organisation_participant_unknown'],
      body: Type.Object({
        id: OrganisationIdSchema,
        kind: OrganisationKindSchema,
        name: NameSchema,
        participantId: Type.Optional(Type.String({ description: 'The participant it is.' })),
        reason: ReasonSchema,
      }),
      answer: OrganisationDetailSchema,
      status: 201,
      difference: ({ body: { id, name } }) => [
        {
          field: { en: 'Organisation', zh: '机构' },
          kind: 'text',
          before: null,
          after: `${name.en} ${name.zh} (${id})`,
        },
      ],
      handle: async ({ body: { reason, participantId, ...given }, caller }) => {
        if (participantId !== undefined && !isParticipant(participantId)) {
          throw new Refusal('organisation_participant_unknown', { field: '/participantId' });
        }
        await createOrganisation(pool, { ...given, participantId }, byOf(access, caller, reason));
        return readNow(given.id);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/organisations/{id}',
      summary: { en: 'An organisation with what was changed about it', zh: '机构详情及变更记录' },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found'],
      answer: OrganisationDetailSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwn(access, caller, id);
        return readNow(id);
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/organisations/{id}/message-signing',
      summary: {
        en: 'Say whether the messages of an organisation must be signed',
        zh: '设定机构的报文是否必须签名',
      },
      description: {
        en: 'Where it is required, a message without an XML signature in its header (head.001, Sgntr) is refused. A signature that is there is checked either way.',
        zh: '要求签名后，报文头（head.001 的 Sgntr）中没有 XML 签名的报文将被拒绝；带有签名的报文无论如何都会验证。',
      },
      tag,
      may: EVERYONE,
      own: true,
      refuses: ['organisation_not_found', 'organisation_closed'],
      body: Type.Object({ isRequired: Type.Boolean(), reason: ReasonSchema }),
      answer: OrganisationDetailSchema,
      difference: async ({ params: { id }, body: { isRequired }, caller }) => {
        await requireOwnActive(pool, caller, id);
        return signingDifference(id, (await readNow(id)).signsMessages, isRequired);
      },
      handle: async ({ params: { id }, body: { isRequired, reason }, caller }) => {
        await requireOwn(access, caller, id);
        await requireSigning(pool, id, isRequired, byOf(access, caller, reason));
        access.messageSigning.forget();
        return readNow(id);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/scopes',
      summary: { en: 'What keys may be allowed, scope by scope', zh: '密钥权限范围列表' },
      tag,
      may: EVERYONE,
      answer: ScopeListSchema,
      handle: () => ({
        items: Object.entries(access.permissions.actions)
          .filter(([, { isForMachines }]) => isForMachines)
          .map(([name, { title, routes }]) => ({
            name,
            title: { ...title },
            routes: [...routes],
            isForReadingKeys: isReading(name),
          })),
      }),
    }),
    route({
      method: 'GET',
      path: '/.well-known/feiqian-keys',
      summary: { en: 'The public key that answers are signed with', zh: '应答签名所用的公钥' },
      tag,
      may: ['nobody', ...EVERYONE],
      answer: JwksSchema,
      handle: () => ({ keys: [{ ...access.answerKey.jwk }] }),
    }),
    ...roleRoutes(access),
    ...keyRoutes(access),
    ...certificateRoutes(access.certificates),
  ];
}

const JwksSchema = Type.Object(
  {
    keys: Type.Array(
      Type.Object(
        {
          kty: Type.String(),
          crv: Type.String(),
          x: Type.String(),
          kid: Type.String({ description: 'The `keyid` of answers’ signatures: the thumbprint of RFC 7638.' }),
          alg: Type.String(),
          use: Type.String(),
        },
        { title: 'AnswerKey' },
      ),
    ),
  },
  { title: 'AnswerKeys', description: 'A JWK Set (RFC 7517).' },
);
