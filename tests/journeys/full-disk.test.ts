// The disk under PostgreSQL fills up under load: the server says so and waits, or ends with a sentence; when there is
// room again it goes on, and nothing acknowledged is lost.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { checkOutcome, startLoad } from './load.ts';
import { fundBanks, givenServer, until } from './server-process.ts';
import { canMount, givenDisk } from './small-disk.ts';

const FUNDED_MINOR = 100_000_000n;
const DISK = '256m';
const skip = canMount() ? false : 'only root can make a small disk, and not everywhere';

/** Writes until there is no more room. */
function fill(file: string): void {
  const opened = openSync(file, 'w');
  try {
    for (const part of [Buffer.alloc(1 << 20), Buffer.alloc(4_096)]) {
      try {
        while (writeSync(opened, part) === part.length);
      } catch (error) {
        assert.equal((error as NodeJS.ErrnoException).code, 'ENOSPC');
      }
    }
  } finally {
    closeSync(opened);
  }
}

test('a full disk stops the payments, not the truth: with room again all goes on', { skip }, async (t) => {
  const data = join(tmpdir(), `feiqian disk ${randomUUID().slice(0, 8)}`);
  const server = await givenServer(t, { data });
  givenDisk(t, data, DISK);
  await server.start();
  await fundBanks(server, String(FUNDED_MINOR));
  const load = await startLoad(t, server);
  await load.answers(50);
  const ballast = join(data, 'ballast');
  fill(ballast);
  const isEnded = (): boolean => server.child.exitCode !== null;
  await until(() => isEnded() || /No space left on device/.test(server.said()), server.said);
  rmSync(ballast);
  // Where PostgreSQL found no room for its log it may have ended, and the server with it, by a sentence.
  const more = load.answers(50);
  await Promise.race([more, until(isEnded, server.said).catch(() => undefined)]);
  if (isEnded()) {
    assert.match(server.said(), /PostgreSQL has ended. Start Feiqian again/);
    await server.start();
  }
  await more;
  await load.finish();
  await checkOutcome(server, load.sent, FUNDED_MINOR);
  assert.equal(await server.end('SIGINT'), 0);
});
