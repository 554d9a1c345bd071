// The books on a real PostgreSQL: what is written is what is read back, at any moment, with small checkpoints, many pages
// and a memory too small for all accounts.
import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { type Instant, manualClock } from '../../platform/instant.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { BookWriter } from '../../platform/writer/writer.ts';
import { Books, type OpenAccount } from './books.ts';
import { LedgerDesk, type LedgerDeskOptions } from './ledger-desk.ts';
import {
  decideAct, type LedgerAct, type LedgerAnswer, needOf, RandomActs, seededDice, TEN_O_CLOCK, uuidOf,
} from './testing.ts'; // prettier-ignore
import { type Transfer } from './transfer.ts';

interface Shop {
  readonly database: TestDatabase;
  readonly writer: BookWriter<{ ledger: LedgerDesk }>;
  readonly clock: ReturnType<typeof manualClock>;
  readonly decidedAt: Instant[];
  act(act: LedgerAct): Promise<LedgerAnswer>;
}

async function givenShop(t: TestContext, options: LedgerDeskOptions = {}): Promise<Shop> {
  const database = await testDatabase(t);
  const clock = manualClock(TEN_O_CLOCK);
  const decidedAt: Instant[] = [];
  const writer = new BookWriter({
    databaseUrl: database.url,
    bookId: 1,
    clock,
    holder: 'test',
    build: () => ({ ledger: new LedgerDesk(1, 'CNY', options) }),
    onDecide: (_, at) => decidedAt.push(at),
    onTrouble: (message, cause) => assert.fail(`${message}: ${String(cause)}`),
  });
  await writer.open();
  t.after(() => writer.close());
  const act = (act: LedgerAct) =>
    writer.submit({
      name: act.kind,
      needs: { ledger: needOf(act) },
      decide: ({ ledger }, at) => decideAct(ledger.books, act, at),
    });
  return { database, writer, clock, decidedAt, act };
}

/** What is known of an account, without where its page stands. */
function factsOf(account: OpenAccount): unknown {
  return { ...account, entries: undefined, cleanSince: undefined, usedBy: undefined };
}

function openHoldsOf(books: Books): readonly Transfer[] {
  return [...books.openHolds.values()].sort((a, b) => a.seq - b.seq);
}

/** A new memory of the same rows, with all its accounts. */
async function freshMemory({ database, writer }: Shop): Promise<Books> {
  const desk = new LedgerDesk(1, 'CNY');
  const client = await database.connect();
  await desk.load(client);
  await desk.prefetch(client, [{ accountIds: [...writer.memory.ledger.books.accounts.keys()] }]);
  return desk.books;
}

/** The balances view and the pages say what memory says. */
async function assertRowsAgree({ database, writer }: Shop): Promise<void> {
  const { books } = writer.memory.ledger;
  const { rows } = await database.pool.query<Record<string, string | boolean>>(
    `select account_id, is_closed, debits_pending, debits_posted, credits_pending, credits_posted
     from ledger.balances where book_id = 1`,
  );
  for (const row of rows) {
    const account = books.account(Number(row.account_id));
    if (!account) continue;
    const { debitsPending, debitsPosted, creditsPending, creditsPosted, isClosed } = account;
    assert.deepEqual(
      [row.debits_pending, row.debits_posted, row.credits_pending, row.credits_posted].map((each) => BigInt(each!)),
      [debitsPending, debitsPosted, creditsPending, creditsPosted],
    );
    assert.equal(row.is_closed, isClosed);
  }
  const { rows: lost } = await database.pool.query(
    `select t.seq, a.account_id from ledger.transfers t
     cross join lateral (values (t.debit_account_id), (t.credit_account_id)) a(account_id)
     except select seq, account_id from ledger.entries`,
  );
  assert.deepEqual(lost, [], 'every transfer is on a page or in the tail of both its accounts');
  const { rows: twice } = await database.pool.query(
    'select account_id, seq from ledger.entries group by account_id, seq having count(*) > 1',
  );
  assert.deepEqual(twice, [], 'no transfer is on two pages of an account');
}

async function randomDay(shop: Shop, seed: number, count: number, check?: () => Promise<void>): Promise<void> {
  const acts = new RandomActs(seededDice(seed));
  const reference = new Books(1, 'CNY');
  for (const act of acts.opening()) decideAct(reference, act, (await shop.act(act), shop.decidedAt.at(-1)!));
  let left = count;
  while (left > 0) {
    const several = Array.from({ length: Math.min(left, 1 + (left % 5)) }, () => acts.next());
    left -= several.length;
    shop.clock.advance(acts.pause());
    const answers = await Promise.all(several.map((act) => shop.act(act)));
    const instants = shop.decidedAt.slice(-several.length);
    for (const [index, act] of several.entries()) {
      assert.deepEqual(answers[index], decideAct(reference, act, instants[index]!));
    }
    await check?.();
  }
  for (const account of shop.writer.memory.ledger.books.accounts.values()) {
    assert.deepEqual(factsOf(account), factsOf(reference.account(account.id)!));
  }
}

