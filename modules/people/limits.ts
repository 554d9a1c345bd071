// How long things last and how often they may fail, each with where the figure comes from.
import { MICROS_PER_SECOND } from '../../platform/instant.ts';

const SECOND = MICROS_PER_SECOND;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export interface Limits {
  /** A session without an act of its person ends. NIST SP 800-63B, 4.3.3: 15 minutes at AAL3, for those who move money. */
  readonly idle: number;
  /** A session ends whatever happens in it. NIST SP 800-63B, 4.2.3 and 4.3.3: 12 hours at AAL2 and AAL3. */
  readonly absolute: number;
  /** A link for enrolment: sent and used on the same or the next working day; SP 800-63A gives a code by mail a day. */
  readonly link: number;
  /** The second administrator is found within a day, or the first asks again. */
  readonly recovery: number;
  /** For touching an authenticator. WebAuthn Level 3, 15.1: 300,000 ms when user verification is required. */
  readonly challenge: number;
}

export const LIMITS: Limits = {
  idle: 15 * MINUTE,
  absolute: 12 * HOUR,
  link: 24 * HOUR,
  recovery: 24 * HOUR,
  challenge: 5 * MINUTE,
};

/** Failures that cost nothing: a wrong finger, a wrong device. */
const FREE_FAILURES = 5;
const FIRST_WAIT = 30 * SECOND;
/** Never longer, and never for good: locking people out must not be a weapon. NIST SP 800-63B, 5.2.2: waits that grow. */
const LONGEST_WAIT = 15 * MINUTE;
/** Without a failure for so long, the next is the first again. */
export const FAILURES_FORGOTTEN_AFTER = HOUR;
/** A session's last act is kept to this. */
export const SEEN_STEP = 30 * SECOND;

/** How long nothing is tried after so many failures in a row: nothing, then 30 s doubling to 15 minutes. */
export function waitAfter(failures: number): number {
  if (failures < FREE_FAILURES) return 0;
  return Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** Math.min(failures - FREE_FAILURES, 10));
}
