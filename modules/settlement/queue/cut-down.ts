// The step both of gridlock resolution and of its shortlist: from queues to their longest beginnings that everyone can
// afford at one moment, counting what comes in from the others' beginnings.
import { type Participant } from '../participants/participant.ts';
import { type Payment } from '../payments/payment.ts';

/** Kept, by rank: a set may end in such a payment only if what is reserved for more urgent ones is there afterwards. */
export type Reserves = readonly [bigint, bigint, bigint];

export function reservesOf({ reservedMinor: [highlyUrgent, urgent] }: Participant): Reserves {
  return [0n, highlyUrgent, highlyUrgent + urgent];
}

/**
 * Starts from all; while a sender would be short, drops its last. Queues, reserves and positions are by participant;
 * `positions` are what each would have if all of the queues settled, and are used up. Answers how many of each queue are
 * left: the same for any order of dropping, because what one loses never helps another.
 */
export function cutDown(queues: readonly Payment[][], reserves: readonly Reserves[], positions: bigint[]): number[] {
  const kept = queues.map(({ length }) => length);
  // Each is looked at once, and again when it loses what it was to receive.
  const short = queues.map((_, index) => index);
  const isWaiting = queues.map(() => true);
  for (let index = short.pop(); index !== undefined; index = short.pop()) {
    isWaiting[index] = false;
    const queue = queues[index]!;
    const keptFor = reserves[index]!;
    let left = kept[index]!;
    let position = positions[index]!;
    while (left > 0 && position < keptFor[queue[left - 1]!.rank]) {
      left -= 1;
      const { receiver, amountMinor } = queue[left]!;
      position += amountMinor;
      positions[receiver.index]! -= amountMinor;
      if (isWaiting[receiver.index]) continue;
      short.push(receiver.index);
      isWaiting[receiver.index] = true;
    }
    positions[index] = position;
    kept[index] = left;
  }
  return kept;
}