describe('the ledger’s desk', () => {
  test('reads back the memory it wrote, after random days', async (t) => {
    const shop = await givenShop(t, { checkpointEvery: 40 });
    for (const seed of [11, 12]) {
      if (seed === 11) await randomDay(shop, seed, 250);
      const { books } = shop.writer.memory.ledger;
      const fresh = await freshMemory(shop);
      assert.equal(fresh.lastSeq, books.lastSeq);
      assert.deepEqual(openHoldsOf(fresh), openHoldsOf(books));
      for (const account of books.accounts.values()) {
        assert.deepEqual(factsOf(fresh.account(account.id)!), factsOf(account));
      }
    }
  });

  test('keeps the balances view true at every moment, checkpoints in flight or not', async (t) => {
    const shop = await givenShop(t, { checkpointEvery: 7 });
    await randomDay(shop, 21, 150, () => assertRowsAgree(shop));
    const { rows } = await shop.database.pool.query<{ seq: string; folios: string }>(
      'select seq, (select count(*) from ledger.folios) as folios from ledger.checkpoints',
    );
    assert.ok(Number(rows[0]!.seq) > 40 && Number(rows[0]!.folios) > 30, JSON.stringify(rows[0]));
  });

  test('decides the same with a memory too small for the accounts', async (t) => {
    const shop = await givenShop(t, { checkpointEvery: 5, maxAccounts: 2 });
    await randomDay(shop, 31, 400);
    // A quiet hour: only two accounts are asked for, so the others may leave.
    const account = { currency: 'CNY', normalSide: 'credit', isLimited: false } as const;
    for (const id of [101, 102]) await shop.act({ kind: 'open', account: { ...account, id, code: `quiet:${id}` } });
    const { accounts } = shop.writer.memory.ledger.books;
    // They leave behind the commits, as checkpoints land: sooner or later.
    for (let n = 0; n < 20 || (accounts.size >= 9 && n < 1_000); n++) {
      shop.clock.advance(2_000_000);
      const sides = { debitAccountId: 101, creditAccountId: 102 };
      const transfer = { id: uuidOf(7_000_000 + n), kind: 'single', ...sides, amount: 1n, code: 1 } as const;
      await shop.act({ kind: 'transfers', transfers: [transfer] });
    }
    assert.ok(accounts.size < 9, `${accounts.size} accounts in memory`);
    await assertRowsAgree(shop);
  });

  test('opens more accounts than memory may hold, and finds every one of them again', async (t) => {
    const shop = await givenShop(t, { maxAccounts: 3 });
    const account = { currency: 'CNY', normalSide: 'credit', isLimited: false } as const;
    const { accounts } = shop.writer.memory.ledger.books;
    for (let id = 1; id <= 40; id++) await shop.act({ kind: 'open', account: { ...account, id, code: `many:${id}` } });
    for (let n = 0; n < 1_000 && accounts.size > 8; n++) await new Promise((resolve) => setImmediate(resolve));
    assert.ok(accounts.size <= 8, `${accounts.size} accounts in memory`);
    for (let id = 1; id < 40; id++) {
      const sides = { debitAccountId: id, creditAccountId: id + 1 };
      const transfer = { id: uuidOf(8_000_000 + id), kind: 'single', ...sides, amount: 1n, code: 1 } as const;
      assert.deepEqual(await shop.act({ kind: 'transfers', transfers: [transfer] }), ['created']);
    }
    await assertRowsAgree(shop);
  });

  test('knows ids that are taken or burnt from rows alone', async (t) => {
    const shop = await givenShop(t);
    const transfer = {
      id: uuidOf(50),
      kind: 'single',
      debitAccountId: 1,
      creditAccountId: 2,
      amount: 5n,
      code: 1,
    } as const;
    const account = { currency: 'CNY', normalSide: 'credit', isLimited: false } as const;
    for (const id of [1, 2]) await shop.act({ kind: 'open', account: { ...account, id, code: `a${id}` } });
    const burnt = { ...transfer, id: uuidOf(60), debitAccountId: 3 };
    assert.deepEqual(await shop.act({ kind: 'transfers', transfers: [transfer, burnt] }), [
      'created',
      'debit_account_not_found',
    ]);
    await shop.writer.close();
    const again = new LedgerDesk(1, 'CNY');
    const client = await shop.database.connect();
    await again.load(client);
    const transfers = [transfer, { ...transfer, amount: 6n }, { ...burnt, debitAccountId: 1 }];
    await again.prefetch(client, [{ transfers }]);
    assert.deepEqual(decideAct(again.books, { kind: 'transfers', transfers }, TEN_O_CLOCK), [
      'exists',
      'exists_with_different_amount',
      'id_already_refused',
    ]);
  });

  test('takes a chain longer than many pages of one account', async (t) => {
    const shop = await givenShop(t, { checkpointEvery: 1 });
    const account = { currency: 'CNY', normalSide: 'credit', isLimited: false } as const;
    for (const id of [1, 2]) await shop.act({ kind: 'open', account: { ...account, id, code: `a${id}` } });
    const chain = Array.from({ length: 5_000 }, (_, n) => ({
      id: uuidOf(n),
      kind: 'single' as const,
      debitAccountId: 1,
      creditAccountId: 2,
      amount: 1n,
      code: 1,
      isLinked: n < 4_999,
    }));
    await shop.act({ kind: 'transfers', transfers: chain });
    for (let n = 0; n < 3; n++) {
      const [transfer] = [{ ...chain[0]!, id: uuidOf(10_000 + n), isLinked: false }];
      shop.clock.advance(2_000_000);
      await shop.act({ kind: 'transfers', transfers: [transfer] });
    }
    await assertRowsAgree(shop);
    const { rows } = await shop.database.pool.query('select 1 from ledger.folios where account_id = 1');
    assert.ok(rows.length >= 25);
  });
});
