// What the books promise, rule by rule, in memory: chains, sets, holds, balancing, closing, ids, large sums.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { balanceOf } from './account.ts';
import { type Books } from './books.ts';
import { createTogether } from './create-together.ts';
import { createTransfers } from './create-transfers.ts';
import { expireHolds } from './expire-holds.ts';
import { openAccount, setFrozen, setOverdraft } from './open-account.ts';
import { aTransfer, give, givenAccount, givenBooks, TEN_O_CLOCK, uuidOf } from './testing.ts';
import { ALL, MAX_BATCH, type NewTransfer } from './transfer.ts';

/** From account `from` to account `to`, under the id of `n`. */
const move = (n: number, from: number, to: number, amount: bigint, more: Partial<NewTransfer> = {}): NewTransfer =>
  aTransfer({ id: uuidOf(1_000 + n), debitAccountId: from, creditAccountId: to, amount, ...more });
const endOf = (n: number, kind: 'post' | 'release', hold: NewTransfer, amount = 0n): NewTransfer =>
  move(n, 0, 0, amount, { kind, pendingId: hold.id, code: 0 });
const balance = (books: Books, id: number): bigint => balanceOf(books.account(id)!);
const pending = (books: Books, id: number): bigint => books.account(id)!.debitsPending;
const after = (seconds: number): number => TEN_O_CLOCK + seconds * MICROS_PER_SECOND;

/** Everything a refused decision must leave as it was. */
function trace(books: Books): unknown {
  const { lastSeq, newTransfers, newHolds, endedHoldIds, newAccounts, newTerms } = books;
  return structuredClone({
    accounts: [...books.accounts.values()],
    holds: [...books.openHolds],
    rows: { lastSeq, newTransfers, newHolds, endedHoldIds, newAccounts, newTerms },
  });
}

describe('chains', () => {
  test('stand together', () => {
    const books = givenBooks(100n, 0n, 0n);
    const chain = [move(1, 2, 3, 100n, { isLinked: true }), move(2, 3, 4, 60n)];
    assert.deepEqual(createTransfers(books, chain, TEN_O_CLOCK), ['created', 'created']);
    assert.deepEqual([2, 3, 4].map((id) => balance(books, id)), [0n, 40n, 60n]); // prettier-ignore
  });

  test('fall together and leave no trace, whatever they did before the one that was refused', () => {
    const books = givenBooks(1_000n, 0n);
    const held = move(1, 2, 3, 10n, { kind: 'hold' });
    const closing = move(2, 2, 3, 0n, { kind: 'hold', closing: 'credit' });
    createTransfers(books, [held, closing], TEN_O_CLOCK);
    const before = trace(books);
    // More entries than a page has: the page that was ended inside the chain is taken back too.
    const many = Array.from({ length: 300 }, (_, n) => move(100 + n, 2, 1, 1n));
    const chain = [
      ...many,
      endOf(3, 'release', closing),
      endOf(4, 'post', held, 4n),
      move(5, 2, 3, 5n, { kind: 'hold', timeoutSeconds: 3, closing: 'debit' }),
      move(6, 2, 1, 1n),
    ].map((transfer, index, all) => (index + 1 < all.length ? { ...transfer, isLinked: true } : transfer));
    const results = createTransfers(books, chain, TEN_O_CLOCK);
    assert.equal(results.at(-1), 'debit_account_closed');
    assert.ok(results.slice(0, -1).every((result) => result === 'linked_transfer_failed'));
    assert.deepEqual(trace(books), before);
    assert.deepEqual(books.takeFolios(TEN_O_CLOCK).map(({ entries }) => entries.length).sort(), [1, 2, 3]); // prettier-ignore
    assert.equal(give(books, endOf(4, 'post', held, 10n)), 'credit_account_closed');
    assert.equal(give(books, endOf(7, 'release', closing)), 'created');
    assert.equal(give(books, endOf(8, 'post', held, 10n)), 'created');
  });

  test('burn only the id that was to blame', () => {
    const books = givenBooks(10n, 0n);
    const chain = [move(1, 2, 3, 5n, { isLinked: true }), move(2, 2, 3, 50n, { isLinked: true }), move(3, 2, 3, 1n)];
    const expected = ['linked_transfer_failed', 'exceeds_credits', 'linked_transfer_failed'];
    assert.deepEqual(createTransfers(books, chain, TEN_O_CLOCK), expected);
    const again = chain.map((transfer) => ({ ...transfer, amount: 1n, isLinked: false }));
    assert.deepEqual(createTransfers(books, again, TEN_O_CLOCK), ['created', 'id_already_refused', 'created']);
  });

  test('left open by the end of the batch are refused whole', () => {
    const books = givenBooks(10n, 0n);
    const batch = [move(1, 2, 3, 1n), move(2, 2, 3, 1n, { isLinked: true }), move(3, 2, 3, 1n, { isLinked: true })];
    const expected = ['created', 'linked_transfer_failed', 'linked_chain_open'];
    assert.deepEqual(createTransfers(books, batch, TEN_O_CLOCK), expected);
    assert.equal(balance(books, 3), 1n);
  });
});

