// What belongs to no single module: the institution and the demo's controls.
import { Type } from '@sinclair/typebox';
import { type Institution } from '../../modules/messages/index.ts';
import { type Clock, formatInstant } from '../../platform/instant.ts';
import { minorDigits } from '../../platform/money.ts';
import { type Call, type Route, route } from '../../platform/http/index.ts';
import { Refusal, type RefusalTexts } from '../../platform/refusal.ts';
import { type DemoStream } from './demo/stream.ts';

export const SERVER_REFUSALS = {
  no_demo: { status: 404, en: 'The demo is not running here.', zh: '本服务器未运行演示。' },
  speed_unknown: { status: 422, en: 'The speed is not one of those offered.', zh: '不支持该速度。' },
} as const satisfies RefusalTexts;

export interface ServerContext {
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
        given().change({ state: verb === 'pause' ? 'paused' : verb === 'resume' ? 'running' : 'stopped' });
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
        const { speed } = call.body;
        if (!given().status.speeds.includes(speed)) throw new Refusal('speed_unknown', { field: '/speed' });
        given().change({ speed });
        return given().status;
      },
    }),
  ];
}
