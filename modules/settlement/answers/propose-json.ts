// What an optimisation would settle, as the API shows it.
import { balanceOf } from '../../ledger/index.ts';
import { type Payment } from '../payments/payment.ts';
import { type Method } from '../queue/optimise.ts';
import { type Settlement } from '../settlement.ts';
import { participantRef, queuedPaymentJson, queuedPayments } from './json.ts';
import { type QueueProposalJson } from './schemas.ts';

const MAX_PAYMENTS_SHOWN = 200;

/** Before anything of the set is settled. `computedInMs` is for the caller to measure. */
export function proposalJson(s: Settlement, method: Method, set: readonly Payment[]): QueueProposalJson {
  const queued = queuedPayments(s);
  const chosen = new Set(set);
  const net = s.participants.map(() => 0n);
  const count = s.participants.map(() => 0);
  let settled = 0n;
  for (const { sender, receiver, amountMinor } of set) {
    net[sender.index]! -= amountMinor;
    net[receiver.index]! += amountMinor;
    count[sender.index]! += 1;
    settled += amountMinor;
  }
  const total = queued.reduce((sum, { payment }) => sum + payment.amountMinor, 0n);
  const touched = s.participants.filter(({ index }) => set.some((p) => p.sender.index === index) || net[index] !== 0n);
  return {
    method,
    settledCount: set.length,
    settledValue: String(settled),
    remainingCount: queued.length - set.length,
    remainingValue: String(total - settled),
    liquidityNeeded: String(net.reduce((sum, minor) => (minor < 0n ? sum - minor : sum), 0n)),
    computedInMs: 0,
    positions: touched.map((participant) => {
      const before = balanceOf(s.accountOf(participant));
      return {
        participant: participantRef(participant),
        before: String(before),
        after: String(before + net[participant.index]!),
        settledCount: count[participant.index]!,
      };
    }),
    payments: queued
      .filter(({ payment }) => chosen.has(payment))
      .slice(0, MAX_PAYMENTS_SHOWN)
      .map(({ payment, position }) => queuedPaymentJson(s, payment, position)),
    appliedAt: null,
  };
}
