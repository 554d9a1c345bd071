// Gives back the holds whose time is over. The book does it by itself, before anything else is decided at an instant.
import { type Instant } from '../../platform/instant.ts';
import { assert } from '../../platform/refusal.ts';
import { type Books } from './books.ts';
import { dueAt } from './expiry-queue.ts';
import { FLAG, type Transfer } from './transfer.ts';

/**
 * Expires every hold due at or before `at`. Both accounts of an open hold are always in memory.
 * The id of an expiry follows from the hold's, so that a replay writes the same row.
 */
export function expireHolds(books: Books, at: Instant): void {
  for (let due = books.expiries.popDue(at); due; due = books.expiries.popDue(at)) {
    const hold = books.openHolds.get(due.holdId);
    // Left by a chain that was undone, after which the same hold was placed later.
    if (!hold || dueAt(hold) > due.at) continue;
    const debit = books.account(hold.debitAccountId);
    const credit = books.account(hold.creditAccountId);
    assert(debit && credit, 'the accounts of an open hold are in memory');
    const expiry: Transfer = {
      seq: books.lastSeq + 1,
      id: expiryId(hold.id),
      kind: 'expire',
      flags: 0,
      debitAccountId: hold.debitAccountId,
      creditAccountId: hold.creditAccountId,
      amount: 0n,
      releasedAmount: hold.amount,
      pendingId: hold.id,
      timeoutSeconds: 0,
      code: hold.code,
      reference: hold.reference,
      at,
    };
    books.apply(expiry, debit, credit);
    books.endHold(hold, expiry);
    if (hold.flags & FLAG.closingDebit) books.setClosed(debit, false);
    if (hold.flags & FLAG.closingCredit) books.setClosed(credit, false);
  }
}

// RFC 9562 variant nibbles 8, 9, a, b belong to callers; c, d, e, f are reserved, so an expiry's id is never a caller's.
const RESERVED_NIBBLE: Readonly<Record<string, string>> = { '8': 'c', '9': 'd', a: 'e', b: 'f' };

function expiryId(holdId: string): string {
  return `${holdId.slice(0, 19)}${RESERVED_NIBBLE[holdId[19]!]}${holdId.slice(20)}`;
}
