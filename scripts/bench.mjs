// `npm run bench`: the measurements in bench/, with the arguments given.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureDependencies, root } from './ensure-deps.mjs';
import { runNode, typescript } from './run.mjs';

await ensureDependencies();
if (!existsSync(join(root, 'bench', 'main.ts'))) {
  console.error('There is nothing to measure: bench/main.ts is missing.');
  process.exit(1);
}
process.exitCode = await runNode([...typescript, 'bench/main.ts', ...process.argv.slice(2)]);
