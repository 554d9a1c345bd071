// The lines a sender's payments wait in, one a priority, and beside each line what is set aside from it: who is next, who
// stands behind whom, joining and leaving.
import { type Participant } from '../participants/participant.ts';
import { isSetAside, type Payment, type PriorityRank } from '../payments/payment.ts';
import { type Settlement } from '../settlement.ts';

/** Queued payments of one priority, by place: a linked list, so that any of them leaves or moves in one step. */
export interface Line {
  first: Payment | undefined;
  last: Payment | undefined;
}

export const newLine = (): Line => ({ first: undefined, last: undefined });

/** The payment that must settle before any other of this sender may. */
export function headOf(sender: Participant): Payment | undefined {
  return sender.lines[0].first ?? sender.lines[1].first ?? sender.lines[2].first;
}

/** Every payment in the sender's line, in the order they must settle. */
export function* queueOf(sender: Participant): Generator<Payment> {
  for (const line of sender.lines) for (let p = line.first; p; p = p.after) yield p;
}

/** Every payment of the sender that is set aside, in the order they will stand in line again. */
export function* asideOf(sender: Participant): Generator<Payment> {
  for (const line of sender.aside) for (let p = line.first; p; p = p.after) yield p;
}

/** All that waits of the sender and is not before its time: in line, then set aside. */
export function* waitingOf(sender: Participant): Generator<Payment> {
  yield* queueOf(sender);
  yield* asideOf(sender);
}

/** Distance between the places of neighbours in line, so that payments can move in between. */
export const PLACE_STEP = 2 ** 20;

/** Puts a payment in line, or aside by its reason, before another or, without one, at the end. */
export function joinLine(s: Settlement, payment: Payment, before?: Payment): void {
  const [line, other] = linesOf(payment);
  const [behind, ahead] = before ? [before.before, before] : [line.last, undefined];
  const isRoom = givePlace(payment, behind, ahead, other);
  link(payment, behind, ahead);
  s.changes.payments.add(payment);
  if (!isRoom) renumber(s, line, other);
  else if (!isSetAside(payment)) for (const list of s.shortlists.values()) list.join(payment);
}

/** Its list, and the one beside it whose payments keep their places among the same ones. */
function linesOf(payment: Payment): readonly [Line, Line] {
  const { sender, rank } = payment;
  const [line, aside] = [sender.lines[rank], sender.aside[rank]];
  return isSetAside(payment) ? [aside, line] : [line, aside];
}

/** At either end it stands clear of what is set aside too. Answers whether there was room. */
function givePlace(payment: Payment, behind: Payment | undefined, ahead: Payment | undefined, other: Line): boolean {
  if (ahead === undefined) {
    payment.place = Math.max(behind?.place ?? 0, other.last?.place ?? 0) + PLACE_STEP;
  } else if (behind === undefined) {
    payment.place = Math.min(ahead.place, other.first?.place ?? ahead.place) - PLACE_STEP;
  } else {
    payment.place = Math.floor((behind.place + ahead.place) / 2);
    return payment.place > behind.place;
  }
  return true;
}

function renumber(s: Settlement, line: Line, other: Line): void {
  for (const [index, payment] of inOrder(line, other).entries()) {
    payment.place = (index + 1) * PLACE_STEP;
    s.changes.payments.add(payment);
  }
  s.shortlists.clear();
}

/** Both lists as one: each keeps its own order. */
export function inOrder(line: Line, other: Line): Payment[] {
  const all: Payment[] = [];
  let [a, b] = [line.first, other.first];
  while (a || b) {
    const next = !b || (a && (a.place - b.place || a.number - b.number) < 0) ? a! : b;
    all.push(next);
    if (next === a) a = next.after;
    else b = next.after;
  }
  return all;
}

/** For payments that come in the order of the places they have. */
export function appendToLine(payment: Payment): void {
  link(payment, linesOf(payment)[0].last, undefined);
}

function link(payment: Payment, behind: Payment | undefined, ahead: Payment | undefined): void {
  const [line] = linesOf(payment);
  payment.before = behind;
  payment.after = ahead;
  if (behind) behind.after = payment;
  else line.first = payment;
  if (ahead) ahead.before = payment;
  else line.last = payment;
  count(payment, 1);
}

export function leaveLine(s: Settlement, payment: Payment): void {
  const [line] = linesOf(payment);
  if (!isSetAside(payment)) for (const list of s.shortlists.values()) list.leave(payment);
  if (payment.before) payment.before.after = payment.after;
  else line.first = payment.after;
  if (payment.after) payment.after.before = payment.before;
  else line.last = payment.before;
  payment.before = payment.after = undefined;
  count(payment, -1);
}

function count(payment: Payment, change: 1 | -1): void {
  const { sender, receiver } = payment;
  const minor = change === 1 ? payment.amountMinor : -payment.amountMinor;
  if (isSetAside(payment)) {
    sender.asideCount += change;
    sender.asideMinor += minor;
  } else {
    sender.queuedCount += change;
    sender.queuedMinor += minor;
    receiver.queuedInMinor += minor;
  }
}

/** Whether an earlier payment of equal or higher priority waits in line, which this rank may not overtake. */
export function isBarred(sender: Participant, rank: PriorityRank): boolean {
  for (let higher = 0; higher <= rank; higher++) if (sender.lines[higher]!.first) return true;
  return false;
}
