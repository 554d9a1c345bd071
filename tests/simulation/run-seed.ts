// One seed: a day with its troubles, then everything that must be true of it.
import { MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { chooseAct } from './acts.ts';
import { checkAnswers } from './check-answers.ts';
import { compareMemories, findForgotten } from './check-memory.ts';
import { checkRows } from './check-rows.ts';
import { buildMemory, loadMemory } from './memory.ts';
import { checkReplay } from './replay.ts';
import { type DayOptions, SimulatedDay } from './simulated-day.ts';
import { planTrouble } from './trouble.ts';

const SECOND = MICROS_PER_SECOND;
const HOUR = 3_600 * SECOND;

/** How the clock moves between waves; the writer never goes back with it. */
const JUMPS = { seconds: 70, minutes: 12, hours: 8, back: 5, 'to the evening': 4, 'to another day': 1.5 } as const;

/** Runs the seed and answers the day, ended, with its rows in the book. */
export async function liveDay(options: DayOptions): Promise<SimulatedDay> {
  const day = new SimulatedDay(options);
  await day.begin();
  const { dice } = day;
  const waves = options.isShort ? 2 + dice.below(4) : 5 + dice.below(10);
  for (let wave = 0; wave < waves; wave++) {
    const acts = Array.from({ length: 1 + dice.below(5) }, () => chooseAct(day));
    const later = dice.chance(0.35) ? Array.from({ length: 1 + dice.below(3) }, () => chooseAct(day)) : [];
    await day.wave(acts, later, dice.chance(0.3) ? planTrouble(dice) : undefined);
    moveClock(day);
    if (dice.chance(0.06)) await changeWriter(day);
  }
  await endDay(day);
  return day;
}

function moveClock(day: SimulatedDay): void {
  const { dice, clock } = day;
  const far = dice.below(1_000);
  const steps = {
    seconds: far * 6_000,
    minutes: far * 2 * SECOND,
    hours: far * 20 * SECOND,
    back: -far * 10 * SECOND,
    'to the evening': 8 * HOUR + 16 * 60 * SECOND,
    'to another day': (24 + dice.below(72)) * HOUR,
  } satisfies Record<keyof typeof JUMPS, number>;
  clock.advance(steps[dice.weighted(JUMPS)]);
}

/** Between waves: left in the lurch, or closed as it should be; a holiday may have been announced meanwhile. */
async function changeWriter(day: SimulatedDay): Promise<void> {
  const { dice } = day;
  if (dice.chance(0.3)) day.announceHoliday(dice.pick(['2027-04-16', '2027-04-19', '2027-04-20']));
  if (dice.chance(0.5)) await day.writer.close();
  await day.takeOver();
  await day.settleDown();
}

/** Sometimes to the next morning; then some letters come once more, to whoever is the writer now. */
async function endDay(day: SimulatedDay): Promise<void> {
  const { dice } = day;
  const tick = { name: 'tick', decide: () => undefined };
  if (dice.chance(0.4)) {
    day.clock.advance(dice.pick([9, 12, 30]) * HOUR);
    await day.act(tick);
  }
  if (dice.chance(0.3)) await changeWriter(day);
  const again = day.letters.filter(() => dice.chance(0.3));
  await Promise.all(again.map((letter) => day.send(letter)));
  day.clock.advance(2 * SECOND);
  await day.act(tick);
  await day.end();
}

/** Everything wrong with this seed's day, in sentences; nothing when it is as it must be. */
export async function runSeed(options: DayOptions): Promise<string[]> {
  const day = await liveDay(options);
  const found = await checkDay(options.pool, day);
  // In short, every third: it costs as much as the day itself.
  const isReplayed = !options.isShort || options.seed % 3 === 0;
  if (!isReplayed) return found;
  return [...found, ...(await checkReplay(options.pool, day.journal, options.bookId, options.bookId + 1))];
}

export async function checkDay(pool: Pool, day: SimulatedDay): Promise<string[]> {
  const { bookId } = day.options;
  return [
    ...(await checkRows(pool, bookId)),
    ...(await checkAnswers(pool, bookId, day.letters)),
    ...findForgotten(day.settlement),
    ...(await checkRebuilt(pool, day)),
  ];
}

async function checkRebuilt(pool: Pool, day: SimulatedDay): Promise<string[]> {
  const client = await pool.connect();
  try {
    const rebuilt = buildMemory({ bookId: day.options.bookId, calendar: day.calendar });
    await loadMemory({ ...rebuilt, journal: day.journal.current! }, client);
    return compareMemories(day.writer.memory, rebuilt);
  } finally {
    client.release();
  }
}
