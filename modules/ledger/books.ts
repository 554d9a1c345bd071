// The books in memory: the accounts and holds of one book that commands touch. (Implementation follows.)
import { type Instant } from '../../platform/instant.ts';
import { type Account, type NewAccount } from './account.ts';
import { type NewTransfer } from './transfer.ts';

export interface Books {
  /** The account, if it is in memory (always, for the accounts a command said it needs and that exist). */
  account(id: number): Account | undefined;
  /** Opens an account. Refuses: account_exists, and each malformed field. */
  openAccount(account: NewAccount, at: Instant): Account;
  /** Sets how far below zero a limited account may go. Never moves money; may leave headroom negative. */
  setOverdraft(accountId: number, overdraft: bigint, at: Instant): void;
  setFrozen(accountId: number, isFrozen: boolean, at: Instant): void;
  /** One result each, in order: undefined when it stands, else the refusal's code. Chains stand or fall together. */
  createTransfers(transfers: readonly NewTransfer[], at: Instant): unknown[];
  /**
   * Settles a set simultaneously: every limit is checked once, on the outcome of the whole set, and either all stand
   * in one commit or nothing does. Only kind `single`. Throws a Refusal that names the first account short.
   */
  createTogether(transfers: readonly NewTransfer[], at: Instant): void;
}
