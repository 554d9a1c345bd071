// Every kind of mistake in every kind of message that is read, posted to a real server: refused by an admi.002 that
// names the place, and nothing of it reaches the books.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeXml, isRead, kinds } from '../../modules/iso20022/index.ts';
import { type Mutation, mutationsOf, type SampleNode, sampleTree } from '../../modules/iso20022/testing-mutations.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { BANKS, fundBanks, givenServer } from './server-process.ts';

const OF_EACH_MISTAKE = 2;
const AT_ONCE = 8;
/** The header alone is no message. */
const read = kinds.map(({ kind }) => kind).filter((kind) => isRead(kind) && !kind.startsWith('head.'));

/** A few of each kind of mistake, spread over the message. */
function chosenMutations(root: SampleNode): Mutation[] {
  const byMistake = new Map<string, Mutation[]>();
  for (const mutation of mutationsOf(root)) {
    const mistake = `${mutation.label.split(' ')[0]} ${mutation.rule}`;
    byMistake.set(mistake, [...(byMistake.get(mistake) ?? []), mutation]);
  }
  return [...byMistake.values()].flatMap((all) => {
    const step = Math.max(1, Math.ceil(all.length / OF_EACH_MISTAKE));
    return all.filter((_, index) => index % step === 0);
  });
}

/** What the sender calls the message: an id is taken once, also by a message that is refused. */
function messageIds(node: SampleNode): SampleNode[] {
  const own = /\/(GrpHdr|MsgHdr)\/MsgId$|\/Assgnmt\/Id$/.test(node.path) ? [node] : [];
  return [...own, ...node.children.flatMap(messageIds)];
}

/** Every table of the books and of what rests on them, with its number of rows; the inbox alone may grow, and the pages
 * that are written of older transfers behind the commits. */
async function rowCounts(pool: Pool): Promise<Record<string, string>> {
  const { rows } = await pool.query<{ name: string }>(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname in ('ledger', 'settlement', 'messages') and tablename not in ('inbox', 'checkpoints', 'folios') order by 1`,
  );
  const counts: Record<string, string> = {};
  for (const { name } of rows) {
    const { rows: found } = await pool.query<{ count: string }>(`select count(*) from ${name}`);
    counts[name] = found[0]!.count;
  }
  return counts;
}

test('each mistake in each kind of message is refused at its place, and nothing reaches the books', async (t) => {
  const { url: databaseUrl, pool } = await testDatabase(t);
  const server = await givenServer(t, { databaseUrl });
  await server.start();
  await fundBanks(server, '1000000');
  const before = await rowCounts(pool);
  assert.ok(Object.keys(before).length > 10);
  const posts = read.flatMap((kind) => {
    const root = sampleTree(kind, { seed: 3, isMaximal: true });
    const ids = messageIds(root);
    return chosenMutations(root).map(({ label, path, rule, xml }, index) => {
      for (const id of ids) id.text = `${kind.slice(0, 8)}-${index}`;
      return { kind, label, path, rule, xml: xml() };
    });
  });
  assert.equal(new Set(posts.map(({ kind }) => kind)).size, read.length);
  const post = async ({ kind, label, path, rule, xml }: (typeof posts)[number]): Promise<void> => {
    const { status, headers, body } = await server.ask(BANKS[0], 'POST', '/v1/messages', xml);
    const where = `${kind}, ${label} at ${path}`;
    assert.equal(status, 200, where);
    assert.equal(headers.get('feiqian-answer'), 'admi.002.001.01', `${where}: ${String(body)}`);
    assert.equal(headers.get('feiqian-state'), 'refused', where);
    assert.ok(
      (body as string).includes(`<ErrLctn>${escapeXml(path).slice(0, 350)}</ErrLctn>`),
      `${where}: ${String(body)}`,
    );
    assert.ok((body as string).includes(`<RjctgPtyRsn>${rule}</RjctgPtyRsn>`), `${where}: ${String(body)}`);
  };
  for (let at = 0; at < posts.length; at += AT_ONCE) await Promise.all(posts.slice(at, at + AT_ONCE).map(post));
  assert.deepEqual(await rowCounts(pool), before);
  const { rows } = await pool.query<{ count: string }>(`select count(*) from messages.inbox where state = 'refused'`);
  assert.equal(Number(rows[0]!.count), posts.length);
});
