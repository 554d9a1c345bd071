// Gridlock and release, on the ledger's own books.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceOf, Books, openAccount } from '../ledger/index.ts';
import { findGridlockSet } from './resolve-gridlock.ts';
import { settle } from './settle.ts';
import { Settlement } from './settlement.ts';
import { addParticipant, submitPayment } from './submit-payment.ts';

const uuid = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

function given(names: string): Settlement {
  const s = new Settlement(new Books(1, 'CNY'), 'full');
  [...names].forEach((name, index) => {
    openAccount(s.books, { id: index + 1, code: name, currency: 'CNY', normalSide: 'credit', isLimited: true }, 1);
    addParticipant(s, name, index + 1);
  });
  return s;
}

test('a circle of banks without money settles as one', () => {
  const s = given('ABC');
  for (const [n, pair] of ['AB', 'BC', 'CA'].entries()) {
    submitPayment(
      s,
      { id: uuid(n), senderId: pair[0]!, receiverId: pair[1]!, currency: 'CNY', amountMinor: 5n, priority: 'normal' },
      2 + n,
    );
  }
  assert.equal(s.queuedCount, 3);
  const set = findGridlockSet(s);
  assert.equal(set.length, 3);
  settle(s, set, 'gridlock', 9, uuid(99));
  assert.equal(s.queuedCount, 0);
  for (const participant of s.participants) assert.equal(balanceOf(s.accountOf(participant)), 0n);
});
