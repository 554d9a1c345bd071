// Random small systems under every liquidity saving: what must hold whatever is sent, funded and asked.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Instant } from '../../../platform/instant.ts';
import { balanceOf } from '../../ledger/index.ts';
import { advance } from '../advance.ts';
import { closeDay } from '../day/business-day.ts';
import { fund, setLimit, setReservation } from '../participants/change-liquidity.ts';
import { changeStanding } from '../participants/change-standing.ts';
import { hasSuspendedParty, isSetAside, type Payment, PRIORITIES } from '../payments/payment.ts';
import { submitPayment } from '../payments/submit-payment.ts';
import { LIQUIDITY_SAVING, type Settlement } from '../settlement.ts';
import { aPayment, givenSettlement, TEN_O_CLOCK, uuid } from '../testing.ts';
import { cancelPayment, movePayment } from './change-queued.ts';
import { queueOf, waitingOf } from './line.ts';
import { optimise, setLiquiditySaving } from './optimise.ts';

const BANKS = 'ABC';
const bank = fc.constantFrom(...BANKS);
const amount = fc.bigInt(1n, 9n);
const step = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('pay' as const), from: bank, to: bank, amount, rank: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('fund' as const), to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reserve' as const), to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('limit' as const), from: bank, to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('suspend' as const), to: bank }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('resume' as const), to: bank }) },
); // prettier-ignore

/**
 * Payments of one sender settle in the order of their age within a priority, and never before a more urgent older one,
 * but for those that are set aside just then.
 */
function assertNoOvertaking(payments: readonly Payment[], at: Instant): void {
  for (const [index, later] of payments.entries()) {
    if (later.settledAt !== at) continue;
    for (const earlier of payments.slice(0, index)) {
      const mayNotOvertake = earlier.sender === later.sender && earlier.rank <= later.rank && !isSetAside(earlier);
      assert.ok(!mayNotOvertake || earlier.state === 'settled', `${later.number} overtook ${earlier.number}`);
    }
  }
}

/** Set aside is exactly what has a suspended party, and nothing of it settles; the lines are in order. */
/** `suspended` are those that were before this step: what settles in a step may do so before or after it changes. */
function assertSetAside(
  s: Settlement,
  payments: readonly Payment[],
  at: Instant,
  suspended: ReadonlySet<string>,
): void {
  for (const payment of payments) {
    const { sender, receiver } = payment;
    const wasAside = suspended.has(sender.id) || suspended.has(receiver.id);
    if (payment.settledAt === at) assert.ok(!wasAside || !hasSuspendedParty(payment), `${payment.number} settled`);
    if (payment.state === 'queued') assert.equal(isSetAside(payment), hasSuspendedParty(payment), `${payment.number}`);
  }
  for (const sender of s.participants) {
    const order = [...queueOf(sender)].map(({ rank, number }) => rank * 1_000 + number);
    assert.deepEqual(
      order,
      order.toSorted((a, b) => a - b),
    );
    const [count, minor] = [sender.queuedCount + sender.asideCount, sender.queuedMinor + sender.asideMinor];
    const waiting = [...waitingOf(sender)];
    assert.equal(count, waiting.length);
    assert.equal(minor, waiting.reduce((sum, { amountMinor }) => sum + amountMinor, 0n)); // prettier-ignore
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
        const suspended = new Set(s.participants.filter(({ standing }) => standing !== 'active').map(({ id }) => id));
        advance(s, at);
        if (each.kind === 'fund') {
          fund(s, uuid(500 + n), each.to, each.amount, at);
          funded += each.amount;
        } else if (each.kind === 'reserve') setReservation(s, each.to, 1, each.amount, at);
        else if (each.kind === 'suspend') changeStanding(s, each.to, 'suspended', at);
        else if (each.kind === 'resume') changeStanding(s, each.to, 'active', at);
        else if (each.from === each.to) continue;
        else if (each.kind === 'pay') {
          const priority = PRIORITIES[each.rank]!;
          if ([each.from, each.to].some((id) => s.participantById.get(id)!.standing !== 'active')) continue;
          payments.push(submitPayment(s, aPayment(n, each.from, each.to, each.amount, { priority }), at));
        } else if (payments.length === 0 && !limited.has(each.from + each.to)) {
          limited.add(each.from + each.to);
          setLimit(s, each.from, each.to, each.amount, at);
        }
        assertSound(s, funded);
        assertNoOvertaking(payments, at);
        assertSetAside(s, payments, at, suspended);
      }
      if (mode === 'none') assert.ok(payments.every(({ setId }) => setId === undefined));
      optimise(s, 'full', uuid(900), TEN_O_CLOCK + 60_000_000);
      assertSound(s, funded);
    }),
    { numRuns: 300 },
  );
});

