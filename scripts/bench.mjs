// `npm run bench`: installs what is missing and runs the benchmarks under the server's own flags.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const { scripts } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
const flags = scripts.start.match(/--\S+/g);
const args = [...flags, '--import', 'tsx', 'bench/main.ts', ...process.argv.slice(2)];
const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
