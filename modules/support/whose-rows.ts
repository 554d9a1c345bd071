// Whose the rows of support are.
import { ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'support.cases': tenants({ organisation_id: ORGANISATION }),
  'support.acts': tenants({ organisation_id: ORGANISATION }),
};
