// Every route of the running API as nobody, as the operator, as a participant and as another participant: what comes is
// what generated/permissions.txt says, and what is another's answers as if it did not exist.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { root } from './source-files.ts';
import { givenBanks, OPERATOR, type RunningApi, startApi, transferXml } from './testing.ts';

const [A, B, C, HOUSE] = ['AAAACNBJ', 'BBBBCNBJ', 'CCCCCNBJ', 'HOUSCNBJ'] as const;
const NOWHERE = '01900000-0000-7000-8000-00000000ffff';

interface Permission {
  method: string;
  path: string;
  nobody: string;
  operator: string;
  participant: string;
}

const permissions: Permission[] = readFileSync(join(root, 'generated', 'permissions.txt'), 'utf8')
  .split('\n')
  .filter((line) => /^(GET|POST|PUT|DELETE) /.test(line))
  .map((line) => {
    const [method = '', path = '', nobody = '', operator = '', participant = ''] = line.trim().split(/\s+/);
    return { method, path, nobody, operator, participant };
  });

/** A bank with something of everything, and what each name in a path is then: its own, and what nobody has. */
async function givenBusiness(
  t: TestContext,
): Promise<{ api: RunningApi; own: (path: string) => string; none: (path: string) => string }> {
  const api = await startApi(t);
  const { ask } = api;
  await givenBanks(api, [A, B, C, HOUSE], '100000');
  const keyId = await givenOrganisations(api);
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
  const given =
    (payment: string, message: string, clearing: string, participant: string, code: string, key: string) =>
    (path: string) =>
      path
        .replace('/payments/{id}', `/payments/${payment}`)
        .replace('/messages/{id}', `/messages/${message}`)
        .replace('/clearing/{id}', `/clearing/${clearing}`)
        .replace('/participants/{id}', `/participants/${participant}`)
        .replace('/organisations/{id}', `/organisations/${participant}`)
        .replace('{keyId}', key)
        .replace('/alarms/{id}', `/alarms/${NOWHERE}`)
        .replace('{leaf}', '0')
        .replace('{code}', code)
        .replace('{date}', '2027-04-15')
        .replace('{priority}', 'urgent')
        .replace('{counterparty}', 'all');
  const own = given(queued.id, mail.id, batch.body.id, A, `settlement:${A}`, keyId);
  const none = given(NOWHERE, `${B}-99999`, NOWHERE, 'XXXXCNBJ', 'settlement:XXXXCNBJ', 'key_none');
  return { api, own, none };
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

/** A body that is in order, so that what refuses is who asks. */
function bodyOf({ method, path }: Permission): unknown {
  if (method === 'GET') return undefined;
  if (path === '/v1/messages') return '<a/>';
  if (path.endsWith('/delivered') || path.startsWith('/v1/demo') || path.endsWith('/acknowledge')) return undefined;
  if (path.includes('/reservations/') || path.includes('/limits/')) return { amount: '5' };
  const reason = 'asked';
  if (path.endsWith('/keys')) return { label: 'books', scopes: ['books:read'] };
  if (path.endsWith('/rotate')) return {};
  if (path.endsWith('/priority')) return { priority: 'urgent', reason };
  if (path.endsWith('/position')) return { to: 'last', reason };
  return { reason };
}

test('each route lets in whom the table says, and refuses the others with the status it says', async (t) => {
  const { api, own } = await givenBusiness(t);
  assert.ok(permissions.length > 40);
  for (const permission of permissions) {
    const { method, path, nobody, operator, participant } = permission;
    for (const [who, says] of [[undefined, nobody], [B, participant], [OPERATOR, operator]] as const) {
      const answer = await api.ask(who, method, own(path), says === 'yes' || says === 'all' ? undefined : bodyOf(permission));
      const name = `${method} ${path} as ${who ?? 'nobody'}`;
      if (/^\d/.test(says)) {
        assert.equal(answer.status, Number(says), name);
        assert.equal(answer.body.code, who === undefined ? 'token_missing' : 'not_allowed', name);
      } else {
        assert.ok(![401, 403, 405].includes(answer.status), `${name}: ${answer.status}`);
        assert.ok(answer.status < 500, `${name}: ${answer.status}`);
      }
    }
  }
}); // prettier-ignore

test('what is of another participant answers as what does not exist', async (t) => {
  const { api, own, none } = await givenBusiness(t);
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
    if (method === 'GET') assert.equal((await api.ask(A, method, own(path))).status, 200, `${name} as its owner`);
  }
});

test('a list shows a participant nothing of another', async (t) => {
  const { api } = await givenBusiness(t);
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
