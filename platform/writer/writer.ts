// The write path of one book. Callers hand in commands; the writer brings what they need into memory, decides them one
// after another, commits all it decided in one transaction, and only then answers. While one commit is on its way to
// the disk the next batch is decided. A failed commit costs the memory, never the truth: desks are built anew from
// committed rows and the commands decided again.
import { type Socket } from 'node:net';
import pg from 'pg';
import { type Clock, type Instant } from '../instant.ts';
import { assert, Refusal } from '../refusal.ts';
import { traced } from '../telemetry.ts';
import { type Command, type CommitStamp, type Desk } from './desk.ts';
import { markDone } from './done-once.ts';
import {
  commitUnderTerm, isFaultOfCommand, isLastingRefusal, readTerm, resumeTerm, takeTerm, WriterFenced,
} from './term.ts'; // prettier-ignore

export type Desks = Readonly<Record<string, Desk<never>>>;

export interface WriterOptions<Memory> {
  readonly databaseUrl: string;
  readonly bookId: number;
  readonly clock: Clock;
  /** Names this process in `platform.writers`. */
  readonly holder: string;
  /** Builds empty desks; commit order is the order of the record's keys. */
  readonly build: () => Memory;
  /** Decided weight that closes a batch: 16,380 by default. */
  readonly maxBatchWeight?: number;
  /** Told once, when another writer took the term: this process must not go on as if it wrote. */
  readonly onFenced?: (error: WriterFenced) => void;
  /** Told of every commit, and of every command with the instant it was decided at, for live views and replays. */
  readonly onCommit?: (commit: CommitStamp, measure: CommitMeasure) => void;
  readonly onDecide?: (name: string, at: Instant) => void;
  readonly onTrouble?: (message: string, cause: unknown) => void;
}

/** What a commit carried and how long PostgreSQL took; zero where that is not known. */
export interface CommitMeasure {
  readonly commands: number;
  readonly seconds: number;
}

interface Waiting<Memory> {
  /** In which order it arrived. */
  readonly number: number;
  readonly command: Command<Memory, unknown>;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: unknown) => void;
}

/** A command decided but not yet durable, and what its caller will be told once it is. */
interface Decided<Memory> {
  readonly waiting: Waiting<Memory>;
  readonly isRefused: boolean;
  readonly answer: () => void;
}

