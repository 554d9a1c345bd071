// Gridlock resolution after Bech and Soramäki (2001): the largest set of queued payments that can settle at one moment
// when each sender's payments keep their order. Start from all; while a sender would be short, drop its last.
import { limitTowards } from './breaks-limit.ts';
import { type Limit, queueOf } from './participant.ts';
import { type Payment } from './payment.ts';
import { type Settlement } from './settlement.ts';

/** Which payment a short sender gives up: its last, which keeps every order, or the one that cures the most. */
export type GiveUp = 'last' | 'largest';

/**
 * The set, empty when nothing can settle; with `last` the unique maximal one. Changes nothing: also the dry run.
 * O(queued payments) for `last`, O(n log n) for `largest`.
 */
export function findGridlockSet(s: Settlement, giveUp: GiveUp = 'last'): Payment[] {
  const queues = s.participants.map((sender) => eligible([...queueOf(sender)]));
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
  const short = s.participants.map((sender) => sender.index);
  for (let index = short.pop(); index !== undefined; index = short.pop()) {
    const queue = queues[index]!;
    while (kept[index]! > 0 && isShort(s, index, positions[index]!, queue, kept[index]!)) {
      const { receiver, amountMinor } = queue[--kept[index]!]!;
      positions[index]! += amountMinor;
      positions[receiver.index]! -= amountMinor;
      short.push(receiver.index);
    }
  }
  return queues.flatMap((queue, index) => queue.slice(0, kept[index]));
}

function bySize(a: Payment, b: Payment): number {
  return (
    a.rank - b.rank || (a.amountMinor < b.amountMinor ? -1 : a.amountMinor > b.amountMinor ? 1 : a.number - b.number)
  );
}

/** The queue's beginning that suspension and sending limits allow, counting nothing that would come back. */
function eligible(queue: Payment[]): Payment[] {
  const used = new Map<Limit, bigint>();
  for (const [index, { sender, receiver, rank, amountMinor }] of queue.entries()) {
    if (sender.standing !== 'active' || receiver.standing !== 'active') return queue.slice(0, index);
    const limit = rank === 2 ? limitTowards(sender, receiver) : undefined;
    if (!limit) continue;
    const sum = (used.get(limit) ?? limit.usedMinor) + amountMinor;
    if (sum > limit.limitMinor) return queue.slice(0, index);
    used.set(limit, sum);
  }
  return queue;
}

/** A set may end in a normal payment only if what is reserved for more urgent ones is still there afterwards. */
function isShort(s: Settlement, index: number, position: bigint, queue: readonly Payment[], kept: number): boolean {
  const sender = s.participants[index]!;
  const rank = queue[kept - 1]!.rank;
  const reserve = s.availableMinor(sender, 0) - s.availableMinor(sender, rank);
  return position < reserve;
}
