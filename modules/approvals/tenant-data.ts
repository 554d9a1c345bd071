// What an organisation takes away of approvals: what its people asked, who approved, who stood in for whom, and the acts of it.
import { type Dataset } from '../../platform/postgres/dataset.ts';

/** As `organisationOf` names one. */
const own = `in ('participant ' || :participant, 'organisation ' || :organisation)`;
const ofRequests = `request_id in (select request_id from approvals.requests where organisation ${own})`;

export const APPROVAL_DATA: readonly Dataset[] = [
  {
    name: 'approvals/requests',
    table: 'approvals.requests',
    format: 'jsonl',
    columns: `request_id, action, method, path, params, query, body, encode(content_hash, 'hex') as content_hash, maker_id,
      maker, amount, difference, reason, approvers_needed, made_at, expires_at, state, ended_at, ended_by, end_reason, outcome`,
    rest: `where organisation ${own} order by made_at, request_id`,
  },
  {
    name: 'approvals/given',
    table: 'approvals.given',
    format: 'jsonl',
    columns: 'request_id, place, approver_id, approver, on_behalf_of, at',
    rest: `where ${ofRequests} order by at, request_id, place`,
  },
  {
    name: 'approvals/delegations',
    table: 'approvals.delegations',
    format: 'jsonl',
    columns: 'delegation_id, role, from_id, from_name, to_id, begins_at, ends_at, reason, made_at, ended_at',
    rest: `where organisation ${own} order by made_at, delegation_id`,
  },
  {
    name: 'approvals/acts',
    table: 'approvals.acts',
    format: 'jsonl',
    columns: 'number, at, request_id, subject, actor_id, actor, act, detail',
    rest: `where ${ofRequests}
      or subject in (select delegation_id from approvals.delegations where organisation ${own}) order by number`,
  },
];
