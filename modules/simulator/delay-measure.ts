// How long payments of a day waited: means, the longest, classes of delay, and the delay indicator of Leinonen and
// Soramäki (1999), which also counts what never settled.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Payment } from '../settlement/index.ts';
import { DELAY_CLASSES, type Result } from './result.ts';

export class DelayMeasure {
  readonly #classes = [...DELAY_CLASSES, 0].map(() => ({ count: 0, value: 0n }));
  #count = 0;
  #waitedCount = 0;
  #value = 0n;
  #seconds = 0;
  #longest = 0;
  /** Value times seconds. */
  #weighted = 0n;
  #unsettledWeighted = 0n;
  #possible = 0n;

  /** Answers the delay in seconds. */
  settle({ receivedAt, amountMinor }: Payment, at: Instant): number {
    const seconds = secondsBetween(receivedAt, at);
    this.#count += 1;
    if (seconds > 0) this.#waitedCount += 1;
    this.#value += amountMinor;
    this.#seconds += seconds;
    this.#longest = Math.max(this.#longest, seconds);
    this.#weighted += amountMinor * BigInt(seconds);
    const place = DELAY_CLASSES.findIndex((most) => seconds <= most);
    const found = this.#classes.at(place)!;
    found.count += 1;
    found.value += amountMinor;
    return seconds;
  }

  /** At the end of the day, for what is still queued. */
  leave({ receivedAt, amountMinor }: Payment, end: Instant): void {
    this.#unsettledWeighted += amountMinor * BigInt(secondsBetween(receivedAt, end));
  }

  /** The longest all could have waited: from each entry to the end. */
  close(valueEntered: bigint, valueTimesEntry: bigint, end: Instant): void {
    this.#possible = valueEntered * BigInt(Math.floor(end / MICROS_PER_SECOND)) - valueTimesEntry;
  }

  result(): Pick<
    Result,
    | 'meanDelaySeconds'
    | 'meanDelayByValueSeconds'
    | 'meanDelayOfQueuedSeconds'
    | 'longestDelaySeconds'
    | 'delayIndicator'
    | 'delays'
  > {
    return {
      meanDelaySeconds: mean(this.#seconds, this.#count),
      meanDelayByValueSeconds: ratio(this.#weighted, this.#value) ?? 0,
      meanDelayOfQueuedSeconds: mean(this.#seconds, this.#waitedCount),
      longestDelaySeconds: this.#longest,
      delayIndicator: ratio(this.#weighted + this.#unsettledWeighted, this.#possible) ?? 0,
      delays: this.#classes.map(({ count, value }) => ({ count, value: String(value) })),
    };
  }
}

const secondsBetween = (from: Instant, to: Instant): number => Math.floor((to - from) / MICROS_PER_SECOND);

/** Rounded to thousandths, so that it reads as what it is. */
export function mean(total: number, count: number): number {
  return count === 0 ? 0 : Math.round((total * 1_000) / count) / 1_000;
}

/** To four decimals, cut; null where there is nothing to divide by. */
export function ratio(part: bigint, whole: bigint): number | null {
  return whole === 0n ? null : Number((part * 10_000n) / whole) / 10_000;
}
