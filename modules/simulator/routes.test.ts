// Simulations over HTTP on a real PostgreSQL, with their threads.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { buildServer } from '../../platform/http/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { SIMULATOR_REFUSALS, SimulationRuns, simulatorRoutes } from './index.ts';
import { type SimulationDetail, type SimulationJson } from './schemas.ts';
import { aDay } from './testing.ts';

const ring = { ...filesOf(aDay(['A,0', 'B,0', 'C,0'], ['A,B,5', 'B,C,5', 'C,A,5'])), name: 'Ring' };

function filesOf({ balancesCsv, paymentsCsv }: ReturnType<typeof aDay>) {
  return { balancesCsv, paymentsCsv, lsm: 'gridlock' };
}

async function givenServer(t: TestContext, given?: TestDatabase) {
  const database = given ?? (await testDatabase(t));
  const { pool } = database;
  const faults: unknown[] = [];
  const runs = new SimulationRuns({
    pool,
    clock: systemClock,
    currency: 'CNY',
    onFault: (error) => faults.push(error),
  });
  await runs.load();
  const server = await buildServer({
    routes: simulatorRoutes({ pool, runs }),
    refusals: SIMULATOR_REFUSALS,
    callerOf: ({ authorization }) =>
      authorization === undefined
        ? { kind: 'operator', actor: 'operator' }
        : { kind: 'participant', participantId: 'A', actor: 'A' },
  });
  t.after(async () => {
    await runs.end();
    await server.close();
  });
  const send = (method: 'GET' | 'POST' | 'DELETE', path: string, payload?: object, headers: object = {}) =>
    server.inject({
      method,
      url: `/v1/simulations${path}`,
      headers: { host: '127.0.0.1', ...headers },
      ...(payload ? { payload } : {}),
    });
  const start = async (body: object) => {
    const answer = await send('POST', '', body);
    assert.equal(answer.statusCode, 202, answer.body);
    return answer.json<SimulationJson>();
  };
  const ended = async (id: string): Promise<SimulationDetail> => {
    for (;;) {
      const found = (await send('GET', `/${id}`)).json<SimulationDetail>();
      if (found.state === 'done' || found.state === 'failed') return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return { database, send, start, ended, runs, faults };
}

test('a day runs, is read, shows its report in both languages, and is deleted', async (t) => {
  const { send, start, ended, faults } = await givenServer(t);
  const run = await start(ring);
  assert.deepEqual([run.name, run.lsm, run.state, run.problem], ['Ring', 'gridlock', 'running', null]);
  const done = await ended(run.id);
  assert.equal(done.state, 'done');
  assert.deepEqual(done.progress, { done: 3, of: 3 });
  assert.equal(done.result!.settledHow.gridlock.count, 3);
  const english = await send('GET', `/${run.id}/report`);
  assert.equal(english.headers['content-type'], 'text/html; charset=utf-8');
  assert.match(english.body, /<h1>Ring<\/h1>/);
  assert.match((await send('GET', `/${run.id}/report?lang=zh`)).body, /资金周转率/);
  assert.equal((await send('DELETE', `/${run.id}`)).statusCode, 204);
  for (const path of [`/${run.id}`, `/${run.id}/report`, '/nothing']) {
    const gone = await send('GET', path);
    assert.deepEqual([gone.statusCode, gone.json<{ code: string }>().code], [404, 'simulation_not_found']);
  }
  assert.equal((await send('DELETE', `/${run.id}`)).statusCode, 404);
  assert.deepEqual(faults, []);
});

test('files that are wrong: the run fails and says everything that is wrong with them', async (t) => {
  const { send, start, ended } = await givenServer(t);
  const { id } = await start({ ...ring, paymentsCsv: 'sender,receiver,amount\nA,X,1\nA,B,-1\n' });
  const failed = await ended(id);
  assert.deepEqual([failed.state, failed.result, failed.problem!.code], ['failed', null, 'simulation_input_wrong']);
  assert.equal(failed.inputProblems.count, 2);
  assert.deepEqual(failed.inputProblems.shown.map(({ line, column }) => [line, column]), [[2, 'receiver'], [3, 'amount']]); // prettier-ignore
  const report = await send('GET', `/${id}/report`);
  assert.deepEqual([report.statusCode, report.json<{ code: string }>().code], [409, 'simulation_not_done']);
});

test('runs follow each other, and the list has them newest first', async (t) => {
  const { send, start, ended } = await givenServer(t);
  const ids: string[] = [];
  for (let index = 0; index < 3; index++) ids.unshift((await start({ ...ring, name: `Run ${index}` })).id);
  for (const id of ids) assert.equal((await ended(id)).state, 'done');
  const first = (await send('GET', '?limit=2')).json<{ items: SimulationJson[]; next: string }>();
  const second = (await send('GET', `?limit=2&after=${first.next}`)).json<{ items: SimulationJson[]; next: null }>();
  assert.deepEqual([...first.items, ...second.items].map(({ id }) => id), ids); // prettier-ignore
  assert.equal(second.next, null);
});

test('what a server left unfinished is marked failed with a sentence by the next', async (t) => {
  const { database, runs, start, ended } = await givenServer(t);
  const payments = Array.from({ length: 20_000 }, (_unused, index) => (index % 2 ? 'A,B,1' : 'B,A,1'));
  const { id } = await start(filesOf(aDay(['A,0', 'B,0'], payments)));
  await runs.end();
  const next = await givenServer(t, database);
  const failed = await next.ended(id);
  assert.deepEqual([failed.state, failed.problem!.code], ['failed', 'simulation_interrupted']);
  assert.equal((await ended((await next.start(ring)).id)).state, 'done');
});

test('a database that is away for a while ends no run and no server: what waited is done when it is back', async (t) => {
  const { database, start, ended, faults } = await givenServer(t);
  const ids = [(await start(ring)).id, (await start(ring)).id];
  await database.pool.query('alter table simulator.simulations rename to simulations_away');
  while (faults.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  await database.pool.query('alter table simulator.simulations_away rename to simulations');
  for (const id of ids) assert.equal((await ended(id)).state, 'done');
});

test('a run in hand is deleted, and the next one begins', async (t) => {
  const { send, start, ended } = await givenServer(t);
  const payments = Array.from({ length: 50_000 }, (_unused, index) => (index % 2 ? 'A,B,1' : 'B,A,1'));
  const { id } = await start(filesOf(aDay(['A,0', 'B,0'], payments)));
  const waiting = await start(ring);
  assert.equal(waiting.state, 'waiting');
  assert.equal((await send('DELETE', `/${id}`)).statusCode, 204);
  assert.equal((await ended(waiting.id)).state, 'done');
});

test('refused: a bank, a file that is not text, a body past 32 MB; more than 1 MB is fine', async (t) => {
  const { send, start, ended } = await givenServer(t);
  assert.equal((await send('POST', '', ring, { authorization: 'A' })).statusCode, 403);
  const nul = await send('POST', '', { ...ring, name: 'a\0b' });
  assert.deepEqual([nul.statusCode, nul.json<{ code: string }>().code], [400, 'malformed_request']);
  assert.equal((await send('POST', '', { ...ring, paymentsCsv: 'x'.repeat(33 * 1_024 * 1_024) })).statusCode, 413);
  const { id } = await start({ ...ring, balancesCsv: ring.balancesCsv + '\n'.repeat(2_000_000) });
  assert.equal((await ended(id)).state, 'done');
});
