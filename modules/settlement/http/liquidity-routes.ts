// What a participant may spend, over HTTP: collateral and credit line, minimum reserve, reservations, sending limits, and
// the central bank's own lending and taking back of reserves.
import { v7 as uuidv7 } from 'uuid';
import { type Static, Type } from '@sinclair/typebox';
import {
  type Caller, GivenAmountSchema, Nullable, OneOf, ReasonSchema, type Route, route, TitleSchema,
} from '../../../platform/http/index.ts'; // prettier-ignore
import { type Instant } from '../../../platform/instant.ts';
import { type ParticipantDetailJson, ParticipantDetailSchema } from '../answers/schemas.ts';
import { type Title } from '../day/calendar.ts';
import {
  CENTRAL_BANK_ASSETS, fund, setCollateral, setCreditLine, setLimit, setMinimumReserve, setReservation, withdraw,
} from '../participants/change-liquidity.ts'; // prettier-ignore
import { type Collateral } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { differencesOf } from './differences.ts';
import { deedOf, readParticipantDetail } from './participant-routes.ts';
import { act, assertOwn, type SettlementContext } from './route-context.ts';

const tag = 'participants';
const answer = ParticipantDetailSchema;

const CollateralSchema = Type.Array(
  Type.Object({
    security: TitleSchema,
    marketValue: GivenAmountSchema,
    haircutPercent: Type.String({ pattern: '^\\d{1,3}(\\.\\d{1,2})?$', examples: ['3.5'] }),
  }),
  { maxItems: 500 },
);

const piecesOf = (collateral: Static<typeof CollateralSchema>): Collateral[] =>
  collateral.map(({ security, marketValue, haircutPercent }) => ({
    security,
    marketValueMinor: BigInt(marketValue),
    haircutBasisPoints: Math.round(Number(haircutPercent) * 100),
  }));

