// Whose the rows of the exchange are.
import { house, PARTICIPANT, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'messages.inbox': tenants({ sender_id: PARTICIPANT }),
  'messages.outbox': tenants({ participant_id: PARTICIPANT }),
  'messages.deliveries': tenants({ participant_id: PARTICIPANT }),
  'messages.confirmations': tenants({ participant_id: PARTICIPANT }),
  'messages.statements': tenants({ participant_id: PARTICIPANT }),
  'messages.waiting': house('the write path’s own'),
};
