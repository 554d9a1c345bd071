// For tests, as a process of its own that can be killed: the whole API with the console on a database, where a request says
// by itself, or by a cookie, which person makes it. Prints its address when it listens.
import { existsSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openApiOn } from '../../apps/server/api-on.ts';
import { buildServer } from '../../platform/http/index.ts';
import { manualClock, systemClock } from '../../platform/instant.ts';
import { root } from '../contract/source-files.ts';
import { callerAsItIs, TEN_O_CLOCK } from '../contract/testing.ts';

const consoleFolder = join(root, 'dist/console');
const [databaseUrl = '', dataFolder] = process.argv.slice(2);
const { house, approvals, api } = await openApiOn(databaseUrl, manualClock(TEN_O_CLOCK), systemClock, dataFolder);
const server = await buildServer({
  ...api,
  callerOf: ({ authorization }, { caller = '' }) =>
    callerAsItIs(authorization ?? Buffer.from(caller, 'base64url').toString()) ?? {
      kind: 'operator',
      actor: 'Operator',
    },
  ...(existsSync(consoleFolder) ? { consoleFolder } : {}),
  idempotency: { pool: house.pool },
});
await server.listen({ host: '127.0.0.1', port: 0 });
approvals.carryingOut.start();
console.log(`http://127.0.0.1:${(server.server.address() as AddressInfo).port}`);
