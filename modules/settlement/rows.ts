// How what settlement decided reaches its tables: new payments by COPY, those that waited by one update, the rest by
// one statement a table.
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type ColumnSpec } from '../../platform/postgres/copy.ts';
import { type Pipeline } from '../../platform/postgres/pipeline.ts';
import { type CommitStamp } from '../../platform/writer/desk.ts';
import { type ClearingBatch } from './clearing/batch.ts';
import { type BusinessDay } from './day/business-day.ts';
import { type Participant } from './participants/participant.ts';
import { type Payment } from './payments/payment.ts';
import { type Changes, type LiquiditySaving, type RejectedPayment } from './settlement.ts';

export interface PaymentWrites {
  readonly fresh: readonly (Payment | RejectedPayment)[];
  readonly changed: readonly Payment[];
}

type Row = Payment | RejectedPayment;

function paymentColumns(bookId: number, commit: CommitStamp): ColumnSpec<Row>[] {
  return [
    { name: 'book_id', type: 'int4', value: () => bookId },
    { name: 'payment_id', type: 'uuid', value: (row) => row.id },
    { name: 'number', type: 'int8', value: (row) => row.number },
    { name: 'uetr', type: 'uuid', value: (row) => row.uetr },
    { name: 'kind', type: 'text', value: (row) => row.kind },
    { name: 'sender_id', type: 'text', value: (row) => row.sender.id },
    { name: 'instructed_by', type: 'text', value: (row) => row.instructedBy?.id },
    { name: 'receiver_id', type: 'text', value: (row) => row.receiver.id },
    { name: 'amount', type: 'numeric', value: (row) => row.amountMinor },
    { name: 'rank', type: 'int2', value: (row) => row.rank },
    { name: 'state', type: 'text', value: (row) => row.state },
    { name: 'reason', type: 'text', value: (row) => row.endReason ?? row.reason },
    { name: 'place', type: 'int8', value: (row) => row.place },
    { name: 'value_date', type: 'date', value: (row) => row.valueDate },
    { name: 'asked_date', type: 'date', value: (row) => row.askedDate },
    { name: 'received_at', type: 'timestamptz', value: (row) => row.receivedAt },
    { name: 'queued_at', type: 'timestamptz', value: (row) => row.queuedAt },
    { name: 'earliest_at', type: 'timestamptz', value: (row) => row.earliestAt },
    { name: 'wanted_at', type: 'timestamptz', value: (row) => row.wantedAt },
    { name: 'latest_at', type: 'timestamptz', value: (row) => row.latestAt },
    { name: 'is_warned', type: 'bool', value: (row) => row.isWarned },
    { name: 'settled_at', type: 'timestamptz', value: (row) => row.settledAt },
    { name: 'settled_how', type: 'text', value: (row) => row.settledHow },
    { name: 'set_id', type: 'uuid', value: (row) => row.setId },
    { name: 'settled_commit', type: 'int8', value: (row) => (row.state === 'settled' ? commit.number : undefined) },
    { name: 'ended_at', type: 'timestamptz', value: (row) => row.endedAt },
    { name: 'message_id', type: 'text', value: (row) => row.references.messageId },
    { name: 'instruction_id', type: 'text', value: (row) => row.references.instructionId },
    { name: 'end_to_end_id', type: 'text', value: (row) => row.references.endToEndId },
    { name: 'transaction_id', type: 'text', value: (row) => row.references.transactionId },
    { name: 'clearing_reference', type: 'text', value: (row) => row.references.clearingReference },
    { name: 'returns_id', type: 'uuid', value: (row) => row.returnsId },
  ];
}

const instantOrNull = (at: Instant | undefined): string | null => (at === undefined ? null : formatInstant(at));

/** The rows of one commit, inside its transaction. */
export async function writeChanges(
  pipeline: Pipeline,
  bookId: number,
  commit: CommitStamp,
  payments: PaymentWrites,
  changes: Changes,
  lsm: LiquiditySaving,
): Promise<void> {
  if (payments.fresh.length > 0) {
    await pipeline.copy('settlement.payments', paymentColumns(bookId, commit), payments.fresh);
  }
  if (payments.changed.length > 0) await updatePayments(pipeline, bookId, commit, payments.changed);
  for (const participant of changes.participants) await writeParticipant(pipeline, bookId, participant);
  for (const day of changes.days) await writeDay(pipeline, bookId, day);
  for (const batch of changes.batches) await writeBatch(pipeline, bookId, batch);
  if (changes.acts.length > 0) await writeActs(pipeline, bookId, commit, changes);
  if (changes.isModeChanged) {
    await pipeline.query(
      `insert into settlement.modes values ($1, $2)
       on conflict (book_id) do update set liquidity_saving = excluded.liquidity_saving`,
      [bookId, lsm],
    );
  }
}

