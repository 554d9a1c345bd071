// How people get in: what the sign-in page shows, signing in, and enrolling by a link.
import { Type } from '@sinclair/typebox';
import { findOrganisation } from '../access/index.ts';
import { cookiesOf, Nullable, OneOf, type Route, route, TitleSchema } from '../../platform/http/index.ts';
import { assert } from '../../platform/refusal.ts';
import { whyOver } from './caller.ts';
import { beginEnrolment, finishEnrolment } from './enrol.ts';
import { requireEnrolment } from './enrolments.ts';
import { readMe } from './me.ts';
import { askToSignIn } from './passkeys.ts';
import { type People } from './people.ts';
import { LoginSchema, MeSchema, PersonNameSchema, RolesSchema } from './person.ts';
import { readDemoPeople } from './reads.ts';
import { listProviders } from './providers/provider.ts';
import { SESSION_ENDS } from './sessions.ts';
import { EVERYBODY, fromOf, TokenSchema, welcome } from './sign-in-shared.ts';
import { signIn, signInToDemo } from './sign-in.ts';
import { AssertionSchema, AttestationSchema, CreationOptionsSchema, RequestOptionsSchema } from './webauthn-schemas.ts';

export const DeviceNameSchema = Type.String({ minLength: 1, maxLength: 60, examples: ['Office laptop'] });

const SignInSchema = Type.Object(
  {
    origin: Type.String({ description: 'Where passkeys work; they are bound to this name.' }),
    me: Nullable(MeSchema),
    /** Why the session that was here is over. */
    ended: Nullable(OneOf(SESSION_ENDS, 'SessionEnd')),
    providers: Type.Array(
      Type.Object({ organisationId: Type.String(), name: TitleSchema }, { title: 'ProviderChoice' }),
      { description: 'Organisations whose people may sign in through a provider of their own.' },
    ),
    demoPeople: Type.Array(
      Type.Object(
        { login: LoginSchema, name: PersonNameSchema, roles: RolesSchema, organisation: TitleSchema },
        { title: 'DemoPerson' },
      ),
      { description: 'Invented people whom one click lets in; in the demo alone.' },
    ),
  },
  { title: 'SignIn', description: 'What the sign-in page needs to know.' },
);

const EnrolmentSchema = Type.Object(
  {
    purpose: OneOf(['first', 'invitation', 'recovery']),
    name: PersonNameSchema,
    login: LoginSchema,
    organisation: TitleSchema,
    hasProvider: Type.Boolean({ description: 'May be bound to the organisation’s own sign-in instead of a passkey.' }),
    expiresAt: Type.String(),
  },
  { title: 'Enrolment', description: 'Whom a link is for.' },
);

