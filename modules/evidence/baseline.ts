// The rows of a book that is older than its log: their digests become its first leaves, so that from then on they too
// can be proven unchanged. What happened to them before, no log can tell.
import { type ClientBase } from 'pg';
import { COVERED_TABLES, lineOf, selectRows } from './covered-tables.ts';
import { type Section, sectionOf } from './leaf.ts';

const ROWS_PER_LEAF = 20_000;

/** Sections of the baseline's leaves; none for a new book. */
export async function readBaseline(client: ClientBase, bookId: number): Promise<Section[][]> {
  const leaves: Section[][] = [];
  for (const table of COVERED_TABLES) {
    // The relay has not come to these yet.
    if (table.isBesideBooks) continue;
    await client.query('begin isolation level repeatable read read only');
    await client.query({ text: `declare rows no scroll cursor for ${selectRows(table)}`, values: [bookId] });
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({
        text: `fetch ${ROWS_PER_LEAF} from rows`,
        rowMode: 'array',
      });
      const section = sectionOf(table.name, rows, ([key, ...columns]) => [key!, lineOf(columns)]);
      if (!section) break;
      leaves.push([section]);
    }
    await client.query('commit');
  }
  return leaves;
}
