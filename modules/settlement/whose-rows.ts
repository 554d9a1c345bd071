// Whose the rows of settlement are.
import { everyone, PARTICIPANT, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

const [PAYMENT, BATCH] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];

export const WHOSE_ROWS: WhoseRows = {
  'settlement.participants': tenants({ participant_id: PARTICIPANT }),
  'settlement.bilateral_limits': tenants({ participant_id: PARTICIPANT }),
  'settlement.payments': tenants(
    { book_id: 1, payment_id: PAYMENT, sender_id: PARTICIPANT },
    { receiver_id: PARTICIPANT },
    { instructed_by: PARTICIPANT },
  ),
  'settlement.clearing_batches': tenants(
    { book_id: 1, batch_id: BATCH, house_id: PARTICIPANT, positions: '[]' },
    { house_id: 'HOUSCNBJ', positions: `[{"participantId":"${PARTICIPANT}","netMinor":"5"}]` },
  ),
  'settlement.acts': tenants(
    { book_id: 1, subject: 'participant', subject_id: PARTICIPANT },
    { book_id: 1, subject: 'payment', subject_id: PAYMENT },
    { book_id: 1, subject: 'clearing', subject_id: BATCH },
  ),
  'settlement.days': everyone('the business day and its phases'),
  'settlement.modes': everyone('which liquidity saving is on'),
};
