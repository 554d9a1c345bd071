// What four-eyes makes of a request over real HTTP, and every way around it that we could think of.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { manualClock } from '../../platform/instant.ts';
import { givenPolicy, member, official, OPERATOR } from './testing.ts';
import {
  A,
  B,
  HOUR,
  maker,
  supervisor,
  FUNDING,
  startBank,
  balanceOf,
  fund,
  decide,
  refused,
} from './testing-approvals.ts';

test('a request shows what approving makes; the approved call is the maker’s, and names its approver', async (t) => {
  const api = await startBank(t);
  const { ask } = api;
  const held = await fund(api);
  assert.equal(held.status, 202);
  assert.deepEqual(held.body.may, { approve: false, refuse: false, withdraw: true, take: false, why: 'approval_own' });
  const seen = (await ask(supervisor, 'GET', `/v1/approvals/${held.body.id}`)).body;
  const balance = seen.difference.find(({ field }: { field: { en: string } }) => field.en.startsWith('Balance'));
  assert.deepEqual([balance.kind, balance.before, balance.after], ['amount', '100000', '100500']);
  assert.equal(seen.may.approve, true);
  assert.deepEqual((await ask(supervisor, 'GET', '/v1/inbox')).body, { waitingForMe: 1, madeByMe: 0 });
  assert.deepEqual((await ask(maker, 'GET', '/v1/inbox')).body, { waitingForMe: 0, madeByMe: 1 });
  assert.equal((await ask(supervisor, 'GET', '/v1/approvals?view=waiting-for-me')).body.items.length, 1);
  assert.equal((await ask(maker, 'GET', '/v1/approvals?view=made-by-me&state=waiting')).body.items.length, 1);
  const done = (await decide(api, supervisor, 'approve', held)).body;
  assert.equal(done.state, 'carried-out');
  assert.deepEqual(done.approvals.map(({ approver }: { approver: { name: string } }) => approver.name), ['zhao.yi']);
  assert.deepEqual(done.acts.map(({ act }: { act: string }) => act), ['made', 'approved', 'carried-out']);
  assert.equal(await balanceOf(api), '100500');
  const { acts } = (await ask(OPERATOR, 'GET', `/v1/participants/${A}`)).body;
  assert.ok(acts.some((act: { actor: string; reason: string }) => act.actor === 'li.na' && act.reason === FUNDING.reason));
  assert.deepEqual((await ask(supervisor, 'GET', '/v1/inbox')).body, { waitingForMe: 0, madeByMe: 0 });
}); // prettier-ignore

test('no way around: own, without the role, from another bank, by a token, on another hash, twice', async (t) => {
  const api = await startBank(t);
  const { ask } = api;
  const held = await fund(api);
  const both = official('li.na', 'operator', 'supervisor');
  refused(await decide(api, both, 'approve', held), 403, 'approval_own');
  refused(await decide(api, both, 'refuse', held), 403, 'approval_own');
  refused(await decide(api, official('wu.di', 'operator'), 'approve', held), 403, 'approver_role_missing');
  refused(await decide(api, official('wu.di', 'audit-administrator', 'member-operator'), 'approve', held), 403, 'role_missing');
  refused(await decide(api, member(A, 'mole', 'supervisor', 'member-operator'), 'approve', held), 404, 'approval_not_found');
  refused(await ask(member(A, 'mole', 'member-viewer'), 'GET', `/v1/approvals/${held.body.id}`), 404, 'approval_not_found');
  refused(await ask(OPERATOR, 'POST', `/v1/approvals/${held.body.id}/approve`, { hash: held.body.contentHash }), 403, 'person_needed');
  const other = await fund(api, official('he.xin', 'operator'));
  assert.notEqual(other.body.contentHash, held.body.contentHash);
  refused(await decide(api, supervisor, 'approve', held, { hash: other.body.contentHash }), 409, 'approval_hash_differs');
  refused(await decide(api, supervisor, 'withdraw', held), 403, 'approval_not_makers');
  assert.equal(await balanceOf(api), '100000');
  assert.equal((await decide(api, supervisor, 'approve', held)).body.state, 'carried-out');
  refused(await decide(api, supervisor, 'approve', held), 409, 'approval_over');
  refused(await decide(api, maker, 'withdraw', held), 409, 'approval_over');
  refused(await decide(api, official('lin.bo', 'supervisor'), 'refuse', held), 409, 'approval_over');
  assert.equal(await balanceOf(api), '100500');
}); // prettier-ignore

