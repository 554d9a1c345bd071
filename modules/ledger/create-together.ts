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
  if (transfers.length === 1 && isBorne(books, transfers[0]!)) return create(books, transfers[0]!, 0, at);
  const headroomBefore = new Map<OpenAccount, bigint>();
  for (const { debitAccountId, creditAccountId } of transfers) {
    for (const account of [books.account(debitAccountId), books.account(creditAccountId)]) {
      if (account?.isLimited) headroomBefore.set(account, headroomOf(account));
    }
  }
  books.allOrNothing(() => {
    for (const [index, transfer] of transfers.entries()) create(books, transfer, index, at);
    const short = firstOverdrawn(headroomBefore);
    if (short) {
      throw new Refusal('set_overdraws_account', {
        details: { accountId: short.id, shortMinor: String(-headroomOf(short)) },
      });
    }
    return true;
  });
}

/** Leaves no trace when it refuses. */
function create(books: Books, transfer: NewTransfer, index: number, at: Instant): void {
  const result = decideTransfer(books, transfer, at, 'outcome');
  if (result !== 'created') throw new Refusal(result, { field: `/${index}` });
}

/** Whether both accounts can bear it as they stand; then its outcome needs no check. */
function isBorne(books: Books, { debitAccountId, creditAccountId, amount }: NewTransfer): boolean {
  const [debit, credit] = [books.account(debitAccountId), books.account(creditAccountId)];
  return !(debit?.isLimited && headroomOf(debit) < amount) && !(credit?.isLimited && headroomOf(credit) < amount);
}

function firstOverdrawn(headroomBefore: ReadonlyMap<OpenAccount, bigint>): OpenAccount | undefined {
  let first: OpenAccount | undefined;
  for (const [account, before] of headroomBefore) {
    const after = headroomOf(account);
    if (after < 0n && after < before && (!first || account.id < first.id)) first = account;
  }
  return first;
}
