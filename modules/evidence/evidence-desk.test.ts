// The log beside real books on a real PostgreSQL: every row a commit wrote is in the leaf of that commit by the very digest
// its row gives when read back; and the log goes on, alone, where it stood, whatever happens between commits.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { bicOf } from '../messages/testing.ts';
import { COVERED_TABLES, selectRows } from './covered-tables.ts';
import { lineOf } from './covered-tables.ts';
import { digestLine } from './row-lines.ts';
import { Frontier, hashLeaf } from './merkle.ts';
import { readKeyLeaves } from './reads.ts';
import { isSignedBy, parseHead } from './tree-head.ts';
import { busyMorning, givenRecordedBook, ORIGIN, type RecordedBook, relayOf } from './testing.ts';
import { readWitness } from './witness.ts';
import { type EvidenceDesk } from './index.ts';

interface Leaf {
  leaf: string;
  kind: string;
  record: string;
  witness: string | null;
  hash: Buffer;
  head: string | null;
}

async function leavesOf({ db }: RecordedBook): Promise<Leaf[]> {
  const { rows } = await db.pool.query<Leaf>(
    'select leaf::text, kind, record, witness, hash, head from evidence.leaves where book_id = 1 order by leaves.leaf',
  );
  return rows;
}

/** Follows the log from its first leaf: every hash, root and signature. */
async function assertLogStands(book: RecordedBook): Promise<Leaf[]> {
  const leaves = await leavesOf(book);
  const frontier = new Frontier();
  let key = '';
  for (const [index, { leaf, kind, record, hash, head }] of leaves.entries()) {
    assert.equal(leaf, String(index));
    assert.deepEqual(hashLeaf(record), hash);
    frontier.append(hash);
    if (kind === 'key') key = (JSON.parse(record) as { key: string }).key;
    if (head === null) continue;
    const { size, root, origin } = parseHead(head)!;
    assert.deepEqual({ size, root: root, origin }, { size: index + 1, root: frontier.root, origin: ORIGIN });
    assert.ok(isSignedBy(head, key));
  }
  assert.ok(leaves.at(-1)!.head, 'the end is signed');
  return leaves;
}

/** The last digest the log has of each row must be that of the row as it stands; both have the same rows. */
async function assertRowsAreInEvidence(book: RecordedBook): Promise<Map<string, number>> {
  const logged = new Map<string, string>();
  for (const { record, witness } of await leavesOf(book)) {
    const digests = readWitness(record, witness);
    assert.ok(Array.isArray(digests));
    for (const { table, key, digest } of digests) logged.set(`${table} ${key}`, digest);
  }
  const counts = new Map<string, number>();
  const standing = new Map<string, string>();
  for (const table of COVERED_TABLES) {
    const { rows } = await book.db.pool.query<(string | null)[]>({
      text: selectRows(table),
      values: [1],
      rowMode: 'array',
    });
    counts.set(table.name, rows.length);
    for (const [key, ...columns] of rows) standing.set(`${table.name} ${key}`, digestLine(lineOf(columns)));
  }
  assert.deepEqual(Object.fromEntries(logged), Object.fromEntries(standing));
  return counts;
}

test('every row of every covered table is in the evidence as it stands', async (t) => {
  const book = await busyMorning(t);
  await assertLogStands(book);
  const counts = await assertRowsAreInEvidence(book);
  for (const table of COVERED_TABLES) assert.ok(counts.get(table.name)! > 0, `${table.name} has rows`);
});

test('no column of a covered table is left out', async (t) => {
  const { pool } = await testDatabase(t);
  for (const { name, columns } of COVERED_TABLES) {
    const { rows } = await pool.query<{ column: string }>(
      `select attname as column from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'book_id'`,
      [name],
    );
    const spoken = columns.map(([, sql]) => sql).join(' ');
    const leftOut = rows.map(({ column }) => column).filter((column) => !new RegExp(`\\b${column}\\b`).test(spoken));
    assert.deepEqual(leftOut, [], name);
  }
});

test('an act and a refused message are leaves of their own, with whom they are about', async (t) => {
  const book = await busyMorning(t);
  const { rows } = await book.db.pool.query<{ kind: string; participant_id: string; record: string }>(
    `select kind, participant_id, record from evidence.leaves where kind in ('act', 'refusal') order by leaf`,
  );
  const told = rows.map(
    ({ kind, participant_id, record }) => [kind, participant_id, JSON.parse(record) as object] as const,
  );
  const act = told.find(([kind]) => kind === 'act')!;
  assert.equal(act[1], bicOf('A'));
  const { actor, text, reason } = act[2] as { actor: string; text: { zh: string }; reason: string };
  assert.deepEqual([actor, text.zh, reason], ['Operator', '设置限额', 'a\nb\\c']);
  assert.ok(told.some(([kind, who, record]) => kind === 'refusal' && who === bicOf('A') && 'inboxId' in record));
});

