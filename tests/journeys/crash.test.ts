// kill -9 of the server, of its PostgreSQL and of the writer's connection, at random moments under load: each time it
// starts again by itself on the same folder, and the banks send again what was not answered.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { checkOutcome, startLoad } from './load.ts';
import { fundBanks, givenServer, postmasterOf, queryEmbedded } from './server-process.ts';

const FUNDED_MINOR = 100_000_000n;

test('after kill -9 of the server and of PostgreSQL nothing acknowledged is missing and nothing is twice', async (t) => {
  const server = await givenServer(t);
  await server.start();
  await fundBanks(server, String(FUNDED_MINOR));
  const load = await startLoad(t, server);
  const someLoad = () => load.answers(randomInt(10, 80));
  for (let round = 1; round <= 3; round++) {
    await someLoad();
    assert.equal(await server.end('SIGKILL'), 'SIGKILL');
    await server.start();
  }
  await someLoad();
  process.kill(postmasterOf(server), 'SIGKILL');
  assert.equal(await server.ended(), 1);
  assert.match(server.said(), /PostgreSQL has ended. Start Feiqian again; nothing acknowledged is lost./);
  await server.start();
  await someLoad();
  // PostgreSQL restarts itself when one of its processes dies; the server stays and goes on by itself.
  const [writer] = await queryEmbedded<{ backend: number }>(server, 'select backend from platform.writers');
  const { pid } = server.child;
  process.kill(writer!.backend, 'SIGKILL');
  await someLoad();
  await load.finish();
  assert.equal(server.child.pid, pid);
  assert.ok(load.sent.some(({ attempts }) => attempts > 1), 'a crash met messages on their way'); // prettier-ignore
  await checkOutcome(server, load.sent, FUNDED_MINOR);
  assert.equal(await server.end('SIGINT'), 0);
});
