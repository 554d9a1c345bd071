// What falls behind is seen on a real PostgreSQL, is an alarm, and is none once it has caught up.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { ACT, givenRecordedBook, givenSubjects, relayOf } from '../../modules/evidence/testing.ts';
import { openPool } from '../../platform/postgres/connect.ts';
import { startEmbedded } from '../../platform/postgres/embedded.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import { walArchiveOf } from '../../platform/postgres/wal-archive.ts';
import { systemClock } from '../../platform/instant.ts';
import { type Behind, readBehind } from './behind.ts';
import { behindConditions } from './alarm-rules.ts';

const MINUTE = 60_000_000;
const codes = (behind: Behind): string[] => behindConditions(behind).map(({ code }) => code);

test('acts that wait longer than a minute for the evidence are an alarm until the relay has brought them', async (t) => {
  const book = await givenRecordedBook(t);
  await givenSubjects(book);
  const { pool } = book.db;
  const behindIn = (micros: number): Promise<Behind> =>
    readBehind(pool, book.writer.memory.evidence, systemClock.now() + micros);
  assert.equal((await behindIn(5 * MINUTE)).actsSeconds, 0);
  await pool.query(`insert into support.acts ${ACT['support.acts']}`);
  assert.deepEqual(codes(await behindIn(0)), []);
  const later = await behindIn(2 * MINUTE);
  assert.ok(later.actsSeconds >= 119 && later.actsSeconds < 180, `${later.actsSeconds}`);
  assert.deepEqual(codes(later), ['evidence-behind']);
  await relayOf(book).step();
  assert.deepEqual(codes(await behindIn(2 * MINUTE)), []);
});

test('leaves that no event was made of are counted from where gathering stands, and are an alarm when they are many', async (t) => {
  const book = await givenRecordedBook(t);
  const { evidence } = book.writer.memory;
  const { pool } = book.db;
  const ungathered = async (): Promise<Behind> => readBehind(pool, evidence, systemClock.now());
  assert.equal((await ungathered()).ungathered, 0, 'gathering has not begun');
  await pool.query('insert into webhooks.positions (book_id, leaf) values (1, $1)', [evidence.size]);
  await book.pay(1, 'A', 'B', 5n);
  assert.deepEqual([(await ungathered()).ungathered, codes(await ungathered())], [1, []]);
  await pool.query('update webhooks.positions set leaf = $1', [evidence.size - 5_001]);
  assert.deepEqual(codes(await ungathered()), ['webhooks-behind']);
});

test('a segment that cannot be archived is an alarm until it can', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian behind '));
  const server = await startEmbedded(folder);
  const pool = openPool(server.url);
  t.after(async () => {
    await pool.end();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  await migrate(server.url);
  const evidence = { actsThrough: {}, size: 0 };
  const seen = async (): Promise<string[]> => codes(await readBehind(pool, evidence, systemClock.now()));
  const until = async (expected: string[]): Promise<void> => {
    while ((await seen()).join() !== expected.join()) {
      await pool.query('select pg_switch_wal() from pg_logical_emit_message(true, $1, $1)', ['archive']);
      await pause(200);
    }
  };
  assert.deepEqual(await seen(), []);
  const { rows } = await pool.query<{ cluster: string; segment: string }>(
    `select current_setting('data_directory') as cluster, pg_walfile_name(pg_current_wal_lsn()) as segment`,
  );
  // Where the compressed segment would be written stands a folder.
  const inTheWay = join(walArchiveOf(rows[0]!.cluster), `${rows[0]!.segment}.gz.part`);
  mkdirSync(inTheWay, { recursive: true });
  await until(['archive-failing']);
  rmSync(inTheWay, { recursive: true });
  rmSync(walArchiveOf(rows[0]!.cluster), { recursive: true });
  await until([]);
});
