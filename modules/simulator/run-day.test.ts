// Tiny days whose outcome is known by hand, and what holds of every day.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { LIQUIDITY_SAVING } from '../settlement/index.ts';
import { type Result } from './result.ts';
import { aDay, runOf } from './testing.ts';

const ways = ({ settledHow: how, unsettledCount }: Result) =>
  [how.direct, how.queue, how.bilateral, how.gridlock, how.multilateral].map(({ count }) => count).concat(unsettledCount); // prettier-ignore

/** Counts: at once, from the queue, bilateral, gridlock, multilateral, unsettled. */
const days: [name: string, balances: string[], payments: string[], byMode: Record<string, number[]>][] = [
  ['a payment that can be afforded settles at once', ['A,5', 'B,0'], ['A,B,5'], {
    none: [1, 0, 0, 0, 0, 0], full: [1, 0, 0, 0, 0, 0] }],
  ['a credit line is spent like a balance', ['A,2,3', 'B,0,0'], ['A,B,5'], { none: [1, 0, 0, 0, 0, 0] }],
  ['one fen too much waits for ever', ['A,4.99', 'B,0'], ['A,B,5'], { none: [0, 0, 0, 0, 0, 1], full: [0, 0, 0, 0, 0, 1] }],
  ['money that comes in releases the queue', ['A,0', 'B,5'], ['A,B,3', 'B,A,5'], { none: [1, 1, 0, 0, 0, 0] }],
  ['two banks that owe each other', ['A,0', 'B,0'], ['A,B,5', 'B,A,5'], {
    none: [0, 0, 0, 0, 0, 2], bilateral: [0, 0, 2, 0, 0, 0], full: [0, 0, 2, 0, 0, 0] }],
  ['the gridlock of three banks', ['A,0', 'B,0', 'C,0'], ['A,B,5', 'B,C,5', 'C,A,5'], {
    none: [0, 0, 0, 0, 0, 3], bilateral: [0, 0, 0, 0, 0, 3], gridlock: [0, 0, 0, 3, 0, 0], full: [0, 0, 0, 3, 0, 0] }],
  ['within a priority nobody overtakes', ['A,5', 'B,0'], ['A,B,6', 'A,B,5'], {
    none: [0, 0, 0, 0, 0, 2], gridlock: [0, 0, 0, 0, 0, 2], full: [0, 0, 0, 0, 1, 1] }],
  ['an urgent payment goes before a normal one', ['A,5', 'B,0'], ['A,B,6,normal', 'A,B,5,urgent'], { none: [1, 0, 0, 0, 0, 1] }],
]; // prettier-ignore

for (const [name, balances, payments, byMode] of days) {
  test(`a day known by hand: ${name}`, () => {
    for (const [lsm, wanted] of Object.entries(byMode)) {
      assert.deepEqual(ways(runOf(aDay(balances, payments), lsm as 'none')), wanted, lsm);
    }
  });
}

test('liquidity, bounds, delays and turnover of a day known by hand', () => {
  // 09:00 A pays 6 of its 10; 09:10 B cannot pay 9 of its 6; 09:30 A sends 4 more, and B's 9 goes.
  const result = runOf(aDay(['A,10', 'B,0', 'C,0'], ['A,B,6,,09:00', 'B,C,9,,09:10', 'A,B,4,,09:30']), 'none');
  assert.deepEqual(ways(result), [2, 1, 0, 0, 0, 0]);
  assert.equal(result.liquidityUsed, '1000');
  assert.equal(result.lowerBound, '1000');
  assert.equal(result.upperBound, '1300');
  assert.equal(result.turnoverRatio, 1.9);
  assert.equal(result.longestDelaySeconds, 20 * 60);
  assert.equal(result.meanDelaySeconds, 400);
  assert.equal(result.meanDelayOfQueuedSeconds, 1_200);
  assert.equal(result.meanDelayByValueSeconds, 568.421);
  // 9 × 20 minutes of 6 × 30 + 9 × 20.
  assert.equal(result.delayIndicator, 0.5);
  assert.deepEqual([result.longestQueue, result.longestQueueAt, result.mostQueuedValue], [1, '09:10:00', '900']);
  const b = result.participants[1]!;
  assert.deepEqual([b.opening, b.sent, b.received, b.closing], ['0', '900', '1000', '100']);
  assert.equal(result.series.reduce((sum, { settledValue }) => sum + Number(settledValue), 0), 1_900); // prettier-ignore
  assert.equal(result.series[10]!.queuedValue, '900');
});

