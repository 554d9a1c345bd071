// What belongs to no single module: the institution, the demo's controls, and the live stream.
import { Type } from '@sinclair/typebox';
import { type Institution } from '../../modules/messages/index.ts';
import { type SettlementEvent } from '../../modules/settlement/index.ts';
import { type Clock, formatInstant } from '../../platform/instant.ts';
import { minorDigits } from '../../platform/money.ts';
import { type Call, type Route, route, type SentEvent } from '../../platform/http/index.ts';
import { Refusal, type RefusalTexts } from '../../platform/refusal.ts';
import { type House } from './compose.ts';
import { type DemoStream } from './demo/stream.ts';

export const SERVER_REFUSALS = {
  no_demo: { status: 404, en: 'The demo is not running here.', zh: '本服务器未运行演示。' },
  speed_unknown: { status: 422, en: 'The speed is not one of those offered.', zh: '不支持该速度。' },
} as const satisfies RefusalTexts;

export interface ServerContext {
  readonly house: House;
  readonly institution: Institution;
  readonly clock: Clock;
  readonly demo: DemoStream | undefined;
  readonly version: string;
}

export function serverRoutes(context: ServerContext): Route[] {
  const { institution, demo, version } = context;
  const startedAt = formatInstant(context.clock.now());
  return [
    route({
      method: 'GET',
      path: '/v1/institution',
      summary: { en: 'Who runs this, and in which money and time', zh: '运营机构、币种与时区' },
      tag: 'institution',
      may: ['nobody', 'operator', 'participant'],
      handle: () => ({
        name: institution.name,
        bic: institution.bic,
        environment: demo ? 'sandbox' : 'live',
        currency: institution.currency,
        minorDigits: minorDigits(institution.currency),
        timeZone: institution.zone.name,
        version,
        startedAt,
        hasDemo: demo !== undefined,
      }),
    }),
    route({
      method: 'GET',
      path: '/v1/live',
      summary: { en: 'What happens, as it happens (server-sent events)', zh: '实时事件流（SSE）' },
      tag: 'live',
      may: ['operator'],
      answer: 'events',
      handle: (call) => liveEvents(context, call),
    }),
    ...demoRoutes(demo),
  ];
}

function demoRoutes(demo: DemoStream | undefined): Route[] {
  const given = (): DemoStream => {
    if (!demo) throw new Refusal('no_demo');
    return demo;
  };
  const act = (verb: 'pause' | 'resume' | 'stop', en: string, zh: string): Route =>
    route({
      method: 'POST',
      path: `/v1/demo/${verb}`,
      summary: { en, zh },
      tag: 'demo',
      may: ['operator'],
      handle: () => {
        given().status.state = verb === 'pause' ? 'paused' : verb === 'resume' ? 'running' : 'stopped';
        return given().status;
      },
    });
  return [
    route({
      method: 'GET',
      path: '/v1/demo',
      summary: { en: 'The stream of demo payments', zh: '演示支付流状态' },
      tag: 'demo',
      may: ['operator'],
      handle: () => given().status,
    }),
    act('pause', 'Pause the demo payments', '暂停演示支付'),
    act('resume', 'Let the demo payments go on', '继续演示支付'),
    act('stop', 'Stop the demo payments', '停止演示支付'),
    route({
      method: 'PUT',
      path: '/v1/demo/speed',
      summary: { en: 'How fast demo payments come', zh: '设置演示支付速度' },
      tag: 'demo',
      may: ['operator'],
      body: Type.Object({ speed: Type.Integer({ minimum: 1 }) }),
      handle: (call: Call<object, object, { speed: number }>) => {
        const { status } = given();
        if (!status.speeds.includes(call.body.speed)) throw new Refusal('speed_unknown', { field: '/speed' });
        status.speed = call.body.speed;
        return status;
      },
    }),
  ];
}

const SECOND_MS = 1_000;

/** Totals once a second while anything changes, and each change of phase. */
async function* liveEvents({ house, clock }: ServerContext, call: Call): AsyncGenerator<SentEvent> {
  const totals = { settledCount: 0, settledMinor: 0n, rejectedCount: 0 };
  const since = { count: 0, minor: 0n };
  const phases: SentEvent[] = [];
  let isChanged = true;
  const stop = house.onEvents((events) => {
    isChanged = true;
    for (const event of events) count(event, totals, since, phases);
  });
  try {
    for (let beat = 0; !call.signal?.aborted; beat++) {
      while (phases.length > 0) yield phases.shift()!;
      if (isChanged || beat % 15 === 0) {
        isChanged = false;
        const { settlement } = house.writer.memory.settlement;
        const queuedMinor = settlement.participants.reduce((sum, { queuedMinor: minor }) => sum + minor, 0n);
        yield {
          event: 'totals',
          data: {
            type: 'totals',
            at: formatInstant(clock.now()),
            settledCount: totals.settledCount,
            settledValue: String(totals.settledMinor),
            queuedCount: settlement.queuedCount,
            queuedValue: String(queuedMinor),
            rejectedCount: totals.rejectedCount,
            openAlarms: 0,
            settledCountDelta: since.count,
            settledValueDelta: String(since.minor),
          },
        };
        Object.assign(since, { count: 0, minor: 0n });
      }
      await new Promise((resolve) => setTimeout(resolve, SECOND_MS));
    }
  } finally {
    stop();
  }
}

function count(
  event: SettlementEvent,
  totals: { settledCount: number; settledMinor: bigint },
  since: { count: number; minor: bigint },
  phases: SentEvent[],
): void {
  if (event.kind === 'payment-settled') {
    totals.settledCount += 1;
    totals.settledMinor += event.payment.amountMinor;
    since.count += 1;
    since.minor += event.payment.amountMinor;
  } else if (event.kind === 'phase-began') {
    const { date, phase = null } = event;
    phases.push({ event: 'phase', data: { type: 'phase', at: formatInstant(event.at), date, phase, state: 'open' } });
  }
}
