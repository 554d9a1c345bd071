// The catalogue of services: what the modules say of themselves, with the limits one begins with and whether each works now.
import { Type } from '@sinclair/typebox';
import { EVERYONE } from '../../modules/access/index.ts';
import { MESSAGE_SERVICE } from '../../modules/messages/index.ts';
import { firstLimits } from '../../modules/quotas/index.ts';
import { SETTLEMENT_SERVICE } from '../../modules/settlement/index.ts';
import { SIMULATOR_SERVICE } from '../../modules/simulator/index.ts';
import { type StatusBoard } from '../../modules/status/index.ts';
import { WEBHOOK_SERVICE } from '../../modules/webhooks/index.ts';
import { AmountSchema, Nullable, OneOf, type Route, route, TitleSchema } from '../../platform/http/index.ts';
import { type Service } from '../../platform/service.ts';

export const SERVICES: readonly Service[] = [SETTLEMENT_SERVICE, MESSAGE_SERVICE, WEBHOOK_SERVICE, SIMULATOR_SERVICE];

const Limit = Nullable(Type.String({ description: 'Decimal digits; null is without limit.' }));
const CatalogueSchema = Type.Object(
  {
    currency: Type.String({ description: 'ISO 4217, of the prices.' }),
    items: Type.Array(
      Type.Object(
        {
          id: OneOf(['settlement', 'messages', 'webhooks', 'simulator'], 'CatalogueServiceId'),
          title: TitleSchema,
          about: TitleSchema,
          tags: Type.Array(Type.String(), { description: 'Of its routes in the OpenAPI document.' }),
          documents: Type.Array(Type.Object({ title: TitleSchema, path: Type.String() }, { title: 'ServiceDocument' })),
          limits: Type.Array(
            Type.Object({ measure: Type.String(), soft: Limit, hard: Limit }, { title: 'ServiceLimit' }),
            { description: 'What one may ask at live as long as nobody said otherwise.' },
          ),
          monthlyPrice: AmountSchema,
          // As on the status page; null when it is not probed by itself.
          state: Nullable(OneOf(['working', 'failing', 'unknown'], 'ServiceState')),
        },
        { title: 'CatalogueService' },
      ),
    ),
  },
  { title: 'ServiceCatalogue' },
);

export function serviceRoutes(context: { readonly board: StatusBoard; readonly currency: string }): Route[] {
  return [
    route({
      method: 'GET',
      path: '/v1/services',
      summary: { en: 'The services there are', zh: '服务目录' },
      tag: 'services',
      may: EVERYONE,
      answer: CatalogueSchema,
      handle: () => {
        const { services } = context.board.status();
        return {
          currency: context.currency,
          items: SERVICES.map(({ documents, tags, ...service }) => ({
            ...service,
            tags: [...tags],
            documents: documents.map((each) => ({ ...each })),
            limits: firstLimits(service.id),
            state: services.find(({ id }) => id === service.id)?.state ?? null,
          })),
        };
      },
    }),
  ];
}
