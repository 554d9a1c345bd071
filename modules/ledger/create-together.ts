// Settles a set simultaneously: the legs of a netting or of a resolved gridlock move as one. Every limit is checked
// once, on the outcome of the whole set, because in between there is no moment at which anyone could be short.
import { type Instant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { headroomOf } from './account.ts';
import { type Books, type OpenAccount } from './books.ts';
import { decideTransfer } from './decide-transfer.ts';
import { type NewTransfer } from './transfer.ts';

/**
 * All stand in one commit, or nothing does. For `single` transfers without flags.
 * Refuses with the code of results.ts that bars a transfer (field: its index), or with `set_overdraws_account` naming
 * the account, lowest id first, that the set would take past its limit, or further past it.
 */
export function createTogether(books: Books, transfers: readonly NewTransfer[], at: Instant): void {
  const headroomBefore = new Map<OpenAccount, bigint>();
  for (const { debitAccountId, creditAccountId } of transfers) {
    for (const account of [books.account(debitAccountId), books.account(creditAccountId)]) {
      if (account?.isLimited) headroomBefore.set(account, headroomOf(account));
    }
  }
  books.allOrNothing(() => {
    for (const [index, transfer] of transfers.entries()) {
      const result = decideTransfer(books, transfer, at, 'outcome');
      if (result !== 'created') throw new Refusal(result, { field: `/${index}` });
    }
    const short = firstOverdrawn(headroomBefore);
    if (short) {
      throw new Refusal('set_overdraws_account', {
        details: { accountId: short.id, shortMinor: String(-headroomOf(short)) },
      });
    }
    return true;
  });
}

function firstOverdrawn(headroomBefore: ReadonlyMap<OpenAccount, bigint>): OpenAccount | undefined {
  let first: OpenAccount | undefined;
  for (const [account, before] of headroomBefore) {
    const after = headroomOf(account);
    if (after < 0n && after < before && (!first || account.id < first.id)) first = account;
  }
  return first;
}
