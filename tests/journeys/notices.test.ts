// What operators tell everyone, on the real server: from its beginning to its end on the page, in the feed, in the calendar,
// to webhooks and in the evidence; and while PostgreSQL is away.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { answering, givenReceiver } from '../../modules/webhooks/testing.ts';
import { BANKS, givenServer, postmasterOf, type ServerProcess, until } from './server-process.ts';

const [A] = BANKS;
const NOTICES = '/v1/status/notices';
const incident = {
  kind: 'incident',
  title: { en: 'Payments are <slow>', zh: '支付缓慢' },
  services: ['settlement', 'messages'],
  text: { en: 'We look into it & report.', zh: '正在调查。' },
};
const maintenance = {
  kind: 'maintenance',
  title: { en: 'New disks', zh: '更换磁盘' },
  services: ['database'],
  text: { en: 'Payments may wait a minute.', zh: '支付可能等待一分钟。' },
  startsAt: '2099-04-15T20:00:00Z',
  endsAt: '2099-04-15T21:00:00Z',
};
const says = (state: string, en = 'As it is.') => ({ state, text: { en, zh: '如此。' } });

async function givenStarted(t: TestContext): Promise<ServerProcess> {
  const server = await givenServer(t);
  await server.start();
  return server;
}

const begin = async (server: ServerProcess, notice: object): Promise<string> => {
  const { status, body } = await server.ask('operator', 'POST', NOTICES, notice);
  assert.equal(status, 201, JSON.stringify(body));
  return body.id as string;
};
const textOf = async (server: ServerProcess, path: string): Promise<string> => (await fetch(server.url + path)).text();

test('an incident is told from its beginning to its end, to everyone and each organisation that asked', async (t) => {
  const server = await givenStarted(t);
  const receiver = await givenReceiver(t);
  receiver.answer(answering(204));
  const hook = { url: receiver.url, events: ['status.notice'] };
  assert.equal((await server.ask(A, 'POST', `/v1/organisations/${A}/webhooks`, hook)).status, 201);
  const id = await begin(server, incident);
  const updates = `${NOTICES}/${id}/updates`;
  // Two at the same moment: one after the other, neither lost.
  const both = await Promise.all(['identified', 'monitoring'].map((state) => server.ask('operator', 'POST', updates, says(state)))); // prettier-ignore
  assert.deepEqual(both.map(({ status }) => status), [200, 200]); // prettier-ignore
  const page = await textOf(server, '/status');
  assert.match(page, /Payments are &#60;slow&#62;.*支付缓慢/);
  assert.match(page, /There is an incident\..*有事件正在处理/);
  assert.match(page, /We look into it &#38; report\./);
  const atom = await textOf(server, '/status/notices.atom');
  assert.equal(atom.match(/<entry>/g)?.length, 3);
  assert.match(atom, new RegExp(`urn:uuid:${id}:1`));
  assert.equal((await server.ask('operator', 'POST', updates, says('resolved'))).status, 200);
  const late = await server.ask('operator', 'POST', updates, says('monitoring'));
  assert.deepEqual([late.status, late.body.code], [409, 'notice_over']);
  assert.deepEqual((JSON.parse(await textOf(server, '/v1/status')) as { notices: [] }).notices, []);
  assert.match(await textOf(server, '/status'), /Past notices[\s\S]*Payments are[\s\S]*Resolved/);
  const told = (): string[] => receiver.received.map(({ body }) => (JSON.parse(body) as { data: { state: string } }).data.state); // prettier-ignore
  await until(() => told().length === 4, () => `Told only of ${told().join(' ')}:\n${server.said()}`); // prettier-ignore
  assert.deepEqual([told().at(0), told().at(-1)], ['investigating', 'resolved']);
});

test('maintenance stands in a calendar one subscribes to, moves, and is called off', async (t) => {
  const server = await givenStarted(t);
  const id = await begin(server, maintenance);
  const calendar = async (): Promise<string> =>
    (await textOf(server, '/status/maintenance.ics')).replaceAll('\r\n ', '');
  assert.match(await calendar(), /UID:.*\r\nSEQUENCE:0\r\n[\s\S]*DTSTART:20990415T200000Z\r\nDTEND:20990415T210000Z/);
  const moved = { ...says('planned', 'An hour later.'), endsAt: '2099-04-15T22:00:00Z' };
  assert.equal((await server.ask('operator', 'POST', `${NOTICES}/${id}/updates`, moved)).status, 200);
  assert.match(await calendar(), /SEQUENCE:1\r\n[\s\S]*DTEND:20990415T220000Z/);
  assert.equal((await server.ask('operator', 'POST', `${NOTICES}/${id}/updates`, says('cancelled'))).status, 200);
  assert.match(await calendar(), /STATUS:CANCELLED/);
});

test('what a notice cannot say is refused by its field, and nothing is told', async (t) => {
  const server = await givenStarted(t);
  const id = await begin(server, incident);
  const { startsAt, endsAt, ...timeless } = maintenance;
  const refused: [string, object, string, string][] = [
    [NOTICES, timeless, 'notice_time', '/startsAt'],
    [NOTICES, { ...timeless, startsAt }, 'notice_time', '/endsAt'],
    [NOTICES, { ...timeless, startsAt, endsAt: startsAt }, 'notice_time', '/endsAt'],
    [NOTICES, { ...timeless, startsAt: '2001-01-01T00:00:00Z', endsAt }, 'notice_time', '/startsAt'],
    [NOTICES, { ...incident, startsAt }, 'notice_time', '/startsAt'],
    [NOTICES, { ...incident, endsAt }, 'notice_time', '/endsAt'],
    [`${NOTICES}/${id}/updates`, says('done'), 'notice_state', '/state'],
    [`${NOTICES}/0190aaaa-0000-7000-8000-000000000000/updates`, says('resolved'), 'notice_not_found', '/id'],
    [`${NOTICES}/elsewhere/updates`, says('resolved'), 'notice_not_found', '/id'],
  ];
  for (const [path, body, code, field] of refused) {
    const answer = await server.ask('operator', 'POST', path, body);
    assert.deepEqual([answer.body.code, answer.body.field], [code, field], JSON.stringify(body));
  }
  const { items } = JSON.parse(await textOf(server, NOTICES)) as { items: { updates: [] }[] };
  assert.deepEqual(items.map(({ updates }) => updates.length), [1]); // prettier-ignore
});

test('while PostgreSQL is gone what was told before is still there', async (t) => {
  if (process.platform !== 'linux') return t.skip('freezes a process by /proc');
  const server = await givenStarted(t);
  await begin(server, incident);
  const postmaster = postmasterOf(server);
  process.kill(postmaster, 'SIGSTOP');
  try {
    assert.match(await textOf(server, '/status'), /支付缓慢/);
    assert.match(await textOf(server, '/status/notices.atom'), /支付缓慢/);
  } finally {
    process.kill(postmaster, 'SIGCONT');
  }
});
