// The catalogue of services: what the modules say of themselves, with the limits one begins with, the
// price of today, and whether each works now.
import { Type } from '@sinclair/typebox';
import { EVERYONE } from '../../modules/access/index.ts';
import { MESSAGE_SERVICE } from '../../modules/messages/index.ts';
import { firstLimits } from '../../modules/quotas/index.ts';
import { SETTLEMENT_SERVICE } from '../../modules/settlement/index.ts';
import { SIMULATOR_SERVICE } from '../../modules/simulator/index.ts';
import { type StatusBoard } from '../../modules/status/index.ts';
import { CatalogueServiceIdSchema, readPricesOn } from '../../modules/subscriptions/index.ts';
import { WEBHOOK_SERVICE } from '../../modules/webhooks/index.ts';
import {
  AmountSchema,
  BusinessDaySchema,
  Nullable,
  OneOf,
  type Route,
  route,
  TitleSchema,
} from '../../platform/http/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Service } from '../../platform/service.ts';
import { type TimeZone } from '../../platform/time-zone.ts';
import { isOfEnvironments } from './environments/open-environment.ts';
import { documentName } from './documents.ts';

export const SERVICES: readonly Service[] = [SETTLEMENT_SERVICE, MESSAGE_SERVICE, WEBHOOK_SERVICE, SIMULATOR_SERVICE];

const Limit = Nullable(Type.String({ description: 'Decimal digits; null is without limit.' }));
const CatalogueSchema = Type.Object(
  {
    currency: Type.String({ description: 'ISO 4217, of the prices.' }),
    items: Type.Array(
      Type.Object(
        {
          id: CatalogueServiceIdSchema,
          title: TitleSchema,
          about: TitleSchema,
          tags: Type.Array(Type.String(), { description: 'Of its routes in the OpenAPI document.' }),
          sandboxTags: Type.Array(Type.String(), { description: 'Those of them that a sandbox answers too.' }),
          documents: Type.Array(
            Type.Object(
              {
                title: TitleSchema,
                path: Type.String(),
                address: Type.String({ examples: ['/v1/documents/connect-a-bank'] }),
              },
              { title: 'ServiceDocument', description: 'A page to read, at its address; `?language=zh` in Chinese.' },
            ),
          ),
          needsApproval: Type.Boolean({ description: 'Subscribing waits for the central bank.' }),
          limits: Type.Array(
            Type.Object({ measure: Type.String(), soft: Limit, hard: Limit }, { title: 'ServiceLimit' }),
            { description: 'What one may ask at live as long as nobody said otherwise.' },
          ),
          monthlyPrice: AmountSchema,
          priceFrom: Nullable(BusinessDaySchema),
          // As on the status page; null when it is not probed by itself.
          state: Nullable(OneOf(['working', 'failing', 'unknown'], 'ServiceState')),
        },
        { title: 'CatalogueService' },
      ),
    ),
  },
  { title: 'ServiceCatalogue' },
);

export interface CatalogueContext {
  readonly pool: Pool;
  readonly board: StatusBoard;
  readonly currency: string;
  /** The time of the world, by which prices hold. */
  readonly clock: Clock;
  readonly zone: TimeZone;
}

export function serviceRoutes(context: CatalogueContext): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/services',
      summary: { en: 'The services there are', zh: '服务目录' },
      tag: 'services',
      may: EVERYONE,
      answer: CatalogueSchema,
      handle: async () => {
        const { services } = context.board.status();
        const prices = await readPricesOn(context.pool, context.zone.dateOf(context.clock.now()));
        return {
          currency: context.currency,
          items: SERVICES.map(({ documents, tags, ...service }) => ({
            ...service,
            tags: [...tags],
            sandboxTags: tags.filter(isOfEnvironments),
            documents: documents.map((each) => ({ ...each, address: `/v1/documents/${documentName(each.path)}` })),
            // Until the central bank sets a price there is none to pay.
            monthlyPrice: prices.get(service.id)?.monthlyPrice ?? '0',
            priceFrom: prices.get(service.id)?.from ?? null,
            limits: firstLimits(service.id),
            state: services.find(({ id }) => id === service.id)?.state ?? null,
          })),
        };
      },
    }),
  ];
}
