// Gridlock resolution after Bech and Soramäki (2001): the largest set of queued payments that can settle at one moment
// when each sender's payments keep their order. Start from all; while a sender would be short, drop its last.
import { queueOf } from './participant.ts';
import { type Payment } from './payment.ts';
import { type Settlement } from './settlement.ts';

/** The unique maximal set, empty when nothing can settle. Changes nothing: also the dry run. O(queued payments). */
export function findGridlockSet(s: Settlement): Payment[] {
  const queues = s.participants.map((sender) => [...queueOf(sender)]);
  const kept = queues.map((queue) => queue.length);
  const positions = s.participants.map((sender) => s.availableMinor(sender, 0));
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

/** A set may end in a normal payment only if what is reserved for more urgent ones is still there afterwards. */
function isShort(s: Settlement, index: number, position: bigint, queue: readonly Payment[], kept: number): boolean {
  const sender = s.participants[index]!;
  const rank = queue[kept - 1]!.rank;
  const reserve = s.availableMinor(sender, 0) - s.availableMinor(sender, rank);
  return position < reserve;
}
