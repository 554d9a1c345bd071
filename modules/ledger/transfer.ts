// A transfer: the only way money moves in a book. Immutable once it stands; corrections are new transfers.
import { type Instant } from '../../platform/instant.ts';

/**
 * - `single`: moves the amount at once.
 * - `hold`: sets the amount aside (pending on both accounts) until posted, released or expired.
 * - `post`: turns a hold into a movement, in full or in part; the rest is released.
 * - `release`: gives a hold back.
 * - `expire`: the book itself gives a hold back when its time is over; callers cannot send it.
 */
export type TransferKind = 'single' | 'hold' | 'post' | 'release' | 'expire';

/** The amount that means "all of the hold" in a post, or "all there is" in a balancing transfer. */
export const ALL = (1n << 126n) - 1n;

export interface NewTransfer {
  /** UUID chosen by the caller; version 7 keeps the books fast. The same id again is the same transfer. */
  readonly id: string;
  readonly kind: Exclude<TransferKind, 'expire'>;
  readonly debitAccountId: number;
  readonly creditAccountId: number;
  /** Minor units, ≥ 0. For `post`: at most the hold's amount, or ALL. For `release`: 0. */
  readonly amount: bigint;
  /** For `post` and `release`: the hold. */
  readonly pendingId?: string;
  /** For `hold`: seconds until it expires by itself; 0 or absent means never. */
  readonly timeoutSeconds?: number;
  /** Why: a number from the using module's list, 1 … 32767. */
  readonly code: number;
  /** What it belongs to: a payment's id, say. UUID. */
  readonly reference?: string;
  /** This transfer and the next of the batch hold together or not at all; the last of a chain has it unset. */
  readonly isLinked?: boolean;
  /** Moves up to `amount`, but no more than the debit (or credit) account's headroom. */
  readonly balancing?: 'debit' | 'credit' | 'both';
  /** A hold that also closes the account on that side, until it is released. */
  readonly closing?: 'debit' | 'credit' | 'both';
}

export interface Transfer {
  readonly seq: number;
  readonly id: string;
  readonly kind: TransferKind;
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
