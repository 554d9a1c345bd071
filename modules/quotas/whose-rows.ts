// Whose the rows of quotas and usage are.
import { everyone, ORGANISATION, PARTICIPANT, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'quotas.quotas': tenants({ organisation_id: ORGANISATION }),
  'quotas.acts': tenants({ organisation_id: ORGANISATION }),
  'quotas.usage_events': tenants({ participant_id: PARTICIPANT }),
  'quotas.stored_days': tenants({ participant_id: PARTICIPANT }),
  'quotas.counted_days': everyone('which days are counted: dates'),
};
