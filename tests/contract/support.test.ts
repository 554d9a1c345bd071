// Support over real HTTP: who asks, who answers, what each side is told waits for it, and what is nobody else's.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { MOST_OPEN, MOST_POSTS } from '../../modules/support/testing.ts';
import { givenBanks, member, official, OPERATOR, type RunningApi, startApi, transferXml } from './testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const own = (rest = '', of: string = A): string => `/v1/organisations/${of}/cases${rest}`;
const asker = member(A, 'chen.jie', 'member-operator');
const stranger = member(B, 'wu.tong', 'member-administrator', 'member-operator');
const officer = official('li.na', 'participants-officer');
const QUESTION = { kind: 'question', subject: 'Cut-off', text: 'Until when may MT be sent?' };

async function givenInstitutions(t: TestContext): Promise<RunningApi> {
  const api = await startApi(t);
  await givenBanks(api, [A, B], '100000');
  for (const id of [A, B]) {
    const body = { id, kind: 'bank', name: { en: `Bank ${id}`, zh: `银行${id}` }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', body)).status, 201);
  }
  await api.subscriptions.refresh();
  return api;
}

/** Its id. */
async function asked({ ask }: RunningApi, more: object = {}): Promise<string> {
  const { status, body } = await ask(asker, 'POST', own(), { ...QUESTION, ...more });
  assert.equal(status, 201, JSON.stringify(body));
  return body.id;
}

const waitingFor = async ({ ask }: RunningApi, who: Parameters<RunningApi['ask']>[0]): Promise<number> =>
  (await ask(who, 'GET', '/v1/cases')).body.waiting;

test('a case goes from open to answered to closed, a post opens it again, and each side hears what waits for it', async (t) => {
  const api = await givenInstitutions(t);
  const { ask } = api;
  const id = await asked(api);
  const waiting = async () => [await waitingFor(api, officer), await waitingFor(api, asker), await waitingFor(api, stranger)];
  assert.deepEqual(await waiting(), [1, 0, 0]);
  const answered = await ask(officer, 'POST', own(`/${id}/answer`), { text: 'Until 17:00.' });
  assert.deepEqual([answered.status, answered.body.state], [200, 'answered'], JSON.stringify(answered.body));
  assert.deepEqual(await waiting(), [0, 1, 0]);
  const closed = await ask(asker, 'POST', own(`/${id}/close`), {});
  assert.equal(closed.body.state, 'closed');
  assert.deepEqual(await waiting(), [0, 0, 0]);
  assert.equal((await ask(officer, 'POST', own(`/${id}/close`), {})).body.code, 'case_closed');
  const replied = await ask(asker, 'POST', own(`/${id}/reply`), { text: 'On holidays too?' });
  assert.equal(replied.body.state, 'open');
  assert.deepEqual(await waiting(), [1, 0, 0]);
  await ask(officer, 'POST', own(`/${id}/close`), { text: 'Told by telephone.' });
  assert.equal((await ask(officer, 'POST', own(`/${id}/answer`), { text: 'Yes.' })).body.state, 'answered');
  const { body } = await ask(asker, 'GET', own(`/${id}`));
  assert.deepEqual(
    body.posts.map(({ by, side, act, text }: Record<string, string>) => `${by} ${side} ${act} ${text}`),
    [
      `chen.jie institution asked ${QUESTION.text}`,
      'li.na central-bank answered Until 17:00.',
      'chen.jie institution closed null',
      'chen.jie institution replied On holidays too?',
      'li.na central-bank closed Told by telephone.',
      'li.na central-bank answered Yes.',
    ],
  );
  assert.deepEqual((await ask(officer, 'GET', '/v1/cases?state=answered')).body.items.map((each: { id: string }) => each.id), [id]);
}); // prettier-ignore

test('a case and its thread are for its institution and the central bank alone', async (t) => {
  const api = await givenInstitutions(t);
  const { ask } = api;
  const id = await asked(api);
  for (const [method, path, body] of [
    ['GET', own(`/${id}`)], ['POST', own(), QUESTION], ['POST', own(`/${id}/reply`), { text: 'x' }], ['POST', own(`/${id}/close`), {}],
    ['GET', own(`/${id}`, B)], ['POST', own(`/${id}/reply`, B), { text: 'x' }], ['POST', own(`/${id}/close`, B), {}],
  ] as const) assert.equal((await ask(stranger, method, path, body)).status, 404, `${method} ${path}`);
  assert.deepEqual((await ask(stranger, 'GET', '/v1/cases')).body, { items: [], next: null, waiting: 0 });
  assert.equal((await ask(asker, 'POST', own(`/${id}/answer`), { text: 'x' })).status, 403, 'nobody answers themselves');
  assert.equal((await ask(officer, 'POST', own(), QUESTION)).status, 403, 'the central bank asks nothing of itself');
  assert.equal((await ask(member(A, 'xu.li', 'member-viewer'), 'POST', own(), QUESTION)).status, 403);
  assert.equal((await ask(official('tan.yu', 'viewer'), 'GET', own(`/${id}`))).status, 403);
}); // prettier-ignore

test('a case is about a request, payment or message of the organisation’s own, and of no other', async (t) => {
  const api = await givenInstitutions(t);
  const { ask } = api;
  const sent = await ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '1.00'));
  const request = sent.headers.get('x-request-id')!;
  await api.requestLog.write();
  const payment = (await ask(A, 'GET', '/v1/payments')).body.items[0].id;
  const message = (await ask(OPERATOR, 'GET', `/v1/messages/all?direction=in&participant=${A}`)).body.items[0].id;
  for (const about of [
    { kind: 'request', id: request },
    { kind: 'payment', id: payment },
    { kind: 'message', id: message },
  ]) {
    const id = await asked(api, { about });
    assert.deepEqual((await ask(officer, 'GET', own(`/${id}`))).body.about, about);
    if (about.kind === 'payment') continue; // It is the receiver's too.
    const { status, body } = await ask(stranger, 'POST', own('', B), { ...QUESTION, about });
    assert.deepEqual([status, body.code], [422, 'case_about_not_found'], about.kind);
  }
  for (const kind of ['request', 'payment', 'message']) {
    const { body } = await ask(asker, 'POST', own(), { ...QUESTION, about: { kind, id: 'none' } });
    assert.equal(body.code, 'case_about_not_found', kind);
  }
});

