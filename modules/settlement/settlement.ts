// The memory of settlement for one book: participants, queued payments, the day, and what was told since the last
// commit. Money moves only through the ledger's Books; nothing here keeps a balance of its own.
import { type Instant } from '../../platform/instant.ts';
import { assert } from '../../platform/refusal.ts';
import { type Books, headroomOf, type OpenAccount } from '../ledger/index.ts';
import { type ClearingBatch } from './clearing/batch.ts';
import { type BusinessDay } from './day/business-day.ts';
import { Calendar, type Title } from './day/calendar.ts';
import { type SettlementEvent } from './events.ts';
import { type Participant } from './participants/participant.ts';
import { type Payment, type PriorityRank, type QueuedReason } from './payments/payment.ts';
import { type GiveUp, type Shortlist } from './queue/shortlist.ts';

/**
 * Which liquidity saving is on. Whatever is on by itself keeps every order; that a payment overtakes one its sender
 * cannot afford (`full`) happens only when an operator asks for it.
 */
export const LIQUIDITY_SAVING = ['none', 'bilateral', 'gridlock', 'full'] as const;
export type LiquiditySaving = (typeof LIQUIDITY_SAVING)[number];

/** Something a person or the system did; a line of its subject's trail. */
export interface Act {
  readonly at: Instant;
  readonly subject: 'payment' | 'participant' | 'day' | 'clearing' | 'queue';
  readonly subjectId: string;
  readonly actor: string;
  readonly text: Title;
  readonly reason: string | undefined;
}

/** Rows that differ from what is committed. */
export class Changes {
  readonly payments = new Set<Payment>();
  readonly participants = new Set<Participant>();
  readonly batches = new Set<ClearingBatch>();
  readonly days = new Set<BusinessDay>();
  acts: Act[] = [];
  rejected: RejectedPayment[] = [];
  isModeChanged = false;
}

/** A payment between known participants that was refused at the door: kept so that it can be found. */
export type RejectedPayment = Omit<Payment, 'state' | 'before' | 'after'> & { readonly state: 'rejected' };

export class Settlement {
  readonly books: Books;
  readonly calendar: Calendar;
  lsm: LiquiditySaving;
  readonly participants: Participant[] = [];
  readonly participantById = new Map<string, Participant>();
  /** By `bic:…`, `lei:…` and `code:<scheme>:<code>`. */
  readonly participantByKey = new Map<string, Participant>();
  /** Payments in memory, by id and UETR: all that are not final, and recent others that commands asked for. */
  readonly paymentById = new Map<string, Payment>();
  readonly paymentByUetr = new Map<string, Payment>();
  /** Amounts already returned of settled payments, by the id of the payment returned. */
  readonly returnedMinor = new Map<string, bigint>();
  /** Payments that wait for their value date, or for their earliest moment, or must settle by a latest one. */
  readonly warehoused = new Set<Payment>();
  readonly timed = new Set<Payment>();
  readonly batches = new Map<string, ClearingBatch>();
  /** References houses have used, as far as commands asked for them; see batchKey. */
  readonly batchKeys = new Set<string>();
  /** Undefined until the first instant is decided. */
  day: BusinessDay | undefined;
  /** Participants whose head payment may have become able to settle. */
  readonly dirty = new Set<Participant>();
  queuedCount = 0;
  lastNumber = 0;
  /** What of the queues gridlock resolution needs to look at; may be forgotten at any time. */
  readonly shortlists = new Map<GiveUp, Shortlist>();
  /** The queue changed since the optimisation last looked. */
  isQueueChanged = false;
  optimisedAt: Instant = 0;
  /** Told since they were last drained, oldest first. */
  events: SettlementEvent[] = [];
  changes = new Changes();

  constructor(books: Books, lsm: LiquiditySaving = 'full', calendar = new Calendar()) {
    this.books = books;
    this.lsm = lsm;
    this.calendar = calendar;
  }

  accountOf(participant: Participant): OpenAccount {
    const account = this.books.account(participant.accountId);
    assert(account, 'a participant settles on an account in memory');
    return account;
  }

  /** What it could spend if nothing were reserved; nothing for an indirect participant. */
  inHandMinor(participant: Participant): bigint {
    return participant.accountId === 0 ? 0n : headroomOf(this.accountOf(participant));
  }

  /** What the sender may still spend at this rank: its headroom less what is kept for more urgent payments. */
  availableMinor(sender: Participant, rank: PriorityRank): bigint {
    const [highlyUrgent, urgent] = sender.reservedMinor;
    const kept = rank === 0 ? 0n : rank === 1 ? highlyUrgent : highlyUrgent + urgent;
    return headroomOf(this.accountOf(sender)) - kept;
  }

  /** Why this payment between participants that take part cannot settle alone now, its place in the queue apart. */
  hindranceOf(payment: Payment): QueuedReason | undefined {
    const { sender, receiver, rank, amountMinor } = payment;
    if (amountMinor > headroomOf(this.accountOf(sender))) return 'insufficient-funds';
    if (amountMinor > this.availableMinor(sender, rank)) return 'reserved';
    if (rank !== 2) return undefined;
    const bilateral = sender.bilateralLimits.get(receiver);
    if (bilateral) return bilateral.usedMinor + amountMinor > bilateral.limitMinor ? 'bilateral-limit' : undefined;
    const multilateral = sender.multilateralLimit;
    if (multilateral && multilateral.usedMinor + amountMinor > multilateral.limitMinor) return 'multilateral-limit';
    return undefined;
  }

  /** The value of what is queued, in line and set aside. */
  get queuedMinor(): bigint {
    return this.participants.reduce((sum, { queuedMinor, asideMinor }) => sum + queuedMinor + asideMinor, 0n);
  }

  drainEvents(): SettlementEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }

  takeChanges(): Changes {
    const { changes } = this;
    this.changes = new Changes();
    return changes;
  }
}