export function signInRoutes(people: People): Route[] {
  const { pool, clock } = people;
  const tag = 'people';
  return [
    route({
      method: 'GET',
      path: '/v1/sign-in',
      summary: { en: 'Who has signed in, and how one may', zh: '当前登录人员及登录方式' },
      tag,
      may: EVERYBODY,
      answer: SignInSchema,
      handle: async ({ caller, headers }) => {
        const person = caller.kind === 'nobody' ? undefined : caller.person;
        const cookie = Array.isArray(headers.cookie) ? headers.cookie.join(';') : headers.cookie;
        return {
          origin: people.site.origin,
          me: person ? ((await readMe(people, person.sessionId)) ?? null) : null,
          ended: person ? null : ((await whyOver(people, cookiesOf(cookie))) ?? null),
          providers: person ? [] : await providersOf(people),
          demoPeople: await readDemoPeople(people),
        };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/session/options',
      summary: { en: 'What a passkey is asked to sign', zh: '获取通行密钥登录质询' },
      tag,
      may: EVERYBODY,
      answer: RequestOptionsSchema,
      isAnswerSecret: true,
      handle: () => askToSignIn(people),
    }),
    route({
      method: 'POST',
      path: '/v1/session',
      summary: { en: 'Sign in with a passkey', zh: '使用通行密钥登录' },
      description: {
        en: 'The session comes as a cookie: 15 minutes without an act end it, and 12 hours whatever happens.',
        zh: '会话以 Cookie 形式下发：15 分钟无操作或满 12 小时即失效。',
      },
      tag,
      may: EVERYBODY,
      refuses: ['challenge_over', 'sign_in_failed', 'sign_in_blocked', 'person_locked', 'organisation_closed'],
      body: Type.Object({ response: AssertionSchema }),
      answer: MeSchema,
      answerHeaders: { 'Set-Cookie': 'The session.' },
      isAnswerSecret: true,
      handle: async ({ body: { response }, ...call }) => welcome(people, await signIn(people, response, fromOf(call))),
    }),
    route({
      method: 'POST',
      path: '/v1/session/demo',
      summary: { en: 'Sign in as an invented person of the demo', zh: '以演示人员身份登录' },
      tag,
      may: EVERYBODY,
      refuses: ['demo_only', 'person_locked'],
      body: Type.Object({ login: LoginSchema }),
      answer: MeSchema,
      answerHeaders: { 'Set-Cookie': 'The session.' },
      isAnswerSecret: true,
      handle: async ({ body: { login }, ...call }) => welcome(people, await signInToDemo(people, login, fromOf(call))),
    }),
    route({
      method: 'POST',
      path: '/v1/enrolments/look',
      summary: { en: 'Whom a link for enrolment is for', zh: '查询登记链接所属人员' },
      tag,
      may: EVERYBODY,
      refuses: ['link_unknown', 'link_used', 'link_expired', 'person_locked'],
      body: Type.Object({ token: TokenSchema }),
      answer: EnrolmentSchema,
      isAnswerSecret: true,
      handle: async ({ body: { token } }) => {
        const { purpose, name, login, person, expiresAt } = await requireEnrolment(pool, token, clock.now());
        const organisation = await findOrganisation(pool, person.organisationId);
        assert(organisation, 'a person has an organisation');
        const hasProvider = purpose === 'invitation' && (await listProviders(people)).includes(person.organisationId);
        return { purpose, name, login, organisation: organisation.name, hasProvider, expiresAt };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/enrolments/options',
      summary: { en: 'What a new passkey is made for', zh: '获取通行密钥登记质询' },
      description: {
        en: 'The first administrator says here who they are.',
        zh: '首位管理员在此填写姓名与登录名。',
      },
      tag,
      may: EVERYBODY,
      refuses: ['link_unknown', 'link_used', 'link_expired', 'person_locked', 'name_needed', 'login_known'],
      body: Type.Object({
        token: TokenSchema,
        name: Type.Optional(PersonNameSchema),
        login: Type.Optional(LoginSchema),
      }),
      answer: CreationOptionsSchema,
      isAnswerSecret: true,
      handle: ({ body: { token, ...given } }) => beginEnrolment(people, token, given),
    }),
    route({
      method: 'POST',
      path: '/v1/enrolments',
      summary: { en: 'Enrol the passkey made for a link, and sign in', zh: '凭链接登记通行密钥并登录' },
      tag,
      may: EVERYBODY,
      refuses: [
        'link_unknown', 'link_used', 'link_expired', 'person_locked', 'challenge_over', 'passkey_wrong', 'device_known',
      ], // prettier-ignore
      body: Type.Object({ token: TokenSchema, deviceName: DeviceNameSchema, response: AttestationSchema }),
      answer: MeSchema,
      answerHeaders: { 'Set-Cookie': 'The session.' },
      isAnswerSecret: true,
      status: 201,
      handle: async ({ body: { token, ...given }, ...call }) =>
        welcome(people, await finishEnrolment(people, token, given, fromOf(call))),
    }),
  ];
}

async function providersOf(people: People) {
  const ids = await listProviders(people);
  const found = await Promise.all(ids.map((id) => findOrganisation(people.pool, id)));
  return found.flatMap((each) => (each?.state === 'active' ? [{ organisationId: each.id, name: each.name }] : []));
}
