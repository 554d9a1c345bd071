// Whose the rows of access are.
import { house, ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'access.organisations': tenants({ organisation_id: ORGANISATION }),
  'access.keys': tenants({ organisation_id: ORGANISATION }),
  'access.acts': tenants({ organisation_id: ORGANISATION }),
  'access.nonces': house('the edge alone asks which have been used'),
};
