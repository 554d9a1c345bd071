// What falls due by time, before each decision: the day's phases, earliest and latest moments, clearing batches, and
// the optimisation of a queue that changed.
import { type Instant } from '../../platform/instant.ts';
import { advanceBatches } from './clearing/advance-batches.ts';
import { advanceDay } from './day/business-day.ts';
import { endPayment } from './payments/end-payment.ts';
import { enterPayment } from './payments/enter-payment.ts';
import { isNear, mustSettleBy } from './payments/payment.ts';
import { optimiseWhenChanged } from './queue/optimise.ts';
import { releaseQueues } from './queue/release-queues.ts';
import { type Settlement } from './settlement.ts';

export function advance(s: Settlement, at: Instant): void {
  advanceDay(s, at);
  if (s.timed.size > 0) advanceTimed(s, at);
  if (s.batches.size > 0) advanceBatches(s, at);
  if (s.dirty.size > 0) releaseQueues(s, at);
  optimiseWhenChanged(s, at);
}

function advanceTimed(s: Settlement, at: Instant): void {
  for (const payment of s.timed) {
    const { latestAt, earliestAt, state, reason } = payment;
    const settleBy = mustSettleBy(payment);
    if (state !== 'queued') continue;
    if (latestAt !== undefined && latestAt <= at) {
      endPayment(s, payment, 'returned', 'TM01', at);
    } else if (reason === 'earliest-time' && earliestAt !== undefined && earliestAt <= at) {
      if (settleBy === undefined) s.timed.delete(payment);
      enterPayment(s, payment, at);
    } else if (!payment.isWarned && isNear(settleBy, at)) {
      payment.isWarned = true;
      s.changes.payments.add(payment);
      s.events.push({ kind: 'payment-nearly-late', at, payment });
    }
  }
}
