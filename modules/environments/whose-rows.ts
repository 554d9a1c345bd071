// Whose the rows of environments are.
import { ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'environments.environments': tenants({ organisation_id: ORGANISATION }),
};
