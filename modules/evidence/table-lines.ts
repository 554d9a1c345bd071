// Rows of covered tables as they stand now, each as its canonical line, by key.
import { coveredTable, lineOf, selectRows } from './covered-tables.ts';
import { type Reader } from './stored-tree.ts';

/** Those of the keys that have a row. */
export async function readLines(
  client: Reader,
  bookId: number,
  tableName: string,
  keys: readonly string[],
): Promise<Map<string, string>> {
  const table = coveredTable(tableName);
  if (!table || keys.length === 0) return new Map();
  const wanted = new Set(keys);
  const { rows } = await client.query<(string | null)[]>({
    text: selectRows(table, table.lookup),
    values: [bookId, keys],
    rowMode: 'array',
  });
  return new Map(rows.flatMap(([key, ...columns]) => (wanted.has(key!) ? [[key!, lineOf(columns)]] : [])));
}
