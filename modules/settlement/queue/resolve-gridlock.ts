// Gridlock resolution after Bech and Soramäki (2001): the largest set of queued payments that can settle at one moment
// when each sender's payments keep their order. Start from all; while a sender would be short, drop its last.
import { limitTowards } from '../participants/breaks-limit.ts';
import { type Limit, type Participant } from '../participants/participant.ts';
import { type Payment } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';

/** Which payment a short sender gives up: its last, which keeps every order, or the one that cures the most. */
export type GiveUp = 'last' | 'largest';

/**
 * The set, empty when nothing can settle; with `last` the unique maximal one. Changes nothing: also the dry run.
 * O(queued payments) for `last`, O(n log n) for `largest`.
 */
export function findGridlockSet(s: Settlement, giveUp: GiveUp = 'last'): Payment[] {
  const queues = s.participants.map(eligible);
  // Those given up first stand last.
  if (giveUp === 'largest') for (const queue of queues) queue.sort(bySize);
  const kept = queues.map((queue) => queue.length);
  const positions = s.participants.map((sender) => (sender.accountId === 0 ? 0n : s.availableMinor(sender, 0)));
  for (const queue of queues) {
    for (const { sender, receiver, amountMinor } of queue) {
      positions[sender.index]! -= amountMinor;
      positions[receiver.index]! += amountMinor;
    }
  }
  // Each is looked at once, and again when it loses what it was to receive.
  const short = s.participants.map((sender) => sender.index);
  const isWaiting = s.participants.map(() => true);
  for (let index = short.pop(); index !== undefined; index = short.pop()) {
    isWaiting[index] = false;
    const queue = queues[index]!;
    const keptFor = reservesOf(s.participants[index]!);
    let left = kept[index]!;
    while (left > 0 && positions[index]! < keptFor[queue[left - 1]!.rank]) {
      left -= 1;
      const { receiver, amountMinor } = queue[left]!;
      positions[index]! += amountMinor;
      positions[receiver.index]! -= amountMinor;
      if (!isWaiting[receiver.index]) short.push(receiver.index);
      isWaiting[receiver.index] = true;
    }
    kept[index] = left;
  }
  return queues.flatMap((queue, index) => (kept[index] === 0 ? [] : queue.slice(0, kept[index])));
}

function bySize(a: Payment, b: Payment): number {
  return (
    a.rank - b.rank || (a.amountMinor < b.amountMinor ? -1 : a.amountMinor > b.amountMinor ? 1 : a.number - b.number)
  );
}

/** The line's beginning that sending limits allow, counting nothing that would come back. */
function eligible(sender: Participant): Payment[] {
  const queue: Payment[] = [];
  const isLimited = sender.multilateralLimit !== undefined || sender.bilateralLimits.size > 0;
  const used = new Map<Limit, bigint>();
  for (const line of sender.lines) {
    for (let payment = line.first; payment; payment = payment.after) {
      if (isLimited && !fitsLimit(payment, used)) return queue;
      queue.push(payment);
    }
  }
  return queue;
}

/** Counts the payment when it fits. */
function fitsLimit({ sender, receiver, rank, amountMinor }: Payment, used: Map<Limit, bigint>): boolean {
  const limit = rank === 2 ? limitTowards(sender, receiver) : undefined;
  if (!limit) return true;
  const sum = (used.get(limit) ?? limit.usedMinor) + amountMinor;
  if (sum > limit.limitMinor) return false;
  used.set(limit, sum);
  return true;
}

/** By rank: a set may end in such a payment only if what is reserved for more urgent ones is still there afterwards. */
function reservesOf({ reservedMinor: [highlyUrgent, urgent] }: Participant): readonly [bigint, bigint, bigint] {
  return [0n, highlyUrgent, highlyUrgent + urgent];
}
