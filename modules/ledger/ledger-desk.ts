// The ledger's desk at the writer: loads the books from committed rows, brings in the accounts and holds commands need,
// hands over decided rows, and keeps the folios (checkpoints) behind the commits.
import { type ClientBase } from 'pg';
import { type Instant } from '../../platform/instant.ts';
import { assert } from '../../platform/refusal.ts';
import { type CommitStamp, type Desk, type WriteRows } from '../../platform/writer/desk.ts';
import { type AccountTerm, Books, type DecidedRows, type Folio } from './books.ts';
import { scheduleExpiry } from './decide-transfer.ts';
import { expireHolds } from './expire-holds.ts';
import { readAccounts, readCheckpoint, readHoldsOpen, readTail, readTransfersByIds } from './memory-reads.ts';
import { writeCheckpoint, writeDecided } from './rows.ts';
import { type NewTransfer } from './transfer.ts';

/** What a command will touch: the transfers it may create, and accounts by id. */
export interface LedgerNeed {
  readonly transfers?: readonly NewTransfer[];
  readonly accountIds?: readonly number[];
}

export interface LedgerDeskOptions {
  /** What people call the book; kept when it is first opened. */
  readonly name?: string;
  /** Accounts kept in memory at most, as far as they are clean; about 400 bytes each. */
  readonly maxAccounts?: number;
  /** Transfers after which a checkpoint is due. */
  readonly checkpointEvery?: number;
}

/** `usedBy` of an account that never leaves memory. */
export const PINNED = Number.MAX_SAFE_INTEGER;

const CHECKPOINT_PAUSE_MICROS = 1_000_000;

export class LedgerDesk implements Desk<LedgerNeed> {
  readonly books: Books;
  /** The rows the last commit took, for desks after this one; undefined when it took none. */
  taken: DecidedRows | undefined;
  readonly #name: string;
  readonly #maxAccounts: number;
  readonly #checkpointEvery: number;
  #prefetches = 0;
  /** The folios are complete through this transfer. */
  #checkpointSeq = 0;
  #checkpointAt: Instant = 0;
  /** A checkpoint taken with a commit; written once that commit is durable. */
  #pending: { commit: number; throughSeq: number; folios: Folio[] } | undefined;
  #ready: { throughSeq: number; folios: Folio[] } | undefined;
  /** Terms the commit under way writes. */
  #writing: readonly AccountTerm[] = [];
  #hasOpened = false;

  constructor(bookId: number, currency: string, options: LedgerDeskOptions = {}) {
    this.books = new Books(bookId, currency);
    this.#name = options.name ?? `Book ${bookId}`;
    this.#maxAccounts = options.maxAccounts ?? 1_000_000;
    this.#checkpointEvery = options.checkpointEvery ?? 200_000;
  }

  async load(client: ClientBase): Promise<void> {
    const { books } = this;
    await client.query(
      `insert into ledger.books (book_id, name, currency, created_at) values ($1, $2, $3, now()) on conflict do nothing`,
      [books.bookId, this.#name, books.currency],
    );
    await client.query('insert into ledger.checkpoints (book_id, seq) values ($1, 0) on conflict do nothing', [
      books.bookId,
    ]);
    // One snapshot: the checkpoint may still be moved on by a writer that does not know yet that it was replaced.
    await client.query('begin isolation level repeatable read read only');
    await this.#loadSnapshot(client);
    await client.query('commit');
  }

  async #loadSnapshot(client: ClientBase): Promise<void> {
    const { books } = this;
    const { checkpointSeq, highestId } = await readCheckpoint(client, books.bookId);
    this.#checkpointSeq = checkpointSeq;
    if (highestId !== undefined) books.recent.raiseFloor(highestId);
    const tail = await readTail(client, books.bookId, checkpointSeq);
    const holds = await readHoldsOpen(client, books.bookId);
    const accountIds = new Set<number>();
    for (const transfer of [...tail, ...holds]) accountIds.add(transfer.debitAccountId).add(transfer.creditAccountId);
    await this.#bringIn(client, [...accountIds]);
    books.restore(tail, holds, checkpointSeq);
    for (const hold of holds) scheduleExpiry(books, hold);
  }

