// Which dates are business days, and when each phase of such a day begins and ends. All of it is data.
import { type Instant } from '../../../platform/instant.ts';
import { addDays, TimeZone, weekdayOf } from '../../../platform/time-zone.ts';

export interface Title {
  readonly en: string;
  readonly zh: string;
}

/** What may be entered during a phase. */
export type Accepts = 'all' | 'interbank' | 'nothing';

export interface PhaseRule {
  readonly code: string;
  readonly title: Title;
  /** Local time `20:30`; `-1` for the calendar day before the business date. */
  readonly startsAt: string;
  readonly startsDay?: 0 | -1;
  readonly endsAt: string;
  readonly endsDay?: 0 | -1;
  readonly accepts: Accepts;
}

export interface CalendarRules {
  /** IANA name. */
  readonly timeZone: string;
  /** Weekdays without settlement, 0 is Sunday: [0, 6]. */
  readonly weekend: readonly number[];
  readonly holidays: readonly string[];
  /** Weekend dates on which business is done all the same. */
  readonly workingWeekends: readonly string[];
  /** The day's phases, as they are from a business date on; oldest first, so that new hours can be set ahead. */
  readonly hours: readonly DatedHours[];
}

export interface DatedHours {
  /** Business date; the first may say a day long past. */
  readonly from: string;
  /** In order, each beginning where the one before ends. */
  readonly phases: readonly PhaseRule[];
}

/** One phase of one day, as extended. */
export interface Phase {
  readonly code: string;
  readonly title: Title;
  readonly accepts: Accepts;
  startsAt: Instant;
  endsAt: Instant;
  extendedMinutes: number;
}

/** China's HVPS keeps these hours: 20:30 the evening before to 17:15, then a window to fund what is queued. */
export const DEFAULT_RULES: CalendarRules = {
  timeZone: 'Asia/Shanghai',
  weekend: [0, 6],
  holidays: [],
  workingWeekends: [],
  hours: [
    {
      from: '2000-01-01',
      phases: [
        {
          code: 'open',
          title: { en: 'Open', zh: '营业' },
          startsAt: '20:30',
          startsDay: -1,
          endsAt: '17:15',
          accepts: 'all',
        },
        {
          code: 'interbank-only',
          title: { en: 'Interbank only', zh: '清算窗口' },
          startsAt: '17:15',
          endsAt: '17:45',
          accepts: 'interbank',
        },
        {
          code: 'end-of-day',
          title: { en: 'End of day', zh: '日终处理' },
          startsAt: '17:45',
          endsAt: '18:15',
          accepts: 'nothing',
        },
      ],
    },
  ],
};

export class Calendar {
  readonly rules: CalendarRules;
  readonly zone: TimeZone;
  readonly #holidays: ReadonlySet<string>;
  readonly #workingWeekends: ReadonlySet<string>;

  constructor(rules: CalendarRules = DEFAULT_RULES) {
    this.rules = rules;
    this.zone = new TimeZone(rules.timeZone);
    this.#holidays = new Set(rules.holidays);
    this.#workingWeekends = new Set(rules.workingWeekends);
  }

  isBusinessDay(date: string): boolean {
    if (this.#holidays.has(date)) return false;
    return !this.rules.weekend.includes(weekdayOf(date)) || this.#workingWeekends.has(date);
  }

  /** The first business day after this date. */
  nextBusinessDay(date: string): string {
    let next = addDays(date, 1);
    while (!this.isBusinessDay(next)) next = addDays(next, 1);
    return next;
  }

  /** The last business day before this date. */
  previousBusinessDay(date: string): string {
    let previous = addDays(date, -1);
    while (!this.isBusinessDay(previous)) previous = addDays(previous, -1);
    return previous;
  }

  /** How many business days lie after `from` up to and including `to`; 0 when `to` is not later. */
  businessDaysUntil(from: string, to: string, atMost: number): number {
    let days = 0;
    for (let date = from; date < to && days <= atMost; days++) date = this.nextBusinessDay(date);
    return days;
  }

  phasesOf(date: string): Phase[] {
    return this.#hoursOn(date).map((rule) => ({
      code: rule.code,
      title: rule.title,
      accepts: rule.accepts,
      startsAt: this.zone.instantOf(addDays(date, rule.startsDay ?? 0), rule.startsAt),
      endsAt: this.zone.instantOf(addDays(date, rule.endsDay ?? 0), rule.endsAt),
      extendedMinutes: 0,
    }));
  }

  #hoursOn(date: string): readonly PhaseRule[] {
    const { hours } = this.rules;
    return (hours.findLast(({ from }) => from <= date) ?? hours[0]!).phases;
  }

  /** The business day that is in progress at an instant, or else the next to come. */
  dayAt(at: Instant): string {
    let date = addDays(this.zone.dateOf(at), -1);
    for (;;) {
      if (this.isBusinessDay(date) && this.phasesOf(date).at(-1)!.endsAt > at) return date;
      date = addDays(date, 1);
    }
  }
}
