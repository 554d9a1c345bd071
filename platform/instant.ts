// Time is an argument. An Instant is UTC in whole microseconds, PostgreSQL's resolution, and fits a safe integer until 2255.

/** Microseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** Who tells the time. Injected once at start; decisions receive an Instant instead. */
export interface Clock {
  now(): Instant;
}

export const MICROS_PER_MS = 1_000;
export const MICROS_PER_SECOND = 1_000_000;

export const systemClock: Clock = { now: () => Date.now() * MICROS_PER_MS };

/** A clock a test or a simulation moves by hand. */
export function manualClock(start: Instant): Clock & { advance(micros: number): void; set(to: Instant): void } {
  let at = start;
  return {
    now: () => at,
    advance: (micros) => void (at += micros),
    set: (to) => void (at = to),
  };
}

/** RFC 3339 with microseconds, always UTC: `2027-04-14T06:30:00.000123Z`. */
export function formatInstant(at: Instant): string {
  const millis = Math.floor(at / MICROS_PER_MS);
  const micros = String(at - millis * MICROS_PER_MS).padStart(3, '0');
  return new Date(millis).toISOString().replace('Z', `${micros}Z`);
}

/** Reads RFC 3339 with any offset and up to six decimals; undefined when it is not one. */
export function parseInstant(text: string): Instant | undefined {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)$/.exec(text);
  if (!match) return undefined;
  const millis = Date.parse(`${match[1]}${match[3]}`);
  if (Number.isNaN(millis)) return undefined;
  return millis * MICROS_PER_MS + Number((match[2] ?? '').slice(0, 6).padEnd(6, '0'));
}
