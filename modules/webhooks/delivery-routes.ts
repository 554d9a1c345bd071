// Deliveries over HTTP: how each went, once more, and a trial.
import { Type } from '@sinclair/typebox';
import { EVERYONE, requireOwn } from '../access/index.ts';
import { listQuery, MomentSchema, OneOf, ReasonSchema, type Route, route } from '../../platform/http/index.ts';
import { parseInstant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sendTest } from './change-endpoints.ts';
import { type DeliveryDetailJson, DeliveryDetailSchema, DeliveryPage } from './endpoint.ts';
import { readDelivery, readDeliveries } from './reads.ts';
import { replayOne, replayRange } from './replay.ts';
import { byOf, requireWebhook, type WebhookContext } from './route-context.ts';

const ReasonBody = Type.Object({ reason: Type.Optional(ReasonSchema) });

export function deliveryRoutes({ webhooks, access }: WebhookContext): Route[] {
  const { pool } = webhooks;
  const shared = { tag: 'webhooks', may: EVERYONE, own: true } as const;
  const existing = ['organisation_not_found', 'webhook_not_found'];
  const readNow = async (webhookId: string, id: string): Promise<DeliveryDetailJson> => {
    const delivery = await readDelivery(pool, webhookId, id);
    if (!delivery) throw new Refusal('delivery_not_found', { field: '/deliveryId' });
    return delivery;
  };
  return [
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/webhooks/{webhookId}/deliveries',
      summary: { en: 'Deliveries, newest first', zh: '投递列表' },
      refuses: existing,
      query: listQuery({ state: Type.Optional(OneOf(['pending', 'delivered', 'failed'])) }),
      answer: DeliveryPage,
      handle: async ({ params: { id, webhookId }, query, caller }) => {
        await requireOwn(access, caller, id);
        await requireWebhook(webhooks, id, webhookId);
        return readDeliveries(pool, webhookId, query);
      },
    }),
    route({
      ...shared,
      method: 'GET',
      path: '/v1/organisations/{id}/webhooks/{webhookId}/deliveries/{deliveryId}',
      summary: { en: 'A delivery with each attempt', zh: '投递详情与各次尝试' },
      refuses: [...existing, 'delivery_not_found'],
      answer: DeliveryDetailSchema,
      handle: async ({ params: { id, webhookId, deliveryId }, caller }) => {
        await requireOwn(access, caller, id);
        await requireWebhook(webhooks, id, webhookId);
        return readNow(webhookId, deliveryId);
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/organisations/{id}/webhooks/{webhookId}/test',
      summary: { en: 'Send a test event', zh: '发送测试事件' },
      refuses: existing,
      body: ReasonBody,
      answer: DeliveryDetailSchema,
      status: 202,
      handle: async ({ params: { id, webhookId }, body: { reason }, caller }) => {
        await requireOwn(access, caller, id);
        return readNow(webhookId, await sendTest(webhooks, id, webhookId, byOf(webhooks, caller, reason)));
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/organisations/{id}/webhooks/{webhookId}/deliveries/{deliveryId}/replay',
      summary: { en: 'Send a delivery again, under the same webhook-id', zh: '以相同的 webhook-id 重放投递' },
      refuses: [...existing, 'delivery_not_found', 'delivery_pending'],
      body: ReasonBody,
      answer: DeliveryDetailSchema,
      status: 202,
      handle: async ({ params: { id, webhookId, deliveryId }, body: { reason }, caller }) => {
        await requireOwn(access, caller, id);
        return readNow(webhookId, await replayOne(webhooks, id, webhookId, deliveryId, byOf(webhooks, caller, reason)));
      },
    }),
    route({
      ...shared,
      method: 'POST',
      path: '/v1/organisations/{id}/webhooks/{webhookId}/replay',
      summary: { en: 'Send all that happened in a time again', zh: '重放某一时段内的全部事件' },
      refuses: [...existing, 'range_malformed', 'replay_too_large'],
      body: Type.Object({ from: MomentSchema, to: MomentSchema, reason: Type.Optional(ReasonSchema) }),
      answer: Type.Object({ deliveries: Type.Integer() }, { title: 'WebhookReplay' }),
      status: 202,
      handle: async ({ params: { id, webhookId }, body, caller }) => {
        await requireOwn(access, caller, id);
        const [from, to] = [parseInstant(body.from), parseInstant(body.to)];
        if (from === undefined || to === undefined || from >= to)
          throw new Refusal('range_malformed', { field: '/to' });
        const by = byOf(webhooks, caller, body.reason);
        return { deliveries: await replayRange(webhooks, id, webhookId, { from, to }, by) };
      },
    }),
  ];
}
