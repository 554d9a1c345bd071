// The demo's clock: real time, moved ahead to the next morning when business is over, so that a day is always in
// progress, and never behind what the book has already decided.
import { type Clock, type Instant, MICROS_PER_SECOND, systemClock } from '../../../platform/instant.ts';
import { Calendar } from '../../../modules/settlement/index.ts';

const LEAST_LEFT_MICROS = 3 * 3_600 * MICROS_PER_SECOND;

export function demoClock(lastDecidedAt: Instant): Clock {
  const calendar = new Calendar();
  const now = Math.max(systemClock.now(), lastDecidedAt);
  const date = calendar.dayAt(now);
  const [open] = calendar.phasesOf(date);
  const isOpen = open!.startsAt <= now && now < open!.endsAt - LEAST_LEFT_MICROS;
  const start = isOpen
    ? now
    : calendar.zone.instantOf(open!.endsAt - LEAST_LEFT_MICROS <= now ? calendar.nextBusinessDay(date) : date, '10:00');
  const offset = start - systemClock.now();
  return { now: () => systemClock.now() + offset };
}
