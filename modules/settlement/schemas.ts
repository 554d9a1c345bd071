// The shapes of settlement's answers, as the API's contract has them; handlers and helpers are typed by these.
import { type Static, Type } from '@sinclair/typebox';
import {
  AmountSchema, BusinessDaySchema, MomentSchema, Nullable, OneOf, PageOf, TitleSchema,
} from '../../platform/http/index.ts'; // prettier-ignore
import { PARTICIPANT_KINDS } from './participant.ts';
import { PAYMENT_STATES, PRIORITIES } from './payment.ts';
import { LIQUIDITY_SAVING } from './settlement.ts';

export const METHODS = ['bilateral', 'gridlock', 'full'] as const;
export const STANDINGS = ['joining', 'active', 'suspended', 'left'] as const;
export const BATCH_STATES = ['informing', 'waiting', 'settled', 'rejected'] as const;
export const DAY_STATES = ['preparing', 'open', 'closing', 'closed'] as const;

export const ActSchema = Type.Object({
  at: MomentSchema,
  actor: Type.String(),
  text: TitleSchema,
  reason: Nullable(Type.String()),
});
export type ActJson = Static<typeof ActSchema>;

export const ParticipantRefSchema = Type.Object({
  id: Type.String(),
  bic: Type.String(),
  name: TitleSchema,
  shortName: TitleSchema,
});
export type ParticipantRef = Static<typeof ParticipantRefSchema>;

export const ParticipantSchema = Type.Object({
  ...ParticipantRefSchema.properties,
  lei: Nullable(Type.String()),
  clearingCode: Nullable(Type.Object({ scheme: Type.String(), code: Type.String() })),
  kind: OneOf(PARTICIPANT_KINDS),
  standing: OneOf(STANDINGS),
  settlesThrough: Nullable(ParticipantRefSchema),
  balance: Nullable(AmountSchema),
  creditLine: Nullable(AmountSchema),
  creditUsed: Nullable(AmountSchema),
  reserve: Nullable(AmountSchema),
  available: Nullable(AmountSchema),
  queuedOutCount: Type.Integer(),
  queuedOutValue: AmountSchema,
  queuedInValue: AmountSchema,
  sentToday: AmountSchema,
  receivedToday: AmountSchema,
});
export type ParticipantJson = Static<typeof ParticipantSchema>;

export const ParticipantDetailSchema = Type.Object({
  ...ParticipantSchema.properties,
  accountCode: Nullable(Type.String()),
  joinedOn: BusinessDaySchema,
  leftOn: Nullable(BusinessDaySchema),
  minimumReserve: AmountSchema,
  coming: Nullable(Type.Object({ standing: OneOf(['active', 'suspended', 'left']), from: BusinessDaySchema })),
  collateral: Type.Array(
    Type.Object({
      security: TitleSchema,
      marketValue: AmountSchema,
      haircutPercent: Type.String(),
      lendingValue: AmountSchema,
    }),
  ),
  reservations: Type.Array(
    Type.Object({ priority: OneOf(['highly-urgent', 'urgent']), amount: AmountSchema, used: AmountSchema }),
  ),
  limits: Type.Array(
    Type.Object({ counterparty: Nullable(ParticipantRefSchema), amount: AmountSchema, used: AmountSchema }),
  ),
  acts: Type.Array(ActSchema),
});
export type ParticipantDetailJson = Static<typeof ParticipantDetailSchema>;

export const LiquidityDaySchema = Type.Object({
  date: BusinessDaySchema,
  stepMinutes: Type.Integer(),
  opensAt: MomentSchema,
  closesAt: MomentSchema,
  now: MomentSchema,
  points: Type.Array(
    Type.Object({
      at: MomentSchema,
      balance: AmountSchema,
      creditLine: AmountSchema,
      reserve: AmountSchema,
      paidIn: AmountSchema,
      paidOut: AmountSchema,
      queuedOut: AmountSchema,
    }),
  ),
  projectedClose: Nullable(AmountSchema),
  projection: Type.Array(Type.Object({ at: MomentSchema, balance: AmountSchema })),
});
export type LiquidityDayJson = Static<typeof LiquidityDaySchema>;

