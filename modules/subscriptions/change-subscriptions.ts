// Subscribing, deciding about it and unsubscribing: each in one transaction with the act that says who did it and why.
import { type ClientBase } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type By, findOrganisation } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { inTransaction, isTaken } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { type ServiceId, type SubscriptionJson } from './subscription.ts';

/** Who does it; `personId` when someone has signed in. */
export interface Doer extends By {
  readonly personId: string | undefined;
}

type State = SubscriptionJson['state'];

export interface Named {
  readonly organisationId: string;
  readonly id: string;
}

/** Answers its id. Refuses `organisation_not_found`, `organisation_closed`, `subscription_before_live`, `subscription_open`. */
export async function subscribe(
  pool: Pool,
  { organisationId, service, needsApproval }: { organisationId: string; service: ServiceId; needsApproval: boolean },
  by: Doer,
): Promise<string> {
  const organisation = await findOrganisation(pool, organisationId);
  if (!organisation) throw new Refusal('organisation_not_found', { field: '/id' });
  if (organisation.state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
  if (organisation.liveSince === null) throw new Refusal('subscription_before_live', { field: '/id' });
  const id = uuidv7();
  const at = formatInstant(by.at);
  try {
    await inTransaction(pool, async (client) => {
      await client.query(
        `insert into subscriptions.subscriptions
           (organisation_id, subscription_id, service, state, asked_at, asked_by, asked_by_id, began_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          ...[organisationId, id, service, needsApproval ? 'waiting' : 'active', at, by.actor, by.personId ?? null],
          needsApproval ? null : at,
        ],
      );
      await recordAct(client, { act: needsApproval ? 'asked' : 'subscribed', service, organisationId, id, by });
    });
  } catch (error) {
    if (isTaken(error)) throw new Refusal('subscription_open', { field: '/service', details: { service } });
    throw error;
  }
  return id;
}

/** Refuses `subscription_not_found`, `subscription_not_waiting`. */
export async function decide(pool: Pool, named: Named, isApproved: boolean, by: Doer): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { service, state } = await lock(client, named);
    if (state !== 'waiting') throw new Refusal('subscription_not_waiting', { field: '/subscriptionId' });
    const at = formatInstant(by.at);
    await client.query(
      `update subscriptions.subscriptions set state = $3, decided_at = $4, decided_by = $5, decided_by_id = $6,
         decision_reason = $7, began_at = $8, ended_at = $9, ended_by = $10
       where organisation_id = $1 and subscription_id = $2`,
      [
        ...[named.organisationId, named.id, isApproved ? 'active' : 'refused', at, by.actor, by.personId ?? null],
        ...[by.reason, isApproved ? at : null, isApproved ? null : at, isApproved ? null : by.actor],
      ],
    );
    await recordAct(client, { ...named, act: isApproved ? 'approved' : 'refused', service, by });
  });
}

/** What keeps an organisation from leaving a service now; refuses by a code of its own. */
export type RequireUnused = (organisationId: string, service: ServiceId) => Promise<void> | void;

/** One that waits is withdrawn. Refuses `subscription_not_found`, `subscription_ended`, and what `requireUnused` does. */
export async function unsubscribe(pool: Pool, named: Named, requireUnused: RequireUnused, by: Doer): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { service, state } = await lock(client, named);
    if (state !== 'active' && state !== 'waiting') throw new Refusal('subscription_ended', { field: '/subscriptionId' });
    if (state === 'active') await requireUnused(named.organisationId, service);
    await client.query(
      `update subscriptions.subscriptions set state = $3, ended_at = $4, ended_by = $5
       where organisation_id = $1 and subscription_id = $2`,
      [named.organisationId, named.id, state === 'active' ? 'ended' : 'withdrawn', formatInstant(by.at), by.actor],
    );
    await recordAct(client, { ...named, act: state === 'active' ? 'unsubscribed' : 'withdrawn', service, by });
  });
} // prettier-ignore

async function lock(client: ClientBase, { organisationId, id }: Named): Promise<{ service: ServiceId; state: State }> {
  // An id that is none is the text of none.
  const { rows } = await client.query<{ service: ServiceId; state: State }>(
    `select service, state from subscriptions.subscriptions
     where organisation_id = $1 and subscription_id::text = $2 for update`,
    [organisationId, id],
  );
  if (!rows[0]) throw new Refusal('subscription_not_found', { field: '/subscriptionId' });
  return rows[0];
}
