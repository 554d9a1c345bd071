// How many payments, and of how much, each participant ordered: counted from the rows of the payments themselves, so that
// none is counted twice and none is left out. Clearing batches are their house's and are not counted.
import { formatInstant, type Instant } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';

export interface UsageSpan {
  readonly bookId: number;
  readonly from: Instant;
  /** Not of it. */
  readonly to: Instant;
  /** IANA name of the zone whose dates are counted by. */
  readonly zone: string;
  /** Of this one alone. */
  readonly participantId?: string | undefined;
}

export interface PaymentUsage {
  readonly participantId: string;
  /** Calendar date it was received on. */
  readonly date: string;
  readonly payments: bigint;
  readonly amountMinor: bigint;
  /** The highest number among them: what is counted after has a higher one. */
  readonly lastNumber: number;
}

type Row = Record<'participant_id' | 'date' | 'payments' | 'amount' | 'last_number', string>;

export async function readPaymentUsage(pool: Pool, span: UsageSpan): Promise<PaymentUsage[]> {
  const { bookId, from, to, zone, participantId } = span;
  const { rows } = await pool.query<Row>(
    `select coalesce(instructed_by, sender_id) as participant_id, (received_at at time zone $4)::date::text as date,
            count(*)::text as payments, sum(amount)::text as amount, max(number)::text as last_number
     from settlement.payments
     where book_id = $1 and received_at >= $2 and received_at < $3 and state <> 'rejected' and kind <> 'clearing'
       and ($5::text is null or coalesce(instructed_by, sender_id) = $5)
     group by 1, 2`,
    [bookId, formatInstant(from), formatInstant(to), zone, participantId ?? null],
  );
  return rows.map((row) => ({
    participantId: row.participant_id,
    date: row.date,
    payments: BigInt(row.payments),
    amountMinor: BigInt(row.amount),
    lastNumber: Number(row.last_number),
  }));
}
