// Starting and stopping as people do it, by scripts/start.mjs: a path with spaces, again and again, Ctrl-C under load,
// kill -9, root and an ordinary user; and the starts that cannot be, each with its sentence.
import assert from 'node:assert/strict';
import { chmodSync, chownSync, cpSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { startEmbedded } from '../../platform/postgres/embedded.ts';
import { ordinaryUser } from '../../platform/postgres/ordinary-user.ts';
import { isReachable } from '../../platform/postgres/programs.ts';
import { root } from '../contract/source-files.ts';
import { checkOutcome, startLoad } from './load.ts';
import { fundBanks, givenFolder, givenServer, postmasterOf, queryDatabase, queryEmbedded, until } from './server-process.ts'; // prettier-ignore

const FUNDED_MINOR = 100_000_000n;
/** 5 s are promised; a machine that does other things gets as long again. */
const CTRL_C_MS = 10_000;
const ordinary = ordinaryUser();
const skip =
  ordinary === undefined
    ? 'only root can become another user'
    : !isReachable(root) && 'an ordinary user cannot read this checkout';

/** A checkout of its own on a path with spaces, with the packages of this one and an empty console. */
function givenStart(t: TestContext): readonly string[] {
  const checkout = join(givenFolder(t), 'my bank');
  mkdirSync(join(checkout, 'dist', 'console'), { recursive: true });
  for (const part of readdirSync(root)) {
    if (['node_modules', 'data', 'dist', 'feiqian.yaml'].includes(part) || part.startsWith('.')) continue;
    cpSync(join(root, part), join(checkout, part), { recursive: true, preserveTimestamps: true });
  }
  symlinkSync(join(root, 'node_modules'), join(checkout, 'node_modules'));
  writeFileSync(join(checkout, 'dist', 'console', 'index.html'), '<!doctype html><title>Feiqian</title>');
  return [process.execPath, join(checkout, 'scripts', 'start.mjs')];
}

test('npm start: Ctrl-C under load loses nothing, a second start harms nothing, kill -9 is survived', async (t) => {
  const command = givenStart(t);
  const server = await givenServer(t, { command });
  await server.start();
  await fundBanks(server, String(FUNDED_MINOR));
  const load = await startLoad(t, server);
  await load.answers(50);
  const asked = Date.now();
  await server.end('SIGINT');
  const tookMs = Date.now() - asked;
  assert.ok(tookMs < CTRL_C_MS, `Ctrl-C took ${tookMs} ms`);
  await server.start();
  await load.answers(20);

  const beside = await givenServer(t, { command, data: server.data });
  beside.launch();
  assert.equal(await beside.ended(), 1);
  assert.match(beside.said(), /The data folder .* is in use by another Feiqian, process \d+. End that one, or start/);
  const there = await givenServer(t, { command, port: server.port });
  there.launch();
  assert.equal(await there.ended(), 1);
  assert.match(there.said(), /Port \d+ is taken, perhaps by another Feiqian. End that one, or start with --port/);
  await load.answers(20);

  await server.end('SIGKILL');
  await server.start();
  await load.finish();
  await checkOutcome(server, load.sent, FUNDED_MINOR);
});

test('Ctrl-C while it starts leaves no PostgreSQL behind', async (t) => {
  const server = await givenServer(t);
  server.launch();
  const postmaster = (): number => {
    try {
      return postmasterOf(server);
    } catch {
      return 0;
    }
  };
  await until(() => postmaster() > 0, server.said);
  const pid = postmaster();
  await server.end('SIGINT');
  const isGone = (): boolean => {
    try {
      return !process.kill(pid, 0);
    } catch {
      return true;
    }
  };
  await until(isGone, () => `PostgreSQL ${pid} runs on`);
});

test('of two first starts at once one opens and the other says why not; one that was killed is in nobody’s way', async (t) => {
  const command = givenStart(t);
  const one = await givenServer(t, { command });
  const two = await givenServer(t, { command, data: one.data });
  mkdirSync(one.data, { recursive: true });
  const longGone = 2 ** 22 + 1;
  writeFileSync(join(one.data, 'starting.pid'), String(longGone));
  one.launch();
  two.launch();
  const isOpen = ({ said }: typeof one): boolean => said().includes('Feiqian is open');
  await until(
    () => isOpen(one) || isOpen(two),
    () => one.said() + two.said(),
  );
  const [open, other] = isOpen(one) ? [one, two] : [two, one];
  assert.equal(await other.ended(), 1);
  assert.match(other.said(), /Another start on .* is under way|The data folder .* is in use by another Feiqian/);
  await open.end('SIGINT');
  await open.start();
});

test('what root kept an ordinary user carries on with, and root again', { skip }, async (t) => {
  const asRoot = await givenServer(t);
  await asRoot.start();
  await fundBanks(asRoot, String(FUNDED_MINOR));
  const load = await startLoad(t, asRoot);
  await load.answers(20);
  await load.finish();
  assert.equal(await asRoot.end('SIGINT'), 0);
  const data = join(givenFolder(t), 'copied data');
  cpSync(asRoot.data, data, { recursive: true });
  giveTo(data, ordinary!);
  chmodSync(data, 0o755);
  const asOther = await givenServer(t, { data, user: ordinary! });
  await asOther.start();
  await checkOutcome(asOther, load.sent, FUNDED_MINOR);
  assert.equal(await asOther.end('SIGINT'), 0);
  const asRootAgain = await givenServer(t, { data });
  await asRootAgain.start();
  assert.equal(await asRootAgain.end('SIGINT'), 0);
  const stranger = await givenServer(t, { data: asRoot.data, user: ordinary! });
  stranger.launch();
  assert.equal(await stranger.ended(), 1);
  assert.match(
    stranger.said(),
    /The data folder .* cannot be used \(EACCES: .*\)\. Give another with --data, or change/,
  );
});

function giveTo(path: string, { uid, gid }: { uid: number; gid: number }): void {
  for (const name of readdirSync(path, { recursive: true, encoding: 'utf8' })) chownSync(join(path, name), uid, gid);
  chownSync(path, uid, gid);
}

test('a server on data of a newer one says so and changes nothing', async (t) => {
  const server = await givenServer(t);
  await server.start();
  const newer = `insert into platform.migrations values ('ledger', '999-later.sql', 'c', now())`;
  await queryEmbedded(server, newer);
  const applied = 'select part, name, checksum, applied_at::text from platform.migrations order by part, name';
  const before = await queryEmbedded(server, applied);
  assert.equal(await server.end('SIGINT'), 0);
  server.launch();
  assert.equal(await server.ended(), 1);
  assert.match(
    server.said(),
    /The data was written by a newer version of Feiqian \(ledger\/999-later.sql\). Start that version, or restore a backup/,
  );
  const { url, stop } = await startEmbedded(server.data);
  t.after(stop);
  assert.deepEqual(await queryDatabase(url, applied), before);
  const [writer] = await queryDatabase<{ term: string }>(url, 'select term::text from platform.writers');
  assert.equal(writer!.term, '1', 'nobody else has written');
});
