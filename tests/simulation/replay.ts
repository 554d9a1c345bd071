// Decides the durable commands again, at the same instants, in an empty book: every row must come out the same.
import pg from 'pg';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Pipeline } from '../../platform/postgres/pipeline.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type CommitStamp, type Desk } from '../../platform/writer/desk.ts';
import { type Decided, type Journal } from './journal.ts';
import { buildMemory, type DayMemory, loadMemory } from './memory.ts';

/** Everything a commit writes; folios follow behind the commits, in their own time. */
const TABLES = [
  'ledger.accounts', 'ledger.account_terms', 'ledger.transfers', 'ledger.open_holds', 'ledger.refused_transfers',
  'settlement.participants', 'settlement.bilateral_limits', 'settlement.payments', 'settlement.days', 'settlement.modes',
  'settlement.clearing_batches', 'settlement.acts', 'messages.inbox', 'messages.outbox', 'messages.waiting',
] as const; // prettier-ignore

/** Writes the journal's commands into a book of its own and answers what differs from the book they came from. */
export async function checkReplay(pool: Pool, journal: Journal, bookId: number, replayId: number): Promise<string[]> {
  const client = new pg.Client({ ...pool.options, pipeline: true });
  await client.connect();
  try {
    await replay(client, journal, replayId);
  } finally {
    await client.end();
  }
  return compareBooks(pool, bookId, replayId);
}

async function replay(client: pg.Client, journal: Journal, bookId: number): Promise<void> {
  const claim = `insert into platform.writers (book_id, term, holder, backend, commits, decided_at, taken_at)
                 values ($1, 1, 'replay', 0, 0, to_timestamp(0), to_timestamp(0)) on conflict do nothing`;
  await client.query(claim, [bookId]);
  let memory: DayMemory | undefined;
  for (const entry of journal.entries) {
    if (entry.kind === 'loaded') {
      // Another number of payments and messages kept in memory: it may not matter.
      memory = buildMemory({ bookId, calendar: entry.calendar, keptPayments: 50, keptMessages: 50 });
      await loadMemory(memory, client);
    } else await decideAgain(client, memory!, entry.stamp, entry.decided);
  }
}

async function decideAgain(
  client: pg.Client,
  memory: DayMemory,
  stamp: CommitStamp,
  decided: readonly Decided[],
): Promise<void> {
  const desks = Object.entries(memory) as [keyof DayMemory, Desk<unknown>][];
  for (const { command, at } of decided) {
    for (const [name, desk] of desks) {
      const need = command.needs?.[name];
      if (need !== undefined && desk.prefetch) await desk.prefetch(client, [need]);
    }
    for (const [, desk] of desks) desk.advance?.(at);
    try {
      command.decide(memory, at);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  }
  const writes = desks.flatMap(([, desk]) => desk.takeRows(stamp) ?? []);
  if (writes.length === 0) return;
  const pipeline = new Pipeline(client);
  await pipeline.query('begin');
  for (const write of writes) await write(pipeline);
  await pipeline.query('commit');
  await pipeline.answered();
  for (const [, desk] of desks) desk.committed?.(stamp);
}

async function compareBooks(pool: Pool, bookId: number, replayId: number): Promise<string[]> {
  const found: string[] = [];
  const rowsOf = (table: string, parameter: string): string =>
    `select '${table}' as place, (to_jsonb(t) - 'book_id')::text as row from ${table} t where book_id = ${parameter}`;
  const [ours, theirs] = ['$1', '$2'].map((book) => TABLES.map((table) => rowsOf(table, book)).join(' union all '));
  const { rows } = await pool.query<{ side: string; place: string; row: string }>({
    name: 'compare-books',
    text: `with ours as (${ours}), theirs as (${theirs})
           select 'written' as side, * from (select * from ours except all select * from theirs) a
           union all select 'replayed', * from (select * from theirs except all select * from ours) b
           order by place, row limit 4`,
    values: [bookId, replayId],
  });
  for (const { side, place, row } of rows) {
    const other = rows.find((each) => each.side !== side && each.place === place);
    found.push(`only ${side}: ${place} ${excerpt(row, other?.row)}`);
  }
  return found;
}

/** Where it begins to differ from the other, when there is one. */
function excerpt(row: string, other: string | undefined): string {
  let at = 0;
  while (other && at < row.length && row[at] === other[at]) at++;
  return `${row.slice(0, 120)} … ${row.slice(Math.max(0, at - 60), at + 200)}`;
}
