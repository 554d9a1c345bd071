// Whose the rows of subscriptions are.
import { everyone, ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'subscriptions.subscriptions': tenants({ organisation_id: ORGANISATION }),
  'subscriptions.acts': tenants({ organisation_id: ORGANISATION }),
  'subscriptions.prices': everyone('what services cost is the catalogue’s'),
};
