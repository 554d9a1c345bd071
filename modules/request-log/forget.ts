// The log is kept for 30 days, and of each organisation no more than the newest hundred thousand.
import { formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';

const KEPT_MICROS = 30 * 86_400 * MICROS_PER_SECOND;
const MOST_KEPT = 100_000;

export async function forgetOld(pool: Pool, now: Instant): Promise<void> {
  const before = formatInstant(now - KEPT_MICROS);
  await pool.query('delete from request_log.requests where at < $1', [before]);
  await pool.query('delete from request_log.dropped where at < $1', [before]);
  await pool.query(
    `delete from request_log.requests r using (
       select organisation_id from request_log.requests group by organisation_id having count(*) > $1) many
     where r.organisation_id = many.organisation_id and r.at <= (
       select l.at from request_log.requests l where l.organisation_id = many.organisation_id
       order by l.at desc offset $1 limit 1)`,
    [MOST_KEPT],
  );
}
