// kill -9 of the server between "approved" and "written down as carried out", at each point where something is durable and
// something is not yet: the next start does what was approved, once, or finds that it was done.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { givenPolicy, official } from '../contract/testing.ts';
import { type Killable, start } from './killable-server.ts';

const BANK = 'AAAACNBJ';
const maker = official('li.na', 'operator', 'participants-officer');
const supervisor = official('zhao.yi', 'supervisor');

const until = async (isSo: () => Promise<boolean>): Promise<void> => {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
};
const isThere = async (pool: Pool, query: string, values: unknown[] = []): Promise<boolean> =>
  (await pool.query(query, values)).rowCount! > 0;

type Stop = 'before it is done' | 'while it is done' | 'after it was done';

interface Deed {
  readonly path: string;
  readonly body: object;
  /** What the deed's transaction writes first. */
  readonly firstTable: string;
  /** How often it was done. */
  readonly count: string;
}

const FUNDING: Deed = {
  path: `/v1/participants/${BANK}/funding`,
  body: { direction: 'lend', amount: '500', reason: 'short' },
  firstTable: 'platform.writers',
  count: `select count(*)::int as count from settlement.acts where actor = 'li.na' and reason = 'short'`,
};
const ORGANISATION: Deed = {
  path: '/v1/organisations',
  body: { id: 'NEWORG', kind: 'fintech', name: { en: 'New', zh: '新' }, reason: 'joins' },
  firstTable: 'access.organisations',
  count: `select count(*)::int as count from access.acts where organisation_id = 'NEWORG' and act = 'created'`,
};

/** Approves, and kills the server at the point named: PostgreSQL's own locks hold it there. */
async function killAt(
  stop: Stop,
  server: Killable,
  { pool, connect }: TestDatabase,
  deed: Deed,
  id: string,
  hash: string,
) {
  const [atDeed, atEnd] = [await connect(), await connect()];
  const table = stop === 'while it is done' ? 'platform.done_once' : deed.firstTable;
  await atDeed.query(`begin; lock table ${table} in exclusive mode`);
  const approved = server.ask(supervisor, 'POST', `/v1/approvals/${id}/approve`, { hash }).catch(() => undefined);
  await until(() =>
    isThere(pool, `select 1 from approvals.requests where request_id = $1 and state = 'approved'`, [id]),
  );
  if (stop !== 'after it was done') {
    await until(() => isThere(pool, `select 1 from pg_locks where relation = $1::regclass and not granted`, [table]));
    await server.kill();
  } else {
    await atEnd.query('begin');
    await atEnd.query('select 1 from approvals.requests where request_id = $1 for update', [id]);
    await atDeed.query('commit');
    await until(() => isThere(pool, 'select 1 from platform.done_once where name = $1', [`approval ${id}`]));
    await server.kill();
  }
  await approved;
  for (const client of [atDeed, atEnd]) await client.query('rollback');
}

for (const stop of ['before it is done', 'while it is done', 'after it was done'] as const) {
  test(`killed after the last approval and ${stop}, the call is carried out once`, async (t) => {
    const database = await testDatabase(t);
    const { pool } = database;
    const folder = mkdtempSync(join(tmpdir(), 'feiqian four eyes '));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    let server = await start(t, database.url, folder);
    const bank = { bic: BANK, kind: 'direct', name: { en: 'Bank', zh: '银行' }, joinedOn: '2027-01-04' };
    assert.equal((await server.ask(undefined, 'POST', '/v1/participants', bank)).status, 201);
    const asking = { ask: server.ask } as unknown as Parameters<typeof givenPolicy>[0];
    await givenPolicy(asking, 'funding:write', 1);
    await givenPolicy(asking, 'organisations:write', 1);
    for (const deed of [FUNDING, ORGANISATION]) {
      const held = await server.ask(maker, 'POST', deed.path, deed.body);
      assert.equal(held.status, 202, JSON.stringify(held.body));
      const { id, contentHash } = held.body;
      await killAt(stop, server, database, deed, id, contentHash);
      const doneBefore = (await pool.query<{ count: number }>(deed.count)).rows[0]!.count;
      // A commit of the book leaves in one piece: killed before its answer, it may land or not.
      if (stop === 'after it was done') assert.equal(doneBefore, 1, deed.path);
      else if (deed === ORGANISATION) assert.equal(doneBefore, 0, deed.path);
      server = await start(t, database.url, folder);
      await until(async () => (await server.ask(supervisor, 'GET', `/v1/approvals/${id}`)).body.state !== 'approved');
      const { body } = await server.ask(supervisor, 'GET', `/v1/approvals/${id}`);
      assert.equal(body.state, 'carried-out', JSON.stringify(body.outcome));
      assert.deepEqual(body.acts.map(({ act }: { act: string }) => act), ['made', 'approved', 'carried-out']);
      assert.equal((await pool.query<{ count: number }>(deed.count)).rows[0]!.count, 1, deed.path);
    }
    const { body } = await server.ask(undefined, 'GET', `/v1/participants/${BANK}`);
    assert.equal(body.balance, '500');
  }); // prettier-ignore
}
