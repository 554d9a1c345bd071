// Which messages stand in outboxes, by their places: for whoever tells a participant that one is there to collect.
import { type Pool } from '../../../platform/postgres/connect.ts';
import { moment } from '../../../platform/postgres/moment.ts';

export interface OutboxEntry {
  readonly participantId: string;
  readonly seq: number;
  readonly kind: string;
  readonly paymentId: string | null;
  readonly at: string;
}

export async function readOutboxEntries(
  pool: Pool,
  bookId: number,
  places: readonly { readonly participantId: string; readonly seq: number }[],
): Promise<OutboxEntry[]> {
  if (places.length === 0) return [];
  const { rows } = await pool.query<Omit<OutboxEntry, 'seq'> & { seq: string }>(
    `select participant_id as "participantId", seq::text, kind, payment_id::text as "paymentId", ${moment('at')}
     from messages.outbox
     where book_id = $1 and (participant_id, seq) in (select * from unnest($2::text[], $3::int8[]))`,
    [bookId, places.map(({ participantId }) => participantId), places.map(({ seq }) => seq)],
  );
  return rows.map((row) => ({ ...row, seq: Number(row.seq) }));
}
