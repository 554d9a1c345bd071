// The worked example of docs/how-to/connect-a-bank.md against the real API, as the programs a bank would run; and the
// streams it stands on: in order, whole, resumed after a break.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { test, type TestContext } from 'node:test';
import { connectBank, type OutboxMessage, ProblemError, type SentMessage } from '../../client/index.ts';
import { root } from '../contract/source-files.ts';
import { givenBanks, OPERATOR, startApi, transferXml } from '../contract/testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const FUNDS = '100000000';

function bankProgram(t: TestContext, ...args: string[]): ChildProcess {
  const program = ['--import', 'tsx', 'docs/how-to/bank.ts', ...args];
  const child = spawn(process.execPath, program, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(() => child.kill());
  return child;
}

async function linesOf(child: ChildProcess): Promise<string[]> {
  let text = '';
  child.stdout!.on('data', (part: Buffer) => (text += part.toString()));
  await once(child, 'close');
  return text.trim().split('\n');
}

async function lineOf(child: ChildProcess): Promise<string> {
  const [part] = (await once(child.stdout!, 'data')) as [Buffer];
  return part.toString().trim();
}

test('the example bank pays, is answered the same again, and is told what is wrong; the other bank takes it in', async (t) => {
  const api = await startApi(t);
  await givenBanks(api, [A, B], FUNDS);
  const receiver = bankProgram(t, 'receive', api.url, api.tokenOf(B));
  const received = lineOf(receiver);
  const pay = (amount: string, id: string) =>
    linesOf(bankProgram(t, 'pay', api.url, api.tokenOf(A), A, B, amount, '2027-04-15', id));
  assert.deepEqual(await pay('1234.56', 'A-1'), ['pacs.002.001.10 ACSC', 'sent again: the same answer']);
  // Money arrived before: number 1 tells of the reserves lent.
  assert.match(await received, /pacs\.008\.001\.08 INVOICE-4711|camt\.054/);
  const [wrong = '', again] = await pay('12,34', 'A-2');
  assert.match(wrong, /^not valid: .+ at \/Document\/.*IntrBkSttlmAmt/);
  assert.equal(again, 'sent again: the same answer');
  const bank = connectBank({ base: api.url, token: api.tokenOf(B) });
  const last = (await bank.outbox()).at(-1)!;
  assert.equal(last.kind, 'pacs.008.001.08');
  const isConfirmed = async (): Promise<boolean> => {
    const { body } = await api.ask(OPERATOR, 'GET', `/v1/messages/${last.id}`);
    return body.state === 'delivered';
  };
  while (!(await isConfirmed())) await new Promise((resolve) => setTimeout(resolve, 20));
});

async function take<Item>(source: AsyncIterable<Item>, isLast: (item: Item) => boolean): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of source) {
    items.push(item);
    if (isLast(item)) break;
  }
  return items;
}

test('an outbox followed live comes whole and in order, from any number on; so do the answers', async (t) => {
  const api = await startApi(t);
  await givenBanks(api, [A, B], FUNDS);
  const [sender, receiver] = [A, B].map((bic) => connectBank({ base: api.url, token: api.tokenOf(bic) }));
  const before = (await receiver!.outbox()).length;
  const count = 250;
  const control = new AbortController();
  const followed = take(receiver!.follow(0, control.signal), ({ seq }) => seq === before + count);
  const answered = take(sender!.followAnswers('0', control.signal), ({ messageId }) => messageId === `M${count}`);
  const send = (n: number) => sender!.send(transferXml(`M${n}`, n, A, B, '1.00'));
  for (let n = 1; n < count; n += 10) await Promise.all(Array.from({ length: n + 10 > count ? 9 : 10 }, (_, k) => send(n + k)));
  // The last is sent alone, so that it is the last that is answered.
  await send(count);
  const messages: OutboxMessage[] = await followed;
  assert.deepEqual(messages.map(({ seq }) => seq), Array.from({ length: before + count }, (_, n) => n + 1));
  assert.deepEqual(messages.slice(-200), await receiver!.outbox(before + count - 200, 200));
  const answers: SentMessage[] = await answered;
  assert.equal(answers.length, count);
  assert.equal(new Set(answers.map(({ messageId }) => messageId)).size, count);
  assert.deepEqual(answers.map(({ cursor }) => Number(cursor)), answers.map(({ cursor }) => Number(cursor)).sort((a, b) => a - b));
  const again = await sender!.send(transferXml('M7', 7, A, B, '1.00'));
  assert.ok(again.isRepeated);
  assert.equal(answers.find(({ messageId }) => messageId === 'M7')!.answer, again.xml);
  const late = await take(receiver!.follow(before + count - 3, control.signal), ({ seq }) => seq === before + count);
  assert.deepEqual(late, messages.slice(-3));
  control.abort();
}); // prettier-ignore

