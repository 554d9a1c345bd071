// What was told long ago is forgotten: a log of deliveries is for finding faults, the books are elsewhere.
import { formatInstant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Webhooks } from './webhooks.ts';

export const KEPT_DAYS = 90;

/** Deliveries that ended and events without any left. */
export async function forgetOld({ pool, clock }: Webhooks): Promise<void> {
  const before = formatInstant(clock.now() - KEPT_DAYS * 86_400 * MICROS_PER_SECOND);
  await pool.query(`delete from webhooks.deliveries where state <> 'pending' and created_at < $1`, [before]);
  await pool.query(
    `delete from webhooks.events where made_at < $1
       and not exists (select from webhooks.deliveries where deliveries.event_id = events.event_id)`,
    [before],
  );
}
