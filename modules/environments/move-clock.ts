// Moves the clock of an environment. On the way every phase begins and ends at its own time, so that a jump over days leaves
// the same books as days that were waited for.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type BusinessDay, type Calendar } from '../settlement/index.ts';
import { type TenantClock } from './tenant-clock.ts';

const FURTHEST = 31 * 86_400 * MICROS_PER_SECOND;

export interface Moved {
  readonly clock: TenantClock;
  readonly calendar: Calendar;
  /** As decided so far; a day's phases end the day they begin. */
  day(): BusinessDay | undefined;
  tick(): Promise<void>;
}

/** Refuses `clock_not_forward`, `clock_too_far`. */
export async function moveClock(house: Moved, to: Instant): Promise<void> {
  const from = house.clock.now();
  if (to <= from) throw new Refusal('clock_not_forward', { field: '/at' });
  if (to - from > FURTHEST) throw new Refusal('clock_too_far', { field: '/at' });
  for (;;) {
    const boundary = nextBoundary(house);
    const at = Math.min(to, boundary ?? to);
    house.clock.moveTo(at);
    await house.tick();
    if (at === to) return;
  }
}

/** When the next phase begins. */
export function nextPhaseAt(house: Moved): Instant {
  const now = house.clock.now();
  const begins = house.day()?.phases.find(({ startsAt }) => startsAt > now)?.startsAt;
  return begins ?? openingAfter(house);
}

/** When the business day after this one opens. */
export function openingAfter({ calendar, clock, day }: Moved): Instant {
  const date = day()?.date ?? calendar.dayAt(clock.now());
  const opening = calendar.phasesOf(date)[0]!.startsAt;
  return opening > clock.now() ? opening : calendar.phasesOf(calendar.nextBusinessDay(date))[0]!.startsAt;
}

function nextBoundary({ clock, day }: Moved): Instant | undefined {
  const now = clock.now();
  const boundaries = (day()?.phases ?? []).flatMap(({ startsAt, endsAt }) => [startsAt, endsAt]);
  return boundaries.filter((at) => at > now).sort((a, b) => a - b)[0];
}
