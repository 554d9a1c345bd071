// A policy: how many others must approve an action, by amount, and who they may be. Pure rules.
import { type Static, Type } from '@sinclair/typebox';
import { GivenAmountSchema, MomentSchema, Nullable, OneOf, TitleSchema } from '../../platform/http/index.ts';
import { type Action, type ApprovalRule } from '../../platform/permissions/actions.ts';
import { isRole, ROLE_IDS, ROLES } from '../../platform/permissions/roles.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Dual control of this one can be changed and not switched off; the database holds it too. */
export const POLICIES_ACTION = 'policies:write';

export const BandSchema = Type.Object(
  { from: GivenAmountSchema, approvers: Type.Unsafe<0 | 1 | 2>({ type: 'integer', enum: [0, 1, 2] }) },
  { title: 'ApprovalBand', description: 'From this amount on, so many others must approve.' },
);
export const RuleSchema = {
  bands: Type.Array(BandSchema, { minItems: 1, maxItems: 10, description: 'Smallest first, the first from "0".' }),
  roles: Type.Array(OneOf(ROLE_IDS, 'RoleId'), { minItems: 1, maxItems: 10, uniqueItems: true }),
  expiryHours: Type.Integer({ minimum: 1, maximum: 720, examples: [24] }),
};

export const PolicySchema = Type.Object(
  {
    action: Type.String({ examples: ['funding:write'] }),
    title: TitleSchema,
    ...RuleSchema,
    isByAmount: Type.Boolean({
      description: 'Whether a route of the action names an amount; else one band is enough.',
    }),
    inForceAt: Nullable(MomentSchema),
    changedBy: Nullable(Type.String({ description: 'Null for the rule it came with.' })),
    reason: Nullable(Type.String()),
    coming: Type.Array(Type.Object({ ...RuleSchema, inForceAt: MomentSchema }, { title: 'ComingPolicy' })),
  },
  { title: 'Policy', description: 'Who must approve an action before it is carried out.' },
);
export type PolicyJson = Static<typeof PolicySchema>;

/** How many must approve a call about this amount. Without one it counts as the strictest: nobody gets by unnamed. */
export function approversFor({ bands }: Pick<ApprovalRule, 'bands'>, amountMinor: bigint | undefined): 0 | 1 | 2 {
  const reached = amountMinor === undefined ? bands : bands.filter(({ from }) => BigInt(from) <= amountMinor);
  if (amountMinor === undefined) return reached.reduce<0 | 1 | 2>((most, { approvers }) => (approvers > most ? approvers : most), 0); // prettier-ignore
  return reached.at(-1)?.approvers ?? 0;
}

export const leastApprovers = ({ bands }: Pick<ApprovalRule, 'bands'>): number =>
  Math.min(...bands.map(({ approvers }) => approvers));

/** Refuses `policy_malformed`, `policy_without_approver`, `policy_floor`. */
export function checkRule(name: string, action: Action, rule: ApprovalRule): void {
  const { bands, roles } = rule;
  const isRising = bands.every(({ from }, index) => BigInt(from) > BigInt(bands[index - 1]?.from ?? '-1'));
  if (bands[0]!.from !== '0' || !isRising) throw new Refusal('policy_malformed', { field: '/bands' });
  const least = leastApprovers(rule);
  if (name === POLICIES_ACTION && least === 0) throw new Refusal('policy_floor', { field: '/bands' });
  const sides = new Set(action.roles.map((role) => ROLES[role].of));
  const isCovered = [...sides].every((side) => roles.some((role) => isRole(role) && ROLES[role].of === side));
  if (!isCovered) throw new Refusal('policy_without_approver', { field: '/roles' });
}
