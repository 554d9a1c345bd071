// An account of a book: who it stands for, its limit, its four balances, and what may still move through it.
import { type Instant } from '../../platform/instant.ts';

/** The side on which the account's own balance grows: what the central bank owes (credit) or owns (debit). */
export type NormalSide = 'debit' | 'credit';

export interface NewAccount {
  /** Chosen by the caller: 1 … 2^53 − 1, unique in the book. */
  readonly id: number;
  /** A name people and files use, unique in the book: `settlement:MRDNCNBJ`. 1 … 80 characters. */
  readonly code: string;
  /** ISO 4217; the book's own when absent. */
  readonly currency: string;
  readonly normalSide: NormalSide;
  /** True: the balance may not fall below zero (a credit-normal account's debits stay within its credits, or the reverse). */
  readonly isLimited: boolean;
  /** How far below zero a limited account may go: an intraday credit line, in minor units, ≥ 0. */
  readonly overdraft?: bigint;
}

/** The four sums every balance is made of, in minor units, never negative. */
export interface Balances {
  debitsPending: bigint;
  debitsPosted: bigint;
  creditsPending: bigint;
  creditsPosted: bigint;
}

export interface Account extends Balances {
  readonly id: number;
  readonly code: string;
  readonly currency: string;
  readonly normalSide: NormalSide;
  readonly isLimited: boolean;
  readonly openedAt: Instant;
  overdraft: bigint;
  /** A frozen account refuses every new movement; what is held may still be released. */
  isFrozen: boolean;
  /** Closed by a closing hold, open again when that hold is released. */
  isClosed: boolean;
}

/** Posted balance on the account's own side, in minor units; negative when overdrawn. */
export function balanceOf(account: Pick<Account, 'normalSide' | 'creditsPosted' | 'debitsPosted'>): bigint {
  return account.normalSide === 'credit'
    ? account.creditsPosted - account.debitsPosted
    : account.debitsPosted - account.creditsPosted;
}

/** The most that can still be debited before debits, posted and held, pass posted credits and the overdraft. */
export function debitHeadroom(account: Account): bigint {
  const room = account.creditsPosted - account.debitsPosted - account.debitsPending;
  return account.normalSide === 'credit' ? room + account.overdraft : room;
}

/** The most that can still be credited before credits, posted and held, pass posted debits and the overdraft. */
export function creditHeadroom(account: Account): bigint {
  const room = account.debitsPosted - account.creditsPosted - account.creditsPending;
  return account.normalSide === 'debit' ? room + account.overdraft : room;
}

/**
 * The most that can still leave the account on its own side. Negative when an overdraft was lowered below its use.
 * Meaningful for limited accounts; the others have no bottom.
 */
export function headroomOf(account: Account): bigint {
  return account.normalSide === 'credit' ? debitHeadroom(account) : creditHeadroom(account);
}
