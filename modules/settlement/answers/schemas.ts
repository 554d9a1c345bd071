// The shapes of settlement's answers, as the API's contract has them; handlers and helpers are typed by these.
import { type Static, Type } from '@sinclair/typebox';
import {
  AmountSchema, BusinessDaySchema, MomentSchema, Nullable, OneOf, PageOf, TitleSchema,
} from '../../../platform/http/index.ts'; // prettier-ignore
import { EntrySchema } from '../../ledger/index.ts';
import { PARTICIPANT_KINDS } from '../participants/participant.ts';
import { PAYMENT_STATES, PRIORITIES } from '../payments/payment.ts';
import { LIQUIDITY_SAVING } from '../settlement.ts';

export const METHODS = ['bilateral', 'gridlock', 'full'] as const;
export const STANDINGS = ['joining', 'active', 'suspended', 'left'] as const;
export const BATCH_STATES = ['informing', 'waiting', 'settled', 'rejected'] as const;
export const DAY_STATES = ['preparing', 'open', 'closing', 'closed'] as const;

export const DayStateSchema = OneOf(DAY_STATES, 'DayState');

export const ActSchema = Type.Object(
  {
    at: MomentSchema,
    actor: Type.String(),
    text: TitleSchema,
    reason: Nullable(Type.String()),
    recorded: Nullable(
      Type.Object(
        { commit: Type.Integer(), number: Type.Integer() },
        {
          title: 'RecordedIn',
          description: 'Its leaf in the evidence: of kind `act` in this commit, with this number in its record.',
        },
      ),
      // What the day itself tells is no act of its own.
    ),
  },
  { title: 'Act', description: 'Something a person or the system did; kept in the trail of its subject.' },
);
export type ActJson = Static<typeof ActSchema>;

export const ParticipantRefSchema = Type.Object(
  {
    id: Type.String(),
    bic: Type.String(),
    name: TitleSchema,
    shortName: TitleSchema,
  },
  { title: 'ParticipantRef', description: 'A participant as others name it; `id` goes into paths and filters.' },
);
export type ParticipantRef = Static<typeof ParticipantRefSchema>;

export const ParticipantSchema = Type.Object(
  {
    ...ParticipantRefSchema.properties,
    lei: Nullable(Type.String()),
    clearingCode: Nullable(Type.Object({ scheme: Type.String(), code: Type.String() })),
    kind: OneOf(PARTICIPANT_KINDS, 'ParticipantKind'),
    standing: OneOf(STANDINGS, 'ParticipantStanding'),
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
  },
  {
    title: 'Participant',
    description:
      'A participant and where it stands now. Figures of the account are null for one that settles through another. `available` is what it could pay now: balance and free credit line less the reserve.',
  },
);
export type ParticipantJson = Static<typeof ParticipantSchema>;

export const ParticipantDetailSchema = Type.Object(
  {
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
  },
  {
    title: 'ParticipantDetail',
    description:
      'A participant with collateral, reservations, limits and its trail. A limit without counterparty is the multilateral one; `used` is net sent, at least 0; `haircutPercent` is decimal text; `coming` is a change of standing from a later date.',
  },
);
export type ParticipantDetailJson = Static<typeof ParticipantDetailSchema>;

export const LiquidityDaySchema = Type.Object(
  {
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
  },
  {
    title: 'LiquidityDay',
    description:
      'The business day of one participant in steps of `stepMinutes`, and from now to the close if all that waits and is announced settled.',
  },
);
export type LiquidityDayJson = Static<typeof LiquidityDaySchema>;

export const PaymentSchema = Type.Object(
  {
    id: Type.String(),
    uetr: Type.String(),
    endToEndId: Type.String(),
    kind: Type.String(),
    state: OneOf(PAYMENT_STATES, 'PaymentState'),
    priority: OneOf(PRIORITIES, 'Priority'),
    amount: AmountSchema,
    currency: Type.String(),
    sender: ParticipantRefSchema,
    instructedBy: Nullable(ParticipantRefSchema),
    receiver: ParticipantRefSchema,
    businessDate: BusinessDaySchema,
    receivedAt: MomentSchema,
    settledAt: Nullable(MomentSchema),
    reason: Nullable(Type.Object({ code: Type.String(), text: TitleSchema })),
  },
  {
    title: 'Payment',
    description:
      'A payment as it stands. `kind` is the family of the message it came by, or `clearing`; `reason` is an ISO 20022 code of a rejection, cancellation or return.',
  },
);
export type PaymentJson = Static<typeof PaymentSchema>;

export const QueuedPaymentSchema = Type.Object(
  {
    ...PaymentSchema.properties,
    position: Type.Integer(),
    waitsFor: Type.String(),
    waitsForText: TitleSchema,
  },
  {
    title: 'QueuedPayment',
    description:
      'A payment that waits: its place in its sender’s queue, 1 first, and why it waits (liquidity, bilateral-limit, multilateral-limit, earliest-time, behind, suspended).',
  },
);
export type QueuedPaymentJson = Static<typeof QueuedPaymentSchema>;

const PermissionSchema = Type.Object({ allowed: Type.Boolean(), why: Nullable(TitleSchema) }, { title: 'Permission' });
export type PermissionJson = Static<typeof PermissionSchema>;
const NamedSchema = Type.Object({ name: Nullable(Type.String()), account: Nullable(Type.String()) });
const StepSchema = Type.Object(
  {
    step: Type.String(),
    at: MomentSchema,
    text: TitleSchema,
    commit: Nullable(Type.Integer()),
  },
  { title: 'TimelineStep', description: 'One step of a story, with the commit it stands in when it wrote.' },
);
export type StepJson = Static<typeof StepSchema>;

