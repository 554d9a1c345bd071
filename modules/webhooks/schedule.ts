// When a delivery that was not taken is tried again: the schedule of the Standard Webhooks specification, a little over
// three days, each delay up to a tenth longer so that what failed together does not come back together.
const DELAYS_SECONDS = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400] as const;

/** Attempts in all, the first among them. */
export const MOST_ATTEMPTS = DELAYS_SECONDS.length + 1;
/** So many failures hold up what comes after, so that its order is kept; then others pass. */
export const HOLDING_FAILURES = 3;

/** Seconds to wait after so many failures; undefined when it was the last. `chance` is from 0 to 1. */
export function delayAfter(failures: number, chance: number, retryAfterSeconds = 0): number | undefined {
  const delay = DELAYS_SECONDS[failures - 1];
  return delay === undefined ? undefined : Math.max(delay * (1 + chance / 10), retryAfterSeconds);
}
