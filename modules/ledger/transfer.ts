// A transfer: the only way money moves in a book. Immutable once it stands; corrections are new transfers.
import { type Instant } from '../../platform/instant.ts';

/**
 * - `single`: moves the amount at once.
 * - `hold`: sets the amount aside (pending on both accounts) until posted, released or expired.
 * - `post`: turns a hold into a movement, in full or in part; the rest is given back.
 * - `release`: gives a hold back.
 * - `expire`: the book itself gives a hold back when its time is over; callers cannot send it.
 */
export type TransferKind = 'single' | 'hold' | 'post' | 'release' | 'expire';

/** As stored in `ledger.transfers.kind`. */
export const KIND_NUMBER = { single: 1, hold: 2, post: 3, release: 4, expire: 5 } as const satisfies Record<
  TransferKind,
  number
>;
export const KIND_BY_NUMBER = ['', 'single', 'hold', 'post', 'release', 'expire'] as const;

/** As stored in `ledger.transfers.flags`. */
export const FLAG = {
  linked: 1,
  balancingDebit: 2,
  balancingCredit: 4,
  closingDebit: 8,
  closingCredit: 16,
  together: 32,
} as const;

/** The amount that means "all of the hold" in a post, or "all there is" in a balancing transfer. */
export const ALL = (1n << 126n) - 1n;

/** The largest amount one transfer moves, and the largest sum a balance holds: 36 and 38 digits of minor units. */
export const MAX_AMOUNT = 10n ** 36n;
export const MAX_BALANCE = 10n ** 38n;

/** A batch is one command; more transfers than this are several commands. */
export const MAX_BATCH = 8_190;

export type Side = 'debit' | 'credit' | 'both';

export interface NewTransfer {
  /** UUID in lower case, chosen by the caller; version 7 keeps the books fast. The same id again is the same transfer. */
  readonly id: string;
  readonly kind: Exclude<TransferKind, 'expire'>;
  /** For `post` and `release`: the hold's, or 0 to mean the hold's. */
  readonly debitAccountId: number;
  readonly creditAccountId: number;
  /** Minor units, ≥ 0. For `post`: at most the hold's amount, or ALL. For `release`: 0. */
  readonly amount: bigint;
  /** For `post` and `release`: the hold. */
  readonly pendingId?: string | undefined;
  /** For `hold`: seconds until it expires by itself; 0 or absent means never. */
  readonly timeoutSeconds?: number | undefined;
  /** Why: a number from the using module's list, 1 … 32767. For `post` and `release` 0 means the hold's. */
  readonly code: number;
  /** What it belongs to: a payment's id, say. UUID. */
  readonly reference?: string | undefined;
  /** This transfer and the next of the batch hold together or not at all; the last of a chain has it unset. */
  readonly isLinked?: boolean | undefined;
  /** Moves up to `amount`, but no more than that side's account can still bear. */
  readonly balancing?: Side | undefined;
  /** A hold that also closes the account on that side, until it is released. */
  readonly closing?: Side | undefined;
}

export interface Transfer {
  /** Gapless in its book, in the order of decision. */
  readonly seq: number;
  readonly id: string;
  readonly kind: TransferKind;
  readonly flags: number;
  readonly debitAccountId: number;
  readonly creditAccountId: number;
  /** What moved, or is held; after balancing. */
  readonly amount: bigint;
  /** For `post`, `release`, `expire`: what the hold gave back, its whole amount. */
  readonly releasedAmount: bigint;
  readonly pendingId: string | undefined;
  readonly timeoutSeconds: number;
  readonly code: number;
  readonly reference: string | undefined;
  readonly at: Instant;
}

/** The flags of a request as one number, `together` aside. */
export function flagsOf(transfer: NewTransfer): number {
  let flags = transfer.isLinked ? FLAG.linked : 0;
  if (transfer.balancing) flags |= sideFlags(transfer.balancing, FLAG.balancingDebit, FLAG.balancingCredit);
  if (transfer.closing) flags |= sideFlags(transfer.closing, FLAG.closingDebit, FLAG.closingCredit);
  return flags;
}

function sideFlags(side: Side, debit: number, credit: number): number {
  return side === 'debit' ? debit : side === 'credit' ? credit : debit | credit;
}
