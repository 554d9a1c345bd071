// The scopes of keys against the routes themselves: each route stands in one scope, or is for people alone.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openApiOn } from '../../apps/server/api-on.ts';
import { isReadingScope, SCOPES } from '../../modules/access/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';

/** What no key is ever allowed, whatever its scopes. */
const FOR_PEOPLE = [
  'POST /v1/organisations',
  'POST /v1/organisations/{id}/close',
  'POST /v1/organisations/{id}/keys',
  'POST /v1/organisations/{id}/keys/{keyId}/revoke',
  'POST /v1/evidence/keys',
  'POST /v1/day/close',
  'POST /v1/day/extend',
  'GET /v1/demo',
  'POST /v1/demo/pause',
  'POST /v1/demo/resume',
  'POST /v1/demo/stop',
  'PUT /v1/demo/speed',
];

test('every route stands in exactly one scope or is for people alone, and reading scopes only read', async (t) => {
  const { url } = await testDatabase(t);
  const { house, api } = await openApiOn(url, systemClock);
  t.after(() => house.close());
  const closed = api.routes.filter(({ may }) => !may.includes('nobody'));
  const routes = closed.map(({ method, path }) => `${method} ${path}`).sort();
  const scoped = Object.values(SCOPES).flatMap((scope) => scope.routes);
  assert.deepEqual([...scoped, ...FOR_PEOPLE].sort(), routes);
  for (const [name, scope] of Object.entries(SCOPES)) {
    if (isReadingScope(name)) assert.ok(scope.routes.every((each) => each.startsWith('GET ')), name);
    assert.match(scope.title.zh, /[\u4e00-\u9fff]/, name);
  }
}); // prettier-ignore