describe('a set that moves together', () => {
  test('is held against the limits on its outcome alone', () => {
    const books = givenBooks(0n, 0n, 0n);
    const circle = [move(1, 2, 3, 100n), move(2, 3, 4, 100n), move(3, 4, 2, 100n)];
    createTogether(books, circle, TEN_O_CLOCK);
    assert.deepEqual([2, 3, 4].map((id) => balance(books, id)), [0n, 0n, 0n]); // prettier-ignore
    assert.ok(books.newTransfers.slice(-3).every(({ flags }) => flags === 32));
  });

  test('names the lowest account it would overdraw and leaves no trace', () => {
    const books = givenBooks(0n, 5n, 0n);
    const before = trace(books);
    const set = [move(1, 2, 3, 100n), move(2, 3, 4, 106n), move(3, 4, 2, 95n)];
    assert.throws(
      () => createTogether(books, set, TEN_O_CLOCK),
      (error: unknown) => {
        assert.ok(error instanceof Refusal);
        assert.deepEqual([error.code, error.details], ['set_overdraws_account', { accountId: 2, shortMinor: '5' }]);
        return true;
      },
    );
    assert.deepEqual(trace(books), before);
  });

  test('may help an account that is past its limit, and not worsen it', () => {
    const books = givenBooks(0n, 0n);
    setOverdraft(books, 2, 100n, TEN_O_CLOCK);
    give(books, move(1, 2, 3, 100n));
    setOverdraft(books, 2, 10n, TEN_O_CLOCK);
    createTogether(books, [move(2, 3, 2, 30n)], TEN_O_CLOCK);
    assert.equal(balance(books, 2), -70n);
    assert.throws(() => createTogether(books, [move(3, 2, 3, 1n)], TEN_O_CLOCK), /set_overdraws_account/);
  });

  test('names the transfer that is barred by its place', () => {
    const books = givenBooks(10n, 0n);
    const set = [move(1, 2, 3, 1n), move(2, 2, 77, 1n)];
    assert.throws(
      () => createTogether(books, set, TEN_O_CLOCK),
      (error: unknown) => error instanceof Refusal && error.code === 'credit_account_not_found' && error.field === '/1',
    );
    assert.equal(balance(books, 2), 10n);
  });
});

