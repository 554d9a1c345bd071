// The write path of one book. Callers hand in commands; the writer brings what they need into memory, decides them one
// after another, commits all it decided in one transaction, and only then answers. While one commit is on its way to
// the disk the next batch is decided. A failed commit costs the memory, never the truth: desks are built anew from
// committed rows and the commands decided again.
import pg from 'pg';
import { type Clock, type Instant } from '../instant.ts';
import { assert, Refusal } from '../refusal.ts';
import { type Command, type CommitStamp, type Desk, type WriteRows } from './desk.ts';
import { commitUnderTerm, isRefusedByDatabase, readTerm, resumeTerm, takeTerm, WriterFenced } from './term.ts';

export type Desks = Readonly<Record<string, Desk<never>>>;

export interface WriterOptions<Memory> {
  readonly databaseUrl: string;
  readonly bookId: number;
  readonly clock: Clock;
  /** Names this process in `platform.writers`. */
  readonly holder: string;
  /** Builds empty desks; commit order is the order of the record's keys. */
  readonly build: () => Memory;
  /** Decided weight that closes a batch: 8,190 by default. */
  readonly maxBatchWeight?: number;
  /** Told once, when another writer took the term: this process must not go on as if it wrote. */
  readonly onFenced?: (error: WriterFenced) => void;
  /** Told of every commit, and of every command with the instant it was decided at, for live views and replays. */
  readonly onCommit?: (commit: CommitStamp) => void;
  readonly onDecide?: (name: string, at: Instant) => void;
  readonly onTrouble?: (message: string, cause: unknown) => void;
}

interface Waiting<Memory> {
  readonly command: Command<Memory, unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A command decided but not yet durable, and what its caller will be told once it is. */
interface Decided<Memory> {
  readonly waiting: Waiting<Memory>;
  readonly answer: () => void;
}

const RECONNECT_PAUSE_MS = 200;

export class BookWriter<Memory> {
  readonly #options: WriterOptions<Memory>;
  readonly #maxBatchWeight: number;
  #memory: Memory;
  #desks: Desk<never>[] = [];
  #term = 0;
  #commits = 0;
  #lastInstant: Instant = 0;

  #committer!: pg.Client;
  #reader!: pg.Client;
  #maintainer!: pg.Client;

  #queue: Waiting<Memory>[] = [];
  #decided: Decided<Memory>[] = [];
  #decidedWeight = 0;
  #committing: Promise<void> | undefined;
  #deciding: Promise<void> | undefined;
  #maintaining: Promise<void> | undefined;
  /** Commands left to commit one by one, because together they were refused by the database. */
  #suspects = 0;
  #state: 'closed' | 'open' | 'recovering' | 'closing' | 'fenced' = 'closed';
  #fencedBy: WriterFenced | undefined;

  constructor(options: WriterOptions<Memory>) {
    this.#options = options;
    this.#maxBatchWeight = options.maxBatchWeight ?? 8_190;
    this.#memory = options.build();
  }

