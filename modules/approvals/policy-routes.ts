// Policies over HTTP. Changing one is itself an action with a policy: the change waits for another person.
import { Type } from '@sinclair/typebox';
import { type Difference, MomentSchema, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { parseInstant } from '../../platform/instant.ts';
import { type ApprovalRule } from '../../platform/permissions/actions.ts';
import { ROLES } from '../../platform/permissions/roles.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Approvals } from './approvals.ts';
import { changePolicy, checkPolicy } from './change-policy.ts';
import { readPolicies, readRule } from './policies.ts';
import { PolicySchema, RuleSchema } from './policy.ts';

const tag = 'approvals';
const PolicyListSchema = Type.Object({ items: Type.Array(PolicySchema) }, { title: 'PolicyList' });

export function policyRoutes(approvals: Approvals): Route[] {
  const { pool, clock, permissions } = approvals;
  const readNow = () => readPolicies(pool, permissions, approvals.routes, clock.now());
  return [
    route({
      method: 'GET',
      path: '/v1/policies',
      summary: { en: 'Which actions others must approve, and who', zh: '复核策略列表' },
      tag,
      may: ['operator', 'participant', 'organisation'],
      answer: PolicyListSchema,
      handle: async () => ({ items: await readNow() }),
    }),
    route({
      method: 'PUT',
      path: '/v1/policies/{action}',
      summary: { en: 'Change who must approve an action', zh: '变更复核策略' },
      description: {
        en: 'The change is approved under the policy in force before. Bands go by amount, in minor units.',
        zh: '变更须依此前生效的策略复核。金额档以最小货币单位计。',
      },
      tag,
      may: ['operator'],
      needsPerson: true,
      refuses: ['policy_not_found', 'policy_malformed', 'policy_without_approver', 'policy_floor', 'policy_past'],
      body: Type.Object({ ...RuleSchema, inForceAt: Type.Optional(MomentSchema), reason: ReasonSchema }),
      answer: PolicySchema,
      difference: async ({ params: { action }, body }) => {
        checkPolicy(approvals, action, body);
        const at = clock.now();
        const { inForceAt } = body;
        const isPast = inForceAt !== undefined && (parseInstant(inForceAt) ?? 0) < at;
        if (isPast) throw new Refusal('policy_past', { field: '/inForceAt' });
        const before = (await readRule(pool, permissions, action, at))!;
        return differenceOf(action, before, body, inForceAt);
      },
      handle: async ({ params: { action }, body, caller }) => {
        await changePolicy(approvals, caller, action, body);
        return (await readNow()).find((each) => each.action === action)!;
      },
    }),
  ];
}

function differenceOf(
  action: string,
  before: ApprovalRule,
  after: ApprovalRule,
  inForceAt: string | undefined,
): Difference[] {
  const line = (en: string, zh: string, old: string | null, next: string): Difference => ({
    field: { en, zh },
    kind: 'text',
    before: old,
    after: next,
  });
  const bandsOf = ({ bands }: ApprovalRule) => bands.map(({ from, approvers }) => `≥ ${from}: ${approvers}`).join('; ');
  const rolesOf = ({ roles }: ApprovalRule) => roles.map((role) => ROLES[role].title.en).join(', ');
  return [
    line('Action', '权限操作', action, action),
    line('Approvers by amount (minor units)', '按金额的复核人数（最小货币单位）', bandsOf(before), bandsOf(after)),
    line('Who approves', '复核角色', rolesOf(before), rolesOf(after)),
    line('Expires after, hours', '有效期（小时）', String(before.expiryHours), String(after.expiryHours)),
    ...(inForceAt === undefined ? [] : [line('In force from', '生效时间', null, inForceAt)]),
  ];
}
