// Settles heads of queues whose sender's liquidity changed, until none can: first in, first out within a priority.
import { type Instant } from '../../../platform/instant.ts';
import { settle } from '../payments/settle.ts';
import { type Settlement } from '../settlement.ts';
import { headOf } from './line.ts';

/** Costs one step per payment settled and one per participant touched; never a walk over a queue. */
export function releaseQueues(s: Settlement, at: Instant): void {
  for (const sender of s.dirty) {
    s.dirty.delete(sender);
    for (let head = headOf(sender); head; head = headOf(sender)) {
      const reason = s.hindranceOf(head);
      if (reason && reason !== head.reason) {
        head.reason = reason;
        s.changes.payments.add(head);
      }
      if (reason) break;
      settle(s, [head], 'queue', at);
      s.dirty.delete(sender);
    }
  }
}
