// Every mistake a caller may make, over real HTTP: its problem names it.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from '@sinclair/typebox';
import { testDatabase } from '../postgres/testing.ts';
import { decodeCursor } from './cursor.ts';
import { listQuery } from './schemas.ts';
import { open, route, start, summary } from './testing.ts';

test('every mistake in a request has its problem, with the field to blame and both languages', async (t) => {
  const { pool } = await testDatabase(t);
  const { ask } = await start(
    t,
    [
      route({
        ...{ method: 'POST', path: '/v1/things', summary, tag: 't', may: ['participant'] },
        body: Type.Object({ name: Type.String(), size: Type.Object({ width: Type.Integer() }) }),
        handle: ({ body }) => body,
      }),
      route({
        ...{ method: 'GET', path: '/v1/things', summary, tag: 't', may: ['participant'], query: listQuery({}) },
        handle: ({ query }) => decodeCursor(query.after, 1) ?? [],
      }),
    ],
    { idempotency: { pool } },
  );
  const bank = { authorization: 'Bearer bank' };
  const json = { ...bank, 'content-type': 'application/json' };
  const good = { name: 'a', size: { width: 1 } };
  const cases: [string, string, unknown, Record<string, string>, number, string, string | undefined][] = [
    ['POST', '/v1/things', '{"name":', json, 400, 'malformed_request', undefined],
    ['POST', '/v1/things', { ...good, more: 1 }, bank, 400, 'malformed_request', '/more'],
    ['POST', '/v1/things', { name: 'a', size: { width: '1' } }, bank, 400, 'malformed_request', '/size/width'],
    ['POST', '/v1/things', { name: 'a' }, bank, 400, 'malformed_request', '/size'],
    ['POST', '/v1/things', '<a/>', { ...bank, 'content-type': 'application/xml' }, 415, 'media_type_unknown', 'Content-Type'],
    ['POST', '/v1/things', 'a', { ...bank, 'content-type': 'text/csv' }, 415, 'media_type_unknown', undefined],
    ['POST', '/v1/things', { ...good, name: 'a'.repeat(1_100_000) }, bank, 413, 'body_too_large', undefined],
    ['POST', '/v1/things', good, {}, 401, 'token_missing', undefined],
    ['POST', '/v1/things', good, { authorization: 'Bearer other' }, 401, 'token_unknown', undefined],
    ['POST', '/v1/things', good, { ...bank, 'idempotency-key': 'with space' }, 400, 'idempotency_key_malformed', 'Idempotency-Key'],
    ['GET', '/v1/things?colour=red', undefined, bank, 400, 'malformed_request', '?colour'],
    ['GET', '/v1/things?limit=0', undefined, bank, 400, 'malformed_request', '?limit'],
    ['GET', '/v1/things?after=nonsense', undefined, bank, 400, 'cursor_malformed', '?after'],
    ['DELETE', '/v1/things', undefined, bank, 405, 'method_not_allowed', undefined],
    ['GET', '/v1/other', undefined, bank, 404, 'path_not_found', undefined],
  ]; // prettier-ignore
  for (const [method, path, body, headers, status, code, field] of cases) {
    const answer = await ask(method, path, body, headers);
    const name = `${method} ${path} ${code}`;
    assert.deepEqual([answer.status, answer.body.code, answer.body.field], [status, code, field], name);
    assert.match(answer.headers.get('content-type')!, /^application\/problem\+json/, name);
    assert.match(answer.body.detail, /^[A-Z].*\.$/, name);
    assert.match(answer.body.detailZh, /[\u4e00-\u9fff].*。$/, name);
    assert.equal(answer.body.requestId, answer.headers.get('x-request-id'), name);
  }
  const keyed = { ...bank, 'idempotency-key': 'k1' };
  assert.equal((await ask('POST', '/v1/things', good, keyed)).status, 200);
  const reused = await ask('POST', '/v1/things', { ...good, name: 'b' }, keyed);
  assert.deepEqual([reused.status, reused.body.code], [422, 'idempotency_key_reused']);
  assert.equal((await ask('DELETE', '/v1/things', undefined, bank)).headers.get('allow'), 'GET, POST');
});

test('more requests than the server takes are told to come again, and nothing was done', async (t) => {
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  let arrived = (): void => undefined;
  const isHeld = new Promise<void>((resolve) => (arrived = resolve));
  const slow = route({
    ...{ method: 'GET', path: '/v1/slow', summary, tag: 't', may: ['nobody'] },
    handle: async () => {
      arrived();
      await held;
      return { ok: true };
    },
  });
  const { ask } = await start(t, [slow, open], { maxUnderWay: 1 });
  const first = ask('GET', '/v1/slow');
  await isHeld;
  const refused = await ask('GET', '/v1/open');
  assert.deepEqual([refused.status, refused.body.code, refused.headers.get('retry-after')], [503, 'overloaded', '1']);
  release();
  assert.equal((await first).status, 200);
  assert.equal((await ask('GET', '/v1/open')).status, 200);
});
