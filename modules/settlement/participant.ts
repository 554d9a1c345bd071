// A participant: who it is, its standing, and its part of the engine's memory: account, limits, reservations, queue.
import { type Title } from './calendar.ts';
import { type Payment, type PriorityRank } from './payment.ts';

export const PARTICIPANT_KINDS = ['direct', 'indirect', 'clearing-house'] as const;
export type ParticipantKind = (typeof PARTICIPANT_KINDS)[number];
export type Standing = 'joining' | 'active' | 'suspended' | 'left';

/** A national clearing code: scheme `USABA` with 9 digits, `CNAPS` with 12, or any other. */
export interface ClearingCode {
  readonly scheme: string;
  readonly code: string;
}

export interface Collateral {
  readonly security: Title;
  /** Minor units. */
  readonly marketValueMinor: bigint;
  /** Taken off the market value, in hundredths of a percent: 350 is 3.5 %. */
  readonly haircutBasisPoints: number;
}

/** What identifies a participant; set when it is admitted. */
export interface Profile {
  /** Stable, used in paths: the BIC by custom. */
  readonly id: string;
  readonly bic: string;
  readonly lei?: string | undefined;
  readonly clearingCodes: readonly ClearingCode[];
  readonly kind: ParticipantKind;
  readonly name: Title;
  readonly shortName: Title;
  /** The direct participant an indirect one settles through. */
  readonly settlesThrough?: string | undefined;
  /** Business date from which it takes part. */
  readonly joinedOn: string;
}

/** Queued payments of one priority, oldest first: a linked list, so that any of them leaves or moves in one step. */
export interface Line {
  first: Payment | undefined;
  last: Payment | undefined;
}

/** The most that normal payments may send net of what came back. */
export interface Limit {
  limitMinor: bigint;
  usedMinor: bigint;
}

export interface Participant {
  readonly id: string;
  readonly profile: Profile;
  /** Place in the book's list of participants, from 0; arrays of the optimisation are indexed by it. */
  readonly index: number;
  /** Its settlement account; 0 for an indirect participant. */
  readonly accountId: number;
  standing: Standing;
  leftOn: string | undefined;
  /** A change of standing planned for a business date. */
  coming: { readonly standing: Exclude<Standing, 'joining'>; readonly from: string } | undefined;
  /** Minimum reserve that should stand at the end of the day, minor units. */
  minimumReserveMinor: bigint;
  collateral: readonly Collateral[];
  /** Liquidity kept for highly urgent and for urgent payments, minor units; what is used is taken off as it is used. */
  readonly reservedMinor: [highlyUrgent: bigint, urgent: bigint];
  /** What was asked to be kept, used or not. */
  readonly reservationMinor: [highlyUrgent: bigint, urgent: bigint];
  /** By receiver: bilateral limits. */
  readonly bilateralLimits: Map<Participant, Limit>;
  /** The same towards all participants without a bilateral limit. */
  multilateralLimit: Limit | undefined;
  readonly lines: readonly [Line, Line, Line];
  queuedCount: number;
  queuedMinor: bigint;
}

export function newParticipant(profile: Profile, index: number, accountId: number): Participant {
  const line = (): Line => ({ first: undefined, last: undefined });
  return {
    id: profile.id,
    profile,
    index,
    accountId,
    standing: 'active',
    leftOn: undefined,
    coming: undefined,
    minimumReserveMinor: 0n,
    collateral: [],
    reservedMinor: [0n, 0n],
    reservationMinor: [0n, 0n],
    bilateralLimits: new Map(),
    multilateralLimit: undefined,
    lines: [line(), line(), line()],
    queuedCount: 0,
    queuedMinor: 0n,
  };
}

/** What the collateral lends: market value less haircut, rounded down for each piece. Minor units. */
export function lendingValueOf({ marketValueMinor, haircutBasisPoints }: Collateral): bigint {
  return (marketValueMinor * BigInt(10_000 - haircutBasisPoints)) / 10_000n;
}

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
