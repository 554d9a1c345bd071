// What a sender or an operator may do with a payment that waits: cancel it, change its priority, or move it in its line.
import { type Instant } from '../../../platform/instant.ts';
import { endPayment } from '../payments/end-payment.ts';
import { isFinal, isInLine, type Payment, type Priority, rankOf } from '../payments/payment.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { joinLine, leaveLine } from './line.ts';
import { releaseQueues } from './release-queues.ts';

/** `reason` is an ISO 20022 reason code: CUST when the customer asked, NARR for an operator's words. */
export function cancelPayment(s: Settlement, id: string, reason: string, at: Instant): Payment {
  const payment = s.paymentById.get(id) ?? refuse('payment_not_found', '/id');
  if (isFinal(payment)) refuse('payment_is_final', '/id', { state: payment.state });
  endPayment(s, payment, 'cancelled', reason, at);
  releaseQueues(s, at);
  return payment;
}

function waiting(s: Settlement, id: string): Payment {
  const payment = s.paymentById.get(id) ?? refuse('payment_not_found', '/id');
  if (!isInLine(payment)) refuse('payment_not_queued', '/id', { state: payment.state });
  return payment;
}

/** It goes to the end of its new priority's line. */
export function changePriority(s: Settlement, id: string, priority: Priority, at: Instant): Payment {
  const payment = waiting(s, id);
  if (rankOf(priority) === payment.rank) return payment;
  leaveLine(s, payment);
  payment.rank = rankOf(priority);
  rejoin(s, payment, undefined, at);
  return payment;
}

export type Move = 'first' | 'last' | 'up' | 'down';

/** Moves a payment within its own priority, in its own sender's line. */
export function movePayment(s: Settlement, id: string, to: Move, at: Instant): Payment {
  const payment = waiting(s, id);
  const { first } = payment.sender.lines[payment.rank];
  const { before, after } = payment;
  const isThere = to === 'first' || to === 'up' ? !before : !after;
  if (isThere) return payment;
  leaveLine(s, payment);
  const target = { first, last: undefined, up: before, down: after?.after }[to];
  rejoin(s, payment, target, at);
  return payment;
}

function rejoin(s: Settlement, payment: Payment, before: Payment | undefined, at: Instant): void {
  joinLine(s, payment, before);
  payment.reason = s.hindranceOf(payment) ?? 'behind-earlier';
  s.dirty.add(payment.sender);
  s.isQueueChanged = true;
  s.events.push({ kind: 'payment-moved', at, payment });
  releaseQueues(s, at);
}
