// The memory of messages for one book: which message ids were taken, how far each outbox has come, and the rows decided
// since the last commit.
import { type Instant } from '../../platform/instant.ts';
import { type Inbound } from './inward/inbound.ts';

export interface Answer {
  readonly kind: string;
  readonly xml: string;
}

/** A message that has its answer. */
export interface Taken {
  readonly inboxId: string;
  readonly hash: Buffer;
  readonly state: 'accepted' | 'refused';
  readonly answer: Answer;
}

export interface InboxRow {
  readonly inbound: Inbound;
  /** Whether it takes its message id: not when it was refused by admi.002, or when another has it. */
  readonly claims: boolean;
  readonly state: 'accepted' | 'refused';
  readonly amountMinor: bigint | undefined;
  readonly answer: Answer;
  readonly at: Instant;
}

/** A page of a day's statement that was sent. */
export interface StatementRow {
  readonly participantId: string;
  readonly date: string;
  readonly page: number;
  readonly isLast: boolean;
}

export function statementKey(participantId: string, date: string, page: number): string {
  return `${participantId} ${date} ${page}`;
}

export interface OutboxRow {
  readonly participantId: string;
  readonly seq: number;
  readonly kind: string;
  readonly paymentId: string | undefined;
  readonly inboxId: string | undefined;
  readonly xml: string;
  readonly at: Instant;
}

/** What a later answer about a payment must name, and the transaction to forward when it settles. */
export interface WaitingPayment {
  readonly kind: string;
  readonly names: OriginalNames;
  readonly transaction: string;
}

export interface OriginalNames {
  readonly messageId: string | undefined;
  readonly kind: string;
  readonly instructionId: string | undefined;
  readonly endToEndId: string | undefined;
  readonly transactionId: string | undefined;
  readonly uetr: string | undefined;
}

export class Exchange {
  /** By `<participant> <message id>`, and by the bytes' hash too for what did not take its id; two generations, so that memory stays bounded. */
  #taken = new Map<string, Taken>();
  #older = new Map<string, Taken>();
  readonly lastSeq = new Map<string, number>();
  /** When each sender was last answered, for those who follow their answers. */
  readonly lastAnsweredAt = new Map<string, Instant>();
  /** Payments that wait, and those of the commit being decided. */
  readonly waiting = new Map<string, WaitingPayment>();
  /** Payments whose sender has been told the end already, in the immediate answer. */
  readonly told = new Set<string>();

  /** Pages of statements sent, as far as commands asked for them; see statementKey. */
  readonly stated = new Set<string>();

  newInbox: InboxRow[] = [];
  newOutbox: OutboxRow[] = [];
  newStatements: StatementRow[] = [];
  newWaiting: string[] = [];
  endedWaiting: string[] = [];

  /** Characters of the answers in the newer half: one about many payments is as long as they are many. */
  #characters = 0;
  /** The commit with which all that is in the older half is durable. */
  #olderThrough = 0;
  readonly #generation: number;

  /** `generation`: messages after which the older half is forgotten; the answers are the same for any number. */
  constructor(generation = GENERATION) {
    this.#generation = generation;
  }

  taken(senderId: string, messageId: string): Taken | undefined {
    const key = `${senderId} ${messageId}`;
    return this.#taken.get(key) ?? this.#older.get(key);
  }

  remember(senderId: string, messageId: string, taken: Taken): void {
    this.#taken.set(`${senderId} ${messageId}`, taken);
    this.#characters += taken.answer.xml.length;
  }

  /** The answer to these very bytes, which did not take their message id. */
  refused(senderId: string, messageId: string, hash: Buffer): Taken | undefined {
    return this.taken(senderId, `${messageId} ${hash.toString('hex')}`);
  }

  /** Whether memory alone can tell how these bytes under this message id are answered. */
  knows(senderId: string, messageId: string, hash: Buffer): boolean {
    const isTheOne = this.taken(senderId, messageId)?.hash.equals(hash) ?? false;
    return isTheOne || this.refused(senderId, messageId, hash) !== undefined;
  }

  rememberRefused(senderId: string, messageId: string, taken: Taken): void {
    this.remember(senderId, `${messageId} ${taken.hash.toString('hex')}`, taken);
  }

  /** Lets the older half go once the newer is full, if the commit that carries its last message is durable. */
  forget(lastTaken: number, lastDurable: number): void {
    const isFull = this.#taken.size >= this.#generation || this.#characters >= MAX_CHARACTERS;
    if (!isFull || lastDurable < this.#olderThrough) return;
    this.#older = this.#taken;
    this.#taken = new Map();
    this.#characters = 0;
    this.#olderThrough = lastTaken + 1;
  }

  nextSeq(participantId: string): number {
    const seq = (this.lastSeq.get(participantId) ?? 0) + 1;
    this.lastSeq.set(participantId, seq);
    return seq;
  }
}

const GENERATION = 20_000;
/** About what the answers to so many single payments have. */
const MAX_CHARACTERS = GENERATION * 1_500;
