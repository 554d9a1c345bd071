// Days, a participant's liquidity, and clearing batches for screens, by SQL over committed rows.
import { type Static } from '@sinclair/typebox';
import { decodeCursor, type Page, pageOf } from '../../../platform/http/index.ts';
import { formatInstant, type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import { readAsHouse } from '../../../platform/postgres/tenant-reads.ts';
import { balanceOf } from '../../ledger/index.ts';
import { type ClearingBatch } from '../clearing/batch.ts';
import { type BusinessDay } from '../day/business-day.ts';
import { BATCH_COLUMNS, batchOf, DAY_COLUMNS, dayOf, micros, type TextRow } from '../memory-reads.ts';
import { type Participant } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { clearingBatchJson, type DayFlows, momentOf } from './json.ts';
import { type ClearingBatchJson, type DaySummarySchema, type LiquidityDayJson } from './schemas.ts';

/** What settled on one business date. */
export interface DayTotals {
  readonly settledCount: number;
  readonly settledMinor: bigint;
  /** Mean time from receipt to settlement, milliseconds. */
  readonly meanDelayMs: number;
  readonly flows: DayFlows;
}

const FRESH_MS = 2_000;
const totalsOfDays = new WeakMap<Pool, Map<string, { at: number; totals: Promise<DayTotals> }>>();

/** One scan of the day's payments, shared by everyone who asks within two seconds. */
export function readDayTotals(pool: Pool, bookId: number, date: string): Promise<DayTotals> {
  const known = totalsOfDays.get(pool) ?? new Map<string, { at: number; totals: Promise<DayTotals> }>();
  totalsOfDays.set(pool, known);
  const key = `${bookId}:${date}`;
  const found = known.get(key);
  const now = performance.now();
  if (found && now - found.at < FRESH_MS) return found.totals;
  // Kept for all; a participant is shown the sums of itself alone.
  const totals = readAsHouse(() => queryDayTotals(pool, bookId, date));
  known.clear();
  known.set(key, { at: now, totals });
  totals.catch(() => known.delete(key));
  return totals;
}

/** Forgets what was read, so that an act's own answer shows it. */
export function forgetDayTotals(pool: Pool): void {
  totalsOfDays.delete(pool);
}

async function queryDayTotals(pool: Pool, bookId: number, date: string): Promise<DayTotals> {
  const { rows } = await pool.query<Record<'sender_id' | 'receiver_id' | 'count' | 'sum' | 'delay', string>>(
    `select sender_id, receiver_id, count(*)::text as count, sum(amount)::text as sum,
            (sum(extract(epoch from settled_at - received_at)) * 1000)::text as delay
     from settlement.payments
     where book_id = $1 and value_date = $2 and state = 'settled'
     group by sender_id, receiver_id`,
    [bookId, date],
  );
  const sent = new Map<string, bigint>();
  const received = new Map<string, bigint>();
  let [settledCount, settledMinor, delayMs] = [0, 0n, 0];
  for (const { sender_id: from, receiver_id: to, count, sum, delay } of rows) {
    settledCount += Number(count);
    settledMinor += BigInt(sum);
    delayMs += Number(delay);
    sent.set(from, (sent.get(from) ?? 0n) + BigInt(sum));
    received.set(to, (received.get(to) ?? 0n) + BigInt(sum));
  }
  const meanDelayMs = settledCount === 0 ? 0 : Math.round(delayMs / settledCount);
  return { settledCount, settledMinor, meanDelayMs, flows: { sent, received } };
}

export async function readDay(pool: Pool, bookId: number, date: string): Promise<BusinessDay | undefined> {
  const { rows } = await pool.query<TextRow>(
    `select ${DAY_COLUMNS} from settlement.days where book_id = $1 and business_date = $2`,
    [bookId, date],
  );
  return rows[0] && dayOf(rows[0]);
}

/** What a statement of a business date covers: all since the day before closed, until it closed itself or until now. */
export async function readDaySpan(
  pool: Pool,
  bookId: number,
  date: string,
): Promise<{ readonly from: Instant; readonly closedAt: Instant | undefined } | undefined> {
  const { rows } = await pool.query<TextRow>(
    `select ${micros('closed_at')}, (
       select (extract(epoch from max(b.closed_at)) * 1000000)::int8::text from settlement.days b
       where b.book_id = days.book_id and b.business_date < days.business_date
     ) as from_micros
     from settlement.days where book_id = $1 and business_date = $2`,
    [bookId, date],
  );
  const [row] = rows;
  if (!row) return undefined;
  return {
    from: Number(row.from_micros ?? 0),
    closedAt: row.closed_at === null ? undefined : Number(row.closed_at),
  };
}

/** Business dates that have closed, latest first. */
export async function readClosedDates(pool: Pool, bookId: number, limit: number): Promise<string[]> {
  const { rows } = await pool.query<{ date: string }>(
    `select business_date::text as date from settlement.days
     where book_id = $1 and state = 'closed' order by business_date desc limit $2`,
    [bookId, limit],
  );
  return rows.map(({ date }) => date);
}

/** Newest first. */
export async function readDayPage(
  pool: Pool,
  bookId: number,
  query: { readonly after?: string; readonly limit: number },
): Promise<Page<Static<typeof DaySummarySchema>>> {
  const cursor = decodeCursor(query.after, 1);
  const { rows } = await pool.query<TextRow>(
    `select ${DAY_COLUMNS}, n.count::text, n.sum::text
     from settlement.days
     cross join lateral (
       select count(*) as count, coalesce(sum(amount), 0) as sum from settlement.payments p
       where p.book_id = days.book_id and p.value_date = days.business_date and p.state = 'settled'
     ) n
     where book_id = $1 and ($2::text is null or business_date < $2::text::date)
     order by days.business_date desc limit ${query.limit + 1}`,
    [bookId, cursor ? String(cursor[0]) : null],
  );
  return pageOf(
    rows,
    query.limit,
    (row) => {
      const day = dayOf(row);
      return {
        date: day.date,
        state: day.state,
        settledCount: Number(row.count),
        settledValue: row.sum!,
        returnedCount: day.returnedCount,
        closedAt: momentOf(day.closedAt),
      };
    },
    (row) => [row.business_date!],
  );
}

// ── A participant's day ────────────────────────────────────────────────────────────────────────────────────────────

const STEP_MINUTES = 15;
const STEP_MICROS = STEP_MINUTES * 60 * MICROS_PER_SECOND;

/** Balance, flows and queue in steps of 15 minutes from the day's opening until now. */
export async function readLiquidityDay(
  pool: Pool,
  s: Settlement,
  participant: Participant,
  now: Instant,
): Promise<LiquidityDayJson> {
  if (participant.accountId === 0) refuse('has_no_account', '/id');
  const day = s.day ?? refuse('day_not_open');
  const opensAt = day!.openedAt ?? day!.phases[0]!.startsAt;
  const closesAt = day!.phases.at(-1)!.endsAt;
  const until = Math.min(Math.max(now, opensAt), closesAt);
  const [balance, moves, terms, queue] = await Promise.all([
    readBalance(pool, s.books.bookId, participant.accountId),
    readMoves(pool, s.books.bookId, participant.accountId, opensAt),
    readCreditLines(pool, s.books.bookId, participant.accountId),
    readQueueMoves(pool, s.books.bookId, participant.id, opensAt),
  ]);
  const [highlyUrgent, urgent] = participant.reservedMinor;
  let running = moves.reduce((sum, { paidIn, paidOut }) => sum - paidIn + paidOut, balance);
  let queuedOut = 0n;
  const points: LiquidityDayJson['points'] = [];
  const steps = Math.floor((until - opensAt) / STEP_MICROS) + 1;
  // What was decided in this very moment belongs to the last step.
  const stepOf = ({ step }: { step: number }): number => Math.min(step, steps - 1);
  for (let step = -1; step < steps; step++) {
    let [paidIn, paidOut] = [0n, 0n];
    for (const move of moves.filter((each) => stepOf(each) === step)) {
      paidIn += move.paidIn;
      paidOut += move.paidOut;
    }
    running += paidIn - paidOut;
    for (const move of queue) if (stepOf(move) === step) queuedOut += move.change;
    const at = Math.min(opensAt + (step + 1) * STEP_MICROS, until);
    const term = step === steps - 1 ? terms.at(-1) : terms.findLast((each) => each.at <= at);
    points.push({
      at: formatInstant(at),
      balance: String(running),
      creditLine: String(term?.overdraft ?? 0n),
      reserve: String(highlyUrgent + urgent),
      paidIn: String(paidIn),
      paidOut: String(paidOut),
      queuedOut: String(queuedOut > 0n ? queuedOut : 0n),
    });
  }
  const nowBalance = balanceOf(s.accountOf(participant));
  const close = nowBalance - participant.queuedMinor + participant.queuedInMinor;
  return {
    date: day!.date,
    stepMinutes: STEP_MINUTES,
    opensAt: formatInstant(opensAt),
    closesAt: formatInstant(closesAt),
    now: formatInstant(now),
    points,
    projectedClose: String(close),
    projection: [
      { at: formatInstant(until), balance: String(nowBalance) },
      { at: formatInstant(closesAt), balance: String(close) },
    ],
  };
}

async function readBalance(pool: Pool, bookId: number, accountId: number): Promise<bigint> {
  const { rows } = await pool.query<{ balance: string }>(
    `select (credits_posted - debits_posted)::text as balance from ledger.balances
     where book_id = $1 and account_id = $2`,
    [bookId, accountId],
  );
  return BigInt(rows[0]?.balance ?? 0);
}

/** Steps count from 0 at the opening; only the account's pages that end after it are read. */
async function readMoves(
  pool: Pool,
  bookId: number,
  accountId: number,
  from: Instant,
): Promise<{ step: number; paidIn: bigint; paidOut: bigint }[]> {
  const { rows } = await pool.query<Record<'step' | 'paid_in' | 'paid_out', string>>(
    `with seqs as (
       select e.seq from ledger.folios f cross join lateral unnest(f.entries) as e(seq)
       where f.book_id = $1 and f.account_id = $2 and f.through_at >= $3
       union all
       select seq from ledger.tail_entries where book_id = $1 and account_id = $2
     )
     select floor(extract(epoch from t.at - $3::timestamptz) / ${STEP_MINUTES * 60})::text as step,
            sum(case when t.credit_account_id = $2 then amount else 0 end)::text as paid_in,
            sum(case when t.debit_account_id = $2 then amount else 0 end)::text as paid_out
     from seqs join ledger.transfers t on t.book_id = $1 and t.seq = seqs.seq
     where t.at >= $3 and t.kind in (1, 3)
     group by 1`,
    [bookId, accountId, formatInstant(from)],
  );
  return rows.map((row) => ({
    step: Number(row.step),
    paidIn: BigInt(row.paid_in),
    paidOut: BigInt(row.paid_out),
  }));
}

async function readCreditLines(
  pool: Pool,
  bookId: number,
  accountId: number,
): Promise<{ at: Instant; overdraft: bigint }[]> {
  const { rows } = await pool.query<Record<'at' | 'overdraft', string>>(
    `select ${micros('at')}, overdraft::text from ledger.account_terms
     where book_id = $1 and account_id = $2 order by account_terms.at, number`,
    [bookId, accountId],
  );
  return rows.map(({ at, overdraft }) => ({ at: Number(at), overdraft: BigInt(overdraft) }));
}

/** By how much its queue grew or shrank in each step. */
async function readQueueMoves(
  pool: Pool,
  bookId: number,
  participantId: string,
  from: Instant,
): Promise<{ step: number; change: bigint }[]> {
  const { rows } = await pool.query<Record<'step' | 'change', string>>(
    `with queued as (
       select amount, queued_at, coalesce(settled_at, ended_at) as left_at from settlement.payments
       where book_id = $1 and sender_id = $2 and queued_at >= $3 and value_date >= $3::timestamptz::date
     )
     select floor(extract(epoch from at - $3::timestamptz) / ${STEP_MINUTES * 60})::text as step, sum(change)::text as change
     from (
       select queued_at as at, amount as change from queued
       union all
       select left_at, -amount from queued where left_at is not null
     ) moves
     group by 1`,
    [bookId, participantId, formatInstant(from)],
  );
  return rows.map(({ step, change }) => ({ step: Number(step), change: BigInt(change) }));
}

// ── Clearing ───────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ClearingFilter {
  readonly house?: string;
  readonly state?: string;
  /** Only batches this participant handed in or has a position in. */
  readonly party?: string | undefined;
  readonly after?: string;
  readonly limit: number;
}

