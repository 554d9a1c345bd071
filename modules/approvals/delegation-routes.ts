// Delegations over HTTP: somebody is away, another with the same role stands in.
import { Type } from '@sinclair/typebox';
import { listQuery, MomentSchema, OneOf, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { ROLE_IDS } from '../../platform/permissions/roles.ts';
import { type Approvals } from './approvals.ts';
import { delegate, endDelegation, readDelegations } from './delegations.ts';
import { officialOf, rolesAmong, requireOfficial, seenBy } from './person.ts';
import { ColleagueListSchema, DelegationPage, DelegationSchema, type DelegationJson } from './schemas.ts';

export function delegationRoutes(approvals: Approvals): Route[] {
  const { pool } = approvals;
  const shared = { tag: 'approvals', may: ['operator', 'participant', 'organisation'], own: true } as const;
  const readNow = async (id: string): Promise<DelegationJson> =>
    (await readDelegations(pool, undefined, { id, limit: 1 })).items[0]!;
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/delegations',
      summary: { en: 'Who stands in for whom, newest first', zh: '委托列表' },
      query: listQuery({}),
      answer: DelegationPage,
      handle: async ({ query, caller }) => {
        const seen = seenBy(caller);
        if (seen === undefined) return { items: [], next: null };
        return readDelegations(pool, seen === 'all' ? undefined : seen, query);
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/colleagues',
      summary: { en: 'Who could stand in for oneself', zh: '可受托代行复核的同事' },
      needsPerson: true,
      answer: ColleagueListSchema,
      handle: async ({ caller }) => {
        const official = officialOf(caller);
        const others = official ? ((await approvals.findColleagues?.(official.id)) ?? []) : [];
        const items = others.map(({ id, name, roles }) => ({ id, name, roles: rolesAmong(official!, roles) }));
        return { items: items.filter(({ roles }) => roles.length > 0) };
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/delegations',
      summary: { en: 'Be away: another with the same role stands in', zh: '委托他人代行复核' },
      description: {
        en: 'Until it ends, approvals of the one who is away are refused; nobody gains a role by it.',
        zh: '委托期间，委托人本人的复核将被拒绝；受托人不因此获得新角色。',
      },
      needsPerson: true,
      refuses: ['delegation_malformed', 'approver_not_found'],
      body: Type.Object({
        to: Type.String({ minLength: 1, maxLength: 100, description: 'Id of the person who stands in.' }),
        role: OneOf(ROLE_IDS, 'RoleId'),
        begins: MomentSchema,
        ends: MomentSchema,
        reason: ReasonSchema,
      }),
      answer: DelegationSchema,
      status: 201,
      handle: async ({ body, caller }) => readNow(await delegate(approvals, requireOfficial(caller), body)),
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/delegations/{id}/end',
      summary: { en: 'Be back: end a delegation early', zh: '提前结束委托' },
      needsPerson: true,
      refuses: ['delegation_not_found'],
      answer: DelegationSchema,
      handle: async ({ params: { id }, caller }) => {
        await endDelegation(approvals, requireOfficial(caller), id);
        return readNow(id);
      },
    }),
  ];
}
