// Local time of an institution: what a clock on its wall shows at an instant, and back. Rules come from Intl (IANA).
import { type Instant, MICROS_PER_MS, MICROS_PER_SECOND } from './instant.ts';

const MICROS_PER_HOUR = 3_600 * MICROS_PER_SECOND;
const MICROS_PER_DAY = 24 * MICROS_PER_HOUR;

/** Rules change at whole quarter hours, so an offset looked up once holds for the rest of its quarter. */
const MICROS_PER_QUARTER = MICROS_PER_HOUR / 4;

export class TimeZone {
  /** IANA name: `Asia/Shanghai`. */
  readonly name: string;
  readonly #format: Intl.DateTimeFormat;
  #quarter = -1;
  #offset = 0;
  /** The instant formatted last: a message names the moment it was written many times. */
  #formattedAt: Instant = NaN;
  #formatted = '';

  /** Throws a RangeError for a name Intl does not know. */
  constructor(name: string) {
    this.name = name;
    this.#format = new Intl.DateTimeFormat('en-GB', {
      timeZone: name,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
  }

  /** Micros to add to an instant for local time. */
  offsetAt(at: Instant): number {
    const quarter = Math.floor(at / MICROS_PER_QUARTER);
    if (quarter !== this.#quarter) {
      this.#quarter = quarter;
      this.#offset = this.#lookUp(quarter * MICROS_PER_QUARTER);
    }
    return this.#offset;
  }

  #lookUp(at: Instant): number {
    const parts: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(at / MICROS_PER_MS)) parts[type] = Number(value);
    const { year, month, day, hour, minute, second } = parts;
    return Date.UTC(year!, month! - 1, day, hour, minute, second) * MICROS_PER_MS - at;
  }

  /** `2027-04-14`. */
  dateOf(at: Instant): string {
    return new Date((at + this.offsetAt(at)) / MICROS_PER_MS).toISOString().slice(0, 10);
  }

  /** `14:30:05`. */
  timeOf(at: Instant): string {
    return new Date((at + this.offsetAt(at)) / MICROS_PER_MS).toISOString().slice(11, 19);
  }

  /** The instant of a local date and time (`2027-04-14`, `20:30` or `20:30:00`); in a gap, the moment after it. */
  instantOf(date: string, time: string): Instant {
    const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`) * MICROS_PER_MS;
    const guess = wall - this.offsetAt(wall);
    return wall - this.offsetAt(guess);
  }

  /** ISO 8601 with milliseconds and offset, as ISO 20022 messages carry it: `2027-04-14T14:30:05.123+08:00`. */
  format(at: Instant): string {
    if (at !== this.#formattedAt) {
      this.#formatted = this.#write(at);
      this.#formattedAt = at;
    }
    return this.#formatted;
  }

  #write(at: Instant): string {
    const offset = this.offsetAt(at);
    const local = new Date(Math.floor((at + offset) / MICROS_PER_MS)).toISOString().slice(0, 23);
    const minutes = Math.abs(offset) / (60 * MICROS_PER_SECOND);
    const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
    const mm = String(minutes % 60).padStart(2, '0');
    return `${local}${offset < 0 ? '-' : '+'}${hh}:${mm}`;
  }
}

/** The calendar date so many days later: `addDays('2027-02-28', 1)` is `2027-03-01`. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + (days * MICROS_PER_DAY) / MICROS_PER_MS).toISOString().slice(0, 10);
}

/** 0 is Sunday. */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}

/** Whether it is a date of the calendar, written `2027-04-14`. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const parsed = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed) && new Date(parsed).toISOString().startsWith(text);
}