export function liquidityRoutes(context: SettlementContext): Route[] {
  /** Decides the change with its line in the trail, and answers the participant as it is then. */
  async function change(
    deed: { name: string; caller: Caller; id: string; text: Title; reason?: string; accountIds?: readonly number[] },
    decide: (s: Settlement, at: Instant) => unknown,
  ): Promise<ParticipantDetailJson> {
    const { name, caller, id, text, reason, accountIds } = deed;
    await act(context, { ...deedOf(name, caller, id, text, reason), ...(accountIds ? { accountIds } : {}) }, decide);
    return readParticipantDetail(context, id);
  }

  const differences = differencesOf(context);

  return [
    route({
      method: 'PUT',
      path: '/v1/participants/{id}/credit-line',
      summary: { en: 'Set the intraday credit line', zh: '设置日间授信额度' },
      tag,
      may: ['operator'],
      refuses: ['participant_not_found', 'has_no_account', 'limit_malformed'],
      body: Type.Object({ amount: GivenAmountSchema, reason: ReasonSchema }),
      answer,
      amount: ({ body }) => BigInt(body.amount),
      difference: ({ params: { id }, body, caller }) => differences.creditLine(caller, id, body.amount),
      handle: ({ params: { id }, body: { amount, reason }, caller }) => {
        const text = { en: `Credit line set to ${amount}`, zh: `授信额度设为 ${amount}` };
        return change({ name: 'set-credit-line', caller, id, text, reason }, (s, at) =>
          setCreditLine(s, id, BigInt(amount), at),
        );
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/participants/{id}/collateral',
      summary: { en: 'Pledge collateral; the credit line becomes what it lends', zh: '质押担保品，授信额度随之调整' },
      tag,
      may: ['operator'],
      refuses: ['participant_not_found', 'has_no_account', 'limit_malformed'],
      body: Type.Object({ collateral: CollateralSchema, reason: ReasonSchema }),
      answer,
      amount: ({ body }) => piecesOf(body.collateral).reduce((sum, each) => sum + each.marketValueMinor, 0n),
      difference: ({ params: { id }, body, caller }) => differences.collateral(caller, id, piecesOf(body.collateral)),
      handle: ({ params: { id }, body: { collateral, reason }, caller }) => {
        const pieces = piecesOf(collateral);
        const text = { en: `Collateral of ${pieces.length} securities pledged`, zh: `质押 ${pieces.length} 项担保品` };
        return change({ name: 'set-collateral', caller, id, text, reason }, (s, at) =>
          setCollateral(s, id, pieces, at),
        );
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/participants/{id}/minimum-reserve',
      summary: { en: 'Set what should stand on the account at the end of the day', zh: '设置日终最低准备金' },
      tag,
      may: ['operator'],
      refuses: ['participant_not_found', 'has_no_account', 'limit_malformed'],
      body: Type.Object({ amount: GivenAmountSchema, reason: ReasonSchema }),
      answer,
      amount: ({ body }) => BigInt(body.amount),
      difference: ({ params: { id }, body, caller }) => differences.minimumReserve(caller, id, body.amount),
      handle: ({ params: { id }, body: { amount, reason }, caller }) => {
        const text = { en: `Minimum reserve set to ${amount}`, zh: `最低准备金设为 ${amount}` };
        return change({ name: 'set-minimum-reserve', caller, id, text, reason }, (s, at) =>
          setMinimumReserve(s, id, BigInt(amount), at),
        );
      },
    }),
    route({
      method: 'POST',
      path: '/v1/participants/{id}/funding',
      summary: { en: 'The central bank lends reserves, or takes them back', zh: '央行投放或收回准备金' },
      tag,
      may: ['operator'],
      refuses: [
        'participant_not_found',
        'has_no_account',
        'limit_malformed',
        'amount_not_positive',
        'account_frozen',
        'account_closed',
        'not_enough_liquidity',
      ],
      body: Type.Object({
        direction: OneOf(['lend', 'take-back']),
        amount: GivenAmountSchema,
        reason: ReasonSchema,
      }),
      answer,
      amount: ({ body }) => BigInt(body.amount),
      difference: ({ params: { id }, body: { direction, amount }, caller }) =>
        differences.funding(caller, id, direction === 'lend' ? BigInt(amount) : -BigInt(amount)),
      handle: ({ params: { id }, body: { direction, amount, reason }, caller }) => {
        const transferId = uuidv7();
        const text =
          direction === 'lend'
            ? { en: `Reserves lent: ${amount}`, zh: `投放准备金 ${amount}` }
            : { en: `Reserves taken back: ${amount}`, zh: `收回准备金 ${amount}` };
        const accountIds = [CENTRAL_BANK_ASSETS.id];
        return change({ name: 'fund-participant', caller, id, text, reason, accountIds }, (s, at) =>
          direction === 'lend'
            ? fund(s, transferId, id, BigInt(amount), at)
            : withdraw(s, transferId, id, BigInt(amount), at),
        );
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/participants/{id}/reservations/{priority}',
      summary: { en: 'Keep liquidity for more urgent payments', zh: '为更紧急的支付预留流动性' },
      tag,
      may: ['operator', 'participant'],
      own: true,
      refuses: ['participant_not_found', 'has_no_account', 'limit_malformed'],
      body: Type.Object({ amount: GivenAmountSchema }),
      answer,
      amount: ({ body }) => BigInt(body.amount),
      difference: ({ params: { id, priority }, body, caller }) =>
        differences.reservation(caller, id, priority, body.amount),
      handle: ({ params: { id, priority }, body: { amount }, caller }) => {
        assertOwn(caller, id);
        if (priority !== 'urgent' && priority !== 'highly-urgent') refuse('limit_malformed', '/priority');
        const text = {
          en: `Reservation for ${priority} payments set to ${amount}`,
          zh: `${priority === 'urgent' ? '紧急' : '特急'}支付预留设为 ${amount}`,
        };
        return change({ name: 'set-reservation', caller, id, text }, (s, at) =>
          setReservation(s, id, priority === 'urgent' ? 1 : 0, BigInt(amount), at),
        );
      },
    }),
    route({
      method: 'PUT',
      path: '/v1/participants/{id}/limits/{counterparty}',
      summary: { en: 'Set or lift a sending limit; `all` for the multilateral one', zh: '设置或取消发送限额' },
      tag,
      may: ['operator', 'participant'],
      own: true,
      refuses: ['participant_not_found', 'has_no_account', 'limit_malformed', 'same_party'],
      body: Type.Object({ amount: Nullable(GivenAmountSchema) }),
      answer,
      amount: ({ body }) => (body.amount === null ? undefined : BigInt(body.amount)),
      difference: ({ params: { id, counterparty }, body, caller }) =>
        differences.limit(caller, id, counterparty, body.amount),
      handle: ({ params: { id, counterparty }, body, caller }) => {
        assertOwn(caller, id);
        const amount = body.amount === null ? undefined : BigInt(body.amount);
        const towards = counterparty === 'all' ? undefined : counterparty;
        const [en, zh] = [towards ?? 'all others', towards ?? '其他所有参与者'];
        const text =
          amount === undefined
            ? { en: `Limit towards ${en} lifted`, zh: `取消对${zh}的限额` }
            : { en: `Limit towards ${en} set to ${amount}`, zh: `对${zh}的限额设为 ${amount}` };
        return change({ name: 'set-limit', caller, id, text }, (s, at) => setLimit(s, id, towards, amount, at));
      },
    }),
  ];
}
