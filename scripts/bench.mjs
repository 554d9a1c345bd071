// `npm run bench`: installs what is missing and runs the benchmarks in a process with room for young objects.
import { spawn } from 'node:child_process';
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const args = [
  '--max-semi-space-size=64',
  '--heap-growing-percent=150',
  '--import',
  'tsx',
  'bench/main.ts',
  ...process.argv.slice(2),
];
const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