/** A wire between the bank and the server that can be cut. */
async function givenWire(t: TestContext, target: string): Promise<{ url: string; cut(): void }> {
  const sockets = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(new URL(target).port), '127.0.0.1');
    for (const [from, to] of [[near, far], [far, near]] as const) {
      sockets.add(from);
      from.on('error', () => undefined).on('close', () => to.destroy());
      from.pipe(to);
    }
  }); // prettier-ignore
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const cut = (): void => {
    for (const socket of sockets) socket.destroy();
    sockets.clear();
  };
  t.after(() => {
    cut();
    wire.close();
  });
  return { url: `http://127.0.0.1:${(wire.address() as AddressInfo).port}`, cut };
}

test('a broken stream goes on after the last message taken: nothing twice, nothing missing', async (t) => {
  const api = await startApi(t);
  await givenBanks(api, [A, B], FUNDS);
  const sender = connectBank({ base: api.url, token: api.tokenOf(A) });
  const wire = await givenWire(t, api.url);
  // The host that the wire names is another port of this machine; the server allows any.
  const receiver = connectBank({ base: wire.url, token: api.tokenOf(B) });
  const before = (await receiver.outbox()).length;
  const control = new AbortController();
  const seen: number[] = [];
  const following = (async () => {
    for await (const { seq } of receiver.follow(before, control.signal)) {
      seen.push(seq);
      if (seq === before + 3 || seq === before + 6) wire.cut();
      if (seq === before + 9) return;
    }
  })();
  for (let n = 1; n <= 9; n++) await sender.send(transferXml(`M${n}`, n, A, B, '1.00'));
  await following;
  control.abort();
  assert.deepEqual(
    seen,
    Array.from({ length: 9 }, (_, n) => before + n + 1),
  );
});

test('a stream is refused by a problem: another caller, a cursor that is none', async (t) => {
  const api = await startApi(t);
  await givenBanks(api, [A], FUNDS);
  const follow = (token: string) =>
    take(connectBank({ base: api.url, token }).follow(), () => true).then(
      () => 'none',
      (error: unknown) => (error instanceof ProblemError ? error.problem.code : 'other'),
    );
  assert.equal(await follow(api.tokenOf(OPERATOR)), 'not_allowed');
  assert.equal(await follow('nonsense'), 'token_unknown');
  const answer = await fetch(`${api.url}/v1/messages/stream`, {
    headers: { authorization: `Bearer ${api.tokenOf(A)}`, 'last-event-id': 'x' },
  });
  const problem = (await answer.json()) as { code: string; field: string };
  assert.deepEqual([answer.status, problem.code, problem.field], [400, 'cursor_malformed', 'Last-Event-ID']);
});

test('a bank whose connection breaks sends the same bytes again and is paid once', async (t) => {
  const api = await startApi(t);
  await givenBanks(api, [A, B], FUNDS);
  const wire = await givenWire(t, api.url);
  const bank = connectBank({ base: wire.url, token: api.tokenOf(A) });
  const xml = transferXml('M1', 1, A, B, '5.00');
  // The first connection is cut the moment the message has arrived.
  const stop = api.house.onCommit(() => wire.cut());
  const answer = await bank.send(xml);
  stop();
  assert.match(answer.xml, /<TxSts>ACSC<\/TxSts>/);
  const { body } = await api.ask(A, 'GET', '/v1/payments');
  assert.equal(body.items.length, 1);
});
