// Participants over HTTP: the list, one in detail, its liquidity over the day; who joins, is suspended, returns or leaves.
import { Type } from '@sinclair/typebox';
import {
  BusinessDaySchema, type Caller, decodeCursor, listQuery, OneOf, pageOf, ReasonSchema, type Route, route, TitleSchema,
} from '../../../platform/http/index.ts'; // prettier-ignore
import { balanceOf } from '../../ledger/index.ts';
import { availableOf, type DayFlows, participantDetailJson, participantJson } from '../answers/json.ts';
import { readActs } from '../answers/payment-reads.ts';
import { readDayTotals, readLiquidityDay } from '../answers/reads.ts';
import { differencesOf } from './differences.ts';
import {
  LiquidityDaySchema, ParticipantDetailSchema, type ParticipantDetailJson, ParticipantPage, STANDINGS,
} from '../answers/schemas.ts'; // prettier-ignore
import { type Title } from '../day/calendar.ts';
import { admitParticipant, nextAccountId } from '../participants/admit-participant.ts';
import { changeStanding } from '../participants/change-standing.ts';
import { type Participant, PARTICIPANT_KINDS, type Profile } from '../participants/participant.ts';
import { refuse } from '../refusals.ts';
import { type Settlement } from '../settlement.ts';
import { act, assertOwn, ownOf, type SettlementContext, settlementOf } from './route-context.ts';

const tag = 'participants';
const SORTS = ['name', 'balance', 'queuedValue', 'available'] as const;

/** The business date a change of standing begins with; at once when absent. */
const FromSchema = Type.Optional(BusinessDaySchema);

const NewParticipantSchema = Type.Object({
  id: Type.Optional(Type.String({ maxLength: 40, description: 'Used in paths; the BIC when absent' })),
  bic: Type.String({ maxLength: 11 }),
  lei: Type.Optional(Type.String({ maxLength: 20 })),
  clearingCodes: Type.Optional(
    Type.Array(Type.Object({ scheme: Type.String({ maxLength: 35 }), code: Type.String({ maxLength: 28 }) }), {
      maxItems: 20,
    }),
  ),
  kind: OneOf(PARTICIPANT_KINDS, 'ParticipantKind'),
  name: TitleSchema,
  shortName: Type.Optional(TitleSchema),
  settlesThrough: Type.Optional(Type.String({ maxLength: 40, description: 'For an indirect one: its direct one' })),
  joinedOn: Type.Optional(BusinessDaySchema),
});

async function flowsOf({ pool }: SettlementContext, s: Settlement): Promise<DayFlows> {
  if (!s.day) return { sent: new Map(), received: new Map() };
  return (await readDayTotals(pool, s.books.bookId, s.day.date)).flows;
}

export async function readParticipantDetail(context: SettlementContext, id: string): Promise<ParticipantDetailJson> {
  const s = settlementOf(context);
  const participant = s.participantById.get(id) ?? refuse('participant_not_found', '/id');
  const [flows, acts] = await Promise.all([
    flowsOf(context, s),
    readActs(context.pool, s.books.bookId, 'participant', id),
  ]);
  return participantDetailJson(s, participant, flows, acts);
}

