// Requests as the API shows them, each with what the caller may do with it now.
import { type Caller, decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { formatInstant, type Instant, parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Approvals } from './approvals.ts';
import { canonicalText, contentOf } from './content.ts';
import { officialOf, rolesAmong, seenBy } from './person.ts';
import { findRequest, type KeptRequest, REQUEST_COLUMNS, requireApprover, requireWaiting } from './request.ts';
import { takeUntil } from './take-approved.ts';
import { type RequestDetailJson, type RequestJson } from './schemas.ts';

export const VIEWS = ['waiting-for-me', 'made-by-me', 'all'] as const;

export interface RequestQuery {
  readonly view?: (typeof VIEWS)[number] | undefined;
  readonly state?: string | undefined;
  readonly after?: string | undefined;
  readonly limit: number;
}

/** What waits for this person; the same words as `requireApprover`, in SQL. */
const FOR_MY_APPROVAL = `r.state = 'waiting' and r.expires_at > $1 and r.organisation = $2 and r.maker_id <> $3
  and r.approver_roles && $4::text[]
  and not exists (select 1 from approvals.given g where g.request_id = r.request_id and g.approver_id = $3)`;
/** The same words as `takeUntil`. */
const TO_TAKE = `r.state = 'approved' and r.by_maker and r.maker_id = $3
  and (select max(g.at) from approvals.given g where g.request_id = r.request_id) > $1::timestamptz - interval '1 hour'`;
const WAITS_FOR_ME = `(${FOR_MY_APPROVAL} or ${TO_TAKE})`;

export async function readInbox({ pool, clock }: Approvals, caller: Caller) {
  const official = officialOf(caller);
  if (!official) return { waitingForMe: 0, madeByMe: 0 };
  const { rows } = await pool.query<{ waiting: string; made: string }>(
    `select count(*) filter (where ${WAITS_FOR_ME}) as waiting, count(*) filter (where r.maker_id = $3 and r.state = 'waiting') as made
     from approvals.requests r where (r.state = 'waiting' and r.expires_at > $1) or r.state = 'approved'`,
    [formatInstant(clock.now()), official.organisation, official.id, rolesAmong(official, official.roles)],
  );
  return { waitingForMe: Number(rows[0]!.waiting), madeByMe: Number(rows[0]!.made) };
}

/** Newest first. */
export async function readRequests(
  approvals: Approvals,
  caller: Caller,
  { view = 'all', state, after, limit }: RequestQuery,
): Promise<Page<RequestJson>> {
  const { pool, clock } = approvals;
  const at = clock.now();
  const seen = seenBy(caller);
  const official = officialOf(caller);
  if (seen === undefined || (view !== 'all' && !official)) return { items: [], next: null };
  const cursor = decodeCursor(after, 2);
  const { rows } = await pool.query<KeptRequest>(
    `select ${REQUEST_COLUMNS} from approvals.requests r
     where ($5::text is null or r.organisation = $5)
       and ($6::text is null or ${STATE_NOW} = $6)
       and ($7 <> 'made-by-me' or r.maker_id = $3)
       and ($7 <> 'waiting-for-me' or (${WAITS_FOR_ME}))
       and ($8::timestamptz is null or (r.made_at, r.request_id) < ($8, $9::text))
     order by r.made_at desc, r.request_id desc limit $10`,
    [
      ...[formatInstant(at), official?.organisation ?? '', official?.id ?? ''],
      official ? rolesAmong(official, official.roles) : [],
      ...[seen === 'all' ? null : seen, state ?? null, view, cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
    ],
  );
  const page = pageOf(
    rows,
    limit,
    (row) => row,
    (row) => [row.madeAt, row.id],
  );
  return { ...page, items: await Promise.all(page.items.map((row) => jsonOf(approvals, row, caller, at))) };
}

/** What nobody has ended yet is over when its time is. */
const STATE_NOW = `case when r.state = 'waiting' and r.expires_at <= $1 then 'expired' else r.state end`;

/** Refuses `approval_not_found` for what the caller may not see. */
export async function readRequest(approvals: Approvals, caller: Caller, id: string): Promise<RequestJson> {
  return jsonOf(approvals, await requireSeen(approvals.pool, caller, id), caller, approvals.clock.now());
}

export async function readRequestDetail(approvals: Approvals, caller: Caller, id: string): Promise<RequestDetailJson> {
  const { pool, clock } = approvals;
  const request = await requireSeen(pool, caller, id);
  const { rows: acts } = await pool.query<RequestDetailJson['acts'][number]>(
    `select ${moment('at')}, actor, act, detail from approvals.acts where request_id = $1 order by number`,
    [id],
  );
  return {
    ...(await jsonOf(approvals, request, caller, clock.now())),
    content: canonicalText(contentOf(request)),
    acts,
  };
}

async function requireSeen(pool: Pool, caller: Caller, id: string): Promise<KeptRequest> {
  const request = await findRequest(pool, id);
  const seen = seenBy(caller);
  if (!request || (seen !== 'all' && seen !== request.organisation)) {
    throw new Refusal('approval_not_found', { field: '/id' });
  }
  return request;
}

async function jsonOf(approvals: Approvals, request: KeptRequest, caller: Caller, at: Instant): Promise<RequestJson> {
  const { pool } = approvals;
  const { state } = request;
  const isOver = state === 'waiting' && parseInstant(request.expiresAt)! <= at;
  const until = takeUntil(request);
  const given = request.params as Record<string, string>;
  return {
    id: request.id,
    action: request.action,
    title: titleOf(approvals, request),
    route: `${request.method} ${request.path.replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? '')}`,
    organisation: request.organisation,
    maker: { id: request.makerId, name: request.maker },
    reason: request.reason,
    amount: request.amount,
    difference: request.difference.map((line) => ({ ...line })),
    contentHash: request.contentHash,
    approversNeeded: request.approversNeeded,
    approverRoles: [...request.approverRoles],
    approvals: request.approvals.map(({ approverId, approver, onBehalfOf, at: givenAt }) => ({
      approver: { id: approverId, name: approver },
      onBehalfOf,
      at: givenAt,
    })),
    state: isOver ? 'expired' : state,
    byMaker: request.byMaker,
    takeUntil: until === undefined ? null : formatInstant(until),
    madeAt: request.madeAt,
    expiresAt: request.expiresAt,
    endedAt: request.endedAt,
    endedBy: request.endedById === null ? null : { id: request.endedById, name: request.endedBy! },
    endReason: request.endReason,
    outcome: request.outcome,
    may: await mayDecide(pool, request, caller, at),
  };
}

/** What the route does; the name of the action where the route is no more. */
function titleOf({ routes, permissions }: Approvals, { method, path, action }: KeptRequest): RequestJson['title'] {
  const route = routes.find((each) => each.method === method && each.path === path);
  return route?.summary ?? permissions.actions[action]?.title ?? { en: action, zh: action };
}

/** By the same ladder that decides. */
async function mayDecide(pool: Pool, request: KeptRequest, caller: Caller, at: Instant): Promise<RequestJson['may']> {
  const official = officialOf(caller);
  const codeOf = async (work: () => unknown): Promise<string | null> => {
    try {
      await work();
      return null;
    } catch (error) {
      if (error instanceof Refusal) return error.code;
      throw error;
    }
  };
  const over = await codeOf(() => requireWaiting(request, at));
  const isOwn = official?.organisation === request.organisation;
  const why =
    over ?? (isOwn ? await codeOf(() => requireApprover(pool, request, official, at)) : 'approver_role_missing');
  const withdraw = over === null && isOwn && official.id === request.makerId;
  const take = isOwn && official.id === request.makerId && at < (takeUntil(request) ?? 0);
  return { approve: why === null, refuse: why === null, withdraw, take, why };
}
