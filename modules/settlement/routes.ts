// Everything settlement offers over HTTP.
import { Type } from '@sinclair/typebox';
import {
  listQuery, OneOf, ReasonSchema, type Route,
} from '../../platform/http/index.ts'; // prettier-ignore
import { typedRoute } from '../../platform/typed-route.ts';
import { type BusinessDay, closeDay, extendPhase, previewClose } from './business-day.ts';
import { clearingBatchDetailJson, dayJson } from './json.ts';
import { participantRoutes } from './participant-routes.ts';
import { readActs } from './payment-reads.ts';
import { paymentRoutes } from './payment-routes.ts';
import { readClearingBatch, readClearingPage, readDay, readDayPage } from './reads.ts';
import { refuse } from './refusals.ts';
import { act, ownOf, type SettlementContext, settlementOf, uuidOf } from './route-context.ts';
import {
  BATCH_STATES, ClearingBatchDetailSchema, ClearingPage, DayClosePreviewSchema, type DayJson, DayPage, DaySchema,
} from './schemas.ts'; // prettier-ignore

export { type SettlementContext, type SettlementMemory } from './route-context.ts';

export function settlementRoutes(context: SettlementContext): Route[] {
  return [...participantRoutes(context), ...paymentRoutes(context), ...dayRoutes(context), ...clearingRoutes(context)];
}

/** The day as the API shows it, with its trail. */
export async function readDayJson(
  context: Pick<SettlementContext, 'writer' | 'pool' | 'clock'>,
  day: BusinessDay,
): Promise<DayJson> {
  const s = settlementOf(context);
  const acts = await readActs(context.pool, s.books.bookId, 'day', day.date);
  return dayJson(s, day, context.clock.now(), acts);
}

function dayRoutes(context: SettlementContext): Route[] {
  const { pool } = context;
  const tag = 'day';
  const today = (): BusinessDay => settlementOf(context).day ?? refuse('day_not_open');
  return [
    typedRoute({
      method: 'GET',
      path: '/v1/day',
      summary: { en: 'The current business day', zh: '当前营业日' },
      tag,
      may: ['operator', 'participant'],
      answer: DaySchema,
      handle: () => readDayJson(context, today()),
    }),
    typedRoute({
      method: 'GET',
      path: '/v1/days',
      summary: { en: 'Business days, newest first', zh: '营业日列表' },
      tag,
      may: ['operator'],
      query: listQuery({}),
      answer: DayPage,
      handle: ({ query }) => readDayPage(pool, settlementOf(context).books.bookId, query),
    }),
    typedRoute({
      method: 'GET',
      path: '/v1/days/{date}',
      summary: { en: 'A business day', zh: '指定营业日' },
      tag,
      may: ['operator', 'participant'],
      answer: DaySchema,
      handle: async ({ params: { date } }) => {
        if (!isDate(date)) refuse('day_not_found', '/date');
        const s = settlementOf(context);
        const day = s.day?.date === date ? s.day : await readDay(pool, s.books.bookId, date);
        return readDayJson(context, day ?? refuse('day_not_found', '/date'));
      },
    }),
    typedRoute({
      method: 'POST',
      path: '/v1/day/extend',
      summary: { en: 'Make a phase longer', zh: '延长阶段' },
      tag,
      may: ['operator'],
      body: Type.Object({ phase: Type.String({ maxLength: 50 }), minutes: Type.Integer(), reason: ReasonSchema }),
      answer: DaySchema,
      handle: async ({ body: { phase, minutes, reason }, caller }) => {
        const { date } = today();
        const text = { en: `Phase ${phase} extended by ${minutes} minutes`, zh: `阶段 ${phase} 延长 ${minutes} 分钟` };
        const deed = { name: 'extend-phase', caller, subject: 'day', subjectId: date, text, reason } as const;
        return readDayJson(context, await act(context, deed, (s, at) => extendPhase(s, phase, minutes, at)));
      },
    }),
    typedRoute({
      method: 'GET',
      path: '/v1/day/close',
      summary: { en: 'What closing now would do', zh: '预览日终' },
      tag,
      may: ['operator'],
      answer: DayClosePreviewSchema,
      handle: () => {
        const { queuedMinor, creditUsedMinor, ...rest } = previewClose(settlementOf(context));
        return { ...rest, queuedValue: String(queuedMinor), creditUsed: String(creditUsedMinor) };
      },
    }),
    typedRoute({
      method: 'POST',
      path: '/v1/day/close',
      summary: { en: 'End entry now and hand back what is queued', zh: '立即日终' },
      tag,
      may: ['operator'],
      body: Type.Object({ reason: ReasonSchema }),
      answer: DaySchema,
      handle: async ({ body: { reason }, caller }) => {
        const { date } = today();
        const text = { en: 'Entry ended early', zh: '提前结束业务受理' };
        const deed = { name: 'close-day', caller, subject: 'day', subjectId: date, text, reason } as const;
        return readDayJson(context, await act(context, deed, closeDay));
      },
    }),
  ];
}

function clearingRoutes(context: SettlementContext): Route[] {
  const { pool } = context;
  const tag = 'clearing';
  return [
    typedRoute({
      method: 'GET',
      path: '/v1/clearing',
      summary: { en: 'Clearing batches', zh: '清算批次' },
      tag,
      may: ['operator', 'participant'],
      query: listQuery({
        house: Type.Optional(Type.String({ maxLength: 100 })),
        state: Type.Optional(OneOf(BATCH_STATES)),
      }),
      answer: ClearingPage,
      handle: ({ query, caller }) => readClearingPage(pool, settlementOf(context), { ...query, party: ownOf(caller) }),
    }),
    typedRoute({
      method: 'GET',
      path: '/v1/clearing/{id}',
      summary: { en: 'A clearing batch', zh: '清算批次详情' },
      tag,
      may: ['operator', 'participant'],
      answer: ClearingBatchDetailSchema,
      handle: async ({ params, caller }) => {
        const id = uuidOf(params.id, 'batch_not_found');
        const s = settlementOf(context);
        const batch = s.batches.get(id) ?? (await readClearingBatch(pool, s, id)) ?? refuse('batch_not_found', '/id');
        const own = ownOf(caller);
        const detail = clearingBatchDetailJson(s, batch, context.clock.now());
        if (own === undefined || batch.house.id === own) return detail;
        // A member sees its own position only.
        const positions = detail.positions.filter(({ participant }) => participant.id === own);
        return positions.length > 0 ? { ...detail, positions } : refuse('batch_not_found', '/id');
      },
    }),
  ];
}

function isDate(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}
