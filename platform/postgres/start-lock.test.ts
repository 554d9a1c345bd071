// Several processes that begin at the same instant on a folder in which a start was killed: one of them is let in.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { text } from 'node:stream/consumers';

const ROUNDS = 60;
const EVERY_MS = 40;
const LONG_GONE = String(2 ** 22 + 1);

/** Each takes its part in every round, at the same moment as the others, and keeps what it got. */
const CONTENDER = `
  const { lockStart } = await import(process.argv[1]);
  const [folder, first] = process.argv.slice(2);
  process.setMaxListeners(0);
  for (let round = 0; round < ${ROUNDS}; round++) {
    const at = Number(first) + round * ${EVERY_MS};
    while (Date.now() < at);
    try { lockStart(folder + '/' + round); console.log(round); } catch {}
  }
  // Who left would be no holder any more.
  while (Date.now() < Number(first) + ${ROUNDS * EVERY_MS + 1_000});
`;

test('of starts at the same instant on a folder that a killed one left, one alone is let in', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian starts '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (let round = 0; round < ROUNDS; round++) {
    mkdirSync(join(folder, String(round)));
    writeFileSync(join(folder, String(round), 'starting.pid'), LONG_GONE);
  }
  const first = Date.now() + 3_000;
  const module = new URL('start-lock.ts', import.meta.url).href;
  const said = await Promise.all(
    Array.from({ length: 3 }, () => {
      const args = ['--import', 'tsx', '--input-type=module', '-e', CONTENDER, module, folder, String(first)];
      return text(spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] }).stdout);
    }),
  );
  const letIn = said.flatMap((each) => each.trim().split('\n').map(Number)).sort((a, b) => a - b);
  assert.deepEqual(
    letIn,
    Array.from({ length: ROUNDS }, (_, round) => round),
  );
});
