// What settlement's memory reads back from committed rows.
import { type ClientBase } from 'pg';
import { batchKey, type ClearingBatch } from './clearing/batch.ts';
import { guaranteeAccountId } from './clearing/guarantee.ts';
import { type BusinessDay, type DayState } from './day/business-day.ts';
import { type Phase } from './day/calendar.ts';
import { type Collateral, newParticipant, type Participant, type Profile } from './participants/participant.ts';
import {
  type Payment,
  type PaymentState,
  type PriorityRank,
  type QueuedReason,
  type SettledHow,
} from './payments/payment.ts';
import { type LiquiditySaving, type Settlement } from './settlement.ts';

export type TextRow = Record<string, string | null>;

export const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::int8::text as ${column}`;
const numberOrNone = (text: string | null | undefined): number | undefined =>
  text === null || text === undefined ? undefined : Number(text);

export async function readParticipants(client: ClientBase, bookId: number): Promise<Participant[]> {
  const { rows } = await client.query<TextRow>(
    `select participant_id, number::text, account_id::text, profile::text, standing, left_on::text, coming::text,
            minimum_reserve::text, collateral::text, reservation_highly_urgent::text, reservation_urgent::text,
            reserved_highly_urgent::text, reserved_urgent::text, multilateral_limit::text, multilateral_used::text
     from settlement.participants where book_id = $1 order by number`,
    [bookId],
  );
  const participants = rows.map((row) => {
    const profile = { id: row.participant_id!, ...(JSON.parse(row.profile!) as Omit<Profile, 'id'>) };
    const participant = newParticipant(profile, Number(row.number), Number(row.account_id));
    const collateral = (
      JSON.parse(row.collateral!) as (Omit<Collateral, 'marketValueMinor'> & { marketValueMinor: string })[]
    ).map((piece) => ({ ...piece, marketValueMinor: BigInt(piece.marketValueMinor) }));
    Object.assign(participant, {
      standing: row.standing,
      leftOn: row.left_on ?? undefined,
      coming: typeof row.coming === 'string' ? (JSON.parse(row.coming) as Participant['coming']) : undefined,
      minimumReserveMinor: BigInt(row.minimum_reserve!),
      collateral,
      reservationMinor: [BigInt(row.reservation_highly_urgent!), BigInt(row.reservation_urgent!)],
      reservedMinor: [BigInt(row.reserved_highly_urgent!), BigInt(row.reserved_urgent!)],
    });
    if (typeof row.multilateral_limit === 'string') {
      participant.multilateralLimit = {
        limitMinor: BigInt(row.multilateral_limit),
        usedMinor: BigInt(row.multilateral_used!),
      };
    }
    return participant;
  });
  await readLimits(client, bookId, participants);
  return participants;
}

async function readLimits(client: ClientBase, bookId: number, participants: readonly Participant[]): Promise<void> {
  const byId = new Map(participants.map((participant) => [participant.id, participant]));
  const { rows } = await client.query<Record<string, string>>(
    `select participant_id, counterparty_id, amount::text, used::text from settlement.bilateral_limits
     where book_id = $1 order by participant_id, counterparty_id`,
    [bookId],
  );
  for (const { participant_id, counterparty_id, amount, used } of rows) {
    const limit = { limitMinor: BigInt(amount!), usedMinor: BigInt(used!) };
    byId.get(participant_id!)!.bilateralLimits.set(byId.get(counterparty_id!)!, limit);
  }
}

export const PAYMENT_COLUMNS = `payment_id::text, number::text, uetr::text, kind, sender_id, instructed_by, receiver_id, amount::text, rank::text,
  state, reason, place::text, value_date::text, asked_date::text, ${micros('received_at')}, ${micros('queued_at')}, ${micros('earliest_at')},
  ${micros('wanted_at')}, ${micros('latest_at')}, is_warned::text, ${micros('settled_at')}, settled_how, set_id::text, ${micros('ended_at')},
  message_id, instruction_id, end_to_end_id, transaction_id, clearing_reference, returns_id::text`;

/** Everything that has not come to its end, in the order of each line. */
export async function readOpenPayments(client: ClientBase, s: Settlement): Promise<Payment[]> {
  const { rows } = await client.query<TextRow>(
    `select ${PAYMENT_COLUMNS} from settlement.payments
     where book_id = $1 and state in ('queued', 'warehoused') order by payments.sender_id, payments.rank, payments.place, payments.number`,
    [s.books.bookId],
  );
  return rows.map((row) => paymentOf(s, row));
}

/** Payments by id or by UETR, rejected ones left out. */
export async function readPayments(
  client: Pick<ClientBase, 'query'>,
  s: Settlement,
  ids: readonly string[],
  uetrs: readonly string[],
): Promise<Payment[]> {
  const { rows } = await client.query<TextRow>({
    name: 'settlement-payments-by-name',
    text: `select ${PAYMENT_COLUMNS} from settlement.payments
           where book_id = $1 and payment_id = any($2::uuid[]) and state <> 'rejected'
           union
           select ${PAYMENT_COLUMNS} from settlement.payments
           where book_id = $1 and uetr = any($3::uuid[]) and uetr is not null and state <> 'rejected'`,
    values: [s.books.bookId, ids, uetrs],
  });
  return rows.map((row) => paymentOf(s, row));
}

/** How much of each payment was or is being returned, minor units. */
export async function readReturned(
  client: ClientBase,
  bookId: number,
  ids: readonly string[],
): Promise<Map<string, bigint>> {
  const { rows } = await client.query<{ returns_id: string; sum: string }>(
    `select returns_id::text, sum(amount)::text from settlement.payments
     where book_id = $1 and returns_id = any($2::uuid[]) and state in ('queued', 'warehoused', 'settled')
     group by returns_id`,
    [bookId, ids],
  );
  return new Map(rows.map((row) => [row.returns_id, BigInt(row.sum)]));
}

export async function readLastNumber(client: Pick<ClientBase, 'query'>, bookId: number): Promise<number> {
  const { rows } = await client.query<{ last: string }>(
    `select coalesce(max(number), 0)::text as last from (
       select number from settlement.payments
       where book_id = $1 and state <> 'rejected' order by received_at desc limit 20000
     ) recent`,
    [bookId],
  );
  return Number(rows[0]!.last);
}

export function paymentOf(s: Settlement, row: TextRow): Payment {
  const hasEnded = !['queued', 'warehoused', 'settled'].includes(row.state!);
  return {
    id: row.payment_id!,
    uetr: row.uetr ?? undefined,
    kind: row.kind!,
    sender: s.participantById.get(row.sender_id!)!,
    instructedBy: row.instructed_by ? s.participantById.get(row.instructed_by) : undefined,
    receiver: s.participantById.get(row.receiver_id!)!,
    amountMinor: BigInt(row.amount!),
    receivedAt: Number(row.received_at),
    number: Number(row.number),
    references: {
      messageId: row.message_id ?? undefined,
      instructionId: row.instruction_id ?? undefined,
      endToEndId: row.end_to_end_id ?? undefined,
      transactionId: row.transaction_id ?? undefined,
      clearingReference: row.clearing_reference ?? undefined,
    },
    returnsId: row.returns_id ?? undefined,
    earliestAt: numberOrNone(row.earliest_at),
    wantedAt: numberOrNone(row.wanted_at),
    latestAt: numberOrNone(row.latest_at),
    valueDate: row.value_date!,
    askedDate: row.asked_date ?? undefined,
    rank: Number(row.rank) as PriorityRank,
    state: row.state as PaymentState,
    reason: hasEnded ? undefined : ((row.reason ?? undefined) as QueuedReason | undefined),
    place: Number(row.place),
    queuedAt: numberOrNone(row.queued_at),
    settledAt: numberOrNone(row.settled_at),
    settledHow: (row.settled_how ?? undefined) as SettledHow | undefined,
    setId: row.set_id ?? undefined,
    endedAt: numberOrNone(row.ended_at),
    endReason: hasEnded ? (row.reason ?? undefined) : undefined,
    isWarned: row.is_warned === 'true',
    before: undefined,
    after: undefined,
  };
}

export const DAY_COLUMNS = `business_date::text, days.state, phases::text, phase_index::text, ${micros('opened_at')},
  ${micros('closed_at')}, returned_count::text`;

/** The day in progress, or the last there was. */
export async function readLastDay(client: ClientBase, bookId: number): Promise<BusinessDay | undefined> {
  const { rows } = await client.query<TextRow>(
    `select ${DAY_COLUMNS} from settlement.days where book_id = $1 order by days.business_date desc limit 1`,
    [bookId],
  );
  return rows[0] && dayOf(rows[0]);
}

export function dayOf(row: TextRow): BusinessDay {
  return {
    date: row.business_date!,
    state: row.state as DayState,
    phases: JSON.parse(row.phases!) as Phase[],
    phaseIndex: Number(row.phase_index),
    openedAt: numberOrNone(row.opened_at),
    closedAt: numberOrNone(row.closed_at),
    returnedCount: Number(row.returned_count),
  };
}

export async function readMode(client: ClientBase, bookId: number): Promise<LiquiditySaving | undefined> {
  const { rows } = await client.query<{ liquidity_saving: LiquiditySaving }>(
    'select liquidity_saving from settlement.modes where book_id = $1',
    [bookId],
  );
  return rows[0]?.liquidity_saving;
}

/** The accounts that stand behind the clearing houses' members. */
/** Ids of the guarantee accounts that houses have. */
export async function readGuaranteeIds(client: ClientBase, s: Settlement): Promise<number[]> {
  const houses = s.participants.filter(({ profile }) => profile.kind === 'clearing-house');
  const { rows } = await client.query<{ id: string }>(
    'select account_id::text as id from ledger.accounts where book_id = $1 and account_id = any($2::int8[])',
    [s.books.bookId, houses.map(guaranteeAccountId)],
  );
  return rows.map(({ id }) => Number(id));
}

/** Which of these references are taken, as batchKey names them. */
export async function readBatchKeys(
  client: ClientBase,
  bookId: number,
  references: readonly (readonly [houseId: string, reference: string])[],
): Promise<string[]> {
  const { rows } = await client.query<{ house_id: string; reference: string }>(
    `select house_id, reference from settlement.clearing_batches b
     join unnest($2::text[], $3::text[]) as n(house_id, reference) using (house_id, reference)
     where b.book_id = $1`,
    [bookId, references.map(([houseId]) => houseId), references.map(([, reference]) => reference)],
  );
  return rows.map((row) => batchKey(row.house_id, row.reference));
}

export const BATCH_COLUMNS = `batch_id::text, house_id, reference, state, positions::text, gross::text,
  ${micros('received_at')}, ${micros('information_ends_at')}, ${micros('settle_by')}, ${micros('settled_at')},
  guarantee_used::text`;

export async function readOpenBatches(client: ClientBase, s: Settlement): Promise<ClearingBatch[]> {
  const { rows } = await client.query<TextRow>(
    `select ${BATCH_COLUMNS} from settlement.clearing_batches
     where book_id = $1 and state in ('informing', 'waiting') order by clearing_batches.received_at`,
    [s.books.bookId],
  );
  return rows.map((row) => batchOf(s, row));
}

export function batchOf(s: Settlement, row: TextRow): ClearingBatch {
  return {
    id: row.batch_id!,
    house: s.participantById.get(row.house_id!)!,
    reference: row.reference!,
    positions: (JSON.parse(row.positions!) as Record<string, string>[]).map((position) => ({
      participant: s.participantById.get(position.participantId!)!,
      netMinor: BigInt(position.netMinor!),
      paymentId: position.paymentId!,
      loanId: position.loanId!,
    })),
    grossMinor: typeof row.gross === 'string' ? BigInt(row.gross) : undefined,
    receivedAt: Number(row.received_at),
    informationEndsAt: Number(row.information_ends_at),
    settleBy: Number(row.settle_by),
    state: row.state as ClearingBatch['state'],
    settledAt: numberOrNone(row.settled_at),
    guaranteeMinor: BigInt(row.guarantee_used!),
  };
}
