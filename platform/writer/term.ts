// The fencing term: who may write a book. Taking it ends the former holder's connection and makes every later commit of
// his touch no row, so a process that was paused and replaced cannot write when it wakes.
import pg, { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../instant.ts';
import { Pipeline } from '../postgres/pipeline.ts';
import { type CommitStamp, type WriteRows } from './desk.ts';

export class WriterFenced extends Error {
  constructor(bookId: number, term: number, currentTerm?: number) {
    super(
      `The writer of book ${bookId} held term ${term}; ${currentTerm ? `term ${currentTerm}` : 'another'} has taken over`,
    );
    this.name = 'WriterFenced';
  }
}

export interface Term {
  readonly number: number;
  readonly commits: number;
  readonly decidedAt: Instant;
}

interface TermRow {
  term: string;
  commits: string;
  decided_micros: string;
}

const TERM_COLUMNS = `term::text, commits::text, (extract(epoch from decided_at) * 1000000)::int8::text as decided_micros`;

/** Makes this connection's process the writer of the book, under the next term. */
export async function takeTerm(client: ClientBase, bookId: number, holder: string, at: Instant): Promise<Term> {
  // End the former holder first: a paused process may hold the row's lock inside an open transaction.
  await client.query(
    `select pg_terminate_backend(w.backend)
     from platform.writers w join pg_stat_activity a on a.pid = w.backend and a.application_name = 'feiqian-writer'
     where w.book_id = $1 and w.backend <> pg_backend_pid()`,
    [bookId],
  );
  await client.query(`set application_name = 'feiqian-writer'`);
  const { rows } = await client.query<TermRow>(
    `insert into platform.writers as w (book_id, term, holder, backend, commits, decided_at, taken_at)
     values ($1, 1, $2, pg_backend_pid(), 0, $3, $3)
     on conflict (book_id) do update
       set term = w.term + 1, holder = excluded.holder, backend = excluded.backend, taken_at = excluded.taken_at
     returning ${TERM_COLUMNS}`,
    [bookId, holder, formatInstant(at)],
  );
  return termOf(rows[0]!);
}

export async function readTerm(client: ClientBase, bookId: number): Promise<Term> {
  const { rows } = await client.query<TermRow>(`select ${TERM_COLUMNS} from platform.writers where book_id = $1`, [
    bookId,
  ]);
  return termOf(rows[0]!);
}

/** After a lost connection: this process is still the writer, by a new connection; or it was fenced. */
export async function resumeTerm(client: ClientBase, bookId: number, term: number): Promise<Term> {
  await client.query(`set application_name = 'feiqian-writer'`);
  await client.query(`update platform.writers set backend = pg_backend_pid() where book_id = $1 and term = $2`, [
    bookId,
    term,
  ]);
  const now = await readTerm(client, bookId);
  if (now.number !== term) throw new WriterFenced(bookId, term, now.number);
  return now;
}

/** More starts than a writer left behind will see. */
const TERMS_APART = 1_000_000;

/**
 * For a copy of the database that goes on by itself: no process that wrote the original, or will, holds a term of it, also
 * when its connection is led here. Answers the highest.
 */
export async function raiseTerms(client: ClientBase): Promise<number> {
  const { rows } = await client.query<{ term: string }>(
    `update platform.writers set term = (term / $1::int8 + 1) * $1::int8 returning term::text`,
    [TERMS_APART],
  );
  return Math.max(0, ...rows.map(({ term }) => Number(term)));
}

/**
 * Whether what a command asked or wrote is to blame, and not the connection, the disk or the server: SQLSTATE classes
 * that say the values were wrong or beyond PostgreSQL's limits, or a fault of ours on the way to it. Trying the same
 * again would fail again.
 */
export function isFaultOfCommand(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  if (error instanceof Error && error.message.startsWith('Fault: ')) return true;
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' && /^(22|23|42|54|P0)/.test(code) && code.length === 5;
}

/**
 * Whether PostgreSQL itself refused, and for no reason that passes by itself: not a lost connection, a conflict, an end by
 * its operator, a full disk or want of memory. When the same comes again and again, some command's rows are to blame.
 */
export function isLastingRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && /^(?!40|53|55|57|58)[0-9A-Z]{5}$/.test(error.code ?? '');
}

/**
 * One transaction in one round trip: the term's row moves on under our own term, then the rows of every desk. Not under
 * our term, or out of order, the first statement fails, and PostgreSQL refuses all that follow it.
 */
export async function commitUnderTerm(
  client: ClientBase,
  bookId: number,
  term: number,
  commit: CommitStamp,
  writes: readonly WriteRows[],
): Promise<void> {
  const pipeline = new Pipeline(client);
  await pipeline.query('begin');
  await pipeline.query({
    name: 'writer-commit',
    text: `with moved as (
             update platform.writers set commits = $3, decided_at = $4
             where book_id = $1 and term = $2 and commits = $3::int8 - 1
             returning 1)
           select 1 / count(*) as is_ours from moved`,
    values: [bookId, term, commit.number, formatInstant(commit.at)],
  });
  for (const write of writes) await write(pipeline);
  await pipeline.query('commit');
  try {
    await pipeline.answered();
  } catch (error) {
    if ((error as { code?: unknown }).code !== DIVISION_BY_ZERO) throw error;
    const now = await readTerm(client, bookId);
    if (now.number !== term) throw new WriterFenced(bookId, term, now.number);
    throw now.commits === commit.number - 1 ? error : new Error('Fault: commits out of order');
  }
}

/** SQLSTATE */
const DIVISION_BY_ZERO = '22012';

function termOf(row: TermRow): Term {
  return { number: Number(row.term), commits: Number(row.commits), decidedAt: Number(row.decided_micros) };
}
