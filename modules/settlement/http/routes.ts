// Everything settlement offers over HTTP.
import { Type } from '@sinclair/typebox';
import { listQuery, ReasonSchema, type Route, route } from '../../../platform/http/index.ts';
import { isDate } from '../../../platform/time-zone.ts';
import { dayJson } from '../answers/json.ts';
import { readActs } from '../answers/payment-reads.ts';
import { readDay, readDayPage } from '../answers/reads.ts';
import { DayClosePreviewSchema, type DayJson, DayPage, DaySchema } from '../answers/schemas.ts';
import { type BusinessDay, closeDay, extendPhase, previewClose } from '../day/business-day.ts';
import { refuse } from '../refusals.ts';
import { clearingRoutes } from './clearing-routes.ts';
import { liquidityRoutes } from './liquidity-routes.ts';
import { participantRoutes } from './participant-routes.ts';
import { paymentRoutes } from './payment-routes.ts';
import { act, type SettlementContext, settlementOf } from './route-context.ts';

export { type SettlementContext, type SettlementMemory } from './route-context.ts';

export function settlementRoutes(context: SettlementContext): Route[] {
  return [
    ...participantRoutes(context),
    ...liquidityRoutes(context),
    ...paymentRoutes(context),
    ...dayRoutes(context),
    ...clearingRoutes(context),
  ];
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
    route({
      method: 'GET',
      path: '/v1/day',
      summary: { en: 'The current business day', zh: '当前营业日' },
      tag,
      may: ['operator', 'participant'],
      refuses: ['day_not_open'],
      answer: DaySchema,
      handle: () => readDayJson(context, today()),
    }),
    route({
      method: 'GET',
      path: '/v1/days',
      summary: { en: 'Business days, newest first', zh: '营业日列表' },
      tag,
      may: ['operator'],
      query: listQuery({}),
      answer: DayPage,
      handle: ({ query }) => readDayPage(pool, settlementOf(context).books.bookId, query),
    }),
    route({
      method: 'GET',
      path: '/v1/days/{date}',
      summary: { en: 'A business day', zh: '指定营业日' },
      tag,
      may: ['operator', 'participant'],
      refuses: ['day_not_found'],
      answer: DaySchema,
      handle: async ({ params: { date } }) => {
        if (!isDate(date)) refuse('day_not_found', '/date');
        const s = settlementOf(context);
        const day = s.day?.date === date ? s.day : await readDay(pool, s.books.bookId, date);
        return readDayJson(context, day ?? refuse('day_not_found', '/date'));
      },
    }),
    route({
      method: 'POST',
      path: '/v1/day/extend',
      summary: { en: 'Make a phase longer', zh: '延长阶段' },
      tag,
      may: ['operator'],
      refuses: ['day_not_open', 'phase_not_found', 'phase_is_past', 'extension_out_of_range'],
      body: Type.Object({ phase: Type.String({ maxLength: 50 }), minutes: Type.Integer(), reason: ReasonSchema }),
      answer: DaySchema,
      handle: async ({ body: { phase, minutes, reason }, caller }) => {
        const { date } = today();
        const text = { en: `Phase ${phase} extended by ${minutes} minutes`, zh: `阶段 ${phase} 延长 ${minutes} 分钟` };
        const deed = { name: 'extend-phase', caller, subject: 'day', subjectId: date, text, reason } as const;
        return readDayJson(context, await act(context, deed, (s, at) => extendPhase(s, phase, minutes, at)));
      },
    }),
    route({
      method: 'GET',
      path: '/v1/day/close',
      summary: { en: 'What closing now would do', zh: '预览日终' },
      tag,
      may: ['operator'],
      refuses: ['day_not_open'],
      answer: DayClosePreviewSchema,
      handle: () => {
        const { queuedMinor, creditUsedMinor, ...rest } = previewClose(settlementOf(context));
        return { ...rest, queuedValue: String(queuedMinor), creditUsed: String(creditUsedMinor) };
      },
    }),
    route({
      method: 'POST',
      path: '/v1/day/close',
      summary: { en: 'End entry now and hand back what is queued', zh: '立即日终' },
      tag,
      may: ['operator'],
      refuses: ['day_not_open'],
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
