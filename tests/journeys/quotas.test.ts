// Quotas over real HTTP: what is told, what is refused, what one tenant's use is to another's, and who may change them.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { closeWithin } from '../../modules/access/index.ts';
import { formatInstant, manualClock, systemClock } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { quotaConditions } from '../../apps/server/alarm-rules.ts';
import {
  type Asked,
  givenBanks,
  OPERATOR,
  type RunningApi,
  startApi,
  TEN_O_CLOCK,
  transferXml,
} from '../contract/testing.ts';

const [A, B, C] = ['AAAACNBJ', 'BBBBCNBJ', 'CCCCCNBJ'] as const;
const SECOND = 1_000_000;
const HOUR = 3_600 * SECOND;

interface Figures {
  readonly soft: string | null;
  readonly hard: string | null;
}

async function given(t: TestContext) {
  const clock = manualClock(TEN_O_CLOCK);
  const wallClock = manualClock(TEN_O_CLOCK);
  const api = await startApi(t, undefined, { clock, quotaClock: wallClock });
  await givenBanks(api, [A, B, C], '100000000');
  for (const id of [A, B]) {
    const body = { id, kind: 'bank', name: { en: id, zh: id }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  await api.quotas.known.refresh();
  return { api, clock, wallClock };
}

function change({ ask }: RunningApi, path: string, figures: Figures, who: string | Caller = OPERATOR): Promise<Asked> {
  return ask(who, 'PUT', `/v1/organisations/${path}`, { ...figures, reason: 'agreed' });
}

async function quotaOf({ ask }: RunningApi, id: string, service: string, measure: string) {
  const { body } = await ask(OPERATOR, 'GET', `/v1/organisations/${id}/quotas`);
  return body.items.find((each: Record<string, string>) => each.service === service && each.measure === measure);
}

const send = (api: RunningApi, n: number, from: string = A, amount = '1.00') =>
  api.ask(from, 'POST', '/v1/messages', transferXml(`M${n}`, n, from, C, amount));
const codes = (answers: readonly Asked[]): string[] => answers.map(({ status, body }) => body?.code ?? String(status));
const many = <Result>(count: number, work: (n: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index + 1)));

test('what is past the hard rate is refused with the quota’s name and how long to wait, and let in after that', async (t) => {
  const { api, wallClock } = await given(t);
  assert.equal((await change(api, `${A}/quotas/settlement/requests-a-second`, { soft: '2', hard: '5' })).status, 200);
  const answers = await many(30, () => api.ask(A, 'GET', '/v1/payments'));
  assert.equal(answers.filter(({ status }) => status === 200).length, 10);
  const refused = answers.find(({ status }) => status === 429)!;
  assert.equal(refused.body.code, 'quota_exceeded');
  assert.deepEqual(refused.body.details, {
    quota: 'requests-a-second', service: 'settlement', environment: 'live', limit: '5', waitSeconds: 1,
  });
  assert.equal(refused.headers.get('retry-after'), '1');
  assert.match(refused.headers.get('ratelimit-policy')!, /^"requests-a-second";q=10;w=2, "requests-under-way";q=64;qu="concurrent-requests"$/);
  assert.match(refused.headers.get('ratelimit')!, /^"requests-a-second";r=0;t=2, /);
  // Another organisation, and another service of this one, are not the poorer for it.
  const others = await many(20, () => api.ask(B, 'GET', '/v1/payments'));
  assert.ok(others.every(({ status }) => status === 200));
  assert.equal((await api.ask(A, 'GET', '/v1/messages')).status, 200);
  assert.equal((await quotaOf(api, B, 'settlement', 'requests-a-second')).used, '20');
  wallClock.advance(SECOND);
  assert.equal(codes(await many(20, () => api.ask(A, 'GET', '/v1/payments'))).filter((each) => each === '200').length, 5);
}); // prettier-ignore

test('what is past the soft rate is told and let in, and stands among the alarms until a minute has passed', async (t) => {
  const { api, wallClock } = await given(t);
  await change(api, `${A}/quotas/settlement/requests-a-second`, { soft: '2', hard: '50' });
  const answers = await many(6, () => api.ask(A, 'GET', '/v1/payments'));
  assert.ok(answers.every(({ status }) => status === 200));
  const told = answers.filter(({ headers }) => headers.get('feiqian-quota-passed') === 'requests-a-second');
  assert.equal(told.length, 2);
  const tenant = { organisationId: A, environment: 'live' } as const;
  const passed = { tenant, service: 'settlement', measure: 'requests-a-second', isHard: false } as const;
  assert.deepEqual(api.quotas.passed(), [passed]);
  assert.equal(quotaConditions([passed])[0]!.code, 'quota-soft-passed');
  assert.equal((await quotaOf(api, A, 'settlement', 'requests-a-second')).isPastSoft, true);
  wallClock.advance(61 * SECOND);
  assert.deepEqual(api.quotas.passed(), []);
});

test('no more are under way at once than the quota says, and each that ends makes room', async (t) => {
  const { api } = await given(t);
  await change(api, `${A}/quotas/messages/requests-under-way`, { soft: null, hard: '3' });
  const answers = await many(12, (n) => send(api, n));
  const done = answers.filter(({ status }) => status === 200).length;
  assert.ok(done >= 3, `${done}`);
  const refused = answers.filter(({ status }) => status === 429);
  assert.equal(done + refused.length, 12);
  for (const { body } of refused) assert.equal(body.details.quota, 'requests-under-way');
  // Held open by hand: three streams, and the fourth is refused until one of them ends.
  const authorization = `Bearer ${api.tokenOf(A)}`;
  const open = async () => {
    const control = new AbortController();
    const answer = await fetch(`${api.url}/v1/messages/stream`, { headers: { authorization }, signal: control.signal });
    return { answer, control };
  };
  const streams = [await open(), await open(), await open()];
  assert.ok(streams.every(({ answer }) => answer.status === 200));
  assert.equal((await send(api, 50)).body.details.quota, 'requests-under-way');
  assert.equal((await quotaOf(api, A, 'messages', 'requests-under-way')).left, '0');
  streams[0]!.control.abort();
  while ((await quotaOf(api, A, 'messages', 'requests-under-way')).used !== '2') await new Promise(setImmediate);
  assert.equal((await send(api, 51)).status, 200);
  for (const { control } of streams) control.abort();
});

test('payments that come at once never pass the day’s quota, and the next day begins with nothing used', async (t) => {
  const { api, clock } = await given(t);
  await change(api, `${A}/quotas/settlement/payments-a-day`, { soft: '5', hard: '7' });
  const answers = await many(20, (n) => send(api, n));
  assert.equal(answers.filter(({ status }) => status === 200).length, 7);
  const refused = answers.filter(({ status }) => status === 429);
  assert.equal(refused.length, 13);
  const { details } = refused[0]!.body;
  assert.deepEqual([details.quota, details.limit, details.waitSeconds], ['payments-a-day', '7', 14 * 3_600]);
  assert.equal(refused[0]!.headers.get('retry-after'), String(14 * 3_600));
  const { rows } = await api.house.pool.query('select count(*)::int as count from settlement.payments');
  assert.equal(rows[0].count, 7);
  const quota = await quotaOf(api, A, 'settlement', 'payments-a-day');
  assert.deepEqual([quota.used, quota.left, quota.isPastSoft], ['7', '0', true]);
  assert.equal(quota.resetsAt, formatInstant(TEN_O_CLOCK + 14 * HOUR));
  assert.deepEqual(api.quotas.passed().map(({ measure, isHard }) => [measure, isHard]), [['payments-a-day', true]]);
  // What had come before gets its answer all the same.
  const first = answers.findIndex(({ status }) => status === 200) + 1;
  assert.equal((await send(api, first)).headers.get('feiqian-repeated'), 'true');
  assert.equal((await send(api, 100, B)).status, 200);
  clock.set(TEN_O_CLOCK + 15 * HOUR);
  assert.equal((await quotaOf(api, A, 'settlement', 'payments-a-day')).used, '0');
}); // prettier-ignore

test('value a day holds for what comes at once, and what was refused elsewhere takes nothing of it', async (t) => {
  const { api } = await given(t);
  await change(api, `${A}/quotas/settlement/value-a-day`, { soft: null, hard: '1000' });
  assert.deepEqual(codes([await send(api, 1, A, '10.01')]), ['quota_exceeded']);
  const answers = await many(10, (n) => send(api, n + 1, A, '3.00'));
  assert.equal(answers.filter(({ status }) => status === 200).length, 3);
  const quota = await quotaOf(api, A, 'settlement', 'value-a-day');
  assert.deepEqual([quota.used, quota.left], ['900', '100']);
  // Not valid, so nothing was ordered.
  await api.ask(A, 'POST', '/v1/messages', transferXml('BAD', 60, B, C, '1.00'));
  assert.equal((await quotaOf(api, A, 'settlement', 'value-a-day')).used, '900');
  assert.equal((await send(api, 70, A, '1.00')).status, 200);
});

test('the day’s count is what the rows say after the writer’s connection broke and on a second server', async (t) => {
  const { api } = await given(t);
  await many(5, (n) => send(api, n));
  await api.house.pool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity
     where application_name = 'feiqian-writer' and datname = current_database()`,
  );
  await many(4, (n) => send(api, n + 10));
  await api.quotas.reload();
  assert.equal((await quotaOf(api, A, 'settlement', 'payments-a-day')).used, '9');
});

test('a quota is changed by a system administrator alone, with a reason that is kept and shown', async (t) => {
  const { api } = await given(t);
  const path = `${A}/quotas/messages/requests-a-second`;
  const official = (role: string): Caller => ({
    kind: 'operator',
    actor: 'Li Na',
    person: { id: 'p', roles: [role], sessionId: 's' },
  });
  const figures = { soft: '10', hard: '20' };
  for (const role of ['operator', 'security-administrator', 'audit-administrator', 'viewer']) {
    assert.deepEqual(codes([await change(api, path, figures, official(role))]), ['role_missing'], role);
  }
  assert.deepEqual(codes([await change(api, path, figures, A)]), ['not_allowed']);
  const changed = await change(api, path, figures, official('system-administrator'));
  assert.equal(changed.status, 200);
  const { at, ...act } = changed.body.acts[0];
  assert.ok(at);
  assert.deepEqual(act, {
    actor: 'Li Na', service: 'messages', measure: 'requests-a-second', soft: '10', hard: '20', reason: 'agreed',
  });
  const item = await quotaOf(api, A, 'messages', 'requests-a-second');
  assert.deepEqual([item.soft, item.hard, item.isDefault], ['10', '20', false]);
  assert.equal((await quotaOf(api, B, 'messages', 'requests-a-second')).isDefault, true);
  const own = await api.ask(A, 'GET', `/v1/organisations/${A}/quotas`);
  assert.equal(own.status, 200);
  assert.deepEqual(codes([await api.ask(A, 'GET', `/v1/organisations/${B}/quotas`)]), ['organisation_not_found']);
}); // prettier-ignore

test('what is wrong about a change is refused by its code and changes nothing', async (t) => {
  const { api } = await given(t);
  const free = { soft: null, hard: null };
  const rate = 'quotas/messages/requests-a-second';
  const wrong: [string, Figures, string][] = [
    [`XXXXCNBJ/${rate}`, free, 'organisation_not_found'],
    [`${A}/quotas/messages/payments-a-day`, free, 'quota_unknown'],
    [`${A}/quotas/constructor/requests-a-second`, free, 'quota_unknown'],
    [`${A}/quotas/messages/constructor`, free, 'quota_unknown'],
    [`${A}/${rate}`, { soft: '11', hard: '10' }, 'quota_malformed'],
    [`${A}/${rate}`, { soft: '-1', hard: '10' }, 'malformed_request'],
    [`${A}/${rate}`, { soft: null, hard: '1.5' }, 'malformed_request'],
  ];
  for (const [path, figures, code] of wrong) {
    assert.deepEqual(codes([await change(api, path, figures)]), [code], path);
  }
  const by = { actor: 'a test', at: systemClock.now(), reason: 'left' };
  await inTransaction(api.house.pool, (client) => closeWithin(client, B, by, false));
  assert.deepEqual(codes([await change(api, `${B}/${rate}`, free)]), ['organisation_closed']);
  const { rows } = await api.house.pool.query(
    'select (select count(*) from quotas.quotas)::int as quotas, (select count(*) from quotas.acts)::int as acts',
  );
  assert.deepEqual(rows[0], { quotas: 0, acts: 0 });
});

test('a quota without limits refuses nothing and says nothing', async (t) => {
  const { api } = await given(t);
  for (const measure of ['requests-a-second', 'requests-under-way']) {
    await change(api, `${A}/quotas/settlement/${measure}`, { soft: null, hard: null });
  }
  const { status, headers } = await api.ask(A, 'GET', '/v1/payments');
  assert.deepEqual([status, headers.get('ratelimit'), headers.get('ratelimit-policy')], [200, null, null]);
  const { headers: operators } = await api.ask(OPERATOR, 'GET', '/v1/payments');
  assert.equal(operators.get('ratelimit'), null);
});

test('what was too much under an Idempotency-Key may be asked again under the same key', async (t) => {
  const { api, wallClock } = await given(t);
  await change(api, `${A}/quotas/settlement/payments-a-day`, { soft: null, hard: '0' });
  const ask = () =>
    fetch(`${api.url}/v1/messages`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${api.tokenOf(A)}`,
        'content-type': 'application/xml',
        'idempotency-key': 'k1',
      },
      body: transferXml('M1', 1, A, C, '1.00'),
    });
  assert.equal((await ask()).status, 429);
  await change(api, `${A}/quotas/settlement/payments-a-day`, { soft: null, hard: '1' });
  wallClock.advance(SECOND);
  const answer = await ask();
  assert.deepEqual([answer.status, answer.headers.get('idempotency-replayed')], [200, null]);
});
