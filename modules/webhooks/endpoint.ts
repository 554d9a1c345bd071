// The words of webhooks as the API answers them: an endpoint, a delivery to it, the attempts it took.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf } from '../../platform/http/index.ts';
import { EVENT_NAMES } from './event-types.ts';

export const UrlSchema = Type.String({
  minLength: 8,
  maxLength: 500,
  description:
    'https, of the public internet, without name and password; others only where the operator allows the host.',
  examples: ['https://core.bank.example/feiqian'],
});
export const EventsSchema = Type.Array(OneOf(EVENT_NAMES, 'WebhookEventType'), {
  minItems: 1,
  uniqueItems: true,
  examples: [['message.available', 'payment.settled']],
});
export const DescriptionSchema = Type.String({ maxLength: 200, examples: ['Core banking, Beijing'] });

export const WebhookSchema = Type.Object(
  {
    id: Type.String({ examples: ['whe_3Q2Zr8fVq1aB'] }),
    organisationId: Type.String(),
    url: Type.String(),
    description: Type.String(),
    events: Type.Array(Type.String()),
    state: OneOf(['active', 'paused', 'disabled'], 'WebhookState'),
    disabledBecause: Nullable(OneOf(['gone', 'failing'])),
    disabledAt: Nullable(MomentSchema),
    previousSecretUntil: Nullable(MomentSchema),
    createdAt: MomentSchema,
    lastSuccessAt: Nullable(MomentSchema),
    waiting: Type.Integer({ description: 'Deliveries not taken yet.' }),
  },
  { title: 'Webhook', description: 'Where an organisation is told of events. `disabled` is by us: gone, or failing for three days.' },
); // prettier-ignore
export type WebhookJson = Static<typeof WebhookSchema>;
export const WebhookPage = PageOf(WebhookSchema);

export const NewWebhookSchema = Type.Object(
  {
    ...WebhookSchema.properties,
    secret: Type.String({ description: 'Checks our signatures. Shown once.', examples: ['whsec_'] }),
  },
  { title: 'NewWebhook', description: 'A webhook with its secret, which is shown this once.' },
);
export type NewWebhookJson = Static<typeof NewWebhookSchema>;

const deliveryMembers = {
  id: Type.String({ description: 'Of the delivery.', examples: ['41'] }),
  eventId: Type.String({ description: 'The header webhook-id; the same for a replay.' }),
  type: Type.String(),
  occurredAt: MomentSchema,
  cause: OneOf(['event', 'replay', 'test']),
  state: OneOf(['pending', 'delivered', 'failed'], 'DeliveryState'),
  attempts: Type.Integer(),
  createdAt: MomentSchema,
  nextAttemptAt: Nullable(MomentSchema),
  endedAt: Nullable(MomentSchema),
};
export const DeliverySchema = Type.Object(deliveryMembers, {
  title: 'WebhookDelivery',
  description: 'An event on its way to one endpoint, or arrived there.',
});
export type DeliveryJson = Static<typeof DeliverySchema>;
export const DeliveryPage = PageOf(DeliverySchema);

export const DeliveryDetailSchema = Type.Object(
  {
    ...deliveryMembers,
    body: Type.String({ description: 'The bytes that are sent.' }),
    log: Type.Array(
      Type.Object(
        {
          at: MomentSchema,
          durationMs: Type.Integer(),
          status: Nullable(Type.Integer()),
          failure: Nullable(Type.String({ description: 'Null when it was taken.' })),
          answer: Type.String({ description: 'Its first bytes.' }),
        },
        { title: 'WebhookAttempt' },
      ),
    ),
  },
  { title: 'WebhookDeliveryDetail', description: 'A delivery with each attempt.' },
);
export type DeliveryDetailJson = Static<typeof DeliveryDetailSchema>;
