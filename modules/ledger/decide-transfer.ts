// The ladder of checks one transfer climbs, in the order of results.ts. The first check that fails is the answer;
// after the last check nothing may refuse, and the transfer stands.
import { type Instant } from '../../platform/instant.ts';
import { creditHeadroom, debitHeadroom } from './account.ts';
import { type Books, type OpenAccount } from './books.ts';
import { dueAt } from './expiry-queue.ts';
import { type TransferResult } from './results.ts';
import {
  ALL,
  FLAG,
  flagsOf,
  KIND_NUMBER,
  MAX_AMOUNT,
  MAX_BALANCE,
  type NewTransfer,
  type Transfer,
} from './transfer.ts';

/** A UUID of the variant RFC 9562 describes, any version, in lower case. */
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const MAX_TIMEOUT_SECONDS = 0x7fffffff;

/** How the limits of the accounts are checked: by each transfer, or by whoever decides a set on its outcome. */
export type LimitCheck = 'each' | 'outcome';

/** The ladder. Answers `created` having applied the transfer, or anything else having changed nothing. */
export function decideTransfer(books: Books, request: NewTransfer, at: Instant, limits: LimitCheck): TransferResult {
  if (!UUID.test(request.id)) return 'id_malformed';
  if (!isCallerKind(request.kind)) return 'kind_unknown';
  const known = books.recent.get(request.id);
  if (known) return known.transfer ? compareWithExisting(request, known.transfer) : 'id_already_refused';

  const isResolving = request.kind === 'post' || request.kind === 'release';
  if (!Number.isInteger(request.code) || request.code > 32_767 || request.code < (isResolving ? 0 : 1)) {
    return 'code_out_of_range';
  }
  if (request.reference !== undefined && !UUID.test(request.reference)) return 'reference_malformed';
  if (request.balancing && request.kind !== 'single' && request.kind !== 'hold') return 'flags_are_mutually_exclusive';
  if (request.amount < 0n) return 'amount_negative';
  if (request.amount > MAX_AMOUNT && request.amount !== ALL) return 'amount_too_large';
  if (request.amount === ALL && !request.balancing && request.kind !== 'post') return 'amount_too_large';
  if (request.kind === 'release' && request.amount !== 0n) return 'release_amount_must_be_zero';
  if (isResolving) {
    if (request.pendingId === undefined || !UUID.test(request.pendingId)) return 'pending_id_malformed';
    if (request.pendingId === request.id) return 'pending_id_must_be_different';
  } else if (request.pendingId !== undefined) return 'pending_id_must_be_absent';
  const timeoutSeconds = request.timeoutSeconds ?? 0;
  if (timeoutSeconds !== 0 && request.kind !== 'hold') return 'timeout_reserved_for_holds';
  if (!Number.isInteger(timeoutSeconds) || timeoutSeconds < 0 || timeoutSeconds > MAX_TIMEOUT_SECONDS) {
    return 'timeout_out_of_range';
  }
  if (request.closing && request.kind !== 'hold') return 'closing_must_be_a_hold';
  const lowestAccountId = isResolving ? 0 : 1;
  if (!Number.isSafeInteger(request.debitAccountId) || request.debitAccountId < lowestAccountId) {
    return 'debit_account_malformed';
  }
  if (!Number.isSafeInteger(request.creditAccountId) || request.creditAccountId < lowestAccountId) {
    return 'credit_account_malformed';
  }
  if (request.debitAccountId === request.creditAccountId && request.debitAccountId !== 0) {
    return 'accounts_must_be_different';
  }
  return isResolving ? decideResolution(books, request, at) : decideMovement(books, request, at, limits);
}

