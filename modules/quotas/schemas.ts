// The shapes of quotas and usage over HTTP.
import { Type } from '@sinclair/typebox';
import { EnvironmentKindSchema } from '../access/index.ts';
import {
  AmountSchema, BusinessDaySchema, MomentSchema, Nullable, OneOf, ReasonSchema,
} from '../../platform/http/index.ts'; // prettier-ignore
import { MEASURES, SERVICES } from './quota.ts';
import { USAGE_MEASURES } from './usage.ts';

const Figure = Type.String({
  title: 'QuotaFigure',
  description: 'How many, as decimal digits; of value, minor units of the institution’s currency.',
  pattern: '^\\d{1,39}$',
  examples: ['1000'],
});
const ServiceSchema = OneOf(SERVICES, 'QuotaService');
const MeasureSchema = OneOf(MEASURES, 'QuotaMeasure');
const soft = Nullable(Figure);
const hard = Nullable(Figure);

export const QuotasSchema = Type.Object(
  {
    organisationId: Type.String(),
    environment: EnvironmentKindSchema,
    items: Type.Array(
      Type.Object(
        {
          service: ServiceSchema,
          measure: MeasureSchema,
          soft,
          hard,
          isDefault: Type.Boolean({ description: 'Nobody has set it for this organisation.' }),
          used: Figure,
          left: Nullable(Figure),
          resetsAt: Nullable(MomentSchema),
          isPastSoft: Type.Boolean(),
        },
        {
          title: 'Quota',
          description:
            'Past `soft` the tenant is told so, past `hard` it is refused; null is without limit. Requests a second are ' +
            'a bucket of two seconds’ worth. Requests are counted by each process of the server for itself.',
        },
      ),
    ),
    acts: Type.Array(
      Type.Object(
        {
          at: MomentSchema,
          actor: Type.String(),
          service: ServiceSchema,
          measure: MeasureSchema,
          soft,
          hard,
          reason: Type.String(),
        },
        { title: 'QuotaAct' },
      ),
      { description: 'Who changed what and why: the latest hundred, newest first.' },
    ),
  },
  { title: 'Quotas', description: 'What an organisation may ask, what it has used and what is left.' },
);

const GivenFigure = Type.String({ pattern: '^\\d{1,25}$', description: 'Decimal digits.', examples: ['1000'] });
export const QuotaChangeSchema = Type.Object({
  environment: Type.Optional(EnvironmentKindSchema),
  soft: Nullable(GivenFigure),
  hard: Nullable(GivenFigure),
  reason: ReasonSchema,
});

const figures = {
  payments: Figure,
  value: AmountSchema,
  messagesIn: Figure,
  messagesOut: Figure,
};

export const StatementSchema = Type.Object(
  {
    organisationId: Type.String(),
    participantId: Nullable(Type.String()),
    environment: EnvironmentKindSchema,
    month: Type.String({ examples: ['2027-04'] }),
    currency: Type.String({ description: 'ISO 4217.' }),
    days: Type.Array(
      Type.Object(
        {
          date: BusinessDaySchema,
          isFinal: Type.Boolean({ description: 'The day is over; its figures never change.' }),
          ...figures,
        },
        { title: 'UsageDay' },
      ),
    ),
    total: Type.Object(figures, { title: 'UsageFigures' }),
  },
  {
    title: 'UsageStatement',
    description: 'What an organisation used in a month, by calendar days of the institution’s time zone.',
  },
);

export const CloudEventsSchema = Type.Array(
  Type.Object(
    {
      specversion: Type.Literal('1.0'),
      id: Type.String({ description: 'The same event has the same id, whenever it is asked for.' }),
      source: Type.String(),
      type: Type.String({ examples: ['feiqian.usage.payments'] }),
      subject: Type.String({ description: 'The organisation.' }),
      time: MomentSchema,
      datacontenttype: Type.Literal('application/json'),
      data: Type.Object({
        environment: EnvironmentKindSchema,
        date: BusinessDaySchema,
        measure: OneOf(USAGE_MEASURES, 'UsageMeasure'),
        quantity: Figure,
        unit: Type.String({ description: 'ISO 4217 of a value in minor units; `1` of what is counted.' }),
      }),
    },
    { title: 'UsageEvent', description: 'A CloudEvent 1.0: what was used on a day that is over.' },
  ),
  { title: 'UsageEvents' },
);
