// kill -9 of the server while an organisation is closed: in the middle of the transaction that ends everything, and between that
// and the end of its databases. The next start does what was approved, or goes on where it stood.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { official } from '../contract/testing.ts';
import { until } from '../contract/testing-environments.ts';
import { start } from './killable-server.ts';

const NOVA = 'NOVA';
const nova: Caller = { kind: 'organisation', actor: NOVA, organisationId: NOVA };
const officer = official('sun.mei', 'participants-officer');
const [first, second] = [official('zhao.yi', 'supervisor'), official('qian.er', 'supervisor')];
const reason = 'merged';
const PATH = `/v1/organisations/${NOVA}`;

for (const stop of ['in the middle of closing', 'before its databases are gone'] as const) {
  test(`killed ${stop}, an organisation is closed once and wholly by the next start`, async (t) => {
    const { url, pool, connect } = await testDatabase(t);
    const folder = mkdtempSync(join(tmpdir(), 'feiqian closing '));
    t.after(() => rmSync(folder, { recursive: true, force: true }));
    const server = await start(t, url, folder);
    assert.equal((await server.ask(nova, 'POST', `${PATH}/environments`, { kind: 'sandbox' })).status, 201);
    const { rows: [sandbox] } = await pool.query<{ name: string }>('select database_name as name from environments.environments');
    const databases = async () => (await pool.query('select 1 from pg_database where datname = $1', [sandbox!.name])).rowCount;
    assert.equal((await server.ask(nova, 'POST', `${PATH}/closing`, { reason })).status, 200);
    const held = await server.ask(officer, 'POST', `${PATH}/close`, { reason });
    const { id, contentHash: hash } = held.body;
    const approve = (who: Caller) => server.ask(who, 'POST', `/v1/approvals/${id}/approve`, { hash });
    assert.equal((await approve(first)).status, 200);

    // PostgreSQL's own locks hold it: its last write waits for the first, what it looks at next for the second.
    const [atWrite, atRead] = [await connect(), await connect()];
    const waiting = (count: number) => until('the lock', async () =>
      (await pool.query(`select 1 from pg_locks where relation = 'environments.environments'::regclass and not granted`)).rowCount === count || undefined);
    await atWrite.query('begin; lock table environments.environments in exclusive mode');
    const approved = approve(second).catch(() => undefined);
    await waiting(1);
    const state = async () => (await pool.query(`select state from access.organisations where organisation_id = $1`, [NOVA])).rows[0].state;
    if (stop === 'before its databases are gone') {
      const locked = atRead.query('begin; lock table environments.environments in access exclusive mode');
      await waiting(2);
      await atWrite.query('commit');
      await locked;
      await until('the closing', async () => (await state()) === 'closed' || undefined);
    }
    await server.kill();
    await approved;
    for (const client of [atWrite, atRead]) await client.query('rollback');
    assert.equal(await state(), stop === 'in the middle of closing' ? 'active' : 'closed');
    assert.equal(await databases(), 1);

    const next = await start(t, url, folder);
    await until('the end of closing', async () =>
      (await next.ask(officer, 'GET', `${PATH}/closing`)).body.state === 'closed' || undefined);
    await until('the request', async () =>
      (await next.ask(officer, 'GET', `/v1/approvals/${id}`)).body.state === 'carried-out' || undefined);
    assert.equal(await databases(), 0);
    assert.deepEqual(readdirSync(join(folder, 'environments')), []);
    const { rows } = await pool.query<{ act: string }>('select act from access.acts where organisation_id = $1 order by number', [NOVA]);
    assert.deepEqual(rows.map(({ act }) => act), ['created', 'closing-asked', 'closed', 'closing-finished']);
  });
} // prettier-ignore
