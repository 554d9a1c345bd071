// The status page of the real server while PostgreSQL is frozen: it answers at once, to a browser with a session too, and
// says that the database does not work; once PostgreSQL is back so is the page, and whoever wanted to hear has heard.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test, type TestContext } from 'node:test';
import { answering, givenReceiver } from '../../modules/webhooks/testing.ts';
import { BANKS, givenServer, postmasterOf, until } from './server-process.ts';

const [A] = BANKS;

/** All of PostgreSQL: its first process and each that it started. */
function freeze(t: TestContext, postmaster: number): () => void {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8').trim().split(/\s+/);
  const all = [postmaster, ...children.map(Number)];
  const send = (signal: NodeJS.Signals): void => all.forEach((pid) => signalTo(pid, signal));
  t.after(() => send('SIGCONT'));
  send('SIGSTOP');
  return () => send('SIGCONT');
}

function signalTo(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

test('while PostgreSQL stands still the status page answers and says so', async (t) => {
  if (process.platform !== 'linux') return t.skip('freezes processes by /proc');
  const server = await givenServer(t, { env: { FEIQIAN_STATUS_SECONDS: '1' } });
  const receiver = await givenReceiver(t);
  receiver.answer(answering(204));
  await server.start();
  const hook = { url: receiver.url, events: ['status.changed'] };
  assert.equal((await server.ask(A, 'POST', `/v1/organisations/${A}/webhooks`, hook)).status, 201);
  const stateOf = async (): Promise<string> => {
    const answer = await fetch(`${server.url}/v1/status`, { signal: AbortSignal.timeout(2_000) });
    return ((await answer.json()) as { state: string }).state;
  };
  await until(async () => (await stateOf()) === 'working', () => `Not all works:\n${server.said()}`); // prettier-ignore
  const thaw = freeze(t, postmasterOf(server));
  await until(async () => (await stateOf()) === 'failing', () => 'Nobody has noticed'); // prettier-ignore
  const headers = { cookie: 'feiqian_session=someone', authorization: `Bearer fqk_${'x'.repeat(43)}` };
  const page = await fetch(`${server.url}/status`, { headers, signal: AbortSignal.timeout(2_000) });
  assert.equal(page.status, 200);
  const text = await page.text();
  assert.match(text, /Something does not work.*部分服务出现异常/);
  assert.match(text, /Database.*数据库.*▲ Failing/);
  thaw();
  await until(async () => (await stateOf()) === 'working', () => `It does not come back:\n${server.said()}`); // prettier-ignore
  const told = (): string[] => receiver.received.map(({ body }) => (JSON.parse(body) as { data: { service: string; state: string } }).data).filter(({ service }) => service === 'database').map(({ state }) => state); // prettier-ignore
  await until(() => told().includes('working'), () => `Nobody was told:\n${server.said()}`); // prettier-ignore
  assert.deepEqual(told().slice(0, 2), ['failing', 'working']);
});
