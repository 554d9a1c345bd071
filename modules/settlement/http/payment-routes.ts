// Payments and the queue over HTTP: lists, one payment's story, what may be done with one that waits, optimisation.
import { Type } from '@sinclair/typebox';
import { v7 as uuidv7 } from 'uuid';
import {
  BusinessDaySchema, type Caller, decodeCursor, GivenAmountSchema, listQuery, MomentSchema, OneOf, pageOf, ReasonSchema,
  type Route, route,
} from '../../../platform/http/index.ts'; // prettier-ignore
import { formatInstant } from '../../../platform/instant.ts';
import { readAs } from '../../../platform/postgres/tenant-reads.ts';
import { queuedPaymentJson, queuedPayments, queueMatrixJson } from '../answers/json.ts';
import { readPaymentDetail, readPaymentPage } from '../answers/payment-reads.ts';
import { proposalJson } from '../answers/propose-json.ts';
import {
  METHODS, PaymentDetailSchema, type PaymentDetailJson, PaymentPage, QueueMatrixSchema, QueuePage, QueueProposalSchema,
} from '../answers/schemas.ts'; // prettier-ignore
import { type Title } from '../day/calendar.ts';
import { isInLine, type Payment, PAYMENT_STATES, PRIORITIES } from '../payments/payment.ts';
import { cancelPayment, changePriority, movePayment } from '../queue/change-queued.ts';
import { optimise, proposeOptimisation, setLiquiditySaving } from '../queue/optimise.ts';
import { refuse } from '../refusals.ts';
import { LIQUIDITY_SAVING, type Settlement } from '../settlement.ts';
import { act, ownOf, type SettlementContext, settlementOf, uuidOf } from './route-context.ts';

const Name = Type.Optional(Type.String({ maxLength: 100 }));
const PRIORITY_TEXTS: readonly Title[] = [
  { en: 'highly urgent', zh: '特急' },
  { en: 'urgent', zh: '紧急' },
  { en: 'normal', zh: '普通' },
];
const MOVES = ['first', 'last', 'up', 'down'] as const;
const MOVE_TEXTS: Readonly<Record<(typeof MOVES)[number], Title>> = {
  first: { en: 'Moved to the front of its queue', zh: '移至队首' },
  last: { en: 'Moved to the end of its queue', zh: '移至队尾' },
  up: { en: 'Moved up one place', zh: '上移一位' },
  down: { en: 'Moved down one place', zh: '下移一位' },
};

/** `own` is undefined for an operator. */
function isOrderedBy({ sender, instructedBy }: Payment, own: string | undefined): boolean {
  return own === undefined || sender.id === own || instructedBy?.id === own;
}

