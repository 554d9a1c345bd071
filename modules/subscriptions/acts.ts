// The acts of subscriptions and prices, as the evidence has them.
import { type ClientBase } from 'pg';
import { type By } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { markDone } from '../../platform/writer/done-once.ts';

interface Act {
  readonly act: 'asked' | 'subscribed' | 'approved' | 'refused' | 'withdrawn' | 'unsubscribed' | 'price-set';
  readonly service: string;
  readonly by: By;
  /** Of a subscription. */
  readonly organisationId?: string;
  readonly id?: string;
  /** Of a price. */
  readonly monthlyPrice?: string;
  readonly from?: string;
}

export async function recordAct(client: ClientBase, { by, ...act }: Act): Promise<void> {
  await client.query(
    `insert into subscriptions.acts
       (at, actor, act, service, organisation_id, subscription_id, monthly_price, from_date, reason)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      ...[formatInstant(by.at), by.actor, act.act, act.service, act.organisationId ?? null, act.id ?? null],
      ...[act.monthlyPrice ?? null, act.from ?? null, by.reason ?? null],
    ],
  );
  if (by.once !== undefined) await markDone(client, [by.once], by.at);
}
