// What a simulated day came to: the type, the check and the API's text in one. Amounts are minor units as text; the same
// input always gives the same result, byte for byte.
import { type Static, Type } from '@sinclair/typebox';
import { AmountSchema, Nullable, OneOf } from '../../platform/http/index.ts';
import { LIQUIDITY_SAVING } from '../settlement/index.ts';

const seconds = (description: string) => Type.Number({ description });
const CountAndValue = Type.Object({ count: Type.Integer(), value: AmountSchema });

const InputFileSchema = Type.Object({
  rows: Type.Integer(),
  sha256: Type.String({ description: 'Of the file as given: names the input of a study' }),
});

/** Upper ends of the delays counted together, in seconds; longer ones are the last class. */
export const DELAY_CLASSES = [0, 60, 300, 900, 3_600] as const;

const ParticipantSchema = Type.Object({
  participant: Type.String(),
  opening: AmountSchema,
  creditLine: AmountSchema,
  closing: AmountSchema,
  creditUsedMost: AmountSchema,
  liquidityUsed: Type.String({ description: 'Opening balance less the lowest balance of the day' }),
  sent: AmountSchema,
  received: AmountSchema,
  sentCount: Type.Integer(),
  unsettled: AmountSchema,
  unsettledCount: Type.Integer(),
});

const PointSchema = Type.Object({
  time: Type.String({ description: 'Begin of the span: HH:MM, HH:MM:SS, or the number of an entry' }),
  enteredValue: AmountSchema,
  settledValue: AmountSchema,
  queuedCount: Type.Integer({ description: 'At the end of the span, as is queuedValue and liquidityInUse' }),
  queuedValue: AmountSchema,
  liquidityInUse: AmountSchema,
  meanDelaySeconds: seconds('Of what settled in the span'),
});

export const ResultSchema = Type.Object(
  {
    currency: Type.String(),
    minorDigits: Type.Integer(),
    lsm: OneOf(LIQUIDITY_SAVING),
    hasTimes: Type.Boolean(),
    reorderedCount: Type.Integer({ description: 'Payments that stood after one with a later time, and were sorted' }),
    inputs: Type.Object({ balances: InputFileSchema, payments: InputFileSchema }),
    firstEntry: Type.String(),
    lastEntry: Type.String(),
    paymentCount: Type.Integer(),
    paymentValue: AmountSchema,
    settledCount: Type.Integer(),
    settledValue: AmountSchema,
    unsettledCount: Type.Integer(),
    unsettledValue: AmountSchema,
    settledHow: Type.Object({
      direct: CountAndValue,
      queue: CountAndValue,
      bilateral: CountAndValue,
      gridlock: CountAndValue,
      multilateral: CountAndValue,
    }),
    liquidityAvailable: Type.String({ description: 'Opening balances and credit lines' }),
    liquidityUsed: Type.String({ description: 'Sum over participants of opening less lowest balance' }),
    creditUsed: Type.String({ description: 'Sum over participants of the most credit used' }),
    lowerBound: Type.String({ description: 'Liquidity if all payments were netted at the end of the day' }),
    upperBound: Type.String({ description: 'Liquidity if every payment settled the moment it was entered' }),
    turnoverRatio: Nullable(Type.Number({ description: 'Value settled over liquidity used' })),
    meanDelaySeconds: seconds('Of settled payments'),
    meanDelayByValueSeconds: seconds('Of settled payments, weighted by value'),
    meanDelayOfQueuedSeconds: seconds('Of settled payments that waited'),
    longestDelaySeconds: seconds('Of settled payments'),
    delayIndicator: Type.Number({ description: 'Value times time queued over value times time to the end; 0 to 1' }),
    delays: Type.Array(CountAndValue, { description: `Up to ${DELAY_CLASSES.join(', ')} s, and longer` }),
    longestQueue: Type.Integer(),
    longestQueueAt: Type.String(),
    mostQueuedValue: AmountSchema,
    participants: Type.Array(ParticipantSchema),
    series: Type.Array(PointSchema),
  },
  { title: 'SimulationFigures', description: 'What a simulated day came to.' },
);

export type Result = Static<typeof ResultSchema>;
export type ParticipantResult = Static<typeof ParticipantSchema>;
export type Point = Static<typeof PointSchema>;
export type SettledHow = keyof Result['settledHow'];
