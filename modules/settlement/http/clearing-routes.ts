// Clearing houses over HTTP: net positions handed in, taken back, looked at; and the guarantee behind them.
import { v7 as uuidv7 } from 'uuid';
import { Type } from '@sinclair/typebox';
import {
  AmountSchema,
  GivenAmountSchema,
  listQuery,
  OneOf,
  ReasonSchema,
  type Route,
  route,
} from '../../../platform/http/index.ts';
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { clearingBatchDetailJson } from '../answers/json.ts';
import { readActs } from '../answers/payment-reads.ts';
import { readClearingBatch, readClearingPage } from '../answers/reads.ts';
import {
  BATCH_STATES,
  type ClearingBatchDetailJson,
  ClearingBatchDetailSchema,
  ClearingPage,
} from '../answers/schemas.ts';
import { type ClearingBatch } from '../clearing/batch.ts';
import { guaranteeAccountId, openGuarantee } from '../clearing/guarantee.ts';
import { revokeBatch, submitBatch } from '../clearing/submit-batch.ts';
import { CENTRAL_BANK_ASSETS, fundAccount } from '../participants/change-liquidity.ts';
import { refuse } from '../refusals.ts';
import { differencesOf } from './differences.ts';
import { act, ownOf, type SettlementContext, settlementOf, uuidOf } from './route-context.ts';

const tag = 'clearing';
const MICROS_PER_MINUTE = 60 * MICROS_PER_SECOND;
const MAX_INFORMATION_MINUTES = 240;
const MAX_SETTLEMENT_MINUTES = 480;

const NewBatchSchema = Type.Object({
  house: Type.Optional(
    Type.String({ maxLength: 40, description: 'The clearing house; the caller itself when absent' }),
  ),
  reference: Type.String({ minLength: 1, maxLength: 35, description: "The house's own, taken once" }),
  positions: Type.Array(Type.Object({ participant: Type.String({ maxLength: 40 }), net: AmountSchema }), {
    minItems: 2,
    maxItems: 2_000,
    description: 'Below zero pays, above receives; together zero',
  }),
  gross: Type.Optional(GivenAmountSchema),
  informationMinutes: Type.Integer({ default: 10, description: 'Members are told and may object: 0 to 240' }),
  settlementMinutes: Type.Integer({ default: 30, description: 'Then it waits for liquidity this long: 1 to 480' }),
});

