// The checker is only worth what it finds: rows spoilt on purpose, a memory that forgot, a command decided otherwise.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { checkReplay } from './replay.ts';
import { checkDay, liveDay } from './run-seed.ts';
import { type DayOptions, type SimulatedDay } from './simulated-day.ts';

/** What is done to the rows of a good day, and the sentence that must come of it. */
const SPOILT: readonly (readonly [label: string, statement: string, found: RegExp])[] = [
  [
    'a transfer written with another amount',
    `update ledger.transfers set amount = amount + 1 where book_id = $1 and seq =
       (select max(seq) from ledger.transfers where book_id = $1 and code = 1)`,
    /exactly its one transfer/,
  ],
  [
    'a transfer lost',
    `delete from ledger.transfers where book_id = $1 and seq = (select min(seq) from ledger.transfers where book_id = $1)`,
    /numbers of transfers have a gap/,
  ],
  [
    'a folio that does not add up',
    `update ledger.folios set debits_posted = debits_posted + 1 where book_id = $1`,
    /not the sum of its transfers/,
  ],
  [
    'a settled payment shown as cancelled',
    `update settlement.payments set state = 'cancelled' where book_id = $1 and state = 'settled'`,
    /exactly one outcome/,
  ],
  [
    'a payment written twice',
    `insert into settlement.payments select (jsonb_populate_record(p, jsonb_build_object(
       'payment_id', gen_random_uuid(), 'uetr', null))).* from settlement.payments p
     where book_id = $1 and state = 'settled' limit 1`,
    /two payments have one number/,
  ],
  ['an outbox row dropped', `delete from messages.outbox where book_id = $1 and seq = 1`, /outbox has a gap/],
  [
    'a payment forwarded twice',
    `insert into messages.outbox select book_id, participant_id, 1000, kind, payment_id, inbox_id, xml, at
     from messages.outbox where book_id = $1 and kind ~ '^pacs.00[89]' limit 1`,
    /not forwarded to its receiver exactly once/,
  ],
  [
    'an answer that is no longer known',
    `update messages.inbox set answer = 'another' where book_id = $1`,
    /is not in the inbox/,
  ],
  [
    'a reservation forgotten',
    `update settlement.participants set reserved_urgent = reserved_urgent + 1 where book_id = $1`,
    /participant .* is read back as/s,
  ],
  [
    'a business day in another phase',
    `update settlement.days set phase_index = phase_index + 1 where book_id = $1`,
    /day was decided as/,
  ],
];

test('a good day has nothing wrong with it, and its commands decided again give the same rows', async (t) => {
  const day = await givenDay(t);
  assert.deepEqual(await checkDay(day.options.pool, day), []);
  assert.deepEqual(await replayed(day, 2), []);
});

for (const [label, statement, found] of SPOILT) {
  test(`the checker finds ${label}`, async (t) => {
    const day = await givenDay(t);
    const { rowCount } = await day.options.pool.query(statement, [day.options.bookId]);
    assert.ok(rowCount, 'the day has such a row');
    const sentences = (await checkDay(day.options.pool, day)).join('\n');
    assert.match(sentences, found);
  });
}

test('the checker finds a row that its commands do not give', async (t) => {
  const day = await givenDay(t);
  await day.options.pool.query(`update settlement.participants set minimum_reserve = 1 where book_id = $1`, [
    day.options.bookId,
  ]);
  assert.match((await replayed(day, 2)).join('\n'), /only written: settlement.participants/);
});

test('a seed makes the same day again, to the last id', async (t) => {
  const first = await givenDay(t);
  const second = await liveDay({ ...first.options, bookId: 3 });
  assert.deepEqual(lettersOf(second), lettersOf(first));
});

const lettersOf = ({ letters }: SimulatedDay) => letters.map(({ from, xml, answers }) => ({ from, xml, answers }));

const replayed = ({ options: { pool, bookId }, journal }: SimulatedDay, replayId: number): Promise<string[]> =>
  checkReplay(pool, journal, bookId, replayId);

/** A day with payments settled and queued, folios, and troubles. */
async function givenDay(t: TestContext): Promise<SimulatedDay> {
  const { url: databaseUrl, pool } = await testDatabase(t);
  const options: DayOptions = { seed: SEED, databaseUrl, pool, bookId: 1 };
  return liveDay(options);
}

const SEED = 3;
