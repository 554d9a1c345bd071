// The embedded PostgreSQL, bulk copies and migrations, on a real server.
import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { takeBaseBackup } from './base-backup.ts';
import { copyRows, type ColumnSpec } from './copy.ts';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { findMigrations, migrate } from './migrate.ts';
import { testDatabase } from './testing.ts';
import { segmentAfter, segmentOf } from './wal-archive.ts';

describe('binary copy', () => {
  test('every type arrives as it was, at its limits and as null', async (t) => {
    const client = await (await testDatabase(t)).connect();
    await client.query(`create table sample (
      a int2, b int4, c int8, d numeric(60), e bool, f uuid, g text, h bytea, i timestamptz, j date, k jsonb, l int8[], m text[])`);
    type Row = Record<string, unknown>;
    const types = [
      'int2',
      'int4',
      'int8',
      'numeric',
      'bool',
      'uuid',
      'text',
      'bytea',
      'timestamptz',
      'date',
      'jsonb',
      'int8[]',
      'text[]',
    ];
    const columns = types.map((type, index) => {
      const name = 'abcdefghijklm'[index]!;
      return { name, type, value: (row: Row) => row[name] } as ColumnSpec<Row>;
    });
    const numbers = [
      0n,
      1n,
      -1n,
      9_999n,
      10_000n,
      100_000_000n,
      -123_456_789_012_345_678_901_234_567_890n,
      2n ** 128n,
      10n ** 38n,
    ];
    const rows: Row[] = numbers.map((d, index) => ({
      a: -32_768 + index, b: -2_147_483_648 + index, c: -Number.MAX_SAFE_INTEGER + index, d, e: index % 2 === 0,
      f: '0190aBcd-ef01-7234-89ab-cdef01234567', g: '飞钱 "x"\n\\N', h: Buffer.from([0, 255, index]),
      i: Date.parse('2027-04-14T06:30:00Z') * 1_000 + index, j: '2027-04-14', k: { 中: [1, null, 'x'] }, l: [1, -2, Number.MAX_SAFE_INTEGER],
      m: ['a', '', '钱'],
    })); // prettier-ignore
    rows.push({}, { l: [], m: [], g: '' });
    await copyRows(client, 'sample', columns, rows);
    const { rows: found } = await client.query<Row>(
      `select a, b, c::text, d::text, e, f::text, g, h, i::text, j::text, k, l::text, m::text from sample`,
    );
    assert.equal(found.length, rows.length);
    numbers.forEach((d, index) => {
      assert.deepEqual(found[index], {
        a: -32_768 + index, b: -2_147_483_648 + index, c: String(-Number.MAX_SAFE_INTEGER + index), d: String(d), e: index % 2 === 0,
        f: '0190abcd-ef01-7234-89ab-cdef01234567', g: '飞钱 "x"\n\\N', h: Buffer.from([0, 255, index]),
        i: `2027-04-14 06:30:00${index === 0 ? '' : `.00000${index}`}+00`, j: '2027-04-14', k: { 中: [1, null, 'x'] },
        l: `{1,-2,${Number.MAX_SAFE_INTEGER}}`, m: '{a,"",钱}',
      }); // prettier-ignore
    });
    assert.ok(Object.values(found.at(-2)!).every((value) => value === null));
    assert.deepEqual([found.at(-1)!.l, found.at(-1)!.m, found.at(-1)!.g], ['{}', '{}', '']);
  });

  test('texts longer than a chunk arrive whole, among short ones', async (t) => {
    const client = await (await testDatabase(t)).connect();
    await client.query('create table sample (a text, b jsonb, c text[])');
    const columns: ColumnSpec<string>[] = [
      { name: 'a', type: 'text', value: (row) => row },
      { name: 'b', type: 'jsonb', value: (row) => row },
      { name: 'c', type: 'text[]', value: (row) => [row, 'x'] },
    ];
    const rows = [1, 70_000, 2, 300_000, 3].map((length) => '钱'.repeat(length));
    await copyRows(client, 'sample', columns, rows);
    const { rows: found } = await client.query<Record<string, unknown>>(`select a, b #>> '{}' as b, c from sample`);
    assert.deepEqual(
      found.map(({ a, b, c }) => [a, b, c]),
      rows.map((row) => [row, row, [row, 'x']]),
    );
  });

  test('a value that cannot be is an error, and nothing of the rows stands', async (t) => {
    const client = await (await testDatabase(t)).connect();
    await client.query('create table sample (a uuid)');
    const columns: ColumnSpec<string>[] = [{ name: 'a', type: 'uuid', value: (row) => row }];
    const good = '0190abcd-ef01-7234-89ab-cdef01234567';
    await assert.rejects(copyRows(client, 'sample', columns, [good, good.replace('a', 'x')]), /hexadecimal/);
    const { rows } = await client.query<{ count: string }>('select count(*) from sample');
    assert.equal(rows[0]!.count, '0');
    await copyRows(client, 'sample', columns, Array<string>(20_000).fill(good));
    assert.equal((await client.query<{ count: string }>('select count(*) from sample')).rows[0]!.count, '20000');
  });
});

