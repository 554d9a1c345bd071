// The lines a sender's payments wait in, one a priority: who is next, who stands behind whom, joining and leaving.
import { type Participant } from '../participants/participant.ts';
import { type Payment, type PriorityRank } from '../payments/payment.ts';

/** Queued payments of one priority, oldest first: a linked list, so that any of them leaves or moves in one step. */
export interface Line {
  first: Payment | undefined;
  last: Payment | undefined;
}

export const newLine = (): Line => ({ first: undefined, last: undefined });

/** The payment that must settle before any other of this sender may. */
export function headOf(sender: Participant): Payment | undefined {
  return sender.lines[0].first ?? sender.lines[1].first ?? sender.lines[2].first;
}

/** Every queued payment of the sender, in the order they must settle. */
export function* queueOf(sender: Participant): Generator<Payment> {
  for (const line of sender.lines) for (let p = line.first; p; p = p.after) yield p;
}

/** Distance between the places of neighbours in line, so that payments can move in between. */
export const PLACE_STEP = 2 ** 20;

/**
 * Puts a payment in line, before another or, without one, at the end. Answers the payments whose place had to change:
 * usually this one alone, the whole line when there was no room left between two.
 */
export function joinLine(payment: Payment, before?: Payment): Payment[] {
  const line = payment.sender.lines[payment.rank];
  payment.after = before;
  payment.before = before ? before.before : line.last;
  if (payment.before) payment.before.after = payment;
  else line.first = payment;
  if (before) before.before = payment;
  else line.last = payment;
  payment.sender.queuedCount += 1;
  payment.sender.queuedMinor += payment.amountMinor;
  return givePlace(payment, line);
}

function givePlace(payment: Payment, line: Line): Payment[] {
  const low = payment.before?.place ?? (payment.after ? payment.after.place - 2 * PLACE_STEP : 0);
  payment.place = payment.after ? Math.floor((low + payment.after.place) / 2) : low + PLACE_STEP;
  if (payment.place > low) return [payment];
  const moved: Payment[] = [];
  for (let p = line.first; p; p = p.after) {
    p.place = (moved.length + 1) * PLACE_STEP;
    moved.push(p);
  }
  return moved;
}

/** Loaded payments come in order and keep the places they have. */
export function appendToLine(payment: Payment): void {
  const { sender, rank } = payment;
  const line = sender.lines[rank];
  payment.before = line.last;
  if (line.last) line.last.after = payment;
  else line.first = payment;
  line.last = payment;
  sender.queuedCount += 1;
  sender.queuedMinor += payment.amountMinor;
}

export function leaveLine(payment: Payment): void {
  const line = payment.sender.lines[payment.rank];
  if (payment.before) payment.before.after = payment.after;
  else line.first = payment.after;
  if (payment.after) payment.after.before = payment.before;
  else line.last = payment.before;
  payment.before = payment.after = undefined;
  payment.sender.queuedCount -= 1;
  payment.sender.queuedMinor -= payment.amountMinor;
}

/** Whether an earlier payment of equal or higher priority waits, which this rank may not overtake. */
export function isBarred(sender: Participant, rank: PriorityRank): boolean {
  for (let higher = 0; higher <= rank; higher++) if (sender.lines[higher]!.first) return true;
  return false;
}
