// From nothing to the first settled payment, on a fresh data folder, and the memory of both processes at rest and under
// load.
import { setTimeout as pause } from 'node:timers/promises';
import { benchOf, send } from './payments.ts';
import { type BenchContext } from './row.ts';
import { type BenchServer, startServer } from './server.ts';

/** What `npm start` is allowed to take before somebody thinks that it hangs. */
const PATIENCE_S = 10;
/** A small virtual machine. */
const SMALL_MACHINE_MB = 2_048;

/** Rows for `npm run bench`: the start, and memory. */
export async function startSuite({ report }: BenchContext): Promise<void> {
  const startedAt = performance.now();
  const server = await startServer();
  try {
    const bench = await benchOf(server);
    await send(bench, { size: 1, connections: 1, seconds: 0.001 });
    const seconds = (performance.now() - startedAt) / 1_000;
    report({ name: 'start to listening', ...shareOf(server.startMs / 1_000, PATIENCE_S), unit: 's' });
    report({ name: 'start to the first settled payment', ...shareOf(seconds, PATIENCE_S), unit: 's' });
    await pause(5_000);
    reportMemory(server, 'at rest', report);
    await send(bench, { size: 1, connections: 64, seconds: 8 });
    reportMemory(server, 'after 8 s of single payments', report);
  } finally {
    await server.stop();
  }
}

function reportMemory(server: BenchServer, when: string, report: BenchContext['report']): void {
  const { server: node, postgres } = server.use();
  const unit = 'MB';
  report({ name: `memory of the server, ${when}`, ...shareOf(node.memoryMb, SMALL_MACHINE_MB), unit });
  report({ name: `memory of PostgreSQL, ${when}`, ...shareOf(postgres.memoryMb, SMALL_MACHINE_MB), unit });
}

function shareOf(rate: number, baseline: number): { rate: number; baseline: number; ratio: number } {
  return { rate, baseline, ratio: rate / baseline };
}
