// Endpoints over HTTP: an institution's administrator registers, changes and removes them.
import { Type } from '@sinclair/typebox';
import { EVERYONE, requireOwn } from '../access/index.ts';
import {
  type Caller,
  listQuery,
  OneOf,
  ReasonSchema,
  type Route,
  route,
  TitleSchema,
} from '../../platform/http/index.ts';
import {
  type By, changeEndpoint, type MadeEndpoint, registerEndpoint, removeEndpoint, rotateSecret,
} from './change-endpoints.ts'; // prettier-ignore
import { deliveryRoutes } from './delivery-routes.ts';
import {
  DescriptionSchema, EventsSchema, type NewWebhookJson, NewWebhookSchema, UrlSchema, type WebhookJson, WebhookPage, WebhookSchema,
} from './endpoint.ts'; // prettier-ignore
import { EVENT_TYPES } from './event-types.ts';
import { readWebhooks } from './reads.ts';
import { byOf, requireWebhook, type WebhookContext } from './route-context.ts';

export const ADDRESS_REFUSALS = ['webhook_address_malformed', 'webhook_address_not_https', 'webhook_address_internal'];
const MOST_OVERLAP_SECONDS = 7 * 86_400;

export function webhookRoutes(context: WebhookContext): Route[] {
  const { webhooks, access } = context;
  const { pool } = webhooks;
  const shared = { tag: 'webhooks', may: EVERYONE, own: true } as const;
  const existing = ['organisation_not_found', 'webhook_not_found'];
  const by = (caller: Caller, reason: string | undefined): By => byOf(webhooks, caller, reason);
  const readNow = (organisationId: string, id: string): Promise<WebhookJson> =>
    requireWebhook(webhooks, organisationId, id);
  const shown = async (organisationId: string, { id, secret }: MadeEndpoint): Promise<NewWebhookJson> => ({
    ...(await readNow(organisationId, id)),
    secret,
  });
  return [
    route({
      method: 'GET',
      path: '/v1/webhook-events',
      summary: { en: 'What a webhook can be told of', zh: '可订阅的事件类型' },
      tag: 'webhooks',
      may: EVERYONE,
      answer: Type.Object(
        { items: Type.Array(Type.Object({ type: Type.String(), title: TitleSchema }, { title: 'WebhookEvent' })) },
        { title: 'WebhookEventList' },
      ),
      handle: () => ({ items: Object.entries(EVENT_TYPES).map(([type, { en, zh }]) => ({ type, title: { en, zh } })) }),
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/webhooks',
      summary: { en: 'The webhooks of an organisation', zh: '机构的 Webhook 列表' },
      refuses: ['organisation_not_found'],
      query: listQuery({}),
      answer: WebhookPage,
      handle: async ({ params: { id }, query, caller }) => {
        await requireOwn(access, caller, id);
        return readWebhooks(pool, id, query);
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/organisations/{id}/webhooks',
      summary: { en: 'Register a webhook', zh: '登记 Webhook' },
      description: {
        en: 'Its secret is answered this once. What happens from now on is sent to it.',
        zh: '密钥仅在此应答中显示一次。此后发生的事件将发送到该地址。',
      },
      refuses: ['organisation_not_found', ...ADDRESS_REFUSALS, 'webhooks_too_many'],
      body: Type.Object({
        url: UrlSchema,
        events: EventsSchema,
        description: Type.Optional(DescriptionSchema),
        reason: Type.Optional(ReasonSchema),
      }),
      answer: NewWebhookSchema,
      isAnswerSecret: true,
      status: 201,
      handle: async ({ params: { id }, body: { url, events, description = '', reason }, caller }) => {
        await requireOwn(access, caller, id);
        const given = { url, events, description };
        return shown(id, await registerEndpoint(webhooks, id, given, by(caller, reason)));
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/webhooks/{webhookId}',
      summary: { en: 'A webhook', zh: 'Webhook 详情' },
      refuses: existing,
      answer: WebhookSchema,
      handle: async ({ params: { id, webhookId }, caller }) => {
        await requireOwn(access, caller, id);
        return readNow(id, webhookId);
      },
    }),
    route({
      ...shared,
      method: 'PUT',
      path: '/v1/organisations/{id}/webhooks/{webhookId}',
      summary: { en: 'Change a webhook, pause it, or let it go on', zh: '变更、暂停或恢复 Webhook' },
      refuses: [...existing, ...ADDRESS_REFUSALS],
      body: Type.Object({
        url: UrlSchema,
        events: EventsSchema,
        description: DescriptionSchema,
        state: OneOf(['active', 'paused']),
        reason: Type.Optional(ReasonSchema),
      }),
      answer: WebhookSchema,
      handle: async ({ params: { id, webhookId }, body: { reason, ...given }, caller }) => {
        await requireOwn(access, caller, id);
        await changeEndpoint(webhooks, id, webhookId, given, by(caller, reason));
        return readNow(id, webhookId);
      },
    }),
    route({
      ...shared,
      method: 'DELETE',
      path: '/v1/organisations/{id}/webhooks/{webhookId}',
      summary: { en: 'Remove a webhook', zh: '移除 Webhook' },
      refuses: existing,
      body: Type.Object({ reason: Type.Optional(ReasonSchema) }),
      handle: async ({ params: { id, webhookId }, body: { reason }, caller }) => {
        await requireOwn(access, caller, id);
        await removeEndpoint(webhooks, id, webhookId, by(caller, reason));
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/organisations/{id}/webhooks/{webhookId}/secret',
      summary: { en: 'Replace the secret; both sign during the overlap', zh: '轮换密钥，重叠期内新旧密钥同时签名' },
      refuses: existing,
      body: Type.Object({
        overlapSeconds: Type.Integer({ minimum: 0, maximum: MOST_OVERLAP_SECONDS, default: 86_400 }),
        reason: Type.Optional(ReasonSchema),
      }),
      answer: NewWebhookSchema,
      isAnswerSecret: true,
      handle: async ({ params: { id, webhookId }, body: { overlapSeconds, reason }, caller }) => {
        await requireOwn(access, caller, id);
        return shown(id, await rotateSecret(webhooks, id, webhookId, overlapSeconds, by(caller, reason)));
      },
    }),
    ...deliveryRoutes(context),
  ];
}
