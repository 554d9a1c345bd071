// Installs the dependencies when they are missing or the lock file has changed since. Plain JavaScript without imports
// from packages: after a fresh clone there are none.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('..', import.meta.url));
const stamp = new URL('../node_modules/.feiqian-lock', import.meta.url);
const oldestNode = [20, 19];

/** Ends the program with a sentence when it cannot. */
export async function ensureDependencies() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    fail(`Feiqian needs Node.js ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
  }
  const lock = createHash('sha256')
    .update(readFileSync(new URL('../package-lock.json', import.meta.url)))
    .digest('hex');
  if (existsSync(stamp) ? readFileSync(stamp, 'utf8') === lock : isInstalledByHand()) return;
  console.log('Installing what Feiqian is built from (once, and when it changes; a minute or two) …');
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    // Standard output belongs to the command that was asked for.
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  });
  if (status !== 0) fail('The packages could not be installed; npm says above why. Nothing else was done.');
  writeFileSync(stamp, lock);
}

/** Someone ran npm themselves after the lock file last changed. */
function isInstalledByHand() {
  const changedAt = (path) => statSync(new URL(path, import.meta.url), { throwIfNoEntry: false })?.mtimeMs;
  const installedAt = changedAt('../node_modules/.package-lock.json');
  return installedAt !== undefined && installedAt >= (changedAt('../package-lock.json') ?? 0);
}

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}
