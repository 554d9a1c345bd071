// The people of an organisation over HTTP. An organisation sees its own and no others; the central bank sees all.
import { Type } from '@sinclair/typebox';
import { EVERYONE, OrganisationIdSchema, ownOf } from '../access/index.ts';
import { type Caller, listQuery, OneOf, personOf, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { changeRoles, changeState, inviteAgain, invitePerson } from './change-people.ts';
import { readDevices } from './devices.ts';
import { invitationDifference, linkDifference, rolesDifference, stateDifference } from './differences.ts';
import { type MadeLink } from './enrolments.ts';
import { meRoutes, signedIn } from './me-routes.ts';
import { byOf, requireChangeable, requireOwnPerson } from './own.ts';
import { type People } from './people.ts';
import {
  LinkSchema, LoginSchema, PersonDetailSchema, PersonNameSchema, PersonPage, RolesSchema,
} from './person.ts'; // prettier-ignore
import { readPeople, readPerson, readPersonDetail } from './reads.ts';
import { askRecovery, confirmRecovery, withdrawRecovery } from './recoveries.ts';
import { providerRoutes } from './providers/provider-routes.ts';
import { signInRoutes } from './sign-in-routes.ts';

const ASSIGNING = ['role_unknown', 'role_of_other_side', 'roles_apart'];
const CHANGING = ['person_not_found', 'not_oneself', 'person_state_wrong'];

export function peopleRoutes(people: People): Route[] {
  return [
    ...signInRoutes(people),
    ...meRoutes(people),
    ...personRoutes(people),
    ...recoveryRoutes(people),
    ...providerRoutes(people),
  ];
}

function personRoutes(people: People): Route[] {
  const { pool } = people;
  const shared = { tag: 'people', may: EVERYONE, own: true };
  const detailOf = async (id: string) => readPersonDetail(people, id, await readDevices(people, id));
  const stateRoute = (verb: string, act: 'locked' | 'unlocked' | 'left', en: string, zh: string): Route =>
    route({
      ...shared,
      method: 'POST',
      path: `/v1/people/{id}/${verb}`,
      summary: { en, zh },
      refuses: CHANGING,
      body: Type.Object({ reason: ReasonSchema }),
      answer: PersonDetailSchema,
      difference: ({ params, caller }) =>
        stateDifference(
          people,
          { params: params as unknown as { id: string }, caller },
          act === 'unlocked' ? 'active' : act,
        ),
      handle: async ({ params, body: { reason }, ...call }) => {
        const { id } = params as unknown as { id: string };
        const person = await requireChangeable(people, call.caller, id);
        await changeState(people, person, act, byOf(people, call), reason);
        return detailOf(id);
      },
    });
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/people',
      summary: { en: 'People', zh: '人员列表' },
      query: listQuery({
        organisationId: Type.Optional(OrganisationIdSchema),
        state: Type.Optional(OneOf(['active', 'locked', 'left'])),
        q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of a name or a login name.' })),
      }),
      answer: PersonPage,
      handle: async ({ query, caller }) => {
        const own = await ownOf(pool, caller);
        const isNone = own === undefined || (own !== 'all' && (query.organisationId ?? own) !== own);
        if (isNone) return { items: [], next: null };
        return readPeople(pool, own === 'all' ? query : { ...query, organisationId: own });
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/people',
      summary: { en: 'Invite a person', zh: '邀请人员' },
      description: {
        en: 'Answers, this once, the link by which the person enrols a passkey within 24 hours. Hand it over by a way of its own.',
        zh: '应答中的登记链接仅显示一次，24 小时内有效，请通过其他可靠途径交付本人。',
      },
      refuses: ['organisation_not_found', 'organisation_closed', 'login_known', ...ASSIGNING],
      body: Type.Object({
        organisationId: Type.Optional(OrganisationIdSchema),
        login: LoginSchema,
        name: PersonNameSchema,
        roles: RolesSchema,
      }),
      answer: LinkSchema,
      isAnswerSecret: true,
      status: 201,
      difference: async ({ body, caller }) =>
        invitationDifference(people, {
          ...body,
          organisationId: await invitedInto(people, caller, body.organisationId),
        }),
      handle: async ({ body, ...call }) => {
        const organisationId = await invitedInto(people, call.caller, body.organisationId);
        const made = await invitePerson(people, { ...body, organisationId }, byOf(people, call));
        return shown(people, made.personId, made);
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/people/{id}',
      summary: { en: 'A person with their devices and acts', zh: '人员详情、设备与操作记录' },
      refuses: ['person_not_found'],
      answer: PersonDetailSchema,
      handle: async ({ params: { id }, caller }) => {
        await requireOwnPerson(people, caller, id);
        return detailOf(id);
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/people/{id}/invitation',
      summary: { en: 'Another link for a person who never enrolled', zh: '重新生成邀请链接' },
      refuses: [...CHANGING, 'person_enrolled'],
      answer: LinkSchema,
      isAnswerSecret: true,
      status: 201,
      difference: (call) => linkDifference(people, call),
      handle: async ({ params: { id }, ...call }) => {
        await requireChangeable(people, call.caller, id);
        return shown(people, id, await inviteAgain(people, id, byOf(people, call)));
      },
    }),
    route({
      ...shared,
      method: 'PUT',
      path: '/v1/people/{id}/roles',
      summary: { en: 'Change a person’s roles', zh: '变更人员角色' },
      refuses: [...CHANGING, ...ASSIGNING],
      body: Type.Object({ roles: RolesSchema, reason: ReasonSchema }),
      answer: PersonDetailSchema,
      difference: (call) => rolesDifference(people, call, call.body.roles),
      handle: async ({ params: { id }, body: { roles, reason }, ...call }) => {
        const person = await requireChangeable(people, call.caller, id);
        await changeRoles(people, person, roles, byOf(people, call), reason);
        return detailOf(id);
      },
    }),
    stateRoute('lock', 'locked', 'Lock a person; their sessions end at once', '锁定人员，其会话随即结束'),
    stateRoute('unlock', 'unlocked', 'Unlock a person', '解锁人员'),
    stateRoute('leave', 'left', 'A person leaves, for good', '人员离任，不可恢复'),
  ];
}

function recoveryRoutes(people: People): Route[] {
  const shared = { tag: 'people', may: EVERYONE, own: true, needsPerson: true };
  const detailOf = async (id: string) => readPersonDetail(people, id, await readDevices(people, id));
  return [
    route({
      ...shared,
      method: 'POST',
      path: '/v1/people/{id}/recovery',
      summary: {
        en: 'Ask for the recovery of a person who lost every device',
        zh: '为遗失全部设备的人员申请恢复',
      },
      description: {
        en: 'There is no link before another security administrator has confirmed it.',
        zh: '须由另一位安全管理员确认后方可生成登记链接。',
      },
      refuses: [...CHANGING, 'person_not_enrolled', 'recovery_waits', 'recovery_needs_another'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: PersonDetailSchema,
      handle: async ({ params: { id }, body: { reason }, ...call }) => {
        const person = await requireChangeable(people, call.caller, id);
        await askRecovery(people, person, signedIn(call.caller).id, byOf(people, call), reason);
        return detailOf(id);
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/people/{id}/recovery/confirm',
      summary: { en: 'Confirm a recovery as the second administrator', zh: '作为第二位管理员确认恢复' },
      refuses: ['person_not_found', 'not_oneself', 'recovery_not_found', 'recovery_needs_another'],
      answer: LinkSchema,
      isAnswerSecret: true,
      status: 201,
      handle: async ({ params: { id }, ...call }) => {
        const person = await requireChangeable(people, call.caller, id);
        const made = await confirmRecovery(people, person, signedIn(call.caller).id, byOf(people, call));
        return shown(people, id, made);
      },
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/v1/people/{id}/recovery',
      summary: { en: 'Withdraw a recovery that waits', zh: '撤回待确认的恢复申请' },
      refuses: ['person_not_found', 'not_oneself', 'recovery_not_found'],
      answer: PersonDetailSchema,
      handle: async ({ params: { id }, ...call }) => {
        const person = await requireChangeable(people, call.caller, id);
        await withdrawRecovery(people, person, byOf(people, call));
        return detailOf(id);
      },
    }),
  ];
}

const shown = async ({ pool }: People, personId: string, { link, expiresAt }: MadeLink) => ({
  link,
  expiresAt,
  person: await readPerson(pool, personId),
});

/** Without a word, the inviter's own organisation. Refuses `organisation_not_found`. */
async function invitedInto(
  { pool }: People,
  caller: Parameters<typeof ownOf>[1],
  wanted: string | undefined,
): Promise<string> {
  const own = await ownOf(pool, caller);
  const into = wanted ?? (await homeOf(pool, caller)) ?? own;
  const isOpen = into !== undefined && into !== 'all' && (own === 'all' || own === into);
  if (!isOpen) throw new Refusal('organisation_not_found', { field: '/organisationId' });
  return into;
}

async function homeOf(pool: People['pool'], caller: Caller): Promise<string | undefined> {
  const person = personOf(caller);
  return person && (await readPerson(pool, person.id)).organisationId;
}