/** What payments know of the messages that tell of them; the exchange gives it. */
export const MessageSummarySchema = Type.Object(
  {
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
  },
  {
    title: 'MessageSummary',
    description:
      'A message in or out. In: accepted or refused. Out: waiting until its receiver confirms, then delivered. `bytes` is its size, `violations` how often it breaks its schema.',
  },
);

export const PaymentDetailSchema = Type.Object(
  {
    ...PaymentSchema.properties,
    messageId: Type.String(),
    instructionId: Nullable(Type.String()),
    transactionId: Nullable(Type.String()),
    clearingReference: Nullable(Type.String()),
    debtor: NamedSchema,
    creditor: NamedSchema,
    remittance: Nullable(Type.String()),
    earliestDebitAt: Nullable(MomentSchema),
    wantedAt: Nullable(MomentSchema),
    latestDebitAt: Nullable(MomentSchema),
    queuePosition: Nullable(Type.Integer()),
    timeline: Type.Array(StepSchema),
    entries: Type.Array(EntrySchema),
    messages: Type.Array(MessageSummarySchema),
    acts: Type.Array(ActSchema),
    related: Type.Array(
      Type.Object({
        relation: OneOf(['returns', 'returned-by', 'cancelled-by', 'offset-with']),
        payment: PaymentSchema,
      }),
    ),
    may: Type.Object({ cancel: PermissionSchema, reprioritise: PermissionSchema, reorder: PermissionSchema }),
  },
  {
    title: 'PaymentDetail',
    description:
      'A payment with its story: parties, steps, entries in the books, messages, acts; and what the caller may do with it now, with the reason when not. Past `wantedAt` it waits on, its sender warned; past `latestDebitAt` it is handed back.',
  },
);
export type PaymentDetailJson = Static<typeof PaymentDetailSchema>;

export const QueueMatrixSchema = Type.Object(
  {
    participants: Type.Array(ParticipantRefSchema),
    cells: Type.Array(
      Type.Object({ sender: Type.String(), receiver: Type.String(), count: Type.Integer(), value: AmountSchema }),
    ),
    totalCount: Type.Integer(),
    totalValue: AmountSchema,
    byPriority: Type.Array(
      Type.Object({ priority: OneOf(PRIORITIES, 'Priority'), count: Type.Integer(), value: AmountSchema }),
    ),
    liquiditySaving: OneOf(LIQUIDITY_SAVING, 'LiquiditySaving'),
  },
  { title: 'QueueMatrix', description: 'Queued value by sender and receiver; only cells that are not empty.' },
);
export type QueueMatrixJson = Static<typeof QueueMatrixSchema>;

export const QueueProposalSchema = Type.Object(
  {
    method: OneOf(METHODS, 'OptimisationMethod'),
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
  },
  {
    title: 'QueueProposal',
    description:
      'What a method of liquidity saving finds: the set, the net liquidity it needs, positions before and after, at most 200 of its payments. `appliedAt` is set when it was settled.',
  },
);
export type QueueProposalJson = Static<typeof QueueProposalSchema>;

export const DaySchema = Type.Object(
  {
    date: BusinessDaySchema,
    state: DayStateSchema,
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
  },
  {
    title: 'Day',
    description:
      'A business day with its phases and its trail. `now` is the server’s clock; `accepts` says what may still be entered; `extendedMinutes` were added by an operator.',
  },
);
export type DayJson = Static<typeof DaySchema>;

export const DaySummarySchema = Type.Object(
  {
    date: BusinessDaySchema,
    state: DayStateSchema,
    settledCount: Type.Integer(),
    settledValue: AmountSchema,
    returnedCount: Type.Integer(),
    closedAt: Nullable(MomentSchema),
  },
  { title: 'DaySummary' },
);

export const DayClosePreviewSchema = Type.Object(
  {
    queuedCount: Type.Integer(),
    queuedValue: AmountSchema,
    returnedCount: Type.Integer(),
    creditUsed: AmountSchema,
    participantsInCredit: Type.Integer(),
    nextDate: BusinessDaySchema,
  },
  {
    title: 'DayClosePreview',
    description: 'What closing now would do: payments handed back to their senders, credit lines still used.',
  },
);

export const ClearingBatchSchema = Type.Object(
  {
    id: Type.String(),
    house: ParticipantRefSchema,
    reference: Type.String(),
    state: OneOf(BATCH_STATES, 'ClearingState'),
    value: AmountSchema,
    grossValue: Nullable(AmountSchema),
    positionsCount: Type.Integer(),
    receivedAt: MomentSchema,
    informationEndsAt: Nullable(MomentSchema),
    settledAt: Nullable(MomentSchema),
    guaranteeUsed: AmountSchema,
  },
  {
    title: 'ClearingBatch',
    description:
      'Net positions of a clearing house, which settle all or nothing. `value` is the sum of the debit positions; `grossValue` what was netted, as the house says.',
  },
);
export type ClearingBatchJson = Static<typeof ClearingBatchSchema>;

export const ClearingBatchDetailSchema = Type.Object(
  {
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
    acts: Type.Array(ActSchema, { description: 'For the clearing house and the central bank; none for a member.' }),
  },
  { title: 'ClearingBatchDetail', description: 'A batch with its positions; a member sees its own only.' },
);
export type ClearingBatchDetailJson = Static<typeof ClearingBatchDetailSchema>;

export const PaymentPage = PageOf(PaymentSchema);
export const ParticipantPage = PageOf(ParticipantSchema);
export const QueuePage = PageOf(QueuedPaymentSchema);
export const DayPage = PageOf(DaySummarySchema);
export const ClearingPage = PageOf(ClearingBatchSchema);
