// The provider of an organisation over HTTP, and signing in through it.
import { Type } from '@sinclair/typebox';
import { EVERYONE, OrganisationIdSchema, requireOwn, requireOwnActive } from '../../access/index.ts';
import { cookiesOf, type Difference, Reply, type Route, route } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { byOf } from '../own.ts';
import { type People } from '../people.ts';
import { MeSchema } from '../person.ts';
import { EVERYBODY, fromOf, TokenSchema, welcome } from '../sign-in-shared.ts';
import { connect } from './connect.ts';
import { beginProviderSignIn, finishProviderSignIn } from './provider-sign-in.ts';
import {
  listProviders,
  type Provider,
  type ProviderJson,
  ProviderSchema,
  readProvider,
  removeProvider,
  requireProvider,
  setProvider,
} from './provider.ts';

const LINK = ['link_unknown', 'link_used', 'link_expired', 'link_for_passkey', 'person_locked'];
const CONNECTING = ['provider_address_wrong', 'provider_unreachable', 'provider_unsuitable'];

/** Read by scripts of ours alone, so Strict does: the page that the provider leads to asks from our own origin. */
const flowCookie = ({ site, limits }: People, secret: string): string => {
  const secure = site.origin.startsWith('https:') ? '; Secure' : '';
  return `${site.cookie}_provider=${secret}; Path=/v1/session/provider; HttpOnly; SameSite=Strict; Max-Age=${limits.challenge / 1_000_000}${secure}`;
};

export function providerRoutes(people: People): Route[] {
  const tag = 'people';
  const shared = { tag, may: EVERYONE, own: true } as const;
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/sign-in-provider',
      summary: { en: 'The provider that people of an organisation sign in through', zh: '机构的登录身份提供方' },
      refuses: ['organisation_not_found', 'provider_not_found'],
      answer: ProviderSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwn(people, caller, id);
        return readProvider(people, id);
      },
    }),
    route({
      ...shared,
      method: 'PUT',
      path: '/v1/organisations/{id}/sign-in-provider',
      summary: { en: 'Register or replace it', zh: '登记或更换登录身份提供方' },
      description: {
        en: 'It is asked at once. Sessions that were opened through the one before end; people bound to another issuer must be invited anew.',
        zh: '系统随即向其查询元数据。经原提供方建立的会话随即结束；更换签发方（issuer）后，人员须重新受邀。',
      },
      refuses: ['organisation_not_found', ...CONNECTING],
      body: Type.Object({
        issuer: Type.String({ minLength: 8, maxLength: 500, examples: ['https://login.bank.example'] }),
        clientId: Type.String({ minLength: 1, maxLength: 200 }),
        clientSecret: Type.String({ minLength: 1, maxLength: 1_000, description: 'Kept sealed, and never shown.' }),
      }),
      answer: ProviderSchema,
      isAnswerSecret: true,
      secrets: ['clientSecret'],
      difference: async ({ params: { id }, body, caller }) => {
        await requireOwnActive(people.pool, caller, id);
        await connect(people, { organisationId: id, ...body });
        const before = (await listProviders(people)).includes(id) ? await readProvider(people, id) : undefined;
        return providerDifference(id, before, body);
      },
      handle: async ({ params: { id }, body, ...call }) => {
        await requireOwnActive(people.pool, call.caller, id);
        await setProvider(people, { organisationId: id, ...body }, byOf(people, call));
        return readProvider(people, id);
      },
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/v1/organisations/{id}/sign-in-provider',
      summary: { en: 'Remove it; sessions opened through it end', zh: '移除登录身份提供方，其会话随即结束' },
      refuses: ['organisation_not_found', 'provider_not_found'],
      handle: async ({ params: { id }, ...call }) => {
        await requireOwn(people, call.caller, id);
        await removeProvider(people, id, byOf(people, call));
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/organisations/{id}/sign-in-provider/test',
      summary: { en: 'Ask it now, as a sign-in would', zh: '测试登录身份提供方能否应答' },
      refuses: ['organisation_not_found', 'provider_not_found', ...CONNECTING],
      answer: ProviderSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwn(people, caller, id);
        await connect(people, await requireProvider(people, id));
        return readProvider(people, id);
      },
    }),
    route({
      method: 'POST',
      path: '/v1/session/provider/options',
      summary: { en: 'Begin to sign in through an organisation’s provider', zh: '开始通过机构身份提供方登录' },
      description: {
        en: 'With the id of an organisation, or with the token of an invitation, which then binds the person. The browser goes to the address.',
        zh: '提供机构编号；或提供邀请链接中的令牌，以将本人与身份提供方的账号绑定。浏览器随后前往所给地址。',
      },
      tag,
      may: EVERYBODY,
      refuses: ['provider_not_found', ...CONNECTING, ...LINK],
      body: Type.Object({ organisationId: Type.Optional(OrganisationIdSchema), token: Type.Optional(TokenSchema) }),
      answer: Type.Object({ address: Type.String() }, { title: 'ProviderAddress' }),
      answerHeaders: { 'Set-Cookie': 'By which the browser is known when it comes back.' },
      isAnswerSecret: true,
      handle: async ({ body: { organisationId, token } }) => {
        const by = token !== undefined ? { token } : organisationId !== undefined ? { organisationId } : undefined;
        if (!by) throw new Refusal('provider_not_found');
        const { address, secret } = await beginProviderSignIn(people, by);
        const headers = { 'set-cookie': flowCookie(people, secret) };
        return new Reply(JSON.stringify({ address }), { type: 'application/json; charset=utf-8', headers });
      },
    }),
    route({
      method: 'POST',
      path: '/v1/session/provider',
      summary: { en: 'Sign in with what the provider answered', zh: '以身份提供方的应答登录' },
      tag,
      may: EVERYBODY,
      refuses: [
        ...['sign_in_blocked', 'provider_sign_in_over', 'provider_refused', 'identity_unknown', 'identity_known'],
        ...['provider_not_found', 'organisation_closed', 'link_used', 'person_locked', ...CONNECTING],
      ],
      body: Type.Object({
        query: Type.String({
          maxLength: 8_000,
          description: 'What follows the ? of the address the browser came back to.',
        }),
      }),
      answer: MeSchema,
      answerHeaders: { 'Set-Cookie': 'The session.' },
      isAnswerSecret: true,
      handle: async ({ body: { query }, ...call }) => {
        const { cookie } = call.headers;
        const cookies = cookiesOf(Array.isArray(cookie) ? cookie.join(';') : cookie);
        const secret = cookies[`${people.site.cookie}_provider`];
        return welcome(people, await finishProviderSignIn(people, query, secret, fromOf(call)));
      },
    }),
  ];
}

function providerDifference(
  organisationId: string,
  before: ProviderJson | undefined,
  { issuer, clientId }: Pick<Provider, 'issuer' | 'clientId'>,
): Difference[] {
  const line = (en: string, zh: string, old: string | null, next: string): Difference => ({
    field: { en, zh },
    kind: 'text',
    before: old,
    after: next,
  });
  return [
    line('Organisation', '机构', organisationId, organisationId),
    line('Issuer', '签发方', before?.issuer ?? null, issuer),
    line('Client id', '客户端编号', before?.clientId ?? null, clientId),
  ];
}
