// Builds the operator's console when it was never built or is older than what it is made of.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './ensure-deps.mjs';

const made = join(root, 'dist', 'console', 'index.html');
const madeOf = ['apps/console', 'ui', 'client', 'package-lock.json'];

/** Answers whether there is a console to serve; says on standard error when it had to be built or could not be. */
export function ensureConsole() {
  if (existsSync(made) && newestOf(madeOf.map((part) => join(root, part))) <= statSync(made).mtimeMs) return true;
  console.error('Building the console; this takes a few seconds and happens when it has changed.');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const args = [vite, 'build', join(root, 'apps', 'console'), '--logLevel', 'error'];
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 2, 2] });
  if (status !== 0) console.error('The console could not be built: see above. The API works without it.');
  return status === 0;
}

/** The latest moment of change of any file in these places, in milliseconds. */
function newestOf(places) {
  let newest = 0;
  for (const place of places) {
    const { mtimeMs } = statSync(place);
    newest = Math.max(newest, mtimeMs);
    for (const entry of readdirIfFolder(place)) newest = Math.max(newest, newestOf([join(place, entry)]));
  }
  return newest;
}

function readdirIfFolder(place) {
  return statSync(place).isDirectory() ? readdirSync(place) : [];
}
