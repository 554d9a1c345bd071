// Every result in its documented order of precedence: each condition alone gives its result, and of any two that hold
// together the earlier answers.
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Books } from './books.ts';
import { createTransfers } from './create-transfers.ts';
import { expireHolds } from './expire-holds.ts';
import { setFrozen } from './open-account.ts';
import { TRANSFER_RESULTS, type TransferResult } from './results.ts';
import { aTransfer, give, givenAccount, givenBooks, TEN_O_CLOCK, uuidOf } from './testing.ts';
import { MAX_AMOUNT, MAX_BALANCE, type NewTransfer } from './transfer.ts';

const [ONE, TWO, EMPTY, USD, FROZEN, CLOSED, FULL_PENDING, FULL_POSTED] = [1, 2, 3, 4, 5, 6, 7, 8];
const EMPTY_DEBIT = 9;
/** Added to an account's number: another of its kind, for the credit side. */
const OTHER = 10;
const NOWHERE = 99;
const LATER = TEN_O_CLOCK + 10 * MICROS_PER_SECOND;
const id = {
  standing: uuidOf(101), burnt: uuidOf(102), hold: uuidOf(103), posted: uuidOf(104), released: uuidOf(105),
  expired: uuidOf(106), fromFrozen: uuidOf(107), toFrozen: uuidOf(108), closing: uuidOf(109), fresh: uuidOf(110),
  fromClosed: uuidOf(111), toClosed: uuidOf(112), nowhere: uuidOf(113),
  closingOther: uuidOf(114),
}; // prettier-ignore

const STANDING = aTransfer({ id: id.standing, amount: 10n, reference: uuidOf(500) });

function givenWorld(): Books {
  const books = givenBooks(1_000n, 0n);
  givenAccount(books, USD!, { currency: 'USD' });
  for (const account of [FROZEN, CLOSED, FULL_PENDING, FULL_POSTED]) {
    givenAccount(books, account!);
    givenAccount(books, account! + OTHER);
  }
  givenAccount(books, EMPTY_DEBIT, { normalSide: 'debit', isLimited: true });
  const hold = (holdId: string, more: Partial<NewTransfer> = {}) =>
    aTransfer({ id: holdId, kind: 'hold', debitAccountId: TWO!, creditAccountId: ONE!, ...more });
  const end = (n: number, kind: 'post' | 'release', pendingId: string) =>
    aTransfer({ id: uuidOf(n), kind, debitAccountId: 0, creditAccountId: 0, amount: 0n, pendingId });
  const results = createTransfers(
    books,
    [
      STANDING,
      hold(id.hold),
      hold(id.posted),
      end(201, 'post', id.posted),
      hold(id.released),
      end(202, 'release', id.released),
      hold(id.expired, { timeoutSeconds: 1 }),
      hold(id.fromFrozen, { debitAccountId: FROZEN!, creditAccountId: ONE! }),
      hold(id.toFrozen, { creditAccountId: FROZEN! }),
      hold(id.fromClosed, { debitAccountId: CLOSED!, creditAccountId: ONE! }),
      hold(id.toClosed, { creditAccountId: CLOSED! }),
      hold(id.closing, { debitAccountId: CLOSED!, creditAccountId: ONE!, amount: 0n, closing: 'debit' }),
      hold(id.closingOther, { creditAccountId: CLOSED! + OTHER, amount: 0n, closing: 'credit' }),
    ],
    TEN_O_CLOCK,
  );
  assert.ok(results.every((result) => result === 'created'));
  assert.equal(give(books, aTransfer({ id: id.burnt, debitAccountId: EMPTY! })), 'exceeds_credits');
  setFrozen(books, FROZEN!, true, TEN_O_CLOCK);
  setFrozen(books, FROZEN! + OTHER, true, TEN_O_CLOCK);
  for (const side of ['debits', 'credits'] as const) {
    for (const other of [0, OTHER]) {
      books.account(FULL_PENDING! + other)![`${side}Pending`] = MAX_BALANCE;
      books.account(FULL_POSTED! + other)![`${side}Posted`] = MAX_BALANCE;
    }
  }
  expireHolds(books, LATER);
  return books;
}

