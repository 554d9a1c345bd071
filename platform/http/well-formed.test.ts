// What an address may say is held to what can be held.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Type } from '@sinclair/typebox';
import { BusinessDaySchema, listQuery, MomentSchema } from './schemas.ts';
import { route, start, summary } from './testing.ts';

test('a moment or day that nobody could hold is refused where it is given, and so is a cursor made up of one', async (t) => {
  const { ask } = await start(t, [
    route({
      method: 'GET',
      path: '/v1/list',
      summary,
      tag: 't',
      may: ['nobody'],
      query: listQuery({ since: Type.Optional(MomentSchema), day: Type.Optional(BusinessDaySchema) }),
      // As PostgreSQL complains of what a cursor says.
      handle: ({ query }) => {
        if (query.day !== undefined) throw Object.assign(new Error('invalid input syntax'), { code: '22007' });
        return query;
      },
    }),
  ]);
  const list = (query: string) => ask('GET', `/v1/list?${query}`);
  for (const since of ['2026-11-25T14:00:00Z', '2026-11-25T14:00:00.5%2B15:59', '1900-01-01T00:00:00-12:00']) {
    assert.equal((await list(`since=${since}`)).status, 200, since);
  }
  const nowhere = [
    'since=0000-01-01T00:00:00Z', 'since=0001-01-01T00:00:00%2B14:00', 'since=9999-12-31T23:59:59-12:00',
    'since=2026-11-25T14:00:00%2B23:59', 'since=2026-02-30T00:00:00Z', 'day=0000-01-01', 'day=2026-02-30',
  ];
  for (const query of nowhere) {
    const { status, body } = await list(query);
    assert.deepEqual([status, body.code, body.field], [400, 'malformed_request', `?${query.split('=')[0]}`], query);
  }
  assert.equal((await list('day=2026-02-28&after=x')).body.code, 'cursor_malformed');
  assert.equal((await list('day=2026-02-28')).body.code, 'fault', 'nobody’s cursor: a fault of ours');
}); // prettier-ignore
