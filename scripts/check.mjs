// `npm run check`: form, habits, types, then the tests. Stops at the first that fails.
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';
import { runNode } from './run.mjs';

await ensureDependencies();
const steps = [
  ['node_modules/prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.'],
  ['node_modules/eslint/bin/eslint.js', '.'],
  ['node_modules/typescript/bin/tsc', '--noEmit'],
  ['scripts/test.mjs'],
];
for (const [program, ...args] of steps) {
  const code = await runNode([join(root, program), ...args]);
  if (code !== 0) process.exit(code);
}
