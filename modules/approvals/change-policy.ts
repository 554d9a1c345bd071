// A policy takes the place of the one before, from now or from a coming moment. There is no way here but through an
// approval under the one before: the row names it, and the database has no row without.
import { approvalOf, type Caller, personOf } from '../../platform/http/index.ts';
import { formatInstant, type Instant, parseInstant } from '../../platform/instant.ts';
import { type ApprovalRule } from '../../platform/permissions/actions.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { assert, Refusal } from '../../platform/refusal.ts';
import { markDone } from '../../platform/writer/done-once.ts';
import { recordAct } from './acts.ts';
import { type Approvals } from './approvals.ts';
import { officialOf } from './person.ts';
import { checkRule, leastApprovers } from './policy.ts';

export interface NewPolicy extends ApprovalRule {
  readonly inForceAt?: string | undefined;
  readonly reason: string;
}

/** Refuses what is not in order before anyone is asked to approve it. */
export function checkPolicy(approvals: Approvals, action: string, given: NewPolicy): void {
  const { actions } = approvals.permissions;
  const found = Object.hasOwn(actions, action) ? actions[action]! : undefined;
  if (!found?.approval) throw new Refusal('policy_not_found', { field: '/action' });
  checkRule(action, found, given);
}

export async function changePolicy(
  approvals: Approvals,
  caller: Caller,
  action: string,
  given: NewPolicy,
): Promise<void> {
  checkPolicy(approvals, action, given);
  const requestId = personOf(caller)?.approvalId;
  assert(requestId !== undefined, 'a policy changes by an approval alone');
  const { pool, clock } = approvals;
  const at = clock.now();
  const { bands, roles, expiryHours, reason } = given;
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into approvals.policies (action, bands, roles, expiry_hours, least_approvers, in_force_at, changed_at,
         changed_by, reason, request_id)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[action, JSON.stringify(bands), roles, expiryHours, leastApprovers(given)],
        ...[formatInstant(startOf(given, at)), formatInstant(at), officialOf(caller)!.name, reason, requestId],
      ],
    );
    await markDone(client, [approvalOf(caller)!], at);
    const actor = officialOf(caller)!;
    await recordAct(client, { at, requestId, subject: action, actor, act: 'policy-changed', detail: reason });
  });
}

/** One whose moment passed while it waited for approval begins when it is carried out. */
const startOf = ({ inForceAt }: NewPolicy, at: Instant): Instant =>
  Math.max(at, inForceAt === undefined ? at : parseInstant(inForceAt)!);
