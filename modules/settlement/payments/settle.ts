// The one place where payments become final: PFMI principle 8, the moment is the commit that carries these transfers.
import { type Instant } from '../../../platform/instant.ts';
import { createTogether, type NewTransfer } from '../../ledger/index.ts';
import { limitTowards } from '../participants/breaks-limit.ts';
import { leaveLine } from '../queue/line.ts';
import { type Settlement } from '../settlement.ts';
import { isInLine, type Payment, type SettledHow } from './payment.ts';

/** The transfer code of a settled payment in the ledger. */
export const PAYMENT_CODE = 1;

/** Settles these payments as one, with the transfers beside them, or throws the ledger's refusal having changed nothing. */
export function settle(
  s: Settlement,
  payments: readonly Payment[],
  how: SettledHow,
  at: Instant,
  setId?: string,
  beside: readonly NewTransfer[] = [],
): void {
  createTogether(s.books, [...beside, ...payments.map(transferOf)], at);
  for (const payment of payments) {
    if (payment.state === 'queued') {
      if (isInLine(payment)) leaveLine(s, payment);
      s.queuedCount -= 1;
    }
    s.timed.delete(payment);
    // Why it had waited stays known.
    Object.assign(payment, { state: 'settled', settledAt: at, settledHow: how, setId });
    s.changes.payments.add(payment);
    useLimits(s, payment);
    s.dirty.add(payment.sender).add(payment.receiver);
    s.events.push({ kind: 'payment-settled', at, payment, how, setId });
  }
  s.isQueueChanged = true;
}

function transferOf(payment: Payment): NewTransfer {
  const { id, sender, receiver, amountMinor } = payment;
  const [debitAccountId, creditAccountId] = [sender.accountId, receiver.accountId];
  return {
    id,
    kind: 'single',
    debitAccountId,
    creditAccountId,
    amount: amountMinor,
    code: PAYMENT_CODE,
    reference: id,
  };
}

/** Takes what was spent off the reservation it was kept for, and counts it against limits as T2 does. */
function useLimits(s: Settlement, { sender, receiver, rank, amountMinor }: Payment): void {
  if (rank !== 2 && sender.reservedMinor[rank] > 0n) {
    const left = sender.reservedMinor[rank] - amountMinor;
    sender.reservedMinor[rank] = left > 0n ? left : 0n;
    s.changes.participants.add(sender);
  }
  const used = rank === 2 ? limitTowards(sender, receiver) : undefined;
  if (used) {
    used.usedMinor += amountMinor;
    s.changes.participants.add(sender);
  }
  const back = limitTowards(receiver, sender);
  if (back) {
    back.usedMinor -= amountMinor;
    s.changes.participants.add(receiver);
  }
}
