// Whether somebody of a role may enter a route: decisions a second, over every role and every route of the API, refusals among
// them; held against one lookup in a set that knows the answers by heart.
import { openApiOn } from '../apps/server/api-on.ts';
import { admit, type Caller, type Route } from '../platform/http/index.ts';
import { systemClock } from '../platform/instant.ts';
import { ROLE_IDS, ROLES } from '../platform/permissions/roles.ts';
import { type BenchContext } from './row.ts';

const ROUNDS = 300;

export async function authorizationSuite({ freshDatabase, report }: BenchContext): Promise<void> {
  const { house, api } = await openApiOn(await freshDatabase(), systemClock);
  try {
    const asked = ROLE_IDS.flatMap((role) => api.routes.map((route) => ({ route, caller: callerOf(role), role })));
    const isAdmitted = ({ route, caller }: { route: Route; caller: Caller }): boolean => {
      try {
        admit(route, caller, api.permissions);
        return true;
      } catch {
        return false;
      }
    };
    const admitted = asked.filter(isAdmitted);
    const known = new Set(admitted.map(({ role, route }) => `${role} ${route.method} ${route.path}`));
    const lookups = rateOf(asked, ({ role, route }) => known.has(`${role} ${route.method} ${route.path}`));
    const share = Math.round((admitted.length / asked.length) * 100);
    const row = { unit: 'decisions/s', baseline: lookups };
    const decided = rateOf(asked, isAdmitted);
    const letIn = rateOf(admitted, isAdmitted);
    report({ name: 'authorization: lookups of a known answer', ...row, rate: lookups, ratio: 1 });
    report({ name: 'authorization: let in', ...row, rate: letIn, ratio: letIn / lookups });
    report({
      name: 'authorization: let in or refused',
      ...row,
      rate: decided,
      ratio: decided / lookups,
      note: `${ROLE_IDS.length} roles, ${api.routes.length} routes, ${share} % let in`,
    });
  } finally {
    await house.close();
  }
}

function rateOf<Asked>(asked: readonly Asked[], decide: (asked: Asked) => boolean): number {
  let admitted = 0;
  const startedAt = performance.now();
  for (let round = 0; round < ROUNDS; round++) for (const each of asked) if (decide(each)) admitted += 1;
  const seconds = (performance.now() - startedAt) / 1_000;
  // What is counted is used, so that it is not optimised away.
  return (ROUNDS * asked.length) / seconds + (admitted < 0 ? 1 : 0);
}

function callerOf(role: (typeof ROLE_IDS)[number]): Caller {
  const person = { id: 'lin', sessionId: 'ses_lin', roles: [role] };
  return ROLES[role].of === 'central-bank'
    ? { kind: 'operator', actor: 'Lin', person }
    : { kind: 'participant', actor: 'Lin', participantId: 'AAAACNBJ', person };
}
