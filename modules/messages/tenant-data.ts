// What a participant takes away of messages: every one as the XML it was sent or received as, with our answer, and lists of them.
import { type Dataset } from '../../platform/postgres/dataset.ts';

const sent = 'where book_id = :book and sender_id = :participant order by received_at, inbox_id';
const received = 'where book_id = :book and participant_id = :participant order by t.seq';

export const MESSAGE_DATA: readonly Dataset[] = [
  {
    name: 'messages/sent',
    table: 'messages.inbox',
    format: 'csv',
    columns: `inbox_id, message_id, kind, encode(hash, 'hex') as sha256, state, transactions, amount, violations, answer_kind,
      received_at`,
    rest: sent,
  },
  {
    name: 'messages/received',
    table: 'messages.outbox',
    format: 'csv',
    columns: 't.seq, kind, payment_id, inbox_id, at',
    rest: received,
  },
  {
    name: 'messages/confirmed',
    table: 'messages.confirmations',
    format: 'csv',
    columns: 't.seq, at',
    rest: received,
  },
  { name: 'messages/sent', table: 'messages.inbox', format: 'xml', columns: 'inbox_id as name, xml', rest: sent },
  {
    name: 'messages/answers',
    table: 'messages.inbox',
    format: 'xml',
    columns: 'inbox_id as name, answer as xml',
    rest: sent,
  },
  {
    name: 'messages/received',
    table: 'messages.outbox',
    format: 'xml',
    columns: `lpad(t.seq::text, 12, '0') as name, xml`,
    rest: received,
  },
];
