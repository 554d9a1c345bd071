// Whose the rows of webhooks are.
import { house, ORGANISATION, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'webhooks.endpoints': tenants({ endpoint_id: 'e1', organisation_id: ORGANISATION }),
  'webhooks.events': tenants({ organisation_id: ORGANISATION }),
  'webhooks.deliveries': tenants({ number: 1, endpoint_id: 'e1' }),
  'webhooks.attempts': tenants({ delivery: 1 }),
  'webhooks.acts': tenants({ endpoint_id: 'e1' }),
  'webhooks.positions': house('how far gathering has come'),
};