  /** Brings accounts in for as long as this memory lives: those a module decides about without naming them as needs. */
  async pin(client: ClientBase, accountIds: readonly number[]): Promise<void> {
    const { accounts } = this.books;
    await this.#bringIn(
      client,
      accountIds.filter((id) => !accounts.has(id)),
    );
    for (const id of accountIds) {
      const account = accounts.get(id);
      assert(account, 'a pinned account exists');
      account.usedBy = PINNED;
    }
  }

  async prefetch(client: ClientBase, needs: readonly LedgerNeed[]): Promise<void> {
    const { accounts, recent, openHolds } = this.books;
    this.#prefetches += 1;
    const missingAccounts = new Set<number>();
    const unknownIds = new Set<string>();
    const touch = (accountId: number): void => {
      const account = accounts.get(accountId);
      if (account) {
        if (account.usedBy < this.#prefetches) account.usedBy = this.#prefetches;
      } else if (Number.isSafeInteger(accountId) && accountId > 0) missingAccounts.add(accountId);
    };
    for (const need of needs) {
      if (need.accountIds) for (const id of need.accountIds) touch(id);
      if (!need.transfers) continue;
      for (const transfer of need.transfers) {
        touch(transfer.debitAccountId);
        touch(transfer.creditAccountId);
        if (recent.mustLookUp(transfer.id)) unknownIds.add(transfer.id);
        const { pendingId } = transfer;
        if (pendingId && !openHolds.has(pendingId) && recent.mustLookUp(pendingId)) unknownIds.add(pendingId);
      }
    }
    if (unknownIds.size > 0) {
      for (const found of await readTransfersByIds(client, this.books.bookId, [...unknownIds])) {
        recent.addFound(found.id, { transfer: found.transfer, resolvedBy: found.resolvedBy });
      }
    }
    await this.#bringIn(client, [...missingAccounts]);
  }

  advance(at: Instant): void {
    expireHolds(this.books, at);
  }

  takeRows(commit: CommitStamp): WriteRows | undefined {
    const { books } = this;
    this.#takeCheckpointIfDue(commit);
    const decided = books.takeDecided();
    this.taken = decided;
    if (!decided) return undefined;
    this.#writing = decided.terms;
    this.#hasOpened ||= decided.accounts.length > 0;
    return (pipeline) => writeDecided(pipeline, books.bookId, decided);
  }

  committed(commit: CommitStamp): void {
    const { accounts, recent } = this.books;
    recent.forget();
    // What is being brought in right now was looked up before these had rows.
    for (const { accountId } of this.#writing) {
      const account = accounts.get(accountId);
      if (account && account.usedBy < this.#prefetches) account.usedBy = this.#prefetches;
    }
    this.#writing = [];
    if (this.#pending && this.#pending.commit <= commit.number) {
      this.#ready = this.#pending;
      this.#pending = undefined;
    }
  }

  async maintain(client: ClientBase): Promise<void> {
    const checkpoint = this.#ready;
    if (checkpoint) {
      this.#ready = undefined;
      await writeCheckpoint(client, this.books.bookId, this.#checkpointSeq, checkpoint.throughSeq, checkpoint.folios);
      this.#checkpointSeq = checkpoint.throughSeq;
    }
    if (checkpoint || this.#hasOpened) this.#letGo();
    this.#hasOpened = false;
  }

  /** Ends every page in progress at a commit, at most one checkpoint under way at a time. */
  #takeCheckpointIfDue(commit: CommitStamp): void {
    const { books } = this;
    if (this.#pending || this.#ready || books.lastSeq === this.#checkpointSeq || books.dirtyAccounts.size === 0) return;
    const isFull = books.lastSeq - this.#checkpointSeq >= this.#checkpointEvery;
    if (!isFull && commit.at - this.#checkpointAt < CHECKPOINT_PAUSE_MICROS) return;
    this.#checkpointAt = commit.at;
    this.#pending = { commit: commit.number, throughSeq: books.lastSeq, folios: books.takeFolios(commit.at) };
  }

  /** Lets clean accounts that no recent command touched leave memory when there are too many. */
  #letGo(): void {
    const { accounts, openHolds, newTerms } = this.books;
    if (accounts.size <= this.#maxAccounts) return;
    const held = new Set([...newTerms, ...this.#writing].map(({ accountId }) => accountId));
    for (const hold of openHolds.values()) held.add(hold.debitAccountId).add(hold.creditAccountId);
    let surplus = accounts.size - this.#maxAccounts;
    for (const account of accounts.values()) {
      if (surplus <= 0) break;
      const isClean = account.entries.length === 0 && account.cleanSince <= this.#checkpointSeq;
      if (!isClean || account.usedBy >= this.#prefetches - 1 || held.has(account.id)) continue;
      accounts.delete(account.id);
      surplus -= 1;
    }
  }

  async #bringIn(client: ClientBase, accountIds: number[]): Promise<void> {
    if (accountIds.length === 0) return;
    for (const account of await readAccounts(client, this.books.bookId, accountIds)) {
      account.usedBy = this.#prefetches;
      if (!this.books.accounts.has(account.id)) this.books.accounts.set(account.id, account);
    }
  }
}
