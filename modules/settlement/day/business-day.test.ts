// What begins and ends with a business day, on the ledger's own books.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceOf } from '../../ledger/index.ts';
import { advance } from '../advance.ts';
import { submitBatch } from '../clearing/submit-batch.ts';
import { admitParticipant } from '../participants/admit-participant.ts';
import { fund, setLimit, setReservation } from '../participants/change-liquidity.ts';
import { changeStanding } from '../participants/change-standing.ts';
import { submitPayment } from '../payments/submit-payment.ts';
import { type Settlement } from '../settlement.ts';
import { aPayment, givenSettlement, TEN_O_CLOCK, uuid } from '../testing.ts';
import { closeDay } from './business-day.ts';
import { Calendar, DEFAULT_RULES } from './calendar.ts';

const HOUR = 3_600_000_000;
const DAY = 24 * HOUR;
const FRIDAY = '2027-04-16';
const MONDAY = '2027-04-19';
const TUESDAY = '2027-04-20';

/** Monday has become a holiday since payments were accepted for it. */
function makeMondayAHoliday(s: Settlement): void {
  Object.assign(s, { calendar: new Calendar({ ...DEFAULT_RULES, holidays: [MONDAY] }) });
}

function withHouse(s: Settlement): void {
  const title = { en: 'House', zh: '清算所' };
  const names = { name: title, shortName: title, clearingCodes: [], joinedOn: '2027-01-04' };
  admitParticipant(s, { id: 'H', bic: 'HOUSCN22', kind: 'clearing-house', ...names }, TEN_O_CLOCK);
}

function aBatch(n: number, minutes: { informing: number; settling: number }) {
  return {
    id: uuid(n),
    houseId: 'H',
    reference: `R${n}`,
    positions: [
      { participantId: 'A', netMinor: -5n, paymentId: uuid(n + 1), loanId: uuid(n + 2) },
      { participantId: 'B', netMinor: 5n, paymentId: uuid(n + 3), loanId: uuid(n + 4) },
    ],
    informationEndsAt: TEN_O_CLOCK + minutes.informing * 60_000_000,
    settleBy: TEN_O_CLOCK + minutes.settling * 60_000_000,
  };
}

test('limits and reservations are whole again when a new day opens', () => {
  const s = givenSettlement('AB', 'none', 1_000n);
  const a = s.participantById.get('A')!;
  setReservation(s, 'A', 1, 100n, TEN_O_CLOCK);
  setLimit(s, 'A', 'B', 50n, TEN_O_CLOCK);
  setLimit(s, 'A', undefined, 70n, TEN_O_CLOCK);
  submitPayment(s, aPayment(1, 'A', 'B', 40n), TEN_O_CLOCK);
  submitPayment(s, aPayment(2, 'A', 'B', 60n, { priority: 'urgent' }), TEN_O_CLOCK);
  a.multilateralLimit!.usedMinor = 30n;
  assert.deepEqual([a.reservedMinor[1], a.bilateralLimits.get(s.participantById.get('B')!)!.usedMinor], [40n, 40n]);
  submitPayment(s, aPayment(3, 'A', 'B', 20n, { valueDate: FRIDAY }), TEN_O_CLOCK);
  s.takeChanges();
  advance(s, TEN_O_CLOCK + DAY);
  assert.deepEqual(a.reservedMinor, [0n, 100n]);
  assert.equal(a.multilateralLimit!.usedMinor, 0n);
  // What was kept for the new day counts against it, and not against yesterday.
  assert.equal(a.bilateralLimits.get(s.participantById.get('B')!)!.usedMinor, 20n);
  assert.equal(s.paymentById.get(uuid(3))!.state, 'settled');
  assert.ok(s.changes.participants.has(a));
});

test('a payment kept for a date that became a holiday settles on the next business day, and says so', () => {
  const s = givenSettlement('AB', 'none', 1_000n);
  const payment = submitPayment(s, aPayment(1, 'A', 'B', 40n, { valueDate: MONDAY }), TEN_O_CLOCK);
  makeMondayAHoliday(s);
  advance(s, TEN_O_CLOCK + 5 * DAY);
  assert.deepEqual([s.day!.date, payment.state, payment.valueDate], [TUESDAY, 'settled', TUESDAY]);
});

test('a payment whose latest moment passed while nobody was there is handed back, not settled late', () => {
  const s = givenSettlement('AB', 'none', 1_000n);
  const latestAt = TEN_O_CLOCK + DAY;
  const payment = submitPayment(s, aPayment(1, 'A', 'B', 40n, { valueDate: FRIDAY, latestAt }), TEN_O_CLOCK);
  advance(s, TEN_O_CLOCK + 4 * DAY);
  assert.deepEqual([s.day!.date, payment.state, payment.endReason], [MONDAY, 'returned', 'TM01']);
  assert.equal(balanceOf(s.accountOf(payment.sender)), 1_000n);
});

