// Quotas of an organisation's sandbox: its own, apart from those of live, and of another's.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATOR } from '../contract/testing.ts';
import { AURORA, check, givenEnvironment, MERIDIAN, startWithOrganisations } from '../contract/testing-environments.ts';

test('what is asked of a sandbox uses up the sandbox’s quota alone, and one that is used up opens no house', async (t) => {
  const api = await startWithOrganisations(t);
  for (const organisation of [MERIDIAN, AURORA]) await givenEnvironment(api, organisation);
  const path = `/v1/organisations/${MERIDIAN}/quotas/settlement/requests-a-second`;
  const change = { environment: 'sandbox', soft: null, hard: '2', reason: 'a test' };
  check(await api.ask(OPERATOR, 'PUT', path, change), 200);
  const ask = (who: string, base: string) => api.ask(who, 'GET', `${base}/v1/payments`);
  const answers = await Promise.all(Array.from({ length: 12 }, () => ask(MERIDIAN, `/sandbox/${MERIDIAN}`)));
  const refused = answers.filter(({ status }) => status === 429);
  assert.ok(answers.some(({ status }) => status === 200) && refused.length >= 4, String(refused.length));
  const { environment, service, quota } = refused[0]!.body.details;
  assert.deepEqual([environment, service, quota], ['sandbox', 'settlement', 'requests-a-second']);
  // Whatever another's sandbox, or one that is not there, would answer.
  const elsewhere = await Promise.all(Array.from({ length: 12 }, () => ask(MERIDIAN, `/sandbox/${AURORA}`)));
  assert.ok(elsewhere.some(({ status }) => status === 429));
  assert.equal((await ask(MERIDIAN, '')).status, 200);
  assert.equal((await ask(AURORA, `/sandbox/${AURORA}`)).status, 200);
  const quotasOf = async (query: string) =>
    (await api.ask(MERIDIAN, 'GET', `/v1/organisations/${MERIDIAN}/quotas${query}`)).body;
  const limitIn = ({ items }: { items: { service: string; measure: string; hard: string }[] }) =>
    items.find((each) => each.service === 'settlement' && each.measure === 'requests-a-second')?.hard;
  const [live, sandbox] = [await quotasOf(''), await quotasOf('?environment=sandbox')];
  assert.deepEqual([live.environment, limitIn(live), live.acts.length], ['live', '200', 0]);
  assert.deepEqual([sandbox.environment, limitIn(sandbox), sandbox.acts.length], ['sandbox', '2', 1]);
  const measures = sandbox.items.map(({ measure }: { measure: string }) => measure);
  assert.ok(!measures.includes('payments-a-day'), 'payments that move no money are not counted');
});

test('a difference shows what approving a change of a quota makes', async (t) => {
  const api = await startWithOrganisations(t);
  const template = '/v1/organisations/{id}/quotas/{service}/{measure}';
  const route = api.routes.find(({ method, path }) => method === 'PUT' && path === template)!;
  const params = { id: MERIDIAN, service: 'messages', measure: 'requests-a-second' };
  const lines = await route.difference!({ params, body: { soft: null, hard: '50', reason: 'x' } } as never);
  assert.deepEqual(
    lines.map(({ before, after }) => [before, after]),
    [
      ['800', null],
      ['1000', '50'],
    ],
  );
});
