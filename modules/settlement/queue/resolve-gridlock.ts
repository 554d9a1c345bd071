// Gridlock resolution after Bech and Soramäki (2001): the largest set of queued payments that can settle at one moment
// when each sender's payments keep their order. Start from all that could; while a sender would be short, drop its last.
import { limitTowards } from '../participants/breaks-limit.ts';
import { type Limit, type Participant } from '../participants/participant.ts';
import { type Payment } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';
import { cutDown, reservesOf } from './cut-down.ts';
import { type GiveUp, Shortlist } from './shortlist.ts';

/**
 * The set, empty when nothing can settle; with `last` the unique maximal one. Changes nothing but what is remembered of
 * where to look: also the dry run. Costs what is near settling; the whole queue only when much has changed.
 */
export function findGridlockSet(s: Settlement, giveUp: GiveUp = 'last'): Payment[] {
  const { queues, positions } = shortlistOf(s, giveUp).reach(s);
  for (const [index, queue] of queues.entries()) queues[index] = withinLimits(queue, positions);
  const kept = cutDown(queues, s.participants.map(reservesOf), positions);
  return queues.flatMap((queue, index) => (kept[index] === 0 ? [] : queue.slice(0, kept[index])));
}

function shortlistOf({ shortlists }: Settlement, giveUp: GiveUp): Shortlist {
  let list = shortlists.get(giveUp);
  if (!list) shortlists.set(giveUp, (list = new Shortlist(giveUp)));
  return list;
}

/** The queue's beginning that sending limits allow, counting nothing that would come back. */
function withinLimits(queue: Payment[], positions: bigint[]): Payment[] {
  const sender = queue[0]?.sender;
  if (!sender || !hasLimits(sender)) return queue;
  const used = new Map<Limit, bigint>();
  const end = queue.findIndex((payment) => !fitsLimit(payment, used));
  if (end < 0) return queue;
  for (const { receiver, amountMinor } of queue.slice(end)) {
    positions[sender.index]! += amountMinor;
    positions[receiver.index]! -= amountMinor;
  }
  return queue.slice(0, end);
}

function hasLimits({ multilateralLimit, bilateralLimits }: Participant): boolean {
  return multilateralLimit !== undefined || bilateralLimits.size > 0;
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
