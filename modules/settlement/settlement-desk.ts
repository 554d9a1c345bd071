// Settlement's desk at the writer: builds its memory from committed rows, brings in payments that commands name, hands
// over what was decided, and forgets payments that have ended.
import { type ClientBase } from 'pg';
import { type Instant } from '../../platform/instant.ts';
import { type CommitStamp, type Desk, type WriteRows } from '../../platform/writer/desk.ts';
import { type LedgerDesk } from '../ledger/index.ts';
import { advance } from './advance.ts';
import { type Calendar } from './day/calendar.ts';
import {
  readBatchKeys, readGuaranteeIds, readLastDay, readLastNumber, readMode, readOpenBatches, readOpenPayments, readParticipants, readPayments, readReturned,
} from './memory-reads.ts'; // prettier-ignore
import { addToMemory } from './participants/admit-participant.ts';
import { type Participant } from './participants/participant.ts';
import { hasSuspendedParty, isFinal, isInLine, isTimed, mustSettleBy, type Payment } from './payments/payment.ts';
import { appendToLine } from './queue/line.ts';
import { type PaymentWrites, writeChanges } from './rows.ts';
import { type Changes, type LiquiditySaving, Settlement } from './settlement.ts';

/** The payments a command will touch, by our id or by UETR: also those it is about to make, so duplicates are seen. */
export interface SettlementNeed {
  readonly paymentIds?: readonly string[];
  readonly uetrs?: readonly string[];
  /** House and reference of a clearing batch about to be handed in. */
  readonly batchReferences?: readonly (readonly [houseId: string, reference: string])[];
}

/** What a commit writes, as it will stand in the rows. */
export interface TakenChanges {
  readonly payments: PaymentWrites;
  readonly changes: Changes;
  readonly lsm: LiquiditySaving;
}

/** Ended payments stay this long in memory for status requests, cancellations and returns that soon follow. */
const KEPT_AFTER_END = 20_000;

export class SettlementDesk implements Desk<SettlementNeed> {
  readonly settlement: Settlement;
  /** What the last commit took, for desks after this one; undefined when it took nothing. */
  taken: TakenChanges | undefined;
  readonly #ledger: LedgerDesk;
  /** Payments that have a row. */
  readonly #written = new Set<string>();
  /** Ended payments, oldest first, with the commit after which they may be forgotten. */
  #ended: { payment: Payment; commit: number }[] = [];
  #forgotten = 0;
  /** The last commit that is durable. */
  #committed = 0;
  readonly #keptAfterEnd: number;

  /** `keptAfterEnd`: how many ended payments stay in memory; the answers are the same for any number. */
  constructor(ledger: LedgerDesk, calendar?: Calendar, keptAfterEnd = KEPT_AFTER_END) {
    this.#ledger = ledger;
    this.#keptAfterEnd = keptAfterEnd;
    this.settlement = new Settlement(ledger.books, 'full', calendar);
  }

  async load(client: ClientBase): Promise<void> {
    const s = this.settlement;
    const { bookId } = s.books;
    for (const participant of await readParticipants(client, bookId)) addToMemory(s, participant);
    const settling = s.participants.map((participant) => participant.accountId).filter((id) => id > 0);
    await this.#ledger.pin(client, [...settling, ...(await readGuaranteeIds(client, s))]);
    s.lsm = (await readMode(client, bookId)) ?? s.lsm;
    s.day = await readLastDay(client, bookId);
    s.lastNumber = await readLastNumber(client, bookId);
    const payments = await readOpenPayments(client, s);
    for (const payment of payments) this.#restore(payment);
    for (const batch of await readOpenBatches(client, s)) s.batches.set(batch.id, batch);
    const returning = payments.flatMap(({ returnsId }) => returnsId ?? []);
    for (const [id, sum] of await readReturned(client, bookId, returning)) s.returnedMinor.set(id, sum);
    s.isQueueChanged = s.queuedCount > 0;
  }

