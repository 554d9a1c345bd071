// Cuts a day into spans of equal length, sixty of them at most, and names moments as the study does: by the time of day,
// or by the number of the entry when the file has no times.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type DayInput } from './read-input.ts';

const MOST_SPANS = 60;
const WIDTHS_OF_TIME = [1, 5, 10, 30, 60, 120, 300, 600, 900, 1_800, 3_600];

export interface Spans {
  /** Microseconds since midnight. */
  readonly firstBegins: Instant;
  readonly widthMicros: number;
  /** The last span takes what comes after the last entry. */
  readonly lastBegins: Instant;
}

export function spansOf({ payments, hasTimes }: DayInput): Spans {
  const first = payments[0]!.enteredAt / MICROS_PER_SECOND;
  const last = payments.at(-1)!.enteredAt / MICROS_PER_SECOND;
  const fits = (width: number) => Math.floor(last / width) - Math.floor(first / width) < MOST_SPANS;
  const width = hasTimes ? (WIDTHS_OF_TIME.find(fits) ?? 3_600) : roundWidth(last - first + 1);
  const begin = (second: number) => Math.floor(second / width) * width * MICROS_PER_SECOND;
  return { firstBegins: begin(first), lastBegins: begin(last), widthMicros: width * MICROS_PER_SECOND };
}

/** 1, 2, 5, 10, 20, 50 … */
function roundWidth(length: number): number {
  for (let power = 1; ; power *= 10) {
    for (const step of [1, 2, 5]) if (length / (step * power) <= MOST_SPANS) return step * power;
  }
}

/** `09:30:15`, or the number of the entry. */
export function momentName(sinceMidnight: Instant, hasTimes: boolean): string {
  const seconds = Math.floor(sinceMidnight / MICROS_PER_SECOND);
  if (!hasTimes) return String(seconds + 1);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(seconds / 3_600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
}

/** The begin of a span; seconds only where spans are shorter than a minute. */
export function spanName(begins: Instant, { widthMicros }: Spans, hasTimes: boolean): string {
  const name = momentName(begins, hasTimes);
  return hasTimes && widthMicros >= 60 * MICROS_PER_SECOND ? name.slice(0, 5) : name;
}
