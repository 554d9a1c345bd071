// `npm test`: every *.test.ts, or those whose path contains one of the texts given; ends with one line of counts.
// Tests in tests/e2e need a Chromium and are left out, plainly, where there is none.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';
import { typescript } from './run.mjs';

await ensureDependencies();
const wanted = process.argv.slice(2);
const all = ['platform', 'modules', 'tests', 'apps', 'client', 'ui'].flatMap((folder) => testsIn(join(root, folder)));
const chosen = all.filter((path) => wanted.length === 0 || wanted.some((text) => path.includes(text)));
const hasChromium = await findsChromium();
const files = chosen.filter((path) => hasChromium || !path.startsWith('tests/e2e/'));
if (files.length === 0) {
  console.error('No test has such a name.');
  process.exit(1);
}
const { counts, code } = await runTests(files);
if (files.length < chosen.length) {
  console.log(
    `Not run, because this machine has no Chromium (name one in CHROMIUM_PATH): ${chosen.length - files.length} files in tests/e2e.`,
  );
}
const failed = counts.fail + counts.cancelled;
if (counts.skipped > 0) console.log(`${counts.skipped} skipped; each says above why.`);
console.log(`${counts.pass} passed, ${failed} failed`);
process.exitCode = failed > 0 || code !== 0 ? 1 : 0;

/** Paths relative to the root, with slashes. */
function testsIn(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return testsIn(path);
      return entry.name.endsWith('.test.ts') ? [relative(root, path).replaceAll('\\', '/')] : [];
    })
    .sort();
}

async function findsChromium() {
  const { register } = await import('tsx/esm/api');
  register();
  const { findChromium } = await import('../tests/e2e/chromium.ts');
  return findChromium() !== undefined;
}

/** Shows what the runner says and reads its counts, which it says last. */
function runTests(paths) {
  const args = [...typescript, '--test', '--test-concurrency=2', '--test-reporter=spec', ...paths];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  let end = '';
  child.stdout.on('data', (text) => {
    process.stdout.write(text);
    end = (end + text).slice(-200_000);
  });
  return new Promise((resolve) =>
    child.once('close', (code) => {
      const countOf = (name) => Number(end.match(new RegExp(`^\\S* ?${name} (\\d+)$`, 'm'))?.[1] ?? 0);
      const names = ['pass', 'fail', 'cancelled', 'skipped'];
      resolve({ code, counts: Object.fromEntries(names.map((name) => [name, countOf(name)])) });
    }),
  );
}
