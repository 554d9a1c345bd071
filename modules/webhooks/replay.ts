// What was told once is told again under the same webhook-id, behind what waits already.
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type By, lockEndpoint, recordAct } from './change-endpoints.ts';
import { type Webhooks } from './webhooks.ts';

const MOST_REPLAYED = 10_000;

/** Refuses `delivery_not_found`, and `delivery_pending` while it is on its way. Answers the new delivery. */
export async function replayOne(
  webhooks: Webhooks,
  organisationId: string,
  id: string,
  delivery: string,
  by: By,
): Promise<string> {
  return inTransaction(webhooks.pool, async (client) => {
    await lockEndpoint(client, organisationId, id);
    const { rows: found } = await client.query<{ event: string; state: string }>(
      `select event_id as event, state from webhooks.deliveries where endpoint_id = $1 and number::text = $2`,
      [id, delivery],
    );
    if (!found[0]) throw new Refusal('delivery_not_found', { field: '/deliveryId' });
    if (found[0].state === 'pending') throw new Refusal('delivery_pending', { field: '/deliveryId' });
    const { rows } = await client.query<{ number: string }>(
      `insert into webhooks.deliveries (endpoint_id, event_id, cause, state, failures, created_at, next_at)
       values ($1, $2, 'replay', 'pending', 0, $3, $3) returning number::text`,
      [id, found[0].event, formatInstant(by.at)],
    );
    await recordAct(client, id, 'replayed', by);
    return rows[0]!.number;
  });
}

/**
 * Everything of the types it wants that happened from `from` until before `to`, also what it was never told of because it
 * was disabled then. What is on its way already is left out. Refuses `replay_too_large`.
 */
export async function replayRange(
  webhooks: Webhooks,
  organisationId: string,
  id: string,
  range: { readonly from: Instant; readonly to: Instant },
  by: By,
): Promise<number> {
  return inTransaction(webhooks.pool, async (client) => {
    await lockEndpoint(client, organisationId, id);
    const { rowCount } = await client.query(
      `insert into webhooks.deliveries (endpoint_id, event_id, cause, state, failures, created_at, next_at)
       select e.endpoint_id, event_id, 'replay', 'pending', 0, $4, $4
       from webhooks.events v join webhooks.endpoints e using (organisation_id)
       where e.endpoint_id = $1 and v.type = any(e.events) and v.occurred_at >= $2 and v.occurred_at < $3
         and not exists (
           select from webhooks.deliveries d
           where d.event_id = v.event_id and d.endpoint_id = e.endpoint_id and d.state = 'pending'
         )
       order by v.number limit $5`,
      [id, formatInstant(range.from), formatInstant(range.to), formatInstant(by.at), MOST_REPLAYED + 1],
    );
    if ((rowCount ?? 0) > MOST_REPLAYED) throw new Refusal('replay_too_large', { details: { most: MOST_REPLAYED } });
    await recordAct(client, id, 'replayed', by);
    return rowCount ?? 0;
  });
}
