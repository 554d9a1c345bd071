// After its information period a batch settles as one or not at all. When a debtor is short at the end, the house's
// guarantee account lends what is missing.
import { type Instant } from '../../../platform/instant.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { headroomOf, type NewTransfer } from '../../ledger/index.ts';
import { type Payment } from '../payments/payment.ts';
import { settle } from '../payments/settle.ts';
import { type Settlement } from '../settlement.ts';
import { type ClearingBatch, type Position, tellBatch } from './batch.ts';
import { findGuarantee, GUARANTEE_CODE } from './guarantee.ts';

/** Batches that are due: tried again whenever anything changed, until they settle or their time is over. */
export function advanceBatches(s: Settlement, at: Instant): void {
  for (const batch of s.batches.values()) {
    if (batch.state === 'informing' && batch.informationEndsAt <= at) {
      batch.state = 'waiting';
      tellBatch(s, batch, at);
    }
    if (batch.state !== 'waiting') continue;
    const isLast = batch.settleBy <= at;
    if (trySettle(s, batch, isLast, at)) endBatch(s, batch, 'settled', at);
    else if (isLast) endBatch(s, batch, 'rejected', at);
  }
}

/** The end of the day: who waited for money is tried a last time, whose members were still being told is rejected. */
export function endBatches(s: Settlement, at: Instant): void {
  for (const batch of s.batches.values()) {
    const isDue = batch.informationEndsAt <= at;
    endBatch(s, batch, isDue && trySettle(s, batch, true, at) ? 'settled' : 'rejected', at);
  }
}

export function endBatch(s: Settlement, batch: ClearingBatch, state: 'settled' | 'rejected', at: Instant): void {
  Object.assign(batch, { state, settledAt: state === 'settled' ? at : undefined });
  s.batches.delete(batch.id);
  tellBatch(s, batch, at);
}

export function shortfallOf(s: Settlement, { participant, netMinor }: Position): bigint {
  const short = -netMinor - headroomOf(s.accountOf(participant));
  return netMinor < 0n && short > 0n ? short : 0n;
}

/** A batch needs all its members: while one is suspended it waits as that member's payments do. */
function trySettle(s: Settlement, batch: ClearingBatch, mayLend: boolean, at: Instant): boolean {
  const parties = [batch.house, ...batch.positions.map(({ participant }) => participant)];
  if (parties.some(({ standing }) => standing !== 'active')) return false;
  const loans = batch.positions.filter((position) => shortfallOf(s, position) > 0n);
  if (loans.length > 0 && !mayLend) return false;
  const guarantee = loans.length > 0 ? findGuarantee(s, batch.house) : undefined;
  if (loans.length > 0 && !guarantee) return false;
  const lent = loans.map((position): NewTransfer => ({
    id: position.loanId,
    kind: 'single',
    debitAccountId: guarantee!.id,
    creditAccountId: position.participant.accountId,
    amount: shortfallOf(s, position),
    code: GUARANTEE_CODE,
    reference: batch.id,
  }));
  const payments = batch.positions
    .filter(({ netMinor }) => netMinor !== 0n)
    .map((position, index) => paymentOf(s, batch, position, s.lastNumber + 1 + index, at));
  try {
    settle(s, payments, 'clearing', at, batch.id, lent);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  s.lastNumber += payments.length;
  for (const payment of payments) s.paymentById.set(payment.id, payment);
  batch.guaranteeMinor = lent.reduce((sum, { amount }) => sum + amount, 0n);
  return true;
}

/** Positions move through the house's own account, which ends where it began. */
function paymentOf(s: Settlement, batch: ClearingBatch, position: Position, number: number, at: Instant): Payment {
  const { participant, netMinor, paymentId } = position;
  const [sender, receiver] = netMinor < 0n ? [participant, batch.house] : [batch.house, participant];
  return {
    id: paymentId, uetr: undefined, kind: 'clearing', sender, instructedBy: undefined, receiver,
    amountMinor: netMinor < 0n ? -netMinor : netMinor, receivedAt: at, number,
    references: { endToEndId: batch.reference }, returnsId: undefined, earliestAt: undefined,
    wantedAt: undefined, latestAt: undefined,
    valueDate: s.day?.date ?? s.calendar.dayAt(at), askedDate: undefined, rank: 0, state: 'warehoused', reason: undefined, place: 0,
    queuedAt: undefined, settledAt: undefined, settledHow: undefined, setId: batch.id, endedAt: undefined,
    endReason: undefined, isWarned: false, before: undefined, after: undefined,
  }; // prettier-ignore
}
