// Prices of services over HTTP.
import { Type } from '@sinclair/typebox';
import { EVERYONE } from '../access/index.ts';
import {
  approvalOf, BusinessDaySchema, type Caller, GivenAmountSchema, ReasonSchema, type Route, route,
} from '../../platform/http/index.ts'; // prettier-ignore
import { Refusal } from '../../platform/refusal.ts';
import { type Service } from '../../platform/service.ts';
import { type SubscriptionContext } from './context.ts';
import { readPrices, readPricesOn, setPrice } from './prices.ts';
import { PricesSchema } from './subscription.ts';

const tag = 'services';

export function priceRoutes({ pool, clock, zone, currency, services }: SubscriptionContext): Route[] {
  const requireService = (id: string): Service => {
    const service = services.find((each) => each.id === id);
    if (!service) throw new Refusal('service_unknown', { field: '/service' });
    return service;
  };
  const pricesOf = async ({ id }: Service) => ({ service: id, currency, items: await readPrices(pool, id) });
  const actor = (caller: Caller): string => (caller.kind === 'nobody' ? 'nobody' : caller.actor);
  return [
    route({
      method: 'GET',
      path: '/v1/services/{service}/prices',
      summary: { en: 'What a service costs, will cost and cost before', zh: '服务的现行、将来与历史价格' },
      tag,
      may: EVERYONE,
      refuses: ['service_unknown'],
      answer: PricesSchema,
      handle: ({ params: { service } }) => pricesOf(requireService(service)),
    }),
    route({
      method: 'PUT',
      path: '/v1/services/{service}/price',
      summary: { en: 'Set what a month of a service costs, from a day on', zh: '设定服务自某日起的月价' },
      tag,
      may: ['operator'],
      refuses: ['service_unknown', 'price_date_past'],
      body: Type.Object({ monthlyPrice: GivenAmountSchema, from: BusinessDaySchema, reason: ReasonSchema }),
      answer: PricesSchema,
      difference: async ({ params: { service }, body: { monthlyPrice, from } }) => {
        const { id, title } = requireService(service);
        const before = (await readPricesOn(pool, from)).get(id)?.monthlyPrice ?? '0';
        const field = { en: `${title.en} a month from ${from}`, zh: `${title.zh}自 ${from} 起的月价` };
        return [{ field, kind: 'amount', before, after: monthlyPrice }];
      },
      handle: async ({ params: { service }, body: { reason, ...given }, caller }) => {
        const { id, ...rest } = requireService(service);
        const at = clock.now();
        const by = { actor: actor(caller), at, reason, once: approvalOf(caller), today: zone.dateOf(at) };
        await setPrice(pool, { service: id, ...given }, by);
        return pricesOf({ id, ...rest });
      },
    }),
  ];
}
