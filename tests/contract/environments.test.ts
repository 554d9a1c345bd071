// Every operation of the API in the sandbox and the certification environment of an organisation: as nobody, as another tenant, as
// one that has none, by keys of other environments; and with another tenant's ids in one's own.
import assert from 'node:assert/strict';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { type Caller, type Route } from '../../platform/http/index.ts';
import { OPERATOR, type RunningApi } from './testing.ts';
import {
  AURORA, callerOf, check, givenEnvironment, LOTUS, MERIDIAN, NOVA, freshPacs008, startWithOrganisations,
} from './testing-environments.ts'; // prettier-ignore

const KINDS = ['sandbox', 'certification'] as const;
const STRANGER: Caller = { kind: 'participant', actor: 'x', participantId: 'XXXXCNBJ' };

/** Names in the path filled with what an environment of the demo country has. */
const filled = ({ path }: Route): string =>
  path
    .replace('/participants/{id}', `/participants/${LOTUS}`)
    .replace('/messages/{id}', `/messages/${LOTUS}-1`)
    .replace('{id}', randomUUID())
    .replace('{code}', `settlement:${LOTUS}`)
    .replace('{date}', '2027-04-15')
    .replace('{leaf}', '0')
    .replace('{priority}', 'urgent')
    .replace('{counterparty}', 'all')
    .replace('{kind}', 'link-cut');

/** Routes below a base; a stream's answer has no end to wait for, and is refused before it begins. */
const routesOf = ({ mounts }: RunningApi): readonly Route[] => mounts[0]!.routes;

test('another tenant’s environment, one’s own that is not there and one of nobody answer the same to every operation', async (t) => {
  const api = await startWithOrganisations(t);
  for (const kind of KINDS) await givenEnvironment(api, AURORA, kind);
  assert.ok(routesOf(api).length > 50);
  for (const kind of KINDS) {
    for (const route of routesOf(api)) {
      const path = filled(route);
      const seen = async (who: string | Caller | undefined, organisation: string) => {
        const { status, body } = await api.ask(who, route.method, `/${kind}/${organisation}${path}`, bodyOf(route));
        return [status, body.code, body.detail, body.field];
      };
      const name = `${route.method} ${path}`;
      const nothing = await seen(MERIDIAN, 'NOWHERE');
      assert.deepEqual(nothing.slice(0, 2), [404, 'environment_not_found'], name);
      for (const who of [MERIDIAN, callerOf(NOVA), STRANGER]) {
        assert.deepEqual(await seen(who, AURORA), nothing, `${name} as ${JSON.stringify(who)}`);
      }
      assert.deepEqual(await seen(MERIDIAN, MERIDIAN), nothing, `${name}: its own, which is not there`);
      assert.equal((await seen(undefined, AURORA))[0], 401, `${name} as nobody`);
    }
  }
});

