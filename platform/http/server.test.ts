// The edge over real HTTP: admission, malformed requests, problems, streams, the description, the console.
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { Type } from '@sinclair/typebox';
import { permissionsOf } from '../permissions/actions.ts';
import { testDatabase } from '../postgres/testing.ts';
import { Refusal } from '../refusal.ts';
import { IdempotencyKeys } from './idempotency.ts';
import { listQuery } from './schemas.ts';
import { personOf, Reply, type SentEvent } from './index.ts';
import { open, route, start, summary } from './testing.ts';

/** A request whose Host is what we say. */
function askAs(port: number, headers: Record<string, string>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port, path: '/v1/open', headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    })
      .on('error', reject)
      .end();
  });
}

test('a refusal is a problem in two languages; a fault tells nothing', async (t) => {
  const { ask, faults } = await start(t, [
    route({
      method: 'GET',
      path: '/v1/payments/{id}',
      summary,
      tag: 'payments',
      may: ['nobody'],
      handle: ({ params }) => {
        if (params.id === 'broken') throw new Error('secret of the house');
        throw new Refusal('payment_not_found', { field: 'id', details: { id: params.id } });
      },
    }),
  ]);
  const refused = await ask('GET', '/v1/payments/7');
  assert.equal(refused.status, 404);
  assert.match(refused.headers.get('content-type')!, /^application\/problem\+json/);
  assert.deepEqual(refused.body, {
    type: 'urn:feiqian:problem:payment_not_found',
    title: 'Payment not found',
    status: 404,
    code: 'payment_not_found',
    detail: 'There is no such payment.',
    detailZh: '没有该笔支付。',
    field: 'id',
    details: { id: '7' },
    requestId: refused.headers.get('x-request-id'),
  });
  const broken = await ask('GET', '/v1/payments/broken');
  assert.deepEqual([broken.status, broken.body.code], [500, 'fault']);
  assert.ok(!JSON.stringify(broken.body).includes('secret'));
  assert.deepEqual(faults, ['Error: secret of the house']);
  const unknown = await ask('GET', '/v1/nothing');
  assert.deepEqual([unknown.status, unknown.body.code], [404, 'path_not_found']);
  const wrongMethod = await ask('POST', '/v1/payments/7', {});
  assert.deepEqual([wrongMethod.status, wrongMethod.body.code], [405, 'method_not_allowed']);
  assert.equal(wrongMethod.headers.get('allow'), 'GET');
  assert.equal((await ask('GET', '/v1/payments/%zz')).status, 400);
});

test('only those named may call, and a token not known is refused', async (t) => {
  const { ask } = await start(t, [
    open,
    route({ method: 'GET', path: '/v1/own', summary, tag: 't', may: ['operator'], handle: ({ caller }) => caller }),
  ]);
  assert.deepEqual((await ask('GET', '/v1/own')).body.code, 'token_missing');
  assert.equal((await ask('GET', '/v1/own', undefined, { authorization: 'Bearer bank' })).body.code, 'not_allowed');
  assert.equal((await ask('GET', '/v1/own', undefined, { authorization: 'Bearer x' })).body.code, 'token_unknown');
  const operator = await ask('GET', '/v1/own', undefined, { cookie: 'a=b; console=yes' });
  assert.deepEqual([operator.status, operator.body], [200, { kind: 'operator', actor: 'console' }]);
  assert.equal((await ask('GET', '/v1/open', undefined, { authorization: 'Bearer bank' })).status, 200);
});

test('another host name and another site are refused', async (t) => {
  const { port } = await start(t, [open]);
  for (const host of ['127.0.0.1:9', 'localhost', `[::1]:${port}`]) assert.equal(await askAs(port, { host }), 200);
  for (const host of ['bank.example', 'localhost.bank.example', '127.0.0.1.nip.io:80']) {
    assert.equal(await askAs(port, { host }), 403, host);
  }
  const host = `127.0.0.1:${port}`;
  assert.equal(await askAs(port, { host, origin: `http://${host}` }), 200);
  for (const origin of ['http://bank.example', 'null', 'http://127.0.0.1:1']) {
    assert.equal(await askAs(port, { host, origin }), 403, origin);
  }
});

