// A participant: who it is, its standing, and its part of the engine's memory: account, limits, reservations, queue.
import { type Title } from '../day/calendar.ts';
import { type Line, newLine } from '../queue/line.ts';

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
  /** What waits in line, by rank. */
  readonly lines: readonly [Line, Line, Line];
  queuedCount: number;
  queuedMinor: bigint;
  /** In others' lines, towards this one. */
  queuedInMinor: bigint;
  /** What is set aside while one of its parties is suspended, by rank. */
  readonly aside: readonly [Line, Line, Line];
  asideCount: number;
  asideMinor: bigint;
}

export function newParticipant(profile: Profile, index: number, accountId: number): Participant {
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
    lines: [newLine(), newLine(), newLine()],
    queuedCount: 0,
    queuedMinor: 0n,
    queuedInMinor: 0n,
    aside: [newLine(), newLine(), newLine()],
    asideCount: 0,
    asideMinor: 0n,
  };
}

/** What the collateral lends: market value less haircut, rounded down for each piece. Minor units. */
export function lendingValueOf({ marketValueMinor, haircutBasisPoints }: Collateral): bigint {
  return (marketValueMinor * BigInt(10_000 - haircutBasisPoints)) / 10_000n;
}
