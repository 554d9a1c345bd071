// How many messages each participant sent us and got from us, counted from the rows of the messages themselves.
import { formatInstant, type Instant } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import { type UsageSpan } from '../../settlement/index.ts';

export interface MessageUsage {
  readonly participantId: string;
  readonly date: string;
  readonly messagesIn: bigint;
  readonly messagesOut: bigint;
}

type Row = Record<'participant_id' | 'date' | 'messages_in' | 'messages_out', string>;

export async function readMessageUsage(pool: Pool, span: UsageSpan): Promise<MessageUsage[]> {
  const { bookId, from, to, zone, participantId } = span;
  const { rows } = await pool.query<Row>(
    `select participant_id, date, sum(messages_in)::text as messages_in, sum(messages_out)::text as messages_out
     from (
       select sender_id as participant_id, (received_at at time zone $4)::date::text as date,
              count(*) as messages_in, 0 as messages_out
       from messages.inbox
       where book_id = $1 and received_at >= $2 and received_at < $3 and ($5::text is null or sender_id = $5)
       group by 1, 2
       union all
       select participant_id, (at at time zone $4)::date::text, 0, count(*)
       from messages.outbox
       where book_id = $1 and at >= $2 and at < $3 and ($5::text is null or participant_id = $5)
       group by 1, 2
     ) counted
     group by 1, 2`,
    [bookId, formatInstant(from), formatInstant(to), zone, participantId ?? null],
  );
  return rows.map((row) => ({
    participantId: row.participant_id,
    date: row.date,
    messagesIn: BigInt(row.messages_in),
    messagesOut: BigInt(row.messages_out),
  }));
}

/** When the first message came; undefined before there was any. Every payment came by one. */
export async function readFirstMessageAt(pool: Pool, bookId: number): Promise<Instant | undefined> {
  const { rows } = await pool.query<{ micros: string | null }>(
    `select (extract(epoch from min(received_at)) * 1000000)::int8::text as micros
     from messages.inbox where book_id = $1`,
    [bookId],
  );
  const micros = rows[0]?.micros;
  return micros === null || micros === undefined ? undefined : Number(micros);
}

/** How many messages lie in outboxes and were not confirmed, given how far each outbox has come. */
export async function readOutboxBacklog(
  pool: Pool,
  bookId: number,
  lastSeq: ReadonlyMap<string, number>,
): Promise<number> {
  const { rows } = await pool.query<{ participant_id: string; seq: string }>(
    'select participant_id, seq::text from messages.deliveries where book_id = $1',
    [bookId],
  );
  const confirmed = new Map(rows.map((row) => [row.participant_id, Number(row.seq)]));
  let backlog = 0;
  for (const [participantId, last] of lastSeq) backlog += Math.max(0, last - (confirmed.get(participantId) ?? 0));
  return backlog;
}

/** Bytes of the messages that each participant sent in a span, with our answers, and of those it was sent. */
export async function readStoredBytes(
  pool: Pool,
  { bookId, from, to }: Pick<UsageSpan, 'bookId' | 'from' | 'to'>,
): Promise<[participantId: string, bytes: bigint][]> {
  const { rows } = await pool.query<{ participant: string; bytes: string }>(
    `select participant, sum(bytes)::text as bytes from (
       select sender_id as participant, octet_length(xml)::int8 + octet_length(answer) as bytes from messages.inbox
       where book_id = $1 and received_at >= $2 and received_at < $3
       union all
       select participant_id, octet_length(xml) from messages.outbox where book_id = $1 and at >= $2 and at < $3
     ) kept group by 1`,
    [bookId, formatInstant(from), formatInstant(to)],
  );
  return rows.map(({ participant, bytes }) => [participant, BigInt(bytes)]);
}
