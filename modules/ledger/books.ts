// The memory of one book: the accounts, holds and recent transfers that commands touch, and the rows decided but not
// yet taken into a commit. Pure of I/O; `ledger-desk.ts` loads it and writes its rows, the actions beside it decide.
import { type Instant } from '../../platform/instant.ts';
import { assert } from '../../platform/refusal.ts';
import { type Account, type Balances } from './account.ts';
import { ExpiryQueue } from './expiry-queue.ts';
import { RecentTransfers } from './recent-transfers.ts';
import { FLAG, type Transfer } from './transfer.ts';

/** An account in memory, with the page (folio) being filled. */
export interface OpenAccount extends Account {
  /** Seqs of the transfers since the account's last folio, oldest first. */
  entries: number[];
  /** The end of its last folio: once the folios are complete through this seq, the rows tell its balances. */
  cleanSince: number;
  /** Which prefetch last asked for it; clean accounts that nobody asked for may leave memory. */
  usedBy: number;
}

/** One page of an account: its entries and the balances after the last of them. */
export interface Folio extends Balances {
  readonly accountId: number;
  readonly throughSeq: number;
  readonly throughAt: Instant;
  readonly entries: readonly number[];
}

export interface AccountTerm {
  readonly accountId: number;
  readonly at: Instant;
  readonly overdraft: bigint;
  readonly isFrozen: boolean;
}

/** Rows decided and not yet written, in the order their tables are written. */
export interface DecidedRows {
  readonly accounts: readonly Account[];
  readonly terms: readonly AccountTerm[];
  readonly transfers: readonly Transfer[];
  readonly holds: readonly Transfer[];
  readonly endedHoldIds: readonly string[];
  readonly refusals: readonly RefusedTransfer[];
}

export interface RefusedTransfer {
  readonly id: string;
  readonly code: string;
  readonly at: Instant;
}

/** A full page: 200 entries keep a folio's row under 2 kB, so PostgreSQL stores it inline. */
const ENTRIES_PER_FOLIO = 200;

export class Books {
  readonly bookId: number;
  readonly currency: string;
  readonly accounts = new Map<number, OpenAccount>();
  readonly openHolds = new Map<string, Transfer>();
  readonly expiries = new ExpiryQueue();
  readonly recent = new RecentTransfers();
  /** Seq of the last transfer decided. */
  lastSeq = 0;

  // Rows decided since the last commit was taken.
  newAccounts: OpenAccount[] = [];
  newTerms: AccountTerm[] = [];
  newTransfers: Transfer[] = [];
  newHolds: Transfer[] = [];
  endedHoldIds: string[] = [];
  newRefusals: RefusedTransfer[] = [];

  // Pages since the last checkpoint was taken.
  #fullFolios: Folio[] = [];
  readonly dirtyAccounts = new Set<OpenAccount>();

  /** While a chain or a set is being decided: how to take it back. */
  #undo: (() => void)[] | undefined;

  constructor(bookId: number, currency: string) {
    this.bookId = bookId;
    this.currency = currency;
  }

  /** The account, if it is in memory: always, for accounts that exist and that the command said it needs. */
  account(id: number): OpenAccount | undefined {
    return this.accounts.get(id);
  }

  /** Applies a decided transfer to its two accounts and keeps its row. Nothing here may refuse. */
  apply(transfer: Transfer, debit: OpenAccount, credit: OpenAccount): void {
    if (this.#undo) this.#rememberBalances(debit, credit);
    this.newTransfers.push(transfer);
    this.recent.add(transfer);
    this.#enterBoth(transfer, debit, credit);
  }

  /** Builds the memory from committed rows: the accounts are as of the checkpoint, the tail is what followed. */
  restore(tail: readonly Transfer[], holds: readonly Transfer[], checkpointSeq: number): void {
    this.lastSeq = checkpointSeq;
    for (const transfer of tail) {
      const [debit, credit] = this.#accountsOf(transfer);
      this.recent.add(transfer);
      if (transfer.pendingId) this.recent.resolve(transfer.pendingId, transfer.kind);
      this.#enterBoth(transfer, debit, credit);
    }
    for (const hold of holds) {
      const [debit, credit] = this.#accountsOf(hold);
      this.openHolds.set(hold.id, hold);
      if (hold.flags & FLAG.closingDebit) debit.isClosed = true;
      if (hold.flags & FLAG.closingCredit) credit.isClosed = true;
    }
  }

  #accountsOf(transfer: Transfer): [OpenAccount, OpenAccount] {
    const debit = this.accounts.get(transfer.debitAccountId);
    const credit = this.accounts.get(transfer.creditAccountId);
    assert(debit && credit, 'the accounts of a committed transfer exist');
    return [debit, credit];
  }

