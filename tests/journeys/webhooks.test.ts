// Webhooks of the real server: it is killed between sending and noting down and sends again under the same id; the
// receiver of docs/how-to/receive-webhooks.md takes what it is told.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { test, type TestContext } from 'node:test';
import { answering, givenReceiver } from '../../modules/webhooks/testing.ts';
import { root } from '../contract/source-files.ts';
import { BANKS, freePort, fundBanks, givenServer, type ServerProcess, until } from './server-process.ts';

const [A] = BANKS;
const HOOKS = `/v1/organisations/${A}/webhooks`;

async function register(server: ServerProcess, url: string): Promise<{ id: string; secret: string }> {
  const { status, body } = await server.ask(A, 'POST', HOOKS, { url, events: ['message.available'] });
  assert.equal(status, 201, JSON.stringify(body));
  return body;
}

test('killed between sending and noting it down, the server sends again under the same id and loses nothing', async (t) => {
  const server = await givenServer(t);
  const receiver = await givenReceiver(t);
  await server.start();
  const { id } = await register(server, receiver.url);
  // It has arrived, and the server does not know it yet.
  receiver.answer((response) => {
    server.child.kill('SIGKILL');
    setTimeout(() => response.destroy(), 50);
  });
  // What the central bank lends is told as a message in the outbox.
  await fundBanks(server, '100000');
  await server.ended();
  assert.equal(receiver.received.length, 1);
  receiver.answer(answering(204));
  await server.start();
  await until(() => receiver.received.length >= 2, () => `Nothing came again:\n${server.said()}`); // prettier-ignore
  const [before, after] = receiver.received;
  assert.equal(before!.headers['webhook-id'], after!.headers['webhook-id']);
  assert.equal(before!.body, after!.body);
  await until(
    async () => (await server.ask(A, 'GET', `${HOOKS}/${id}`)).body.waiting === 0,
    () => 'Something still waits',
  );
  const { body } = await server.ask(A, 'GET', `${HOOKS}/${id}/deliveries`);
  assert.ok(body.items.every(({ state }: { state: string }) => state === 'delivered'));
});

async function givenExample(t: TestContext, port: number, secret: string): Promise<() => string> {
  const args = ['--import', 'tsx', 'docs/how-to/receiver.ts', String(port), secret];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill());
  let said = '';
  child.stdout.on('data', (text: Buffer) => (said += text.toString()));
  await until(() => said.includes('ready'), () => 'The receiver does not start'); // prettier-ignore
  return () => said;
}

test('the receiver of the how-to takes a test event and its replay, and nothing from a stranger', async (t) => {
  const server = await givenServer(t);
  await server.start();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const { id, secret } = await register(server, url);
  const said = await givenExample(t, port, secret);
  const { body } = await server.ask(A, 'POST', `${HOOKS}/${id}/test`, {});
  await until(() => said().includes('webhook.test'), () => said()); // prettier-ignore
  const replay = `${HOOKS}/${id}/deliveries/${body.id}/replay`;
  await until(async () => (await server.ask(A, 'POST', replay, {})).status === 202, () => said()); // prettier-ignore
  await until(() => said().includes(`again ${body.eventId}`), () => said()); // prettier-ignore
  const forged = await fetch(url, {
    method: 'POST',
    headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': String(Math.floor(Date.now() / 1_000)), 'webhook-signature': 'v1,AAAA' },
    body: '{"type":"payment.settled"}',
  }); // prettier-ignore
  assert.equal(forged.status, 401);
});
