// A payment between two participants in central bank money: its words, its states, and the list it waits in.
import { type Instant } from '../../platform/instant.ts';
import { type Participant } from './participant.ts';

/** Highly urgent is for ancillary systems and the central bank; the order is the order of settlement. */
export const PRIORITIES = ['highly-urgent', 'urgent', 'normal'] as const;
export type Priority = (typeof PRIORITIES)[number];
/** 0, 1, 2: the place of a priority in PRIORITIES. */
export type PriorityRank = 0 | 1 | 2;

export const rankOf = (priority: Priority): PriorityRank => PRIORITIES.indexOf(priority) as PriorityRank;

export type PaymentState = 'queued' | 'settled' | 'cancelled' | 'returned';

/** How a payment came to settle. */
export type SettledHow = 'direct' | 'queue' | 'bilateral' | 'gridlock' | 'multilateral';

/** Why a payment waits. */
export type QueuedReason =
  'insufficient-funds' | 'behind-earlier' | 'reserved' | 'bilateral-limit' | 'multilateral-limit';

export interface NewPayment {
  /** UUID version 7, chosen by the caller; also the id of the transfer that settles it. */
  readonly id: string;
  /** Unique end-to-end transaction reference (ISO 20022 UETR), a UUID version 4. */
  readonly uetr?: string;
  readonly senderId: string;
  readonly receiverId: string;
  /** ISO 4217. */
  readonly currency: string;
  readonly amountMinor: bigint;
  readonly priority: Priority;
}

export interface Payment {
  readonly id: string;
  readonly uetr: string | undefined;
  readonly sender: Participant;
  readonly receiver: Participant;
  readonly amountMinor: bigint;
  readonly receivedAt: Instant;
  /** Grows with each payment of the book; the age that breaks ties between participants. */
  readonly number: number;
  rank: PriorityRank;
  state: PaymentState;
  reason: QueuedReason | undefined;
  queuedAt: Instant | undefined;
  settledAt: Instant | undefined;
  settledHow: SettledHow | undefined;
  /** Neighbours among the queued payments of the same sender and priority. */
  before: Payment | undefined;
  after: Payment | undefined;
}
