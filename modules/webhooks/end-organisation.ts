// An organisation is closed: nothing more is sent to it, in the transaction that closes it. What waited is given up; the log
// stays.
import { type ClientBase } from 'pg';
import { formatInstant } from '../../platform/instant.ts';
import { type By } from './change-endpoints.ts';

export async function endWebhooksWithin(
  client: ClientBase,
  organisationId: string,
  { actor, at, reason }: By,
): Promise<void> {
  await client.query(
    `update webhooks.deliveries set state = 'failed', ended_at = $2
     where state = 'pending' and endpoint_id in (select endpoint_id from webhooks.endpoints where organisation_id = $1)`,
    [organisationId, formatInstant(at)],
  );
  await client.query(
    `with ended as (
       update webhooks.endpoints set state = 'removed', disabled_because = null, disabled_at = null
       where organisation_id = $1 and state <> 'removed' returning endpoint_id
     )
     insert into webhooks.acts (endpoint_id, at, actor, act, reason)
     select endpoint_id, $2, $3, 'removed', $4 from ended order by endpoint_id`,
    [organisationId, formatInstant(at), actor, reason ?? null],
  );
}