test('a restart goes on with the same tree', async (t) => {
  const book = await busyMorning(t);
  await book.writer.close();
  const before = await assertLogStands(book);
  const again = await book.open();
  assert.equal(again.memory.evidence.size, before.length);
  await book.pay(6, 'B', 'A', 3n, again);
  const after = await assertLogStands(book);
  assert.deepEqual(after.slice(0, before.length), before);
  assert.ok(after.length > before.length);
  await assertRowsAreInEvidence(book);
});

test('a connection killed between commits leaves log and books agreeing', async (t) => {
  const book = await givenRecordedBook(t);
  const kill = (): Promise<unknown> =>
    book.db.pool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and application_name = 'feiqian-writer'`,
    );
  const payments: Promise<void>[] = [];
  for (let n = 100; n < 400; n++) {
    payments.push(book.pay(n, n % 2 ? 'A' : 'B', n % 2 ? 'B' : 'A', 1n));
    if (n % 60 === 0) await Promise.all([kill(), new Promise((resolve) => setTimeout(resolve, 5))]);
  }
  await Promise.all(payments);
  await assertLogStands(book);
  const counts = await assertRowsAreInEvidence(book);
  assert.equal(counts.get('settlement.payments'), 300);
});

test('a writer that was replaced appends nothing', async (t) => {
  const book = await givenRecordedBook(t);
  const successor = await book.open();
  const before = await leavesOf(book);
  await assert.rejects(book.pay(1, 'A', 'B', 1n), { name: 'WriterFenced' });
  assert.deepEqual(await leavesOf(book), before);
  await book.pay(2, 'A', 'B', 1n, successor);
  await assertLogStands(book);
});

const changeKey = (book: RecordedBook): Promise<void> =>
  book.writer.submit({
    name: 'change-key',
    decide: ({ evidence }: { evidence: EvidenceDesk }) => evidence.changeKey(book.keys.generate(evidence.origin)),
  });

test('a new key is a leaf the old one signed, and signs from there on, after a restart too', async (t) => {
  const book = await givenRecordedBook(t);
  const first = book.writer.memory.evidence.keyId;
  await changeKey(book);
  const second = book.writer.memory.evidence.keyId;
  assert.notEqual(second, first);
  await book.pay(1, 'A', 'B', 1n);
  await book.writer.close();
  const again = await book.open();
  assert.equal(again.memory.evidence.keyId, second);
  const leaves = await assertLogStands(book);
  const heads = leaves.flatMap(({ head }) => (head ? [parseHead(head)!.keyId] : []));
  assert.deepEqual(new Set(heads), new Set([first, second]));
  assert.equal((await readKeyLeaves(book.db.pool, 1)).length, 2);
});

test('a lost key stops the book with a sentence, until someone says so', async (t) => {
  const book = await givenRecordedBook(t);
  await book.writer.close();
  const other = (await givenRecordedBook(t)).keys;
  await assert.rejects(book.open({ keys: other }), /--new-evidence-key/);
  const writer = await book.open({ keys: other, mayReplaceLostKey: true });
  await book.pay(1, 'A', 'B', 1n, writer);
  const [, replaced] = await readKeyLeaves(book.db.pool, 1);
  assert.match(replaced!.record, /"signature":null/);
  await assertLogStands(book);
});

test('a log that does not add up stops the book with a sentence', async (t) => {
  const book = await givenRecordedBook(t);
  await book.writer.close();
  await book.db.pool.query(`update evidence.leaves set hash = sha256('x') where leaf = 2`);
  await assert.rejects(book.open(), /does not add up/);
});

test('a book older than its log has its rows in the first leaves', async (t) => {
  const book = await busyMorning(t);
  await book.writer.close();
  await book.db.pool.query('delete from evidence.leaves');
  const writer = await book.open();
  await book.pay(6, 'B', 'A', 3n, writer);
  await relayOf(book, writer).step();
  const leaves = await assertLogStands(book);
  assert.ok(leaves.some(({ kind }) => kind === 'baseline'));
  await assertRowsAreInEvidence(book);
});
