// Whole payments: XML in over HTTP, checked, settled, durable, pacs.002 out, the receiver's message written. The load
// comes from this same machine's cores, as a bank's would not.
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { Latencies } from './measure.ts';
import { bankMessage, BANKS } from './messages.ts';
import { type BenchContext, type Row } from './row.ts';
import { type BenchServer, startServer } from './server.ts';

interface Load {
  /** Transactions in each message. */
  readonly size: number;
  /** Connections, each with one message under way. */
  readonly connections: number;
  readonly seconds: number;
  /** Transactions a second, arriving whether or not the server keeps up; as fast as answers come when absent. */
  readonly pace?: number;
}

/** Rows for `npm run bench`: whole payments over HTTP. */
export async function paymentsSuite({ isLong, baseline, report }: BenchContext): Promise<void> {
  const server = await startServer();
  try {
    const bench = await benchOf(server);
    const seconds = isLong ? 30 : 8;
    const singly = { size: 1, connections: 64 };
    const hundreds = { size: 100, connections: 12 };
    await send(bench, { ...singly, seconds: 4 });
    const row = async (name: string, load: Load): Promise<void> => {
      const measured = await send(bench, load);
      report({ name, ...measured, baseline: baseline.random, ratio: measured.rate / baseline.random });
    };
    await row('whole payments, 1 a message, 64 at a time', { ...singly, seconds });
    await row('whole payments, 1 a message, 1,000/s arriving', { ...singly, seconds, pace: 1_000 });
    await send(bench, { ...hundreds, seconds: 2 });
    await row('whole payments, 100 a message, 12 at a time', { ...hundreds, seconds });
    await row('whole payments, 100 a message, 4,000/s arriving', {
      ...hundreds,
      connections: 64,
      seconds,
      pace: 4_000,
    });
  } finally {
    await server.stop();
  }
}

interface Bench {
  readonly server: BenchServer;
  /** The business date. */
  readonly date: string;
}

/** Ends the demo's own payments, and lends our sender enough that none of its payments waits; no quota holds it back. */
export async function benchOf(server: BenchServer): Promise<Bench> {
  await askOperator(server, 'POST', '/v1/demo/stop');
  const loan = { direction: 'lend', amount: '100000000000000', reason: 'Benchmark' };
  await askOperator(server, 'POST', `/v1/participants/${BANKS[0]}/funding`, loan);
  const noLimit = { soft: null, hard: null, reason: 'Benchmark' };
  await askOperator(server, 'PUT', `/v1/organisations/${BANKS[0]}/quotas/messages/requests-a-second`, noLimit);
  const { startedAt } = (await askOperator(server, 'GET', '/v1/institution')) as { startedAt: string };
  const shanghai = new Date(Date.parse(startedAt) + 8 * 3_600_000);
  return { server, date: shanghai.toISOString().slice(0, 10) };
}

export async function askOperator(server: BenchServer, method: string, path: string, body?: object): Promise<unknown> {
  const headers = {
    authorization: `Bearer ${server.token('operator')}`,
    ...(body ? { 'content-type': 'application/json' } : {}),
  };
  const answer = await fetch(`${server.url}${path}`, { method, headers, body: body ? JSON.stringify(body) : null });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${path}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** Sends under one load; every payment must settle at once. */
export async function send({ server, date }: Bench, load: Load): Promise<Omit<Row, 'name'>> {
  const pool = new Pool(server.url, { connections: load.connections, pipelining: 1 });
  const headers = { authorization: `Bearer ${server.token(BANKS[0])}`, 'content-type': 'application/xml' };
  const nextBody = bankMessage(date, load.size);
  const latencies = new Latencies();
  let messages = 0;
  const sendOne = async (arrivedAt: number): Promise<void> => {
    const answer = await pool.request({ path: '/v1/messages', method: 'POST', headers, body: nextBody() });
    const text = await answer.body.text();
    latencies.add(performance.now() - arrivedAt);
    messages += 1;
    const settled = text.split('<TxSts>ACSC<').length - 1;
    if (settled !== load.size) throw new Error(`Not every payment settled at once:\n${text.slice(0, 2_000)}`);
  };
  const before = server.use();
  const startedAt = performance.now();
  await (load.pace === undefined ? sendInTurns(load, sendOne) : sendAtPace(load, load.pace, sendOne));
  const seconds = (performance.now() - startedAt) / 1_000;
  const after = server.use();
  await pool.close();
  const transactions = messages * load.size;
  const each = (part: 'server' | 'postgres') => ((after[part].cpuMs - before[part].cpuMs) / transactions).toFixed(2);
  return {
    rate: transactions / seconds,
    unit: 'payments/s',
    p50: latencies.percentile(0.5),
    p99: latencies.percentile(0.99),
    memoryMb: after.server.memoryMb,
    note: `processor ms each: server ${each('server')}, PostgreSQL ${each('postgres')}`,
  };
}

/** On every connection the next message goes when the last is answered. */
async function sendInTurns(load: Load, sendOne: (arrivedAt: number) => Promise<void>): Promise<void> {
  const until = performance.now() + load.seconds * 1_000;
  const client = async (): Promise<void> => {
    while (performance.now() < until) await sendOne(performance.now());
  };
  await Promise.all(Array.from({ length: load.connections }, client));
}

/** Messages arrive at even steps of time; waiting for a connection counts as waiting for the answer. */
async function sendAtPace(load: Load, pace: number, sendOne: (arrivedAt: number) => Promise<void>): Promise<void> {
  const stepMs = (1_000 * load.size) / pace;
  const startedAt = performance.now();
  const answers: Promise<void>[] = [];
  for (let number = 0; number * stepMs < load.seconds * 1_000; number++) {
    const arrivesAt = startedAt + number * stepMs;
    const early = arrivesAt - performance.now();
    if (early > 0) await pause(Math.ceil(early));
    answers.push(sendOne(arrivesAt));
  }
  await Promise.all(answers);
}
