// The demo's clock: real time, moved ahead to the next morning when business is over, so that a day is always in
// progress, and never behind what the book has already decided. A new book begins the business day before: its past is
// played first, with the clock moved by hand, and then the clock runs.
import { type Clock, type Instant, MICROS_PER_SECOND, systemClock } from '../../../platform/instant.ts';
import { type Calendar } from '../../../modules/settlement/index.ts';

const HOUR_MICROS = 3_600 * MICROS_PER_SECOND;
const LEAST_LEFT_MICROS = 3 * HOUR_MICROS;
const PAST_MICROS = 2.5 * HOUR_MICROS;

export class DemoClock implements Clock {
  readonly #zone: Calendar['zone'];
  #offset: number;
  /** Where the clock stands while the past is played. */
  #playedTo: Instant | undefined;

  /** `lastDecidedAt` is how far the book has come; undefined when it is new. */
  constructor(calendar: Calendar, lastDecidedAt: Instant | undefined) {
    this.#zone = calendar.zone;
    const start = presentOf(calendar, Math.max(systemClock.now(), lastDecidedAt ?? 0));
    this.#offset = start - systemClock.now();
    if (lastDecidedAt === undefined) {
      const dayBefore = calendar.previousBusinessDay(calendar.dayAt(start));
      this.#playedTo = calendar.phasesOf(dayBefore)[0]!.startsAt + MICROS_PER_SECOND;
    }
  }

  now(): Instant {
    return this.#playedTo ?? this.present;
  }

  /** Where the clock will stand once the past has been played. */
  get present(): Instant {
    return systemClock.now() + this.#offset;
  }

  /** The last hours before it, played in full. */
  get recent(): Instant {
    return this.present - PAST_MICROS;
  }

  /** When offices are open: most payments are sent then. */
  get isDaytime(): boolean {
    const hour = Number(this.#zone.format(this.now()).slice(11, 13));
    return hour >= 8 && hour < 18;
  }

  /** Moves the played clock ahead. */
  playTo(at: Instant): void {
    this.#playedTo = at;
  }

  /** From here on the clock runs. */
  run(): void {
    this.#playedTo = undefined;
  }
}

/** Where an invented day starts: this moment when a day is well in progress, and noon of the day to come otherwise. */
export function presentOf(calendar: Calendar, now: Instant): Instant {
  const date = calendar.dayAt(now);
  const [open] = calendar.phasesOf(date);
  if (open!.startsAt + PAST_MICROS <= now && now < open!.endsAt - LEAST_LEFT_MICROS) return now;
  const noon = calendar.zone.instantOf(date, '12:00');
  return now < noon ? noon : calendar.zone.instantOf(calendar.nextBusinessDay(date), '12:00');
}
