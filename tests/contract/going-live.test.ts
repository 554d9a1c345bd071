// The way to live over real HTTP: a certificate, the institution's own asking, an officer's opening that two others approve;
// no key for live before, and one right after.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { givenCertificate } from '../../modules/conformance/testing.ts';
import { type Caller } from '../../platform/http/index.ts';
import { decide, name, refused } from './testing-approvals.ts';
import { type Asked, givenBanks, official, OPERATOR, type RunningApi, startApi } from './testing.ts';

const [NOVA, BANK, OTHER] = ['NOVA', 'AAAACNBJ', 'BBBBCNBJ'] as const;
const nova: Caller = { kind: 'organisation', actor: NOVA, organisationId: NOVA };
const officer = official('sun.mei', 'participants-officer');
const [first, second] = [official('zhao.yi', 'supervisor'), official('qian.er', 'supervisor')];
const KEY = { label: 'books', scopes: ['organisations:read'] };
const WAY = `/v1/organisations/${NOVA}/going-live`;
const LIVE = `/v1/organisations/${NOVA}/live`;

async function givenNova(t: TestContext): Promise<RunningApi> {
  const api = await startApi(t);
  await givenBanks(api, [BANK, OTHER], '1000');
  const organisation = { id: NOVA, kind: 'fintech', name: name('Nova'), reason: 'joined' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  return api;
}

const makeKey = ({ ask }: RunningApi, environment: string): Promise<Asked> =>
  ask(nova, 'POST', `/v1/organisations/${NOVA}/keys`, { ...KEY, environment });

const stepsOf = ({ body }: Asked): string =>
  body.steps
    .filter(({ at }: { at: string | null }) => at !== null)
    .map(({ code }: { code: string }) => code)
    .join(' ');

test('an institution goes live by its certificate, by its own asking, and by an officer and two others', async (t) => {
  const api = await givenNova(t);
  const { ask, house } = api;
  const run = randomUUID();
  assert.equal(stepsOf(await ask(nova, 'GET', WAY)), 'invited');
  refused(await makeKey(api, 'live'), 403, 'live_not_open');
  assert.equal((await makeKey(api, 'sandbox')).status, 201);
  refused(await ask(nova, 'POST', WAY, { run }), 404, 'run_not_found');
  await givenCertificate(house.pool, NOVA, run);
  refused(await ask(officer, 'POST', LIVE, { run, reason: 'ready' }), 409, 'live_not_asked');
  const asked = await ask(nova, 'POST', WAY, { run });
  assert.equal(stepsOf(asked), 'invited certification asked');
  assert.deepEqual([asked.body.next, asked.body.certificateRun], ['approved', run]);

  const held = await ask(officer, 'POST', LIVE, { run, reason: 'ready' });
  assert.equal(held.status, 202, JSON.stringify(held.body));
  assert.ok(held.body.difference.some(({ after }: { after: string }) => after === run), 'approving shows the certificate');
  refused(await decide(api, officer, 'approve', held), 403, 'approval_own');
  await decide(api, first, 'approve', held);
  refused(await makeKey(api, 'live'), 403, 'live_not_open');
  assert.equal((await decide(api, second, 'approve', held)).body.state, 'carried-out');

  const live = await ask(nova, 'GET', WAY);
  assert.deepEqual([stepsOf(live), live.body.next], ['invited certification asked approved live', null]);
  const key = await makeKey(api, 'live');
  assert.equal(key.status, 201);
  const headers = { authorization: `Bearer ${key.body.secret}` };
  assert.equal((await fetch(`${api.url}${WAY.replace('/going-live', '')}`, { headers })).status, 200);
  refused(await ask(nova, 'POST', WAY, { run }), 409, 'live_open');
  const { acts } = (await ask(nova, 'GET', `/v1/organisations/${NOVA}`)).body;
  const said = acts.map(({ act }: { act: string }) => act);
  assert.deepEqual(said.filter((act: string) => act.startsWith('live')), ['live-opened', 'live-asked']);
}); // prettier-ignore

test('a key for live that stands in the rows before live is open lets nobody in', async (t) => {
  const api = await givenNova(t);
  const { body } = await makeKey(api, 'sandbox');
  await api.house.pool.query(`update access.keys set environment = 'live' where key_id = $1`, [body.id]);
  const headers = { authorization: `Bearer ${body.secret}` };
  const answer = await fetch(`${api.url}/v1/organisations`, { headers });
  assert.deepEqual([answer.status, ((await answer.json()) as { code: string }).code], [403, 'live_not_open']);
});

test('an older script’s certificate, another’s run, and a run asked by no more open nothing', async (t) => {
  const api = await givenNova(t);
  const { ask, house } = api;
  const [old, others, newer] = [randomUUID(), randomUUID(), randomUUID()];
  await givenCertificate(house.pool, NOVA, old, 0);
  await givenCertificate(house.pool, BANK, others);
  await givenCertificate(house.pool, NOVA, newer);
  refused(await ask(nova, 'POST', WAY, { run: old }), 409, 'certificate_not_valid');
  refused(await ask(nova, 'POST', WAY, { run: others }), 404, 'run_not_found');
  assert.equal((await ask(nova, 'POST', WAY, { run: newer })).status, 200);
  const again = randomUUID();
  await givenCertificate(house.pool, NOVA, again);
  const held = await ask(officer, 'POST', LIVE, { run: newer, reason: 'ready' });
  assert.equal((await ask(nova, 'POST', WAY, { run: again })).status, 200);
  for (const who of [first, second]) await decide(api, who, 'approve', held);
  const { body } = await ask(officer, 'GET', `/v1/approvals/${held.body.id}`);
  assert.deepEqual([body.state, body.outcome.code], ['failed', 'live_not_asked'], 'what was approved is what is done');
  refused(await makeKey(api, 'live'), 403, 'live_not_open');
});

test('live may make an institution the participant it is, and one that is a participant has it from the start', async (t) => {
  const api = await givenNova(t);
  const { ask, house } = api;
  const bank = { id: OTHER, kind: 'bank', name: name('Other'), participantId: OTHER, reason: 'joined' };
  const made = await ask(OPERATOR, 'POST', '/v1/organisations', bank);
  assert.deepEqual([made.status, made.body.liveSince], [201, made.body.createdAt]);
  const run = randomUUID();
  await givenCertificate(house.pool, NOVA, run);
  await ask(nova, 'POST', WAY, { run });
  const open = (participantId: string) => ask(OPERATOR, 'POST', LIVE, { run, participantId, reason: 'ready' });
  refused(await open('XXXXCNBJ'), 422, 'organisation_participant_unknown');
  refused(await open(OTHER), 409, 'organisation_known');
  assert.equal((await open(BANK)).status, 200);
  assert.equal((await ask(OPERATOR, 'GET', `/v1/organisations/${NOVA}`)).body.participantId, BANK);
  assert.equal((await ask(BANK, 'GET', WAY)).body.next, null);
});
