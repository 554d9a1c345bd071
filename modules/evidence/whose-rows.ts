// Whose the rows of the evidence are.
import { everyone, PARTICIPANT, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'evidence.leaves': tenants({ participant_id: PARTICIPANT }),
  'evidence.nodes': everyone('hashes, which tell nothing'),
};
