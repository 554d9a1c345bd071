// What the first screen asks of rows: how many were refused today, and how a usual day goes.
import { type Pool } from '../../../platform/postgres/connect.ts';

export async function readRejectedCount(pool: Pool, bookId: number, date: string): Promise<number> {
  const { rows } = await pool.query<{ count: string }>(
    `select count(*)::text from settlement.payments where book_id = $1 and state = 'rejected' and value_date = $2`,
    [bookId, date],
  );
  return Number(rows[0]!.count);
}

const USUAL_DAYS = 10;

/**
 * Mean value settled by the last closed days before this one, by the second since their opening at which a step of
 * `stepSeconds` ends; empty when there was none.
 */
export async function readUsualDay(
  pool: Pool,
  bookId: number,
  date: string,
  stepSeconds: number,
): Promise<Map<number, bigint>> {
  const { rows } = await pool.query<{ step: string; mean: string }>(
    `with past as (
       select business_date, opened_at from settlement.days
       where book_id = $1 and business_date < $2 and state = 'closed' and opened_at is not null
       order by business_date desc limit ${USUAL_DAYS}
     )
     select step::text, (sum(amount) / (select count(*) from past))::numeric(39)::text as mean
     from past
     join settlement.payments p on p.book_id = $1 and p.value_date = past.business_date and p.state = 'settled'
     cross join lateral (
       select ceil(extract(epoch from p.settled_at - past.opened_at) / $3::int)::int * $3::int as step
     ) s
     group by step`,
    [bookId, date, stepSeconds],
  );
  return new Map(rows.map(({ step, mean }) => [Number(step), BigInt(mean)]));
}
