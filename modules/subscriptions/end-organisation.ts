// With an organisation its subscriptions end, within the transaction that closes it.
import { type ClientBase } from 'pg';
import { type By } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { recordAct } from './acts.ts';
import { type ServiceId } from './subscription.ts';

export async function endSubscriptionsWithin(client: ClientBase, organisationId: string, by: By): Promise<void> {
  const { rows } = await client.query<{ id: string; service: ServiceId; state: 'ended' | 'withdrawn' }>(
    `update subscriptions.subscriptions
     set state = case state when 'active' then 'ended' else 'withdrawn' end, ended_at = $2, ended_by = $3
     where organisation_id = $1 and state in ('active', 'waiting')
     returning subscription_id as id, service, state`,
    [organisationId, formatInstant(by.at), by.actor],
  );
  // What it is carried out by is done once by the closing itself.
  const within = { ...by, once: undefined };
  for (const { id, service, state } of rows) {
    const act = state === 'ended' ? 'unsubscribed' : 'withdrawn';
    await recordAct(client, { act, service, organisationId, id, by: within });
  }
}
