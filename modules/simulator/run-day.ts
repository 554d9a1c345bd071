// Runs a day on the real settlement engine: each payment enters at its moment as it would at the writer, and between
// entries time passes second by second for as long as the liquidity saving has something to look at.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { advance, type LiquiditySaving, optimise, type Settlement, submitPayment } from '../settlement/index.ts';
import { DayMeasure } from './day-measure.ts';
import { idOf, MIDNIGHT, openDay, participantId } from './open-day.ts';
import { type DayInput, type GivenPayment } from './read-input.ts';
import { type Result } from './result.ts';

/** Told now and then how many payments have entered. */
export type OnProgress = (done: number, of: number) => void;

const PROGRESS_EVERY = 2_000;
/** Letting payments overtake is looked at less often: it sorts every queue. */
const OVERTAKE_PAUSE_MICROS = 60 * MICROS_PER_SECOND;
/** The books' rows have no reader here; they are let go before they grow large. */
const FORGET_EVERY = 10_000;

export function runDay(input: DayInput, lsm: LiquiditySaving, onProgress?: OnProgress): Result {
  const day = new Day(input, lsm);
  const { payments } = input;
  for (const [index, payment] of payments.entries()) {
    day.enter(payment, index);
    if (onProgress && index % PROGRESS_EVERY === 0) onProgress(index, payments.length);
  }
  day.end();
  onProgress?.(payments.length, payments.length);
  return day.measure.result();
}

/** One day in progress. */
class Day {
  readonly settlement: Settlement;
  readonly measure: DayMeasure;
  readonly #overtakes: boolean;
  readonly #optimises: boolean;
  readonly #currency: string;
  readonly #idByName: ReadonlyMap<string, string>;
  #now: Instant = MIDNIGHT;
  #overtakenAt: Instant = MIDNIGHT - OVERTAKE_PAUSE_MICROS;
  #mayOvertake = false;
  #isEnding = false;
  #sets = 0;

  constructor(input: DayInput, lsm: LiquiditySaving) {
    this.settlement = openDay(input, lsm);
    this.measure = new DayMeasure(this.settlement, input);
    this.#optimises = lsm === 'gridlock' || lsm === 'full';
    this.#overtakes = lsm === 'full';
    this.#currency = input.currency;
    this.#idByName = new Map(input.participants.map(({ name }, index) => [name, participantId(index)]));
  }

  enter({ sender, receiver, amountMinor, priority, enteredAt }: GivenPayment, index: number): void {
    const at = MIDNIGHT + enteredAt;
    this.#passTime(at);
    const parties = { senderId: this.#idByName.get(sender)!, receiverId: this.#idByName.get(receiver)! };
    const money = { currency: this.#currency, amountMinor, priority };
    submitPayment(this.settlement, { id: idOf('p', index), kind: 'pacs.009', ...parties, ...money }, at);
    this.#step(at);
    if (index % FORGET_EVERY === 0) this.#forget();
  }

  /** After the last entry the liquidity saving has its say until nothing changes any more. */
  end(): void {
    this.#isEnding = true;
    this.#passIdleTime(Number.POSITIVE_INFINITY);
    this.measure.close(this.#now);
  }

  #passTime(to: Instant): void {
    this.#passIdleTime(to);
    if (to > this.#now) this.#advance(to);
  }

  /** A second at a time while the queue changes, as the server's clock beats; the rest in one leap. */
  #passIdleTime(to: Instant): void {
    const s = this.settlement;
    while (this.#optimises && s.queuedCount > 0 && (s.isQueueChanged || this.#mayOvertake)) {
      const soon = this.#now + MICROS_PER_SECOND;
      const next = s.isQueueChanged ? soon : Math.max(soon, this.#overtakeDueAt());
      if (next >= to) return;
      this.#advance(next);
    }
  }

  /** At the end of the day nobody waits for the minute. */
  #overtakeDueAt(): Instant {
    return this.#isEnding ? this.#now : this.#overtakenAt + OVERTAKE_PAUSE_MICROS;
  }

  #advance(at: Instant): void {
    advance(this.settlement, at);
    this.#now = at;
    if (this.#mayOvertake && this.#overtakeDueAt() <= at) this.#overtake(at);
    this.#step(at);
  }

  /**
   * In `full` payments may also overtake one their sender cannot afford, which on the server an operator has to ask for:
   * a study asks what multilateral optimisation would do. The optimisation that keeps every order has had its turn.
   */
  #overtake(at: Instant): void {
    const s = this.settlement;
    if (s.queuedCount === 0 || s.isQueueChanged) return;
    this.#mayOvertake = false;
    this.#overtakenAt = at;
    if (optimise(s, 'full', idOf('s', this.#sets), at).length > 0) this.#sets += 1;
  }

  #step(at: Instant): void {
    const events = this.settlement.drainEvents();
    if (this.#overtakes && events.some(({ kind }) => kind !== 'payment-received')) this.#mayOvertake = true;
    this.measure.take(events, at);
  }

  #forget(): void {
    const { books } = this.settlement;
    this.settlement.takeChanges();
    books.takeDecided();
    books.takeFolios(this.#now);
    books.recent.forget();
  }
}
