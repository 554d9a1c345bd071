// Four-eyes over real HTTP: every route that others can be asked to approve, by every role, with a policy and without.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { givenCertificate } from '../../modules/conformance/testing.ts';
import { type Caller } from '../../platform/http/index.ts';
import { ROLE_IDS, ROLES, type RoleId } from '../../platform/permissions/roles.ts';
import { CLIENT, startProvider } from '../../modules/people/testing-provider.ts';
import { isDone } from '../../platform/writer/done-once.ts';
import { type Asked, givenPolicy, member, official, OPERATOR, type RunningApi } from './testing.ts';
import { refused, A, B, HOUSE, PHASE, FUNDING, name, startBank, balanceOf, decide } from './testing-approvals.ts';

const ASKING = 'ASKING';
const SUBSCRIPTION = '/v1/organisations/{id}/subscriptions/{subscriptionId}';
/** Two of A's that wait. */
const WAITING = ['01900000-0000-7000-8000-0000000000b1', '01900000-0000-7000-8000-0000000000b2'] as const;
const RUN = '01900000-0000-7000-8000-0000000000aa';

/** A bank, and an organisation that has asked to go live. */
async function startAsked(t: TestContext): Promise<RunningApi> {
  const api = await startBank(t);
  Object.assign(api.people, { allowedHosts: ['127.0.0.1'] });
  issuer = (await startProvider(t, `${api.people.site.origin}/sign-in/provider`)).issuer;
  const bank = { id: A, kind: 'bank', name: name('A'), participantId: A, reason: 'joined' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', bank)).status, 201);
  const organisation = { id: ASKING, kind: 'fintech', name: name('Asking'), reason: 'joined' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  await givenCertificate(api.house.pool, ASKING, RUN);
  const itself: Caller = { kind: 'organisation', actor: ASKING, organisationId: ASKING };
  const asked = await api.ask(itself, 'POST', `/v1/organisations/${ASKING}/going-live`, { run: RUN });
  assert.equal(asked.status, 200, JSON.stringify(asked.body));
  await api.house.pool.query(
    `insert into subscriptions.subscriptions (organisation_id, subscription_id, service, state, asked_at, asked_by, began_at)
     values ($1, $3, 'messages', 'waiting', now(), 'chen', null), ($1, $4, 'settlement', 'waiting', now(), 'chen', null),
       ($2, gen_random_uuid(), 'settlement', 'active', now(), 'chen', now())`,
    [ASKING, A, ...WAITING],
  );
  person = await invitedInto(api, 'wei.qing');
  awaited = await invitedInto(api, 'he.lan');
  key = (await api.ask(OPERATOR, 'POST', `/v1/organisations/${A}/keys`, KEY)).body.id;
  return api;
}

/** Of the bank: somebody, somebody who has not come yet, and a machine. */
let [person, awaited, key, issuer] = ['', '', '', ''];
const KEY = { label: 'books', scopes: ['books:read'], environment: 'sandbox' };

async function invitedInto({ ask }: RunningApi, login: string): Promise<string> {
  const made = await ask(OPERATOR, 'POST', '/v1/people', { organisationId: A, login, name: login, roles: [] });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return made.body.person.id;
}

/** Each route that can wait for others, in an order in which each can be done, with what it is called with. */
function covered(): [route: string, path: string, body: object | undefined][] {
  const reason = 'a test';
  const bands = [{ from: '0', approvers: 1 }];
  const to = (path: string, id: string = A) => path.replace('{id}', id);
  return [
    ['PUT /v1/participants/{id}/credit-line', to('/v1/participants/{id}/credit-line'), { amount: '700', reason }],
    ['PUT /v1/participants/{id}/minimum-reserve', to('/v1/participants/{id}/minimum-reserve'), { amount: '7', reason }],
    ['PUT /v1/participants/{id}/collateral', to('/v1/participants/{id}/collateral'), { collateral: [], reason }],
    ['POST /v1/participants/{id}/guarantee', to('/v1/participants/{id}/guarantee', HOUSE), { amount: '9', reason }],
    ['POST /v1/participants/{id}/funding', to('/v1/participants/{id}/funding'), FUNDING],
    ['PUT /v1/participants/{id}/reservations/{priority}', `/v1/participants/${A}/reservations/urgent`, { amount: '3' }],
    ['PUT /v1/participants/{id}/limits/{counterparty}', `/v1/participants/${A}/limits/${B}`, { amount: '5' }],
    ['POST /v1/participants/{id}/suspend', to('/v1/participants/{id}/suspend'), { reason }],
    ['POST /v1/participants/{id}/resume', to('/v1/participants/{id}/resume'), { reason }],
    ['POST /v1/participants/{id}/leave', to('/v1/participants/{id}/leave'), { reason }],
    ['POST /v1/participants', '/v1/participants', { bic: 'NEWBCNBJ', kind: 'direct', name: name('New'), joinedOn: '2027-04-15' }],
    ['POST /v1/organisations', '/v1/organisations', { id: 'NEWORG', kind: 'fintech', name: name('New'), reason }],
    [`POST ${SUBSCRIPTION}/approve`, to(`${SUBSCRIPTION}/approve`, ASKING).replace('{subscriptionId}', WAITING[0]!), { reason }],
    [`POST ${SUBSCRIPTION}/refuse`, to(`${SUBSCRIPTION}/refuse`, ASKING).replace('{subscriptionId}', WAITING[1]!), { reason }],
    ['PUT /v1/services/{service}/price', '/v1/services/simulator/price', { monthlyPrice: '7', from: '2099-01-01', reason }],
    ['PUT /v1/organisations/{id}/quotas/{service}/{measure}', '/v1/organisations/NEWORG/quotas/messages/requests-a-second', { soft: null, hard: '9', reason }],
    ['POST /v1/organisations/{id}/close', '/v1/organisations/NEWORG/close', { reason }],
    ['POST /v1/organisations/{id}/live', `/v1/organisations/${ASKING}/live`, { run: RUN, reason }],
    ['PUT /v1/policies/{action}', '/v1/policies/queue:write', { bands, roles: ['supervisor'], expiryHours: 5, reason }],
    ['POST /v1/people', '/v1/people', { organisationId: A, login: 'new.one', name: 'New One', roles: ['member-viewer'] }],
    ['POST /v1/people/{id}/invitation', `/v1/people/${awaited}/invitation`, undefined],
    ['PUT /v1/people/{id}/roles', `/v1/people/${person}/roles`, { roles: ['member-viewer'], reason }],
    ['POST /v1/people/{id}/unlock', `/v1/people/${person}/unlock`, { reason }],
    ['POST /v1/people/{id}/leave', `/v1/people/${person}/leave`, { reason }],
    ['PUT /v1/organisations/{id}/message-signing', to('/v1/organisations/{id}/message-signing'), { isRequired: true, reason }],
    ['POST /v1/organisations/{id}/keys', to('/v1/organisations/{id}/keys'), { ...KEY, label: 'more books' }],
    ['POST /v1/organisations/{id}/keys/{keyId}/rotate', `/v1/organisations/${A}/keys/${key}/rotate`, {}],
    ['PUT /v1/organisations/{id}/sign-in-provider', to('/v1/organisations/{id}/sign-in-provider'), { issuer, ...CLIENT }],
    ['POST /v1/day/extend', '/v1/day/extend', { phase: PHASE, minutes: 5, reason }],
    ['POST /v1/day/close', '/v1/day/close', { reason }],
  ]; // prettier-ignore
}

const personOfRole = (role: RoleId, id = `a ${role}`): Caller =>
  ROLES[role].of === 'central-bank' ? official(id, role) : member(A, id, role);

test('every route under a policy: nobody without the role makes a request, nothing is done before approval, and then it is done', async (t) => {
  const api = await startAsked(t);
  const { ask, permissions, routes, house } = api;
  const underPolicy = routes.filter((route) => permissions.actions[permissions.actionOf(route) ?? '']?.approval);
  const calls = covered().map(([route, path, body]) =>
    route.startsWith('PUT /v1/policies') ? ([route, '/v1/policies/day:write', body] as const) : ([route, path, body] as const),
  );
  assert.deepEqual(calls.map(([route]) => route).sort(), underPolicy.map(({ method, path }) => `${method} ${path}`).sort());
  const roles = ['supervisor', 'security-administrator', 'member-operator', 'member-administrator'];
  for (const action of new Set(underPolicy.map((route) => permissions.actionOf(route)!))) {
    await givenPolicy(api, action, 1, { roles });
  }
  for (const [route, path, body] of calls) {
    const [method = '', template = ''] = route.split(' ');
    const action = permissions.actionOf({ method, path: template })!;
    const { may } = routes.find((each) => each.method === method && each.path === template)!;
    let last: Asked | undefined;
    if (route.endsWith('/unlock')) await lock(api);
    for (const role of ROLE_IDS) {
      const caller = personOfRole(role);
      const isHeld = permissions.actions[action]!.roles.includes(role) && may.includes(caller.kind);
      const before = await countsOf(api);
      const answer = await ask(caller, method, path, body);
      if (!isHeld) {
        assert.equal(answer.status, 403, `${route} as ${role}`);
        continue;
      }
      assert.equal(answer.status, 202, `${route} as ${role}: ${JSON.stringify(answer.body)}`);
      assert.equal(answer.headers.get('location'), `/v1/approvals/${answer.body.id}`);
      assert.deepEqual(await countsOf(api), before, `${route} as ${role} did something before it was approved`);
      if (last) assert.equal((await decide(api, personOfRole(lastRole(last)), 'withdraw', last)).status, 200);
      last = answer;
    }
    const approver = last!.body.organisation === 'central-bank' ? 'supervisor' : 'member-operator';
    const other = action === 'policies:write' ? 'security-administrator' : approver;
    const approved = await decide(api, personOfRole(other, 'another'), 'approve', last!);
    const again = () => ask(personOfRole(lastRole(last!)), method, path, body);
    const taken = last!.body.byMaker ? await again() : undefined;
    assert.ok([undefined, 200, 201].includes(taken?.status), JSON.stringify(taken?.body));
    const done = taken ? await ask(personOfRole(other), 'GET', `/v1/approvals/${last!.body.id}`) : approved;
    assert.equal(done.body.state, 'carried-out', `${route}: ${JSON.stringify(done.body.outcome)}`);
    assert.ok(await isDone(house.pool, `approval ${last!.body.id}`), `${route} leaves no name by which it is done once`);
    assert.notEqual(done.body.difference.length, route.startsWith('POST /v1/day') ? -1 : 0, `${route} shows no difference`);
    // Found again as it would be after a crash, it is not done again.
    const after = await countsOf(api);
    await house.pool.query(`update approvals.requests set state = 'approved', ended_at = null where request_id = $1`, [last!.body.id]);
    if (taken) refused(await again(), 409, 'approval_over');
    await api.approvals.carryingOut.beat();
    assert.deepEqual(await countsOf(api), after, `${route} was done twice`);
  }
}); // prettier-ignore

async function lock({ ask }: RunningApi): Promise<void> {
  const { status } = await ask(OPERATOR, 'POST', `/v1/people/${person}/lock`, { reason: 'a test' });
  assert.equal(status, 200);
}

const lastRole = ({ body }: Asked): RoleId => body.maker.id.replace('a ', '');

/** What the business has written, approvals aside. */
async function countsOf({ house }: RunningApi): Promise<Record<string, string>> {
  const tables = ['settlement.acts', 'ledger.transfers', 'settlement.participants', 'access.organisations', 'access.acts', 'approvals.policies', 'subscriptions.acts', 'access.keys', 'people.people', 'people.acts', 'people.enrolments']; // prettier-ignore
  const { rows } = await house.pool.query<Record<string, string>>(
    `select ${tables.map((table) => `(select count(*) from ${table})::text as "${table}"`).join(', ')}`,
  );
  return rows[0]!;
}

test('every route without a policy is done at once by who holds its action, a token is no person and does as before', async (t) => {
  const api = await startAsked(t);
  const { ask, permissions, routes, house } = api;
  const roles = ['supervisor', 'security-administrator', 'member-operator', 'member-administrator'];
  const actionOf = (route: string) => permissions.actionOf({ method: route.split(' ')[0]!, path: route.split(' ')[1]! })!;
  for (const action of new Set(covered().map(([route]) => actionOf(route)))) {
    if (action !== 'policies:write') await givenPolicy(api, action, 0, { roles });
  }
  for (const [route, path, body] of covered()) {
    if (route.startsWith('PUT /v1/policies')) continue;
    const [method = '', template = ''] = route.split(' ');
    const { may } = routes.find((each) => each.method === method && each.path === template)!;
    const holder = permissions.actions[actionOf(route)]!.roles.find((role) => may.includes(personOfRole(role).kind))!;
    if (route.endsWith('/unlock')) await lock(api);
    const answer = await ask(personOfRole(holder), method, path, body);
    assert.ok([200, 201].includes(answer.status), `${route}: ${JSON.stringify(answer.body)}`);
  }
  await givenPolicy(api, 'funding:write', 1);
  const before = await balanceOf(api, B);
  assert.equal((await ask(OPERATOR, 'POST', `/v1/participants/${B}/funding`, FUNDING)).status, 200);
  assert.equal(BigInt(await balanceOf(api, B)) - BigInt(before), 500n);
  const { rows } = await house.pool.query(`select 1 from approvals.requests where action <> 'policies:write'`);
  assert.equal(rows.length, 0);
}); // prettier-ignore
