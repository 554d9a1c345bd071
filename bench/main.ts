// `npm run bench`: measures on a PostgreSQL of its own, fsync on, and prints one table; `-- --json` prints the rows for
// machines, `-- --long` takes what needs minutes too, and words name the suites to run: `npm run bench -- books`.
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onServer, withDatabase } from '../platform/postgres/databases.ts';
import { startEmbedded } from '../platform/postgres/embedded.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { measureBaseline } from './baseline.ts';
import { type BenchContext, type Row, type Suite, TABLE_HEAD, tableLine } from './row.ts';

/**
 * In the order they run: payments first, as what the books leave in this process, which is the load generator then, would
 * be collected while latencies are taken. A suite is `bench/<name>.ts` exporting `<name>Suite`.
 */
const SUITES = [
  'payments',
  'books',
  'iso20022',
  'gridlock',
  'evidence',
  'signatures',
  'authorization',
  'quotas',
  'start',
] as const;

const args = process.argv.slice(2);
const isJson = args.includes('--json');
const named = args.filter((arg) => !arg.startsWith('--'));
const wanted = SUITES.filter((name) => named.length === 0 || named.includes(name));

const folder = mkdtempSync(join(tmpdir(), 'feiqian-bench-'));
chmodSync(folder, 0o755);
const server = await startEmbedded(folder);
const rows: Row[] = [];
let databases = 0;
try {
  const context = await prepare();
  for (const name of wanted) {
    const suite = await findSuite(name);
    await suite?.(context);
  }
} finally {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
}
if (isJson) console.log(JSON.stringify(rows, null, 2));

async function prepare(): Promise<BenchContext> {
  const report = (row: Row): void => {
    rows.push(row);
    if (!isJson) console.log(tableLine(row));
  };
  if (!isJson) console.log(TABLE_HEAD);
  const baseline = await measureBaseline(await freshDatabase());
  const unit = 'transfers/s';
  const itself = { unit, ratio: 1, note: '16 clients' };
  for (const [accounts, rate] of [
    ['10,000', baseline.random],
    ['10 hot', baseline.hot],
  ] as const) {
    report({ name: `baseline: a transaction each, ${accounts} accounts`, rate, baseline: rate, ...itself });
  }
  return { freshDatabase, postgresPid: server.pid, isLong: args.includes('--long'), baseline, report };
}

async function freshDatabase(): Promise<string> {
  databases += 1;
  const name = `bench_${databases}`;
  await onServer(server.url, (client) => client.query(`create database ${name}`));
  const url = withDatabase(server.url, name);
  await migrate(url);
  return url;
}

async function findSuite(name: string): Promise<Suite | undefined> {
  const file = join(import.meta.dirname, `${name}.ts`);
  if (!existsSync(file)) return undefined;
  const module = (await import(pathToFileURL(file).href)) as Record<string, Suite | undefined>;
  return module[`${name}Suite`];
}
