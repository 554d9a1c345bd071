// What a participant takes away of settlement: its standing and limits, payments it is a party to, its positions in clearing
// batches, and the acts about it. Of a batch, what others net is not its own.
import { type ClientBase } from 'pg';
import { guaranteeAccountId } from './clearing/guarantee.ts';
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const SETTLEMENT_DATA: readonly Dataset[] = [
  {
    name: 'settlement/participant',
    table: 'settlement.participants',
    format: 'jsonl',
    columns: `participant_id, account_id, profile, standing, left_on, coming, minimum_reserve, collateral,
      reservation_highly_urgent, reservation_urgent, multilateral_limit, multilateral_used`,
    rest: 'where book_id = :book and participant_id = :participant',
  },
  {
    name: 'settlement/limits',
    table: 'settlement.bilateral_limits',
    format: 'csv',
    columns: 'counterparty_id, amount, used',
    rest: 'where book_id = :book and participant_id = :participant order by counterparty_id',
  },
  {
    name: 'settlement/payments',
    table: 'settlement.payments',
    format: 'csv',
    columns: `payment_id, uetr, kind, sender_id, instructed_by, receiver_id, amount, rank, state, reason, value_date,
      received_at, settled_at, settled_how, ended_at, message_id, instruction_id, end_to_end_id, transaction_id,
      clearing_reference, returns_id`,
    rest: `where book_id = :book and :participant in (sender_id, receiver_id, instructed_by)
      order by received_at, payment_id`,
  },
  {
    name: 'settlement/clearing',
    table: 'settlement.clearing_batches',
    format: 'jsonl',
    columns: `batch_id, house_id, reference, state, received_at, information_ends_at, settle_by, settled_at,
      case when house_id = :participant then gross end as gross,
      (select jsonb_agg(p) from jsonb_array_elements(positions) p
       where house_id = :participant or p ->> 'participantId' = :participant) as positions`,
    rest: `where book_id = :book and (house_id = :participant
        or positions @> jsonb_build_array(jsonb_build_object('participantId', :participant)))
      order by received_at, batch_id`,
  },
  {
    name: 'settlement/acts',
    table: 'settlement.acts',
    format: 'jsonl',
    columns: 'commit_number, number, at, subject, subject_id, actor, text_en, text_zh, reason',
    rest: `where book_id = :book and (subject = 'participant' and subject_id = :participant
        or subject = 'payment' and exists (select 1 from settlement.payments p
          where p.book_id = t.book_id and p.payment_id::text = t.subject_id
            and :participant in (p.sender_id, p.receiver_id, p.instructed_by)))
      order by commit_number, number`,
  },
];

/** The accounts in the ledger that are a participant's. */
export async function readAccountsOf(client: ClientBase, bookId: number, participantId: string): Promise<number[]> {
  const { rows } = await client.query<{ account: string; number: number; kind: string }>(
    `select account_id::text as account, number, profile ->> 'kind' as kind from settlement.participants
     where book_id = $1 and participant_id = $2`,
    [bookId, participantId],
  );
  return rows.flatMap(({ account, number, kind }) => [
    ...(account === '0' ? [] : [Number(account)]),
    ...(kind === 'clearing-house' ? [guaranteeAccountId({ index: number })] : []),
  ]);
}