describe('migrations', () => {
  test('are applied once, and data of a newer program is refused by name', async (t) => {
    const { url, pool } = await testDatabase(t);
    assert.equal(await migrate(url), 0);
    const more = [...findMigrations(), { part: 'zz', name: '001-zz.sql', sql: 'create schema zz', checksum: 'c' }];
    assert.deepEqual((await Promise.all([migrate(url, more), migrate(url, more)])).sort(), [0, 1]);
    await assert.rejects(migrate(url), /newer version of Feiqian \(zz\/001-zz.sql\)/);
    await pool.query(`update platform.migrations set checksum = 'd' where part = 'zz'`);
    await assert.rejects(migrate(url, more), /zz\/001-zz.sql is not the one/);
  });
});

describe('the embedded PostgreSQL', () => {
  test('is copied whole to whoever reads slowly, and the copy’s end is told', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'feiqian '));
    chmodSync(folder, 0o755);
    const server = await startEmbedded(folder, { settings: { fsync: 'off' } });
    t.after(async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    });
    const { tar, end } = takeBaseBackup(server.url);
    let bytes = 0;
    for await (const chunk of tar) {
      bytes += (chunk as Buffer).length;
      // What PostgreSQL sends meanwhile fills every buffer on the way.
      await pause(1);
    }
    const { from, to, manifest } = await end;
    const { Files: files } = JSON.parse(manifest.toString()) as { Files: { Size: number }[] };
    assert.ok(bytes > files.reduce((sum, { Size }) => sum + Size, 0));
    assert.ok(segmentOf(from) <= segmentOf(to));
    assert.equal(segmentAfter('0000000200000003000000FF'), '000000020000000400000000');
    assert.equal(segmentOf({ lsn: '3/FF000028', timeline: 2 }), '0000000200000003000000FF');
  });

  test('of another version is refused with a sentence', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'feiqian '));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    mkdirSync(join(folder, 'postgres'));
    writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '17\n');
    await assert.rejects(
      startEmbedded(folder),
      /is of PostgreSQL 17, this program brings 18. Restore a backup, or use/,
    );
  });

  test('keeps what was committed through its own kill -9 and that of its starter, on a path with spaces', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'feiqian a b '));
    const started: EmbeddedPostgres[] = [];
    const start = async () => {
      const server = await startEmbedded(folder);
      started.push(server);
      return server;
    };
    t.after(async () => {
      for (const server of started) await server.stop();
      // As root, the data lives where PostgreSQL's user can reach it, and the folder holds a link.
      for (const path of [realpathSync(join(folder, 'postgres')), folder]) {
        for (const suffix of ['', '.log', '-socket']) rmSync(`${path}${suffix}`, { recursive: true, force: true });
      }
    });
    const first = await start();
    await once(first.url, 'create table kept (x int)');
    await once(first.url, 'insert into kept values (1)');
    process.kill(first.pid, 'SIGKILL');
    const second = await start();
    await once(second.url, 'insert into kept values (2)');
    // Its starter is gone without a word: the next one takes over from the server that still runs.
    const third = await start();
    assert.deepEqual(await once(third.url, 'select x from kept order by x'), [{ x: 1 }, { x: 2 }]);
    assert.equal((await once(third.url, 'show fsync'))[0]!.fsync, 'on');
  });
});

async function once(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}
