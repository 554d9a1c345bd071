// Where an accepted payment meets the money of its day: it settles at once, offsets with what its receiver has waiting,
// or joins its sender's queue.
import { type Instant } from '../../../platform/instant.ts';
import { isBarred, joinLine } from '../queue/line.ts';
import { offsetBilaterally } from '../queue/offset-bilaterally.ts';
import { releaseQueues } from '../queue/release-queues.ts';
import { type Settlement } from '../settlement.ts';
import { hasSuspendedParty, type Payment, type QueuedReason } from './payment.ts';
import { settle } from './settle.ts';

export function enterPayment(s: Settlement, payment: Payment, at: Instant): void {
  if (payment.earliestAt !== undefined && payment.earliestAt > at) {
    queue(s, payment, 'earliest-time', at);
    return;
  }
  const hindrance = hindranceAtEntry(s, payment);
  if (hindrance === undefined) {
    settle(s, [payment], 'direct', at);
    releaseQueues(s, at);
    return;
  }
  queue(s, payment, hindrance, at);
  if (s.lsm !== 'none' && offsetBilaterally(s, payment, at)) releaseQueues(s, at);
}

function hindranceAtEntry(s: Settlement, payment: Payment): QueuedReason | undefined {
  if (hasSuspendedParty(payment)) return 'suspended';
  return isBarred(payment.sender, payment.rank) ? 'behind-earlier' : s.hindranceOf(payment);
}

function queue(s: Settlement, payment: Payment, reason: QueuedReason, at: Instant): void {
  if (payment.queuedAt === undefined) s.queuedCount += 1;
  Object.assign(payment, { state: 'queued', reason, queuedAt: payment.queuedAt ?? at });
  s.changes.payments.add(payment);
  if (reason !== 'earliest-time') joinLine(s, payment);
  s.isQueueChanged = true;
  s.events.push({ kind: 'payment-queued', at, payment, reason });
}
