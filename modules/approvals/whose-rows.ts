// Whose the rows of approvals are.
import { everyone, ORGANISATION, PARTICIPANT, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'approvals.requests': tenants(
    { request_id: 'r1', organisation: `participant ${PARTICIPANT}` },
    { request_id: 'r2', organisation: `organisation ${ORGANISATION}` },
  ),
  'approvals.delegations': tenants(
    { organisation: `participant ${PARTICIPANT}` },
    { organisation: `organisation ${ORGANISATION}` },
  ),
  'approvals.given': tenants({ request_id: 'r1' }, { request_id: 'r2' }),
  'approvals.acts': tenants({ request_id: 'r1' }),
  'approvals.policies': everyone('whoever asks for something may know who must approve it'),
};