test('what is kept cannot be changed between: neither the body nor the hash with it', async (t) => {
  const api = await startBank(t);
  const { house } = api;
  const held = await fund(api);
  const swap = `update approvals.requests set body = body || '{"amount": "900000"}' where request_id = $1`;
  await house.pool.query(swap, [held.body.id]);
  refused(await decide(api, supervisor, 'approve', held), 409, 'approval_content_changed');
  // Changed after the first of two approvals, or after the last: it is not carried out.
  await givenPolicy(api, 'funding:write', 2);
  const second = await fund(api);
  assert.equal((await decide(api, supervisor, 'approve', second)).body.state, 'waiting');
  await assert.rejects(
    house.pool.query(`update approvals.requests set content_hash = sha256('x') where request_id = $1`, [second.body.id]),
    /foreign key/,
  );
  const third = await fund(api);
  await decide(api, supervisor, 'approve', third);
  const stop = await house.pool.connect();
  await stop.query('begin; lock table platform.writers in exclusive mode');
  const last = decide(api, official('lin.bo', 'supervisor'), 'approve', third);
  await until(async () => (await house.pool.query(`select 1 from approvals.requests where state = 'approved'`)).rowCount === 1);
  await stop.query('rollback');
  stop.release();
  assert.equal((await last).body.state, 'carried-out');
  const fourth = await fund(api);
  await house.pool.query(`update approvals.requests set state = 'waiting' where request_id = $1`, [fourth.body.id]);
  await decide(api, supervisor, 'approve', fourth);
  await house.pool.query(
    `insert into approvals.given (request_id, place, maker_id, content_hash, approver_id, approver, at)
     select request_id, 2, maker_id, content_hash, 'lin.bo', 'lin.bo', now() from approvals.requests where request_id = $1`,
    [fourth.body.id],
  );
  await house.pool.query(`update approvals.requests set state = 'approved', last_place = 2 where request_id = $1`, [fourth.body.id]);
  await house.pool.query(swap, [fourth.body.id]);
  await api.approvals.carryingOut.beat();
  const failed = (await api.ask(supervisor, 'GET', `/v1/approvals/${fourth.body.id}`)).body;
  assert.deepEqual([failed.state, failed.outcome.code], ['failed', 'approval_content_changed']);
  assert.equal(await balanceOf(api), '100500');
}); // prettier-ignore

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 10));
}

test('two approvers are two people, one after the other or both at once; the call is carried out once', async (t) => {
  const api = await startBank(t);
  await givenPolicy(api, 'funding:write', 2);
  const held = await fund(api);
  const [one, two, three] = ['zhao.yi', 'lin.bo', 'sun.hui'].map((id) => official(id, 'supervisor'));
  assert.equal((await decide(api, one!, 'approve', held)).body.state, 'waiting');
  refused(await decide(api, one!, 'approve', held), 409, 'approval_given');
  assert.equal(await balanceOf(api), '100000');
  const all = await Promise.all([two!, two!, three!, one!].map((who) => decide(api, who, 'approve', held)));
  assert.equal(all.filter(({ status }) => status === 200).length, 1, JSON.stringify(all.map(({ body }) => body.code)));
  assert.equal(await balanceOf(api), '100500');
  const again = await fund(api);
  const together = await Promise.all([two!, three!].map((who) => decide(api, who, 'approve', again)));
  assert.deepEqual(together.map(({ status }) => status), [200, 200]);
  assert.equal(await balanceOf(api), '101000');
}); // prettier-ignore

test('sent again under its key, a call makes one request and an approval is given once', async (t) => {
  const api = await startBank(t);
  const [first, second] = [await fund(api, maker, FUNDING, 'k1'), await fund(api, maker, FUNDING, 'k1')];
  assert.deepEqual([second.status, second.body.id], [202, first.body.id]);
  refused(await fund(api, maker, { ...FUNDING, amount: '9' }, 'k1'), 422, 'idempotency_key_reused');
  // Another person's key of the same name is another key.
  assert.notEqual((await fund(api, official('he.xin', 'operator'), FUNDING, 'k1')).body.id, first.body.id);
  const path = `/v1/approvals/${first.body.id}/approve`;
  const hash = first.body.contentHash;
  const answers = [
    await api.ask(supervisor, 'POST', path, { hash }, 'k2'),
    await api.ask(supervisor, 'POST', path, { hash }, 'k2'),
  ];
  assert.deepEqual(answers.map(({ status, body }) => [status, body.state]), [[200, 'carried-out'], [200, 'carried-out']]);
  assert.equal(await balanceOf(api), '100500');
}); // prettier-ignore