test('credit used is what went below zero, and a set that settles as one needs none in between', () => {
  const one = runOf(aDay(['A,2,8', 'B,0,0'], ['A,B,7', 'B,A,7']), 'none');
  assert.deepEqual([one.participants[0]!.creditUsedMost, one.creditUsed, one.liquidityUsed], ['500', '500', '700']);
  const ring = runOf(aDay(['A,0', 'B,0', 'C,0'], ['A,B,5', 'B,C,5', 'C,A,5']), 'gridlock');
  assert.equal(ring.liquidityUsed, '0');
  assert.equal(ring.turnoverRatio, null);
});

test('payments are sorted by time, those of one time stay in the order of the file', () => {
  const result = runOf(aDay(['A,5', 'B,0'], ['A,B,5,,10:00', 'A,B,4,,09:00', 'A,B,3,,09:00']), 'none');
  assert.equal(result.reorderedCount, 2);
  assert.equal(result.settledValue, '400');
  assert.deepEqual([result.firstEntry, result.lastEntry], ['09:00:00', '10:00:00']);
});

const bank = fc.integer({ min: 0, max: 3 });
const payment = fc
  .tuple(
    bank,
    bank,
    fc.integer({ min: 1, max: 900 }),
    fc.constantFrom('', 'urgent', 'highly-urgent'),
    fc.integer({ min: 0, max: 59 }),
  ) // prettier-ignore
  .filter(([from, to]) => from !== to)
  .map(([from, to, amount, priority, minute]) =>
    [`B${from}`, `B${to}`, amount, priority, `09:${String(minute).padStart(2, '0')}`].join(','),
  );
const anyDay = fc
  .tuple(fc.array(fc.tuple(fc.nat(800), fc.nat(300)), { minLength: 4, maxLength: 4 }), fc.array(payment, { minLength: 1, maxLength: 60 })) // prettier-ignore
  .map(([balances, payments]) => aDay(balances.map(([balance, line], index) => `B${index},${balance},${line}`), payments)); // prettier-ignore

test('of any day: money is conserved, nobody passes a credit line, counts add up, the same input gives the same bytes', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...LIQUIDITY_SAVING), (day, lsm) => {
      const result = runOf(day, lsm);
      const sum = (key: 'opening' | 'closing' | 'sent' | 'received' | 'unsettled') =>
        result.participants.reduce((total, row) => total + BigInt(row[key]), 0n);
      assert.equal(sum('opening'), sum('closing'));
      assert.equal(sum('sent'), sum('received'));
      assert.equal(String(sum('sent')), result.settledValue);
      assert.equal(String(sum('unsettled')), result.unsettledValue);
      for (const row of result.participants) assert.ok(BigInt(row.creditUsedMost) <= BigInt(row.creditLine));
      const counted = Object.values(result.settledHow).reduce((total, { count }) => total + count, 0);
      assert.equal(counted, result.settledCount);
      assert.equal(result.delays.reduce((total, { count }) => total + count, 0), counted); // prettier-ignore
      assert.equal(result.settledCount + result.unsettledCount, result.paymentCount);
      assert.ok(BigInt(result.lowerBound) <= BigInt(result.upperBound));
      assert.ok(result.delayIndicator >= 0 && result.delayIndicator <= 1);
      assert.equal(JSON.stringify(runOf(day, lsm)), JSON.stringify(result));
    }),
    { numRuns: 150, seed: 8120 },
  );
});
