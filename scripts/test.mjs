// `npm test`: every *.test.ts, or those in the files and folders named. All test files share one PostgreSQL, in which each
// test has a database of its own; FEIQIAN_TEST_DATABASE_URL names another one. The last line is `N passed, N failed`.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';

const folders = ['apps', 'client', 'modules', 'platform', 'tests', 'ui', 'bench'];

ensureDependencies();
const wanted = process.argv.slice(2);
const files = wanted.length === 0 ? folders.flatMap((folder) => testsIn(join(root, folder))) : wanted.flatMap(named);
if (files.length === 0) {
  console.error(`There are no tests in ${wanted.join(', ')}.`);
  process.exit(2);
}
if (files.some((file) => file.includes(`${join('tests', 'e2e')}`))) {
  const { ensureConsole } = await import('./ensure-console.mjs');
  ensureConsole();
}
const database = process.env.FEIQIAN_TEST_DATABASE_URL ? undefined : await startDatabase();
const child = spawn(
  process.execPath,
  [
    ...['--import', 'tsx', '--test', `--test-concurrency=${Math.max(2, availableParallelism())}`],
    ...['--test-timeout=300000', `--test-reporter=${join(root, 'scripts', 'test-reporter.mjs')}`],
    '--test-reporter-destination=stdout',
    ...files.sort(byPlace).map((file) => relative(root, file)),
  ],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...(database ? { FEIQIAN_TEST_DATABASE_URL: database.url } : {}) },
  },
);
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', async (code) => {
  await database?.stop();
  process.exit(code ?? 1);
});

function testsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') && !name.includes('node_modules'))
    .map((name) => join(folder, name));
}

function named(name) {
  const place = resolve(root, name);
  if (existsSync(place)) return statSync(place).isDirectory() ? testsIn(place) : [place];
  return folders.flatMap((folder) => testsIn(join(root, folder))).filter((file) => file.includes(name));
}

/** What takes longest begins first: whole servers and browsers, then simulations, then the rest. */
function byPlace(a, b) {
  const rank = (file) => (/tests.(e2e|journeys|simulation)/.test(file) ? 0 : 1);
  return rank(a) - rank(b) || (a < b ? -1 : 1);
}

/** Its disk is not forced: a test of what survives starts a server of its own. */
async function startDatabase() {
  const { register } = await import('tsx/esm/api');
  register();
  const { startEmbedded } = await import('../platform/postgres/embedded.ts');
  const folder = mkdtempSync(join(tmpdir(), 'feiqian tests '));
  chmodSync(folder, 0o755);
  try {
    const server = await startEmbedded(folder, {
      settings: { fsync: 'off', max_connections: '200', shared_buffers: '128MB' },
    });
    const stop = async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { url: server.url, stop };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    console.error(error.message);
    process.exit(1);
  }
}