test('how many cases are open, how many posts one has and how long a text is are bounded', async (t) => {
  const api = await givenInstitutions(t);
  const { ask } = api;
  assert.equal((await ask(asker, 'POST', own(), { ...QUESTION, text: 'x'.repeat(4_001) })).status, 400);
  assert.equal((await ask(asker, 'POST', own(), { ...QUESTION, text: ' \n ' })).status, 400);
  const made = await Promise.all(Array.from({ length: MOST_OPEN + 3 }, () => ask(asker, 'POST', own(), QUESTION)));
  assert.equal(made.filter(({ status }) => status === 201).length, MOST_OPEN);
  assert.equal(made.filter(({ body }) => body.code === 'cases_too_many').length, 3);
  const { id } = (await ask(asker, 'GET', '/v1/cases')).body.items[0];
  await api.house.pool.query('update support.cases set posts = $2 where case_id::text = $1', [id, MOST_POSTS - 2]);
  assert.equal((await ask(asker, 'POST', own(`/${id}/reply`), { text: 'last' })).status, 200);
  assert.equal((await ask(asker, 'POST', own(`/${id}/reply`), { text: 'x' })).body.code, 'case_full');
  assert.equal((await ask(officer, 'POST', own(`/${id}/answer`), { text: 'x' })).body.code, 'case_full');
  assert.equal((await ask(officer, 'POST', own(`/${id}/close`), {})).status, 200, 'there is room to close it');
});

test('an answer is told by webhook once, without its words, to whom it is for', async (t) => {
  const api = await givenInstitutions(t);
  const { ask } = api;
  for (const id of [A, B]) {
    const hook = { url: 'https://8.8.8.8/', events: ['support.answered'] };
    assert.equal((await ask(id, 'POST', `/v1/organisations/${id}/webhooks`, hook)).status, 201);
  }
  const id = await asked(api);
  await ask(officer, 'POST', own(`/${id}/answer`), { text: 'Until 17:00.' });
  const { rows } = await api.house.pool.query(
    `select organisation_id, type, body::json->'data' as data, count(d.number)::int4 as deliveries
     from webhooks.events e join webhooks.deliveries d using (event_id) where type = 'support.answered' group by 1, 2, 3::text, body`,
  );
  assert.deepEqual(rows, [{ organisation_id: A, type: 'support.answered', data: { caseId: id }, deliveries: 1 }]);
});
