// Every route of the running API as nobody, by the tokens of the operator, of a participant and of another, and as a person
// of each role: what comes is what generated/permissions.txt says, and what is another's answers as if it did not exist.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { PERMISSIONS } from '../../apps/server/permissions.ts';
import { SoftPasskey } from '../../modules/people/testing-passkey.ts';
import { ROLE_IDS, ROLES } from '../../platform/permissions/roles.ts';
import { systemClock } from '../../platform/instant.ts';
import { type Tenant } from '../../platform/postgres/tenant-reads.ts';
import { bodyOf, NOWHERE, WEBHOOK } from './bodies-in-order.ts';
import { root } from './source-files.ts';
import {
  givenBanks, givenPolicy, member, official, OPERATOR, type RunningApi, startApi, transferXml,
} from './testing.ts'; // prettier-ignore

const [A, B, C, HOUSE] = ['AAAACNBJ', 'BBBBCNBJ', 'CCCCCNBJ', 'HOUSCNBJ'] as const;
/** A request of A's in the log. */
const LOGGED = '01900000-0000-7000-8000-00000000cccc';

interface Permission {
  method: string;
  path: string;
  nobody: string;
  operator: string;
  participant: string;
}

const table = readFileSync(join(root, 'generated', 'permissions.txt'), 'utf8').split('\n');
const permissions: Permission[] = table
  .filter((line) => /^(GET|POST|PUT|DELETE) /.test(line))
  .map((line) => {
    const [method = '', path = '', nobody = '', operator = '', participant = ''] = line.trim().split(/\s+/);
    return { method, path, nobody, operator, participant };
  });

/** Whether the table says that a role holds an action. */
function holds(role: string, action: string): boolean {
  const row = table.find((line) => line.startsWith(`${action} `));
  assert.ok(row, `${action} is in the table`);
  const cells = row.split(/\s+/).slice(3);
  assert.equal(cells.length, ROLE_IDS.length);
  return cells[(ROLE_IDS as readonly string[]).indexOf(role)] === 'yes';
}

/** Neither open to everyone nor one's own affair. */
const takesRole = ({ nobody, path }: Permission): boolean => nobody !== 'yes' && !/^\/v1\/me(\/|$)/.test(path);

/** A bank with something of everything, and what each name in a path is then: its own, and what nobody has. */
async function givenBusiness(
  t: TestContext,
  withRun = false,
  readerOf?: () => Tenant | undefined,
): Promise<{ api: RunningApi; own: (path: string) => string; none: (path: string) => string }> {
  const api = await startApi(t, systemClock, readerOf ? { readerOf } : {});
  const { ask } = api;
  await givenBanks(api, [A, B, C, HOUSE], '100000');
  const keyId = await givenOrganisations(api);
  const invited = { login: 'lin', name: '林晚晴', roles: ['member-operator'] };
  const personId = (await ask(A, 'POST', '/v1/people', invited)).body.person.id;
  const requestId = await givenRequest(api);
  const run = withRun ? await givenRun(api) : NOWHERE;
  await ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, C, '100.00'));
  await ask(C, 'POST', '/v1/messages', transferXml('M3', 3, C, A, '1.00'));
  await ask(A, 'POST', '/v1/messages', transferXml('M2', 2, A, C, '5000.00'));
  const queued = (await ask(A, 'GET', '/v1/queue')).body.items[0];
  const mail = (await ask(A, 'GET', '/v1/messages')).body.items[0];
  const positions = [
    { participant: A, net: '-10' },
    { participant: C, net: '10' },
  ];
  const batch = await ask(HOUSE, 'POST', '/v1/clearing', { reference: 'R1', positions, informationMinutes: 60 });
  assert.equal(batch.status, 201, JSON.stringify(batch.body));
  const hook = await givenWebhook(api);
  const question = { kind: 'question', subject: 'Hours', text: 'When?' };
  const caseId = (await ask(A, 'POST', `/v1/organisations/${A}/cases`, question)).body.id;
  await api.house.pool.query(
    `insert into request_log.requests
       (organisation_id, request_id, at, environment, method, path, target, status, micros, actor, bytes_in, bytes_out)
     values ($1, $2, now(), 'live', 'GET', '/v1/payments', '/v1/payments', 200, 900, $1, 0, 2)`,
    [A, LOGGED],
  );
  const given =
    (
      payment: string,
      message: string,
      clearing: string,
      participant: string,
      code: string,
      key: string,
      person: string,
      request: string,
      webhook: string,
      delivery: string,
      supportCase: string,
    ) =>
    (path: string) =>
      path
        .replace('/payments/{id}', `/payments/${payment}`)
        .replace('/messages/{id}', `/messages/${message}`)
        .replace('/clearing/{id}', `/clearing/${clearing}`)
        .replace('/participants/{id}', `/participants/${participant}`)
        .replace('/organisations/{id}', `/organisations/${participant}`)
        .replace('/people/{id}', `/people/${person}`)
        .replace('/approvals/{id}', `/approvals/${request}`)
        .replace('/delegations/{id}', `/delegations/${NOWHERE}`)
        .replace('{action}', 'funding:write')
        .replace('{keyId}', key)
        .replace('{webhookId}', webhook)
        .replace('{deliveryId}', delivery)
        .replace('{deviceId}', 'dev_none')
        .replace('{sessionId}', 'ses_none')
        .replace('/alarms/{id}', `/alarms/${NOWHERE}`)
        .replace('/notices/{id}', `/notices/${NOWHERE}`)
        .replace('{service}/{measure}', 'messages/requests-a-second')
        .replace('/services/{service}', '/services/simulator')
        .replace('{subscriptionId}', NOWHERE)
        .replace('{caseId}', supportCase)
        .replace('{requestId}', LOGGED)
        .replace('/documents/{name}', '/documents/connect-a-bank')
        .replace('{leaf}', '0')
        .replace('{environment}', 'sandbox')
        .replace('{run}', run)
        .replace(/\{exportId\}|\{month\}/, (each) => (each === '{month}' ? '2027-03' : NOWHERE))
        .replace('{kind}', 'link-cut')
        .replace('{code}', code)
        .replace('{date}', '2027-04-15')
        .replace('{priority}', 'urgent')
        .replace('{counterparty}', 'all');
  const own = given(
    queued.id,
    mail.id,
    batch.body.id,
    A,
    `settlement:${A}`,
    keyId,
    personId,
    requestId,
    ...hook,
    caseId,
  );
  const none = given(
    NOWHERE,
    `${B}-99999`,
    NOWHERE,
    'XXXXCNBJ',
    'settlement:XXXXCNBJ',
    'key_none',
    'per_none',
    NOWHERE,
    'whe_none',
    '0',
    NOWHERE,
  );
  return { api, own, none };
}