test('queries and bodies are held to their schemas, the field named', async (t) => {
  const { ask } = await start(t, [
    route({
      method: 'GET',
      path: '/v1/list',
      summary,
      tag: 't',
      may: ['nobody'],
      query: listQuery({ state: Type.Optional(Type.Array(Type.String())) }, ['amount']),
      handle: ({ query }) => query,
    }),
    route({
      method: 'POST',
      path: '/v1/things',
      summary,
      tag: 't',
      may: ['nobody'],
      status: 201,
      body: Type.Object({ amount: Type.String(), inner: Type.Optional(Type.Object({ a: Type.Integer() })) }),
      handle: ({ body }) => body,
    }),
    route({ method: 'POST', path: '/v1/bare', summary, tag: 't', may: ['nobody'], handle: () => undefined }),
  ]);
  const listed = await ask('GET', '/v1/list?limit=7&state=queued&sort=-amount');
  assert.deepEqual(listed.body, { limit: 7, state: ['queued'], sort: '-amount' });
  assert.deepEqual((await ask('GET', '/v1/list')).body, { limit: 50 });
  const fieldOf = async (answer: ReturnType<typeof ask>) => {
    const { status, body } = await answer;
    return [status, body.code, body.field];
  };
  assert.deepEqual(await fieldOf(ask('GET', '/v1/list?limit=0')), [400, 'malformed_request', '?limit']);
  assert.deepEqual(await fieldOf(ask('GET', '/v1/list?limit=x')), [400, 'malformed_request', '?limit']);
  assert.deepEqual(await fieldOf(ask('GET', '/v1/list?nope=1')), [400, 'malformed_request', '?nope']);
  assert.deepEqual(await fieldOf(ask('GET', '/v1/list?sort=colour')), [400, 'malformed_request', '?sort']);

  const made = await ask('POST', '/v1/things', { amount: '5', inner: { a: 1 } });
  assert.deepEqual([made.status, made.body], [201, { amount: '5', inner: { a: 1 } }]);
  const bad = (body: unknown) => fieldOf(ask('POST', '/v1/things', body, { 'content-type': 'application/json' }));
  assert.deepEqual(await bad({}), [400, 'malformed_request', '/amount']);
  assert.deepEqual(await bad({ amount: 5 }), [400, 'malformed_request', '/amount']);
  assert.deepEqual(await bad({ amount: '5', more: 1 }), [400, 'malformed_request', '/more']);
  assert.deepEqual(await bad({ amount: '5', inner: { a: 1, b: 2 } }), [400, 'malformed_request', '/inner/b']);
  assert.deepEqual(await bad('{"amount":'), [400, 'malformed_request', undefined]);
  assert.deepEqual(await bad('{"__proto__":{}}'), [400, 'malformed_request', undefined]);
  assert.equal((await ask('POST', '/v1/things', '<a/>', { 'content-type': 'application/xml' })).status, 415);
  assert.equal((await ask('POST', '/v1/things', 'a', { 'content-type': 'text/plain' })).status, 415);
  assert.equal((await ask('POST', '/v1/things', { amount: 'x'.repeat(1_100_000) })).body.code, 'body_too_large');

  assert.equal((await ask('POST', '/v1/bare')).status, 204);
  assert.equal((await ask('POST', '/v1/bare', {})).status, 204);
  assert.deepEqual(await fieldOf(ask('POST', '/v1/bare', { a: 1 })), [400, 'malformed_request', '/a']);
});

test('XML goes in as bytes and out as it is; a reply has its own status and headers', async (t) => {
  const { ask } = await start(t, [
    route({
      method: 'POST',
      path: '/v1/messages',
      summary,
      tag: 't',
      may: ['nobody'],
      body: 'xml',
      answer: 'xml',
      handle: ({ body }) => new Reply(`<n>${body.length}</n>`, { status: 202, headers: { 'x-place': '1' } }),
    }),
    route({ method: 'GET', path: '/v1/page', summary, tag: 't', may: ['nobody'], answer: 'html', handle: () => '<p>' }),
  ]);
  const large = `<a>${' '.repeat(3_000_000)}</a>`;
  const answer = await ask('POST', '/v1/messages', large, { 'content-type': 'application/xml' });
  assert.deepEqual([answer.status, answer.body], [202, `<n>${large.length}</n>`]);
  assert.equal(answer.headers.get('content-type'), 'application/xml; charset=utf-8');
  assert.equal(answer.headers.get('x-place'), '1');
  assert.equal((await ask('POST', '/v1/messages', {})).status, 415);
  assert.equal((await ask('GET', '/v1/page')).headers.get('set-cookie'), null);
});

