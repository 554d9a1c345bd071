// `npm start`: installs what is missing, builds the console when it has changed, and runs the server in this process, so
// that signals and exit codes are the server's own. package.json sets how V8 keeps its memory:
//   max-semi-space-size: reading and writing messages makes many young objects; with less room than 64 MB a half, collecting
//     them costs a quarter of the server's time.
//   heap-growing-percent: what outlives that room is collected at two and a half times what was left of it the last time,
//     where V8 would let it grow further: ten million accounts fit 2 GB so.
//   no-allocation-site-pretenuring: V8 would learn from a busy moment that a message's elements live long, and from then on
//     make them among the old, where two thirds of all garbage were they.
//   v8-pool-size: one thread collects beside ours. With more, on few cores, payments wait for a core while it does.
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const { ensureConsole } = await import('./ensure-console.mjs');
ensureConsole();
process.chdir(process.env.INIT_CWD ?? root);
const { register } = await import('tsx/esm/api');
register();
await import('../apps/server/main.ts');
