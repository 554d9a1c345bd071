// An organisation leaves, over real HTTP: it asks, what is in the way is named by its code until nothing is, an officer and two
// others close it, and then nobody comes in by it, nothing is sent to it, and the central bank reads what it kept.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { decide, name, refused } from './testing-approvals.ts';
import { until } from './testing-environments.ts';
import {
  type Asked, givenBanks, member, official, OPERATOR, type RunningApi, startApi, transferXml,
} from './testing.ts'; // prettier-ignore

const [A, B, HOUSE] = ['AAAACNBJ', 'BBBBCNBJ', 'HOUSCNBJ'] as const;
const officer = official('sun.mei', 'participants-officer');
const [first, second] = [official('zhao.yi', 'supervisor'), official('qian.er', 'supervisor')];
const administrator = member(A, 'chen.jie', 'member-administrator');
const reason = 'merged into another bank';
const CLOSING = `/v1/organisations/${A}/closing`;

/** A bank with an administrator, a key, a webhook and a sandbox. */
async function givenBank(t: TestContext): Promise<RunningApi & { readonly secret: string }> {
  const api = await startApi(t);
  const { ask } = api;
  await givenBanks(api, [A, B, HOUSE], '100000');
  for (const id of [A, B]) {
    const organisation = { id, kind: 'bank', name: name(id), participantId: id, reason: 'joined' };
    assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  }
  const person = { login: 'chen.jie', name: '陈洁', roles: ['member-administrator'] };
  assert.equal((await ask(A, 'POST', '/v1/people', person)).status, 201);
  const key = await ask(A, 'POST', `/v1/organisations/${A}/keys`, { label: 'x', scopes: ['organisations:read'] });
  const hook = { url: 'https://8.8.8.8/', events: ['day.opened'] };
  assert.equal((await ask(A, 'POST', `/v1/organisations/${A}/webhooks`, hook)).status, 201);
  return { ...api, secret: key.body.secret };
}

const codesOf = ({ body }: Asked): string[] => body.obstacles.map(({ code }: { code: string }) => code);
const close = ({ ask }: RunningApi, who: string | Caller = OPERATOR): Promise<Asked> =>
  ask(who, 'POST', `/v1/organisations/${A}/close`, { reason });
const change = async ({ ask }: RunningApi, path: string, body: object, method = 'PUT'): Promise<void> => {
  const { status, body: answer } = await ask(OPERATOR, method, path, { reason, ...body });
  assert.ok(status < 300, `${path}: ${JSON.stringify(answer)}`);
};
const ofA = (path: string): string => `/v1/participants/${A}/${path}`;

test('closing is asked for by the institution, and refused by the code of what is in the way until nothing is', async (t) => {
  const api = await givenBank(t);
  const { ask } = api;
  assert.deepEqual(codesOf(await ask(A, 'GET', CLOSING)), ['closing_not_asked', 'closing_not_left', 'closing_money_on_account']);
  refused(await close(api, officer), 409, 'closing_not_asked');
  refused(await ask(officer, 'POST', CLOSING, { reason }), 403, 'not_allowed');
  refused(await ask(member(A, 'wang.wei', 'member-operator'), 'POST', CLOSING, { reason }), 403, 'role_missing');
  refused(await ask(member(B, 'hu.bei', 'member-administrator'), 'POST', CLOSING, { reason }), 404, 'organisation_not_found');
  assert.equal((await ask(administrator, 'POST', CLOSING, { reason })).body.state, 'asked');
  assert.equal((await ask(administrator, 'DELETE', CLOSING)).body.state, 'active');
  refused(await ask(administrator, 'DELETE', CLOSING), 409, 'closing_not_asked');
  await ask(administrator, 'POST', CLOSING, { reason });

  await change(api, ofA('collateral'), { collateral: [{ security: name('bond'), marketValue: '5000', haircutPercent: '0' }] });
  await change(api, ofA('minimum-reserve'), { amount: '7' });
  await ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '99999.00'));
  const positions = [{ participant: A, net: '-10' }, { participant: B, net: '10' }];
  const batch = await ask(HOUSE, 'POST', '/v1/clearing', { reference: 'R1', positions, informationMinutes: 60 });
  const indirect = { bic: 'INDRCNBJ', kind: 'indirect', settlesThrough: A, name: name('Indirect'), joinedOn: '2027-01-04' };
  assert.equal((await ask(OPERATOR, 'POST', '/v1/participants', indirect)).status, 201);
  const all = [
    'closing_not_left', 'closing_money_on_account', 'closing_payments_wait', 'closing_clearing_batch_open',
    'closing_credit_line_open', 'closing_reserve_open', 'closing_indirect_participants',
  ];
  assert.deepEqual(codesOf(await ask(A, 'GET', CLOSING)), all);

  await change(api, ofA('funding'), { direction: 'take-back', amount: '100000' }, 'POST');
  refused(await close(api), 409, 'closing_not_left');
  await change(api, ofA('leave'), {}, 'POST');
  const { items } = (await ask(OPERATOR, 'GET', '/v1/queue')).body;
  refused(await close(api), 409, 'closing_payments_wait');
  for (const { id } of items) await change(api, `/v1/payments/${id}/cancel`, {}, 'POST');
  refused(await close(api), 409, 'closing_clearing_batch_open');
  await change(api, `/v1/clearing/${batch.body.id}/revoke`, {}, 'POST');
  refused(await close(api), 409, 'closing_credit_line_open');
  await change(api, ofA('collateral'), { collateral: [] });
  refused(await close(api), 409, 'closing_reserve_open');
  await change(api, ofA('minimum-reserve'), { amount: '0' });
  refused(await close(api), 409, 'closing_indirect_participants');
  await change(api, '/v1/participants/INDRCNBJ/leave', {}, 'POST');
  assert.deepEqual(codesOf(await ask(A, 'GET', CLOSING)), []);
  assert.equal((await close(api)).status, 200);
}); // prettier-ignore

