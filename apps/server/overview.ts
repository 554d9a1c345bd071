// The first screen in one answer: the day, its totals, the last two hours by minute, the day's curve, who is short, and
// which alarms hold.
import { type AlarmBoard } from '../../modules/alarms/index.ts';
import { type ExchangeMemory } from '../../modules/messages/index.ts';
import {
  type BusinessDay, type DayWatch, MINUTE_MICROS, participantRef, queueOf, readDayJson, readRejectedCount, readUsualDay,
  type Settlement,
} from '../../modules/settlement/index.ts'; // prettier-ignore
import { type Route, route } from '../../platform/http/index.ts';
import { type Clock, formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';
import { type Overview, OverviewSchema } from './schemas.ts';

export interface OverviewContext {
  readonly writer: BookWriter<ExchangeMemory>;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly watch: DayWatch;
  readonly board: AlarmBoard;
}

const MINUTES_SHOWN = 120;
const STEP_MINUTES = 15;
const STEP_SECONDS = STEP_MINUTES * 60;
const MOST_SHORT = 12;
const MOST_ALARMS = 20;

export function overviewRoutes(context: OverviewContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/overview',
      summary: { en: 'The first screen: the day at a glance', zh: '首页：当日概览' },
      tag: 'day',
      may: ['operator'],
      refuses: ['day_not_open'],
      answer: OverviewSchema,
      handle: () => overview(context),
    }),
  ];
}

async function overview(context: OverviewContext): Promise<Overview> {
  const { writer, pool, clock, watch, board } = context;
  const { settlement: s } = writer.memory.settlement;
  const { day } = s;
  if (!day) throw new Refusal('day_not_open');
  const [dayShown, rejectedCount, usual] = await Promise.all([
    readDayJson(context, day),
    readRejectedCount(pool, s.books.bookId, day.date),
    usualDay(pool, s.books.bookId, day.date),
  ]);
  return {
    day: dayShown,
    totals: {
      settledCount: watch.settledCount,
      settledValue: String(watch.settledMinor),
      queuedCount: s.queuedCount,
      queuedValue: String(s.queuedMinor),
      rejectedCount,
      warehousedCount: s.warehoused.size,
      meanDelayMs: watch.meanDelayMs,
      turnoverRatio: watch.turnoverRatio ?? null,
    },
    minutes: lastMinutes(watch, clock.now()),
    dayCurve: dayCurve(watch, day, usual, clock.now()),
    short: shortest(s),
    alarms: board.open.slice(0, MOST_ALARMS),
  };
}

/** Whole minutes, oldest first; a minute without settlement keeps the queue of the one before. */
function lastMinutes({ minutes }: DayWatch, now: Instant): Overview['minutes'] {
  const end = now - (now % MINUTE_MICROS);
  const start = end - MINUTES_SHOWN * MINUTE_MICROS;
  let [queuedCount, queuedMinor] = [0, 0n];
  for (const [at, minute] of minutes) if (at < start) ({ queuedCount, queuedMinor } = minute);
  return Array.from({ length: MINUTES_SHOWN }, (_, index) => {
    const at = start + index * MINUTE_MICROS;
    const minute = minutes.get(at);
    if (minute) ({ queuedCount, queuedMinor } = minute);
    return {
      minute: formatInstant(at),
      settledCount: minute?.settledCount ?? 0,
      settledValue: String(minute?.settledMinor ?? 0n),
      queuedCount,
      queuedValue: String(queuedMinor),
    };
  });
}

/** Cumulative value at the end of each step from the opening to the close; nothing yet for steps to come. */
function dayCurve(
  { minutes }: DayWatch,
  day: BusinessDay,
  usual: ReadonlyMap<number, bigint>,
  now: Instant,
): Overview['dayCurve'] {
  const opensAt = day.openedAt ?? day.phases[0]!.startsAt;
  const closesAt = day.phases.at(-1)!.endsAt;
  const stepMicros = STEP_SECONDS * MICROS_PER_SECOND;
  const ofStep = new Map<number, bigint>();
  for (const [at, { settledMinor }] of minutes) {
    const step = Math.max(0, Math.ceil((at + MINUTE_MICROS - opensAt) / stepMicros));
    ofStep.set(step, (ofStep.get(step) ?? 0n) + settledMinor);
  }
  let [sum, usualSum] = [0n, 0n];
  return Array.from({ length: Math.ceil((closesAt - opensAt) / stepMicros) + 1 }, (_, step) => {
    const at = opensAt + step * stepMicros;
    sum += ofStep.get(step) ?? 0n;
    usualSum += usual.get(step * STEP_SECONDS) ?? 0n;
    return {
      at: formatInstant(Math.min(at, closesAt)),
      settledValue: at - stepMicros < now ? String(sum) : null,
      usualValue: usual.size > 0 ? String(usualSum) : null,
    };
  });
}

/** Who has the most queued beyond what it could pay now; those who only wait for others come last. */
function shortest(s: Settlement): Overview['short'] {
  return s.participants
    .filter(({ queuedCount, accountId }) => queuedCount > 0 && accountId !== 0)
    .map((participant) => {
      const available = s.availableMinor(participant, 2);
      const shortfall = participant.queuedMinor - available;
      let oldest: Instant | undefined;
      for (const { queuedAt } of queueOf(participant)) {
        if (queuedAt !== undefined && (oldest === undefined || queuedAt < oldest)) oldest = queuedAt;
      }
      return { participant, available, shortfall: shortfall > 0n ? shortfall : 0n, oldest };
    })
    .sort((a, b) => (a.shortfall === b.shortfall ? 0 : a.shortfall < b.shortfall ? 1 : -1))
    .slice(0, MOST_SHORT)
    .map(({ participant, available, shortfall, oldest }) => ({
      participant: participantRef(participant),
      queuedCount: participant.queuedCount,
      queuedValue: String(participant.queuedMinor),
      available: String(available),
      shortfall: String(shortfall),
      oldestQueuedAt: oldest === undefined ? null : formatInstant(oldest),
    }));
}

const usualDays = new Map<string, Promise<Map<number, bigint>>>();

/** The past does not change: read once a day. */
function usualDay(pool: Pool, bookId: number, date: string): Promise<Map<number, bigint>> {
  const key = `${bookId}:${date}`;
  const known = usualDays.get(key);
  if (known) return known;
  const read = readUsualDay(pool, bookId, date, STEP_SECONDS);
  usualDays.clear();
  usualDays.set(key, read);
  read.catch(() => usualDays.delete(key));
  return read;
}
