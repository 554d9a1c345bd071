// The shapes of what belongs to no single module: the institution, the first screen, the live feed, the demo.
import { type Static, Type } from '@sinclair/typebox';
import { EnvironmentKindSchema } from '../../modules/access/index.ts';
import { AlarmSchema } from '../../modules/alarms/index.ts';
import { DaySchema, DayStateSchema, ParticipantRefSchema } from '../../modules/settlement/index.ts';
import {
  AmountSchema, BusinessDaySchema, MomentSchema, Nullable, OneOf, TitleSchema,
} from '../../platform/http/index.ts'; // prettier-ignore

export const InstitutionSchema = Type.Object(
  {
    name: TitleSchema,
    bic: Type.String({ examples: ['CBDECNBJ'] }),
    environment: EnvironmentKindSchema,
    currency: Type.String({ description: 'ISO 4217.', examples: ['CNY'] }),
    minorDigits: Type.Integer({ description: 'Decimals of the currency: 2 for CNY.', examples: [2] }),
    timeZone: Type.String({ description: 'IANA name of the zone its day is kept in.', examples: ['Asia/Shanghai'] }),
    version: Type.String(),
    startedAt: MomentSchema,
    hasDemo: Type.Boolean({ description: 'Whether GET /v1/demo answers.' }),
  },
  { title: 'Institution', description: 'Who runs this, and in which money and time.' },
);

const MinuteSchema = Type.Object(
  {
    minute: MomentSchema,
    settledCount: Type.Integer(),
    settledValue: AmountSchema,
    queuedCount: Type.Integer(),
    queuedValue: AmountSchema,
  },
  { title: 'MinuteOfSettlement', description: 'One minute, named by its beginning; what is queued, at its end.' },
);

const ShortSchema = Type.Object(
  {
    participant: ParticipantRefSchema,
    queuedCount: Type.Integer(),
    queuedValue: AmountSchema,
    available: AmountSchema,
    shortfall: AmountSchema,
    oldestQueuedAt: Nullable(MomentSchema),
  },
  {
    title: 'ShortParticipant',
    description: 'What a participant has queued against what it could pay now; `shortfall` is the rest, at least 0.',
  },
);

export const OverviewSchema = Type.Object(
  {
    day: DaySchema,
    totals: Type.Object({
      settledCount: Type.Integer(),
      settledValue: AmountSchema,
      queuedCount: Type.Integer(),
      queuedValue: AmountSchema,
      rejectedCount: Type.Integer(),
      warehousedCount: Type.Integer(),
      meanDelayMs: Type.Number({ description: 'Mean time from receipt to settlement today, in milliseconds.' }),
      turnoverRatio: Nullable(Type.Number({ description: 'Settled value over the liquidity used for it.' })),
    }),
    minutes: Type.Array(MinuteSchema, { description: 'The last 120 whole minutes, oldest first.' }),
    dayCurve: Type.Array(
      Type.Object({
        at: MomentSchema,
        settledValue: Nullable(AmountSchema),
        usualValue: Nullable(AmountSchema),
      }),
      { description: 'Cumulative value in steps of 15 minutes: today, and the mean of past days when there are any.' },
    ),
    short: Type.Array(ShortSchema, { description: 'Worst first, at most 12.' }),
    alarms: Type.Array(AlarmSchema, { description: 'Those that hold, newest first, at most 20.' }),
  },
  { title: 'Overview', description: 'The day at a glance.' },
);
export type Overview = Static<typeof OverviewSchema>;

export const DemoSchema = Type.Object(
  {
    state: OneOf(['running', 'paused', 'stopped']),
    speed: Type.Integer({ description: '1 is about four payments a second.' }),
    speeds: Type.Array(Type.Integer()),
    paymentsSent: Type.Integer(),
  },
  { title: 'Demo', description: 'The stream of demo payments.' },
);

const TotalsEventSchema = Type.Object(
  {
    type: Type.Literal('totals'),
    at: MomentSchema,
    settledCount: Type.Integer(),
    settledValue: AmountSchema,
    queuedCount: Type.Integer(),
    queuedValue: AmountSchema,
    rejectedCount: Type.Integer(),
    openAlarms: Type.Integer(),
    settledCountDelta: Type.Integer({ description: 'Settled since the last totals.' }),
    settledValueDelta: AmountSchema,
  },
  { title: 'TotalsEvent', description: 'Once a second while anything changes, and at least every 15 seconds.' },
);
const PhaseEventSchema = Type.Object(
  {
    type: Type.Literal('phase'),
    at: MomentSchema,
    date: BusinessDaySchema,
    phase: Nullable(Type.String()),
    state: DayStateSchema,
  },
  { title: 'PhaseEvent' },
);
const AlarmEventSchema = Type.Object({ type: Type.Literal('alarm'), alarm: AlarmSchema }, { title: 'AlarmEvent' });
const DemoEventSchema = Type.Object({ type: Type.Literal('demo'), demo: DemoSchema }, { title: 'DemoEvent' });

export const LIVE_EVENTS = {
  totals: TotalsEventSchema,
  phase: PhaseEventSchema,
  alarm: AlarmEventSchema,
  demo: DemoEventSchema,
} as const;
export type LiveEvent = Static<(typeof LIVE_EVENTS)[keyof typeof LIVE_EVENTS]>;
