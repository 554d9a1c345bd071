// Participants over HTTP: the list, one in detail, its liquidity over the day, and what may be changed about it.
import { Type } from '@sinclair/typebox';
import {
  type Caller, decodeCursor, GivenAmountSchema, listQuery, Nullable, OneOf, pageOf, ReasonSchema, type Route,
} from '../../platform/http/index.ts'; // prettier-ignore
import { resumeParticipant, suspendParticipant } from './admit-participant.ts';
import { typedRoute } from '../../platform/typed-route.ts';
import { type Title } from './calendar.ts';
import { setCreditLine, setLimit, setReservation } from './change-liquidity.ts';
import { availableOf, participantDetailJson, participantJson, queuedInOf } from './json.ts';
import { type Participant, PARTICIPANT_KINDS } from './participant.ts';
import { readActs } from './payment-reads.ts';
import { readDayTotals, readLiquidityDay } from './reads.ts';
import { refuse } from './refusals.ts';
import { act, assertOwn, ownOf, type SettlementContext, settlementOf } from './route-context.ts';
import {
  LiquidityDaySchema, ParticipantDetailSchema, type ParticipantDetailJson, ParticipantPage, STANDINGS,
} from './schemas.ts'; // prettier-ignore
import { type Settlement } from './settlement.ts';
import { balanceOf } from '../ledger/index.ts';

const tag = 'participants';
const SORTS = ['name', 'balance', 'queuedValue', 'available'] as const;

