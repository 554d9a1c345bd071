// What was decided and became durable, commit by commit, so that the same commands can be decided again elsewhere.
// The journal is kept by a desk of its own at the writer; each memory the writer builds has a new one.
import { type ClientBase } from 'pg';
import { type Calendar } from '../../modules/settlement/index.ts';
import { type Instant } from '../../platform/instant.ts';
import { type Command, type CommitStamp, type Desk, type WriteRows } from '../../platform/writer/desk.ts';
import { type DayMemory } from './memory.ts';

export interface Decided {
  readonly command: Command<DayMemory, unknown>;
  readonly at: Instant;
}

export type JournalEntry =
  | { readonly kind: 'loaded'; readonly calendar: Calendar }
  | { readonly kind: 'commit'; readonly stamp: CommitStamp; readonly decided: readonly Decided[] };

export class Journal {
  entries: JournalEntry[] = [];
  current: JournalDesk | undefined;
  /** Commands decided by anybody so far, also those whose decision was lost. */
  decided = 0;

  /** Drops what never became durable. Commits that wrote no row share their number with the next that did. */
  cutAfter(commits: number): void {
    this.entries = this.entries.filter((entry) => entry.kind === 'loaded' || entry.stamp.number <= commits);
  }
}

export class JournalDesk implements Desk {
  readonly #journal: Journal;
  readonly #bookId: number;
  readonly #calendar: Calendar;
  #decided: Decided[] = [];

  constructor(journal: Journal, bookId: number, calendar: Calendar) {
    this.#journal = journal;
    this.#bookId = bookId;
    this.#calendar = calendar;
  }

  async load(client: ClientBase): Promise<void> {
    const { rows } = await client.query<{ commits: string }>(
      'select commits::text from platform.writers where book_id = $1',
      [this.#bookId],
    );
    this.#journal.cutAfter(Number(rows[0]!.commits));
    this.#journal.entries.push({ kind: 'loaded', calendar: this.#calendar });
    this.#journal.current = this;
  }

  note(decided: Decided): void {
    this.#journal.decided += 1;
    this.#decided.push(decided);
  }

  takeRows(stamp: CommitStamp): WriteRows | undefined {
    // A writer that was replaced goes on deciding for a while; nothing of it becomes durable.
    if (this.#journal.current === this) this.#journal.entries.push({ kind: 'commit', stamp, decided: this.#decided });
    this.#decided = [];
    return undefined;
  }
}
