// Which alarm a payment that waits gives: a wish that passes is not a latest debit time.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { advance, submitPayment } from '../../modules/settlement/index.ts';
import { aPayment, givenSettlement, TEN_O_CLOCK } from '../../modules/settlement/testing.ts';
import { conditionsOf } from './alarm-rules.ts';

const MINUTE = 60_000_000;

test('a payment that misses a wish is told apart from one that is handed back at its latest debit time', () => {
  const s = givenSettlement('AB');
  const times = { 1: { wantedAt: 30 }, 2: { latestAt: 30 }, 3: { wantedAt: 30, latestAt: 90 } };
  for (const [n, moments] of Object.entries(times)) {
    const given = Object.entries(moments).map(([name, minutes]) => [name, TEN_O_CLOCK + minutes * MINUTE]);
    submitPayment(s, aPayment(Number(n), 'A', 'B', 5n, Object.fromEntries(given)), TEN_O_CLOCK);
  }
  const codesAt = (minutes: number): string[] => {
    const at = TEN_O_CLOCK + minutes * MINUTE;
    advance(s, at);
    return conditionsOf(s, at)
      .filter(({ subject }) => subject?.kind === 'payment')
      .map(({ code, subject }) => `${Number(subject!.id.slice(-4))} ${code}`);
  };
  assert.deepEqual(codesAt(14), []);
  assert.deepEqual(codesAt(16), ['1 wanted-time-near', '2 latest-debit-time-near', '3 wanted-time-near']);
  assert.deepEqual(codesAt(31), ['1 wanted-time-near', '3 wanted-time-near']);
  assert.deepEqual(codesAt(76), ['1 wanted-time-near', '3 latest-debit-time-near']);
  assert.deepEqual(codesAt(91), ['1 wanted-time-near']);
});