/** Requests that succeed in that world. */
const BASES = {
  single: aTransfer({ id: id.fresh, debitAccountId: TWO!, creditAccountId: ONE! }),
  hold: aTransfer({ id: id.fresh, kind: 'hold', debitAccountId: TWO!, creditAccountId: ONE! }),
  post: aTransfer({ id: id.fresh, kind: 'post', pendingId: id.hold, debitAccountId: 0, creditAccountId: 0, code: 0 }),
  release: aTransfer({
    id: id.fresh,
    kind: 'release',
    pendingId: id.hold,
    debitAccountId: 0,
    creditAccountId: 0,
    amount: 0n,
    code: 0,
  }),
  again: STANDING,
} as const;
type Base = keyof typeof BASES;

interface Condition {
  readonly result: TransferResult;
  readonly bases: readonly Base[];
  /** What brings the condition about. */
  readonly set: Partial<Record<keyof NewTransfer, unknown>>;
}

const moving: readonly Base[] = ['single', 'hold'];
const ending: readonly Base[] = ['post', 'release'];
const fresh: readonly Base[] = [...moving, ...ending];

const condition = (result: TransferResult, bases: readonly Base[], set: Condition['set']): Condition => ({ result, bases, set }); // prettier-ignore

/** In the order of TRANSFER_RESULTS, which a test below holds. */
const CONDITIONS: readonly Condition[] = [
  condition('id_malformed', fresh, { id: 'no uuid' }),
  condition('id_malformed', fresh, { id: uuidOf(1).toUpperCase() }),
  condition('kind_unknown', fresh, { kind: 'expire' }),
  condition('kind_unknown', fresh, { kind: 'transfer' }),
  condition('exists_with_different_kind', ['again'], { kind: 'hold' }),
  condition('exists_with_different_flags', ['again'], { balancing: 'debit' }),
  condition('exists_with_different_flags', ['again'], { isLinked: false, closing: 'both' }),
  condition('exists_with_different_pending_id', ['again'], { pendingId: id.hold }),
  condition('exists_with_different_timeout', ['again'], { timeoutSeconds: 5 }),
  condition('exists_with_different_debit_account', ['again'], { debitAccountId: EMPTY }),
  condition('exists_with_different_credit_account', ['again'], { creditAccountId: NOWHERE }),
  condition('exists_with_different_amount', ['again'], { amount: 11n }),
  condition('exists_with_different_reference', ['again'], { reference: undefined }),
  condition('exists_with_different_code', ['again'], { code: 8 }),
  condition('exists', ['again'], {}),
  condition('id_already_refused', fresh, { id: id.burnt }),
  condition('code_out_of_range', moving, { code: 0 }),
  condition('code_out_of_range', fresh, { code: 32_768 }),
  condition('code_out_of_range', fresh, { code: 1.5 }),
  condition('reference_malformed', fresh, { reference: 'no uuid' }),
  condition('flags_are_mutually_exclusive', ending, { balancing: 'debit' }),
  condition('amount_negative', fresh, { amount: -1n }),
  condition('amount_too_large', fresh, { amount: MAX_AMOUNT + 1n }),
  condition('release_amount_must_be_zero', ['release'], { amount: 100n }),
  condition('pending_id_must_be_absent', moving, { pendingId: id.hold }),
  condition('pending_id_malformed', ending, { pendingId: undefined }),
  condition('pending_id_malformed', ending, { pendingId: 'no uuid' }),
  condition('pending_id_must_be_different', ending, { pendingId: id.fresh }),
  condition('timeout_reserved_for_holds', ['single', 'post', 'release'], { timeoutSeconds: 5 }),
  condition('timeout_out_of_range', ['hold'], { timeoutSeconds: -1 }),
  condition('timeout_out_of_range', ['hold'], { timeoutSeconds: 2 ** 31 }),
  condition('timeout_out_of_range', ['hold'], { timeoutSeconds: 0.5 }),
  condition('closing_must_be_a_hold', ['single', 'post', 'release'], { closing: 'debit' }),
  condition('debit_account_malformed', moving, { debitAccountId: 0 }),
  condition('debit_account_malformed', fresh, { debitAccountId: -1 }),
  condition('credit_account_malformed', moving, { creditAccountId: 0 }),
  condition('credit_account_malformed', fresh, { creditAccountId: 2 ** 53 }),
  condition('accounts_must_be_different', fresh, { debitAccountId: NOWHERE, creditAccountId: NOWHERE }),
  condition('pending_transfer_not_found', ending, { pendingId: id.nowhere }),
  condition('pending_transfer_not_a_hold', ending, { pendingId: id.standing }),
  condition('pending_transfer_has_different_debit_account', ending, { debitAccountId: NOWHERE }),
  condition('pending_transfer_has_different_credit_account', ending, { creditAccountId: TWO }),
  condition('pending_transfer_has_different_code', ending, { code: 9 }),
  condition('exceeds_pending_transfer_amount', ['post'], { amount: 101n }),
  condition('pending_transfer_already_posted', ending, { pendingId: id.posted }),
  condition('pending_transfer_already_released', ending, { pendingId: id.released }),
  condition('pending_transfer_expired', ending, { pendingId: id.expired }),
  condition('debit_account_not_found', moving, { debitAccountId: NOWHERE }),
  condition('credit_account_not_found', moving, { creditAccountId: NOWHERE + 1 }),
  condition('accounts_must_have_the_same_currency', moving, { creditAccountId: USD }),
  condition('accounts_must_have_the_same_currency', moving, { debitAccountId: USD }),
  condition('debit_account_frozen', moving, { debitAccountId: FROZEN }),
  condition('debit_account_frozen', ['post'], { pendingId: id.fromFrozen }),
  condition('credit_account_frozen', moving, { creditAccountId: FROZEN! + OTHER }),
  condition('credit_account_frozen', ['post'], { pendingId: id.toFrozen }),
  condition('debit_account_closed', moving, { debitAccountId: CLOSED }),
  condition('debit_account_closed', ['post'], { pendingId: id.fromClosed }),
  condition('credit_account_closed', moving, { creditAccountId: CLOSED! + OTHER }),
  condition('credit_account_closed', ['post'], { pendingId: id.toClosed }),
  condition('overflows_debits_pending', ['hold'], { debitAccountId: FULL_PENDING }),
  condition('overflows_credits_pending', ['hold'], { creditAccountId: FULL_PENDING! + OTHER }),
  condition('overflows_debits_posted', moving, { debitAccountId: FULL_POSTED }),
  condition('overflows_credits_posted', moving, { creditAccountId: FULL_POSTED! + OTHER }),
  condition('exceeds_credits', moving, { debitAccountId: EMPTY }),
  condition('exceeds_credits', moving, { amount: 10_000n, creditAccountId: EMPTY_DEBIT }),
  condition('exceeds_debits', moving, { creditAccountId: EMPTY_DEBIT }),
];