test('what is refused, withdrawn or expired is over, and says who ended it', async (t) => {
  const clock = manualClock(Date.parse('2027-04-15T02:00:00Z') * 1_000);
  const api = await startBank(t, clock);
  const { ask } = api;
  const [refusedOne, withdrawn, expired] = [await fund(api), await fund(api), await fund(api)];
  const no = await decide(api, supervisor, 'refuse', refusedOne);
  assert.deepEqual([no.body.state, no.body.endedBy.name, no.body.endReason], ['refused', 'zhao.yi', 'a test']);
  refused(await decide(api, official('lin.bo', 'supervisor'), 'approve', refusedOne), 409, 'approval_over');
  assert.equal((await decide(api, maker, 'withdraw', withdrawn)).body.state, 'withdrawn');
  refused(await decide(api, supervisor, 'approve', withdrawn), 409, 'approval_over');
  clock.advance(24 * HOUR);
  refused(await decide(api, supervisor, 'approve', expired), 409, 'approval_expired');
  refused(await decide(api, maker, 'withdraw', expired), 409, 'approval_expired');
  assert.equal((await ask(maker, 'GET', `/v1/approvals/${expired.body.id}`)).body.state, 'expired');
  assert.equal((await ask(maker, 'GET', '/v1/approvals?state=expired')).body.items.length, 1);
  await api.approvals.carryingOut.beat();
  const over = (await ask(maker, 'GET', `/v1/approvals/${expired.body.id}`)).body;
  assert.equal(over.acts.at(-1).act, 'expired');
  assert.equal(await balanceOf(api), '100000');
});

test('a call that can no longer be done once approved fails, is told so, and is not tried again', async (t) => {
  const api = await startBank(t);
  const held = await fund(api, maker, { ...FUNDING, direction: 'take-back', amount: '90000' });
  await api.ask(OPERATOR, 'POST', `/v1/participants/${A}/funding`, { ...FUNDING, direction: 'take-back', amount: '50000' });
  const done = await decide(api, supervisor, 'approve', held);
  assert.deepEqual([done.body.state, done.body.outcome.code], ['failed', 'not_enough_liquidity']);
  await api.ask(OPERATOR, 'POST', `/v1/participants/${A}/funding`, { ...FUNDING, amount: '50000' });
  await api.approvals.carryingOut.beat();
  assert.equal(await balanceOf(api), '100000');
}); // prettier-ignore

test('a policy goes by amount; a change of it waits for another and cannot ask nobody', async (t) => {
  const api = await startBank(t);
  const { ask } = api;
  const bands = [{ from: '0', approvers: 0 }, { from: '1000', approvers: 1 }, { from: '5000', approvers: 2 }] as const;
  await givenPolicy(api, 'funding:write', 0, { bands });
  for (const [amount, needed] of [['999', 0], ['1000', 1], ['4999', 1], ['5000', 2]] as const) {
    const answer = await fund(api, maker, { ...FUNDING, amount });
    assert.deepEqual([answer.status, answer.body.approversNeeded ?? 0], [needed === 0 ? 200 : 202, needed], amount);
  }
  const [one, two] = ['xu.min', 'tan.yue'].map((id) => official(id, 'security-administrator'));
  const put = (action: string, more: object = {}) =>
    ask(one, 'PUT', `/v1/policies/${action}`, { bands: [{ from: '0', approvers: 1 }], roles: ['supervisor'], expiryHours: 24, reason: 'a test', ...more });
  refused(await put('policies:write', { bands: [{ from: '0', approvers: 0 }], roles: ['security-administrator'] }), 422, 'policy_floor');
  refused(await put('funding:write', { bands: [{ from: '5', approvers: 1 }] }), 422, 'policy_malformed');
  refused(await put('funding:write', { bands: [{ from: '0', approvers: 1 }, { from: '0', approvers: 2 }] }), 422, 'policy_malformed');
  refused(await put('liquidity:write'), 422, 'policy_without_approver');
  refused(await put('messages:send'), 404, 'policy_not_found');
  refused(await put('constructor'), 404, 'policy_not_found');
  refused(await put('funding:write', { inForceAt: '2020-01-01T00:00:00Z' }), 422, 'policy_past');
  refused(await ask(OPERATOR, 'PUT', '/v1/policies/funding:write', { bands: [{ from: '0', approvers: 0 }], roles: ['supervisor'], expiryHours: 24, reason: 'x' }), 403, 'person_needed');
  // Two on policies themselves: what makes it one again still needs two.
  await givenPolicy(api, 'policies:write', 2, { roles: ['security-administrator'] });
  const loosened = await put('policies:write', { roles: ['security-administrator'] });
  assert.equal(loosened.body.approversNeeded, 2);
  refused(await decide(api, one!, 'approve', loosened), 403, 'approval_own');
  assert.equal((await decide(api, two!, 'approve', loosened)).body.state, 'waiting');
  assert.equal((await decide(api, official('qi.lu', 'security-administrator'), 'approve', loosened)).body.state, 'carried-out');
  const policy = (await ask(one, 'GET', '/v1/policies')).body.items.find(({ action }: { action: string }) => action === 'policies:write');
  assert.deepEqual([policy.bands, policy.changedBy], [[{ from: '0', approvers: 1 }], 'xu.min']);
}); // prettier-ignore