/** Ids of a webhook of A's and of a delivery to it. */
async function givenWebhook({ ask }: RunningApi): Promise<[string, string]> {
  const webhooks = `/v1/organisations/${A}/webhooks`;
  const { status, body } = await ask(A, 'POST', webhooks, WEBHOOK);
  assert.equal(status, 201, JSON.stringify(body));
  return [body.id, (await ask(A, 'POST', `${webhooks}/${body.id}/test`, {})).body.id];
}

/** A security administrator of the central bank, enrolled by the routes; answers the cookie. */
async function givenSession({ ask }: RunningApi): Promise<string> {
  const home = { id: 'CBNKCNBJ', kind: 'central-bank', name: { en: 'Central Bank', zh: '中央银行' }, reason: 'first' };
  assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', home)).status, 201);
  const invited = { organisationId: home.id, login: 'gu', name: '顾承舟', roles: ['security-administrator'] };
  const { link } = (await ask(OPERATOR, 'POST', '/v1/people', invited)).body;
  const token = link.split('#')[1];
  const options = await ask(undefined, 'POST', '/v1/enrolments/options', { token });
  const response = new SoftPasskey('http://localhost:8120').create(options.body);
  const enrolled = await ask(undefined, 'POST', '/v1/enrolments', { token, deviceName: 'Laptop', response });
  assert.equal(enrolled.status, 201, JSON.stringify(enrolled.body));
  return enrolled.headers.get('set-cookie')!.split(';')[0]!;
}