test('in its own environment a tenant is a participant, and what is another’s there answers as what does not exist', async (t) => {
  const api = await startWithOrganisations(t);
  for (const organisation of [AURORA, MERIDIAN]) await givenEnvironment(api, organisation);
  const { date } = (await api.ask(AURORA, 'GET', `/sandbox/${AURORA}/v1/environment`)).body.clock;
  const xml = freshPacs008({ from: AURORA, to: LOTUS, amount: '5.00', date });
  await api.ask(AURORA, 'POST', `/sandbox/${AURORA}/v1/messages`, xml);
  const { id } = (await api.ask(AURORA, 'GET', `/sandbox/${AURORA}/v1/payments`)).body.items[0];
  for (const path of [`/v1/payments/${id}`, `/v1/messages/${AURORA}-1`, `/v1/books/accounts/settlement:${AURORA}`]) {
    assert.equal((await api.ask(AURORA, 'GET', `/sandbox/${AURORA}${path}`)).status, 200, path);
    // Nothing of a sandbox is at live, in another tenant’s, or in one’s certification environment.
    const isOfLiveToo = path.includes('/books/');
    if (!isOfLiveToo) assert.equal((await api.ask(AURORA, 'GET', path)).status, 404, `${path} at live`);
    assert.equal((await api.ask(MERIDIAN, 'GET', `/sandbox/${MERIDIAN}${path}`)).status, 404, path);
    assert.equal((await api.ask(OPERATOR, 'GET', `/sandbox/${MERIDIAN}${path}`)).status, 404, path);
  }
  for (const route of routesOf(api).filter(({ own, path }) => own === true && path.includes('{'))) {
    const { status } = await api.ask(AURORA, route.method, `/sandbox/${AURORA}${filled(route)}`, bodyOf(route));
    assert.equal(status, 404, `${route.method} ${route.path}`);
  }
  for (const route of routesOf(api).filter(({ may }) => !may.includes('participant'))) {
    const { status } = await api.ask(AURORA, route.method, `/sandbox/${AURORA}${filled(route)}`, bodyOf(route));
    assert.equal(status, 403, `${route.method} ${route.path}`);
  }
  const looked = await api.ask(OPERATOR, 'GET', `/sandbox/${AURORA}/v1/payments/${id}`);
  assert.equal(looked.status, 200, 'the central bank may look into all');
});

test('a key is let in by its own environment and refused by the others', async (t) => {
  const api = await startWithOrganisations(t);
  const bases = { live: '', sandbox: '', certification: '' };
  for (const kind of KINDS) bases[kind] = await givenEnvironment(api, AURORA, kind);
  const all = ['live', ...KINDS] as const;
  for (const environment of all) {
    const key = { environment, label: 'reader', scopes: ['payments:read'] };
    const made = check(await api.ask(AURORA, 'POST', `/v1/organisations/${AURORA}/keys`, key), 201).body;
    assert.equal(made.environment, environment);
    for (const where of all) {
      const headers = { authorization: `Bearer ${made.secret}` };
      const answer = await fetch(`${api.url}${bases[where]}/v1/payments`, { headers });
      const { code } = (await answer.json()) as { code?: string };
      const expected = where === environment ? [200, undefined] : [401, 'key_of_other_environment'];
      assert.deepEqual([answer.status, code], expected, `a key for ${environment} at ${where}`);
    }
    const others = await fetch(`${api.url}/sandbox/${MERIDIAN}/v1/payments`, {
      headers: { authorization: `Bearer ${made.secret}` },
    });
    assert.ok([401, 404].includes(others.status));
  }
});

test('live has no clock to move and nothing to reset', async (t) => {
  const api = await startWithOrganisations(t);
  assert.equal((await api.ask(OPERATOR, 'GET', '/v1/environment')).body.kind, 'live');
  const calls = [
    ['POST', '/v1/environment/clock', { act: 'next-phase' }],
    ['POST', '/v1/environment/faults', { kind: 'link-cut' }],
    ['DELETE', '/v1/environment/faults/link-cut', undefined],
    ['POST', '/v1/environment/reset', undefined],
  ] as const;
  for (const [method, path, body] of calls) {
    for (const who of [OPERATOR, AURORA]) {
      assert.equal((await api.ask(who, method, path, body)).body.code, 'environment_is_live', path);
    }
  }
});

/** In order where the order of checks asks for it. */
function bodyOf({ method, path, body }: Route): unknown {
  if (method === 'GET' || method === 'DELETE' || body === undefined) return undefined;
  if (body === 'xml') return `<a>${createHash('sha256').update(randomBytes(8)).digest('hex')}</a>`;
  if (path.endsWith('/clock')) return { act: 'next-phase' };
  if (path.endsWith('/faults')) return { kind: 'link-cut' };
  if (path.includes('/reservations/') || path.includes('/limits/')) return { amount: '5' };
  const reason = 'asked';
  if (path.endsWith('/priority')) return { priority: 'urgent', reason };
  if (path.endsWith('/position')) return { to: 'last', reason };
  return { reason };
}
