// A payment's end without settlement: cancelled by its sender or by an operator, or handed back unsettled
// at its latest moment or at the end of the day. It moves no money.
import { type Instant } from '../../../platform/instant.ts';
import { leaveLine } from '../queue/line.ts';
import { type Settlement } from '../settlement.ts';
import { type Payment } from './payment.ts';

/** For payments that are not final. `reason` is an ISO 20022 reason code. */
export function endPayment(
  s: Settlement,
  payment: Payment,
  state: 'cancelled' | 'returned',
  reason: string,
  at: Instant,
): void {
  if (payment.state === 'queued') {
    if (payment.reason !== 'earliest-time') leaveLine(s, payment);
    s.queuedCount -= 1;
    // Who stood behind it may be able to settle now.
    s.dirty.add(payment.sender);
    s.isQueueChanged = true;
  }
  s.warehoused.delete(payment);
  s.timed.delete(payment);
  if (payment.returnsId !== undefined) {
    s.returnedMinor.set(payment.returnsId, (s.returnedMinor.get(payment.returnsId) ?? 0n) - payment.amountMinor);
  }
  Object.assign(payment, { state, reason: undefined, endedAt: at, endReason: reason });
  s.changes.payments.add(payment);
  s.events.push({ kind: state === 'cancelled' ? 'payment-cancelled' : 'payment-returned', at, payment, reason });
}
