// Opens a business day for a simulation: settlement on the ledger's books in memory, with the participants, balances and
// credit lines of the study. No database, no clock.
import { type Instant } from '../../platform/instant.ts';
import { Books } from '../ledger/index.ts';
import { admitParticipant, advance, Calendar, type CalendarRules, fund, type LiquiditySaving, setCreditLine, Settlement } from '../settlement/index.ts'; // prettier-ignore
import { type DayInput } from './read-input.ts';

const DATE = '2027-04-15';
/** The instant of midnight on the simulated date; entries count from it. */
export const MIDNIGHT: Instant = Date.parse(`${DATE}T00:00:00Z`) * 1_000;

/** Open around the clock: a study says by its payments when the day begins and ends. */
const RULES: CalendarRules = {
  timeZone: 'UTC',
  weekend: [],
  holidays: [],
  workingWeekends: [],
  hours: [
    {
      from: DATE,
      phases: [{ code: 'open', title: { en: 'Open', zh: '营业' }, startsAt: '00:00', endsAt: '23:59', accepts: 'all' }],
    },
  ],
};

export function openDay(input: DayInput, lsm: LiquiditySaving): Settlement {
  const s = new Settlement(new Books(1, input.currency), lsm, new Calendar(RULES));
  advance(s, MIDNIGHT);
  // Payments without times may take longer than a day at one a second; the simulated day ends when they do.
  s.day!.phases[0]!.endsAt = Number.MAX_SAFE_INTEGER;
  for (const [index, { name, balanceMinor, creditLineMinor }] of input.participants.entries()) {
    const title = { en: name, zh: name };
    const id = participantId(index);
    const profile = { id, bic: id, clearingCodes: [], kind: 'direct', joinedOn: DATE } as const;
    admitParticipant(s, { ...profile, name: title, shortName: title }, MIDNIGHT);
    if (balanceMinor > 0n) fund(s, idOf('f', index), id, balanceMinor, MIDNIGHT);
    if (creditLineMinor > 0n) setCreditLine(s, id, creditLineMinor, MIDNIGHT);
  }
  s.drainEvents();
  return s;
}

/** Settlement knows banks by BIC; a study by names of its own, which may be anything. */
export function participantId(index: number): string {
  return `${index.toString(36).toUpperCase().padStart(4, '0')}ZZ00`;
}

/** Ids that grow, in the form of a UUID version 7: `f` for funding, which comes first, `p` for payments, `s` for sets. */
export function idOf(kind: 'f' | 'p' | 's', number: number): string {
  const family = { f: '01900000', p: '01900001', s: '01900002' }[kind];
  return `${family}-0000-7000-8000-${String(number).padStart(12, '0')}`;
}
