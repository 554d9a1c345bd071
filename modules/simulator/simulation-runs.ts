// The runs of this server: one at a time on a worker thread, the others wait in order. What is asked for and what comes of
// it are rows; only the progress of the run in hand is memory.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { type Clock, formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { SIMULATOR_REFUSALS, type SimulatorRefusal } from './refusals.ts';
import { type NewSimulation, type RunProblem, type SimulationDetail, type SimulationJson } from './schemas.ts';
import { readGiven, readSimulation, readSimulationSummary } from './simulation-rows.ts';
import { type Work, type WorkNews } from './work.ts';

const MOST_WAITING = 20;
const MOST_KEPT = 500;
const MEMORY_MB = 1_024;
const RETRY_MS = 1_000;

export interface RunsOptions {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly currency: string;
  /** Told of what went wrong on our side. */
  readonly onFault?: (error: unknown) => void;
}

interface RunInHand {
  readonly id: string;
  worker: Worker | undefined;
  progress: { done: number; of: number };
}

export class SimulationRuns {
  readonly #options: RunsOptions;
  readonly #waiting: string[] = [];
  #inHand: RunInHand | undefined;
  #isEnding = false;
  #working: Promise<void> = Promise.resolve();

  constructor(options: RunsOptions) {
    this.#options = options;
  }

  /** At start: what an earlier server left unfinished will not finish. */
  async load(): Promise<void> {
    const { pool, clock } = this.#options;
    await pool.query(
      `update simulator.simulations set state = 'failed', problem = $1, finished_at = $2
       where state in ('waiting', 'running')`,
      [JSON.stringify(problemOf('simulation_interrupted')), formatInstant(clock.now())],
    );
  }

  async start({ name, balancesCsv, paymentsCsv, lsm }: NewSimulation): Promise<SimulationJson> {
    const { pool, clock, currency } = this.#options;
    const title = name?.trim() || 'payments.csv';
    if (this.#waiting.length >= MOST_WAITING)
      throw new Refusal('too_many_waiting', { details: { most: MOST_WAITING } });
    const id = randomUUID();
    const { rowCount } = await pool.query(
      `insert into simulator.simulations (simulation_id, name, lsm, state, currency, balances_csv, payments_csv, created_at)
       select $1, $2, $3, 'waiting', $4, $5, $6, $7 where (select count(*) from simulator.simulations) < $8`,
      [id, title, lsm, currency, balancesCsv, paymentsCsv, formatInstant(clock.now()), MOST_KEPT],
    );
    if (rowCount === 0) throw new Refusal('too_many_simulations', { details: { most: MOST_KEPT } });
    this.#waiting.push(id);
    this.#takeNext();
    return (await readSimulationSummary(pool, id))!;
  }

  async read(id: string): Promise<SimulationDetail | undefined> {
    const found = await readSimulation(this.#options.pool, id);
    return found && this.withProgress(found);
  }

  withProgress<Row extends SimulationJson>(row: Row): Row {
    const inHand = this.#inHand;
    return row.state === 'running' && inHand?.id === row.id ? { ...row, progress: inHand.progress } : row;
  }

  /** Ends its run where there is one. Answers whether it was there. */
  async delete(id: string): Promise<boolean> {
    const place = this.#waiting.indexOf(id);
    if (place >= 0) this.#waiting.splice(place, 1);
    const { rowCount } = await this.#options.pool.query('delete from simulator.simulations where simulation_id = $1', [id]); // prettier-ignore
    if (this.#inHand?.id === id) await this.#inHand.worker?.terminate();
    return rowCount === 1;
  }

  /** The run in hand is given up; the next start says so in its row. */
  async end(): Promise<void> {
    this.#isEnding = true;
    this.#waiting.length = 0;
    await this.#inHand?.worker?.terminate();
    await this.#working;
  }

  #takeNext(): void {
    if (this.#inHand || this.#isEnding) return;
    const id = this.#waiting.shift();
    if (id === undefined) return;
    const run = { id, worker: undefined, progress: { done: 0, of: 0 } };
    this.#inHand = run;
    this.#working = this.#untilDone(run).then(() => {
      this.#inHand = undefined;
      this.#takeNext();
    });
  }

  /** A database that is away for a while loses no run: the same files give the same result. */
  async #untilDone(run: RunInHand): Promise<void> {
    while (!this.#isEnding) {
      try {
        return await this.#work(run);
      } catch (error) {
        this.#options.onFault?.(error);
        await pause(RETRY_MS);
      }
    }
  }

  async #work(run: RunInHand): Promise<void> {
    const { pool } = this.#options;
    await pool.query(`update simulator.simulations set state = 'running' where simulation_id = $1`, [run.id]);
    const given = await readGiven(pool, run.id);
    if (!given || this.#isEnding) return;
    const outcome = await this.#onThread(run, given);
    if (this.#isEnding) return;
    if (outcome.kind === 'done') await this.#finish(run.id, 'done', { result: outcome.result });
    else if (outcome.kind === 'wrong') {
      const { count, shown } = outcome;
      await this.#finish(run.id, 'failed', { problem: problemOf('simulation_input_wrong'), input: { count, shown } });
    } else await this.#finish(run.id, 'failed', { problem: problemOf(outcome.code) });
  }

  #onThread(run: RunInHand, given: Work): Promise<Outcome> {
    return new Promise((resolve) => {
      const worker = new Worker(new URL('./worker.mjs', import.meta.url), {
        workerData: given,
        execArgv: [],
        resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      });
      run.worker = worker;
      let outcome: Outcome = { kind: 'broken', code: 'simulation_fault' };
      worker.on('message', (news: WorkNews) => {
        if (news.kind === 'progress') run.progress = { done: news.done, of: news.of };
        else outcome = news;
      });
      worker.on('error', (error: NodeJS.ErrnoException) => {
        const isLarge = error.code === 'ERR_WORKER_OUT_OF_MEMORY';
        outcome = { kind: 'broken', code: isLarge ? 'simulation_too_large' : 'simulation_fault' };
        if (!isLarge) this.#options.onFault?.(error);
      });
      worker.on('exit', () => resolve(outcome));
    });
  }

  async #finish(
    id: string,
    state: 'done' | 'failed',
    outcome: { result?: object; problem?: RunProblem; input?: object },
  ): Promise<void> {
    const { pool, clock } = this.#options;
    const json = (value: object | undefined) => (value ? JSON.stringify(value) : null);
    const count = this.#inHand?.progress.of ?? 0;
    await pool.query(
      `update simulator.simulations
       set state = $2, finished_at = $3, payment_count = $4, result = $5, problem = $6, input_problems = $7
       where simulation_id = $1`,
      [id, state, formatInstant(clock.now()), count, json(outcome.result), json(outcome.problem), json(outcome.input)],
    );
  }
}

type Outcome = Exclude<WorkNews, { kind: 'progress' }> | { kind: 'broken'; code: SimulatorRefusal };

function problemOf(code: SimulatorRefusal): RunProblem {
  const { status, en, zh } = SIMULATOR_REFUSALS[code];
  const words = code.replaceAll('_', ' ');
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  return { type: `urn:feiqian:problem:${code}`, title, status, code, detail: en, detailZh: zh, requestId: '' };
}