export async function readClearingPage(
  pool: Pool,
  s: Settlement,
  filter: ClearingFilter,
): Promise<Page<ClearingBatchJson>> {
  const cursor = decodeCursor(filter.after, 2) ?? [null, null];
  const { rows } = await pool.query<TextRow>(
    `select ${BATCH_COLUMNS} from settlement.clearing_batches
     where book_id = $1 and ($2::text is null or house_id = $2) and ($3::text is null or state = $3)
       and ($4::text is null or house_id = $4
            or positions @> jsonb_build_array(jsonb_build_object('participantId', $4::text)))
       and ($5::text is null or (clearing_batches.received_at, batch_id) < ($5::text::timestamptz, $6::text::uuid))
     order by clearing_batches.received_at desc, clearing_batches.batch_id desc limit ${filter.limit + 1}`,
    [s.books.bookId, filter.house ?? null, filter.state ?? null, filter.party ?? null, ...cursor],
  );
  return pageOf(
    rows.map((row) => batchOf(s, row)),
    filter.limit,
    clearingBatchJson,
    (batch) => [formatInstant(batch.receivedAt), batch.id],
  );
}

export async function readClearingBatch(pool: Pool, s: Settlement, id: string): Promise<ClearingBatch | undefined> {
  const { rows } = await pool.query<TextRow>(
    `select ${BATCH_COLUMNS} from settlement.clearing_batches where book_id = $1 and batch_id = $2`,
    [s.books.bookId, id],
  );
  return rows[0] && batchOf(s, rows[0]);
}
