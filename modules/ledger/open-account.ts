// Opens an account and changes what it may do. Each change is kept with its moment (ledger.account_terms).
import { type Instant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type NewAccount } from './account.ts';
import { type Books, type OpenAccount } from './books.ts';
import { MAX_BALANCE } from './transfer.ts';

/**
 * Opens an account. The caller said it needs the id, so memory knows whether it exists.
 * Refuses `account_malformed` naming the field, and `account_exists` unless it is the same account again.
 */
export function openAccount(books: Books, request: NewAccount, at: Instant): OpenAccount {
  const overdraft = request.overdraft ?? 0n;
  if (!Number.isSafeInteger(request.id) || request.id < 1) throw new Refusal('account_malformed', { field: '/id' });
  if (request.code.length < 1 || request.code.length > 80) throw new Refusal('account_malformed', { field: '/code' });
  if (!/^[A-Z]{3}$/.test(request.currency)) throw new Refusal('account_malformed', { field: '/currency' });
  if (overdraft < 0n || overdraft > MAX_BALANCE) throw new Refusal('account_malformed', { field: '/overdraft' });
  const existing = books.account(request.id);
  if (existing) {
    const isSame =
      existing.code === request.code &&
      existing.currency === request.currency &&
      existing.normalSide === request.normalSide &&
      existing.isLimited === request.isLimited;
    if (isSame) return existing;
    throw new Refusal('account_exists', { field: '/id', details: { id: request.id } });
  }
  const account: OpenAccount = {
    id: request.id,
    code: request.code,
    currency: request.currency,
    normalSide: request.normalSide,
    isLimited: request.isLimited,
    openedAt: at,
    overdraft,
    isFrozen: false,
    isClosed: false,
    debitsPending: 0n,
    debitsPosted: 0n,
    creditsPending: 0n,
    creditsPosted: 0n,
    entries: [],
    cleanSince: 0,
    usedBy: 0,
  };
  books.accounts.set(account.id, account);
  books.newAccounts.push(account);
  books.newTerms.push({ accountId: account.id, at, overdraft, isFrozen: false });
  return account;
}

/** Sets how far below zero a limited account may go. Moves no money; may leave the headroom negative. */
export function setOverdraft(books: Books, accountId: number, overdraft: bigint, at: Instant): void {
  if (overdraft < 0n || overdraft > MAX_BALANCE) throw new Refusal('account_malformed', { field: '/overdraft' });
  changeTerms(books, accountId, { overdraft }, at);
}

/** A frozen account refuses every new movement; what is held may still be released. */
export function setFrozen(books: Books, accountId: number, isFrozen: boolean, at: Instant): void {
  changeTerms(books, accountId, { isFrozen }, at);
}

function changeTerms(
  books: Books,
  accountId: number,
  change: { overdraft?: bigint; isFrozen?: boolean },
  at: Instant,
): void {
  const account = books.account(accountId);
  if (!account) throw new Refusal('account_not_found', { details: { accountId } });
  Object.assign(account, change);
  books.newTerms.push({ accountId, at, overdraft: account.overdraft, isFrozen: account.isFrozen });
}
