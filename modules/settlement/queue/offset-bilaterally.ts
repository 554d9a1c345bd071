// Bilateral offsetting on entry: a payment that its sender cannot afford alone settles together with the payments its
// receiver has waiting for that same sender, when both can afford the difference. Orders of both queues are kept.
import { type Instant } from '../../../platform/instant.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { breaksLimit } from '../participants/breaks-limit.ts';
import { type Payment } from '../payments/payment.ts';
import { settle } from '../payments/settle.ts';
import { type Settlement } from '../settlement.ts';
import { headOf, queueOf } from './line.ts';

/** Looks at no more than this many payments of the counterparty. */
const MAX_COUNTER_PAYMENTS = 16;

/** Answers whether the payment settled. */
export function offsetBilaterally(s: Settlement, payment: Payment, at: Instant): boolean {
  const { sender, receiver } = payment;
  if (headOf(sender) !== payment) return false;
  const set = [payment];
  for (const counter of queueOf(receiver)) {
    if (counter.receiver !== sender || set.length > MAX_COUNTER_PAYMENTS) return false;
    set.push(counter);
    if (!isAffordable(s, set) || breaksLimit(set)) continue;
    try {
      settle(s, set, 'bilateral', at, payment.id);
      return true;
    } catch (error) {
      // A frozen account, say: then they wait on.
      if (error instanceof Refusal) return false;
      throw error;
    }
  }
  return false;
}

/** Both ends keep what they reserved for payments more urgent than those in the set. */
function isAffordable(s: Settlement, set: readonly Payment[]): boolean {
  const [payment, ...counters] = set as [Payment, ...Payment[]];
  const back = counters.reduce((sum, counter) => sum + counter.amountMinor, 0n);
  const leastUrgent = counters.at(-1)!.rank;
  return (
    s.availableMinor(payment.sender, payment.rank) + back >= payment.amountMinor &&
    s.availableMinor(payment.receiver, leastUrgent) + payment.amountMinor >= back
  );
}
