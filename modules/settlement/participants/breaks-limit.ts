// Whether a set of payments, settled as one, would take a sending limit past its amount.
import { type Payment } from '../payments/payment.ts';
import { type Limit, type Participant } from './participant.ts';

/** The limit that normal payments from one to the other count against. */
export function limitTowards(sender: Participant, receiver: Participant): Limit | undefined {
  return sender.bilateralLimits.get(receiver) ?? sender.multilateralLimit;
}

export function breaksLimit(set: readonly Payment[]): boolean {
  const net = new Map<Limit, bigint>();
  const add = (limit: Limit | undefined, amount: bigint) => {
    if (limit) net.set(limit, (net.get(limit) ?? 0n) + amount);
  };
  for (const { sender, receiver, rank, amountMinor } of set) {
    if (rank === 2) add(limitTowards(sender, receiver), amountMinor);
    add(limitTowards(receiver, sender), -amountMinor);
  }
  for (const [limit, change] of net) if (change > 0n && limit.usedMinor + change > limit.limitMinor) return true;
  return false;
}
