// Four-eyes over acts that answer a secret: others approve what they see, the maker alone does it and sees the answer, once.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { CLIENT, startProvider } from '../../modules/people/testing-provider.ts';
import { type Clock, manualClock, systemClock } from '../../platform/instant.ts';
import { isDone } from '../../platform/writer/done-once.ts';
import { givenPolicy, official, OPERATOR, type RunningApi, startApi, TEN_O_CLOCK } from './testing.ts';
import { decide, HOUR, name, refused } from './testing-approvals.ts';

const FIRM = 'FIRM';
const first = official('xu.min', 'security-administrator');
const second = official('tan.yue', 'security-administrator');
const ROLES = ['security-administrator', 'member-administrator'];
const INVITED = { organisationId: FIRM, login: 'su.yun', name: '苏云', roles: ['member-administrator'] };

async function startFirm(t: TestContext, actions: readonly string[], clock: Clock = systemClock): Promise<RunningApi> {
  const api = await startApi(t, clock);
  const firm = { id: FIRM, kind: 'fintech', name: name('Firm'), reason: 'joined' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', firm)).status, 201);
  for (const action of actions) await givenPolicy(api, action, 1, { roles: ROLES });
  return api;
}

const invite = ({ ask }: RunningApi, who = first, body: object = INVITED) => ask(who, 'POST', '/v1/people', body);

test('an invitation is approved by one administrator, and made once by the other, who alone sees the link', async (t) => {
  const api = await startFirm(t, ['people:write']);
  const held = await invite(api);
  assert.equal(held.status, 202, JSON.stringify(held.body));
  assert.deepEqual([held.body.byMaker, held.body.takeUntil], [true, null]);
  assert.deepEqual(
    held.body.difference.map(({ after }: { after: string }) => after),
    ['苏云 (su.yun)', FIRM, 'Administrator of an institution 机构管理员'],
  );
  assert.equal((await invite(api)).status, 202, 'before it is approved the same call is another request');
  const approved = await decide(api, second, 'approve', held);
  assert.equal(approved.body.state, 'approved');
  assert.ok(approved.body.takeUntil);
  assert.ok(!JSON.stringify(approved.body).includes('/enrol#'));
  assert.equal(approved.body.may.take, false);
  assert.equal((await invite(api, second)).status, 202, 'nobody but the maker is let through');
  assert.equal((await invite(api, first, { ...INVITED, roles: [] })).status, 202, 'nothing but what was approved');
  assert.equal(
    (await api.ask(first, 'GET', '/v1/inbox')).body.waitingForMe,
    2,
    'the other’s request, and one’s own to do',
  );
  const [one, two] = await Promise.all([invite(api), invite(api)]);
  const made = [one, two].filter(({ status }) => status === 201);
  assert.equal(made.length, 1, JSON.stringify([one.body, two.body]));
  assert.match(made[0]!.body.link, /\/enrol#/);
  const seen = (await api.ask(second, 'GET', `/v1/approvals/${held.body.id}`)).body;
  assert.deepEqual([seen.state, seen.takeUntil], ['carried-out', null]);
  assert.ok(await isDone(api.house.pool, `approval ${held.body.id}`));
  assert.equal((await invite(api)).status, 202, 'the next time it waits again');
  const { rows } = await api.house.pool.query(`select 1 from people.people where login = 'su.yun'`);
  assert.equal(rows.length, 1);
});

test('what its maker does not do within an hour is over, and a refusal leaves it to be tried again', async (t) => {
  const clock = manualClock(TEN_O_CLOCK);
  const api = await startFirm(t, ['people:write'], clock);
  const held = await invite(api);
  assert.equal((await decide(api, second, 'approve', held)).body.state, 'approved');
  const { pool } = api.house;
  await pool.query(`update access.organisations set state = 'closed', closed_at = now() where organisation_id = $1`, [FIRM]);
  refused(await invite(api), 409, 'organisation_closed');
  await pool.query(`update access.organisations set state = 'active', closed_at = null where organisation_id = $1`, [FIRM]);
  clock.advance(HOUR);
  assert.equal((await invite(api)).status, 202);
  await api.approvals.carryingOut.beat();
  clock.advance(HOUR);
  await api.approvals.carryingOut.beat();
  const { body } = await api.ask(first, 'GET', `/v1/approvals/${held.body.id}`);
  assert.deepEqual([body.state, body.outcome.code], ['failed', 'approval_not_taken']);
  const { rows } = await pool.query(`select 1 from people.people where login = 'su.yun'`);
  assert.equal(rows.length, 0);
}); // prettier-ignore

test('a provider’s secret is shown to nobody who approves, and kept nowhere while it waits', async (t) => {
  const api = await startFirm(t, ['sign-in:write']);
  Object.assign(api.people, { allowedHosts: ['127.0.0.1'] });
  const provider = await startProvider(t, `${api.people.site.origin}/sign-in/provider`);
  const path = `/v1/organisations/${FIRM}/sign-in-provider`;
  const set = () => api.ask(first, 'PUT', path, { issuer: provider.issuer, ...CLIENT });
  refused(await api.ask(first, 'PUT', path, { issuer: 'https://10.0.0.1', ...CLIENT }), 422, 'provider_address_wrong');
  const held = await set();
  assert.equal(held.status, 202, JSON.stringify(held.body));
  const seen = (await api.ask(second, 'GET', `/v1/approvals/${held.body.id}`)).body;
  assert.match(seen.content, /"clientSecret":"\*\*\*"/);
  const { rows } = await api.house.pool.query('select r::text as row from approvals.requests r');
  assert.ok(rows.every(({ row }) => !row.includes(CLIENT.clientSecret)));
  assert.equal((await decide(api, second, 'approve', held)).body.state, 'approved');
  assert.equal((await set()).body.issuer, provider.issuer);
  assert.equal((await api.ask(second, 'GET', path)).body.changedBy, 'xu.min');
});

test('what makes safe waits for nobody: a key is revoked, a person locked, a provider removed at once', async (t) => {
  const api = await startFirm(t, []);
  const { ask } = api;
  const person = (await invite(api)).body.person.id;
  const given = { label: 'books', scopes: ['books:read'], environment: 'sandbox' };
  const key = (await ask(first, 'POST', `/v1/organisations/${FIRM}/keys`, given)).body.id;
  for (const action of ['people:write', 'keys:write', 'keys:rotate', 'sign-in:write']) {
    await givenPolicy(api, action, 2, { roles: ROLES });
  }
  const reason = 'it was lost';
  assert.equal((await ask(first, 'POST', `/v1/organisations/${FIRM}/keys/${key}/revoke`, { reason })).status, 200);
  assert.equal((await ask(first, 'POST', `/v1/people/${person}/lock`, { reason })).status, 200);
  refused(await ask(first, 'DELETE', `/v1/organisations/${FIRM}/sign-in-provider`), 404, 'provider_not_found');
  assert.equal((await ask(first, 'POST', `/v1/people/${person}/unlock`, { reason })).status, 202);
  assert.equal((await ask(first, 'POST', `/v1/organisations/${FIRM}/keys`, given)).status, 202);
});
