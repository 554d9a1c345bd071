// The day as it goes: settled by minute, the queue at the end of each, delay, and the liquidity it took. Counted from the
// events of each commit, and from rows when the watch begins in the middle of a day.
import { type Instant, MICROS_PER_MS, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import { type SettlementEvent } from '../events.ts';
import { type Payment } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';

export const MINUTE_MICROS = 60 * MICROS_PER_SECOND;

/** One minute of settlement, and what was queued when it ended. */
export interface Minute {
  settledCount: number;
  settledMinor: bigint;
  queuedCount: number;
  queuedMinor: bigint;
}

/** A participant's payments of the day: received less sent, and the lowest that ever was, minor units. */
interface Position {
  netMinor: bigint;
  lowestMinor: bigint;
}

export class DayWatch {
  readonly #pool: Pool;
  readonly #settlement: () => Settlement;
  /** Business date the figures are of. */
  date: string | undefined;
  settledCount = 0;
  settledMinor = 0n;
  #delayMicros = 0;
  /** By beginning of the minute, in order. */
  readonly minutes = new Map<Instant, Minute>();
  readonly #positions = new Map<string, Position>();
  /** Positions that moved in the set being counted. */
  #touched = new Set<Position>();
  #setAt: Instant = 0;

  /** `settlement` answers the memory as decided so far. */
  constructor(pool: Pool, settlement: () => Settlement) {
    this.#pool = pool;
    this.#settlement = settlement;
  }

  /** Mean time from receipt to settlement, milliseconds. */
  get meanDelayMs(): number {
    return this.settledCount === 0 ? 0 : Math.round(this.#delayMicros / this.settledCount / MICROS_PER_MS);
  }

  /** The sum of what each participant had paid out beyond what it had received, at its worst moment. */
  get liquidityUsedMinor(): bigint {
    let sum = 0n;
    for (const { lowestMinor } of this.#positions.values()) sum -= lowestMinor;
    return sum;
  }

  /** Value settled over the liquidity used for it; undefined before anything was used. */
  get turnoverRatio(): number | undefined {
    const used = this.liquidityUsedMinor;
    return used === 0n ? undefined : Number((this.settledMinor * 1_000n) / used) / 1_000;
  }

  /** What rows tell of the day so far. Call it before the events that follow are heard. */
  async load(): Promise<void> {
    const s = this.#settlement();
    this.#begin(s.day?.date);
    if (this.date === undefined) return;
    const values = [s.books.bookId, this.date];
    const [settled, queue, positions] = await Promise.all([
      this.#pool.query<Record<string, string>>(
        `select (floor(extract(epoch from settled_at) / 60) * 60000000)::int8::text as minute, count(*)::text,
                sum(amount)::text, (sum(extract(epoch from settled_at - received_at)) * 1000000)::int8::text as delay
         from settlement.payments where book_id = $1 and value_date = $2 and state = 'settled' group by 1 order by 1`,
        values,
      ),
      this.#pool.query<Record<string, string>>(
        `select (floor(extract(epoch from at) / 60) * 60000000)::int8::text as minute,
                sum(change)::text as count, sum(change * amount)::text as sum
         from settlement.payments
         cross join lateral (values (queued_at, 1), (coalesce(settled_at, ended_at), -1)) moves(at, change)
         where book_id = $1 and value_date = $2 and queued_at is not null and at is not null
         group by 1 order by 1`,
        values,
      ),
      this.#pool.query<Record<string, string>>(
        `select participant_id, sum(change)::text as net, least(0, min(running))::text as lowest
         from (
           select participant_id, change,
                  sum(change) over (partition by participant_id order by settled_at) as running
           from settlement.payments
           cross join lateral (values (sender_id, -amount), (receiver_id, amount)) moves(participant_id, change)
           where book_id = $1 and value_date = $2 and state = 'settled'
         ) n group by participant_id`,
        values,
      ),
    ]);
    for (const { minute, count, sum, delay } of settled.rows) {
      const at = this.#minuteAt(Number(minute));
      at.settledCount = Number(count);
      at.settledMinor = BigInt(sum!);
      this.settledCount += at.settledCount;
      this.settledMinor += at.settledMinor;
      this.#delayMicros += Number(delay);
    }
    this.#fillQueue(queue.rows);
    for (const { participant_id: id, net, lowest } of positions.rows) {
      this.#positions.set(id!, { netMinor: BigInt(net!), lowestMinor: BigInt(lowest!) });
    }
  }

  /** The queue at the end of each minute of the day, from its changes. */
  #fillQueue(changes: readonly Record<string, string>[]): void {
    const byMinute = new Map(changes.map(({ minute, count, sum }) => [Number(minute), { count, sum }]));
    const inOrder = [...new Set([...this.minutes.keys(), ...byMinute.keys()])].sort((a, b) => a - b);
    const counted = new Map(this.minutes);
    this.minutes.clear();
    let [count, sum] = [0, 0n];
    for (const at of inOrder) {
      const change = byMinute.get(at);
      count += Number(change?.count ?? 0);
      sum += BigInt(change?.sum ?? 0);
      const { settledCount, settledMinor } = counted.get(at) ?? { settledCount: 0, settledMinor: 0n };
      this.minutes.set(at, { settledCount, settledMinor, queuedCount: count, queuedMinor: sum });
    }
  }

  /** Hears the events of a commit. */
  hear(events: readonly SettlementEvent[]): void {
    const { day, queuedCount, queuedMinor } = this.#settlement();
    for (const event of events) {
      if (event.kind === 'day-opened') this.#begin(event.date);
      else if (event.kind === 'payment-settled' && event.payment.valueDate === this.date) this.#count(event);
    }
    this.#endSet();
    const last = events.at(-1);
    if (!last || day?.date !== this.date) return;
    const minute = this.#minuteAt(last.at - (last.at % MINUTE_MICROS));
    minute.queuedCount = queuedCount;
    minute.queuedMinor = queuedMinor;
  }

  #begin(date: string | undefined): void {
    this.date = date;
    this.settledCount = this.#delayMicros = 0;
    this.settledMinor = 0n;
    this.minutes.clear();
    this.#positions.clear();
    this.#touched.clear();
  }

  #count({ at, payment }: { at: Instant; payment: Payment }): void {
    if (at !== this.#setAt) this.#endSet();
    this.#setAt = at;
    const minute = this.#minuteAt(at - (at % MINUTE_MICROS));
    minute.settledCount += 1;
    minute.settledMinor += payment.amountMinor;
    this.settledCount += 1;
    this.settledMinor += payment.amountMinor;
    this.#delayMicros += at - payment.receivedAt;
    this.#move(payment.sender.id, -payment.amountMinor);
    this.#move(payment.receiver.id, payment.amountMinor);
  }

  #move(participantId: string, changeMinor: bigint): void {
    let position = this.#positions.get(participantId);
    if (!position) this.#positions.set(participantId, (position = { netMinor: 0n, lowestMinor: 0n }));
    position.netMinor += changeMinor;
    this.#touched.add(position);
  }

  /** What settles in one moment settles together: only its end counts. */
  #endSet(): void {
    for (const position of this.#touched) {
      if (position.netMinor < position.lowestMinor) position.lowestMinor = position.netMinor;
    }
    this.#touched.clear();
  }

  #minuteAt(at: Instant): Minute {
    let minute = this.minutes.get(at);
    if (!minute) {
      minute = { settledCount: 0, settledMinor: 0n, queuedCount: 0, queuedMinor: 0n };
      this.minutes.set(at, minute);
    }
    return minute;
  }
}
