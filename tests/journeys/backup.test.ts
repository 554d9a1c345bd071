// The whole platform lost and brought back: a backup taken under load, the server ended by kill -9, and from the file and
// the log everything that was acknowledged, to its last payment or to a chosen moment, on another folder.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from '../../platform/postgres/embedded.ts';
import { callFeiqian, startFeiqian } from './feiqian-process.ts';
import { checkOutcome, type Load, startLoad } from './load.ts';
import { fundBanks, givenFolder, givenServer, postmasterOf, queryDatabase, queryEmbedded } from './server-process.ts';

const FUNDED_MINOR = 100_000_000n;

/** What was answered up to now. */
const answeredIn = ({ sent }: Load): string[] =>
  sent.filter(({ answer }) => answer !== undefined).map(({ uetr }) => uetr);

async function givenKey(t: TestContext): Promise<{ identity: string; recipient: string }> {
  const identity = join(givenFolder(t), 'identity.txt');
  const { code, out } = await callFeiqian(t, ['backup', 'key', identity]);
  assert.equal(code, 0);
  return { identity, recipient: out.trim() };
}

/** The payments in the database of a restored folder. */
async function paymentsIn(folder: string): Promise<Set<string>> {
  const { url, stop } = await startEmbedded(folder);
  try {
    const rows = await queryDatabase<{ uetr: string }>(url, 'select uetr::text from settlement.payments');
    return new Set(rows.map(({ uetr }) => uetr));
  } finally {
    await stop();
  }
}

test('a platform that is lost under load comes back whole, or to a moment, on another folder', async (t) => {
  const { identity, recipient } = await givenKey(t);
  const server = await givenServer(t);
  await server.start();
  await fundBanks(server, String(FUNDED_MINOR));
  const load = await startLoad(t, server);
  await load.answers(60);
  const beforeBackup = answeredIn(load);
  const file = join(givenFolder(t), 'backup.age');
  const taken = await startFeiqian(['backup', '--to', file, '--recipient', recipient, '--data', server.data]).ended;
  assert.equal(taken.code, 0, taken.err);
  assert.match(taken.out, /Evidence FQCBCNBJ\/books\/1: \d+ leaves/);
  await load.answers(40);
  const beforeMoment = answeredIn(load);
  const moment = new Date(Date.now() + 1).toISOString();
  await pause(20);
  const sentByMoment = load.sent.length;
  await load.answers(40);
  assert.equal(await server.end('SIGKILL'), 'SIGKILL');
  process.kill(postmasterOf(server), 'SIGKILL');
  await pause(200);

  const restoreTo = async (...more: string[]): Promise<string> => {
    const place = givenFolder(t);
    const restored = await callFeiqian(t, ['restore', '--from', file, '--identity-file', identity, '--to', place, ...more]); // prettier-ignore
    assert.equal(restored.code, 0, restored.err);
    assert.match(restored.out, /The evidence was verified: \d+ rows, all as they were written/);
    const { state } = JSON.parse(readFileSync(join(place, 'restored.json'), 'utf8')) as { state: { head: string } };
    assert.ok(restored.out.includes(`root ${state.head.split('\n')[2]}`), 'it says the root it restored to');
    return place;
  };
  const lacking = (payments: ReadonlySet<string>, uetrs: readonly string[]): string[] =>
    uetrs.filter((uetr) => !payments.has(uetr));

  const alone = await paymentsIn(await restoreTo());
  assert.deepEqual(lacking(alone, beforeBackup), [], 'acknowledged before the backup began');
  const earlier = await paymentsIn(await restoreTo('--wal', server.data, '--at', moment));
  assert.deepEqual(lacking(earlier, beforeMoment), [], 'acknowledged before the moment');
  const later = load.sent.slice(sentByMoment).map(({ uetr }) => uetr);
  assert.deepEqual(lacking(earlier, later), later, 'sent after the moment');

  const data = await restoreTo('--wal', server.data);
  for (const secret of ['token-secret', 'answer-key.pem'])
    assert.deepEqual(readFileSync(join(data, secret)), readFileSync(join(server.data, secret)));
  assert.deepEqual(readdirSync(join(data, 'evidence-keys')), readdirSync(join(server.data, 'evidence-keys')));
  assert.ok(!existsSync(join(data, 'restoring')));
  const latest = await givenServer(t, { data });
  await latest.start();
  const [writer] = await queryEmbedded<{ term: string }>(latest, 'select term::text from platform.writers');
  assert.equal(writer!.term, '1000001', 'no term that the lost server had or could have');
  // The banks send again what was not answered, to the server that took its place.
  load.turnTo(latest);
  await load.answers(20);
  await load.finish();
  await checkOutcome(latest, load.sent, FUNDED_MINOR);
  assert.equal(await latest.end('SIGINT'), 0);
});
