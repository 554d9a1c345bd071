// What each commit wrote, by table and key, in the order of the log: for whoever follows the book without being in its way.
import { type Reader } from './stored-tree.ts';
import { readWitness } from './witness.ts';

export interface WrittenRows {
  readonly leaf: number;
  /** Keys as in covered-tables.ts, by table. */
  readonly keys: ReadonlyMap<string, readonly string[]>;
}

/** Of commits from this leaf on, oldest first. Rows a commit did not record are not there. */
export async function readWrittenRows(
  client: Reader,
  bookId: number,
  from: number,
  limit: number,
): Promise<WrittenRows[]> {
  const { rows } = await client.query<{ leaf: string; record: string; witness: string | null }>(
    `select leaf::text, record, witness from evidence.leaves
     where book_id = $1 and leaf >= $2 and kind = 'commit' order by leaves.leaf limit $3`,
    [bookId, from, limit],
  );
  return rows.map(({ leaf, record, witness }) => {
    const written = readWitness(record, witness);
    if ('wrongTable' in written) {
      throw new Error(`Leaf ${leaf} of the evidence does not say any more what it was written with.`);
    }
    const keys = new Map<string, string[]>();
    for (const { table, key } of written) {
      const known = keys.get(table);
      if (known) known.push(key);
      else keys.set(table, [key]);
    }
    return { leaf: Number(leaf), keys };
  });
}

/** How many leaves the log has. */
export async function readLogSize(client: Reader, bookId: number): Promise<number> {
  const { rows } = await client.query<{ size: string }>(
    'select coalesce(max(leaf) + 1, 0)::text as size from evidence.leaves where book_id = $1',
    [bookId],
  );
  return Number(rows[0]!.size);
}
