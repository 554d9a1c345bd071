// One simulated day on a thread of its own, so that the server's writer goes on undisturbed.
import { parentPort, workerData } from 'node:worker_threads';
import { type LiquiditySaving } from '../settlement/index.ts';
import { type InputProblem, InputProblems } from './input-problems.ts';
import { type InputTexts, readInput } from './read-input.ts';
import { type Result } from './result.ts';
import { runDay } from './run-day.ts';

export type Work = InputTexts & { readonly lsm: LiquiditySaving };

/** What the thread tells, in this order: progress any number of times, then one outcome. */
export type WorkNews =
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'wrong'; count: number; shown: readonly InputProblem[] }
  | { kind: 'done'; result: Result };

export function work(): void {
  const given = workerData as Work;
  const tell = (news: WorkNews) => parentPort!.postMessage(news);
  const input = readInput(given);
  if (input instanceof InputProblems) {
    tell({ kind: 'wrong', count: input.count, shown: input.kept });
    return;
  }
  const result = runDay(input, given.lsm, (done, of) => tell({ kind: 'progress', done, of }));
  tell({ kind: 'done', result });
}
