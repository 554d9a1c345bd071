// A name for a deed that must be done once and no more. Its row is written in the deed's own transaction: a second deed of
// that name cannot be committed, and after a crash the row says whether the first one was.
import { formatInstant, type Instant } from '../instant.ts';
import { type Pool } from '../postgres/connect.ts';

/** Within the deed's transaction, whichever way it is sent. */
interface Transaction {
  query(statement: string, values: unknown[]): Promise<unknown>;
}

export async function markDone(transaction: Transaction, names: readonly string[], at: Instant): Promise<void> {
  await transaction.query('insert into platform.done_once (name, done_at) select unnest($1::text[]), $2', [
    names,
    formatInstant(at),
  ]);
}

export async function isDone(pool: Pool, name: string): Promise<boolean> {
  const { rowCount } = await pool.query('select 1 from platform.done_once where name = $1', [name]);
  return rowCount === 1;
}
