// What the routes of webhooks share: who acts, and the webhook that is meant.
import { type Access } from '../access/index.ts';
import { type Caller } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type By } from './change-endpoints.ts';
import { type WebhookJson } from './endpoint.ts';
import { readWebhook } from './reads.ts';
import { type Webhooks } from './webhooks.ts';

export interface WebhookContext {
  readonly webhooks: Webhooks;
  readonly access: Access;
}

export const byOf = ({ clock }: Webhooks, caller: Caller, reason: string | undefined): By => ({
  actor: caller.kind === 'nobody' ? 'nobody' : caller.actor,
  at: clock.now(),
  reason,
});

/** Refuses `webhook_not_found`. */
export async function requireWebhook({ pool }: Webhooks, organisationId: string, id: string): Promise<WebhookJson> {
  const webhook = await readWebhook(pool, organisationId, id);
  if (!webhook) throw new Refusal('webhook_not_found', { field: '/webhookId' });
  return webhook;
}
