// What a bank reads of its own: its outbox by number, what it sent with the answers, and both followed live. A stream
// reads committed rows only, a page at a time as its reader takes them, and looks again after each commit that wrote some.
import { formatInstant, type Instant } from '../../../platform/instant.ts';
import { type SentEvent } from '../../../platform/http/index.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { type MessagesContext } from '../context.ts';
import { type OutboxMessageJson, type SentMessageJson } from '../answers/schemas.ts';

/** Oldest first. */
export async function readOutbox(
  { bookId, pool }: Pick<MessagesContext, 'bookId' | 'pool'>,
  participantId: string,
  after: number,
  limit: number,
): Promise<OutboxMessageJson[]> {
  const { rows } = await pool.query<{ seq: string; kind: string; xml: string; micros: string }>(
    `select seq::text, kind, xml, (extract(epoch from at) * 1000000)::int8::text as micros from messages.outbox
     where book_id = $1 and participant_id = $2 and outbox.seq > $3 order by outbox.seq limit $4`,
    [bookId, participantId, after, limit],
  );
  return rows.map(({ seq, kind, xml, micros }) => ({
    id: `${participantId}-${seq}`,
    seq: Number(seq),
    kind,
    at: formatInstant(Number(micros)),
    xml,
  }));
}

/** Oldest first. No two commands of a book are decided at one instant, so the instant is the cursor. */
export async function readSent(
  { bookId, pool }: Pick<MessagesContext, 'bookId' | 'pool'>,
  participantId: string,
  after: Instant,
  limit: number,
): Promise<SentMessageJson[]> {
  const { rows } = await pool.query<Record<string, string | null>>(
    `select inbox_id::text, message_id, kind, state, answer_kind, answer,
            (extract(epoch from received_at) * 1000000)::int8::text as micros
     from messages.inbox where book_id = $1 and sender_id = $2 and received_at > $3::timestamptz
     order by received_at limit $4`,
    [bookId, participantId, formatInstant(after), limit],
  );
  return rows.map((row) => ({
    id: row.inbox_id!,
    cursor: row.micros!,
    messageId: row.message_id ?? null,
    kind: row.kind ?? null,
    state: row.state as SentMessageJson['state'],
    at: formatInstant(Number(row.micros)),
    answerKind: row.answer_kind!,
    answer: row.answer!,
  }));
}

/** How far a participant has confirmed its outbox; 0 at first. */
export async function readConfirmed(
  { bookId, pool }: Pick<MessagesContext, 'bookId' | 'pool'>,
  participantId: string,
): Promise<number> {
  const { rows } = await pool.query<{ seq: string }>(
    'select seq::text from messages.deliveries where book_id = $1 and participant_id = $2',
    [bookId, participantId],
  );
  return Number(rows[0]?.seq ?? 0);
}

/** The number of the newest message in its outbox, and when its own newest was taken; 0 when there is none. */
export async function readEnds(
  { bookId, pool }: Pick<MessagesContext, 'bookId' | 'pool'>,
  participantId: string,
): Promise<{ readonly lastSeq: number; readonly lastSentAt: Instant }> {
  const { rows } = await pool.query<{ last_seq: string; last_sent: string }>(
    `select coalesce((select max(o.seq) from messages.outbox o where o.book_id = $1 and o.participant_id = $2), 0)::text
              as last_seq,
            coalesce((select (extract(epoch from max(i.received_at)) * 1000000)::int8 from messages.inbox i
              where i.book_id = $1 and i.sender_id = $2), 0)::text as last_sent`,
    [bookId, participantId],
  );
  return { lastSeq: Number(rows[0]!.last_seq), lastSentAt: Number(rows[0]!.last_sent) };
}

/** Only ever forward, and never past what was written. */
export async function confirmDelivery(
  { bookId, pool, clock }: Pick<MessagesContext, 'bookId' | 'pool' | 'clock'>,
  participantId: string,
  id: string,
): Promise<void> {
  const seq = id.startsWith(`${participantId}-`) ? Number(id.slice(participantId.length + 1)) : NaN;
  const { rowCount } = await pool.query(
    `with known as (
       select o.book_id, o.participant_id, o.seq, $4::timestamptz as at from messages.outbox o
       where o.book_id = $1 and o.participant_id = $2 and o.seq = $3
     ), noted as (
       insert into messages.confirmations (book_id, participant_id, seq, at)
       select k.* from known k
       where not exists (
         select from messages.deliveries d
         where d.book_id = k.book_id and d.participant_id = k.participant_id and d.seq >= k.seq
       )
       on conflict do nothing
     )
     insert into messages.deliveries (book_id, participant_id, seq, at) select * from known
     on conflict (book_id, participant_id)
     do update set seq = greatest(deliveries.seq, excluded.seq), at = excluded.at`,
    [bookId, participantId, Number.isSafeInteger(seq) ? seq : -1, formatInstant(clock.now())],
  );
  if (rowCount === 0) throw new Refusal('message_not_found', { field: '/id' });
}

const STREAM_PAGE = 100;

export function followOutbox(
  context: MessagesContext,
  participantId: string,
  after: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<SentEvent> {
  return follow(context, signal, after, {
    newest: () => context.writer.memory.messages.exchange.lastSeq.get(participantId),
    read: (cursor) => readOutbox(context, participantId, cursor, STREAM_PAGE),
    cursorOf: ({ seq }) => seq,
    event: 'message',
  });
}

export function followSent(
  context: MessagesContext,
  participantId: string,
  after: Instant,
  signal: AbortSignal | undefined,
): AsyncGenerator<SentEvent> {
  return follow(context, signal, after, {
    newest: () => context.writer.memory.messages.exchange.lastAnsweredAt.get(participantId),
    read: (cursor) => readSent(context, participantId, cursor, STREAM_PAGE),
    cursorOf: ({ cursor }) => Number(cursor),
    event: 'answer',
  });
}

interface Followed<Item> {
  /** Cursor of the newest item decided, durable or not; undefined when memory does not know. */
  newest(): number | undefined;
  read(after: number): Promise<Item[]>;
  cursorOf(item: Item): number;
  readonly event: string;
}

async function* follow<Item>(
  { onCommit, writer }: MessagesContext,
  signal: AbortSignal | undefined,
  after: number,
  { newest, read, cursorOf, event }: Followed<Item>,
): AsyncGenerator<SentEvent> {
  let cursor = after;
  let wake = (): void => undefined;
  // Counted, so that a commit that comes while we read is not slept through.
  let commits = 0;
  const stopListening = onCommit(() => {
    commits += 1;
    wake();
  });
  const stop = (): void => wake();
  signal?.addEventListener('abort', stop);
  // Memory tells what is new only since it was built; before that, and after a recovery, the rows are asked.
  let caughtUpWith: unknown;
  try {
    while (!signal?.aborted) {
      const [seen, { memory }] = [commits, writer];
      if (caughtUpWith !== memory || (newest() ?? 0) > cursor) {
        const items = await read(cursor);
        for (const item of items) {
          cursor = cursorOf(item);
          yield { event, data: item, id: String(cursor) };
        }
        if (items.length === STREAM_PAGE) continue;
        caughtUpWith = memory;
      }
      while (seen === commits && !signal?.aborted) await new Promise<void>((resolve) => (wake = resolve));
    }
  } finally {
    stopListening();
    signal?.removeEventListener('abort', stop);
  }
}
