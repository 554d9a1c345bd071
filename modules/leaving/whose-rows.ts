// Whose the rows of leaving are.
import { ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'leaving.exports': tenants({ organisation_id: ORGANISATION }),
};
