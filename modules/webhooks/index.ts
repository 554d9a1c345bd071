// The counter of webhooks: what other parts may use.
export { endWebhooksWithin } from './end-organisation.ts';
export { WEBHOOK_ACTIONS } from './permissions.ts';
export { WEBHOOK_REFUSALS } from './refusals.ts';
export { type DisabledEndpoint, readDisabled, readWebhooks } from './reads.ts';
export { type WebhookContext } from './route-context.ts';
export { webhookRoutes } from './routes.ts';
export { countUngathered } from './reads.ts';
export { tellEveryone, tellOneWithin } from './gather.ts';
export { type WebhookOptions, Webhooks } from './webhooks.ts';
export { WEBHOOK_SERVICE } from './service.ts';
export { WEBHOOK_DATA } from './tenant-data.ts';