test(
  'a stream begins at once, carries events, and ends its source when the reader goes',
  { timeout: 20_000 },
  async (t) => {
    let ended: () => void;
    const hasEnded = new Promise<void>((resolve) => (ended = resolve));
    async function* source(lastId: unknown): AsyncGenerator<SentEvent> {
      try {
        yield { event: 'totals', data: { after: lastId }, id: '8' };
        for (;;) {
          await new Promise((resolve) => setTimeout(resolve, 20));
          yield { event: 'tick', data: 'two\nlines' };
        }
      } finally {
        ended();
      }
    }
    const silent: AsyncIterable<SentEvent> = {
      [Symbol.asyncIterator]: () => ({ next: () => new Promise(() => undefined) }),
    };
    const events = { method: 'GET', summary, tag: 't', may: ['nobody'], answer: 'events' } as const;
    const { app, url } = await start(t, [
      route({ ...events, path: '/v1/live', handle: ({ headers }) => source(headers['last-event-id']) }),
      route({ ...events, path: '/v1/silent', handle: () => silent }),
    ]);
    const control = new AbortController();
    const answer = await fetch(`${url}/v1/live`, { headers: { 'last-event-id': '7' }, signal: control.signal });
    assert.equal(answer.headers.get('content-type'), 'text/event-stream; charset=utf-8');
    let text = '';
    const reader = answer.body!.getReader();
    while (!text.includes('tick')) text += Buffer.from((await reader.read()).value!).toString();
    assert.match(text, /event: totals\nid: 8\ndata: {"after":"7"}\n\n/);
    assert.match(text, /event: tick\ndata: "two\\nlines"\n\n/);
    control.abort();
    await hasEnded;
    // A source that never says anything neither delays the headers nor keeps the server from closing.
    const quiet = await fetch(`${url}/v1/silent`);
    assert.equal(quiet.status, 200);
    await app.close();
    assert.equal(await quiet.text(), 'retry: 2000\n\n');
  },
);

test('the routes describe themselves as OpenAPI 3.1, with a page that shows it', async (t) => {
  const { ask } = await start(t, [
    route({
      method: 'PUT',
      path: '/v1/things/{id}',
      summary,
      tag: 'things',
      may: ['operator'],
      body: Type.Object({ name: Type.String() }),
      answer: Type.Object({ done: Type.Boolean() }),
      handle: () => ({ done: true }),
    }),
  ]);
  const { body } = await ask('GET', '/openapi.json');
  assert.equal(body.openapi, '3.1.0');
  assert.deepEqual(Object.keys(body.paths), ['/v1/things/{id}']);
  const { put } = body.paths['/v1/things/{id}'];
  assert.deepEqual([put.summary, put['x-summary-zh'], put.tags], ['A test', '测试', ['things']]);
  assert.equal(put.requestBody.content['application/json'].schema.additionalProperties, false);
  assert.ok(put.responses['200'].content['application/json'].schema.properties.done);
  assert.deepEqual(put.responses.default, { $ref: '#/components/responses/Problem' });
  assert.ok(body.components.schemas.Problem.properties.detailZh);
  assert.deepEqual(put.parameters.at(-1), { $ref: '#/components/parameters/IdempotencyKey' });
  const page = await ask('GET', '/docs/');
  assert.equal(page.status, 200);
  assert.doesNotMatch(page.body, /https?:\/\//);
});

test('a live stream ends when the session it was opened under is over', async (t) => {
  let isIn = true;
  const live = route({
    method: 'GET',
    path: '/v1/live-people',
    summary,
    tag: 't',
    may: ['operator'],
    answer: 'events',
    async *handle({ signal }) {
      yield { event: 'first', data: 1 };
      await new Promise((resolve) => signal!.addEventListener('abort', resolve));
    },
  });
  const person = { id: 'P', roles: ['operator'], sessionId: 'S' };
  const title = { en: 'Follow it', zh: '实时跟踪' };
  const action = { title, roles: ['operator'], isForMachines: false, routes: ['GET /v1/live-people'] } as const;
  const callerOf = () => ({ kind: 'operator', actor: 'lin', person }) as const;
  const { url } = await start(t, [live], {
    callerOf,
    permissions: permissionsOf({ 'live:read': action }),
    isStillIn: async ({ sessionId }) => sessionId === 'S' && isIn,
  });
  const reader = (await fetch(`${url}/v1/live-people`)).body!.getReader();
  const read = async () => Buffer.from((await reader.read()).value ?? []).toString();
  assert.match((await read()) + (await read()), /event: first/);
  isIn = false;
  for (;;) if ((await reader.read()).done) break;
});

test('a route for people lets no token in, and two people do not share an Idempotency-Key', async (t) => {
  const { pool } = await testDatabase(t);
  const own = route({
    method: 'POST',
    path: '/v1/own-people',
    summary,
    tag: 't',
    may: ['operator'],
    needsPerson: true,
    handle: ({ caller }) => new Reply(personOf(caller)!.id),
  });
  const { ask } = await start(t, [own], {
    idempotency: { pool },
    callerOf: ({ authorization }) => ({
      kind: 'operator',
      actor: 'token',
      ...(authorization ? { person: { id: authorization, roles: [], sessionId: 'S' } } : {}),
    }),
  });
  assert.equal((await ask('POST', '/v1/own-people')).body.code, 'person_needed');
  const as = (authorization: string) =>
    ask('POST', '/v1/own-people', undefined, { authorization, 'idempotency-key': 'one' });
  assert.deepEqual([(await as('lin')).body, (await as('gu')).body, (await as('lin')).body], ['lin', 'gu', 'lin']);
});

test('the console: its files, its page at every address that is no file, a policy and no cookie', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian console '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Console</title>');
  writeFileSync(join(folder, 'assets', 'a-1.js'), 'export {};');
  writeFileSync(join(folder, '..', 'feiqian-outside.txt'), 'outside');
  t.after(() => rmSync(join(folder, '..', 'feiqian-outside.txt')));
  const { ask } = await start(t, [open], { consoleFolder: folder });
  for (const path of ['/', '/payments/abc', '/index.html']) {
    const page = await ask('GET', path);
    assert.deepEqual([page.status, page.headers.get('content-type')], [200, 'text/html; charset=utf-8'], path);
    assert.equal(page.headers.get('set-cookie'), null);
    assert.match(page.headers.get('content-security-policy')!, /script-src 'self';/);
    assert.equal(page.headers.get('x-content-type-options'), 'nosniff');
  }
  const file = await ask('GET', '/assets/a-1.js');
  assert.deepEqual([file.status, file.body], [200, 'export {};']);
  assert.match(file.headers.get('cache-control')!, /immutable/);
  assert.equal(file.headers.get('set-cookie'), null);
  assert.deepEqual((await ask('GET', '/assets/none.js')).body.code, 'path_not_found');
  assert.equal((await ask('GET', '/v1/none')).body.code, 'path_not_found');
  assert.notEqual((await ask('GET', '/..%2ffeiqian-outside.txt')).status, 200);
});

