// `npm start`: installs what is missing, builds the console when it changed, starts the server with the arguments given.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';
import { runNode, typescript } from './run.mjs';

const built = join(root, 'dist', 'console', 'index.html');
const sources = ['apps/console', 'ui', 'client', 'package-lock.json'];

await ensureDependencies();
if (!isBuilt()) {
  console.log('Building the console …');
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  const code = await runNode([vite, 'build', '--config', 'apps/console/vite.config.ts', '--logLevel', 'warn']);
  if (code !== 0) {
    console.error('The console could not be built; the lines above say why.');
    process.exit(code);
  }
}
process.exitCode = await runNode([...typescript, 'apps/server/main.ts', ...process.argv.slice(2)]);

function isBuilt() {
  return existsSync(built) && sources.every((source) => newest(join(root, source)) <= statSync(built).mtimeMs);
}

/** When the newest file in here was last changed, in ms. */
function newest(path) {
  const status = statSync(path, { throwIfNoEntry: false });
  if (!status?.isDirectory()) return status?.mtimeMs ?? 0;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
