// Usage, exactly once: it is never counted beside payments and messages but from their rows. A day that is over is counted
// once for all organisations, its events and the day itself in one transaction; the rest is counted when it is asked for.
import { type ClientBase } from 'pg';
import { type EnvironmentKind } from '../access/index.ts';
import { readFirstMessageAt, readMessageUsage } from '../messages/index.ts';
import { readPaymentUsage } from '../settlement/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { inTransaction, isTaken } from '../../platform/postgres/transaction.ts';
import { addDays, type TimeZone } from '../../platform/time-zone.ts';

export const USAGE_MEASURES = ['payments', 'value', 'messages-in', 'messages-out'] as const;
export type UsageMeasure = (typeof USAGE_MEASURES)[number];

export interface UsageContext {
  readonly pool: Pool;
  readonly bookId: number;
  readonly environment: EnvironmentKind;
  readonly zone: TimeZone;
}

/** What a participant used on a calendar date of the institution's. */
export interface UsageEvent {
  readonly participantId: string;
  readonly date: string;
  readonly measure: UsageMeasure;
  /** Of value, minor units. */
  readonly quantity: bigint;
}

const midnight = (zone: TimeZone, date: string): Instant => zone.instantOf(date, '00:00');

export async function countFromRows(
  { pool, bookId, zone }: UsageContext,
  span: { readonly from: Instant; readonly to: Instant; readonly participantId?: string },
): Promise<UsageEvent[]> {
  const given = { ...span, bookId, zone: zone.name };
  const [payments, messages] = await Promise.all([readPaymentUsage(pool, given), readMessageUsage(pool, given)]);
  const events = [
    ...payments.flatMap(({ participantId, date, payments: count, amountMinor }): UsageEvent[] => [
      { participantId, date, measure: 'payments', quantity: count },
      { participantId, date, measure: 'value', quantity: amountMinor },
    ]),
    ...messages.flatMap(({ participantId, date, messagesIn, messagesOut }): UsageEvent[] => [
      { participantId, date, measure: 'messages-in', quantity: messagesIn },
      { participantId, date, measure: 'messages-out', quantity: messagesOut },
    ]),
  ];
  return events.filter(({ quantity }) => quantity > 0n);
}

/** Counts every day that is over and was not counted. Answers the date that is not counted yet; none before the first message. */
export async function countDays(context: UsageContext): Promise<string | undefined> {
  const { pool, zone } = context;
  const decidedAt = await readDecidedAt(context);
  let date = await nextDate(context);
  // All that was decided before an instant that is committed is committed: such a day is whole.
  while (date !== undefined && midnight(zone, addDays(date, 1)) <= decidedAt) {
    const day = date;
    const events = await countFromRows(context, { from: midnight(zone, day), to: midnight(zone, addDays(day, 1)) });
    try {
      await inTransaction(pool, (client) => writeDay(client, context, day, events, decidedAt));
    } catch (error) {
      // Another process has counted it, and the same.
      if (!isTaken(error)) throw error;
    }
    date = addDays(day, 1);
  }
  return date;
}

async function writeDay(
  client: ClientBase,
  { bookId, environment }: UsageContext,
  date: string,
  events: readonly UsageEvent[],
  at: Instant,
): Promise<void> {
  await client.query(
    `insert into quotas.counted_days (book_id, environment, usage_date, counted_at) values ($1, $2, $3, $4)`,
    [bookId, environment, date, formatInstant(at)],
  );
  await client.query(
    `insert into quotas.usage_events (book_id, environment, usage_date, participant_id, measure, quantity)
     select $1, $2, $3, * from unnest($4::text[], $5::text[], $6::numeric[])`,
    [
      bookId,
      environment,
      date,
      events.map(({ participantId }) => participantId),
      events.map(({ measure }) => measure),
      events.map(({ quantity }) => String(quantity)),
    ],
  );
}

async function nextDate({ pool, bookId, environment, zone }: UsageContext): Promise<string | undefined> {
  const { rows } = await pool.query<{ date: string | null }>(
    'select max(usage_date)::text as date from quotas.counted_days where book_id = $1 and environment = $2',
    [bookId, environment],
  );
  if (rows[0]?.date) return addDays(rows[0].date, 1);
  const first = await readFirstMessageAt(pool, bookId);
  return first === undefined ? undefined : zone.dateOf(first);
}

async function readDecidedAt({ pool, bookId }: UsageContext): Promise<Instant> {
  const { rows } = await pool.query<{ micros: string }>(
    'select (extract(epoch from decided_at) * 1000000)::int8::text as micros from platform.writers where book_id = $1',
    [bookId],
  );
  return Number(rows[0]?.micros ?? 0);
}

/** Of the days counted for good, from one date to before another. */
export async function readUsageEvents(
  { pool, bookId, environment }: UsageContext,
  participantId: string,
  from: string,
  to: string,
): Promise<UsageEvent[]> {
  const { rows } = await pool.query<{ date: string; measure: UsageMeasure; quantity: string }>(
    `select usage_date::text as date, measure, quantity::text from quotas.usage_events
     where book_id = $1 and environment = $2 and participant_id = $3 and usage_date >= $4 and usage_date < $5
     order by usage_date, measure`,
    [bookId, environment, participantId, from, to],
  );
  return rows.map(({ date, measure, quantity }) => ({ participantId, date, measure, quantity: BigInt(quantity) }));
}