export const PaymentSchema = Type.Object({
  id: Type.String(),
  uetr: Type.String(),
  endToEndId: Type.String(),
  kind: Type.String(),
  state: OneOf(PAYMENT_STATES),
  priority: OneOf(PRIORITIES),
  amount: AmountSchema,
  currency: Type.String(),
  sender: ParticipantRefSchema,
  receiver: ParticipantRefSchema,
  businessDate: BusinessDaySchema,
  receivedAt: MomentSchema,
  settledAt: Nullable(MomentSchema),
  reason: Nullable(Type.Object({ code: Type.String(), text: TitleSchema })),
});
export type PaymentJson = Static<typeof PaymentSchema>;

export const QueuedPaymentSchema = Type.Object({
  ...PaymentSchema.properties,
  position: Type.Integer(),
  waitsFor: Type.String(),
  waitsForText: TitleSchema,
});
export type QueuedPaymentJson = Static<typeof QueuedPaymentSchema>;

const AccountRefSchema = Type.Object({ code: Type.String(), title: TitleSchema });
const PermissionSchema = Type.Object({ allowed: Type.Boolean(), why: Nullable(TitleSchema) });
export type PermissionJson = Static<typeof PermissionSchema>;
const NamedSchema = Type.Object({ name: Nullable(Type.String()), account: Nullable(Type.String()) });
const StepSchema = Type.Object({
  step: Type.String(),
  at: MomentSchema,
  text: TitleSchema,
  commit: Nullable(Type.Integer()),
});
export type StepJson = Static<typeof StepSchema>;

export const PaymentDetailSchema = Type.Object({
  ...PaymentSchema.properties,
  messageId: Type.String(),
  instructionId: Nullable(Type.String()),
  transactionId: Nullable(Type.String()),
  clearingReference: Nullable(Type.String()),
  debtor: NamedSchema,
  creditor: NamedSchema,
  remittance: Nullable(Type.String()),
  earliestDebitAt: Nullable(MomentSchema),
  latestDebitAt: Nullable(MomentSchema),
  queuePosition: Nullable(Type.Integer()),
  timeline: Type.Array(StepSchema),
  entries: Type.Array(
    Type.Object({
      transferId: Type.String(),
      seq: Type.Integer(),
      at: MomentSchema,
      account: AccountRefSchema,
      side: OneOf(['debit', 'credit']),
      amount: AmountSchema,
      balanceAfter: Nullable(AmountSchema),
      counterAccount: AccountRefSchema,
      paymentId: Nullable(Type.String()),
      text: TitleSchema,
    }),
  ),
  messages: Type.Array(
    Type.Object({
      id: Type.String(),
      direction: OneOf(['in', 'out']),
      kind: Type.String(),
      messageId: Type.String(),
      participant: Nullable(ParticipantRefSchema),
      state: OneOf(['accepted', 'refused', 'waiting', 'delivered']),
      transactions: Type.Integer(),
      amount: Nullable(AmountSchema),
      at: MomentSchema,
      deliveredAt: Nullable(MomentSchema),
      bytes: Type.Integer(),
      violations: Type.Integer(),
    }),
  ),
  acts: Type.Array(ActSchema),
  related: Type.Array(
    Type.Object({ relation: OneOf(['returns', 'returned-by', 'cancelled-by', 'offset-with']), payment: PaymentSchema }),
  ),
  may: Type.Object({ cancel: PermissionSchema, reprioritise: PermissionSchema, reorder: PermissionSchema }),
});
export type PaymentDetailJson = Static<typeof PaymentDetailSchema>;

