// Clearing houses: a batch of net positions is told to everyone it touches, and after the information period settles as
// one or not at all. When a debtor is short at the end, the house's guarantee account lends what is missing.
import { type Instant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { headroomOf, type NewTransfer, openAccount, type OpenAccount, PINNED } from '../ledger/index.ts';
import { type Participant } from './participant.ts';
import { type Payment } from './payment.ts';
import { refuse } from './refusals.ts';
import { settle } from './settle.ts';
import { type Settlement } from './settlement.ts';

/** The transfer code of what a guarantee account lends. */
export const GUARANTEE_CODE = 3;

export type BatchState = 'informing' | 'waiting' | 'settled' | 'rejected';

export interface Position {
  readonly participant: Participant;
  /** Minor units: below zero it pays. */
  readonly netMinor: bigint;
  /** UUIDs of the payment that settles it, and of the loan it may need. */
  readonly paymentId: string;
  readonly loanId: string;
}

export interface ClearingBatch {
  readonly id: string;
  readonly house: Participant;
  readonly reference: string;
  readonly positions: readonly Position[];
  readonly grossMinor: bigint | undefined;
  readonly receivedAt: Instant;
  /** End of the information period, and the moment at which the guarantee is drawn or the batch rejected. */
  readonly informationEndsAt: Instant;
  readonly settleBy: Instant;
  state: BatchState;
  settledAt: Instant | undefined;
  guaranteeMinor: bigint;
}

export interface NewBatch {
  readonly id: string;
  readonly houseId: string;
  readonly reference: string;
  readonly positions: readonly { participantId: string; netMinor: bigint; paymentId: string; loanId: string }[];
  readonly grossMinor?: bigint | undefined;
  readonly informationEndsAt: Instant;
  readonly settleBy: Instant;
}

/** The ledger account that stands behind a house's members: a limited account of its own. */
export function guaranteeAccountCode(house: Participant): string {
  return `guarantee:${house.id}`;
}

/** Guarantee accounts are numbered apart from settlement accounts. */
const FIRST_GUARANTEE_ID = 1_000_001;

export function guaranteeAccountId(house: Participant): number {
  return FIRST_GUARANTEE_ID + house.index;
}

/** Undefined when the house has none. The desk pins guarantee accounts when it loads, so they are in memory. */
export function findGuarantee(s: Settlement, house: Participant): OpenAccount | undefined {
  return s.books.account(guaranteeAccountId(house));
}

/** The house's guarantee account, opened when it has none yet. The command names its id as a need. */
export function openGuarantee(s: Settlement, houseId: string, at: Instant): OpenAccount {
  const house = clearingHouse(s, houseId);
  const terms = { currency: s.books.currency, normalSide: 'credit', isLimited: true } as const;
  const account = openAccount(
    s.books,
    { id: guaranteeAccountId(house), code: guaranteeAccountCode(house), ...terms },
    at,
  );
  account.usedBy = PINNED;
  return account;
}

function clearingHouse(s: Settlement, id: string): Participant {
  const house = s.participantById.get(id) ?? refuse('participant_not_found', '/house');
  return house.profile.kind === 'clearing-house' ? house : refuse('not_a_clearing_house', '/house');
}

/** How a house's batch is known: its reference is the house's own, and taken once. */
export function batchKey(houseId: string, reference: string): string {
  return `${houseId} ${reference}`;
}

export function submitBatch(s: Settlement, request: NewBatch, at: Instant): ClearingBatch {
  const house = clearingHouse(s, request.houseId);
  const key = batchKey(house.id, request.reference);
  if (s.batchKeys.has(key) || s.batches.has(request.id)) refuse('batch_exists', '/reference');
  if (house.standing !== 'active') refuse('participant_suspended', '/house', { participant: house.id });
  if (s.day?.state !== 'open') refuse('day_not_open');
  const seen = new Set<Participant>([house]);
  const positions = request.positions.map(({ participantId, ...rest }, index): Position => {
    const participant = s.participantById.get(participantId) ?? refuse('participant_not_found', `/positions/${index}`);
    if (participant.accountId === 0) refuse('has_no_account', `/positions/${index}`);
    if (seen.has(participant)) refuse('positions_malformed', `/positions/${index}`);
    if (participant.standing !== 'active') {
      refuse('participant_suspended', `/positions/${index}`, { participant: participant.id });
    }
    seen.add(participant);
    return { participant, ...rest };
  });
  const sum = positions.reduce((total, { netMinor }) => total + netMinor, 0n);
  if (sum !== 0n || positions.every(({ netMinor }) => netMinor === 0n)) refuse('positions_malformed', '/positions');
  const batch: ClearingBatch = {
    id: request.id, house, reference: request.reference, positions, grossMinor: request.grossMinor, receivedAt: at,
    informationEndsAt: request.informationEndsAt, settleBy: request.settleBy, state: 'informing', settledAt: undefined,
    guaranteeMinor: 0n,
  }; // prettier-ignore
  s.batches.set(batch.id, batch);
  s.batchKeys.add(key);
  tell(s, batch, at);
  advanceBatches(s, at);
  return batch;
}

/** Takes back a batch that has not settled: the house found it wrong, or the operator stops it. */
export function revokeBatch(s: Settlement, id: string, at: Instant): ClearingBatch {
  const batch = s.batches.get(id) ?? refuse('batch_is_final', '/id');
  end(s, batch, 'rejected', at);
  return batch;
}

/** Batches that are due: tried again whenever anything changed, until they settle or their time is over. */
export function advanceBatches(s: Settlement, at: Instant): void {
  for (const batch of s.batches.values()) {
    if (batch.state === 'informing' && batch.informationEndsAt <= at) {
      batch.state = 'waiting';
      tell(s, batch, at);
    }
    if (batch.state !== 'waiting') continue;
    const isLast = batch.settleBy <= at;
    if (trySettle(s, batch, isLast, at)) end(s, batch, 'settled', at);
    else if (isLast) end(s, batch, 'rejected', at);
  }
}

/** The end of the day: who waited for money is tried a last time, whose members were still being told is rejected. */
export function endBatches(s: Settlement, at: Instant): void {
  for (const batch of s.batches.values()) {
    const isDue = batch.informationEndsAt <= at;
    end(s, batch, isDue && trySettle(s, batch, true, at) ? 'settled' : 'rejected', at);
  }
}

function end(s: Settlement, batch: ClearingBatch, state: 'settled' | 'rejected', at: Instant): void {
  Object.assign(batch, { state, settledAt: state === 'settled' ? at : undefined });
  s.batches.delete(batch.id);
  tell(s, batch, at);
}

function tell(s: Settlement, batch: ClearingBatch, at: Instant): void {
  s.changes.batches.add(batch);
  s.events.push({ kind: 'clearing-changed', at, batch });
}

export function shortfallOf(s: Settlement, { participant, netMinor }: Position): bigint {
  const short = -netMinor - headroomOf(s.accountOf(participant));
  return netMinor < 0n && short > 0n ? short : 0n;
}

/** A batch needs all its members: while one is suspended it waits as that member's payments do. */
function trySettle(s: Settlement, batch: ClearingBatch, mayLend: boolean, at: Instant): boolean {
  const parties = [batch.house, ...batch.positions.map(({ participant }) => participant)];
  if (parties.some(({ standing }) => standing !== 'active')) return false;
  const loans = batch.positions.filter((position) => shortfallOf(s, position) > 0n);
  if (loans.length > 0 && !mayLend) return false;
  const guarantee = loans.length > 0 ? findGuarantee(s, batch.house) : undefined;
  if (loans.length > 0 && !guarantee) return false;
  const lent = loans.map((position): NewTransfer => ({
    id: position.loanId,
    kind: 'single',
    debitAccountId: guarantee!.id,
    creditAccountId: position.participant.accountId,
    amount: shortfallOf(s, position),
    code: GUARANTEE_CODE,
    reference: batch.id,
  }));
  const payments = batch.positions
    .filter(({ netMinor }) => netMinor !== 0n)
    .map((position, index) => paymentOf(s, batch, position, s.lastNumber + 1 + index, at));
  try {
    settle(s, payments, 'clearing', at, batch.id, lent);
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
  s.lastNumber += payments.length;
  for (const payment of payments) s.paymentById.set(payment.id, payment);
  batch.guaranteeMinor = lent.reduce((sum, { amount }) => sum + amount, 0n);
  return true;
}

/** Positions move through the house's own account, which ends where it began. */
function paymentOf(s: Settlement, batch: ClearingBatch, position: Position, number: number, at: Instant): Payment {
  const { participant, netMinor, paymentId } = position;
  const [sender, receiver] = netMinor < 0n ? [participant, batch.house] : [batch.house, participant];
  return {
    id: paymentId, uetr: undefined, kind: 'clearing', sender, receiver,
    amountMinor: netMinor < 0n ? -netMinor : netMinor, receivedAt: at, number,
    references: { endToEndId: batch.reference }, returnsId: undefined, earliestAt: undefined,
    wantedAt: undefined, latestAt: undefined,
    valueDate: s.day?.date ?? s.calendar.dayAt(at), rank: 0, state: 'warehoused', reason: undefined, place: 0,
    queuedAt: undefined, settledAt: undefined, settledHow: undefined, setId: batch.id, endedAt: undefined,
    endReason: undefined, isWarned: false, before: undefined, after: undefined,
  }; // prettier-ignore
}
