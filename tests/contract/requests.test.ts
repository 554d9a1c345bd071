// The request log over real HTTP: what is kept of whom, found by its id, told with its refusal, and nobody else's.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { test, type TestContext } from 'node:test';
import { RequestLog } from '../../modules/request-log/index.ts';
import { type AnsweredRequest } from '../../platform/http/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { givenBanks, member, official, OPERATOR, type RunningApi, startApi, transferXml } from './testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const own = (rest = ''): string => `/v1/organisations/${A}/requests${rest}`;

async function givenInstitutions(t: TestContext): Promise<RunningApi> {
  const api = await startApi(t);
  await givenBanks(api, [A, B], '100000');
  for (const id of [A, B]) {
    const body = { id, kind: 'bank', name: { en: `Bank ${id}`, zh: `银行${id}` }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  return api;
}

/** An answer reaches its reader before it is heard of as gone. */
async function written({ requestLog, ask }: RunningApi, id: string): Promise<Record<string, unknown>> {
  for (;;) {
    await requestLog.write();
    const { status, body } = await ask(OPERATOR, 'GET', own(`/${id}`));
    if (status === 200) return body;
  }
}
const idOf = ({ headers }: { headers: Headers }): string => headers.get('x-request-id')!;

test('a refused request is found by the id of its answer, with why it was refused in both languages', async (t) => {
  const api = await givenInstitutions(t);
  const answer = await api.ask(A, 'PUT', `/v1/participants/${A}/limits/XXXXCNBJ?x=1`, { amount: '5' }, 'key-1');
  assert.equal(answer.body.requestId, idOf(answer));
  const kept = await written(api, idOf(answer));
  const { method, path, status, code, idempotencyKey, environment, actor } = kept;
  assert.deepEqual(
    { method, path, status, code, idempotencyKey, environment, actor },
    {
      ...{ method: 'PUT', path: '/v1/participants/{id}/limits/{counterparty}', status: answer.status },
      ...{ code: answer.body.code, idempotencyKey: 'key-1', environment: 'live', actor: A },
    },
  );
  assert.equal((kept['explanation'] as { en: string }).en, answer.body.detail);
  assert.equal(kept['target'], `/v1/participants/${A}/limits/XXXXCNBJ?x=1`);
  assert.equal(kept['asked'], null, 'of live no body is kept');
  const found = await api.ask(A, 'GET', own(`?requestId=${idOf(answer)}&statusClass=4xx`));
  assert.deepEqual(found.body.items.map(({ id }: { id: string }) => id), [idOf(answer)]);
}); // prettier-ignore

test('of a sandbox the bodies are kept too, under the organisation whose it is', async (t) => {
  const api = await givenInstitutions(t);
  const made = await api.ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'sandbox' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const xml = transferXml('M1', 1, A, 'LOTSCNBJ', '1.00');
  const answer = await api.ask(A, 'POST', `/sandbox/${A}/v1/messages`, xml);
  const kept = await written(api, idOf(answer));
  assert.deepEqual([kept['environment'], kept['path'], kept['asked'], kept['answered']], ['sandbox', '/v1/messages', xml, answer.body]);
  const items = async (query: string) => (await api.ask(A, 'GET', own(query))).body.items.length;
  assert.equal(await items('?environment=sandbox&operation=POST /v1/messages'), 1);
  assert.equal(await items('?environment=certification'), 0);
  assert.equal(await items(`?until=${String(kept['at'])}`) < (await items('')), true);
}); // prettier-ignore

test('of people only what they changed and what was refused is kept, of the central bank nothing', async (t) => {
  const api = await givenInstitutions(t);
  const person = member(A, 'chen.jie', 'member-operator');
  const looked = await api.ask(person, 'GET', '/v1/payments');
  const refused = await api.ask(person, 'GET', '/v1/trust');
  const officials = await api.ask(OPERATOR, 'GET', `/v1/participants/${A}`);
  const changed = await api.ask(person, 'PUT', `/v1/participants/${A}/limits/all`, { amount: '5' });
  assert.deepEqual([looked.status, refused.status, changed.status], [200, 404, 200]);
  await written(api, idOf(changed));
  for (const each of [looked, officials]) {
    assert.equal((await api.ask(OPERATOR, 'GET', own(`/${idOf(each)}`))).body.code, 'request_not_found');
  }
});

test('another organisation’s log is not there, and of the central bank only who helps reads it', async (t) => {
  const api = await givenInstitutions(t);
  const answer = await api.ask(A, 'GET', '/v1/payments');
  await written(api, idOf(answer));
  for (const path of [own(), own(`/${idOf(answer)}`)]) {
    const others = await api.ask(member(B, 'wang.wei', 'member-administrator'), 'GET', path);
    assert.deepEqual([others.status, others.body.code], [404, 'organisation_not_found']);
    assert.equal((await api.ask(official('gu.yan', 'operator'), 'GET', path)).status, 403);
    assert.equal((await api.ask(official('he.min', 'system-administrator'), 'GET', path)).status, 200);
  }
  const mine = `/v1/organisations/${B}/requests/${idOf(answer)}`;
  assert.equal((await api.ask(B, 'GET', mine)).body.code, 'request_not_found', 'nor below one’s own name');
});

test('what is too much is dropped, the others’ is kept, and the log says how many', async (t) => {
  const api = await givenInstitutions(t);
  const log = logOf(api, (error) => {
    throw error;
  });
  for (let n = 0; n < 2_500; n++) log.hear(answered(A, n));
  log.hear(answered(B, 9_999));
  while ((await countOf(api, B)) === 0) await log.write();
  assert.equal(await countOf(api, A), 2_000);
  const { body } = await api.ask(A, 'GET', own());
  assert.deepEqual(body.dropped.map(({ count }: { count: number }) => count), [500]);
  assert.deepEqual((await api.ask(B, 'GET', `/v1/organisations/${B}/requests`)).body.dropped, []);
}); // prettier-ignore

test('a request whose body is said to be longer than any number keeps nobody’s requests from the log', async (t) => {
  const api = await givenInstitutions(t);
  const { port } = new URL(api.url);
  const headers = { authorization: `Bearer ${api.tokenOf(A)}`, 'content-type': 'application/json' };
  const asked = request({ port, method: 'POST', path: `/v1/organisations/${A}/closing`, headers: { ...headers, 'content-length': '18446744073709551615' } });
  asked.on('error', () => undefined).write('{');
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  asked.destroy();
  assert.equal(answer.statusCode, 413);
  const kept = await written(api, String(answer.headers['x-request-id']));
  assert.deepEqual([kept['code'], kept['bytesIn']], ['body_too_large', Number.MAX_SAFE_INTEGER]);
}); // prettier-ignore

test('a request that cannot be kept is left out by itself, and counted', async (t) => {
  const api = await givenInstitutions(t);
  const troubles: unknown[] = [];
  const log = logOf(api, (error) => void troubles.push(error));
  for (const n of [1, 2, 3]) log.hear({ ...answered(A, n), ...(n === 2 ? { bytesIn: 2 ** 64 } : {}) });
  await log.write();
  await log.write();
  assert.equal(await countOf(api, A), 2);
  assert.equal(troubles.length, 1);
  const { body } = await api.ask(A, 'GET', own());
  assert.deepEqual(body.dropped.map(({ count }: { count: number }) => count), [1]);
}); // prettier-ignore

test('past a day’s measure an institution’s requests are kept without their bodies, and another’s with them', async (t) => {
  const api = await givenInstitutions(t);
  const log = logOf(api, assert.ifError);
  const bodies = { askedType: 'text/xml', asked: 'x'.repeat(8 * 1024 * 1024), answeredType: null, answered: null };
  const hear = (id: string, n: number) => log.hear({ ...answered(id, n), environment: 'sandbox', bodies });
  for (let n = 0; n < 10; n++) {
    hear(A, n);
    await log.write();
  }
  hear(B, 10);
  await log.write();
  const { rows } = await api.house.pool.query<{ id: string; kept: number; bodies: number }>(
    `select organisation_id as id, count(*)::int4 as kept, count(asked)::int4 as bodies from request_log.requests
     where request_id::text like '00000000-%' group by 1 order by 1`,
  );
  assert.deepEqual(rows, [{ id: A, kept: 10, bodies: 9 }, { id: B, kept: 1, bodies: 1 }]);
}); // prettier-ignore

const logOf = ({ house }: RunningApi, onTrouble: (error: unknown) => void): RequestLog =>
  new RequestLog({ pool: house.pool, clock: systemClock, organisationOf: (id) => id, onTrouble });

const answered = (participantId: string, n: number): AnsweredRequest => ({
  ...{ method: 'GET', path: '/v1/payments', target: '/v1/payments', status: 200, seconds: 0.001 },
  ...{ code: undefined, field: undefined, environment: undefined, idempotencyKey: undefined, bodies: undefined },
  ...{ bytesIn: 0, bytesOut: 2, caller: { kind: 'participant', actor: participantId, participantId } },
  requestId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
});

async function countOf({ house }: RunningApi, organisationId: string): Promise<number> {
  const { rows } = await house.pool.query<{ count: number }>(
    `select count(*)::int4 from request_log.requests where organisation_id = $1 and request_id::text like '00000000-%'`,
    [organisationId],
  );
  return rows[0]!.count;
}
