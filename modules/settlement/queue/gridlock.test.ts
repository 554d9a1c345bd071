// Gridlock and release, on the ledger's own books.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceOf } from '../../ledger/index.ts';
import { settle } from '../payments/settle.ts';
import { submitPayment } from '../payments/submit-payment.ts';
import { aPayment, givenSettlement, TEN_O_CLOCK, uuid } from '../testing.ts';
import { queueOf } from './line.ts';
import { findGridlockSet } from './resolve-gridlock.ts';

test('a circle of banks without money settles as one', () => {
  const s = givenSettlement('ABC', 'none');
  for (const [n, pair] of ['AB', 'BC', 'CA'].entries()) {
    submitPayment(s, aPayment(n, pair[0]!, pair[1]!, 5n), TEN_O_CLOCK + n);
  }
  assert.equal(s.queuedCount, 3);
  const set = findGridlockSet(s);
  assert.equal(set.length, 3);
  settle(s, set, 'gridlock', TEN_O_CLOCK + 9, uuid(99));
  assert.equal(s.queuedCount, 0);
  for (const participant of s.participants) assert.equal(balanceOf(s.accountOf(participant)), 0n);
});

test('the set is the largest that keeps every order, on random queues against every combination', () => {
  for (let seed = 1; seed <= 300; seed++) {
    let state = seed * 7919;
    const random = (below: number): number => (state = (state * 48_271) % 2_147_483_647) % below;
    const s = givenSettlement('ABC', 'none');
    for (let n = 0; n < 7; n++) {
      const from = random(3);
      const to = (from + 1 + random(2)) % 3;
      submitPayment(s, aPayment(n, 'ABC'[from]!, 'ABC'[to]!, BigInt(1 + random(6))), TEN_O_CLOCK + n);
    }
    const queues = s.participants.map((sender) => [...queueOf(sender)]);
    let most = 0;
    for (let a = 0; a <= queues[0]!.length; a++)
      for (let b = 0; b <= queues[1]!.length; b++)
        for (let c = 0; c <= queues[2]!.length; c++) {
          const net = [0n, 0n, 0n];
          for (const [index, kept] of [a, b, c].entries())
            for (const p of queues[index]!.slice(0, kept)) {
              net[p.sender.index]! -= p.amountMinor;
              net[p.receiver.index]! += p.amountMinor;
            }
          if (net.every((sum) => sum >= 0n)) most = Math.max(most, a + b + c);
        }
    assert.equal(findGridlockSet(s).length, most, `seed ${seed}`);
  }
});
