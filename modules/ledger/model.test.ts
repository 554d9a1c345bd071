// Random acts, put to the books and to the slow model of them: the same answers, the same balances, after every act.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Books } from './books.ts';
import { headroomOf } from './account.ts';
import { decideAct, RandomActs, seededDice, TEN_O_CLOCK } from './testing.ts';
import { SlowBooks } from './testing-model.ts';

function compareWithModel(seed: number, count: number, seen?: Set<string>): void {
  const books = new Books(1, 'CNY');
  const model = new SlowBooks();
  const acts = new RandomActs(seededDice(seed));
  let at = TEN_O_CLOCK;
  for (const act of [...acts.opening(), ...Array.from({ length: count }, () => acts.next())]) {
    at += 1 + acts.pause();
    const headroomBefore = new Map([...books.accounts.values()].map((account) => [account.id, headroomOf(account)]));
    const answer = decideAct(books, act, at);
    assert.deepEqual(
      answer,
      model.decide(act, at),
      JSON.stringify(act, (_, value) => String(value)),
    );
    for (const result of answer) seen?.add(result);
    let sum = 0n;
    for (const account of books.accounts.values()) {
      const { debitsPending, debitsPosted, creditsPending, creditsPosted } = account;
      assert.deepEqual({ debitsPending, debitsPosted, creditsPending, creditsPosted }, model.balances(account.id));
      assert.equal(account.isClosed, model.isClosed(account.id));
      sum += debitsPosted + debitsPending - creditsPosted - creditsPending;
      const headroom = headroomOf(account);
      const isAllowed = headroom >= 0n || headroom >= headroomBefore.get(account.id)! || act.kind === 'overdraft';
      assert.ok(!account.isLimited || isAllowed, `account ${account.id} is past its limit`);
    }
    assert.equal(sum, 0n);
    assert.equal(books.lastSeq, model.stands.length);
  }
}

test('the books answer as a model that reads everything again each time', () => {
  const seed = Number(process.env.FEIQIAN_SEED ?? 0);
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 80 }), (random, count) => compareWithModel(random, count)),
    {
      numRuns: 300,
      // A hold placed again after its chain was undone, which once expired at the undone one's time.
      examples: [[2147483621, 75]],
      ...(seed ? { seed } : {}),
    },
  );
});

test('the random acts reach every result that well-formed requests can have', () => {
  const seen = new Set<string>();
  for (let seed = 1; seed <= 40; seed++) compareWithModel(seed, 150, seen);
  const expected = `created linked_transfer_failed linked_chain_open exists exists_with_different_amount
    exists_with_different_code exists_with_different_credit_account exists_with_different_flags id_already_refused
    accounts_must_be_different pending_transfer_not_found pending_transfer_has_different_credit_account
    exceeds_pending_transfer_amount pending_transfer_already_posted pending_transfer_already_released
    pending_transfer_expired debit_account_not_found credit_account_not_found accounts_must_have_the_same_currency
    debit_account_frozen credit_account_frozen debit_account_closed credit_account_closed exceeds_credits
    exceeds_debits set_overdraws_account`;
  assert.deepEqual(
    expected.split(/\s+/).filter((result) => !seen.has(result)),
    [],
  );
});
