// The house rules, held on every file; and each rule seen to find what it is for.
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { root, sourceFiles } from './source-files.ts';
import { LONG_FOR_A_REASON, RULES, untidy } from './tidy.ts';

// The rules' own examples stand in these files.
const files = sourceFiles().filter(({ path }) => !/^tests\/contract\/tidy/.test(path));

test('every file keeps the house rules', () => {
  assert.deepEqual(untidy(files), []);
});

test('every rule finds a planted violation', () => {
  const planted: Record<keyof typeof RULES, { path: string; text: string }> = {
    'a file is short, or says why it is not': { path: 'a.ts', text: `// A.\n${'x();\n'.repeat(401)}` },
    'a file opens with a comment that says what it is for': { path: 'a.ts', text: 'export const a = 1;\n' },
    'nothing is left to do in the text': { path: 'a.ts', text: '// A.\n// TODO: later\n' },
    'no registry is named': { path: 'a.md', text: `see https://registry.${'npmjs'}.org/x` },
    'no path of one machine': { path: 'a.md', text: 'run it in /home/someone/feiqian' },
    'no secret': { path: 'a.md', text: '-----BEGIN PRIVATE KEY-----' },
    'no test that always passes over': { path: 'a.test.ts', text: "// A.\ntest.only('x', () => {});\n" },
    'suppressions give a reason': { path: 'a.ts', text: '// A.\n// eslint-disable-next-line no-x\n' },
    'numbers of money are not floating': { path: 'platform/a.ts', text: '// A.\nparseFloat(amountText);\n' },
  };
  for (const [name, file] of Object.entries(planted)) {
    assert.equal(untidy([file]).filter((line) => line.startsWith(name)).length, 1, name);
  }
  assert.deepEqual(Object.keys(planted).sort(), Object.keys(RULES).sort());
});

test('a reason for a long file is given only where there is one', () => {
  for (const path of Object.keys(LONG_FOR_A_REASON)) assert.ok(existsSync(join(root, path)), path);
});
