// Runs a range of short seeds in a test; each that fails is told with the command that shows it again.
import assert from 'node:assert/strict';
import { type TestContext } from 'node:test';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { runSeed } from './run-seed.ts';

export async function runSeeds(t: TestContext, from: number, count: number): Promise<void> {
  const { url: databaseUrl, pool } = await testDatabase(t);
  const failures: string[] = [];
  for (let seed = from; seed < from + count; seed++) {
    const bookId = 1 + (seed - from) * 2;
    const found = await runSeed({ seed, databaseUrl, pool, bookId, isShort: true }).catch((error: unknown) => [
      (error as Error).stack!,
    ]);
    if (found.length === 0) continue;
    const command = `node --import tsx tests/simulation/main.ts --short --seeds 1 --from ${seed}`;
    failures.push([`Seed ${seed} fails. To see it again: ${command}`, ...found].join('\n  '));
  }
  assert.deepEqual(failures, []);
}
