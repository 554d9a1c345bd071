// node --import tsx tests/simulation/main.ts [--seeds 1000] [--from 1] [--short]
// Runs so many simulated days on a PostgreSQL of its own (or DATABASE_URL's), and prints each seed that fails with what
// is wrong and the command that shows it again. `--short` are the days of `npm test`.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openPool } from '../../platform/postgres/connect.ts';
import { startEmbedded } from '../../platform/postgres/embedded.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import { runSeed } from './run-seed.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '1000' },
    from: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
  },
});
const [count, from, isShort] = [Number(values.seeds), Number(values.from), values.short];
const again = `node --import tsx tests/simulation/main.ts ${isShort ? '--short ' : ''}--seeds 1`;
const folder = mkdtempSync(join(tmpdir(), 'feiqian simulation '));
chmodSync(folder, 0o755);
const server = process.env.DATABASE_URL ? undefined : await startEmbedded(folder, { settings: { fsync: 'off' } });
const databaseUrl = process.env.DATABASE_URL ?? server!.url;
await migrate(databaseUrl);
const pool = openPool(databaseUrl, { max: 4 });
const { rows } = await pool.query<{ last: string }>(
  'select coalesce(max(book_id), 0)::text as last from platform.writers',
);
let failed = 0;
for (let seed = from, bookId = Number(rows[0]!.last) + 1; seed < from + count; seed++, bookId += 2) {
  const found = await runSeed({ seed, databaseUrl, pool, bookId, isShort }).catch((error: unknown) => [
    (error as Error).stack!,
  ]);
  if (found.length > 0) {
    failed += 1;
    console.log(`Seed ${seed} fails. To see it again: ${again} --from ${seed}`);
    for (const sentence of found) console.log(`  ${sentence}`);
  }
  if ((seed - from + 1) % 1_000 === 0) console.log(`${seed - from + 1} seeds, ${failed} failed`);
}
console.log(`${count} seeds, ${failed} failed`);
await pool.end();
await server?.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(failed > 0 ? 1 : 0);