  #restore(payment: Payment): void {
    const s = this.settlement;
    this.#keep(payment);
    // Standing decides, also for a row of before there was setting aside.
    if (isInLine(payment) && hasSuspendedParty(payment)) payment.reason = 'suspended';
    if (payment.state === 'warehoused') s.warehoused.add(payment);
    if (payment.state === 'queued') s.queuedCount += 1;
    const isBeforeItsTime = payment.state === 'warehoused' || payment.reason === 'earliest-time';
    if (!isBeforeItsTime) appendToLine(payment);
    if (isTimed(payment) && (isBeforeItsTime || mustSettleBy(payment) !== undefined)) s.timed.add(payment);
  }

  #keep(payment: Payment): void {
    const s = this.settlement;
    s.paymentById.set(payment.id, payment);
    if (payment.uetr !== undefined) s.paymentByUetr.set(payment.uetr, payment);
    this.#written.add(payment.id);
  }

  async prefetch(client: ClientBase, needs: readonly SettlementNeed[]): Promise<void> {
    this.#forget();
    const s = this.settlement;
    const ids = new Set<string>();
    const uetrs = new Set<string>();
    for (const { paymentIds = [], uetrs: named = [] } of needs) {
      for (const id of paymentIds) if (!s.paymentById.has(id)) ids.add(id);
      for (const uetr of named) if (!s.paymentByUetr.has(uetr)) uetrs.add(uetr);
    }
    const references = needs.flatMap(({ batchReferences = [] }) => batchReferences);
    if (references.length > 0) {
      for (const key of await readBatchKeys(client, s.books.bookId, references)) s.batchKeys.add(key);
    }
    if (ids.size === 0 && uetrs.size === 0) return;
    const found = await readPayments(client, s, [...ids], [...uetrs]);
    if (found.length === 0) return;
    for (const payment of found) {
      if (s.paymentById.has(payment.id)) continue;
      this.#keep(payment);
      this.#ended.push({ payment, commit: 0 });
    }
    const foundIds = found.map(({ id }) => id);
    const returned = await readReturned(client, s.books.bookId, foundIds);
    for (const id of foundIds) s.returnedMinor.set(id, returned.get(id) ?? 0n);
  }

  advance(at: Instant): void {
    advance(this.settlement, at);
  }

  takeRows(commit: CommitStamp): WriteRows | undefined {
    const s = this.settlement;
    const changes = s.takeChanges();
    this.taken = undefined;
    const fresh = [];
    const changed = [];
    for (const payment of changes.payments) {
      // The commit writes what is true now; the next batch may move the payment on while this one is on its way.
      if (this.#written.has(payment.id)) changed.push({ ...payment });
      else {
        fresh.push(isFinal(payment) ? payment : { ...payment });
        this.#written.add(payment.id);
      }
      if (isFinal(payment)) this.#ended.push({ payment, commit: commit.number });
    }
    const isEmpty =
      fresh.length + changed.length + changes.rejected.length === 0 &&
      changes.participants.size + changes.days.size + changes.batches.size + changes.acts.length === 0 &&
      !changes.isModeChanged;
    if (isEmpty) return undefined;
    const { lsm } = s;
    const frozen = {
      ...changes,
      participants: new Set([...changes.participants].map(copyParticipant)),
      days: new Set([...changes.days].map((day) => ({ ...day, phases: day.phases.map((phase) => ({ ...phase })) }))),
      batches: new Set([...changes.batches].map((batch) => ({ ...batch }))),
    };
    const payments = { fresh: [...fresh, ...changes.rejected], changed };
    this.taken = { payments, changes: frozen, lsm };
    return (pipeline) => writeChanges(pipeline, s.books.bookId, commit, payments, frozen, lsm);
  }

  committed(commit: CommitStamp): void {
    this.#committed = commit.number;
  }

  /** Only here, before it is asked what is missing: what a waiting command was promised must still be there for it. */
  #forget(): void {
    const s = this.settlement;
    while (this.#ended.length - this.#forgotten > this.#keptAfterEnd) {
      const { payment, commit: endedIn } = this.#ended[this.#forgotten]!;
      if (endedIn > this.#committed) break;
      this.#forgotten += 1;
      s.paymentById.delete(payment.id);
      if (payment.uetr !== undefined) s.paymentByUetr.delete(payment.uetr);
      s.returnedMinor.delete(payment.id);
      this.#written.delete(payment.id);
    }
    if (this.#forgotten > this.#keptAfterEnd) {
      this.#ended = this.#ended.slice(this.#forgotten);
      this.#forgotten = 0;
    }
  }
}

function copyParticipant(participant: Participant): Participant {
  const { multilateralLimit } = participant;
  return {
    ...participant,
    reservedMinor: [...participant.reservedMinor],
    reservationMinor: [...participant.reservationMinor],
    bilateralLimits: new Map([...participant.bilateralLimits].map(([other, limit]) => [other, { ...limit }])),
    multilateralLimit: multilateralLimit && { ...multilateralLimit },
  };
}