const payment = fc.record({ from: bank, to: bank, amount, rank: fc.nat(2) });

test('what is set aside holds up nothing: the others fare as if it had never been sent', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...LIQUIDITY_SAVING),
      fc.array(payment, { maxLength: 20 }),
      fc.array(fc.record({ to: fc.constantFrom('A', 'B'), amount }), { maxLength: 8 }),
      (mode, sent, funded) => {
        const fates = [true, false].map((isSuspending) => {
          const s = givenSettlement(BANKS, 'none');
          const others: Payment[] = [];
          for (const [n, { from, to, amount: amountMinor, rank }] of sent.entries()) {
            const isOfC = from === 'C' || to === 'C';
            if (from === to || (isOfC && !isSuspending)) continue;
            const priority = PRIORITIES[rank]!;
            const made = submitPayment(s, aPayment(n, from, to, amountMinor, { priority }), TEN_O_CLOCK);
            if (!isOfC) others.push(made);
          }
          if (isSuspending) changeStanding(s, 'C', 'suspended', TEN_O_CLOCK);
          setLiquiditySaving(s, mode, TEN_O_CLOCK);
          for (const [n, each] of funded.entries()) {
            const at = TEN_O_CLOCK + (n + 1) * 2_000_000;
            advance(s, at);
            fund(s, uuid(500 + n), each.to, each.amount, at);
          }
          return others.map(({ id, state, settledAt, settledHow }) => ({ id, state, settledAt, settledHow }));
        });
        assert.deepEqual(fates[0], fates[1]);
      },
    ),
    { numRuns: 300 },
  );
});

test('what was set aside stands in its own place again, and else is handed back at the end of the day', () => {
  const s = givenSettlement('ABC');
  for (const [n, to] of [...'BCBCB'].entries()) submitPayment(s, aPayment(n + 1, 'A', to, 5n), TEN_O_CLOCK);
  const numbers = (): number[] => [...queueOf(s.participantById.get('A')!)].map(({ number }) => number);
  changeStanding(s, 'B', 'suspended', TEN_O_CLOCK);
  assert.deepEqual(numbers(), [2, 4]);
  assert.throws(() => movePayment(s, uuid(3), 'first', TEN_O_CLOCK), /payment_not_queued/);
  movePayment(s, uuid(4), 'first', TEN_O_CLOCK);
  submitPayment(s, aPayment(6, 'A', 'C', 5n), TEN_O_CLOCK);
  cancelPayment(s, uuid(3), 'CUST', TEN_O_CLOCK);
  changeStanding(s, 'B', 'active', TEN_O_CLOCK);
  assert.deepEqual(numbers(), [4, 1, 2, 5, 6]);
  changeStanding(s, 'B', 'suspended', TEN_O_CLOCK);
  const waiting = s.paymentById.get(uuid(5))!;
  assert.deepEqual([waiting.state, waiting.reason], ['queued', 'suspended']);
  closeDay(s, TEN_O_CLOCK + 1);
  assert.deepEqual([waiting.state, waiting.endReason], ['returned', 'TM01']);
  assert.equal(s.queuedMinor, 0n);
  assert.equal(s.queuedCount, 0);
});