test('days nobody was there for are left out: a weekend and a holiday', () => {
  const s = givenSettlement('AB', 'none', 10n);
  const queued = submitPayment(s, aPayment(1, 'A', 'B', 40n), TEN_O_CLOCK);
  makeMondayAHoliday(s);
  advance(s, TEN_O_CLOCK + 5 * DAY);
  assert.deepEqual([s.day!.date, s.day!.state, queued.state], [TUESDAY, 'open', 'returned']);
  assert.deepEqual(
    s.events.filter(({ kind }) => kind === 'day-closed' || kind === 'day-opened').map((event) => 'date' in event && event.date),
    ['2027-04-15', TUESDAY],
  ); // prettier-ignore
});

test('a clock that jumps back an hour moves nothing', () => {
  const s = givenSettlement('AB', 'none', 10n);
  advance(s, TEN_O_CLOCK + 8 * HOUR);
  const { state, phaseIndex } = s.day!;
  assert.equal(state, 'closing');
  advance(s, TEN_O_CLOCK + 7 * HOUR);
  assert.deepEqual([s.day!.state, s.day!.phaseIndex], [state, phaseIndex]);
});

test('the end of the day decides every batch: who waited for money gets a last try, who was still informing is rejected', () => {
  const s = givenSettlement('AB');
  withHouse(s);
  fund(s, uuid(900), 'B', 5n, TEN_O_CLOCK);
  const short = submitBatch(s, aBatch(10, { informing: 0, settling: 400 }), TEN_O_CLOCK);
  const informing = submitBatch(s, aBatch(20, { informing: 200, settling: 600 }), TEN_O_CLOCK);
  assert.deepEqual([short.state, informing.state], ['waiting', 'informing']);
  fund(s, uuid(901), 'A', 10n, TEN_O_CLOCK + HOUR);
  closeDay(s, TEN_O_CLOCK + HOUR);
  assert.deepEqual([short.state, informing.state], ['settled', 'rejected']);
  assert.equal(s.batches.size, 0);
  const poor = givenSettlement('AB');
  withHouse(poor);
  const waiting = submitBatch(poor, aBatch(10, { informing: 0, settling: 10_000 }), TEN_O_CLOCK);
  advance(poor, TEN_O_CLOCK + 4 * DAY);
  assert.equal(waiting.state, 'rejected');
});

test('a batch does not settle while one of its members is suspended', () => {
  const s = givenSettlement('AB', 'none', 100n);
  withHouse(s);
  const batch = submitBatch(s, aBatch(10, { informing: 10, settling: 60 }), TEN_O_CLOCK);
  changeStanding(s, 'B', 'suspended', TEN_O_CLOCK);
  advance(s, TEN_O_CLOCK + 20 * 60_000_000);
  assert.equal(batch.state, 'waiting');
  changeStanding(s, 'B', 'active', TEN_O_CLOCK + 30 * 60_000_000);
  advance(s, TEN_O_CLOCK + 30 * 60_000_000);
  assert.equal(batch.state, 'settled');
  const left = submitBatch(s, aBatch(20, { informing: 40, settling: 60 }), TEN_O_CLOCK);
  changeStanding(s, 'A', 'left', TEN_O_CLOCK + 31 * 60_000_000);
  advance(s, TEN_O_CLOCK + HOUR);
  assert.equal(left.state, 'rejected');
});

test('what waits for a suspended participant says so at once, settles when it is resumed, and else is handed back', () => {
  const s = givenSettlement('AB');
  const queued = submitPayment(s, aPayment(1, 'A', 'B', 40n), TEN_O_CLOCK);
  const kept = submitPayment(s, aPayment(2, 'B', 'A', 50n, { valueDate: FRIDAY }), TEN_O_CLOCK);
  assert.equal(queued.reason, 'insufficient-funds');
  changeStanding(s, 'B', 'suspended', TEN_O_CLOCK);
  assert.equal(queued.reason, 'suspended');
  fund(s, uuid(900), 'A', 100n, TEN_O_CLOCK);
  fund(s, uuid(901), 'B', 100n, TEN_O_CLOCK);
  assert.equal(queued.state, 'queued');
  changeStanding(s, 'B', 'active', TEN_O_CLOCK);
  assert.equal(queued.state, 'settled');
  changeStanding(s, 'B', 'left', TEN_O_CLOCK);
  advance(s, TEN_O_CLOCK + DAY);
  assert.deepEqual([kept.state, kept.reason], ['queued', 'suspended']);
  advance(s, TEN_O_CLOCK + DAY + 8 * HOUR);
  assert.deepEqual([kept.state, kept.endReason], ['returned', 'TM01']);
});
