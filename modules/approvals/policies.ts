// The policies in force, from their rows or, while nobody decided otherwise, as the modules declare them.
import { type Route } from '../../platform/http/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type ApprovalRule, type Permissions } from '../../platform/permissions/actions.ts';
import { type PolicyJson } from './policy.ts';

interface PolicyRow {
  action: string;
  bands: ApprovalRule['bands'];
  roles: ApprovalRule['roles'];
  expiry_hours: number;
  in_force_at: string;
  changed_by: string;
  reason: string;
}

const COLUMNS = `action, bands, roles, expiry_hours, ${moment('in_force_at')}, changed_by, reason`;

const ruleOf = ({ bands, roles, expiry_hours: expiryHours }: PolicyRow): ApprovalRule => ({
  bands,
  roles,
  expiryHours,
});

/** Undefined for an action that is never put before others. */
export async function readRule(
  pool: Pool,
  { actions }: Permissions,
  action: string,
  at: Instant,
): Promise<ApprovalRule | undefined> {
  const declared = Object.hasOwn(actions, action) ? actions[action]!.approval : undefined;
  if (!declared) return undefined;
  const { rows } = await pool.query<PolicyRow>(
    `select ${COLUMNS} from approvals.policies p where action = $1 and p.in_force_at <= $2
     order by p.in_force_at desc, number desc limit 1`,
    [action, formatInstant(at)],
  );
  return rows[0] ? ruleOf(rows[0]) : declared;
}

export async function readPolicies(
  pool: Pool,
  { actions, actionOf }: Permissions,
  routes: readonly Route[],
  at: Instant,
): Promise<PolicyJson[]> {
  const now = formatInstant(at);
  const { rows: current } = await pool.query<PolicyRow>(
    `select distinct on (action) ${COLUMNS} from approvals.policies p where p.in_force_at <= $1
     order by action, p.in_force_at desc, number desc`,
    [now],
  );
  const { rows: coming } = await pool.query<PolicyRow>(
    `select ${COLUMNS} from approvals.policies p where p.in_force_at > $1 order by p.in_force_at, number limit 200`,
    [now],
  );
  return Object.entries(actions).flatMap(([name, { title, approval }]) => {
    if (!approval) return [];
    const row = current.find(({ action }) => action === name);
    const next = coming.filter(({ action }) => action === name);
    return {
      action: name,
      title,
      ...copied(row ? ruleOf(row) : approval),
      isByAmount: routes.some((route) => route.amount !== undefined && actionOf(route) === name),
      inForceAt: row?.in_force_at ?? null,
      changedBy: row?.changed_by ?? null,
      reason: row?.reason ?? null,
      coming: next.map((each) => ({ ...copied(ruleOf(each)), inForceAt: each.in_force_at })),
    };
  });
}

const copied = ({ bands, roles, expiryHours }: ApprovalRule) => ({
  bands: bands.map((band) => ({ ...band })),
  roles: [...roles],
  expiryHours,
});
