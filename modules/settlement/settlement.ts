// The memory of settlement for one book: participants, queued payments, and what was told since the last commit.
// Money moves only through the ledger's Books; nothing here keeps a balance of its own.
import { assert } from '../../platform/refusal.ts';
import { type Books, headroomOf, type OpenAccount } from '../ledger/index.ts';
import { type SettlementEvent } from './events.ts';
import { type Participant } from './participant.ts';
import { type Payment, type PriorityRank, type QueuedReason } from './payment.ts';

/** Which liquidity saving is on; `full` adds the multilateral search to gridlock resolution. */
export type LiquiditySaving = 'none' | 'bilateral' | 'gridlock' | 'full';

export class Settlement {
  readonly books: Books;
  lsm: LiquiditySaving;
  readonly participants: Participant[] = [];
  readonly participantById = new Map<string, Participant>();
  /** Every payment known to memory, by its id; settled ones may be forgotten once committed. */
  readonly paymentById = new Map<string, Payment>();
  readonly paymentByUetr = new Map<string, Payment>();
  /** Participants whose head payment may have become able to settle. */
  readonly dirty = new Set<Participant>();
  queuedCount = 0;
  lastNumber = 0;
  /** Told since they were last drained, oldest first. */
  events: SettlementEvent[] = [];

  constructor(books: Books, lsm: LiquiditySaving) {
    this.books = books;
    this.lsm = lsm;
  }

  accountOf(participant: Participant): OpenAccount {
    const account = this.books.account(participant.accountId);
    assert(account, 'a participant settles on an account in memory');
    return account;
  }

  /** What the sender may still spend at this rank: its headroom less what is kept for more urgent payments. */
  availableMinor(sender: Participant, rank: PriorityRank): bigint {
    const [highlyUrgent, urgent] = sender.reservedMinor;
    const kept = rank === 0 ? 0n : rank === 1 ? highlyUrgent : highlyUrgent + urgent;
    return headroomOf(this.accountOf(sender)) - kept;
  }

  /** Why this payment cannot settle alone now, its place in the queue aside; undefined when it can. */
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

  drainEvents(): SettlementEvent[] {
    const { events } = this;
    this.events = [];
    return events;
  }
}
