// What became of payments and days, from their rows: the moments whoever was party to them is told of.
import { type Pool } from '../../../platform/postgres/connect.ts';
import { moment } from '../../../platform/postgres/moment.ts';

export interface PaymentMoments {
  readonly id: string;
  readonly uetr: string | null;
  readonly kind: string;
  readonly senderId: string;
  readonly receiverId: string;
  /** The indirect participant that ordered it. */
  readonly instructedById: string | null;
  /** Minor units. */
  readonly amount: string;
  readonly state: string;
  readonly reason: string | null;
  readonly valueDate: string;
  readonly queuedAt: string | null;
  readonly settledAt: string | null;
  readonly endedAt: string | null;
}

/** Of these payments, those one of these participants is party to. */
export async function readPaymentMoments(
  pool: Pool,
  bookId: number,
  ids: readonly string[],
  participantIds: readonly string[],
): Promise<PaymentMoments[]> {
  if (ids.length === 0 || participantIds.length === 0) return [];
  const { rows } = await pool.query<PaymentMoments>(
    `select payment_id::text as id, uetr::text, kind, sender_id as "senderId", receiver_id as "receiverId",
       instructed_by as "instructedById", amount::text, state, reason, value_date::text as "valueDate",
       ${moment('queued_at', '"queuedAt"')}, ${moment('settled_at', '"settledAt"')}, ${moment('ended_at', '"endedAt"')}
     from settlement.payments
     where book_id = $1 and payment_id = any($2::text[]::uuid[])
       and (sender_id = any($3) or receiver_id = any($3) or instructed_by = any($3))`,
    [bookId, ids, participantIds],
  );
  return rows;
}

export interface DayMoments {
  readonly date: string;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly phases: readonly { readonly code: string; readonly endsAt: number; readonly extendedMinutes: number }[];
}

export async function readDayMoments(pool: Pool, bookId: number, dates: readonly string[]): Promise<DayMoments[]> {
  if (dates.length === 0) return [];
  const { rows } = await pool.query<DayMoments>(
    `select business_date::text as date, phases, ${moment('opened_at', '"openedAt"')},
       ${moment('closed_at', '"closedAt"')}
     from settlement.days where book_id = $1 and business_date = any($2::text[]::date[]) order by business_date`,
    [bookId, dates],
  );
  return rows;
}