export function paymentRoutes(context: SettlementContext): Route[] {
  const { pool } = context;

  async function detailOf(id: string, caller: Caller): Promise<PaymentDetailJson> {
    const own = ownOf(caller);
    const read = () => readPaymentDetail(pool, settlementOf(context), id, context.describe);
    // Also where it answers an act: of the other party it tells a participant no more than when it is asked for.
    const detail = await (own === undefined ? read() : readAs(pool, { participantId: own }, read));
    const parties = detail && [detail.sender, detail.instructedBy, detail.receiver].map((party) => party?.id);
    const mayRead = parties && (own === undefined || parties.includes(own));
    return mayRead ? detail : refuse('payment_not_found', '/id');
  }

  /** Decides about one waiting payment, for an operator or for who ordered it, and answers what became of it. */
  async function actOn(
    call: {
      readonly params: { readonly id: string };
      readonly caller: Caller;
      readonly body: { readonly reason: string };
    },
    name: string,
    text: Title,
    decide: (s: Settlement, id: string, at: number) => unknown,
  ): Promise<PaymentDetailJson> {
    const { caller } = call;
    const id = uuidOf(call.params.id, 'payment_not_found');
    const { reason } = call.body;
    const own = ownOf(caller);
    const deed = {
      name,
      caller,
      subject: 'payment',
      subjectId: id,
      text,
      reason,
      needs: { paymentIds: [id] },
    } as const;
    await act(context, deed, (s, at) => {
      const payment = s.paymentById.get(id);
      if (!payment || !isOrderedBy(payment, own)) refuse('payment_not_found', '/id');
      decide(s, id, at);
    });
    return detailOf(id, caller);
  }

  return [
    route({
      method: 'GET',
      path: '/v1/payments',
      summary: { en: 'Payments', zh: '支付' },
      tag: 'payments',
      may: ['operator', 'participant'],
      own: true,
      query: listQuery(
        {
          q: Name,
          state: Type.Optional(Type.Array(OneOf(PAYMENT_STATES, 'PaymentState'))),
          sender: Name,
          receiver: Name,
          party: Name,
          priority: Type.Optional(OneOf(PRIORITIES, 'Priority')),
          minAmount: Type.Optional(GivenAmountSchema),
          maxAmount: Type.Optional(GivenAmountSchema),
          date: Type.Optional(BusinessDaySchema),
          from: Type.Optional(MomentSchema),
          to: Type.Optional(MomentSchema),
        },
        ['receivedAt', 'settledAt', 'amount'],
      ),
      answer: PaymentPage,
      handle: ({ query, caller }) => readPaymentPage(pool, settlementOf(context), { ...query, own: ownOf(caller) }),
    }),
    route({
      method: 'GET',
      path: '/v1/payments/{id}',
      summary: { en: 'A payment and its story', zh: '支付详情' },
      tag: 'payments',
      may: ['operator', 'participant'],
      own: true,
      refuses: ['payment_not_found'],
      answer: PaymentDetailSchema,
      handle: (call) => detailOf(uuidOf(call.params.id, 'payment_not_found'), call.caller),
    }),
    route({
      method: 'POST',
      path: '/v1/payments/{id}/cancel',
      summary: { en: 'Cancel a payment that waits', zh: '撤销排队支付' },
      tag: 'payments',
      may: ['operator', 'participant'],
      own: true,
      refuses: ['payment_not_found', 'payment_not_queued', 'payment_is_final'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: PaymentDetailSchema,
      handle: (call) =>
        actOn(call, 'cancel-payment', { en: 'Cancelled', zh: '已撤销' }, (s, id, at) =>
          cancelPayment(s, id, call.caller.kind === 'operator' ? 'NARR' : 'CUST', at),
        ),
    }),
    route({
      method: 'POST',
      path: '/v1/payments/{id}/priority',
      summary: { en: 'Change the priority of a payment that waits', zh: '变更排队支付的优先级' },
      tag: 'payments',
      may: ['operator', 'participant'],
      own: true,
      refuses: ['payment_not_found', 'payment_not_queued', 'payment_is_final', 'priority_reserved'],
      body: Type.Object({ priority: OneOf(PRIORITIES, 'Priority'), reason: ReasonSchema }),
      answer: PaymentDetailSchema,
      handle: (call) => {
        const { priority } = call.body;
        const { en, zh } = PRIORITY_TEXTS[PRIORITIES.indexOf(priority)]!;
        return actOn(call, 'change-priority', { en: `Made ${en}`, zh: `优先级改为${zh}` }, (s, id, at) => {
          const { kind } = s.paymentById.get(id)!.sender.profile;
          const isReserved = priority === 'highly-urgent' && call.caller.kind === 'participant';
          if (isReserved && kind !== 'clearing-house') refuse('priority_reserved', '/priority');
          changePriority(s, id, priority, at);
        });
      },
    }),
    route({
      method: 'POST',
      path: '/v1/payments/{id}/position',
      summary: { en: "Move a payment within its priority's queue", zh: '调整排队位置' },
      tag: 'payments',
      may: ['operator', 'participant'],
      own: true,
      refuses: ['payment_not_found', 'payment_not_queued', 'payment_is_final'],
      body: Type.Object({ to: OneOf(MOVES), reason: ReasonSchema }),
      answer: PaymentDetailSchema,
      handle: (call) =>
        actOn(call, 'move-payment', MOVE_TEXTS[call.body.to], (s, id, at) => movePayment(s, id, call.body.to, at)),
    }),
    route({
      method: 'GET',
      path: '/v1/queue',
      summary: { en: 'What waits, in the order of settlement', zh: '排队业务' },
      tag: 'queue',
      may: ['operator', 'participant'],
      own: true,
      query: listQuery({ sender: Name, receiver: Name, priority: Type.Optional(OneOf(PRIORITIES, 'Priority')) }, [
        'amount',
        'receivedAt',
      ]),
      answer: QueuePage,
      handle: ({ query, caller }) => {
        const s = settlementOf(context);
        const own = ownOf(caller);
        const cursor = decodeCursor(query.after, 2);
        const sign = query.sort?.startsWith('-') ? -1 : 1;
        const keyOf = keyOfQueue(query.sort?.replace('-', ''));
        const compare = (a: readonly [bigint, number], b: readonly [bigint, number]): number =>
          sign * (a[0] < b[0] ? -1 : a[0] > b[0] ? 1 : a[1] - b[1]);
        const after = cursor && ([BigInt(cursor[0]!), Number(cursor[1])] as const);
        const shown = queuedPayments(s)
          .filter(
            ({ payment }) =>
              (!query.sender || payment.sender.id === query.sender) &&
              (!query.receiver || payment.receiver.id === query.receiver) &&
              (!query.priority || PRIORITIES[payment.rank] === query.priority) &&
              isOrderedBy(payment, own) &&
              (!after || compare(keyOf(payment), after) > 0),
          )
          .sort((a, b) => compare(keyOf(a.payment), keyOf(b.payment)));
        return pageOf(
          shown,
          query.limit,
          ({ payment, position }) => queuedPaymentJson(s, payment, position),
          ({ payment }) => [String(keyOf(payment)[0]), payment.number],
        );
      },
    }),
    route({
      method: 'GET',
      path: '/v1/queue/matrix',
      summary: { en: 'Queued value by sender and receiver', zh: '按付款方和收款方的排队金额' },
      tag: 'queue',
      may: ['operator'],
      answer: QueueMatrixSchema,
      handle: () => queueMatrixJson(settlementOf(context)),
    }),
    route({
      method: 'POST',
      path: '/v1/queue/proposal',
      summary: { en: 'What would settle; nothing is done', zh: '试算可清算业务' },
      tag: 'queue',
      may: ['operator'],
      body: Type.Object({ method: OneOf(METHODS, 'OptimisationMethod') }),
      answer: QueueProposalSchema,
      handle: ({ body: { method } }) => {
        const s = settlementOf(context);
        const startedAt = performance.now();
        const set = proposeOptimisation(s, method);
        const computedInMs = performance.now() - startedAt;
        return { ...proposalJson(s, method, set), computedInMs };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/queue/optimise',
      summary: { en: 'Settle what the method finds, as one', zh: '执行优化清算' },
      tag: 'queue',
      may: ['operator'],
      body: Type.Object({ method: OneOf(METHODS, 'OptimisationMethod') }),
      answer: QueueProposalSchema,
      handle: async ({ body: { method }, caller }) => {
        const setId = uuidv7();
        const startedAt = performance.now();
        const text = { en: `Optimised: ${method}`, zh: `执行优化：${method}` };
        const deed = { name: 'optimise', caller, subject: 'queue', subjectId: method, text } as const;
        const done = await act(context, deed, (s, at) => {
          const proposal = proposalJson(s, method, proposeOptimisation(s, method));
          const settled = optimise(s, method, setId, at);
          const answer = settled.length > 0 ? proposal : proposalJson(s, method, []);
          return { ...answer, appliedAt: formatInstant(at) };
        });
        return { ...done, computedInMs: performance.now() - startedAt };
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/queue/liquidity-saving',
      summary: { en: 'Which liquidity saving is on', zh: '设置流动性节约机制' },
      tag: 'queue',
      may: ['operator'],
      body: Type.Object({ mode: OneOf(LIQUIDITY_SAVING, 'LiquiditySaving') }),
      answer: QueueMatrixSchema,
      handle: async ({ body: { mode }, caller }) => {
        const text = { en: `Liquidity saving: ${mode}`, zh: `流动性节约机制：${mode}` };
        const deed = { name: 'set-liquidity-saving', caller, subject: 'queue', subjectId: 'mode', text } as const;
        await act(context, deed, (s, at) => setLiquiditySaving(s, mode, at));
        return queueMatrixJson(settlementOf(context));
      },
    }),
  ];
}

/** The number that orders the queue: priority by default, those that wait for their moment behind. */
function keyOfQueue(field: string | undefined): (payment: Payment) => readonly [bigint, number] {
  return (payment) => {
    if (field === 'amount') return [payment.amountMinor, payment.number];
    if (field === 'receivedAt') return [BigInt(payment.receivedAt), payment.number];
    return [BigInt(isInLine(payment) ? payment.rank : PRIORITIES.length), payment.number];
  };
}
