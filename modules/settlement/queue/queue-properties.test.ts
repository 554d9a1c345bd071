// Random small systems under every liquidity saving: what must hold whatever is sent, funded and asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { balanceOf } from '../../ledger/index.ts';
import { advance } from '../advance.ts';
import { fund, setLimit, setReservation } from '../participants/change-liquidity.ts';
import { type Payment, PRIORITIES } from '../payments/payment.ts';
import { submitPayment } from '../payments/submit-payment.ts';
import { LIQUIDITY_SAVING, type Settlement } from '../settlement.ts';
import { aPayment, givenSettlement, TEN_O_CLOCK, uuid } from '../testing.ts';
import { optimise } from './optimise.ts';

const BANKS = 'ABC';
const bank = fc.constantFrom(...BANKS);
const amount = fc.bigInt(1n, 9n);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('pay' as const), from: bank, to: bank, amount, rank: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fund' as const), to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reserve' as const), to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('limit' as const), from: bank, to: bank, amount }) },
); // prettier-ignore

/** Payments of one sender settle in the order of their age within a priority, and never before a more urgent older one. */
function assertNoOvertaking(payments: readonly Payment[]): void {
  for (const [index, later] of payments.entries()) {
    if (later.state !== 'settled') continue;
    for (const earlier of payments.slice(0, index)) {
      const mayNotOvertake = earlier.sender === later.sender && earlier.rank <= later.rank;
      assert.ok(!mayNotOvertake || earlier.state === 'settled', `${later.number} overtook ${earlier.number}`);
    }
  }
}

function assertSound(s: Settlement, funded: bigint): void {
  const balances = s.participants.map((each) => balanceOf(s.accountOf(each)));
  assert.ok(balances.every((balance) => balance >= 0n));
  assert.equal(balances.reduce((sum, balance) => sum + balance, 0n), funded);
  for (const { bilateralLimits } of s.participants)
    for (const { limitMinor, usedMinor } of bilateralLimits.values()) assert.ok(usedMinor <= limitMinor);
} // prettier-ignore

test('nobody falls below its line, nobody overtakes, no limit is passed and no money appears, in any mode', () => {
  fc.assert(
    fc.property(fc.constantFrom(...LIQUIDITY_SAVING), fc.array(step, { maxLength: 25 }), (mode, steps) => {
      const s = givenSettlement(BANKS, mode);
      const payments: Payment[] = [];
      const limited = new Set<string>();
      let funded = 0n;
      for (const [n, each] of steps.entries()) {
        const at = TEN_O_CLOCK + (n + 1) * 2_000_000;
        advance(s, at);
        if (each.kind === 'fund') {
          fund(s, uuid(500 + n), each.to, each.amount, at);
          funded += each.amount;
        } else if (each.kind === 'reserve') setReservation(s, each.to, 1, each.amount, at);
        else if (each.from === each.to) continue;
        else if (each.kind === 'pay') {
          const priority = PRIORITIES[each.rank]!;
          payments.push(submitPayment(s, aPayment(n, each.from, each.to, each.amount, { priority }), at));
        } else if (payments.length === 0 && !limited.has(each.from + each.to)) {
          limited.add(each.from + each.to);
          setLimit(s, each.from, each.to, each.amount, at);
        }
        assertSound(s, funded);
        assertNoOvertaking(payments);
      }
      if (mode === 'none') assert.ok(payments.every(({ setId }) => setId === undefined));
      optimise(s, 'full', uuid(900), TEN_O_CLOCK + 60_000_000);
      assertSound(s, funded);
    }),
    { numRuns: 300 },
  );
});
