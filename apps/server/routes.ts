// What belongs to no single module: the institution and the demo's controls.
import { Type } from '@sinclair/typebox';
import { type EnvironmentKind } from '../../modules/access/index.ts';
import { type Institution } from '../../modules/messages/index.ts';
import { type Clock, formatInstant } from '../../platform/instant.ts';
import { minorDigits } from '../../platform/money.ts';
import { type Route, route } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DemoStream } from './demo/stream.ts';
import { DemoSchema, InstitutionSchema } from './schemas.ts';

export interface ServerContext {
  readonly institution: Institution;
  readonly clock: Clock;
  readonly demo: DemoStream | undefined;
  /** Live, unless the demo plays in it. */
  readonly environment?: EnvironmentKind;
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
      answer: InstitutionSchema,
      handle: () => ({
        name: institution.name,
        bic: institution.bic,
        environment: context.environment ?? (demo ? ('sandbox' as const) : ('live' as const)),
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

const statusOf = ({ status: { state, speed, speeds, paymentsSent } }: DemoStream) => ({
  state,
  speed,
  speeds: [...speeds],
  paymentsSent,
});

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
      refuses: ['no_demo'],
      answer: DemoSchema,
      handle: () => {
        given().change({ state: verb === 'pause' ? 'paused' : verb === 'resume' ? 'running' : 'stopped' });
        return statusOf(given());
      },
    });
  return [
    route({
      method: 'GET',
      path: '/v1/demo',
      summary: { en: 'The stream of demo payments', zh: '演示支付流状态' },
      tag: 'demo',
      may: ['operator'],
      refuses: ['no_demo'],
      answer: DemoSchema,
      handle: () => statusOf(given()),
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
      refuses: ['no_demo', 'speed_unknown'],
      body: Type.Object({ speed: Type.Integer({ minimum: 1, description: 'One of `speeds`.', examples: [5] }) }),
      answer: DemoSchema,
      handle: ({ body: { speed } }) => {
        if (!given().status.speeds.includes(speed)) throw new Refusal('speed_unknown', { field: '/speed' });
        given().change({ speed });
        return statusOf(given());
      },
    }),
  ];
}