/** Nothing is in its way, and it has asked. */
async function givenLeaver(t: TestContext): Promise<RunningApi & { readonly secret: string }> {
  const api = await givenBank(t);
  await change(api, ofA('funding'), { direction: 'take-back', amount: '100000' }, 'POST');
  await change(api, ofA('leave'), {}, 'POST');
  assert.equal((await api.ask(administrator, 'POST', CLOSING, { reason })).status, 200);
  return api;
}

test('an officer and two others close it: keys, people, webhooks and databases end, its history stays', async (t) => {
  const api = await givenLeaver(t);
  const { ask, house, secret, url } = api;
  const made = await ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'sandbox' });
  assert.equal(made.status, 201);
  const databases = async (): Promise<number> =>
    (await house.pool.query(`select 1 from pg_database where datname like 'feiqian_sandbox_%' and datname = any(
       select database_name from environments.environments)`)).rowCount!;
  const { rows: [row] } = await house.pool.query('select database_name as name from environments.environments');
  assert.equal(await databases(), 1);

  const question = { kind: 'question', subject: 'Leaving', text: 'What is missing?' };
  const { id: caseId } = (await ask(A, 'POST', `/v1/organisations/${A}/cases`, question)).body;

  const held = await close(api, officer);
  assert.equal(held.status, 202, JSON.stringify(held.body));
  refused(await decide(api, officer, 'approve', held), 403, 'approval_own');
  await decide(api, first, 'approve', held);
  assert.equal((await ask(A, 'GET', CLOSING)).body.state, 'asked');
  assert.equal((await decide(api, second, 'approve', held)).body.state, 'carried-out');

  const headers = { authorization: `Bearer ${secret}` };
  const answer = await fetch(`${url}/v1/organisations/${A}`, { headers });
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [401, 'key_revoked']);
  refused(await ask(administrator, 'POST', CLOSING, { reason }), 404, 'organisation_not_found');
  refused(await ask(A, 'GET', '/v1/payments'), 401, 'token_unknown');
  assert.equal((await ask(B, 'GET', '/v1/payments')).status, 200);
  const count = async (query: string): Promise<number> => (await house.pool.query(query)).rowCount!;
  assert.equal(await count(`select 1 from people.people where organisation_id = '${A}' and state <> 'left'`), 0);
  assert.equal(await count(`select 1 from people.enrolments where used_at is null and withdrawn_at is null`), 0);
  assert.equal(await count(`select 1 from webhooks.endpoints where state <> 'removed'`), 0);
  assert.equal(await count(`select 1 from pg_database where datname = '${row.name}'`), 0);

  const closed = await ask(OPERATOR, 'GET', CLOSING);
  assert.equal(closed.body.state, 'closed');
  const support = (await ask(officer, 'GET', `/v1/organisations/${A}/cases/${caseId}`)).body;
  assert.deepEqual([support.state, support.posts.length], ['closed', 2], 'what was asked stays to be read');
  refused(await ask(officer, 'POST', `/v1/organisations/${A}/cases/${caseId}/answer`, { text: 'x' }), 409, 'organisation_closed');
  const auditor = official('lu.an', 'audit-administrator');
  for (const path of ['', '/keys', '/closing', '/conformance', '/environments', '/going-live', '/usage']) {
    assert.equal((await ask(path === '/keys' || path === '' ? auditor : OPERATOR, 'GET', `/v1/organisations/${A}${path}`)).status, 200, path);
  }
  const { acts } = (await ask(OPERATOR, 'GET', `/v1/organisations/${A}`)).body;
  assert.deepEqual(acts.slice(0, 4).map(({ act }: { act: string }) => act), ['closing-finished', 'closed', 'key-revoked', 'closing-asked']);
  assert.equal((await ask(OPERATOR, 'GET', `/v1/participants/${A}`)).status, 200);
  const { rows: [last] } = await house.pool.query('select max(number)::int as number from access.acts');
  await until('the acts to be in the evidence', async () =>
    (house.writer.memory.evidence.actsThrough['access.acts'] ?? 0) >= last.number || undefined);
}); // prettier-ignore

test('what closed meanwhile, or came in the way again after it was put forward, is not closed', async (t) => {
  const api = await givenLeaver(t);
  const held = await close(api, officer);
  await change(api, ofA('resume'), {}, 'POST');
  for (const who of [first, second]) await decide(api, who, 'approve', held);
  const { body } = await api.ask(officer, 'GET', `/v1/approvals/${held.body.id}`);
  assert.deepEqual([body.state, body.outcome.code], ['failed', 'closing_not_left']);
});

test('the central bank’s own organisation is not closed, and one without an administrator needs no asking', async (t) => {
  const { ask } = await startApi(t);
  for (const [id, kind] of [['CBNKCNBJ', 'central-bank'], ['LOST', 'fintech']]) {
    assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', { id, kind, name: name(id!), reason })).status, 201);
  }
  const closeOf = (id: string) => ask(OPERATOR, 'POST', `/v1/organisations/${id}/close`, { reason });
  refused(await closeOf('CBNKCNBJ'), 409, 'closing_of_central_bank');
  assert.equal((await closeOf('LOST')).body.state, 'closed');
  refused(await closeOf('LOST'), 409, 'organisation_closed');
  refused(await closeOf('NONE'), 404, 'organisation_not_found');
}); // prettier-ignore
