// Banks that pay each other as fast as they are answered, and what must be true of it whatever happened on the way:
// every client keeps the bytes of its messages and the answers it got, and sends again what was not answered.
import assert from 'node:assert/strict';
import { type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { transferXml } from '../contract/testing.ts';
import { BANKS, type ServerProcess, until } from './server-process.ts';

const CLIENTS = 6;
const RETRY_MS = 50;
const UETR = /<UETR>(.*?)<\/UETR>/;

export interface Sent {
  readonly sender: string;
  readonly receiver: string;
  readonly minor: bigint;
  readonly uetr: string;
  readonly xml: string;
  /** How often it was sent before it was answered. */
  attempts: number;
  answer: string | undefined;
}

export interface Load {
  readonly sent: readonly Sent[];
  /** Resolves when this many more were answered. */
  answers(count: number): Promise<void>;
  /** Gives up waiting for the server it was sent to; what is unanswered is sent again to this one. */
  turnTo(server: ServerProcess): void;
  /** No new messages; resolves when each is answered. */
  finish(): Promise<void>;
}

export async function startLoad(t: TestContext, server: ServerProcess): Promise<Load> {
  const { body: day } = await server.ask('operator', 'GET', '/v1/day');
  const sent: Sent[] = [];
  let isOpen = true;
  let isOver = false;
  let target = server;
  const asking = new Set<AbortController>();
  let fault: unknown;
  const answered = (): number => sent.filter(({ answer }) => answer !== undefined).length;
  const client = async (): Promise<void> => {
    while (isOpen) {
      const message = messageOf(sent.length + 1, day.date as string);
      sent.push(message);
      while (message.answer === undefined && !isOver) {
        message.attempts += 1;
        const control = new AbortController();
        asking.add(control);
        message.answer = await post(target, message, control.signal).finally(() => asking.delete(control));
        if (message.answer === undefined) await pause(RETRY_MS);
      }
    }
  };
  // A test that failed has nobody who starts the server again.
  t.after(() => {
    isOpen = false;
    isOver = true;
  });
  const clients = Array.from({ length: CLIENTS }, () => client().catch((error: unknown) => (fault ??= error)));
  const stand = (): string => `${answered()} of ${sent.length} answered; the server said:\n${target.said()}`;
  return {
    sent,
    answers: async (count) => {
      const goal = answered() + count;
      await until(() => fault !== undefined || answered() >= goal, stand);
      if (fault !== undefined) throw fault as Error;
    },
    turnTo: (other) => {
      target = other;
      for (const control of asking) control.abort();
    },
    finish: async () => {
      isOpen = false;
      await until(() => fault !== undefined || answered() === sent.length, stand);
      await Promise.all(clients);
      if (fault !== undefined) throw fault as Error;
    },
  };
}

function messageOf(n: number, date: string): Sent {
  const sender = BANKS[n % BANKS.length]!;
  const receiver = BANKS[(n + 1 + (n % 2)) % BANKS.length]!;
  const minor = BigInt(1 + (n % 997));
  const amount = `${minor / 100n}.${String(minor % 100n).padStart(2, '0')}`;
  const xml = transferXml(`M${n}`, n, sender, receiver, amount, date);
  return { sender, receiver, minor, uetr: UETR.exec(xml)![1]!, xml, attempts: 0, answer: undefined };
}

/** The answer, or undefined when none came and the same bytes must be sent again. */
async function post(server: ServerProcess, { sender, xml }: Sent, signal: AbortSignal): Promise<string | undefined> {
  const answer = await server.ask(sender, 'POST', '/v1/messages', xml, signal).catch(() => undefined);
  if (answer === undefined || answer.status >= 500) return undefined;
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  assert.match(answer.body as string, /<TxSts>ACSC<\/TxSts>/);
  return answer.body as string;
}

/** Nothing acknowledged is missing, nothing is there twice, and the books hold; each bank was lent `fundedMinor`. */
export async function checkOutcome(server: ServerProcess, sent: readonly Sent[], fundedMinor: bigint): Promise<void> {
  const uetrs = sent.map(({ uetr }) => uetr).sort();
  const payments = await everyPage(server, 'operator', '/v1/payments?limit=200');
  assert.deepEqual(payments.map(({ uetr }) => uetr as string).sort(), uetrs, 'each payment once');
  for (const { uetr, state } of payments) assert.equal(state, 'settled', uetr as string);
  for (const bic of BANKS) {
    const received = sent.filter(({ receiver }) => receiver === bic);
    const outbox = await outboxOf(server, bic);
    assert.deepEqual(outbox.map(({ seq }) => seq), outbox.map((_, index) => index + 1), 'an outbox without gaps'); // prettier-ignore
    const forwarded = outbox.filter(({ kind }) => (kind as string).startsWith('pacs.008'));
    const forwardedUetrs = forwarded.map(({ xml }) => UETR.exec(xml as string)![1]!);
    assert.deepEqual(forwardedUetrs.sort(), received.map(({ uetr }) => uetr).sort(), 'each payment forwarded once');
    const paid = sent.filter(({ sender }) => sender === bic);
    const balance = fundedMinor + sumOf(received) - sumOf(paid);
    await checkAccount(server, bic, balance, 1 + received.length + paid.length);
  }
  const { body: trial } = await server.ask('operator', 'GET', '/v1/books/trial-balance');
  assert.ok(trial.isBalanced);
  for (const message of sent) {
    const again = await server.ask(message.sender, 'POST', '/v1/messages', message.xml);
    assert.equal(again.headers.get('feiqian-repeated'), 'true');
    assert.equal(again.body, message.answer, 'the same answer again');
  }
}

const sumOf = (messages: readonly Sent[]): bigint => messages.reduce((sum, { minor }) => sum + minor, 0n);

/** Its balance, and that one transfer was booked for each payment and one for what was lent. */
async function checkAccount(server: ServerProcess, bic: string, balance: bigint, entries: number): Promise<void> {
  const { body } = await server.ask(bic, 'GET', '/v1/books/accounts');
  const [account] = body.items as { code: string; balance: string }[];
  assert.equal(account!.balance, String(balance), bic);
  const { body: statement } = await server.ask(bic, 'GET', `/v1/books/accounts/${account!.code}/statement`);
  assert.equal(statement.entryCount, entries, `entries of ${bic}`);
}

async function everyPage(server: ServerProcess, who: string, path: string): Promise<Record<string, unknown>[]> {
  const items: Record<string, unknown>[] = [];
  for (let after = ''; ;) {
    const { status, body } = await server.ask(who, 'GET', `${path}${after}`);
    assert.equal(status, 200, JSON.stringify(body));
    items.push(...(body.items as Record<string, unknown>[]));
    if (body.next === null) return items;
    after = `&after=${encodeURIComponent(body.next as string)}`;
  }
}

const outboxOf = (server: ServerProcess, bic: string) => everyPage(server, bic, '/v1/messages?limit=1000');
