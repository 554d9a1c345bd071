// The write path's contract between the writer and the modules that keep part of a book's memory.
import { type ClientBase } from 'pg';
import { type Instant } from '../instant.ts';
import { type Pipeline } from '../postgres/pipeline.ts';

/** Sends rows decided in memory, inside the commit's transaction, in the order of the desks; no answer is waited for. */
export type WriteRows = (commit: Pipeline) => Promise<void>;

/**
 * One module's part of a book's memory. Decisions are synchronous and pure of clock, randomness and I/O; the rows they
 * cause pile up in the desk until the writer takes them into the next commit.
 */
export interface Desk<Need = never> {
  /** Fills an empty memory from committed rows. The writer builds new desks and loads them after any failed commit. */
  load(client: ClientBase): Promise<void>;
  /** Brings in what the waiting commands will touch and memory lacks, in as few queries as possible. */
  prefetch?(client: ClientBase, needs: readonly Need[]): Promise<void>;
  /** Called before each command with the instant it is decided at: things that fall due by time happen here. */
  advance?(at: Instant): void;
  /** Hands over the rows decided since the last call, or undefined when there are none. */
  takeRows(commit: CommitStamp): WriteRows | undefined;
  /** After the commit is durable: what may be told to others now (live views), and what memory may forget. */
  committed?(commit: CommitStamp): void;
  /** Work behind the commits (checkpoints), on a connection of its own; never two at once. */
  maintain?(client: ClientBase): Promise<void>;
}

/** The commit that made decisions durable: its number is gapless in its book. */
export interface CommitStamp {
  readonly number: number;
  readonly at: Instant;
}

/** A request to decide. `decide` either changes memory and returns, or throws a Refusal having changed nothing. */
export interface Command<Memory, Result> {
  /** Names the act in logs, traces and replays. */
  readonly name: string;
  /** A name under which it is done once and no more (done-once.ts). */
  readonly once?: string | undefined;
  /** How much of a commit it fills, in transfers or payments; 1 unless it is a batch. */
  readonly weight?: number;
  /** What each desk should bring into memory first, by the desk's name. */
  readonly needs?: { readonly [Name in keyof Memory]?: Memory[Name] extends Desk<infer Need> ? Need : never };
  decide(memory: Memory, at: Instant): Result;
}
