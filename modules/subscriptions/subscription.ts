// A subscription: an organisation's right to a service at live, from a moment on and until another.
import { type Static, Type } from '@sinclair/typebox';
import {
  AmountSchema, BusinessDaySchema, MomentSchema, Nullable, OneOf, PageOf, ReasonSchema,
} from '../../platform/http/index.ts'; // prettier-ignore
import { type Service } from '../../platform/service.ts';

export type ServiceId = Service['id'];
export const SERVICE_IDS = ['settlement', 'messages', 'webhooks', 'simulator'] as const satisfies readonly ServiceId[];
export const CatalogueServiceIdSchema = OneOf(SERVICE_IDS, 'CatalogueServiceId');

export const STATES = ['waiting', 'active', 'refused', 'withdrawn', 'ended'] as const;
export const SubscriptionStateSchema = OneOf(STATES, 'SubscriptionState');

export const SubscriptionSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    organisationId: Type.String(),
    service: CatalogueServiceIdSchema,
    state: SubscriptionStateSchema,
    askedAt: MomentSchema,
    askedBy: Type.String({ description: 'Who asked; `system` for what began with live.' }),
    decidedAt: Nullable(MomentSchema),
    decidedBy: Nullable(Type.String()),
    decisionReason: Nullable(Type.String()),
    beganAt: Nullable(MomentSchema),
    endedAt: Nullable(MomentSchema),
    endedBy: Nullable(Type.String()),
  },
  {
    title: 'Subscription',
    description: 'waiting → active → ended; waiting → refused, withdrawn. A service that asks for no approval is active at once.',
  },
); // prettier-ignore
export type SubscriptionJson = Static<typeof SubscriptionSchema>;
export const SubscriptionPage = PageOf(SubscriptionSchema);

export const SubscribeSchema = Type.Object({
  service: CatalogueServiceIdSchema,
  reason: Type.Optional(ReasonSchema),
});

export const PriceSchema = Type.Object(
  {
    monthlyPrice: AmountSchema,
    from: BusinessDaySchema,
    setAt: Nullable(MomentSchema),
    setBy: Nullable(Type.String()),
    reason: Nullable(Type.String()),
  },
  { title: 'ServicePrice', description: 'What a month of a service costs from a day on, until another price holds.' },
);
export type PriceJson = Static<typeof PriceSchema>;

export const PricesSchema = Type.Object(
  {
    service: CatalogueServiceIdSchema,
    currency: Type.String({ description: 'ISO 4217.' }),
    items: Type.Array(PriceSchema, { description: 'Those to come first, then what holds now, then what held before.' }),
  },
  { title: 'ServicePrices' },
);
