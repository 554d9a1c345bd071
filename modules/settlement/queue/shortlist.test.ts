// Gridlock resolution by shortlists finds what the plain algorithm finds from all that waits, whatever happens between.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { advance } from '../advance.ts';
import { limitTowards } from '../participants/breaks-limit.ts';
import { fund, setLimit, setReservation, withdraw } from '../participants/change-liquidity.ts';
import { changeStanding } from '../participants/change-standing.ts';
import { type Limit } from '../participants/participant.ts';
import { type Payment, PRIORITIES } from '../payments/payment.ts';
import { submitPayment } from '../payments/submit-payment.ts';
import { type Settlement } from '../settlement.ts';
import { aPayment, givenSettlement, TEN_O_CLOCK, uuid } from '../testing.ts';
import { cancelPayment, changePriority, movePayment } from './change-queued.ts';
import { queueOf } from './line.ts';
import { findGridlockSet } from './resolve-gridlock.ts';
import { type GiveUp } from './shortlist.ts';

/** Bech and Soramäki as they wrote it: from everything, the sums made anew, drop the last of whoever is short. */
function findPlainly(s: Settlement, giveUp: GiveUp): Payment[] {
  const queues = s.participants.map((sender) => {
    const queue = [...queueOf(sender)];
    if (giveUp === 'largest')
      queue.sort((a, b) => a.rank - b.rank || Number(a.amountMinor - b.amountMinor) || a.number - b.number);
    const used = new Map<Limit, bigint>();
    const end = queue.findIndex(({ receiver, rank, amountMinor }) => {
      const limit = rank === 2 ? limitTowards(sender, receiver) : undefined;
      if (!limit) return false;
      used.set(limit, (used.get(limit) ?? limit.usedMinor) + amountMinor);
      return used.get(limit)! > limit.limitMinor;
    });
    return end < 0 ? queue : queue.slice(0, end);
  });
  const isShort = (index: number): boolean => {
    const last = queues[index]!.at(-1);
    if (!last) return false;
    const [highlyUrgent, urgent] = s.participants[index]!.reservedMinor;
    let left = s.availableMinor(s.participants[index]!, 0) - [0n, highlyUrgent, highlyUrgent + urgent][last.rank]!;
    for (const { sender, receiver, amountMinor } of queues.flat()) {
      if (sender.index === index) left -= amountMinor;
      if (receiver.index === index) left += amountMinor;
    }
    return left < 0n;
  };
  for (let index = queues.findIndex((_, each) => isShort(each)); index >= 0;) {
    queues[index]!.pop();
    index = queues.findIndex((_, each) => isShort(each));
  }
  return queues.flat();
}

const BANKS = 'ABCD';
const bank = fc.constantFrom(...BANKS);
const amount = fc.bigInt(1n, 1_000n);
const which = fc.nat(1_000);
const as = <Kind extends string>(kind: Kind) => ({ kind: fc.constant(kind) });
const pay = fc.record({ ...as('pay'), from: bank, to: bank, amount, rank: fc.constantFrom(0, 1, 2, 2, 2, 2) });
const step = fc.oneof(
  { weight: 12, arbitrary: pay },
  { weight: 2, arbitrary: fc.record({ ...as('fund'), to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ ...as('withdraw'), to: bank, amount }) },
  { weight: 1, arbitrary: fc.record({ ...as('reserve'), to: bank, amount, rank: fc.constantFrom(0, 1) }) },
  { weight: 1, arbitrary: fc.record({ ...as('limit'), from: bank, to: bank, amount }) },
  { weight: 3, arbitrary: fc.record({ ...as('cancel'), which }) },
  { weight: 2, arbitrary: fc.record({ ...as('move'), which, to: fc.constantFrom('first', 'last', 'up', 'down') }) },
  { weight: 1, arbitrary: fc.record({ ...as('raise'), which, rank: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ ...as('stand'), to: bank, standing: fc.constantFrom('suspended', 'active', 'active') }) },
  { weight: 12, arbitrary: fc.record({ ...as('look') }) },
); // prettier-ignore
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

function take(s: Settlement, each: Step, n: number, at: number): void {
  const waiting = s.participants.flatMap((sender) => [...queueOf(sender)]);
  const chosen = 'which' in each ? waiting[each.which % (waiting.length || 1)] : undefined;
  if (each.kind === 'pay') {
    const isIn = [each.from, each.to].every((id) => s.participantById.get(id)!.standing === 'active');
    if (each.from === each.to || !isIn) return;
    submitPayment(s, aPayment(n, each.from, each.to, each.amount, { priority: PRIORITIES[each.rank]! }), at);
  } else if (each.kind === 'fund') fund(s, uuid(5_000 + n), each.to, each.amount, at);
  else if (each.kind === 'withdraw') {
    const free = s.inHandMinor(s.participantById.get(each.to)!);
    if (free > 0n) withdraw(s, uuid(5_000 + n), each.to, free < each.amount ? free : each.amount, at);
  } else if (each.kind === 'reserve') setReservation(s, each.to, each.rank as 0 | 1, each.amount / 4n, at);
  else if (each.kind === 'limit') {
    if (each.from !== each.to) setLimit(s, each.from, each.to, each.amount % 3n === 0n ? each.amount : undefined, at);
  } else if (each.kind === 'stand') changeStanding(s, each.to, each.standing as 'suspended' | 'active', at);
  else if (!chosen) return;
  else if (each.kind === 'cancel') cancelPayment(s, chosen.id, 'CUST', at);
  else if (each.kind === 'move') movePayment(s, chosen.id, each.to as 'first' | 'last' | 'up' | 'down', at);
  else if (each.kind === 'raise') changePriority(s, chosen.id, PRIORITIES[each.rank]!, at);
}

test('the set found from shortlists is the one the plain algorithm finds, in either order and after any acts', () => {
  const numbers = (set: readonly Payment[]): number[] => set.map(({ number }) => number).sort((a, b) => a - b);
  fc.assert(
    fc.property(
      fc.constantFrom('none', 'gridlock'),
      fc.array(pay, { minLength: 10, maxLength: 40 }),
      fc.array(step, { minLength: 20, maxLength: 60 }),
      (mode, first, steps) => {
        const s = givenSettlement(BANKS, mode);
        for (const [n, each] of [...first, ...steps].entries()) {
          const at = TEN_O_CLOCK + (n + 1) * 1_000_000;
          advance(s, at);
          if (each.kind !== 'look') take(s, each, n, at);
          else
            for (const giveUp of ['last', 'largest'] as const) {
              assert.deepEqual(numbers(findGridlockSet(s, giveUp)), numbers(findPlainly(s, giveUp)), `${giveUp} at ${n}`);
            }
        }
      },
    ),
    { numRuns: 400 },
  );
}); // prettier-ignore