describe('holds', () => {
  test('set money aside that nobody else can spend, and are posted in part: the rest is given back', () => {
    const books = givenBooks(100n, 0n);
    const hold = move(1, 2, 3, 80n, { kind: 'hold' });
    assert.equal(give(books, hold), 'created');
    assert.deepEqual([balance(books, 2), pending(books, 2)], [100n, 80n]);
    assert.equal(give(books, move(2, 2, 3, 21n)), 'exceeds_credits');
    assert.equal(give(books, endOf(3, 'post', hold, 30n)), 'created');
    assert.deepEqual([balance(books, 2), balance(books, 3), pending(books, 2)], [70n, 30n, 0n]);
    assert.equal(give(books, endOf(4, 'post', hold, 1n)), 'pending_transfer_already_posted');
    assert.equal(give(books, endOf(5, 'release', hold)), 'pending_transfer_already_posted');
  });

  test('are posted in full by ALL, and released', () => {
    const books = givenBooks(100n, 0n);
    const [full, free] = [move(1, 2, 3, 60n, { kind: 'hold' }), move(2, 2, 3, 40n, { kind: 'hold' })];
    createTransfers(books, [full, free, endOf(3, 'post', full, ALL), endOf(4, 'release', free)], TEN_O_CLOCK);
    assert.deepEqual([balance(books, 2), balance(books, 3), pending(books, 2)], [40n, 60n, 0n]);
    assert.equal(give(books, endOf(5, 'post', free, 1n)), 'pending_transfer_already_released');
  });

  test('expire to the second, by themselves, in the order of their time', () => {
    const books = givenBooks(100n, 0n);
    const holds = [5, 3, 9].map((timeoutSeconds, n) => move(n, 2, 3, 10n, { kind: 'hold', timeoutSeconds }));
    createTransfers(books, holds, TEN_O_CLOCK);
    expireHolds(books, after(3) - 1);
    assert.equal(pending(books, 2), 30n);
    expireHolds(books, after(3));
    assert.equal(pending(books, 2), 20n);
    assert.equal(give(books, endOf(10, 'post', holds[1]!, ALL), after(3)), 'pending_transfer_expired');
    expireHolds(books, after(60));
    assert.equal(pending(books, 2), 0n);
    const expiries = books.newTransfers.filter(({ kind }) => kind === 'expire');
    assert.deepEqual(expiries.map(({ pendingId }) => pendingId), [holds[1], holds[0], holds[2]].map((each) => each!.id)); // prettier-ignore
    assert.equal(new Set(books.newTransfers.map(({ id }) => id)).size, books.newTransfers.length);
  });

  test('placed again after their chain was undone expire by the later placing', () => {
    const books = givenBooks(100n, 0n);
    const hold = move(1, 2, 3, 10n, { kind: 'hold', timeoutSeconds: 3, isLinked: true });
    const undone = createTransfers(books, [hold, move(2, 2, 2, 1n)], TEN_O_CLOCK);
    assert.deepEqual(undone, ['linked_transfer_failed', 'accounts_must_be_different']);
    createTransfers(books, [hold, move(3, 2, 3, 1n)], after(2));
    expireHolds(books, after(4));
    assert.equal(pending(books, 2), 10n);
    expireHolds(books, after(5));
    assert.equal(pending(books, 2), 0n);
  });

  test('that were ended do not expire as well', () => {
    const books = givenBooks(100n, 0n);
    const hold = move(1, 2, 3, 10n, { kind: 'hold', timeoutSeconds: 1 });
    createTransfers(books, [hold, endOf(2, 'post', hold, ALL)], TEN_O_CLOCK);
    const { lastSeq } = books;
    expireHolds(books, after(100));
    assert.equal(books.lastSeq, lastSeq);
  });

  test('on a frozen account may be released, not posted', () => {
    const books = givenBooks(100n, 0n);
    const hold = move(1, 2, 3, 10n, { kind: 'hold' });
    give(books, hold);
    setFrozen(books, 3, true, TEN_O_CLOCK);
    assert.equal(give(books, endOf(2, 'post', hold, ALL)), 'credit_account_frozen');
    assert.equal(give(books, endOf(3, 'release', hold)), 'created');
  });
});

describe('a balancing transfer', () => {
  test('moves what is there, at most what was asked, and never less than nothing', () => {
    const books = givenBooks(30n, 0n);
    assert.equal(give(books, move(1, 2, 3, 100n, { balancing: 'debit' })), 'created');
    assert.equal(books.newTransfers.at(-1)!.amount, 30n);
    assert.equal(give(books, move(2, 2, 3, ALL, { balancing: 'debit' })), 'created');
    assert.equal(books.newTransfers.at(-1)!.amount, 0n);
    assert.equal(give(books, move(3, 3, 2, 12n, { balancing: 'debit' })), 'created');
    assert.equal(balance(books, 2), 12n);
    setOverdraft(books, 2, 8n, TEN_O_CLOCK);
    give(books, move(4, 2, 3, ALL, { balancing: 'debit', kind: 'hold' }));
    assert.equal(pending(books, 2), 20n);
  });

  test('asked for again is the same if it asks for at least what moved', () => {
    const books = givenBooks(30n, 0n);
    const swept = move(1, 2, 3, ALL, { balancing: 'debit' });
    give(books, swept);
    assert.equal(give(books, swept), 'exists');
    assert.equal(give(books, { ...swept, amount: 30n }), 'exists');
    assert.equal(give(books, { ...swept, amount: 29n }), 'exists_with_different_amount');
  });
});

describe('closing', () => {
  test('lasts until the closing hold is released or expires', () => {
    const books = givenBooks(100n, 0n);
    const close = (n: number, more: Partial<NewTransfer>) => move(n, 1, 3, 0n, { kind: 'hold', closing: 'credit', ...more }); // prettier-ignore
    const forGood = close(1, {});
    give(books, forGood);
    assert.equal(give(books, move(2, 2, 3, 1n)), 'credit_account_closed');
    assert.equal(give(books, move(3, 3, 2, 1n)), 'debit_account_closed');
    assert.equal(give(books, endOf(4, 'post', forGood, ALL)), 'credit_account_closed');
    assert.equal(give(books, endOf(5, 'release', forGood)), 'created');
    assert.equal(give(books, close(6, { timeoutSeconds: 2 })), 'created');
    expireHolds(books, after(2));
    assert.equal(give(books, move(7, 2, 3, 1n), after(2)), 'created');
  });
});