test('a policy may begin later; until then the one before holds', async (t) => {
  const clock = manualClock(Date.parse('2027-04-15T02:00:00Z') * 1_000);
  const api = await startBank(t, clock);
  const one = official('xu.min', 'security-administrator');
  const body = { bands: [{ from: '0', approvers: 0 }], roles: ['supervisor'], expiryHours: 24, reason: 'from tomorrow', inForceAt: '2027-04-16T02:00:00Z' };
  const asked = await api.ask(one, 'PUT', '/v1/policies/funding:write', body);
  assert.equal((await decide(api, official('tan.yue', 'security-administrator'), 'approve', asked)).body.state, 'carried-out');
  assert.equal((await fund(api)).status, 202);
  clock.advance(24 * HOUR);
  assert.equal((await fund(api)).status, 200);
}); // prettier-ignore

test('who is away approves nothing meanwhile, and who stands in says for whom', async (t) => {
  const clock = manualClock(Date.parse('2027-04-15T02:00:00Z') * 1_000);
  const api = await startBank(t, clock);
  const { ask } = api;
  const away = { to: 'lin.bo', role: 'supervisor', begins: '2027-04-15T02:00:00Z', ends: '2027-04-16T02:00:00Z', reason: 'leave' };
  refused(await ask(maker, 'POST', '/v1/delegations', away), 422, 'delegation_malformed');
  refused(await ask(supervisor, 'POST', '/v1/delegations', { ...away, to: 'zhao.yi' }), 422, 'delegation_malformed');
  refused(await ask(supervisor, 'POST', '/v1/delegations', { ...away, ends: '2027-08-16T02:00:00Z' }), 422, 'delegation_malformed');
  const made = await ask(supervisor, 'POST', '/v1/delegations', away);
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const held = await fund(api);
  refused(await decide(api, supervisor, 'approve', held), 409, 'approver_absent');
  refused(await decide(api, official('lin.bo', 'operator'), 'approve', held), 403, 'approver_role_missing');
  const done = await decide(api, official('lin.bo', 'supervisor'), 'approve', held);
  assert.deepEqual([done.body.state, done.body.approvals[0].onBehalfOf], ['carried-out', 'zhao.yi']);
  refused(await ask(official('he.xin', 'supervisor'), 'POST', `/v1/delegations/${made.body.id}/end`), 404, 'delegation_not_found');
  assert.notEqual((await ask(supervisor, 'POST', `/v1/delegations/${made.body.id}/end`)).body.endedAt, null);
  assert.equal((await decide(api, supervisor, 'approve', await fund(api))).body.state, 'carried-out');
}); // prettier-ignore

test('a bank’s own people approve for each other, and another bank’s do not know of it', async (t) => {
  const api = await startBank(t);
  const { ask } = api;
  await givenPolicy(api, 'liquidity:write', 1, { roles: ['supervisor', 'member-operator'] });
  const path = `/v1/participants/${A}/limits/${B}`;
  const first = member(A, 'chen.jie', 'member-operator');
  refused(await ask(member(B, 'spy', 'member-operator'), 'PUT', path, { amount: '5' }), 404, 'participant_not_found');
  const held = await ask(first, 'PUT', path, { amount: '5' });
  assert.equal(held.status, 202);
  refused(await decide(api, member(B, 'spy', 'member-operator'), 'approve', held), 404, 'approval_not_found');
  refused(await decide(api, supervisor, 'approve', held), 404, 'approval_not_found');
  assert.deepEqual((await ask(member(B, 'spy', 'member-operator'), 'GET', '/v1/approvals')).body.items, []);
  assert.equal(
    (await decide(api, member(A, 'zhou.lin', 'member-operator'), 'approve', held)).body.state,
    'carried-out',
  );
});

test('a maker who has lost the role since is not acted for, and nobody stands in who is not there', async (t) => {
  const api = await startBank(t);
  const held = await fund(api);
  const people: Record<string, string[]> = { 'li.na': ['viewer'], 'zhao.yi': ['supervisor'], 'lin.bo': ['operator'] };
  const findPerson = async (id: string) => people[id] && { organisation: 'central-bank', roles: people[id] };
  Object.assign(api.approvals, { findPerson });
  const done = await decide(api, supervisor, 'approve', held);
  assert.deepEqual([done.body.state, done.body.outcome.code], ['failed', 'role_missing']);
  assert.equal(await balanceOf(api), '100000');
  const [begins, ends] = [new Date(), new Date(Date.now() + 3_600_000)].map((date) => date.toISOString());
  for (const to of ['lin.bo', 'nobody']) {
    const away = { to, role: 'supervisor', begins, ends, reason: 'leave' };
    refused(await api.ask(supervisor, 'POST', '/v1/delegations', away), 422, 'approver_not_found');
  }
});
