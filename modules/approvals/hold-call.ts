// Keeps a person's call for others to approve, when the policy in force asks for it.
import { v7 as uuidv7 } from 'uuid';
import { type Call, Reply, type Route } from '../../platform/http/index.ts';
import { formatInstant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { recordAct } from './acts.ts';
import { type Approvals } from './approvals.ts';
import { type Content, hashOf } from './content.ts';
import { officialOf } from './person.ts';
import { readRule } from './policies.ts';
import { approversFor } from './policy.ts';
import { readRequest } from './reads.ts';
import { findApproved, shownBody, takeApproved } from './take-approved.ts';

const MICROS_PER_HOUR = 3_600 * MICROS_PER_SECOND;

export async function holdCall(
  approvals: Approvals,
  route: Route,
  call: Call<unknown, unknown, unknown>,
): Promise<unknown> {
  const { pool, clock, permissions } = approvals;
  const official = officialOf(call.caller);
  const action = permissions.actionOf(route);
  if (!official || action === undefined) return undefined;
  const at = clock.now();
  const rule = await readRule(pool, permissions, action, at);
  const amount = rule && route.amount?.(call as never);
  const needed = rule ? approversFor(rule, amount) : 0;
  if (!rule || needed === 0) return undefined;
  const body = shownBody(route, call.body);
  const byMaker = route.isAnswerSecret === true;
  const approved = byMaker ? await findApproved(approvals, official, route, { ...call, body }) : undefined;
  if (approved) return takeApproved(approvals, approved, route, call);
  const difference = (await route.difference?.(call as never)) ?? [];
  const content: Content = {
    id: uuidv7(),
    action,
    method: route.method,
    path: route.path,
    params: call.params,
    query: call.query,
    body,
    organisation: official.organisation,
    makerId: official.id,
    expiresAt: formatInstant(at + rule.expiryHours * MICROS_PER_HOUR),
  };
  const { reason } = (body ?? {}) as { reason?: string };
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into approvals.requests (request_id, action, method, path, params, query, body, content_hash, organisation,
         maker_id, maker, caller, amount, difference, reason, approvers_needed, approver_roles, made_at, expires_at, by_maker,
         state)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, 'waiting')`,
      [
        ...[content.id, action, content.method, content.path],
        ...[content.params, content.query, content.body].map((part) => JSON.stringify(part)),
        ...[hashOf(content), content.organisation, content.makerId, official.name, JSON.stringify(call.caller)],
        ...[amount?.toString() ?? null, JSON.stringify(difference), reason ?? null, needed, rule.roles],
        ...[formatInstant(at), content.expiresAt, byMaker],
      ],
    );
    await recordAct(client, {
      ...{ at, requestId: content.id, subject: content.id, actor: official, act: 'made', detail: reason },
    });
  });
  const answer = JSON.stringify(await readRequest(approvals, call.caller, content.id));
  const headers = { location: `/v1/approvals/${content.id}` };
  return new Reply(answer, { status: 202, type: 'application/json; charset=utf-8', headers });
}
