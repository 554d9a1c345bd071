#!/usr/bin/env node
// What `npx feiqian` starts. Plain JavaScript, because after a fresh clone nothing is installed yet: it sees to that
// first, then hands over to feiqian.ts.
import { existsSync } from 'node:fs';

const ensure = new URL('../../scripts/ensure-deps.mjs', import.meta.url);
if (existsSync(ensure)) {
  const { ensureDependencies } = await import(ensure.href);
  await ensureDependencies();
}

const { register } = await import('tsx/esm/api');
register();
const { main } = await import('./feiqian.ts');
process.exitCode = await main(process.argv.slice(2));
