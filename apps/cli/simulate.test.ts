// `npx feiqian simulate` as an economist runs it: a real process, its words, its JSON, its report and its exit code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const folder = mkdtempSync(join(tmpdir(), 'feiqian simulate '));
after(() => rmSync(folder, { recursive: true }));
writeFileSync(join(folder, 'balances.csv'), 'participant,balance\nA,0\nB,0\nC,0\n');
writeFileSync(join(folder, 'payments.csv'), 'sender,receiver,amount\nA,B,5\nB,C,5\nC,A,5\n');
writeFileSync(join(folder, 'bad.csv'), 'sender,receiver,amount\nA,B,5\nA,D,-1\n');
const files = ['--balances', 'balances.csv', '--payments', 'payments.csv'];

function simulate(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const program = fileURLToPath(new URL('./feiqian.mjs', import.meta.url));
  return spawnSync(process.execPath, [program, 'simulate', ...args], { encoding: 'utf8', cwd: folder });
}

test('three banks in gridlock: unsettled without liquidity saving, settled with it, and a report beside the file', () => {
  const none = simulate(...files, '--lsm', 'none', '--report', 'none.html');
  assert.equal(none.status, 0);
  assert.match(none.stdout, /Unsettled +15\.00 \(3 payments\)/);
  assert.match(none.stderr, /Report: none\.html/);
  const gridlock = simulate(...files, '--lsm', 'gridlock', '--lang', 'zh');
  assert.match(gridlock.stdout, /排队解救 +15\.00 \(3 笔\)/);
  assert.match(gridlock.stderr, /报告：payments\.report\.html/);
  assert.match(readFileSync(join(folder, 'payments.report.html'), 'utf8'), /lang="zh-CN"/);
});

test('--json: the same input gives the same bytes', () => {
  const first = simulate(...files, '--json');
  assert.equal(first.status, 0);
  const result = JSON.parse(first.stdout) as { settledCount: number; participants: { closing: string }[] };
  assert.equal(result.settledCount, 3);
  assert.deepEqual(result.participants.map(({ closing }) => closing), ['0', '0', '0']); // prettier-ignore
  assert.equal(simulate(...files, '--json').stdout, first.stdout);
});

test('bad data: every problem with its place, exit code 1, and no report', () => {
  const bad = simulate('--balances', 'balances.csv', '--payments', 'bad.csv');
  assert.equal(bad.status, 1);
  assert.match(bad.stderr, /^2 problems:\nbad\.csv:3 {2}receiver {2}"D" is not.*\nbad\.csv:3 {2}amount {2}"-1" is negative\.\n$/); // prettier-ignore
  assert.match(simulate('--balances', 'balances.csv', '--payments', 'bad.csv', '--lang', 'zh').stderr, /为负数。/);
  const json = JSON.parse(simulate('--balances', 'balances.csv', '--payments', 'bad.csv', '--json').stdout) as object;
  assert.deepEqual(Object.keys(json), ['problemCount', 'problems']);
  assert.equal(simulate('--balances', 'missing.csv', '--payments', 'payments.csv').status, 1);
  assert.equal(existsSync(join(folder, 'bad.report.html')), false);
});

test('wrong use: a sentence and exit code 2', () => {
  for (const args of [[], files.slice(0, 2), [...files, '--lsm', 'most'], [...files, '--currency', 'yuan'], [...files, '--foo'], [...files, '--report', 'no/such/folder.html']]) {
    const { status, stderr } = simulate(...args);
    assert.equal(status, 2, args.join(' '));
    assert.ok(stderr);
  } // prettier-ignore
});
