// Simulated days by seed; a file of its own, so that both halves run at once.
import { test } from 'node:test';
import { runSeeds } from './seeds.ts';

test('seeds 1 to 500: whatever strikes between two steps, the books, the queues and the answers are right', (t) =>
  runSeeds(t, 1, 500));
