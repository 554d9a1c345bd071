// Two servers on one PostgreSQL: the first is frozen under load, the second takes the book over, and when the first wakes
// it can no longer write.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { transferXml } from '../contract/testing.ts';
import { checkOutcome, startLoad } from './load.ts';
import { BANKS, fundBanks, givenServer } from './server-process.ts';

const FUNDED_MINOR = 100_000_000n;

test('a server frozen while another takes over writes nothing when it wakes, and ends by itself', async (t) => {
  const { url: databaseUrl, pool } = await testDatabase(t);
  const first = await givenServer(t, { databaseUrl });
  const second = await givenServer(t, { databaseUrl });
  await first.start();
  await fundBanks(first, String(FUNDED_MINOR));
  const load = await startLoad(t, first);
  await load.answers(randomInt(20, 100));
  first.child.kill('SIGSTOP');
  // Arrives at the frozen server's door and is read when it wakes.
  const [from, to] = BANKS;
  const lateXml = transferXml('LATE', 999_999, from, to, '1.00', new Date().toISOString().slice(0, 10));
  const late = first.ask(from, 'POST', '/v1/messages', lateXml).then(({ status }) => status, () => 'no answer'); // prettier-ignore
  // Whoever takes over signs the evidence by the same key.
  cpSync(join(first.data, 'evidence-keys'), join(second.data, 'evidence-keys'), { recursive: true });
  await second.start();
  load.turnTo(second);
  await load.answers(50);
  first.child.kill('SIGCONT');
  assert.equal(await first.ended(), 1);
  assert.match(first.said(), /held term 1; term 2 has taken over. This process no longer writes and ends./);
  assert.notEqual(await late, 200);
  await load.answers(20);
  await load.finish();
  await checkOutcome(second, load.sent, FUNDED_MINOR);
  const { rows } = await pool.query<{ term: string }>('select term::text from platform.writers');
  assert.deepEqual(rows, [{ term: '2' }]);
});