test('a write under a key is done once, whatever came of it', async (t) => {
  const { pool } = await testDatabase(t);
  let count = 0;
  let act: () => unknown = () => ({ count });
  const counted = route({
    method: 'POST',
    path: '/v1/acts',
    summary,
    tag: 't',
    may: ['nobody'],
    status: 201,
    body: Type.Object({ a: Type.Integer() }),
    handle: () => {
      count += 1;
      return act();
    },
  });
  const { ask } = await start(t, [counted], { idempotency: { pool } });
  const send = (key: string, a: number, headers = {}) =>
    ask('POST', '/v1/acts', { a }, { 'idempotency-key': key, ...headers });
  const first = await send('k1', 1);
  assert.deepEqual([first.status, first.body], [201, { count: 1 }]);
  const again = await send('k1', 1);
  assert.deepEqual([again.status, again.body, again.headers.get('idempotency-replayed')], [201, { count: 1 }, 'true']);
  assert.deepEqual((await send('k1', 2)).body.code, 'idempotency_key_reused');
  assert.deepEqual((await send('k1', 1, { authorization: 'Bearer bank' })).body, { count: 2 });
  assert.equal((await send('bad key', 1)).body.code, 'idempotency_key_malformed');

  act = () => {
    throw new Refusal('payment_not_found');
  };
  const refused = await send('k2', 1);
  assert.deepEqual((await send('k2', 1)).body, refused.body);
  act = () => {
    throw new Error('lost');
  };
  assert.equal((await send('k3', 1)).status, 500);
  assert.equal((await send('k3', 1)).body.code, 'idempotency_outcome_unknown');
  assert.equal(count, 4);

  let go: () => void = () => undefined;
  const working = new Promise<void>((begun) => {
    act = () =>
      new Promise((resolve) => {
        go = () => resolve({});
        begun();
      });
  });
  const slow = send('k4', 1);
  await working;
  assert.equal((await send('k4', 1)).body.code, 'idempotency_in_flight');
  go();
  assert.equal((await slow).status, 201);

  await pool.query(`update platform.idempotency_keys set created_at = '2020-01-01' where key = 'k1'`);
  await new IdempotencyKeys(pool).forgetOld();
  const { rows } = await pool.query<{ key: string }>('select distinct key from platform.idempotency_keys order by 1');
  assert.deepEqual(
    rows.map(({ key }) => key),
    ['k2', 'k3', 'k4'],
  );
});
