// Brings acts that are kept beside the books to the log: those of people, keys, approvals, quotas, notices, subscriptions,
// support and webhooks are written in the transactions of what they record, not by the writer. About once a second what is new goes to the
// writer as one leaf.
//
// Numbers are handed out before a transaction commits, so a later one may be seen before an earlier one. Whoever inserts
// holds a lock on the table from before it has its number until it ends. So: see the last number there is, then who holds
// such a lock; when they have all ended, every act up to that number is to be seen or will never be. Nobody is made to wait.
import { type Pool } from '../../platform/postgres/connect.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';
import { ACT_TABLES, type CoveredTable, lineOf, selectRows } from './covered-tables.ts';
import { type ActBatch, type EvidenceDesk } from './evidence-desk.ts';
import { sectionOf } from './leaf.ts';

const BEAT_MS = 1_000;
/** While acts wait for a transaction to end, or there are more than one leaf takes. */
const SHORT_BEAT_MS = 100;
const ACTS_A_LEAF = 2_000;

export interface RelayParts {
  readonly pool: Pool;
  readonly bookId: number;
  readonly writer: Pick<BookWriter<{ readonly evidence: EvidenceDesk }>, 'memory' | 'submit'>;
  readonly onTrouble: (error: unknown) => void;
}

/** The last number that was to be seen, and the transactions that may hold an earlier one. */
interface Mark {
  readonly through: number;
  readonly writers: readonly string[];
}

export class ActRelay {
  readonly #parts: RelayParts;
  readonly #marks = new Map<string, Mark>();
  #timer: NodeJS.Timeout | undefined;
  #step: Promise<void> | undefined;
  #isEnded = false;
  #lastTrouble = '';

  constructor(parts: RelayParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#step = this.#beat();
  }

  /** Ends after what is under way. What is not in the log by then comes to it at the next start. */
  async end(): Promise<void> {
    this.#isEnded = true;
    clearTimeout(this.#timer);
    await this.#step;
  }

  async #beat(): Promise<void> {
    let isMore = false;
    try {
      isMore = await this.step();
      this.#lastTrouble = '';
    } catch (error) {
      if (!this.#isEnded && this.#lastTrouble !== String(error)) this.#parts.onTrouble(error);
      this.#lastTrouble = String(error);
    }
    if (this.#isEnded) return;
    this.#timer = setTimeout(() => (this.#step = this.#beat()), isMore ? SHORT_BEAT_MS : BEAT_MS);
    this.#timer.unref();
  }

  /** Records what is safe to record; answers whether more is known to be there. */
  async step(): Promise<boolean> {
    const { writer } = this.#parts;
    const through = writer.memory.evidence.actsThrough;
    const last = await this.#readLastNumbers();
    const batches: ActBatch[] = [];
    let isMore = false;
    for (const [index, table] of ACT_TABLES.entries()) {
      const after = through[table.name] ?? 0;
      if (last[index]! <= after) continue;
      const mark = await this.#markThatStands(table.name, last[index]!);
      const batch = mark && (await this.#readBatch(table, after, mark.through));
      if (batch) batches.push(batch);
      isMore ||= (batch?.through ?? after) < last[index]!;
    }
    if (batches.length > 0) {
      await writer.submit({ name: 'record-acts', decide: ({ evidence }) => evidence.recordActs(batches) });
    }
    return isMore;
  }

  async #readLastNumbers(): Promise<number[]> {
    const last = ACT_TABLES.map(({ name }) => `coalesce((select max(number) from ${name}), 0)::text`);
    const { rows } = await this.#parts.pool.query<string[]>({ text: `select ${last.join(', ')}`, rowMode: 'array' });
    return rows[0]!.map(Number);
  }

  /** A mark none of whose transactions is under way any more; undefined while one is. */
  async #markThatStands(table: string, last: number): Promise<Mark | undefined> {
    const writers = await this.#readWriters(table);
    const mark = this.#marks.get(table) ?? { through: last, writers };
    if (mark.writers.some((writer) => writers.includes(writer))) {
      this.#marks.set(table, mark);
      return undefined;
    }
    this.#marks.delete(table);
    return mark;
  }

  /** Transactions that insert into this table, or did, and have not ended; also those prepared for a second phase. */
  async #readWriters(table: string): Promise<string[]> {
    const { rows } = await this.#parts.pool.query<{ writer: string }>(
      `select distinct virtualtransaction as writer from pg_locks
       where locktype = 'relation' and mode = 'RowExclusiveLock' and granted and relation = $1::regclass
         and database = (select oid from pg_database where datname = current_database())`,
      [table],
    );
    return rows.map(({ writer }) => writer);
  }

  async #readBatch(table: CoveredTable, after: number, through: number): Promise<ActBatch | undefined> {
    const { rows } = await this.#parts.pool.query<(string | null)[]>({
      text: `${selectRows(table, 't.number > $2 and t.number <= $3')} order by t.number limit ${ACTS_A_LEAF}`,
      values: [this.#parts.bookId, after, through],
      rowMode: 'array',
    });
    const section = sectionOf(table.name, rows, ([key, ...columns]) => [key!, lineOf(columns)]);
    return section && { after, through: rows.length < ACTS_A_LEAF ? through : Number(rows.at(-1)![0]), section };
  }
}
