// `npx feiqian check` as a bank's engineer runs it: a real process, its words, its JSON and its exit code.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { writeMessage } from '../../modules/iso20022/index.ts';
import { sampleContent } from '../../modules/iso20022/testing.ts';

const folder = mkdtempSync(join(tmpdir(), 'feiqian check '));
after(() => rmSync(folder, { recursive: true }));
const good = join(folder, 'good.xml');
const bad = join(folder, 'bad.xml');
const xml = writeMessage('pacs.009.001.08', sampleContent('pacs.009.001.08'));
writeFileSync(good, xml);
writeFileSync(bad, xml.replace(/<MsgId>[^<]*/, `<MsgId>${'A'.repeat(36)}`));

function feiqian(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  const program = fileURLToPath(new URL('./feiqian.mjs', import.meta.url));
  return spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', cwd: folder });
}

test('a valid file: one word, exit code 0', () => {
  const { status, stdout } = feiqian('check', good);
  assert.equal(stdout, `${good}: valid\n`);
  assert.equal(status, 0);
});

test('an invalid file among valid ones: place, path, rule and sentence, exit code 1', () => {
  const { status, stdout } = feiqian('check', 'good.xml', 'bad.xml');
  assert.match(stdout, /^good\.xml: valid\nbad\.xml: 1 violation\n {2}1:\d+ {2}\/Document\/FICdtTrf\/GrpHdr\/MsgId {2}value\.length {2}"A+" has 36 characters/); // prettier-ignore
  assert.equal(status, 1);
  assert.match(feiqian('check', bad, '--lang', 'zh').stdout, /1 处违规/);
});

test('--json: everything, of files that cannot be read too', () => {
  const { status, stdout } = feiqian('check', '--json', good, bad, 'missing.xml', folder);
  assert.equal(status, 1);
  const reports = JSON.parse(stdout) as { file: string; valid: boolean; kind: string | null; violations: { rule: string }[]; error?: string }[]; // prettier-ignore
  assert.deepEqual(reports.map((each) => each.valid), [true, false, false, false]); // prettier-ignore
  assert.equal(reports[0]!.kind, 'pacs.009.001.08');
  assert.equal(reports[1]!.violations[0]!.rule, 'value.length');
  assert.match(reports[2]!.error!, /no such file/);
  assert.match(reports[3]!.error!, /folder/);
});

test('wrong use: a sentence and exit code 2', () => {
  for (const args of [['check'], ['check', '--lang', 'xx', good], ['check', '--foo', good], ['nothing'], []]) {
    const { status, stdout, stderr } = feiqian(...args);
    assert.equal(status, 2, args.join(' '));
    assert.ok(stdout + stderr);
  }
});
