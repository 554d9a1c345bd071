// The one place where payments become final: PFMI principle 8, the moment is the commit that carries these transfers.
import { type Instant } from '../../platform/instant.ts';
import { createTogether, type NewTransfer } from '../ledger/index.ts';
import { leaveLine } from './participant.ts';
import { type Payment, type SettledHow } from './payment.ts';
import { type Settlement } from './settlement.ts';

/** The transfer code of a settled payment in the ledger. */
export const PAYMENT_CODE = 1;

/** Settles these payments as one, or throws the ledger's refusal having changed nothing. */
export function settle(
  s: Settlement,
  payments: readonly Payment[],
  how: SettledHow,
  at: Instant,
  setId?: string,
): void {
  createTogether(s.books, payments.map(transferOf), at);
  for (const payment of payments) {
    if (payment.state === 'queued' && payment.queuedAt !== undefined) {
      leaveLine(payment);
      s.queuedCount -= 1;
    }
    Object.assign(payment, { state: 'settled', reason: undefined, settledAt: at, settledHow: how });
    useLimits(payment);
    s.dirty.add(payment.sender).add(payment.receiver);
    s.events.push({ kind: 'payment-settled', at, payment, how, setId });
  }
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
function useLimits({ sender, receiver, rank, amountMinor }: Payment): void {
  if (rank !== 2) {
    const left = sender.reservedMinor[rank] - amountMinor;
    sender.reservedMinor[rank] = left > 0n ? left : 0n;
  } else {
    const limit = sender.bilateralLimits.get(receiver) ?? sender.multilateralLimit;
    if (limit) limit.usedMinor += amountMinor;
  }
  const back = receiver.bilateralLimits.get(sender) ?? receiver.multilateralLimit;
  if (back) back.usedMinor -= amountMinor;
}