  #enterBoth(transfer: Transfer, debit: OpenAccount, credit: OpenAccount): void {
    assert(transfer.seq === this.lastSeq + 1, 'transfers are numbered without gaps');
    this.lastSeq = transfer.seq;
    const { amount } = transfer;
    switch (transfer.kind) {
      case 'single':
        debit.debitsPosted += amount;
        credit.creditsPosted += amount;
        break;
      case 'hold':
        debit.debitsPending += amount;
        credit.creditsPending += amount;
        break;
      default:
        debit.debitsPending -= transfer.releasedAmount;
        credit.creditsPending -= transfer.releasedAmount;
        debit.debitsPosted += amount;
        credit.creditsPosted += amount;
    }
    this.#enter(debit, transfer);
    this.#enter(credit, transfer);
  }

  openHold(hold: Transfer): void {
    this.openHolds.set(hold.id, hold);
    this.newHolds.push(hold);
    this.#undo?.push(() => {
      this.openHolds.delete(hold.id);
      this.newHolds.pop();
    });
  }

  endHold(hold: Transfer, by: Transfer): void {
    this.openHolds.delete(hold.id);
    this.endedHoldIds.push(hold.id);
    this.recent.resolve(hold.id, by.kind);
    this.#undo?.push(() => {
      this.openHolds.set(hold.id, hold);
      this.endedHoldIds.pop();
      this.recent.unresolve(hold.id);
    });
  }

  setClosed(account: OpenAccount, isClosed: boolean): void {
    const before = account.isClosed;
    account.isClosed = isClosed;
    this.#undo?.push(() => void (account.isClosed = before));
  }

  /** Runs decisions that stand together: when `decide` returns false or throws, every trace of them is taken back. */
  allOrNothing(decide: () => boolean): boolean {
    assert(!this.#undo, 'chains do not nest');
    this.#undo = [];
    let stands = false;
    try {
      stands = decide();
    } finally {
      const undo = this.#undo;
      this.#undo = undefined;
      if (!stands) for (let index = undo.length - 1; index >= 0; index--) undo[index]!();
    }
    return stands;
  }

  /** Hands over the rows decided since the last call. */
  takeDecided(): DecidedRows | undefined {
    const decided: DecidedRows = {
      // As they stand in this commit: the next one's decisions may change their terms while it is on its way.
      accounts: this.newAccounts.map((account) => ({ ...account })),
      terms: this.newTerms,
      transfers: this.newTransfers,
      holds: this.newHolds,
      endedHoldIds: this.endedHoldIds,
      refusals: this.newRefusals,
    };
    const isEmpty = Object.values(decided).every((rows: readonly unknown[]) => rows.length === 0);
    if (isEmpty) return undefined;
    this.newAccounts = [];
    this.newTerms = [];
    this.newTransfers = [];
    this.newHolds = [];
    this.endedHoldIds = [];
    this.newRefusals = [];
    return decided;
  }

  /** Ends every page in progress and hands over all pages since the last call. */
  takeFolios(throughAt: Instant): Folio[] {
    for (const account of this.dirtyAccounts) {
      if (account.entries.length > 0) this.#closeFolio(account, this.lastSeq, throughAt);
    }
    this.dirtyAccounts.clear();
    const folios = this.#fullFolios;
    this.#fullFolios = [];
    return folios;
  }

  #enter(account: OpenAccount, transfer: Transfer): void {
    const { entries } = account;
    entries.push(transfer.seq);
    this.dirtyAccounts.add(account);
    if (entries.length < ENTRIES_PER_FOLIO) return;
    const { cleanSince } = account;
    this.#closeFolio(account, transfer.seq, transfer.at);
    this.#undo?.push(() => {
      this.#fullFolios.pop();
      account.entries = entries;
      account.cleanSince = cleanSince;
    });
  }

  /** Ends the account's page here; the next entry begins a new one. */
  #closeFolio(account: OpenAccount, throughSeq: number, throughAt: Instant): void {
    const { id: accountId, debitsPending, debitsPosted, creditsPending, creditsPosted, entries } = account;
    this.#fullFolios.push({
      accountId,
      throughSeq,
      throughAt,
      debitsPending,
      debitsPosted,
      creditsPending,
      creditsPosted,
      entries,
    });
    account.entries = [];
    account.cleanSince = throughSeq;
  }

  #rememberBalances(debit: OpenAccount, credit: OpenAccount): void {
    const seq = this.lastSeq;
    const balancesBefore = [debit, credit].map((account) => {
      const { debitsPending, debitsPosted, creditsPending, creditsPosted } = account;
      return { debitsPending, debitsPosted, creditsPending, creditsPosted };
    });
    this.#undo!.push(() => {
      Object.assign(debit, balancesBefore[0]);
      Object.assign(credit, balancesBefore[1]);
      debit.entries.pop();
      credit.entries.pop();
      this.recent.remove(this.newTransfers.pop()!.id);
      this.lastSeq = seq;
    });
  }
}
