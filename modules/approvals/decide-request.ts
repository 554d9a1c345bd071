// What people do with a request that waits: approve it on exactly its hash, refuse it, or, its maker, withdraw it.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { type Approvals } from './approvals.ts';
import { standsInFor } from './delegations.ts';
import { type Official } from './person.ts';
import {
  findRequest, type KeptRequest, lockRequest, requireApprover, requireOwn, requireUnchanged, requireWaiting,
} from './request.ts'; // prettier-ignore

export interface GivenApproval {
  readonly hash: string;
  readonly proof: unknown;
}

/** With the last approval that is needed the call is carried out before this resolves. */
export async function approveRequest(
  approvals: Approvals,
  official: Official,
  id: string,
  { hash, proof }: GivenApproval,
): Promise<void> {
  const { pool, clock, verifyApproval } = approvals;
  const at = clock.now();
  const ladder = async (client: ClientBase | typeof pool, request: KeptRequest): Promise<void> => {
    requireWaiting(request, at);
    await requireApprover(client, request, official, at);
    requireUnchanged(request);
    if (request.contentHash !== hash) throw new Refusal('approval_hash_differs', { field: '/hash' });
  };
  // Before the proof is looked at, and again under the lock.
  await ladder(pool, requireOwn(await findRequest(pool, id), official));
  const kept = await verifyApproval({ person: official, requestId: id, hash, proof });
  if (!kept) throw new Refusal('approval_not_proven', { field: '/proof' });
  const isLast = await inTransaction(pool, async (client) => {
    const request = requireOwn(await lockRequest(client, id), official);
    await ladder(client, request);
    return giveApproval(client, request, official, kept, at);
  });
  if (isLast) await approvals.carryingOut.carryOut(id);
}

async function giveApproval(
  client: ClientBase,
  request: KeptRequest,
  official: Official,
  proof: object,
  at: Instant,
): Promise<boolean> {
  const { id, makerId, contentHash, approversNeeded, approverRoles } = request;
  const place = request.approvals.length + 1;
  const onBehalfOf = await standsInFor(client, official, approverRoles, makerId, at);
  await client.query(
    `insert into approvals.given (request_id, place, maker_id, content_hash, approver_id, approver, on_behalf_of, proof, at)
     values ($1, $2, $3, decode($4, 'hex'), $5, $6, $7, $8, $9)`,
    [
      ...[id, place, makerId, contentHash, official.id, official.name, onBehalfOf ?? null],
      ...[JSON.stringify(proof), formatInstant(at)],
    ],
  );
  await recordAct(client, { at, requestId: id, subject: id, actor: official, act: 'approved', detail: onBehalfOf });
  if (place < approversNeeded) return false;
  await client.query(`update approvals.requests set state = 'approved', last_place = $2 where request_id = $1`, [
    id,
    place,
  ]);
  return true;
}

export async function refuseRequest(
  { pool, clock }: Approvals,
  official: Official,
  id: string,
  reason: string,
): Promise<void> {
  const at = clock.now();
  await inTransaction(pool, async (client) => {
    const request = requireOwn(await lockRequest(client, id), official);
    requireWaiting(request, at);
    await requireApprover(client, request, official, at);
    await endRequest(client, id, official, 'refused', reason, at);
  });
}

export async function withdrawRequest(
  { pool, clock }: Approvals,
  official: Official,
  id: string,
  reason: string,
): Promise<void> {
  const at = clock.now();
  await inTransaction(pool, async (client) => {
    const request = requireOwn(await lockRequest(client, id), official);
    if (request.makerId !== official.id) throw new Refusal('approval_not_makers');
    requireWaiting(request, at);
    await endRequest(client, id, official, 'withdrawn', reason, at);
  });
}

async function endRequest(
  client: ClientBase,
  id: string,
  official: Official,
  state: 'refused' | 'withdrawn',
  reason: string,
  at: Instant,
): Promise<void> {
  await client.query(
    `update approvals.requests set state = $2, ended_at = $3, ended_by_id = $4, ended_by = $5, end_reason = $6
     where request_id = $1`,
    [id, state, formatInstant(at), official.id, official.name, reason],
  );
  await recordAct(client, { at, requestId: id, subject: id, actor: official, act: state, detail: reason });
}