/** An organisation for A and for B; answers the id of a key of A's. */
async function givenOrganisations({ ask }: RunningApi): Promise<string> {
  for (const id of [A, B]) {
    const name = { en: `Bank ${id}`, zh: `银行${id}` };
    const body = { id, kind: 'bank', name, participantId: id, reason: 'joined' };
    assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  const key = { label: 'books', scopes: ['books:read'] };
  return (await ask(A, 'POST', `/v1/organisations/${A}/keys`, key)).body.id;
}

/** A request of A's people that waits, and one of them away. */
async function givenRequest(api: RunningApi): Promise<string> {
  const roles = ['supervisor', 'member-operator'];
  await givenPolicy(api, 'liquidity:write', 1, { roles });
  const maker = member(A, 'chen.jie', 'member-operator');
  const ends = new Date(Date.now() + 3_600_000).toISOString();
  const delegation = {
    ...{ role: 'member-operator', to: 'zhou.lin', reason: 'away' },
    ...{ begins: new Date().toISOString(), ends },
  };
  assert.equal((await api.ask(maker, 'POST', '/v1/delegations', delegation)).status, 201);
  const held = await api.ask(maker, 'PUT', `/v1/participants/${A}/limits/all`, { amount: '5' });
  assert.equal(held.status, 202);
  return held.body.id;
}

/** A conformance run of A's. */
async function givenRun({ ask }: RunningApi): Promise<string> {
  const made = await ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'certification' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  return (await ask(A, 'POST', `/v1/organisations/${A}/conformance`, { service: 'settlement' })).body.id;
}

test('each route lets in whom the table says, and refuses the others with the status it says', async (t) => {
  const { api, own } = await givenBusiness(t);
  assert.ok(permissions.length > 40);
  for (const permission of permissions) {
    const { method, path, nobody, operator, participant } = permission;
    for (const [who, says] of [[undefined, nobody], [B, participant], [OPERATOR, operator]] as const) {
      const answer = await api.ask(who, method, own(path), says === 'yes' || says === 'all' ? undefined : bodyOf(permission));
      const name = `${method} ${path} as ${who ?? 'nobody'}`;
      if (says === 'person') {
        assert.deepEqual([answer.status, answer.body.code], [403, 'person_needed'], name);
      } else if (/^\d/.test(says)) {
        assert.equal(answer.status, Number(says), name);
        assert.equal(answer.body.code, who === undefined ? 'token_missing' : 'not_allowed', name);
      } else if (says.startsWith('person')) {
        assert.deepEqual([answer.status, answer.body.code], [403, 'person_needed'], name);
      } else {
        assert.ok(![401, 403, 405].includes(answer.status), `${name}: ${answer.status}`);
        assert.ok(answer.status < 500, `${name}: ${answer.status}`);
      }
    }
  }
}); // prettier-ignore

test('a person of each role is let in where the table says, and is refused everywhere else', async (t) => {
  const { api, own, none } = await givenBusiness(t);
  let [refused, letIn] = [0, 0];
  for (const role of ROLE_IDS) {
    const isOfficial = ROLES[role].of === 'central-bank';
    const caller = isOfficial ? official('li.na', role) : member(B, 'wang.wei', role);
    for (const permission of permissions.filter(takesRole)) {
      const { method, path, operator, participant } = permission;
      const says = isOfficial ? operator : participant;
      const action = PERMISSIONS.actionOf(permission)!;
      const name = `${method} ${path} as ${role}`;
      const mayEnter = says !== '403' && holds(role, action);
      const body = mayEnter && says !== 'own' ? undefined : bodyOf(permission);
      const answer = await api.ask(caller, method, own(path), body);
      if (mayEnter) {
        assert.ok(![401, 403, 405].includes(answer.status), `${name}: ${answer.status}`);
        assert.ok(answer.status < 500, `${name}: ${answer.status}`);
        letIn += 1;
        continue;
      }
      assert.equal(answer.status, 403, name);
      assert.equal(answer.body.code, says === '403' ? 'not_allowed' : 'role_missing', name);
      if (says !== '403') assert.equal(answer.body.details.action, action, name);
      const nothing = await api.ask(caller, method, none(path), bodyOf(permission));
      assert.deepEqual([nothing.status, nothing.body.code], [403, answer.body.code], `${name} tells what exists`);
      refused += 1;
    }
  }
  assert.ok(letIn > 150 && refused > 300, `${letIn} ${refused}`);
});

test('no role, one that does not exist, and one of the other side open nothing', async (t) => {
  const { api, own } = await givenBusiness(t);
  const central = ROLE_IDS.filter((role) => ROLES[role].of === 'central-bank');
  const members = ROLE_IDS.filter((role) => ROLES[role].of === 'institution');
  const callers = [
    ...[official('li.na'), official('li.na', 'constructor', 'all'), official('li.na', ...members)],
    ...[member(A, 'wang.wei'), member(A, 'wang.wei', ...central)],
  ];
  for (const permission of permissions.filter(takesRole)) {
    for (const caller of callers) {
      const answer = await api.ask(caller, permission.method, own(permission.path), bodyOf(permission));
      assert.equal(answer.status, 403, `${permission.method} ${permission.path} ${JSON.stringify(caller)}`);
    }
  }
});

test('a role opens what is another’s no more than a token does', async (t) => {
  const { api, own, none } = await givenBusiness(t);
  const confined = permissions.filter(({ participant, path }) => participant === 'own' && path.includes('{'));
  for (const permission of confined) {
    const { method, path } = permission;
    const caller = member(B, 'wang.wei', 'member-administrator', 'member-operator');
    const others = await api.ask(caller, method, own(path), bodyOf(permission));
    const nothing = await api.ask(caller, method, none(path), bodyOf(permission));
    assert.equal(others.status, 404, `${method} ${path}: ${JSON.stringify(others.body)}`);
    assert.deepEqual([others.body.code, others.body.detail], [nothing.body.code, nothing.body.detail]);
  }
});

test('each route for people lets in one who has signed in, and none whose session has ended', async (t) => {
  const { api, own } = await givenBusiness(t);
  const cookie = await givenSession(api);
  const ask = (method: string, path: string, body: unknown) =>
    fetch(api.url + own(path), {
      method,
      headers: { cookie, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const forPeople = permissions.filter(({ operator }) => operator === 'person');
  assert.ok(forPeople.length >= 14);
  // Signing out comes last.
  const isOut = (path: string): number => Number(path.includes('sign-out'));
  for (const permission of forPeople.sort((a, b) => isOut(a.path) - isOut(b.path))) {
    const { method, path } = permission;
    const answer = await ask(method, path, bodyOf(permission));
    const { status } = answer;
    const isEnded = path.endsWith('sign-out-everywhere');
    if (isEnded) assert.equal(status, 401, `${method} ${path} after signing out`);
    // That one is let in and asked for more is no closed door.
    else if (status !== 403 || ((await answer.json()) as { code: string }).code !== 'passkey_needed')
      assert.ok(![401, 403, 405].includes(status) && status < 500, `${method} ${path}: ${status}`);
  }
});

test('what is of another participant answers as what does not exist', async (t) => {
  const { api, own, none } = await givenBusiness(t, true);
  const confined = permissions.filter(({ participant, path }) => participant === 'own' && path.includes('{'));
  assert.ok(confined.length >= 12);
  for (const permission of confined) {
    const { method, path } = permission;
    const name = `${method} ${path}`;
    const others = await api.ask(B, method, own(path), bodyOf(permission));
    const nothing = await api.ask(B, method, none(path), bodyOf(permission));
    const seen = ({ status, body }: typeof others) => [status, body.code, body.detail, body.field, body.details];
    assert.equal(others.status, 404, `${name}: ${JSON.stringify(others.body)}`);
    assert.deepEqual(seen(others), seen(nothing), name);
    const isNotIssued = /\/(certificate|sign-in-provider)$|\{exportId\}/.test(path);
    if (method === 'GET' && !isNotIssued) {
      assert.equal((await api.ask(A, method, own(path))).status, 200, `${name} as its owner`);
    }
  }
});

test('a list shows a participant nothing of another', async (t) => {
  const { api } = await givenBusiness(t);
  const made = await api.ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'sandbox' });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const lists = permissions.filter(
    ({ method, participant, path }) =>
      method === 'GET' && participant === 'own' && !path.includes('{') && !path.endsWith('/stream'),
  );
  assert.ok(lists.length >= 6);
  for (const { path } of lists) {
    const idsOf = async (who: string): Promise<string[]> =>
      (await api.ask(who, 'GET', path)).body.items.map(({ id, code }: { id?: string; code?: string }) => code ?? id);
    const [ofA, ofB] = [await idsOf(A), await idsOf(B)];
    assert.ok(ofA.length > 0, `${path} has nothing to hide`);
    assert.deepEqual(ofB.filter((id) => ofA.includes(id)), [], path);
  }
}); // prettier-ignore

/** Answered from the memory of the book, which holds no tenant apart: authorization and the walks above hold these. */
const FROM_MEMORY = ['/v1/queue', '/v1/participants', '/v1/participants/{id}', '/v1/clearing/{id}'];

test('where every check of a handler fails, the database still shows nothing of another tenant', async (t) => {
  let reader: Tenant | undefined;
  const { api, own } = await givenBusiness(t, true, () => reader);
  const reading = permissions.filter(
    ({ method, participant, path }) =>
      method === 'GET' && participant === 'own' && !path.endsWith('/stream') && !FROM_MEMORY.includes(path),
  );
  let hidden = 0;
  // The handlers believe whom they may tell everything, the one whose it is and the central bank; a stranger reads.
  for (const who of [A, OPERATOR]) {
    for (const { path } of reading) {
      const name = `${path} as ${who}`;
      const its = await api.ask(who, 'GET', own(path));
      reader = { participantId: 'XXXXCNBJ', organisationId: 'XXXXCNBJ' };
      const seen = await api.ask(who, 'GET', own(path));
      reader = undefined;
      if (its.status !== 200 || its.body.items?.length === 0) continue;
      hidden += 1;
      const figures = (body: typeof its.body) => body.points.map((point: Record<string, string>) => point.paidIn);
      if (path.endsWith('/liquidity')) assert.notDeepEqual(figures(seen.body), figures(its.body), name);
      else if (seen.status === 200) assert.deepEqual(seen.body.items, [], name);
      else assert.equal(seen.status, 404, `${name}: ${JSON.stringify(seen.body)}`);
    }
  }
  assert.ok(hidden >= 40, `${hidden} answers had something to hide`);
});