export const QueueMatrixSchema = Type.Object({
  participants: Type.Array(ParticipantRefSchema),
  cells: Type.Array(
    Type.Object({ sender: Type.String(), receiver: Type.String(), count: Type.Integer(), value: AmountSchema }),
  ),
  totalCount: Type.Integer(),
  totalValue: AmountSchema,
  byPriority: Type.Array(Type.Object({ priority: OneOf(PRIORITIES), count: Type.Integer(), value: AmountSchema })),
  liquiditySaving: OneOf(LIQUIDITY_SAVING),
});
export type QueueMatrixJson = Static<typeof QueueMatrixSchema>;

export const QueueProposalSchema = Type.Object({
  method: OneOf(METHODS),
  settledCount: Type.Integer(),
  settledValue: AmountSchema,
  remainingCount: Type.Integer(),
  remainingValue: AmountSchema,
  liquidityNeeded: AmountSchema,
  computedInMs: Type.Number(),
  positions: Type.Array(
    Type.Object({
      participant: ParticipantRefSchema,
      before: AmountSchema,
      after: AmountSchema,
      settledCount: Type.Integer(),
    }),
  ),
  payments: Type.Array(QueuedPaymentSchema),
  appliedAt: Nullable(MomentSchema),
});
export type QueueProposalJson = Static<typeof QueueProposalSchema>;

export const DaySchema = Type.Object({
  date: BusinessDaySchema,
  state: OneOf(DAY_STATES),
  phases: Type.Array(
    Type.Object({
      code: Type.String(),
      title: TitleSchema,
      startsAt: MomentSchema,
      endsAt: MomentSchema,
      state: OneOf(['past', 'current', 'coming']),
      accepts: TitleSchema,
      extendedMinutes: Type.Integer(),
    }),
  ),
  phase: Nullable(Type.String()),
  now: MomentSchema,
  nextCutOff: Nullable(Type.Object({ phase: Type.String(), title: TitleSchema, at: MomentSchema })),
  nextDate: BusinessDaySchema,
  acts: Type.Array(ActSchema),
});
export type DayJson = Static<typeof DaySchema>;

export const DaySummarySchema = Type.Object({
  date: BusinessDaySchema,
  state: OneOf(DAY_STATES),
  settledCount: Type.Integer(),
  settledValue: AmountSchema,
  returnedCount: Type.Integer(),
  closedAt: Nullable(MomentSchema),
});

export const DayClosePreviewSchema = Type.Object({
  queuedCount: Type.Integer(),
  queuedValue: AmountSchema,
  returnedCount: Type.Integer(),
  creditUsed: AmountSchema,
  participantsInCredit: Type.Integer(),
  nextDate: BusinessDaySchema,
});

export const ClearingBatchSchema = Type.Object({
  id: Type.String(),
  house: ParticipantRefSchema,
  reference: Type.String(),
  state: OneOf(BATCH_STATES),
  value: AmountSchema,
  grossValue: Nullable(AmountSchema),
  positionsCount: Type.Integer(),
  receivedAt: MomentSchema,
  informationEndsAt: Nullable(MomentSchema),
  settledAt: Nullable(MomentSchema),
  guaranteeUsed: AmountSchema,
});
export type ClearingBatchJson = Static<typeof ClearingBatchSchema>;

export const ClearingBatchDetailSchema = Type.Object({
  ...ClearingBatchSchema.properties,
  positions: Type.Array(
    Type.Object({
      participant: ParticipantRefSchema,
      net: AmountSchema,
      isCovered: Type.Boolean(),
      shortfall: AmountSchema,
    }),
  ),
  guaranteeBalance: AmountSchema,
  timeline: Type.Array(StepSchema),
});
export type ClearingBatchDetailJson = Static<typeof ClearingBatchDetailSchema>;

export const PaymentPage = PageOf(PaymentSchema);
export const ParticipantPage = PageOf(ParticipantSchema);
export const QueuePage = PageOf(QueuedPaymentSchema);
export const DayPage = PageOf(DaySummarySchema);
export const ClearingPage = PageOf(ClearingBatchSchema);