export function participantRoutes(context: SettlementContext): Route[] {
  const { pool } = context;
  const may = ['operator', 'participant'] as const;
  return [
    route({
      method: 'GET',
      path: '/v1/participants',
      summary: { en: 'Participants', zh: '参与者' },
      tag,
      may,
      own: true,
      query: listQuery(
        {
          q: Type.Optional(Type.String({ maxLength: 100 })),
          kind: Type.Optional(OneOf(PARTICIPANT_KINDS, 'ParticipantKind')),
          standing: Type.Optional(OneOf(STANDINGS, 'ParticipantStanding')),
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
        const flows = await flowsOf(context, s);
        return pageOf(
          shown.slice(from, from + query.limit + 1),
          query.limit,
          (participant) => participantJson(s, participant, flows),
          () => [from + query.limit],
        );
      },
    }),
    route({
      method: 'POST',
      path: '/v1/participants',
      summary: { en: 'Admit a participant', zh: '接纳参与者' },
      tag,
      may: ['operator'],
      refuses: ['participant_malformed', 'participant_exists', 'participant_not_found'],
      body: NewParticipantSchema,
      status: 201,
      answer: ParticipantDetailSchema,
      difference: ({ body: { bic, kind, name } }) => differencesOf(context).admission(bic, kind, name),
      handle: async ({ body, caller }) => {
        const s = settlementOf(context);
        const profile: Profile = {
          ...body,
          id: body.id ?? body.bic,
          clearingCodes: body.clearingCodes ?? [],
          shortName: body.shortName ?? body.name,
          joinedOn: body.joinedOn ?? s.day?.date ?? s.calendar.dayAt(context.clock.now()),
        };
        const deed = {
          ...deedOf('admit-participant', caller, profile.id, { en: 'Admitted', zh: '已接纳' }),
          accountIds: [nextAccountId(s)],
        };
        await act(context, deed, (settlement, at) => admitParticipant(settlement, profile, at));
        return readParticipantDetail(context, profile.id);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/participants/{id}',
      summary: { en: 'A participant', zh: '参与者详情' },
      tag,
      may,
      own: true,
      refuses: ['participant_not_found'],
      answer: ParticipantDetailSchema,
      handle: ({ params, caller }) => {
        assertOwn(caller, params.id);
        return readParticipantDetail(context, params.id);
      },
    }),
    route({
      method: 'GET',
      path: '/v1/participants/{id}/liquidity',
      summary: { en: "A participant's liquidity over the day", zh: '参与者当日流动性' },
      tag,
      may,
      own: true,
      refuses: ['participant_not_found', 'has_no_account', 'day_not_open'],
      answer: LiquidityDaySchema,
      handle: ({ params, caller }) => {
        assertOwn(caller, params.id);
        const s = settlementOf(context);
        const participant = s.participantById.get(params.id) ?? refuse('participant_not_found', '/id');
        return readLiquidityDay(pool, s, participant, context.clock.now());
      },
    }),
    standingRoute(context, 'suspend', 'suspended', {
      summary: { en: 'Suspend a participant', zh: '暂停参与者' },
      done: { en: 'Suspended', zh: '已暂停' },
    }),
    standingRoute(context, 'resume', 'active', {
      summary: { en: 'Let a suspended participant take part again', zh: '恢复参与者' },
      done: { en: 'Resumed', zh: '已恢复' },
    }),
    standingRoute(context, 'leave', 'left', {
      summary: { en: 'A participant leaves; its account is frozen', zh: '参与者退出，其账户冻结' },
      done: { en: 'Left', zh: '已退出' },
    }),
  ];
}

export const deedOf = (name: string, caller: Caller, id: string, text: Title, reason?: string) =>
  ({ name, caller, subject: 'participant', subjectId: id, text, reason }) as const;

function standingRoute(
  context: SettlementContext,
  verb: 'suspend' | 'resume' | 'leave',
  standing: 'suspended' | 'active' | 'left',
  { summary, done }: { summary: Title; done: Title },
): Route {
  return route({
    method: 'POST',
    path: `/v1/participants/{id}/${verb}`,
    summary,
    tag,
    may: ['operator'],
    refuses: ['participant_not_found', 'date_passed'],
    body: Type.Object({ reason: ReasonSchema, from: FromSchema }),
    answer: ParticipantDetailSchema,
    difference: ({ params: { id }, body: { from }, caller }) =>
      differencesOf(context).standing(caller, id, standing, from),
    handle: async ({ params: { id }, body: { reason, from }, caller }) => {
      const text = from === undefined ? done : { en: `${done.en} from ${from}`, zh: `${done.zh}，自 ${from} 起` };
      const deed = deedOf(`${verb}-participant`, caller, id, text, reason);
      await act(context, deed, (s, at) => changeStanding(s, id, standing, at, from));
      return readParticipantDetail(context, id);
    },
  });
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
    if (field === 'queuedValue') return participant.queuedMinor + participant.asideMinor;
    if (participant.accountId === 0) return 0n;
    return field === 'balance' ? balanceOf(s.accountOf(participant)) : availableOf(s, participant);
  };
  return (a, b) => {
    if (field === 'name') return sign * a.profile.name.en.localeCompare(b.profile.name.en);
    const [left, right] = [figure(a), figure(b)];
    return left === right ? a.index - b.index : sign * (left < right ? -1 : 1);
  };
}
