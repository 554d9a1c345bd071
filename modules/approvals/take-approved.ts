// An act that answers a secret is done by its maker. Once others have approved it, the same call again, within an hour, does
// it, once; the answer goes to the maker and is kept nowhere. What is secret in the call itself is never kept either.
import { approvalOf, type Call, type Caller, type Route } from '../../platform/http/index.ts';
import { type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { isDone } from '../../platform/writer/done-once.ts';
import { type Approvals } from './approvals.ts';
import { type Official } from './person.ts';
import { findRequest, type KeptRequest, requireUnchanged } from './request.ts';

const TIME_TO_TAKE = 3_600 * MICROS_PER_SECOND;
/** One that began in time is not called too late while it is being done. */
const GRACE = 60 * MICROS_PER_SECOND;
export const HIDDEN = '***';

/** What of the body others may see; it stands for the rest in what they approve. */
export function shownBody(route: Pick<Route, 'secrets'>, body: unknown): unknown {
  if (!route.secrets) return body ?? null;
  const hidden = Object.fromEntries(route.secrets.map((member) => [member, HIDDEN]));
  return { ...(body as object), ...hidden };
}

/** Undefined for what is carried out without its maker, or waits for approvals. */
export function takeUntil({ byMaker, state, approvals }: KeptRequest): Instant | undefined {
  const last = approvals.at(-1);
  return byMaker && state === 'approved' && last ? parseInstant(last.at)! + TIME_TO_TAKE : undefined;
}

export const isStillToTake = (request: KeptRequest, at: Instant): boolean => at < (takeUntil(request) ?? 0) + GRACE;

/** The one this call was approved by, while there is time. */
export async function findApproved(
  { pool, clock }: Approvals,
  { id: makerId }: Official,
  { method, path }: Route,
  { params, query, body }: Pick<Call<unknown, unknown, unknown>, 'params' | 'query' | 'body'>,
): Promise<KeptRequest | undefined> {
  const { rows } = await pool.query<{ id: string }>(
    `select request_id as id from approvals.requests
     where state = 'approved' and by_maker and maker_id = $1 and method = $2 and path = $3 and params = $4
       and query = $5 and body = $6
     order by made_at limit 10`,
    [makerId, method, path, ...[params, query, body].map((part) => JSON.stringify(part))],
  );
  const found = await Promise.all(rows.map(({ id }) => findRequest(pool, id)));
  return found.find((request) => request !== undefined && clock.now() < (takeUntil(request) ?? 0));
}

const underWay = new Set<string>();

/** Refuses `approval_over` when it is done, or being done; whatever the act itself refuses leaves it to be tried again. */
export async function takeApproved(
  { pool, carryingOut }: Approvals,
  request: KeptRequest,
  route: Route,
  call: Call<unknown, unknown, unknown>,
): Promise<unknown> {
  requireUnchanged(request);
  const caller = withApproval(call.caller, request.id);
  if (underWay.has(request.id) || (await isDone(pool, approvalOf(caller)!))) throw new Refusal('approval_over');
  underWay.add(request.id);
  try {
    const answer: unknown = await route.handle({ ...call, caller } as never);
    await carryingOut.writeOutcome(request, { state: 'carried-out' });
    return answer;
  } finally {
    underWay.delete(request.id);
  }
}

export const withApproval = (caller: Caller, approvalId: string): Caller =>
  caller.kind === 'nobody' || !caller.person ? caller : { ...caller, person: { ...caller.person, approvalId } };
