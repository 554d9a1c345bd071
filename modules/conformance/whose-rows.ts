// Whose the rows of conformance are.
import { ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'conformance.runs': tenants({ organisation_id: ORGANISATION }),
  'conformance.incidents': tenants({ organisation_id: ORGANISATION }),
};
