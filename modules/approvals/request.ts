// A request as it stands in its row, and the ladder of checks before somebody decides about it.
import { type ClientBase } from 'pg';
import { type Caller, type Difference } from '../../platform/http/index.ts';
import { type Instant, parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Content, contentOf, hashOf } from './content.ts';
import { isAbsent } from './delegations.ts';
import { type Official, rolesAmong } from './person.ts';
import { type RequestState } from './schemas.ts';

export interface ApprovalGiven {
  readonly approverId: string;
  readonly approver: string;
  readonly onBehalfOf: string | null;
  readonly at: string;
}

export interface KeptRequest extends Content {
  readonly maker: string;
  readonly caller: Caller;
  readonly contentHash: string;
  readonly amount: string | null;
  readonly difference: readonly Difference[];
  readonly reason: string | null;
  readonly approversNeeded: number;
  readonly approverRoles: readonly string[];
  readonly madeAt: string;
  readonly state: RequestState;
  readonly endedAt: string | null;
  readonly endedById: string | null;
  readonly endedBy: string | null;
  readonly endReason: string | null;
  readonly outcome: { readonly code: string; readonly field: string | null } | null;
  /** It answers a secret: once approved its maker does it. */
  readonly byMaker: boolean;
  readonly approvals: readonly ApprovalGiven[];
}

/** In the names of KeptRequest; `r` is the request. */
export const REQUEST_COLUMNS = `r.request_id as "id", r.action, r.method, r.path, r.params, r.query, r.body, r.organisation,
  r.maker_id as "makerId", r.maker, r.caller, encode(r.content_hash, 'hex') as "contentHash", r.amount::text as amount,
  r.difference, r.reason, r.approvers_needed as "approversNeeded", r.approver_roles as "approverRoles",
  ${moment('r.made_at', '"madeAt"')}, ${moment('r.expires_at', '"expiresAt"')}, r.state, ${moment('r.ended_at', '"endedAt"')},
  r.ended_by_id as "endedById", r.ended_by as "endedBy", r.end_reason as "endReason", r.outcome, r.by_maker as "byMaker",
  coalesce((select json_agg(json_build_object('approverId', g.approver_id, 'approver', g.approver,
      'onBehalfOf', g.on_behalf_of, 'at', to_char(g.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')) order by g.place)
    from approvals.given g where g.request_id = r.request_id), '[]') as approvals`;

export async function findRequest(client: Pool | ClientBase, id: string): Promise<KeptRequest | undefined> {
  const query = { text: `select ${REQUEST_COLUMNS} from approvals.requests r where r.request_id = $1`, values: [id] };
  return (await client.query<KeptRequest>(query)).rows[0];
}

/** Held until the transaction ends, so that two who decide at once decide one after the other. */
export async function lockRequest(client: ClientBase, id: string): Promise<KeptRequest | undefined> {
  await client.query('select 1 from approvals.requests where request_id = $1 for update', [id]);
  return findRequest(client, id);
}

/** Refuses what is another organisation's as if it did not exist. */
export function requireOwn(request: KeptRequest | undefined, { organisation }: Official): KeptRequest {
  if (request?.organisation !== organisation) throw new Refusal('approval_not_found', { field: '/id' });
  return request;
}

/** Refuses `approval_over`, `approval_expired`. */
export function requireWaiting({ state, expiresAt }: KeptRequest, at: Instant): void {
  if (state === 'expired') throw new Refusal('approval_expired');
  if (state !== 'waiting') throw new Refusal('approval_over', { details: { state } });
  if (parseInstant(expiresAt)! <= at) throw new Refusal('approval_expired');
}

/** The hash is of what is kept now, whoever wrote it there. Refuses `approval_content_changed`. */
export function requireUnchanged(request: KeptRequest): void {
  if (hashOf(contentOf(request)).toString('hex') !== request.contentHash) throw new Refusal('approval_content_changed');
}

/** Refuses `approval_own`, `approver_role_missing`, `approval_given`, `approver_absent`. */
export async function requireApprover(
  client: Pool | ClientBase,
  request: KeptRequest,
  official: Official,
  at: Instant,
): Promise<void> {
  if (request.makerId === official.id) throw new Refusal('approval_own');
  if (rolesAmong(official, request.approverRoles).length === 0) {
    throw new Refusal('approver_role_missing', { details: { roles: request.approverRoles.join(' ') } });
  }
  if (request.approvals.some(({ approverId }) => approverId === official.id)) throw new Refusal('approval_given');
  if (await isAbsent(client, official, request.approverRoles, at)) throw new Refusal('approver_absent');
}
