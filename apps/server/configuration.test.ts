// feiqian.yaml: what it says is what starts, and what is wrong is named with its line.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Calendar } from '../../modules/settlement/index.ts';
import { ConfigurationWrong, readConfiguration } from './configuration.ts';
import { DEMO_INSTITUTION } from './demo/country.ts';

const FULL = `
name: { en: Bank of Elsewhere, zh: 别处中央银行 }
bic: ELSWGB2L
currency: USD
timeZone: America/New_York
system: ELSEWHERE-RTGS
calendar:
  weekend: [saturday, sunday]
  holidays: [2027-07-05]
  workingWeekends: [2027-07-10]
hours:
  - from: 2026-01-01
    phases:
      - { code: open, title: Open, starts: "21:00", startsEveningBefore: true, ends: "18:45", accepts: all }
      - { code: end-of-day, title: { en: End of day, zh: 日终 }, starts: "19:00", ends: "19:30", accepts: nothing }
  - from: 2027-07-01
    phases:
      - { code: open, title: Open, starts: "08:00", ends: "16:00", accepts: all }
      - { code: end-of-day, title: End of day, starts: "16:00", ends: "16:30", accepts: nothing }
participants:
  - bic: FIRSUS33
    kind: direct
    name: First Bank
    clearingCodes: [{ scheme: USABA, code: "021000021" }]
  - { bic: SMLLUS33, kind: indirect, name: Small Bank, settlesThrough: FIRSUS33 }
`;

const wrongOf = (text: string): string[] => {
  try {
    readConfiguration('feiqian.yaml', text, DEMO_INSTITUTION);
    return [];
  } catch (error) {
    assert.ok(error instanceof ConfigurationWrong, String(error));
    return error.message.split('\n');
  }
};

test('a whole configuration is read, hours change on their date', () => {
  const { institution, calendar, participants, hasDemo } = readConfiguration('feiqian.yaml', FULL, DEMO_INSTITUTION);
  assert.deepEqual(
    [institution.bic, institution.currency, institution.zone.name],
    ['ELSWGB2L', 'USD', 'America/New_York'],
  );
  assert.deepEqual(participants.map(({ id }) => id), ['FIRSUS33', 'SMLLUS33']); // prettier-ignore
  assert.equal(hasDemo, false);
  const rules = new Calendar(calendar);
  const opening = (date: string) => new Date(rules.phasesOf(date)[0]!.startsAt / 1_000).toISOString();
  assert.equal(opening('2027-06-30'), '2027-06-30T01:00:00.000Z');
  assert.equal(opening('2027-07-01'), '2027-07-01T12:00:00.000Z');
  assert.deepEqual(['2027-07-05', '2027-07-10', '2027-07-11'].map((date) => rules.isBusinessDay(date)), [false, true, false]); // prettier-ignore
});

test('an empty file is the defaults without the demo', () => {
  const { institution, participants, hasDemo } = readConfiguration('feiqian.yaml', '', DEMO_INSTITUTION);
  assert.deepEqual([institution.bic, participants.length, hasDemo], [DEMO_INSTITUTION.bic, 0, false]);
});

test('each mistake is named with its line and what it should be', () => {
  const cases: [text: string, complaint: RegExp][] = [
    ['name: [', /feiqian\.yaml: .*line 1/],
    ['currency: Yuan', /^feiqian\.yaml:1:\d+: currency: /],
    ['currency: QQQ', /^feiqian\.yaml:1:\d+: currency: "QQQ" is not an ISO 4217 currency/],
    ['bic: ABC', /^feiqian\.yaml:1:\d+: bic: "ABC" is not a BIC/],
    ['\nzone: UTC', /^feiqian\.yaml:2:\d+: zone: unexpected property/],
    ['timeZone: Mars/Olympus', /IANA time zone/],
    ['calendar:\n  holidays: [2027-02-30]', /^feiqian\.yaml:2:\d+: calendar\.holidays\.0: there is no date 2027-02-30/],
    [FULL.replace('ends: "18:45"', 'ends: "19:10"'), /hours\.0\.phases\.1\.starts: begins before the phase above it ends/],
    [FULL.replace('ends: "16:30", accepts: nothing', 'ends: "16:30", accepts: all'), /the last phase is the end of day/],
    [FULL.replace('from: 2027-07-01', 'from: 2025-07-01'), /hours\.1\.from: hours are listed oldest first/],
    [FULL.replace('settlesThrough: FIRSUS33', 'settlesThrough: NOBOUS33'), /participants\.1\.settlesThrough: "NOBOUS33" is not listed above/],
    [FULL.replace('SMLLUS33', 'FIRSUS33'), /participants\.1\.bic: "FIRSUS33" is listed twice/],
  ]; // prettier-ignore
  for (const [text, complaint] of cases) assert.match(wrongOf(text).join('\n'), complaint, text);
});