export function participantRoutes(context: SettlementContext): Route[] {
  const { pool } = context;

  async function flowsOf(s: Settlement) {
    const none = { sent: new Map<string, bigint>(), received: new Map<string, bigint>() };
    return s.day ? (await readDayTotals(pool, s.books.bookId, s.day.date)).flows : none;
  }

  async function detailOf(id: string): Promise<ParticipantDetailJson> {
    const s = settlementOf(context);
    const participant = s.participantById.get(id) ?? refuse('participant_not_found', '/id');
    const [flows, acts] = await Promise.all([flowsOf(s), readActs(pool, s.books.bookId, 'participant', id)]);
    return participantDetailJson(s, participant, flows, acts);
  }

  const deed = (name: string, caller: Caller, id: string, text: Title, reason?: string) =>
    ({ name, caller, subject: 'participant', subjectId: id, text, reason }) as const;

  return [
    typedRoute({
      method: 'GET',
      path: '/v1/participants',
      summary: { en: 'Participants', zh: '参与者' },
      tag,
      may: ['operator', 'participant'],
      query: listQuery(
        {
          q: Type.Optional(Type.String({ maxLength: 100 })),
          kind: Type.Optional(OneOf(PARTICIPANT_KINDS)),
          standing: Type.Optional(OneOf(STANDINGS)),
        },
        SORTS,
      ),
      answer: ParticipantPage,
      handle: async ({ query, caller }) => {
        const s = settlementOf(context);
        const own = ownOf(caller);
        const shown = s.participants.filter(
          (participant) =>
            (own === undefined || participant.id === own) &&
            (!query.kind || participant.profile.kind === query.kind) &&
            (!query.standing || participant.standing === query.standing) &&
            matches(participant, query.q?.trim().toLowerCase() ?? ''),
        );
        shown.sort(orderOf(s, query.sort ?? 'name'));
        const from = Number(decodeCursor(query.after, 1)?.[0] ?? 0);
        const flows = await flowsOf(s);
        const queuedIn = queuedInOf(s);
        return pageOf(
          shown.slice(from, from + query.limit + 1),
          query.limit,
          (participant) => participantJson(s, participant, flows, queuedIn),
          () => [from + query.limit],
        );
      },
    }),
    typedRoute({
      method: 'GET',
      path: '/v1/participants/{id}',
      summary: { en: 'A participant', zh: '参与者详情' },
      tag,
      may: ['operator', 'participant'],
      answer: ParticipantDetailSchema,
      handle: ({ params, caller }) => {
        assertOwn(caller, params.id);
        return detailOf(params.id);
      },
    }),
    typedRoute({
      method: 'GET',
      path: '/v1/participants/{id}/liquidity',
      summary: { en: "A participant's liquidity over the day", zh: '参与者当日流动性' },
      tag,
      may: ['operator', 'participant'],
      answer: LiquidityDaySchema,
      handle: ({ params, caller }) => {
        assertOwn(caller, params.id);
        const s = settlementOf(context);
        const participant = s.participantById.get(params.id) ?? refuse('participant_not_found', '/id');
        return readLiquidityDay(pool, s, participant, context.clock.now());
      },
    }),
    typedRoute({
      method: 'PUT',
      path: '/v1/participants/{id}/credit-line',
      summary: { en: 'Set the intraday credit line', zh: '设置日间授信额度' },
      tag,
      may: ['operator'],
      body: Type.Object({ amount: GivenAmountSchema, reason: ReasonSchema }),
      answer: ParticipantDetailSchema,
      handle: async ({ params: { id }, body, caller }) => {
        const text = { en: `Credit line set to ${body.amount}`, zh: `授信额度设为 ${body.amount}` };
        await act(context, deed('set-credit-line', caller, id, text, body.reason), (s, at) =>
          setCreditLine(s, id, BigInt(body.amount), at),
        );
        return detailOf(id);
      },
    }),
    typedRoute({
      method: 'PUT',
      path: '/v1/participants/{id}/reservations/{priority}',
      summary: { en: 'Keep liquidity for more urgent payments', zh: '为更紧急的支付预留流动性' },
      tag,
      may: ['operator', 'participant'],
      body: Type.Object({ amount: GivenAmountSchema }),
      answer: ParticipantDetailSchema,
      handle: async ({ params: { id, priority }, body, caller }) => {
        assertOwn(caller, id);
        if (priority !== 'urgent' && priority !== 'highly-urgent') refuse('limit_malformed', '/priority');
        const text = {
          en: `Reservation for ${priority} payments set to ${body.amount}`,
          zh: `${priority === 'urgent' ? '紧急' : '特急'}支付预留设为 ${body.amount}`,
        };
        await act(context, deed('set-reservation', caller, id, text), (s, at) =>
          setReservation(s, id, priority === 'urgent' ? 1 : 0, BigInt(body.amount), at),
        );
        return detailOf(id);
      },
    }),
    typedRoute({
      method: 'PUT',
      path: '/v1/participants/{id}/limits/{counterparty}',
      summary: { en: 'Set or lift a sending limit; `all` for the multilateral one', zh: '设置或取消发送限额' },
      tag,
      may: ['operator', 'participant'],
      body: Type.Object({ amount: Nullable(GivenAmountSchema) }),
      answer: ParticipantDetailSchema,
      handle: async ({ params: { id, counterparty }, body, caller }) => {
        assertOwn(caller, id);
        const amount = body.amount === null ? undefined : BigInt(body.amount);
        const towards = counterparty === 'all' ? undefined : counterparty;
        const [en, zh] = [towards ?? 'all others', towards ?? '其他所有参与者'];
        const text =
          amount === undefined
            ? { en: `Limit towards ${en} lifted`, zh: `取消对${zh}的限额` }
            : { en: `Limit towards ${en} set to ${amount}`, zh: `对${zh}的限额设为 ${amount}` };
        await act(context, deed('set-limit', caller, id, text), (s, at) => setLimit(s, id, towards, amount, at));
        return detailOf(id);
      },
    }),
    typedRoute({
      method: 'POST',
      path: '/v1/participants/{id}/suspend',
      summary: { en: 'Suspend a participant', zh: '暂停参与者' },
      tag,
      may: ['operator'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: ParticipantDetailSchema,
      handle: async ({ params: { id }, body, caller }) => {
        const text = { en: 'Suspended', zh: '已暂停' };
        await act(context, deed('suspend-participant', caller, id, text, body.reason), (s, at) =>
          suspendParticipant(s, id, at),
        );
        return detailOf(id);
      },
    }),
    typedRoute({
      method: 'POST',
      path: '/v1/participants/{id}/resume',
      summary: { en: 'Let a suspended participant take part again', zh: '恢复参与者' },
      tag,
      may: ['operator'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: ParticipantDetailSchema,
      handle: async ({ params: { id }, body, caller }) => {
        const text = { en: 'Resumed', zh: '已恢复' };
        await act(context, deed('resume-participant', caller, id, text, body.reason), (s, at) =>
          resumeParticipant(s, id, at),
        );
        return detailOf(id);
      },
    }),
  ];
}

function matches({ profile }: Participant, q: string): boolean {
  if (q === '') return true;
  const { bic, lei, clearingCodes, name, shortName } = profile;
  const names = [
    bic,
    lei ?? '',
    name.en,
    name.zh,
    shortName.en,
    shortName.zh,
    ...clearingCodes.map(({ code }) => code),
  ];
  return names.some((text) => text.toLowerCase().includes(q));
}

function orderOf(s: Settlement, sort: string): (a: Participant, b: Participant) => number {
  const sign = sort.startsWith('-') ? -1 : 1;
  const field = sort.replace('-', '');
  const figure = (participant: Participant): bigint => {
    if (field === 'queuedValue') return participant.queuedMinor;
    if (participant.accountId === 0) return 0n;
    return field === 'balance' ? balanceOf(s.accountOf(participant)) : availableOf(s, participant);
  };
  return (a, b) => {
    if (field === 'name') return sign * a.profile.name.en.localeCompare(b.profile.name.en);
    const [left, right] = [figure(a), figure(b)];
    return left === right ? a.index - b.index : sign * (left < right ? -1 : 1);
  };
}