async function updatePayments(
  pipeline: Pipeline,
  bookId: number,
  commit: CommitStamp,
  rows: readonly Payment[],
): Promise<void> {
  await pipeline.query({
    name: 'settlement-update-payments',
    text: `update settlement.payments p
           set rank = n.rank, state = n.state, reason = n.reason, place = n.place, queued_at = n.queued_at,
               is_warned = n.is_warned, settled_at = n.settled_at, settled_how = n.settled_how, set_id = n.set_id,
               settled_commit = n.settled_commit, ended_at = n.ended_at, value_date = n.value_date,
               asked_date = n.asked_date
           from unnest($2::uuid[], $3::int2[], $4::text[], $5::text[], $6::int8[], $7::timestamptz[], $8::bool[],
                       $9::timestamptz[], $10::text[], $11::uuid[], $12::int8[], $13::timestamptz[], $14::date[], $15::date[])
             as n(payment_id, rank, state, reason, place, queued_at, is_warned, settled_at, settled_how, set_id,
                  settled_commit, ended_at, value_date, asked_date)
           where p.book_id = $1 and p.payment_id = n.payment_id`,
    values: [
      bookId,
      rows.map((row) => row.id),
      rows.map((row) => row.rank),
      rows.map((row) => row.state),
      rows.map((row) => row.endReason ?? row.reason ?? null),
      rows.map((row) => row.place),
      rows.map((row) => instantOrNull(row.queuedAt)),
      rows.map((row) => row.isWarned),
      rows.map((row) => instantOrNull(row.settledAt)),
      rows.map((row) => row.settledHow ?? null),
      rows.map((row) => row.setId ?? null),
      rows.map((row) => (row.state === 'settled' ? commit.number : null)),
      rows.map((row) => instantOrNull(row.endedAt)),
      rows.map((row) => row.valueDate),
      rows.map((row) => row.askedDate ?? null),
    ],
  });
}

async function writeParticipant(pipeline: Pipeline, bookId: number, row: Participant): Promise<void> {
  const { id, ...profile } = row.profile;
  const { multilateralLimit: limit } = row;
  await pipeline.query({
    name: 'settlement-write-participant',
    text: `insert into settlement.participants values
             ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
           on conflict (book_id, participant_id) do update set
             standing = excluded.standing, left_on = excluded.left_on, coming = excluded.coming, minimum_reserve = excluded.minimum_reserve,
             collateral = excluded.collateral, reservation_highly_urgent = excluded.reservation_highly_urgent,
             reservation_urgent = excluded.reservation_urgent, reserved_highly_urgent = excluded.reserved_highly_urgent,
             reserved_urgent = excluded.reserved_urgent, multilateral_limit = excluded.multilateral_limit,
             multilateral_used = excluded.multilateral_used`,
    values: [
      bookId,
      id,
      row.index,
      row.accountId,
      JSON.stringify(profile),
      row.standing,
      row.leftOn ?? null,
      row.coming ? JSON.stringify(row.coming) : null,
      String(row.minimumReserveMinor),
      JSON.stringify(row.collateral.map((piece) => ({ ...piece, marketValueMinor: String(piece.marketValueMinor) }))),
      ...row.reservationMinor.map(String),
      ...row.reservedMinor.map(String),
      limit ? String(limit.limitMinor) : null,
      limit ? String(limit.usedMinor) : null,
    ],
  });
  const limits = [...row.bilateralLimits];
  await pipeline.query({
    name: 'settlement-write-limits',
    text: `with kept as (
             insert into settlement.bilateral_limits
             select $1, $2, * from unnest($3::text[], $4::numeric[], $5::numeric[])
             on conflict (book_id, participant_id, counterparty_id)
             do update set amount = excluded.amount, used = excluded.used)
           delete from settlement.bilateral_limits
           where book_id = $1 and participant_id = $2 and counterparty_id <> all($3::text[])`,
    values: [
      bookId,
      id,
      limits.map(([counterparty]) => counterparty.id),
      limits.map(([, { limitMinor }]) => String(limitMinor)),
      limits.map(([, { usedMinor }]) => String(usedMinor)),
    ],
  });
}

async function writeDay(pipeline: Pipeline, bookId: number, row: BusinessDay): Promise<void> {
  await pipeline.query(
    `insert into settlement.days values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (book_id, business_date) do update set
       state = excluded.state, phases = excluded.phases, phase_index = excluded.phase_index,
       opened_at = excluded.opened_at, closed_at = excluded.closed_at, returned_count = excluded.returned_count`,
    [
      bookId,
      row.date,
      row.state,
      JSON.stringify(row.phases),
      row.phaseIndex,
      instantOrNull(row.openedAt),
      instantOrNull(row.closedAt),
      row.returnedCount,
    ],
  );
}

async function writeBatch(pipeline: Pipeline, bookId: number, row: ClearingBatch): Promise<void> {
  const positions = row.positions.map(({ participant, netMinor, paymentId, loanId }) => ({
    participantId: participant.id,
    netMinor: String(netMinor),
    paymentId,
    loanId,
  }));
  await pipeline.query(
    `insert into settlement.clearing_batches values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
     on conflict (book_id, batch_id) do update set
       state = excluded.state, settled_at = excluded.settled_at, guarantee_used = excluded.guarantee_used`,
    [
      bookId,
      row.id,
      row.house.id,
      row.reference,
      row.state,
      JSON.stringify(positions),
      row.grossMinor === undefined ? null : String(row.grossMinor),
      formatInstant(row.receivedAt),
      formatInstant(row.informationEndsAt),
      formatInstant(row.settleBy),
      instantOrNull(row.settledAt),
      String(row.guaranteeMinor),
    ],
  );
}

async function writeActs(pipeline: Pipeline, bookId: number, commit: CommitStamp, { acts }: Changes): Promise<void> {
  await pipeline.query(
    `insert into settlement.acts
     select $1, $2, ordinality, at, subject, subject_id, actor, text_en, text_zh, reason
     from unnest($3::timestamptz[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
       with ordinality as n(at, subject, subject_id, actor, text_en, text_zh, reason, ordinality)`,
    [
      bookId,
      commit.number,
      acts.map((act) => formatInstant(act.at)),
      acts.map((act) => act.subject),
      acts.map((act) => act.subjectId),
      acts.map((act) => act.actor),
      acts.map((act) => act.text.en),
      acts.map((act) => act.text.zh),
      acts.map((act) => act.reason ?? null),
    ],
  );
}