/** A `single` or a `hold`, once its form is right. */
function decideMovement(books: Books, request: NewTransfer, at: Instant, limits: LimitCheck): TransferResult {
  const debit = books.account(request.debitAccountId);
  if (!debit) return 'debit_account_not_found';
  const credit = books.account(request.creditAccountId);
  if (!credit) return 'credit_account_not_found';
  if (debit.currency !== credit.currency) return 'accounts_must_have_the_same_currency';
  const barred = barredAccount(debit, credit);
  if (barred) return barred;

  const amount = request.balancing ? balancedAmount(request, debit, credit) : request.amount;
  const isHold = request.kind === 'hold';
  const overflow = isNearMax(debit, credit) ? overflowOf(debit, credit, amount, isHold) : undefined;
  if (overflow) return overflow;
  if (limits === 'each' && amount > 0n) {
    if (debit.isLimited && debit.normalSide === 'credit' && amount > debitHeadroom(debit)) return 'exceeds_credits';
    if (credit.isLimited && credit.normalSide === 'debit' && amount > creditHeadroom(credit)) return 'exceeds_debits';
  }

  const transfer: Transfer = {
    seq: books.lastSeq + 1,
    id: request.id,
    kind: request.kind,
    flags: flagsOf(request) | (limits === 'outcome' ? FLAG.together : 0),
    debitAccountId: debit.id,
    creditAccountId: credit.id,
    amount,
    releasedAmount: 0n,
    pendingId: undefined,
    timeoutSeconds: request.timeoutSeconds ?? 0,
    code: request.code,
    reference: request.reference,
    at,
  };
  books.apply(transfer, debit, credit);
  if (isHold) {
    books.openHold(transfer);
    scheduleExpiry(books, transfer);
    if (transfer.flags & FLAG.closingDebit) books.setClosed(debit, true);
    if (transfer.flags & FLAG.closingCredit) books.setClosed(credit, true);
  }
  return 'created';
}

/** Below a quarter of what a balance holds nothing can overflow; comparing is cheaper than adding big numbers up. */
const NEAR_MAX = MAX_BALANCE / 4n;

function isNearMax(debit: OpenAccount, credit: OpenAccount): boolean {
  return (
    debit.debitsPosted > NEAR_MAX ||
    debit.debitsPending > NEAR_MAX ||
    credit.creditsPosted > NEAR_MAX ||
    credit.creditsPending > NEAR_MAX
  );
}

function overflowOf(
  debit: OpenAccount,
  credit: OpenAccount,
  amount: bigint,
  isHold: boolean,
): TransferResult | undefined {
  if (isHold && debit.debitsPending + amount > MAX_BALANCE) return 'overflows_debits_pending';
  if (isHold && credit.creditsPending + amount > MAX_BALANCE) return 'overflows_credits_pending';
  if (debit.debitsPosted + debit.debitsPending + amount > MAX_BALANCE) return 'overflows_debits_posted';
  if (credit.creditsPosted + credit.creditsPending + amount > MAX_BALANCE) return 'overflows_credits_posted';
  return undefined;
}

/** A `post` or a `release`, once its form is right. */
function decideResolution(books: Books, request: NewTransfer, at: Instant): TransferResult {
  const known = books.recent.get(request.pendingId!);
  const hold = books.openHolds.get(request.pendingId!) ?? known?.transfer;
  if (!hold) return 'pending_transfer_not_found';
  if (hold.kind !== 'hold') return 'pending_transfer_not_a_hold';
  if (request.debitAccountId !== 0 && request.debitAccountId !== hold.debitAccountId) {
    return 'pending_transfer_has_different_debit_account';
  }
  if (request.creditAccountId !== 0 && request.creditAccountId !== hold.creditAccountId) {
    return 'pending_transfer_has_different_credit_account';
  }
  if (request.code !== 0 && request.code !== hold.code) return 'pending_transfer_has_different_code';
  const isPost = request.kind === 'post';
  if (isPost && request.amount !== ALL && request.amount > hold.amount) return 'exceeds_pending_transfer_amount';
  if (!books.openHolds.has(hold.id)) {
    if (known?.resolvedBy === 'post') return 'pending_transfer_already_posted';
    if (known?.resolvedBy === 'expire') return 'pending_transfer_expired';
    return 'pending_transfer_already_released';
  }
  const debit = books.account(hold.debitAccountId);
  if (!debit) return 'debit_account_not_found';
  const credit = books.account(hold.creditAccountId);
  if (!credit) return 'credit_account_not_found';
  // A hold may always be given back; only a movement is barred.
  const barred = isPost ? barredAccount(debit, credit) : undefined;
  if (barred) return barred;

  const transfer: Transfer = {
    seq: books.lastSeq + 1,
    id: request.id,
    kind: request.kind,
    flags: flagsOf(request),
    debitAccountId: hold.debitAccountId,
    creditAccountId: hold.creditAccountId,
    amount: !isPost ? 0n : request.amount === ALL ? hold.amount : request.amount,
    releasedAmount: hold.amount,
    pendingId: hold.id,
    timeoutSeconds: 0,
    code: hold.code,
    reference: request.reference ?? hold.reference,
    at,
  };
  books.apply(transfer, debit, credit);
  books.endHold(hold, transfer);
  if (!isPost) {
    if (hold.flags & FLAG.closingDebit) books.setClosed(debit, false);
    if (hold.flags & FLAG.closingCredit) books.setClosed(credit, false);
  }
  return 'created';
}

