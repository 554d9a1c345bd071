// Subscriptions over real HTTP: the door at live, who asks and who decides, what keeps one from leaving, prices by day, and
// that another server hears of it.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { openSubscriptions } from '../../apps/server/subscriptions.ts';
import { type Caller } from '../../platform/http/index.ts';
import { manualClock } from '../../platform/instant.ts';
import { givenBanks, member, official, OPERATOR, type RunningApi, startApi, transferXml } from './testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const own = (rest = ''): string => `/v1/organisations/${A}/subscriptions${rest}`;
const administrator = member(A, 'chen.jie', 'member-administrator', 'member-operator');
const officer = official('li.na', 'participants-officer');
const TODAY = '2027-04-15';

async function givenInstitutions(t: TestContext): Promise<RunningApi> {
  const api = await startApi(t, manualClock(Date.parse(`${TODAY}T02:00:00Z`) * 1_000));
  await givenBanks(api, [A, B], '100000');
  for (const id of [A, B]) {
    const body = { id, kind: 'bank', name: { en: `Bank ${id}`, zh: `银行${id}` }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  await api.subscriptions.refresh();
  return api;
}

/** Its subscription to a service that is open now. */
async function openOf({ ask }: RunningApi, service: string): Promise<{ id: string; state: string }> {
  const { body } = await ask(A, 'GET', own('?state=active'));
  const waiting = await ask(A, 'GET', own('?state=waiting'));
  return [...body.items, ...waiting.body.items].find((each) => each.service === service);
}

async function leave(api: RunningApi, service: string): Promise<void> {
  const { id } = await openOf(api, service);
  const { status, body } = await api.ask(administrator, 'POST', own(`/${id}/end`), {});
  assert.equal(status, 200, JSON.stringify(body));
}

test('who settles here already begins subscribed to every service, once', async (t) => {
  const api = await givenInstitutions(t);
  const { body } = await api.ask(A, 'GET', own());
  assert.deepEqual(
    body.items.map(({ service, state }: { service: string; state: string }) => `${service} ${state}`).sort(),
    ['messages active', 'settlement active', 'simulator active', 'webhooks active'],
  );
  await Promise.all([api.subscriptions.refresh(), api.subscriptions.refresh()]);
  assert.deepEqual((await api.ask(A, 'GET', own())).body, body);
  const { rows } = await api.house.pool.query('select act, count(*)::int4 from subscriptions.acts group by act');
  assert.deepEqual(rows, [{ act: 'begun', count: 8 }]);
});

test('without a subscription a service is closed at live, to people and machines, and to nobody else', async (t) => {
  const api = await givenInstitutions(t);
  await leave(api, 'webhooks');
  for (const caller of [A, administrator]) {
    const { status, body } = await api.ask(caller, 'GET', '/v1/webhook-events');
    assert.deepEqual([status, body.code, body.details], [403, 'not_subscribed', { service: 'webhooks' }]);
  }
  assert.equal((await api.ask(A, 'GET', '/v1/payments')).status, 200, 'other services stay');
  assert.equal((await api.ask(B, 'GET', '/v1/webhook-events')).status, 200, 'so do other organisations');
  assert.equal((await api.ask(OPERATOR, 'GET', '/v1/webhook-events')).status, 200, 'and the central bank');
  const again = await api.ask(administrator, 'POST', own(), { service: 'webhooks' });
  assert.deepEqual([again.status, again.body.state], [201, 'active'], 'it asks for no approval');
  assert.equal((await api.ask(A, 'GET', '/v1/webhook-events')).status, 200);
  const twice = await api.ask(administrator, 'POST', own(), { service: 'webhooks' });
  assert.deepEqual([twice.status, twice.body.code], [409, 'subscription_open']);
});

test('a sandbox needs no subscription', async (t) => {
  const api = await givenInstitutions(t);
  const made = await api.ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'sandbox' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  await leave(api, 'settlement');
  assert.equal((await api.ask(A, 'GET', '/v1/payments')).body.code, 'not_subscribed');
  assert.equal((await api.ask(A, 'GET', `/sandbox/${A}/v1/payments`)).status, 200);
});

test('without settlement no payment comes in by a message either', async (t) => {
  const api = await givenInstitutions(t);
  await leave(api, 'settlement');
  const answer = await api.ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '1.00'));
  assert.equal(answer.body.code, 'not_subscribed', JSON.stringify(answer.body));
  assert.equal((await api.ask(OPERATOR, 'GET', '/v1/payments')).body.items.length, 0);
});

test('a service that asks for it waits for an officer, who approves it or refuses it with a reason', async (t) => {
  const api = await givenInstitutions(t);
  await leave(api, 'messages');
  const asked = await api.ask(administrator, 'POST', own(), { service: 'messages' });
  assert.deepEqual([asked.status, asked.body.state], [201, 'waiting']);
  assert.equal((await api.ask(A, 'GET', '/v1/messages')).body.code, 'not_subscribed');
  const list = await api.ask(officer, 'GET', '/v1/subscriptions?state=waiting');
  assert.deepEqual(list.body.items.map(({ id }: { id: string }) => id), [asked.body.id]);
  const one = own(`/${asked.body.id}`);
  for (const caller of [administrator, A, official('he.min', 'operator')]) {
    assert.equal((await api.ask(caller, 'POST', `${one}/approve`, { reason: 'mine' })).status, 403);
  }
  const refused = await api.ask(officer, 'POST', `${one}/refuse`, { reason: 'No contact is named' });
  assert.deepEqual([refused.body.state, refused.body.decisionReason], ['refused', 'No contact is named']);
  assert.equal((await api.ask(officer, 'POST', `${one}/approve`, { reason: 'x' })).body.code, 'subscription_not_waiting');
  const second = await api.ask(administrator, 'POST', own(), { service: 'messages' });
  const approved = await api.ask(officer, 'POST', own(`/${second.body.id}/approve`), { reason: 'in order' });
  assert.deepEqual([approved.body.state, approved.body.decidedBy], ['active', 'li.na']);
  assert.equal((await api.ask(A, 'GET', '/v1/messages')).status, 200);
  assert.equal((await api.ask(A, 'GET', own())).body.items.length, 6, 'the history is kept');
}); // prettier-ignore