  /** Takes the term from whoever held it and loads the memory. */
  async open(): Promise<void> {
    await this.#connect();
    const term = await takeTerm(this.#committer, this.#options.bookId, this.#options.holder, this.#options.clock.now());
    this.#term = term.number;
    await this.#loadMemory();
    this.#state = 'open';
  }

  /** The memory as decided so far. For reading only; what is in it may not be durable yet. */
  get memory(): Memory {
    return this.#memory;
  }

  get isOpen(): boolean {
    return this.#state === 'open';
  }

  /** Resolves with the decision once it is durable; rejects with its Refusal, or with the fault that ended the writer. */
  submit<Result>(command: Command<Memory, Result>): Promise<Result> {
    if (this.#state === 'fenced') return Promise.reject(this.#fencedBy!);
    if (this.#state === 'closed' || this.#state === 'closing') {
      return Promise.reject(new Refusal('writer_closed'));
    }
    return new Promise<Result>((resolve, reject) => {
      this.#queue.push({ command, resolve: resolve as (result: unknown) => void, reject });
      this.#wake();
    });
  }

  /** Lets what is due by time happen even when nobody sends a command. Call it about once a second. */
  async tick(): Promise<void> {
    if (this.#state !== 'open') return;
    await this.submit({ name: 'tick', decide: () => undefined });
  }

  /** Answers what was accepted, then closes its connections. */
  async close(): Promise<void> {
    while (this.#queue.length > 0 || this.#deciding || this.#committing || this.#decided.length > 0) {
      if (this.#state !== 'open' && this.#state !== 'recovering') break;
      await (this.#deciding ?? this.#committing ?? new Promise((resolve) => setTimeout(resolve, 5)));
    }
    this.#state = 'closing';
    await this.#maintaining;
    await this.#disconnect();
    this.#state = 'closed';
  }

  #wake(): void {
    if (this.#state !== 'open' || this.#deciding) return;
    this.#deciding = this.#decideWaiting().finally(() => {
      this.#deciding = undefined;
      if (this.#state === 'open' && this.#queue.length > 0 && this.#decidedWeight < this.#maxBatchWeight) this.#wake();
    });
  }

  async #decideWaiting(): Promise<void> {
    // Let commands that arrived in the same turn of the event loop join the batch.
    await Promise.resolve();
    while (this.#state === 'open' && this.#queue.length > 0 && this.#decidedWeight < this.#maxBatchWeight) {
      // After a commit the database refused, one command a commit until the culprit is found.
      if (this.#suspects > 0 && (this.#committing || this.#decided.length > 0)) return;
      const batch = this.#takeBatch();
      const memory = this.#memory;
      try {
        await this.#prefetch(batch);
      } catch (error) {
        this.#queue.unshift(...batch);
        return this.#recover('what commands need could not be read', error);
      }
      if (this.#state !== 'open' || this.#memory !== memory) {
        this.#queue.unshift(...batch);
        return;
      }
      for (let index = 0; index < batch.length; index++) {
        if (!this.#decide(batch[index]!)) {
          this.#queue.unshift(...batch.slice(index + 1));
          return this.#recover('a command broke an invariant');
        }
      }
      this.#commitIfIdle();
    }
  }

  #takeBatch(): Waiting<Memory>[] {
    if (this.#suspects > 0) {
      this.#suspects -= 1;
      return this.#queue.splice(0, 1);
    }
    let weight = this.#decidedWeight;
    let count = 0;
    while (count < this.#queue.length && (weight < this.#maxBatchWeight || count === 0)) {
      weight += this.#queue[count]!.command.weight ?? 1;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  async #prefetch(batch: readonly Waiting<Memory>[]): Promise<void> {
    for (const name of Object.keys(this.#memory as object) as (keyof Memory & string)[]) {
      const desk = this.#memory[name] as Desk<unknown>;
      if (!desk.prefetch) continue;
      const needs: unknown[] = [];
      for (const { command } of batch) {
        const need = command.needs?.[name];
        if (need !== undefined) needs.push(need);
      }
      if (needs.length > 0) await desk.prefetch(this.#reader, needs);
    }
  }

  /** Decides one command; false when it broke an invariant, which ends this memory. */
  #decide(waiting: Waiting<Memory>): boolean {
    const { command, resolve, reject } = waiting;
    const at = Math.max(this.#options.clock.now(), this.#lastInstant + 1);
    this.#lastInstant = at;
    this.#decidedWeight += command.weight ?? 1;
    try {
      for (const desk of this.#desks) desk.advance?.(at);
      const result = command.decide(this.#memory, at);
      this.#options.onDecide?.(command.name, at);
      this.#decided.push({ waiting, answer: () => resolve(result) });
      return true;
    } catch (error) {
      if (error instanceof Refusal) {
        // A refusal too is answered after the commit: it may rest on decisions that are not durable yet.
        this.#decided.push({ waiting, answer: () => reject(error) });
        return true;
      }
      reject(error);
      return false;
    }
  }

  #commitIfIdle(): void {
    if (this.#committing || this.#decided.length === 0 || this.#state !== 'open') return;
    const decided = this.#decided;
    this.#decided = [];
    this.#decidedWeight = 0;
    const stamp: CommitStamp = { number: this.#commits + 1, at: this.#lastInstant };
    const writes: WriteRows[] = [];
    for (const desk of this.#desks) {
      const write = desk.takeRows(stamp);
      if (write) writes.push(write);
    }
    this.#committing = this.#commit(stamp, writes, decided).finally(() => {
      this.#committing = undefined;
      this.#commitIfIdle();
      this.#wake();
    });
  }

  async #commit(stamp: CommitStamp, writes: readonly WriteRows[], decided: readonly Decided<Memory>[]): Promise<void> {
    if (writes.length > 0) {
      try {
        await commitUnderTerm(this.#committer, this.#options.bookId, this.#term, stamp, writes);
      } catch (error) {
        return this.#afterFailedCommit(stamp, decided, error);
      }
      this.#commits = stamp.number;
    }
    for (const { answer } of decided) answer();
    if (writes.length === 0) return;
    for (const desk of this.#desks) desk.committed?.(stamp);
    this.#options.onCommit?.(stamp);
    this.#maintain();
  }

  async #afterFailedCommit(stamp: CommitStamp, decided: readonly Decided<Memory>[], cause: unknown): Promise<void> {
    if (cause instanceof WriterFenced) return this.#fence(cause, decided);
    if (isRefusedByDatabase(cause)) {
      // Nothing was committed, and trying the same again would fail again: a fault in what one command wrote.
      if (decided.length === 1) {
        decided[0]!.waiting.reject(cause);
        return this.#recover('a commit was refused by the database', cause, { stamp, decided: [] });
      }
      this.#suspects = decided.length;
    }
    // The commit may have reached the disk although its answer was lost: the row under our term says which.
    this.#queue.unshift(...this.#decided.map(({ waiting }) => waiting));
    this.#decided = [];
    await this.#recover('a commit failed', cause, { stamp, decided });
  }

  /** Builds the memory anew from committed rows, waiting for the database as long as it takes. */
  async #recover(
    why: string,
    cause?: unknown,
    unsure?: { stamp: CommitStamp; decided: readonly Decided<Memory>[] },
  ): Promise<void> {
    if (this.#state === 'recovering' || this.#state === 'fenced') {
      if (unsure) this.#queue.unshift(...unsure.decided.map(({ waiting }) => waiting));
      return;
    }
    this.#state = 'recovering';
    this.#options.onTrouble?.(why, cause);
    // A commit under way shares our fate: it either lands before we look, or fails by itself.
    if (!unsure) await this.#committing?.catch(() => undefined);
    this.#queue.unshift(...this.#decided.map(({ waiting }) => waiting));
    this.#decided = [];
    this.#decidedWeight = 0;
    for (;;) {
      try {
        await this.#disconnect();
        await this.#connect();
        const term = await resumeTerm(this.#committer, this.#options.bookId, this.#term);
        if (unsure) {
          if (term.commits >= unsure.stamp.number) for (const { answer } of unsure.decided) answer();
          else this.#queue.unshift(...unsure.decided.map(({ waiting }) => waiting));
          unsure = undefined;
        }
        await this.#loadMemory();
        break;
      } catch (error) {
        if (error instanceof WriterFenced) return this.#fence(error, unsure?.decided ?? []);
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_PAUSE_MS));
      }
    }
    this.#state = 'open';
    setImmediate(() => this.#wake());
  }

  #fence(error: WriterFenced, decided: readonly Decided<Memory>[]): void {
    if (this.#state === 'fenced') return;
    this.#state = 'fenced';
    this.#fencedBy = error;
    for (const { waiting } of [...decided, ...this.#decided]) waiting.reject(error);
    for (const waiting of this.#queue) waiting.reject(error);
    this.#decided = [];
    this.#queue = [];
    this.#options.onFenced?.(error);
  }

  #maintain(): void {
    if (this.#maintaining || this.#state !== 'open') return;
    const desks = this.#desks.filter((desk) => desk.maintain);
    this.#maintaining = (async () => {
      for (const desk of desks) await desk.maintain!(this.#maintainer);
    })()
      .catch((error: unknown) => {
        if (this.#state === 'open') void this.#recover('work behind the commits failed', error);
      })
      .finally(() => (this.#maintaining = undefined));
  }

  async #loadMemory(): Promise<void> {
    const term = await readTerm(this.#committer, this.#options.bookId);
    assert(term.number === this.#term, 'a writer loads under its own term');
    this.#commits = term.commits;
    this.#lastInstant = term.decidedAt;
    this.#memory = this.#options.build();
    this.#desks = Object.values(this.#memory as Record<string, Desk<never>>);
    for (const desk of this.#desks) await desk.load(this.#reader);
  }

  async #connect(): Promise<void> {
    const connect = async (): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString: this.#options.databaseUrl, keepAlive: true });
      // A broken connection shows in the query that needs it.
      client.on('error', () => undefined);
      await client.connect();
      return client;
    };
    [this.#committer, this.#reader, this.#maintainer] = await Promise.all([connect(), connect(), connect()]);
    await this.#committer.query(`set idle_in_transaction_session_timeout = '10s'`);
  }

  async #disconnect(): Promise<void> {
    const clients = [this.#committer, this.#reader, this.#maintainer].filter(Boolean);
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}
