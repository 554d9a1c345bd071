// The environment that answers, and what its tenant may do with it: move its clock, make faults, begin anew. The same routes
// are at live, where they tell of it and change nothing.
import { Type } from '@sinclair/typebox';
import { type Caller, MomentSchema, OneOf, type Route, route } from '../../platform/http/index.ts';
import { parseInstant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type EnvironmentJson, EnvironmentSchema, FaultKindSchema, isFault } from './environment.ts';
import { CLOCK_ACTS, type ClockMove, type Controls } from './house.ts';

const EVERYONE = ['operator', 'participant', 'organisation'] as const;
const tag = 'environments';

/** `live` tells of live, where there are no controls. */
export function controlRoutes(given: Controls | { readonly live: () => EnvironmentJson }): Route[] {
  const controls = (): Controls => {
    if ('live' in given) throw new Refusal('environment_is_live');
    return given;
  };
  const read = async (): Promise<EnvironmentJson> => ('live' in given ? given.live() : given.read());
  const refuses = ['environment_is_live'];
  return [
    route({
      method: 'GET',
      path: '/v1/environment',
      summary: { en: 'The environment that answers here, its clock and faults', zh: '当前环境及其时钟与故障' },
      tag,
      may: EVERYONE,
      answer: EnvironmentSchema,
      handle: read,
    }),
    route({
      method: 'POST',
      path: '/v1/environment/clock',
      summary: { en: 'Move the clock forward, pause it, let it run', zh: '向前调整、暂停或继续时钟' },
      description: {
        en: 'On the way every phase begins and ends at its own time, so that a jump over days leaves the same books as waiting does.',
        zh: '途中各阶段均按其时间开始与结束，因此跨日调整与实际等待的结果相同。',
      },
      tag,
      may: EVERYONE,
      refuses: [...refuses, 'clock_not_forward', 'clock_too_far'],
      body: Type.Object({ act: OneOf(CLOCK_ACTS, 'ClockAct'), at: Type.Optional(MomentSchema) }),
      answer: EnvironmentSchema,
      handle: async ({ body }) => {
        await controls().moveClock(moveOf(body));
        return read();
      },
    }),
    route({
      method: 'POST',
      path: '/v1/environment/faults',
      summary: { en: 'Make something go wrong', zh: '制造故障' },
      description: {
        en:
          '`late-answer`: answers to messages come `delaySeconds` late for `seconds`. `next-message-refused`: the next ' +
          'message gets admi.002; sent again it is heeded. `next-answer-lost`: the next message is done and its answer ' +
          'lost with the connection. `link-cut`: for `seconds` every connection but those to /v1/environment is dropped, ' +
          'or answered 503 with `how` unavailable. `cut-off-now`: entry ends for the business day.',
        zh: 'late-answer：在 seconds 秒内，报文回执延迟 delaySeconds 秒；next-message-refused：下一份报文以 admi.002 拒绝，重发即可受理；next-answer-lost：下一份报文已处理但回执丢失；link-cut：在 seconds 秒内断开除 /v1/environment 外的连接，或返回 503；cut-off-now：立即截止当日受理。',
      },
      tag,
      may: EVERYONE,
      refuses: [...refuses, 'day_not_open'],
      body: Type.Object({
        kind: FaultKindSchema,
        seconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 600, description: 'How long it lasts.' })),
        delaySeconds: Type.Optional(Type.Integer({ minimum: 1, maximum: 60 })),
        how: Type.Optional(OneOf(['drop', 'unavailable'])),
      }),
      answer: EnvironmentSchema,
      handle: async ({ body: { how, kind, ...more }, caller }) => {
        await controls().beginFault({ kind, ...more, isDropped: how !== 'unavailable' }, actorOf(caller));
        return read();
      },
    }),
    route({
      method: 'DELETE',
      path: '/v1/environment/faults/{kind}',
      summary: { en: 'End a fault', zh: '结束故障' },
      tag,
      may: EVERYONE,
      refuses,
      answer: EnvironmentSchema,
      handle: async ({ params: { kind } }) => {
        if (isFault(kind)) await controls().endFault(kind);
        else controls();
        return read();
      },
    }),
    route({
      method: 'POST',
      path: '/v1/environment/reset',
      summary: { en: 'Begin anew from the seed; everything in it is gone', zh: '恢复初始状态，其中一切数据将被清除' },
      tag,
      may: EVERYONE,
      refuses,
      answer: EnvironmentSchema,
      handle: async () => {
        await controls().reset();
        return read();
      },
    }),
  ];
}

function moveOf({ act, at }: { act: ClockMove['act']; at?: string }): ClockMove {
  if (act !== 'move-to') return { act };
  const moment = at === undefined ? undefined : parseInstant(at);
  if (moment === undefined) throw new Refusal('clock_not_forward', { field: '/at' });
  return { act, at: moment };
}

const actorOf = (caller: Caller): string => (caller.kind === 'nobody' ? 'nobody' : caller.actor);