function decide(base: Base, ...sets: readonly Condition['set'][]): TransferResult {
  return give(givenWorld(), Object.assign({}, BASES[base], ...sets) as NewTransfer, LATER);
}

describe('the results of a transfer', () => {
  test('are each walked, in their order', () => {
    const walked = [...new Set(CONDITIONS.map(({ result }) => result))];
    const byHand = ['created', 'linked_transfer_failed', 'linked_chain_open'];
    assert.deepEqual([...byHand, ...walked], [...TRANSFER_RESULTS]);
  });

  test('without a condition the transfer is created', () => {
    for (const base of fresh) assert.equal(decide(base), 'created', base);
  });

  for (const { result, bases, set } of CONDITIONS) {
    test(`${result} alone: ${JSON.stringify(set, (_, value) => (typeof value === 'bigint' ? String(value) : value))}`, () => {
      for (const base of bases) assert.equal(decide(base, set), result, base);
    });
  }

  test('of two conditions that hold together the earlier answers', () => {
    let pairs = 0;
    for (const [index, earlier] of CONDITIONS.entries()) {
      for (const later of CONDITIONS.slice(index + 1)) {
        const isOneField = Object.keys(earlier.set).some((field) => field in later.set);
        if (earlier.result === later.result || isOneField) continue;
        for (const base of earlier.bases.filter((each) => later.bases.includes(each))) {
          assert.equal(decide(base, later.set, earlier.set), earlier.result, `${base}: before ${later.result}`);
          pairs += 1;
        }
      }
    }
    assert.ok(pairs > 1_000, `${pairs} pairs`);
  });

  test('a transfer that stands is answered as such whatever became of its accounts since', () => {
    const books = givenWorld();
    setFrozen(books, ONE!, true, LATER);
    assert.equal(give(books, STANDING, LATER), 'exists');
    assert.equal(
      give(books, { ...STANDING, reference: undefined, amount: -1n }, LATER),
      'exists_with_different_amount',
    );
  });

  test('an open chain answers before anything else about its last transfer', () => {
    const open = { ...BASES.single, id: 'no uuid', isLinked: true };
    const results = createTransfers(givenWorld(), [{ ...BASES.single, isLinked: true }, open], LATER);
    assert.deepEqual(results, ['linked_transfer_failed', 'linked_chain_open']);
  });
});
