// A payment between two participants in central bank money: its words, its states, and the list it waits in.
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { type Participant } from '../participants/participant.ts';

/** Highly urgent is for ancillary systems and the central bank; the order is the order of settlement. */
export const PRIORITIES = ['highly-urgent', 'urgent', 'normal'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** 0, 1, 2: the place of a priority in PRIORITIES. */
export type PriorityRank = 0 | 1 | 2;

export const rankOf = (priority: Priority): PriorityRank => PRIORITIES.indexOf(priority) as PriorityRank;

/** `returned`: unsettled at the end of its day and handed back; a payment return is a payment of its own. */
export const PAYMENT_STATES = ['warehoused', 'queued', 'settled', 'cancelled', 'returned', 'rejected'] as const;
export type PaymentState = (typeof PAYMENT_STATES)[number];

/** How a payment came to settle. */
export const SETTLED_HOW = ['direct', 'queue', 'bilateral', 'gridlock', 'multilateral', 'clearing'] as const;
export type SettledHow = (typeof SETTLED_HOW)[number];

/** Why a payment waits. */
export const QUEUED_REASONS = [
  'insufficient-funds',
  'behind-earlier',
  'reserved',
  'bilateral-limit',
  'multilateral-limit',
  'earliest-time',
  'suspended',
] as const;
export type QueuedReason = (typeof QUEUED_REASONS)[number];

/** The names the banks gave it, kept for search and answers. */
export interface References {
  readonly messageId?: string | undefined;
  readonly instructionId?: string | undefined;
  readonly endToEndId?: string | undefined;
  readonly transactionId?: string | undefined;
  readonly clearingReference?: string | undefined;
}

export interface NewPayment {
  /** UUID version 7, chosen by the caller; also the id of the transfer that settles it. */
  readonly id: string;
  /** Unique end-to-end transaction reference (ISO 20022 UETR), a UUID version 4. */
  readonly uetr?: string | undefined;
  /** What brought it: `pacs.008`, `pacs.009`, `pacs.004`, `camt.050`, `clearing`. */
  readonly kind: string;
  readonly senderId: string;
  /** The indirect participant that ordered it, when it was one. */
  readonly instructedById?: string | undefined;
  readonly receiverId: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly priority: Priority;
  /** Business date to settle on: today when absent, up to 10 business days ahead. */
  readonly valueDate?: string | undefined;
  /** It waits until then; its sender is warned before it was wanted; it is handed back when the latest moment has passed. */
  readonly earliestAt?: Instant | undefined;
  readonly wantedAt?: Instant | undefined;
  readonly latestAt?: Instant | undefined;
  readonly references?: References | undefined;
  /** The settled payment this one returns. */
  readonly returnsId?: string | undefined;
}

export interface Payment {
  readonly id: string;
  readonly uetr: string | undefined;
  readonly kind: string;
  readonly sender: Participant;
  /** The indirect participant that ordered it; it settles on the sender's account. */
  readonly instructedBy: Participant | undefined;
  readonly receiver: Participant;
  readonly amountMinor: bigint;
  readonly receivedAt: Instant;
  /** Grows with each payment of the book; the age that breaks ties between participants. */
  readonly number: number;
  readonly references: References;
  readonly returnsId: string | undefined;
  readonly earliestAt: Instant | undefined;
  readonly wantedAt: Instant | undefined;
  readonly latestAt: Instant | undefined;
  valueDate: string;
  /** The business date it was accepted for, when that could not be kept. */
  askedDate: string | undefined;
  rank: PriorityRank;
  state: PaymentState;
  /** Why it waits, or had waited when it settled. */
  reason: QueuedReason | undefined;
  /** Orders payments of one line; see joinLine. */
  place: number;
  queuedAt: Instant | undefined;
  settledAt: Instant | undefined;
  settledHow: SettledHow | undefined;
  /** Names the payments that settled with it as one. */
  setId: string | undefined;
  /** When it ended without settling, and why: an ISO 20022 reason code. */
  endedAt: Instant | undefined;
  endReason: string | undefined;
  isWarned: boolean;
  /** Neighbours among the queued payments of the same sender and priority. */
  before: Payment | undefined;
  after: Payment | undefined;
}

/** Whether it has come to its one outcome. */
export function isFinal({ state }: Pick<Payment, 'state'>): boolean {
  return state !== 'queued' && state !== 'warehoused';
}

/** Who ordered it, and hears of it. */
export function instructorOf({ instructedBy, sender }: Pick<Payment, 'instructedBy' | 'sender'>): Participant {
  return instructedBy ?? sender;
}

/** Whether moments of its own decide when it may settle. */
export function isTimed({ earliestAt, wantedAt, latestAt }: Payment): boolean {
  return earliestAt !== undefined || wantedAt !== undefined || latestAt !== undefined;
}

/** Banks are told this long before the moment a payment should have settled by. */
const WARN_BEFORE_MICROS = 15 * 60 * MICROS_PER_SECOND;

export function isNear(moment: Instant | undefined, at: Instant): boolean {
  return moment !== undefined && moment - WARN_BEFORE_MICROS <= at;
}

/** The first moment that passes it by: wanted, or latest. */
export function mustSettleBy({ wantedAt, latestAt }: Payment): Instant | undefined {
  return wantedAt === undefined || (latestAt !== undefined && latestAt < wantedAt) ? latestAt : wantedAt;
}

/** Whether it stands in its sender's line; one set aside, or waiting for its earliest moment, does not. */
export function isInLine({ state, reason }: Pick<Payment, 'state' | 'reason'>): boolean {
  return state === 'queued' && reason !== 'earliest-time' && reason !== 'suspended';
}

/** Whether it waits beside the line until both its participants take part again. */
export function isSetAside({ state, reason }: Pick<Payment, 'state' | 'reason'>): boolean {
  return state === 'queued' && reason === 'suspended';
}

export function hasSuspendedParty({ sender, receiver }: Payment): boolean {
  return sender.standing !== 'active' || receiver.standing !== 'active';
}
