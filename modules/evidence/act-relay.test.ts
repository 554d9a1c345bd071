// Acts beside the books on their way to the log: each comes once, however transactions overlap, whoever writes, whatever ends.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { ACT_TABLES } from './covered-tables.ts';
import { exportEvidence } from './export.ts';
import { ACT, givenRecordedBook, givenSubjects, type RecordedBook, relayOf } from './testing.ts';
import { readWitness } from './witness.ts';

async function givenActs(t: TestContext): Promise<RecordedBook> {
  const book = await givenRecordedBook(t);
  await givenSubjects(book);
  return book;
}

const act = (book: RecordedBook, table: string): Promise<unknown> =>
  book.db.pool.query(`insert into ${table} ${ACT[table]}`);

/** What the log has of acts, `table key`, in its order. */
async function loggedActs({ db }: RecordedBook): Promise<string[]> {
  const { rows } = await db.pool.query<{ record: string; witness: string }>(
    `select record, witness from evidence.leaves where kind = 'acts' order by leaf`,
  );
  return rows.flatMap(({ record, witness }) => {
    const digests = readWitness(record, witness);
    assert.ok(Array.isArray(digests));
    return digests.map(({ table, key }) => `${table} ${key}`);
  });
}

test('an act of every source comes to the log once', async (t) => {
  const book = await givenActs(t);
  const relay = relayOf(book);
  for (const { name } of ACT_TABLES) await act(book, name);
  assert.equal(await relay.step(), false);
  await relay.step();
  assert.deepEqual(await loggedActs(book), ACT_TABLES.map(({ name }) => `${name} 1`)); // prettier-ignore
  await act(book, 'people.acts');
  await relay.step();
  assert.deepEqual((await loggedActs(book)).slice(ACT_TABLES.length), ['people.acts 2']);
});

test('nothing is written while nobody acts', async (t) => {
  const book = await givenActs(t);
  const { size } = book.writer.memory.evidence;
  await relayOf(book).step();
  assert.equal(book.writer.memory.evidence.size, size);
});

test('an act of a slow transaction is not skipped for a later one that was quicker', async (t) => {
  const book = await givenActs(t);
  const relay = relayOf(book);
  const slow = await book.db.connect();
  await slow.query(`begin; insert into people.acts ${ACT['people.acts']}`);
  await act(book, 'people.acts');
  await act(book, 'webhooks.acts');
  assert.equal(await relay.step(), true);
  assert.deepEqual(await loggedActs(book), ['webhooks.acts 1'], 'who waits holds up no other source');
  await slow.query('commit');
  assert.equal(await relay.step(), false);
  assert.deepEqual(await loggedActs(book), ['webhooks.acts 1', 'people.acts 1', 'people.acts 2']);
});

test('a number whose transaction was rolled back holds up nothing', async (t) => {
  const book = await givenActs(t);
  const relay = relayOf(book);
  const slow = await book.db.connect();
  await slow.query(`begin; insert into people.acts ${ACT['people.acts']}`);
  await act(book, 'people.acts');
  await relay.step();
  await slow.query('rollback');
  await relay.step();
  assert.deepEqual(await loggedActs(book), ['people.acts 2']);
});

test('those who begin after an act was seen do not hold it up, however many they are', async (t) => {
  const book = await givenActs(t);
  const relay = relayOf(book);
  const [first, second] = [await book.db.connect(), await book.db.connect()];
  await first.query(`begin; insert into people.acts ${ACT['people.acts']}`);
  await act(book, 'people.acts');
  await relay.step();
  await second.query(`begin; insert into people.acts ${ACT['people.acts']}`);
  await first.query('commit');
  await relay.step();
  assert.deepEqual(await loggedActs(book), ['people.acts 1', 'people.acts 2']);
  await second.query('commit');
  await relay.step();
  assert.deepEqual(await loggedActs(book), ['people.acts 1', 'people.acts 2', 'people.acts 3']);
});

test('a server that takes over goes on where the log stands, and what the first one read too is not recorded twice', async (t) => {
  const book = await givenActs(t);
  await act(book, 'access.acts');
  await relayOf(book).step();
  await act(book, 'access.acts');
  const successor = await book.open();
  await assert.rejects(relayOf(book).step(), { name: 'WriterFenced' });
  const relay = relayOf(book, successor);
  await Promise.all([relay.step(), relayOf(book, successor).step(), relay.step()]);
  assert.deepEqual(await loggedActs(book), ['access.acts 1', 'access.acts 2']);
});

test('whatever commit is cut off, each act is in the log once', async (t) => {
  const book = await givenActs(t);
  const relay = relayOf(book);
  const acts = 40;
  for (let n = 1; n <= acts; n++) {
    await act(book, 'quotas.acts');
    const recorded = relay.step();
    if (n % 3 === 0) {
      await book.db.pool.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and application_name = 'feiqian-writer'`,
      );
    }
    await recorded;
  }
  assert.deepEqual(
    await loggedActs(book),
    Array.from({ length: acts }, (_, index) => `quotas.acts ${index + 1}`),
  );
});

test('how far the log has come is part of what is hashed: a writer does not start on another word', async (t) => {
  const book = await givenActs(t);
  await act(book, 'approvals.acts');
  await relayOf(book).step();
  await book.writer.close();
  await book.db.pool.query(
    `update evidence.leaves set record = replace(record, '"approvals.acts":1}', '"approvals.acts":9}') where kind = 'acts'`,
  );
  await assert.rejects(book.open(), /leaf of acts is not what was hashed/);
});

test('what a person typed and where they were is in no line of the log or its export', async (t) => {
  const book = await givenActs(t);
  await act(book, 'people.acts');
  await relayOf(book).step();
  let text = '';
  for await (const line of exportEvidence(book.db.pool, 1)) text += JSON.stringify(line);
  assert.match(text, /people\.acts/);
  for (const told of ['192.0.2.7', 'tablet', 'session-1']) assert.ok(!text.includes(told), told);
});
