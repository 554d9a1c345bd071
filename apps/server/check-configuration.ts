// What a schema cannot say about feiqian.yaml: that dates exist, hours follow each other, names are ISO codes.
import { isIP } from 'node:net';
import { isValidBic, isValidLei } from '../../modules/settlement/index.ts';
import { isDate, TimeZone } from '../../platform/time-zone.ts';
import { type Given } from './configuration.ts';

/** Takes a complaint about the member at a JSON pointer. */
export type Complain = (path: string, what: string) => void;

export function checkMeaning(given: Given, complain: Complain): void {
  const { bic, currency, timeZone, calendar, hours, tls, participants = [] } = given;
  if (bic !== undefined && !isValidBic(bic)) complain('/bic', `"${bic}" is not a BIC of 8 or 11 characters`);
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency)) {
    complain('/currency', `"${currency}" is not an ISO 4217 currency`);
  }
  if (timeZone !== undefined && !isTimeZone(timeZone)) {
    complain('/timeZone', `"${timeZone}" is not an IANA time zone, such as Asia/Shanghai`);
  }
  for (const list of ['holidays', 'workingWeekends'] as const) {
    for (const [index, date] of (calendar?.[list] ?? []).entries()) {
      if (!isDate(date)) complain(`/calendar/${list}/${index}`, `there is no date ${date}`);
    }
  }
  for (const [index, dated] of (hours ?? []).entries()) checkHours(dated, `/hours/${index}`, complain);
  for (const [index, { from }] of (hours ?? []).entries()) {
    if (index > 0 && from <= hours![index - 1]!.from) complain(`/hours/${index}/from`, 'hours are listed oldest first');
  }
  if (tls?.address !== undefined && isIP(tls.address) === 0)
    complain('/tls/address', `"${tls.address}" is no IP address`);
  if ((tls?.certificate === undefined) !== (tls?.key === undefined))
    complain('/tls', 'a certificate and its key go together');
  checkParticipants(participants, complain);
}

function checkHours({ from, phases }: NonNullable<Given['hours']>[number], path: string, complain: Complain): void {
  if (!isDate(from)) complain(`${path}/from`, `there is no date ${from}`);
  const minuteOf = (time: string, isEveningBefore = false): number =>
    Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) - (isEveningBefore ? 1_440 : 0);
  let last = minuteOf(phases[0]!.starts, phases[0]!.startsEveningBefore);
  const opening = last;
  for (const [index, phase] of phases.entries()) {
    const starts = minuteOf(phase.starts, phase.startsEveningBefore);
    const ends = minuteOf(phase.ends, phase.endsEveningBefore);
    if (starts < last) complain(`${path}/phases/${index}/starts`, 'begins before the phase above it ends');
    if (ends <= starts) complain(`${path}/phases/${index}/ends`, 'ends before it begins');
    last = ends;
  }
  if (last > opening + 1_440) complain(`${path}/phases`, 'a day is over before the next one opens');
  if (phases.at(-1)!.accepts !== 'nothing') {
    complain(`${path}/phases/${phases.length - 1}/accepts`, 'the last phase is the end of day and accepts nothing');
  }
}

function checkParticipants(participants: NonNullable<Given['participants']>, complain: Complain): void {
  const seen = new Set<string>();
  for (const [index, { bic, id = bic, lei, kind, settlesThrough, joinedOn }] of participants.entries()) {
    const path = `/participants/${index}`;
    if (!isValidBic(bic)) complain(`${path}/bic`, `"${bic}" is not a BIC of 8 or 11 characters`);
    if (lei !== undefined && !isValidLei(lei)) complain(`${path}/lei`, `"${lei}" is not a LEI with right check digits`);
    if (seen.has(id)) complain(`${path}/bic`, `"${id}" is listed twice`);
    if (joinedOn !== undefined && !isDate(joinedOn)) complain(`${path}/joinedOn`, `there is no date ${joinedOn}`);
    if ((kind === 'indirect') !== (settlesThrough !== undefined)) {
      complain(path, 'an indirect participant, and no other, names whom it settles through');
    } else if (settlesThrough !== undefined && !seen.has(settlesThrough)) {
      complain(`${path}/settlesThrough`, `"${settlesThrough}" is not listed above it`);
    }
    seen.add(id);
  }
}

function isTimeZone(name: string): boolean {
  try {
    new TimeZone(name);
    return true;
  } catch {
    return false;
  }
}
