// Whose the rows of the request log are.
import { ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'request_log.requests': tenants({ organisation_id: ORGANISATION }),
  'request_log.dropped': tenants({ organisation_id: ORGANISATION }),
};
