// `npm run check`: what a change must pass. Every step runs, so that one look shows all that is wrong.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const bin = (name, ...path) => join(root, 'node_modules', name, ...path);
const steps = [
  ['format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.']],
  ['lint', [bin('eslint', 'bin', 'eslint.js'), '.', '--max-warnings', '0']],
  ['types', [bin('typescript', 'bin', 'tsc'), '--noEmit']],
  ['house rules and tests', [join(root, 'scripts', 'test.mjs')]],
];
const wrong = [];
for (const [name, args] of steps) {
  console.log(`── ${name}`);
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  if (status !== 0) wrong.push(name);
}
console.log(wrong.length === 0 ? 'All is well.' : `Wrong: ${wrong.join(', ')}.`);
process.exit(wrong.length === 0 ? 0 : 1);
