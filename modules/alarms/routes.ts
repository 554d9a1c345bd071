// Alarms over HTTP.
import { Type } from '@sinclair/typebox';
import { listQuery, OneOf, type Route, route } from '../../platform/http/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type AlarmBoard } from './alarm-board.ts';
import { AlarmPage, AlarmSchema } from './alarm.ts';
import { readAlarmPage } from './reads.ts';

export interface AlarmContext {
  readonly pool: Pool;
  readonly board: AlarmBoard;
  readonly clock: Clock;
}

export function alarmRoutes({ pool, board, clock }: AlarmContext): Route[] {
  const tag = 'alarms';
  return [
    route({
      method: 'GET',
      path: '/v1/alarms',
      summary: { en: 'Alarms, newest first', zh: '告警列表' },
      tag,
      may: ['operator'],
      query: listQuery({ state: Type.Optional(OneOf(['open', 'all'])) }),
      answer: AlarmPage,
      handle: ({ query }) => readAlarmPage(pool, { ...query, state: query.state ?? 'open' }),
    }),
    route({
      method: 'POST',
      path: '/v1/alarms/{id}/acknowledge',
      summary: { en: 'Say that the alarm was seen', zh: '确认告警' },
      tag,
      may: ['operator'],
      refuses: ['alarm_not_found'],
      answer: AlarmSchema,
      handle: async ({ params: { id }, caller }) => {
        const by = caller.kind === 'nobody' ? 'nobody' : caller.actor;
        const alarm = await board.acknowledge(id, by, clock.now());
        if (!alarm) throw new Refusal('alarm_not_found', { field: '/id' });
        return alarm;
      },
    }),
  ];
}