describe('ids', () => {
  test('the same transfer again answers the same, a different one the first field that differs', () => {
    const books = givenBooks(100n, 0n);
    const transfer = move(1, 2, 3, 10n, { reference: uuidOf(7) });
    assert.deepEqual(createTransfers(books, [transfer, transfer], TEN_O_CLOCK), ['created', 'exists']);
    const different = { ...transfer, amount: 11n, code: 8, creditAccountId: 1 };
    assert.equal(give(books, different), 'exists_with_different_credit_account');
    assert.equal(give(books, { ...different, creditAccountId: 3 }), 'exists_with_different_amount');
    assert.equal(balance(books, 2), 90n);
  });

  test('a post again may name the hold’s own fields or leave them out', () => {
    const books = givenBooks(100n, 0n);
    const hold = move(1, 2, 3, 10n, { kind: 'hold', reference: uuidOf(7) });
    const post = endOf(2, 'post', hold, ALL);
    createTransfers(books, [hold, post], TEN_O_CLOCK);
    const named = { debitAccountId: 2, creditAccountId: 3, amount: 10n, code: 7, reference: uuidOf(7) };
    assert.equal(give(books, { ...post, ...named }), 'exists');
    assert.equal(give(books, { ...post, amount: 9n }), 'exists_with_different_amount');
  });

  test('refused for the moment are refused for good', () => {
    const books = givenBooks(0n, 0n);
    const early = move(1, 2, 3, 10n);
    assert.equal(give(books, early), 'exceeds_credits');
    give(books, move(2, 1, 2, 100n));
    assert.equal(give(books, early), 'id_already_refused');
    assert.equal(give(books, { ...early, id: uuidOf(3) }), 'created');
  });
});

test('a batch has at most 8,190 transfers', () => {
  const books = givenBooks(0n);
  const batch = Array.from({ length: MAX_BATCH }, (_, n) => move(n, 1, 2, 1n));
  assert.ok(createTransfers(books, batch, TEN_O_CLOCK).every((result) => result === 'created'));
  assert.throws(() => createTransfers(books, [...batch, move(9_000, 1, 2, 1n)], TEN_O_CLOCK), /batch_too_large/);
});

test('sums of more than 64 bits are exact', () => {
  const books = givenBooks(0n, 0n);
  const large = 10n ** 36n;
  for (let n = 0; n < 50; n++) assert.equal(give(books, move(n, 1, 2, large)), 'created');
  assert.equal(give(books, move(60, 2, 3, large * 50n - 49n * large - 1n)), 'created');
  assert.equal(balance(books, 2), 49n * large + 1n);
  for (let n = 0; n < 50; n++) give(books, move(100 + n, 1, 2, large));
  assert.equal(give(books, move(200, 1, 2, large)), 'overflows_debits_posted');
});

test('an account is opened once, the same again is the same, and a malformed one names its field', () => {
  const books = givenBooks(0n);
  const account = givenAccount(books, 50);
  assert.equal(givenAccount(books, 50), account);
  const refused = (more: object, code: string, field: string) =>
    assert.throws(
      () =>
        openAccount(books, { id: 51, code: 'x', currency: 'CNY', normalSide: 'debit', isLimited: false, ...more }, 0),
      (error: unknown) => error instanceof Refusal && error.code === code && error.field === field,
    );
  refused({ id: 50 }, 'account_exists', '/id');
  refused({ id: 0 }, 'account_malformed', '/id');
  refused({ code: '' }, 'account_malformed', '/code');
  refused({ currency: 'yuan' }, 'account_malformed', '/currency');
  refused({ overdraft: -1n }, 'account_malformed', '/overdraft');
  assert.equal(books.account(51), undefined);
});

test('account pages hold every entry once, in order, with the balances after the last', () => {
  const books = givenBooks(0n, 0n);
  for (let n = 0; n < 1_000; n++) give(books, move(n, 1, n % 10 === 0 ? 3 : 2, 1n), TEN_O_CLOCK + n);
  const folios = books.takeFolios(TEN_O_CLOCK + 1_000);
  for (const id of [1, 2, 3]) {
    const pages = folios.filter(({ accountId }) => accountId === id);
    const entries = pages.flatMap((page) => page.entries);
    assert.deepEqual(entries, [...entries].sort((a, b) => a - b)); // prettier-ignore
    assert.equal(entries.length, { 1: 1_000, 2: 900, 3: 100 }[id]);
    let sum = 0n;
    for (const page of pages) {
      sum += BigInt(page.entries.length);
      assert.equal(page.creditsPosted + page.debitsPosted, sum);
      assert.ok(page.entries.length <= 200 && page.throughSeq >= page.entries.at(-1)!);
    }
  }
  assert.deepEqual(books.takeFolios(TEN_O_CLOCK + 1_000), []);
});
