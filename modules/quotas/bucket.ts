// A token bucket: so many requests a second, and twice as many at once after a pause.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';

/** Seconds of its rate that a bucket holds. */
export const BUCKET_SECONDS = 2;
/** Told to one who may ask nothing at all. */
const WAIT_FOR_NOTHING_SECONDS = 60;

export class Bucket {
  #tokens = Number.POSITIVE_INFINITY;
  #at: Instant = 0;

  /** Takes one if there is one. */
  take(rate: number, at: Instant): boolean {
    this.#fill(rate, at);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }

  left(rate: number, at: Instant): number {
    this.#fill(rate, at);
    return Math.floor(this.#tokens);
  }

  /** Until there is one more. */
  waitSeconds(rate: number): number {
    return rate === 0 ? WAIT_FOR_NOTHING_SECONDS : Math.max(0, 1 - this.#tokens) / rate;
  }

  /** Until it is full. */
  fullSeconds(rate: number): number {
    return rate === 0 ? WAIT_FOR_NOTHING_SECONDS : (rate * BUCKET_SECONDS - this.#tokens) / rate;
  }

  /** A clock that goes back gives nothing; a rate that was lowered takes what is above it. */
  #fill(rate: number, at: Instant): void {
    const gained = (Math.max(0, at - this.#at) / MICROS_PER_SECOND) * rate;
    this.#tokens = Math.min(rate * BUCKET_SECONDS, this.#tokens + gained);
    this.#at = at;
  }
}
