// A quiet tenant's latencies alone, and beside a noisy one: at its quota, far beyond it, and without one. Both send whole
// payments to one server; the load of both comes from this same process and machine.
import { setTimeout as pause } from 'node:timers/promises';
import { Pool } from 'undici';
import { Latencies } from './measure.ts';
import { bankMessage, BANKS } from './messages.ts';
import { askOperator, benchOf } from './payments.ts';
import { type BenchContext } from './row.ts';
import { type BenchServer, startServer } from './server.ts';

const [NOISY, QUIET] = BANKS;
/** Requests a second. */
const QUIET_PACE = 50;
const NOISY_QUOTA = 100;

interface Sent {
  readonly latencies: Latencies;
  readonly done: number;
  readonly refused: number;
}

export async function quotasSuite({ isLong, report }: BenchContext): Promise<void> {
  const server = await startServer();
  try {
    const { date } = await benchOf(server);
    const loan = { direction: 'lend', amount: '100000000000000', reason: 'Benchmark' };
    await askOperator(server, 'POST', `/v1/participants/${QUIET}/funding`, loan);
    const seconds = isLong ? 60 : 20;
    const pace = (who: string, rate: number, time = seconds) => sendAtPace(server, date, who, rate, time);
    await pace(QUIET, 100, 5);
    await setQuota(server, String(NOISY_QUOTA));
    const alone = await pace(QUIET, QUIET_PACE);
    const baseline = alone.latencies.percentile(0.5);
    const row = (name: string, quiet: Sent, noisy?: Sent): void => {
      const [p50, p99] = [quiet.latencies.percentile(0.5), quiet.latencies.percentile(0.99)];
      const slower = (p99 / alone.latencies.percentile(0.99)).toFixed(1);
      const beside = noisy
        ? `p99 ${slower}×; noisy: ${perSecond(noisy.done, seconds)}/s done, ${perSecond(noisy.refused, seconds)}/s refused`
        : `${QUIET_PACE} payments/s`;
      report({ name, rate: p50, unit: 'ms', p50, p99, baseline, ratio: p50 / baseline, note: beside });
    };
    row('quotas: a quiet tenant alone', alone);
    for (const [name, rate] of [
      ['beside one at its quota of 100/s', NOISY_QUOTA],
      ['beside one at 10 times its quota', NOISY_QUOTA * 10],
    ] as const) {
      const [quiet, noisy] = await Promise.all([pace(QUIET, QUIET_PACE), pace(NOISY, rate)]);
      row(`quotas: ${name}`, quiet, noisy);
    }
    await setQuota(server, null);
    const [quiet, noisy] = await Promise.all([pace(QUIET, QUIET_PACE), pace(NOISY, NOISY_QUOTA * 10)]);
    row('quotas: beside the same without a quota', quiet, noisy);
  } finally {
    await server.stop();
  }
}

const perSecond = (count: number, seconds: number): string => (count / seconds).toFixed(0);

async function setQuota(server: BenchServer, hard: string | null): Promise<void> {
  const path = `/v1/organisations/${NOISY}/quotas/messages/requests-a-second`;
  await askOperator(server, 'PUT', path, { soft: null, hard, reason: 'Benchmark' });
}

/** A payment a message, arriving at even steps whether or not the server keeps up. */
async function sendAtPace(
  server: BenchServer,
  date: string,
  who: string,
  rate: number,
  seconds: number,
): Promise<Sent> {
  const pool = new Pool(server.url, { connections: 64, pipelining: 1 });
  const headers = { authorization: `Bearer ${server.token(who)}`, 'content-type': 'application/xml' };
  const nextBody = bankMessage(date, 1, who);
  const latencies = new Latencies();
  let [done, refused] = [0, 0];
  const sendOne = async (arrivedAt: number): Promise<void> => {
    const answer = await pool.request({ path: '/v1/messages', method: 'POST', headers, body: nextBody() });
    const text = await answer.body.text();
    if (answer.statusCode === 429) return void (refused += 1);
    if (!text.includes('<TxSts>ACSC<')) throw new Error(`The payment did not settle at once:\n${text.slice(0, 2_000)}`);
    latencies.add(performance.now() - arrivedAt);
    done += 1;
  };
  const startedAt = performance.now();
  const answers: Promise<void>[] = [];
  for (let number = 0; (number * 1_000) / rate < seconds * 1_000; number++) {
    const arrivesAt = startedAt + (number * 1_000) / rate;
    const early = arrivesAt - performance.now();
    if (early > 0) await pause(Math.ceil(early));
    answers.push(sendOne(arrivesAt));
  }
  await Promise.all(answers);
  await pool.close();
  return { latencies, done, refused };
}
