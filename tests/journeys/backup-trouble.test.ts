// What can go wrong with a backup and its restore: each is a plain sentence, and nothing is left half done. On a small
// platform without a server: a migrated database and a few files beside it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { type EmbeddedPostgres, startEmbedded } from '../../platform/postgres/embedded.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import { callFeiqian, type Ran, startFeiqian } from './feiqian-process.ts';
import { canMount, givenDisk } from './small-disk.ts';
import { givenFolder, makeFolder, queryDatabase, until } from './server-process.ts';

const skip = canMount() ? false : 'only root can make a small disk, and not everywhere';

describe('a backup', () => {
  const folder = makeFolder();
  const data = join(folder, 'data');
  const [file, identity, passphrase] = ['good.age', 'identity.txt', 'passphrase.txt'].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
  let postgres: EmbeddedPostgres;
  let recipient: string;
  const run = (sql: string) => queryDatabase(postgres.url, sql);
  const take = (t: TestContext, to: string, ...more: string[]): Promise<Ran> =>
    callFeiqian(t, ['backup', '--to', to, '--data', data, ...(more.length > 0 ? more : ['--recipient', recipient])]);
  const verify = (t: TestContext, from: string, key = identity): Promise<Ran> =>
    callFeiqian(t, ['backup', 'verify', from, '--identity-file', key]);
  const restore = (t: TestContext, from: string, to: string, ...more: string[]): Promise<Ran> =>
    callFeiqian(t, ['restore', '--from', from, '--to', to, '--identity-file', identity, ...more]);

  before(async () => {
    postgres = await startEmbedded(data);
    await migrate(postgres.url);
    await run('create table kept (number int)');
    writeFileSync(join(data, 'token-secret'), 'abc');
    writeFileSync(join(data, 'empty'), '');
    const made = await startFeiqian(['backup', 'key', identity]).ended;
    recipient = made.out.trim();
    writeFileSync(passphrase, 'correct horse battery staple\n');
    const taken = await startFeiqian(['backup', '--to', file, '--recipient', recipient, '--data', data]).ended;
    assert.equal(taken.code, 0, taken.err);
  });
  after(async () => {
    await postgres.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A copy of the good one, changed. */
  const changed = (t: TestContext, change: (bytes: Buffer) => Buffer): string => {
    const copy = join(givenFolder(t), 'copy.age');
    writeFileSync(copy, change(readFileSync(file)));
    return copy;
  };

  test('opens for its passphrase or identity alone, and says so', async (t) => {
    assert.match((await verify(t, file)).out, /whole and as it was written/);
    const stranger = join(givenFolder(t), 'other.txt');
    await callFeiqian(t, ['backup', 'key', stranger]);
    const refused = await verify(t, file, stranger);
    assert.equal(refused.code, 1);
    assert.match(refused.err, /does not open this backup/);
    const locked = join(givenFolder(t), 'locked.age');
    assert.equal((await take(t, locked, '--passphrase-file', passphrase)).code, 0);
    assert.ok(!readFileSync(locked).includes('token-secret'), 'nothing of it is readable');
    const open = (words: string): Promise<Ran> => {
      const other = join(folder, 'words.txt');
      writeFileSync(other, words);
      return callFeiqian(t, ['backup', 'verify', locked, '--passphrase-file', other]);
    };
    assert.match((await open('incorrect horse battery staple')).err, /does not open this backup/);
    assert.equal((await open('correct horse battery staple')).code, 0);
    assert.match((await take(t, join(folder, 'x.age'), '--passphrase-file', join(folder, 'none'))).err, /cannot be read/);
    assert.match((await take(t, join(folder, 'x.age'), '--recipient', 'age1nobody')).err, /no recipient/);
    assert.match((await callFeiqian(t, ['backup', '--to', 'x', '--data', data])).err, /always encrypted/);
  }); // prettier-ignore

  test('that is cut off or changed anywhere is refused, and leaves nothing behind', async (t) => {
    const place = givenFolder(t);
    const size = readFileSync(file).length;
    const flip = (at: number) => (bytes: Buffer) => bytes.fill(bytes[at]! ^ 1, at, at + 1);
    const cut = (to: number) => (bytes: Buffer) => bytes.subarray(0, to);
    // In the head, among letters of base64.
    const stain = (bytes: Buffer) => bytes.fill('.', 80, 81);
    const half = size >> 1;
    const wrong = [flip(half), cut(half), flip(3), flip(80), stain, flip(size - 1), cut(20), cut(300), cut(size - 1)];
    for (const [index, change] of wrong.entries()) {
      const copy = changed(t, change);
      const refused = await (index < 2 ? restore(t, copy, place) : verify(t, copy));
      assert.equal(refused.code, 1, `change ${index}`);
      assert.match(refused.err, /damaged|cut off|not a backup|does not open/, `change ${index}: ${refused.err}`);
      assert.deepEqual(readdirSync(place), [], `change ${index}`);
    }
    assert.match((await verify(t, changed(t, flip(size >> 1)))).err, /damaged or cut off/);
    assert.match((await verify(t, join(folder, 'none.age'))).err, /There is no file/);
  }); // prettier-ignore

  test('is never written over, nor is a folder that is used', async (t) => {
    const kept = readFileSync(file);
    assert.match((await take(t, file)).err, /exists already; a backup never writes over another/);
    assert.deepEqual(readFileSync(file), kept);
    assert.match((await restore(t, file, data)).err, /is not empty/);
    const unfinished = givenFolder(t);
    mkdirSync(join(unfinished, 'restoring'));
    assert.match((await restore(t, file, unfinished)).err, /did not come to its end/);
    const start = startServerOn(unfinished);
    assert.match(start, /The restore to .* did not come to its end/);
  });

  test('that ends by kill -9 has no name, and the next one of that name takes its leftover away', async (t) => {
    const target = givenFolder(t);
    const to = join(target, 'night.age');
    const { child, ended } = startFeiqian(['backup', '--to', to, '--recipient', recipient, '--data', data]);
    await until(() => readdirSync(target).length > 0 || child.exitCode !== null, () => 'no part appeared'); // prettier-ignore
    child.kill('SIGKILL');
    assert.equal((await ended).code, 'SIGKILL');
    assert.match(readdirSync(target).join(), /^night\.age\.\d+-[0-9a-f]{8}\.part$/);
    assert.equal((await take(t, to)).code, 0);
    assert.deepEqual(readdirSync(target), ['night.age']);
    await until(async () => (await run('select 1 from pg_replication_slots')).length === 0, () => 'a slot stays'); // prettier-ignore
  });

  test('for which the disk has no room is not kept, nor is a restore', { skip }, async (t) => {
    const disk = join(tmpdir(), `feiqian disk ${randomUUID().slice(0, 8)}`);
    givenDisk(t, disk, '4m');
    const refused = await take(t, join(disk, 'one.age'));
    assert.match(refused.err, /There is no room for .*Nothing was kept/);
    assert.deepEqual(readdirSync(disk), []);
    const unrestored = await restore(t, file, join(disk, 'back'));
    assert.match(unrestored.err, /There is no room in .*Nothing was left/);
    assert.deepEqual(readdirSync(disk), []);
  });

  test('of a newer Feiqian, or of another PostgreSQL, is refused before anything is restored', async (t) => {
    await run(`insert into platform.migrations values ('zz', '001-zz.sql', 'c', now())`);
    const newer = join(folder, 'newer.age');
    const taken = await take(t, newer);
    await run(`delete from platform.migrations where part = 'zz'`);
    assert.equal(taken.code, 0, taken.err);
    const place = givenFolder(t);
    assert.match((await restore(t, newer, place)).err, /newer than this program \(zz\/001-zz.sql\). Use that version/);
    assert.match((await verify(t, newer)).err, /newer than this program/);
    process.env.DATABASE_URL = postgres.url;
    const foreign = join(folder, 'foreign.age');
    const external = await take(t, foreign);
    await run(`create role clerk login`);
    process.env.DATABASE_URL = postgres.url.replace('feiqian@', 'clerk@');
    const forbidden = await take(t, join(folder, 'clerk.age'));
    delete process.env.DATABASE_URL;
    assert.equal(external.code, 0, external.err);
    assert.match((await restore(t, foreign, place)).err, /of your own \(DATABASE_URL\). Unpack it there/);
    assert.match(forbidden.err, /permission denied|attribute REPLICATION/);
    assert.deepEqual(readdirSync(place), []);
  });

  test('replays an archive to its end or a moment in it, and names what the archive lacks', async (t) => {
    const archive = `${realpathSync(join(data, 'postgres'))}-wal`;
    const archived = (): string[] => readdirSync(archive).filter((name) => /^[0-9A-F]{24}\.gz$/.test(name)).sort();
    const put = async (number: number): Promise<string> => {
      await run(`insert into kept values (${number})`);
      const count = archived().length;
      await run('select pg_switch_wal()');
      await until(() => archived().length > count, () => 'no segment was archived'); // prettier-ignore
      const moment = new Date(Date.now() + 1).toISOString();
      await pause(20);
      return moment;
    };
    const moments = [await put(1), await put(2), await put(3)];
    const numbersIn = async (place: string): Promise<unknown[]> => {
      const restored = await startEmbedded(place);
      const rows = await queryDatabase(restored.url, 'select number from kept order by number');
      await restored.stop();
      return rows.map(({ number }) => number as unknown);
    };
    const back = async (...more: string[]): Promise<unknown[]> => {
      const place = join(givenFolder(t), 'back');
      const { code, err } = await restore(t, file, place, ...more);
      return code === 0 ? numbersIn(place) : [err, existsSync(join(place, 'restoring'))];
    };
    assert.deepEqual(await back('--wal', archive, '--at', moments[1]!), [1, 2]);
    const [early] = await back('--wal', archive, '--at', '2020-01-01T00:00:00Z');
    assert.match(early as string, /to go back to 2020-01-01T00:00:00.000000Z, take an earlier one/);
    const [late, isLeft] = await back('--wal', archive, '--at', '2100-01-01T00:00:00Z');
    assert.match(late as string, /ends before the moment of --at. Its last commit is of .*--at latest/);
    assert.equal(isLeft, false);
    const second = join(archive, archived().at(-2)!);
    renameSync(second, `${second}.aside`);
    const [gap] = await back('--wal', archive);
    assert.match(gap as string, /The archive lacks the segment [0-9A-F]{24}, so what came after it/);
    renameSync(`${second}.aside`, second);
    truncateSync(second, 1_000);
    const [damaged] = await back('--wal', archive);
    assert.match(damaged as string, /The WAL segment [0-9A-F]{24} cannot be read/);
  }); // prettier-ignore
});

/** What the server says when it is started on this folder; it must end by itself. */
function startServerOn(folder: string): string {
  try {
    execFileSync(process.execPath, ['--import', 'tsx', 'apps/server/main.ts', '--data', folder], { stdio: 'pipe' });
    return 'it started';
  } catch (error) {
    return String((error as { stderr: Buffer }).stderr);
  }
}