/** Puts a hold with a time-out in line to expire, to the second after it was made. */
export function scheduleExpiry(books: Books, hold: Transfer): void {
  if (hold.timeoutSeconds === 0) return;
  books.expiries.push({ at: dueAt(hold), holdId: hold.id });
}

function barredAccount(debit: OpenAccount, credit: OpenAccount): TransferResult | undefined {
  if (debit.isFrozen) return 'debit_account_frozen';
  if (credit.isFrozen) return 'credit_account_frozen';
  if (debit.isClosed) return 'debit_account_closed';
  if (credit.isClosed) return 'credit_account_closed';
  return undefined;
}

/** Up to the amount asked for, but no more than what each balanced side still bears; never below zero. */
function balancedAmount(request: NewTransfer, debit: OpenAccount, credit: OpenAccount): bigint {
  let amount = request.amount;
  if (request.balancing !== 'credit') amount = least(amount, debitHeadroom(debit));
  if (request.balancing !== 'debit') amount = least(amount, creditHeadroom(credit));
  if (amount > MAX_AMOUNT) amount = MAX_AMOUNT;
  return amount > 0n ? amount : 0n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/** The same transfer again answers `exists`; otherwise the first field that differs names itself. */
function compareWithExisting(request: NewTransfer, existing: Transfer): TransferResult {
  if (request.kind !== existing.kind) return 'exists_with_different_kind';
  if (flagsOf(request) !== (existing.flags & ~FLAG.together)) return 'exists_with_different_flags';
  const isResolving = existing.kind === 'post' || existing.kind === 'release';
  if (request.pendingId !== existing.pendingId) return 'exists_with_different_pending_id';
  if ((request.timeoutSeconds ?? 0) !== existing.timeoutSeconds) return 'exists_with_different_timeout';
  if (request.debitAccountId !== existing.debitAccountId && !(isResolving && request.debitAccountId === 0)) {
    return 'exists_with_different_debit_account';
  }
  if (request.creditAccountId !== existing.creditAccountId && !(isResolving && request.creditAccountId === 0)) {
    return 'exists_with_different_credit_account';
  }
  if (!isSameAmount(request, existing)) return 'exists_with_different_amount';
  if (request.reference !== existing.reference && !(isResolving && request.reference === undefined)) {
    return 'exists_with_different_reference';
  }
  if (request.code !== existing.code && !(isResolving && request.code === 0)) return 'exists_with_different_code';
  return 'exists';
}

/** A balancing transfer asked for at least what moved; a post of ALL moved the whole hold. */
function isSameAmount(request: NewTransfer, existing: Transfer): boolean {
  if (request.balancing) return request.amount >= existing.amount;
  if (existing.kind === 'post' && request.amount === ALL) return existing.amount === existing.releasedAmount;
  return request.amount === existing.amount;
}

function isCallerKind(kind: string): boolean {
  return kind in KIND_NUMBER && kind !== 'expire';
}
