// `npm start`: installs what is missing, builds the console when it has changed, and runs the server in this process, so
// that signals and exit codes are the server's own. package.json gives it room for young objects (64 MB a half): reading
// and writing messages makes many, and with less of it collecting them costs a quarter of the server's time. What outlives
// that room is collected at two and a half times what was left of it the last time, where V8 would let it grow further:
// ten million accounts fit 2 GB so.
import { ensureDependencies, root } from './ensure-deps.mjs';

ensureDependencies();
const { ensureConsole } = await import('./ensure-console.mjs');
ensureConsole();
process.chdir(process.env.INIT_CWD ?? root);
const { register } = await import('tsx/esm/api');
register();
await import('../apps/server/main.ts');
