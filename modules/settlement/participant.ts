// A participant's part of the engine's memory: its account, limits, reservations, and the payments it has waiting.
import { type Payment, type PriorityRank } from './payment.ts';

/** Queued payments of one priority, oldest first: a linked list, so that any of them leaves or moves in one step. */
export interface Line {
  first: Payment | undefined;
  last: Payment | undefined;
}

export interface Participant {
  readonly id: string;
  /** Place in the book's list of participants, from 0; arrays of the optimisation are indexed by it. */
  readonly index: number;
  readonly accountId: number;
  /** Liquidity kept for highly urgent and for urgent payments, minor units; what is used is taken off as it is used. */
  readonly reservedMinor: [highlyUrgent: bigint, urgent: bigint];
  /** By receiver: the most that normal payments may send net of what came back (bilateral limit). */
  readonly bilateralLimits: Map<Participant, { limitMinor: bigint; usedMinor: bigint }>;
  /** The same towards all participants without a bilateral limit. */
  multilateralLimit: { limitMinor: bigint; usedMinor: bigint } | undefined;
  readonly lines: readonly [Line, Line, Line];
  queuedCount: number;
  queuedMinor: bigint;
}

export function newParticipant(id: string, index: number, accountId: number): Participant {
  const line = (): Line => ({ first: undefined, last: undefined });
  return {
    id,
    index,
    accountId,
    reservedMinor: [0n, 0n],
    bilateralLimits: new Map(),
    multilateralLimit: undefined,
    lines: [line(), line(), line()],
    queuedCount: 0,
    queuedMinor: 0n,
  };
}

/** The payment that must settle before any other of this sender may. */
export function headOf(sender: Participant): Payment | undefined {
  return sender.lines[0].first ?? sender.lines[1].first ?? sender.lines[2].first;
}

/** Every queued payment of the sender, in the order they must settle. */
export function* queueOf(sender: Participant): Generator<Payment> {
  for (const line of sender.lines) for (let p = line.first; p; p = p.after) yield p;
}

/** Puts a payment in line, before another or, without one, at the end. */
export function joinLine(payment: Payment, before?: Payment): void {
  const line = payment.sender.lines[payment.rank];
  payment.after = before;
  payment.before = before ? before.before : line.last;
  if (payment.before) payment.before.after = payment;
  else line.first = payment;
  if (before) before.before = payment;
  else line.last = payment;
  payment.sender.queuedCount += 1;
  payment.sender.queuedMinor += payment.amountMinor;
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
