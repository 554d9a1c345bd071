// What cannot settle because a participant is suspended is set aside, as T2 earmarks it: it holds up nothing behind it, no
// set counts on it, and it stands in its own place again when both its participants take part.
import { type Instant } from '../../../platform/instant.ts';
import { type Participant } from '../participants/participant.ts';
import { hasSuspendedParty, isSetAside, type Payment } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';
import { appendToLine, inOrder, leaveLine } from './line.ts';

/** After a change of standing: parts anew what stands in the sender's lines from what is set aside. */
export function setAsideSuspended(s: Settlement, sender: Participant, at: Instant): void {
  for (const [rank, line] of sender.lines.entries()) {
    const all = inOrder(line, sender.aside[rank]!);
    const isWrong = (payment: Payment): boolean => hasSuspendedParty(payment) !== isSetAside(payment);
    if (!all.some(isWrong)) continue;
    s.shortlists.clear();
    for (const payment of all) leaveLine(s, payment);
    for (const payment of all) {
      if (isWrong(payment)) {
        payment.reason = isSetAside(payment) ? 'behind-earlier' : 'suspended';
        s.changes.payments.add(payment);
        s.events.push({ kind: 'payment-moved', at, payment });
      }
      appendToLine(payment);
    }
  }
}
