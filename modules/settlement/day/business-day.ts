// The business day: opens, changes its phase, hands back what is still queued, closes, and the next one begins. It moves
// by the instants decisions are made at, so a clock that jumps ahead only makes several steps happen at once.
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { balanceOf } from '../../ledger/index.ts';
import { endBatches } from '../clearing/advance-batches.ts';
import { beginLiquidity } from '../participants/change-liquidity.ts';
import { beginStandings } from '../participants/change-standing.ts';
import { endPayment } from '../payments/end-payment.ts';
import { enterPayment } from '../payments/enter-payment.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { type Accepts, type Phase } from './calendar.ts';

export type DayState = 'preparing' | 'open' | 'closing' | 'closed';

export interface BusinessDay {
  readonly date: string;
  state: DayState;
  readonly phases: readonly Phase[];
  /** Place in `phases`; −1 before the first. */
  phaseIndex: number;
  openedAt: Instant | undefined;
  closedAt: Instant | undefined;
  returnedCount: number;
}

const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
const MAX_EXTENSION_MINUTES = 240;

export function newDay(s: Settlement, date: string): BusinessDay {
  const phases = s.calendar.phasesOf(date);
  return {
    date,
    state: 'preparing',
    phases,
    phaseIndex: -1,
    openedAt: undefined,
    closedAt: undefined,
    returnedCount: 0,
  };
}

/** Brings the day up to this instant. */
export function advanceDay(s: Settlement, at: Instant): void {
  if (!s.day) beginDay(s, s.calendar.dayAt(at), at);
  for (;;) {
    const day = s.day!;
    const next: Phase | undefined = day.phases[day.phaseIndex + 1];
    const current = day.phases[day.phaseIndex];
    if (next && next.startsAt <= at && (!current || current.endsAt <= at)) beginPhase(s, day, next, at);
    else if (!next && current && current.endsAt <= at) closeAndRoll(s, day, at);
    else return;
  }
}

function beginPhase(s: Settlement, day: BusinessDay, phase: Phase, at: Instant): void {
  day.phaseIndex += 1;
  s.changes.days.add(day);
  if (day.state === 'preparing') {
    Object.assign(day, { state: 'open', openedAt: at });
    s.events.push({ kind: 'day-opened', at, date: day.date });
    beginLiquidity(s);
    enterWarehoused(s, day.date, at);
  }
  s.events.push({ kind: 'phase-began', at, date: day.date, phase: phase.code });
  if (phase.accepts === 'nothing' && day.state === 'open') {
    endBatches(s, at);
    day.state = 'closing';
    returnQueued(s, day, at);
  }
}

/** Also those whose date became a holiday or was passed over: the date they settle on is this one. */
function enterWarehoused(s: Settlement, date: string, at: Instant): void {
  const due = [...s.warehoused].filter((payment) => payment.valueDate <= date);
  for (const payment of due.sort((a, b) => a.rank - b.rank || a.number - b.number)) {
    if (payment.latestAt !== undefined && payment.latestAt <= at) {
      endPayment(s, payment, 'returned', 'TM01', at);
      continue;
    }
    s.warehoused.delete(payment);
    if (payment.valueDate !== date) payment.askedDate ??= payment.valueDate;
    payment.valueDate = date;
    enterPayment(s, payment, at);
  }
}

function returnQueued(s: Settlement, day: BusinessDay, at: Instant): void {
  for (const payment of s.paymentById.values()) {
    if (payment.state !== 'queued') continue;
    endPayment(s, payment, 'returned', 'TM01', at);
    day.returnedCount += 1;
  }
}

function closeAndRoll(s: Settlement, day: BusinessDay, at: Instant): void {
  Object.assign(day, { state: 'closed', closedAt: at });
  s.changes.days.add(day);
  s.events.push({ kind: 'day-closed', at, date: day.date });
  // Never a day that is over already: after a long stop the days nobody was there for are left out.
  const next = s.calendar.nextBusinessDay(day.date);
  const now = s.calendar.dayAt(at);
  beginDay(s, next > now ? next : now, at);
}

function beginDay(s: Settlement, date: string, at: Instant): void {
  s.day = newDay(s, date);
  s.changes.days.add(s.day);
  beginStandings(s, date, at);
}

/** What may be entered now for today; undefined when the day is not open. */
export function acceptsNow({ day }: Settlement): Accepts | undefined {
  return day && day.state !== 'preparing' ? day.phases[day.phaseIndex]?.accepts : undefined;
}

/** Makes a phase longer and moves those after it. */
export function extendPhase(s: Settlement, code: string, minutes: number, at: Instant): BusinessDay {
  const day = s.day ?? refuse('day_not_open');
  const index = day.phases.findIndex((phase) => phase.code === code);
  if (index < 0) refuse('phase_not_found', '/phase', { phase: code });
  if (day.phases[index]!.endsAt <= at || index < day.phaseIndex) refuse('phase_is_past', '/phase', { phase: code });
  const micros = minutes * MICROS_PER_MINUTE;
  const nextOpening = s.calendar.phasesOf(s.calendar.nextBusinessDay(day.date))[0]!.startsAt;
  const isWhole = Number.isSafeInteger(minutes) && minutes >= 1 && minutes <= MAX_EXTENSION_MINUTES;
  if (!isWhole || day.phases.at(-1)!.endsAt + micros > nextOpening)
    refuse('extension_out_of_range', '/minutes', { minutes });
  day.phases[index]!.endsAt += micros;
  day.phases[index]!.extendedMinutes += minutes;
  for (const phase of day.phases.slice(index + 1)) {
    phase.startsAt += micros;
    phase.endsAt += micros;
  }
  s.changes.days.add(day);
  return day;
}

/** Ends entry at once: what is queued is handed back now, and the day closes when its last phase ends. */
export function closeDay(s: Settlement, at: Instant): BusinessDay {
  const { day } = s;
  if (day?.state !== 'open') refuse('day_not_open');
  for (const phase of day!.phases) {
    if (phase.accepts !== 'nothing') {
      phase.startsAt = Math.min(phase.startsAt, at);
      phase.endsAt = Math.min(phase.endsAt, at);
    } else if (phase.startsAt > at) phase.startsAt = at;
  }
  s.changes.days.add(day!);
  advanceDay(s, at);
  return day!;
}

export interface ClosePreview {
  readonly queuedCount: number;
  readonly queuedMinor: bigint;
  /** Handed back to their senders: all that is queued. */
  readonly returnedCount: number;
  /** What participants are below zero by now, which they pay back by the close. */
  readonly creditUsedMinor: bigint;
  readonly participantsInCredit: number;
  readonly nextDate: string;
}

/** What closing the day now would do; nothing is done. */
export function previewClose(s: Settlement): ClosePreview {
  const day = s.day ?? refuse('day_not_open');
  const queued = [...s.paymentById.values()].filter(({ state }) => state === 'queued');
  const balances = s.participants.flatMap((p) => (p.accountId === 0 ? [] : balanceOf(s.accountOf(p))));
  const overdrawn = balances.filter((balance) => balance < 0n);
  return {
    queuedCount: queued.length,
    queuedMinor: queued.reduce((sum, { amountMinor }) => sum + amountMinor, 0n),
    returnedCount: queued.length,
    creditUsedMinor: -overdrawn.reduce((sum, balance) => sum + balance, 0n),
    participantsInCredit: overdrawn.length,
    nextDate: s.calendar.nextBusinessDay(day.date),
  };
}