const RECONNECT_PAUSE_MS = 200;
/** How often one commit is refused for the same unknown reason before its commands are to blame. */
const REFUSALS_TO_BLAME = 3;
/** Commands are decided in slices of a few milliseconds, so that the commit under way is never starved. */
const SLICE_WEIGHT = 200;

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

  #arrived = 0;
  #queue: Waiting<Memory>[] = [];
  #decided: Decided<Memory>[] = [];
  #decidedWeight = 0;
  #committing: Promise<void> | undefined;
  #deciding: Promise<void> | undefined;
  #maintaining: Promise<void> | undefined;
  /** Commands left to commit one by one, because together they were refused by the database. */
  #suspects = 0;
  /** A commit whose outcome is not known yet, with the commands that wait for it. */
  #unsure: { readonly stamp: CommitStamp; readonly decided: readonly Decided<Memory>[] } | undefined;
  /** How often in a row PostgreSQL refused this commit by the same words. */
  #refused = { commit: 0, words: '', times: 0 };
  #state: 'closed' | 'open' | 'recovering' | 'closing' | 'fenced' = 'closed';
  #fencedBy: WriterFenced | undefined;

  constructor(options: WriterOptions<Memory>) {
    this.#options = options;
    this.#maxBatchWeight = options.maxBatchWeight ?? 16_380;
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

  /** The instant of the last decision; what is decided next is later. */
  get lastDecidedAt(): Instant {
    return this.#lastInstant;
  }

  /** Commands that wait to be decided. */
  get queueLength(): number {
    return this.#queue.length;
  }

  get term(): number {
    return this.#term;
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
    // Answers are given right after their commit, before another can have been made.
    const found = () => ({ 'feiqian.commit': this.#commits });
    return traced(`book ${command.name}`, () => this.#enqueue(command), { found });
  }

  #enqueue<Result>(command: Command<Memory, Result>): Promise<Result> {
    return new Promise<Result>((resolve, reject) => {
      this.#arrived += 1;
      this.#queue.push({ number: this.#arrived, command, resolve: resolve as (result: unknown) => void, reject });
      this.#wake();
    });
  }

  /**
   * Lets what is due by time happen even when nobody sends a command, and learns of a writer that took over when there
   * was nothing to commit. Call it about once a second.
   */
  async tick(): Promise<void> {
    if (this.#state !== 'open') return;
    const commits = this.#commits;
    await this.submit({ name: 'tick', decide: () => undefined });
    if (this.#state === 'open' && this.#commits === commits) await this.#confirmTerm();
  }

  async #confirmTerm(): Promise<void> {
    try {
      const { number } = await readTerm(this.#reader, this.#options.bookId);
      if (number !== this.#term) this.#fence(new WriterFenced(this.#options.bookId, this.#term, number), []);
    } catch (error) {
      await this.#recover('the term could not be read', error);
    }
  }

  /**
   * Answers what was accepted, then closes its connections. When the database does not come back in time, what could not
   * be made durable is refused with `writer_closed`.
   */
  async close(patienceMs = 3_000): Promise<void> {
    let isPatient = true;
    const patience = setTimeout(() => (isPatient = false), patienceMs);
    const isBusy = () =>
      this.#queue.length > 0 ||
      this.#decided.length > 0 ||
      this.#deciding !== undefined ||
      this.#committing !== undefined;
    while (isPatient && isBusy() && (this.#state === 'open' || this.#state === 'recovering')) {
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
    clearTimeout(patience);
    this.#state = 'closing';
    const left = [...(this.#unsure?.decided ?? []), ...this.#decided].map(({ waiting }) => waiting);
    for (const { reject } of [...left, ...this.#queue]) reject(new Refusal('writer_closed'));
    this.#queue = [];
    await this.#maintaining;
    await this.#disconnect();
    this.#state = 'closed';
  }

  #wake(): void {
    if (this.#state !== 'open' || this.#deciding || this.#waitsForSuspect) return;
    this.#deciding = this.#decideWaiting().finally(() => {
      this.#deciding = undefined;
      if (this.#state === 'open' && this.#queue.length > 0 && this.#decidedWeight < this.#maxBatchWeight) this.#wake();
    });
  }

  /** After a commit the database refused, one command a commit until the culprit is found; its end wakes us again. */
  get #waitsForSuspect(): boolean {
    return this.#suspects > 0 && (this.#committing !== undefined || this.#decided.length > 0);
  }

  async #decideWaiting(): Promise<void> {
    // Let commands that arrived in the same turn of the event loop join the batch.
    await Promise.resolve();
    while (this.#state === 'open' && this.#queue.length > 0 && this.#decidedWeight < this.#maxBatchWeight) {
      if (this.#waitsForSuspect) return;
      const batch = this.#takeBatch();
      const memory = this.#memory;
      try {
        await this.#prefetch(batch);
      } catch (error) {
        this.#takeBack(isFaultOfCommand(error) ? this.#withoutCulprit(batch, error) : batch);
        return this.#recover('what commands need could not be read', error);
      }
      if (this.#state !== 'open' || this.#memory !== memory) return this.#takeBack(batch);
      for (let index = 0; index < batch.length; index++) {
        const fault = this.#decide(batch[index]!);
        if (fault) {
          this.#takeBack(batch.slice(index + 1));
          return this.#recover('a command broke an invariant', fault.cause);
        }
      }
      this.#commitIfIdle();
      // The commit under way needs this thread to feed its rows to the socket.
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  #takeBatch(): Waiting<Memory>[] {
    if (this.#suspects > 0) {
      this.#suspects -= 1;
      return this.#queue.splice(0, 1);
    }
    let weight = 0;
    let count = 0;
    while (count < this.#queue.length && weight < SLICE_WEIGHT) {
      weight += this.#queue[count]!.command.weight ?? 1;
      count += 1;
    }
    return this.#queue.splice(0, count);
  }

  /** Commands not decided, or whose decision was lost, wait again in their place; the fenced writer has no place. */
  #takeBack(commands: readonly Waiting<Memory>[]): void {
    if (this.#state === 'fenced') for (const { reject } of commands) reject(this.#fencedBy);
    else this.#queue = [...commands, ...this.#queue].sort((a, b) => a.number - b.number);
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

  /** Decides one command; answers the fault when it broke an invariant, which ends this memory. */
  #decide(waiting: Waiting<Memory>): { cause: unknown } | undefined {
    const { command, resolve, reject } = waiting;
    const at = Math.max(this.#options.clock.now(), this.#lastInstant + 1);
    this.#lastInstant = at;
    this.#decidedWeight += command.weight ?? 1;
    try {
      for (const desk of this.#desks) desk.advance?.(at);
      const result = command.decide(this.#memory, at);
      this.#options.onDecide?.(command.name, at);
      this.#decided.push({ waiting, isRefused: false, answer: () => resolve(result) });
    } catch (error) {
      if (error instanceof Refusal) {
        // A refusal too is answered after the commit: it may rest on decisions that are not durable yet.
        this.#decided.push({ waiting, isRefused: true, answer: () => reject(error) });
        return undefined;
      }
      reject(error);
      return { cause: error };
    }
    return undefined;
  }

  #commitIfIdle(): void {
    if (this.#committing || this.#decided.length === 0 || this.#state !== 'open') return;
    const decided = this.#decided;
    this.#decided = [];
    this.#decidedWeight = 0;
    const stamp: CommitStamp = { number: this.#commits + 1, at: this.#lastInstant };
    this.#committing = this.#commit(stamp, decided).finally(() => {
      this.#committing = undefined;
      this.#commitIfIdle();
      this.#wake();
    });
  }

  async #commit(stamp: CommitStamp, decided: readonly Decided<Memory>[]): Promise<void> {
    const startedAt = performance.now();
    let writes;
    try {
      writes = this.#desks.map((desk) => desk.takeRows(stamp)).filter((write) => write !== undefined);
      const once = decided.flatMap(({ waiting, isRefused }) => (isRefused ? [] : (waiting.command.once ?? [])));
      if (once.length > 0) writes.push((commit) => markDone(commit, once, stamp.at));
      if (writes.length > 0) {
        const { bookId } = this.#options;
        const found = () => ({ 'feiqian.commit': stamp.number, 'feiqian.commands': decided.length });
        const make = () => commitUnderTerm(this.#committer, bookId, this.#term, stamp, writes!);
        await traced('commit', make, { root: true, found });
        this.#commits = stamp.number;
      }
    } catch (error) {
      return this.#afterFailedCommit(stamp, decided, error);
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    for (const { answer } of decided) answer();
    if (writes.length === 0) return;
    for (const desk of this.#desks) desk.committed?.(stamp);
    this.#options.onCommit?.(stamp, { commands: decided.length, seconds });
    this.#maintain();
  }

  async #afterFailedCommit(stamp: CommitStamp, decided: readonly Decided<Memory>[], cause: unknown): Promise<void> {
    if (cause instanceof WriterFenced) return this.#fence(cause, decided);
    if (isFaultOfCommand(cause) || this.#isRefusedForGood(stamp, cause)) {
      const left = new Set(this.#withoutCulprit(decided.map(({ waiting }) => waiting), cause)); // prettier-ignore
      decided = decided.filter(({ waiting }) => left.has(waiting));
    }
    // The commit may have reached the disk although its answer was lost: the row under our term says which.
    this.#unsure = { stamp, decided };
    await this.#recover('a commit failed', cause);
  }

  #isRefusedForGood({ number }: CommitStamp, cause: unknown): boolean {
    if (!isLastingRefusal(cause)) return false;
    const words = String(cause);
    const isSame = this.#refused.commit === number && this.#refused.words === words;
    this.#refused = { commit: number, words, times: isSame ? this.#refused.times + 1 : 1 };
    return this.#refused.times >= REFUSALS_TO_BLAME;
  }

  /** Nothing was committed. One command alone is the culprit and gets the fault; of several, each is tried by itself. */
  #withoutCulprit(commands: readonly Waiting<Memory>[], fault: unknown): readonly Waiting<Memory>[] {
    const [only] = commands;
    if (only && commands.length === 1) {
      only.reject(fault);
      return [];
    }
    this.#suspects = Math.max(this.#suspects, commands.length);
    return commands;
  }

  /**
   * Builds the memory anew from committed rows, waiting for the database as long as it takes. What was decided and is
   * not durable is decided again, in the same order, before what came later.
   */
  async #recover(why: string, cause?: unknown): Promise<void> {
    // When two things fail at once, the first of them recovers for both.
    if (this.#state !== 'open') return;
    this.#state = 'recovering';
    this.#options.onTrouble?.(why, cause);
    // A commit under way shares our fate: it either lands before we look, or fails by itself.
    if (!this.#unsure) await this.#committing;
    this.#takeBack(this.#decided.map(({ waiting }) => waiting));
    this.#decided = [];
    this.#decidedWeight = 0;
    let lastTrouble = '';
    while (this.#state === 'recovering') {
      try {
        await this.#reload();
        if (this.#state === 'recovering') this.#state = 'open';
      } catch (error) {
        if (error instanceof WriterFenced) return this.#fence(error, this.#unsure?.decided ?? []);
        if (lastTrouble !== String(error)) this.#options.onTrouble?.('recovery waits', error);
        lastTrouble = String(error);
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_PAUSE_MS));
      }
    }
    // Closed while we reconnected.
    if (!this.isOpen) await this.#disconnect();
    setImmediate(() => this.#wake());
  }

  async #reload(): Promise<void> {
    await this.#disconnect();
    await this.#connect();
    const term = await resumeTerm(this.#committer, this.#options.bookId, this.#term);
    if (this.#unsure) {
      const { stamp, decided } = this.#unsure;
      this.#unsure = undefined;
      if (term.commits >= stamp.number) {
        for (const { answer } of decided) answer();
        this.#options.onCommit?.(stamp, { commands: decided.length, seconds: 0 });
      } else this.#takeBack(decided.map(({ waiting }) => waiting));
    }
    await this.#loadMemory();
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
    const connect = async (options: pg.ClientConfig = {}): Promise<pg.Client> => {
      const client = new pg.Client({ connectionString: this.#options.databaseUrl, keepAlive: true, ...options });
      // A broken connection shows in the query that needs it.
      client.on('error', () => undefined);
      await client.connect();
      return client;
    };
    [this.#committer, this.#reader, this.#maintainer] = await Promise.all([
      connect({ pipeline: true }),
      connect(),
      connect(),
    ]);
    await this.#committer.query(`set idle_in_transaction_session_timeout = '10s'`);
  }

  async #disconnect(): Promise<void> {
    const clients = [this.#committer, this.#reader, this.#maintainer].filter(Boolean);
    // It would wait for answers that may never come.
    if (this.#committing) (this.#committer.connection as pg.Connection & { stream: Socket }).stream.destroy();
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
  }
}
