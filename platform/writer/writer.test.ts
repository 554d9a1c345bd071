// The writer when another has taken its book, and when PostgreSQL does not take what it commits; on real rows.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { manualClock } from '../instant.ts';
import { type Pipeline } from '../postgres/pipeline.ts';
import { type TestDatabase, testDatabase } from '../postgres/testing.ts';
import { type Desk, type WriteRows } from './desk.ts';
import { commitUnderTerm, raiseTerms, takeTerm, WriterFenced } from './term.ts';
import { BookWriter } from './writer.ts';

const NOW = Date.parse('2027-04-15T02:00:00Z') * 1_000;
const stamp = { number: 1, at: NOW };

/** Keeps words; `refuse` may have PostgreSQL refuse a commit by a SQLSTATE. */
class WordsDesk implements Desk {
  readonly #refuse: (words: readonly string[]) => string | undefined;
  #new: string[] = [];

  constructor(refuse: (words: readonly string[]) => string | undefined) {
    this.#refuse = refuse;
  }

  load = async (): Promise<void> => undefined;
  add = (word: string): number => this.#new.push(word);

  takeRows(): WriteRows | undefined {
    const words = this.#new;
    this.#new = [];
    if (words.length === 0) return undefined;
    return async (pipeline) => {
      const code = this.#refuse(words);
      if (code) await pipeline.query(`do $$ begin raise exception 'refused' using errcode = '${code}'; end $$`);
      await write(pipeline, ...words);
    };
  }
}

async function write(pipeline: Pipeline, ...words: readonly string[]): Promise<void> {
  await pipeline.query('insert into words select unnest($1::text[])', [words]);
}

async function givenDatabase(t: TestContext): Promise<TestDatabase> {
  const database = await testDatabase(t);
  await database.pool.query('create table words (word text)');
  return database;
}

async function wordsIn({ pool }: TestDatabase): Promise<string[]> {
  const { rows } = await pool.query<{ word: string }>('select word from words order by word');
  return rows.map(({ word }) => word);
}

async function openWriter(
  t: TestContext,
  { url }: TestDatabase,
  refuse: (words: readonly string[]) => string | undefined = () => undefined,
) {
  const fencedBy: WriterFenced[] = [];
  const writer = new BookWriter<{ words: WordsDesk }>({
    databaseUrl: url,
    bookId: 1,
    clock: manualClock(NOW),
    holder: 'test',
    build: () => ({ words: new WordsDesk(refuse) }),
    onFenced: (error) => fencedBy.push(error),
  });
  await writer.open();
  t.after(() => writer.close());
  const add = (word: string) => writer.submit({ name: 'add', decide: ({ words }) => void words.add(word) });
  return { writer, add, fencedBy };
}

/** As if the former writer's connection could not be ended: another role's, or hidden by the network. */
async function hideBackend({ pool }: TestDatabase): Promise<void> {
  await pool.query('update platform.writers set backend = 0');
}

test('a writer whose connection lives on after another took its book commits nothing more', async (t) => {
  const database = await givenDatabase(t);
  const first = await openWriter(t, database);
  await first.add('before');
  await hideBackend(database);
  const second = await openWriter(t, database);
  await assert.rejects(first.add('late'), WriterFenced);
  assert.equal(first.fencedBy.length, 1);
  await second.add('after');
  assert.deepEqual(await wordsIn(database), ['after', 'before']);
  await assert.rejects(first.add('later'), /held term 1; term 2 has taken over/);
});

test('a copy of the database that goes on by itself is closed to whoever wrote the original', async (t) => {
  const database = await givenDatabase(t);
  const former = await openWriter(t, database);
  await former.add('before');
  await hideBackend(database);
  assert.equal(await raiseTerms(await database.connect()), 1_000_000);
  await assert.rejects(former.add('late'), /held term 1; term 1000000 has taken over/);
  const next = await openWriter(t, database);
  await next.add('after');
  assert.deepEqual(await wordsIn(database), ['after', 'before']);
  assert.equal(await raiseTerms(await database.connect()), 2_000_000);
});

test('a writer with nothing to commit learns by its tick that another took its book', async (t) => {
  const database = await givenDatabase(t);
  const first = await openWriter(t, database);
  await hideBackend(database);
  await openWriter(t, database);
  await first.writer.tick();
  assert.equal(first.fencedBy.length, 1);
});

test('a commit frozen half-way under an old term is undone before the next writer begins', async (t) => {
  const database = await givenDatabase(t);
  const frozen = await database.connect({ pipeline: true });
  const { number: term } = await takeTerm(frozen, 1, 'first', NOW);
  await frozen.query(`set idle_in_transaction_session_timeout = '300ms'`);
  await hideBackend(database);
  let wake = (): void => undefined;
  const asleep = new Promise<void>((resolve) => (wake = resolve));
  let fellAsleep = (): void => undefined;
  const isAsleep = new Promise<void>((resolve) => (fellAsleep = resolve));
  const commit = commitUnderTerm(frozen, 1, term, stamp, [
    async (pipeline) => {
      await write(pipeline, 'half');
      fellAsleep();
      await asleep;
    },
  ]).then(
    () => 'committed',
    () => 'refused',
  );
  await isAsleep;
  const next = await takeTerm(await database.connect(), 1, 'second', NOW);
  assert.deepEqual([next.number, next.commits], [term + 1, 0]);
  wake();
  assert.equal(await commit, 'refused');
  assert.deepEqual(await wordsIn(database), []);
});

test('what PostgreSQL refuses again and again is traced to the one command that causes it', async (t) => {
  const database = await givenDatabase(t);
  const { add } = await openWriter(t, database, (words) => (words.includes('bad') ? '08P01' : undefined));
  const outcomes = await Promise.allSettled(['a', 'bad', 'c'].map(add));
  assert.deepEqual(outcomes.map(({ status }) => status), ['fulfilled', 'rejected', 'fulfilled']); // prettier-ignore
  await add('d');
  assert.deepEqual(await wordsIn(database), ['a', 'c', 'd']);
});

test('a full disk blames nobody: the commit is tried until there is room', async (t) => {
  const database = await givenDatabase(t);
  let tries = 0;
  const { add } = await openWriter(t, database, () => (++tries <= 5 ? '53100' : undefined));
  await Promise.all(['a', 'b'].map(add));
  assert.deepEqual(await wordsIn(database), ['a', 'b']);
});