export function clearingRoutes(context: SettlementContext): Route[] {
  const { pool } = context;

  async function found(text: string): Promise<ClearingBatch> {
    const id = uuidOf(text, 'batch_not_found');
    const s = settlementOf(context);
    return s.batches.get(id) ?? (await readClearingBatch(pool, s, id)) ?? refuse('batch_not_found', '/id');
  }

  const detailOf = async (batch: ClearingBatch): Promise<ClearingBatchDetailJson> => {
    const s = settlementOf(context);
    const acts = await readActs(pool, s.books.bookId, 'clearing', batch.id);
    return clearingBatchDetailJson(s, batch, context.clock.now(), acts);
  };

  return [
    route({
      method: 'GET',
      path: '/v1/clearing',
      summary: { en: 'Clearing batches', zh: '清算批次' },
      tag,
      may: ['operator', 'participant'],
      own: true,
      query: listQuery({
        house: Type.Optional(Type.String({ maxLength: 100 })),
        state: Type.Optional(OneOf(BATCH_STATES, 'ClearingState')),
      }),
      answer: ClearingPage,
      handle: ({ query, caller }) => readClearingPage(pool, settlementOf(context), { ...query, party: ownOf(caller) }),
    }),
    route({
      method: 'POST',
      path: '/v1/clearing',
      summary: {
        en: 'Hand in net positions that settle all together or not at all',
        zh: '提交净额头寸，全部清算或全部不清算',
      },
      tag,
      may: ['operator', 'participant'],
      own: true,
      refuses: [
        'participant_not_found',
        'not_a_clearing_house',
        'positions_malformed',
        'period_out_of_range',
        'batch_exists',
        'participant_suspended',
        'has_no_account',
        'day_not_open',
      ],
      body: NewBatchSchema,
      status: 201,
      answer: ClearingBatchDetailSchema,
      handle: async ({ body, caller }) => {
        const own = ownOf(caller);
        const houseId = body.house ?? own ?? refuse('participant_not_found', '/house');
        if (own !== undefined && own !== houseId) refuse('participant_not_found', '/house');
        const { reference, informationMinutes, settlementMinutes } = body;
        const isInRange = (minutes: number, least: number, most: number) => minutes >= least && minutes <= most;
        if (!isInRange(informationMinutes, 0, MAX_INFORMATION_MINUTES)) {
          refuse('period_out_of_range', '/informationMinutes');
        }
        if (!isInRange(settlementMinutes, 1, MAX_SETTLEMENT_MINUTES))
          refuse('period_out_of_range', '/settlementMinutes');
        const id = uuidv7();
        const positions = body.positions.map(({ participant, net }) => ({
          participantId: participant,
          netMinor: BigInt(net),
          paymentId: uuidv7(),
          loanId: uuidv7(),
        }));
        const text = { en: `Net positions handed in: ${reference}`, zh: `提交净额头寸：${reference}` };
        const batch = await act(
          context,
          {
            ...{ name: 'submit-batch', caller, subject: 'clearing', subjectId: id, text },
            needs: { batchReferences: [[houseId, reference]] },
          },
          (s, at: Instant) => {
            const informationEndsAt = at + informationMinutes * MICROS_PER_MINUTE;
            const settleBy = informationEndsAt + settlementMinutes * MICROS_PER_MINUTE;
            const grossMinor = body.gross === undefined ? undefined : BigInt(body.gross);
            return submitBatch(s, { id, houseId, reference, positions, grossMinor, informationEndsAt, settleBy }, at);
          },
        );
        return detailOf(batch);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/clearing/{id}',
      summary: { en: 'A clearing batch', zh: '清算批次详情' },
      tag,
      may: ['operator', 'participant'],
      own: true,
      refuses: ['batch_not_found'],
      answer: ClearingBatchDetailSchema,
      handle: async ({ params, caller }) => {
        const batch = await found(params.id);
        const own = ownOf(caller);
        const detail = await detailOf(batch);
        if (own === undefined || batch.house.id === own) return detail;
        // A member sees its own position only.
        const positions = detail.positions.filter(({ participant }) => participant.id === own);
        return positions.length > 0 ? { ...detail, positions, acts: [] } : refuse('batch_not_found', '/id');
      },
    }),
    route({
      method: 'POST',
      path: '/v1/clearing/{id}/revoke',
      summary: { en: 'Take back a batch that has not settled', zh: '撤回尚未清算的批次' },
      tag,
      may: ['operator', 'participant'],
      own: true,
      refuses: ['batch_not_found', 'batch_is_final'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: ClearingBatchDetailSchema,
      handle: async ({ params, body: { reason }, caller }) => {
        const { id, house } = await found(params.id);
        const own = ownOf(caller);
        if (own !== undefined && house.id !== own) refuse('batch_not_found', '/id');
        const text = { en: 'Taken back', zh: '已撤回' };
        const deed = { name: 'revoke-batch', caller, subject: 'clearing', subjectId: id, text, reason } as const;
        return detailOf(await act(context, deed, (s, at) => revokeBatch(s, id, at)));
      },
    }),
    route({
      method: 'POST',
      path: '/v1/participants/{id}/guarantee',
      summary: { en: "Pay into a clearing house's guarantee account", zh: '向清算机构担保账户注资' },
      tag,
      may: ['operator'],
      refuses: [
        'participant_not_found',
        'not_a_clearing_house',
        'limit_malformed',
        'amount_not_positive',
        'account_frozen',
        'account_closed',
      ],
      body: Type.Object({ amount: GivenAmountSchema, reason: ReasonSchema }),
      answer: Type.Object({ account: Type.String(), balance: AmountSchema }, { title: 'GuaranteeAccount' }),
      amount: ({ body }) => BigInt(body.amount),
      difference: ({ params: { id }, body, caller }) => differencesOf(context).guarantee(caller, id, body.amount),
      handle: async ({ params: { id }, body: { amount, reason }, caller }) => {
        const house = settlementOf(context).participantById.get(id) ?? refuse('participant_not_found', '/id');
        const transferId = uuidv7();
        const text = { en: `${amount} paid into the guarantee account`, zh: `担保账户注资 ${amount}` };
        const accountIds = [CENTRAL_BANK_ASSETS.id, guaranteeAccountId(house)];
        const deed = { name: 'fund-guarantee', caller, subject: 'participant', subjectId: id, text, reason } as const;
        return act(context, { ...deed, accountIds }, (s, at) => {
          const account = openGuarantee(s, id, at);
          fundAccount(s, transferId, account.id, BigInt(amount), at);
          return { account: account.code, balance: String(account.creditsPosted - account.debitsPosted) };
        });
      },
    }),
  ];
}
