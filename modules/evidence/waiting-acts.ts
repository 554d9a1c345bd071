// How long acts beside the books have waited for the log.
import { ACT_TABLES } from './covered-tables.ts';
import { type Reader } from './stored-tree.ts';

/** When the oldest act happened that the log does not have; undefined when it has all. */
export async function readOldestWaitingAct(
  client: Reader,
  through: Readonly<Record<string, number>>,
): Promise<Date | undefined> {
  const oldest = ACT_TABLES.map(
    ({ name }, index) => `(select at from ${name} where number > $${index + 1}::int8 order by number limit 1)`,
  );
  const { rows } = await client.query<{ at: Date | null }>(
    `select least(${oldest.join(', ')}) as at`,
    ACT_TABLES.map(({ name }) => through[name] ?? 0),
  );
  return rows[0]!.at ?? undefined;
}