test('who asked never decides, not even by the rows', async (t) => {
  const api = await givenInstitutions(t);
  await leave(api, 'messages');
  const { body } = await api.ask(administrator, 'POST', own(), { service: 'messages' });
  await assert.rejects(
    api.house.pool.query(
      `update subscriptions.subscriptions set state = 'active', began_at = now(), decided_at = now(), decided_by_id = 'chen.jie'
       where subscription_id = $1`,
      [body.id],
    ),
    /check constraint/,
  );
});

test('nobody leaves settlement while payments wait, nor webhooks while one is registered', async (t) => {
  const api = await givenInstitutions(t);
  await api.ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '9000.00'));
  const hook = { url: 'https://8.8.8.8/', events: ['day.opened'] };
  const made = await api.ask(A, 'POST', `/v1/organisations/${A}/webhooks`, hook);
  for (const [service, code, details] of [
    ['settlement', 'payments_wait', { payments: 1 }],
    ['messages', 'payments_wait', { payments: 1 }],
    ['webhooks', 'webhooks_remain', { webhooks: 1 }],
  ] as const) {
    const { id } = await openOf(api, service);
    const { status, body } = await api.ask(administrator, 'POST', own(`/${id}/end`), {});
    assert.deepEqual([status, body.code, body.details], [409, code, details]);
  }
  const payment = (await api.ask(A, 'GET', '/v1/queue')).body.items[0];
  assert.equal((await api.ask(A, 'POST', `/v1/payments/${payment.id}/cancel`, { reason: 'left' })).status, 200);
  assert.equal((await api.ask(A, 'DELETE', `/v1/organisations/${A}/webhooks/${made.body.id}`, { reason: 'left' })).status, 204);
  for (const service of ['settlement', 'messages', 'webhooks']) await leave(api, service);
}); // prettier-ignore

test('another’s subscriptions are not there', async (t) => {
  const api = await givenInstitutions(t);
  const { id } = await openOf(api, 'simulator');
  const other = member(B, 'wang.wei', 'member-administrator');
  for (const [method, path, body] of [['GET', own()], ['POST', own(), { service: 'simulator' }], ['POST', own(`/${id}/end`), {}]] as const) {
    const answer = await api.ask(other, method, path, body);
    assert.deepEqual([answer.status, answer.body.code], [404, 'organisation_not_found']);
  }
}); // prettier-ignore

test('another server holds to a change after its next look', async (t) => {
  const api = await givenInstitutions(t);
  const other = await openSubscriptions(api.house.pool);
  t.after(() => other.end());
  await leave(api, 'simulator');
  await other.refresh();
  assert.equal(other.hasOf(A, 'simulator'), false);
  assert.equal(other.hasOfParticipant(A, 'simulator'), false);
  assert.equal(other.hasOf(A, 'messages'), true);
});

test('before live there is nothing to subscribe to; opened live, one has what its approval stands for', async (t) => {
  const api = await givenInstitutions(t);
  const body = { id: 'NEWORG', kind: 'fintech', name: { en: 'New', zh: '新' }, reason: 'joined' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  const itself: Caller = { kind: 'organisation', actor: 'NEWORG', organisationId: 'NEWORG' };
  const path = '/v1/organisations/NEWORG/subscriptions';
  const early = await api.ask(itself, 'POST', path, { service: 'simulator' });
  assert.deepEqual([early.status, early.body.code], [409, 'subscription_before_live']);
  await api.house.pool.query(
    `update access.organisations set live_since = created_at + interval '1 day' where organisation_id = 'NEWORG'`,
  );
  await api.subscriptions.refresh();
  const { items } = (await api.ask(itself, 'GET', path)).body;
  assert.deepEqual(items.map(({ service }: { service: string }) => service).sort(), ['messages', 'settlement']);
});

test('a price holds from its day on, and what held before is not changed', async (t) => {
  const api = await givenInstitutions(t);
  const set = (from: string, monthlyPrice: string, who: Caller = officer) =>
    api.ask(who, 'PUT', '/v1/services/messages/price', { monthlyPrice, from, reason: 'tariff' });
  assert.equal((await set('2027-04-14', '1')).body.code, 'price_date_past');
  assert.equal((await set(TODAY, '100', administrator)).status, 403);
  assert.equal((await set(TODAY, '10000')).status, 200);
  assert.equal((await set('2027-05-01', '20000')).status, 200);
  const { body } = await api.ask(A, 'GET', '/v1/services');
  const { monthlyPrice, priceFrom } = body.items.find(({ id }: { id: string }) => id === 'messages');
  assert.deepEqual([monthlyPrice, priceFrom], ['10000', TODAY]);
  const { items } = (await api.ask(A, 'GET', '/v1/services/messages/prices')).body;
  assert.deepEqual(
    items.map((each: { from: string; monthlyPrice: string; setBy: string }) => [each.from, each.monthlyPrice, each.setBy]),
    [['2027-05-01', '20000', 'li.na'], [TODAY, '10000', 'li.na']],
  );
  assert.equal((await api.ask(A, 'GET', '/v1/services/nothing/prices')).body.code, 'service_unknown');
}); // prettier-ignore
