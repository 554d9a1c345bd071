// What the status page speaks of: each service, whether it works, how it did by day, and incidents.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, type Text, TitleSchema } from '../../platform/http/index.ts';

export const SERVICES = {
  api: { en: 'API', zh: '接口服务' },
  settlement: { en: 'Settlement', zh: '清算' },
  messages: { en: 'Messages', zh: '报文收发' },
  evidence: { en: 'Evidence', zh: '审计证据' },
  simulator: { en: 'Simulator', zh: '模拟器' },
  database: { en: 'Database', zh: '数据库' },
} as const satisfies Readonly<Record<string, Text>>;

export type ServiceId = keyof typeof SERVICES;
export const SERVICE_IDS = Object.keys(SERVICES) as ServiceId[];

/** `unknown` until it was probed for the first time. */
const StateSchema = OneOf(['working', 'failing', 'unknown'], 'ServiceState');

const DaySchema = Type.Object(
  {
    date: Type.String({ format: 'date', description: 'UTC.' }),
    probed: Type.Integer({ description: 'Minutes in which it was probed.' }),
    worked: Type.Integer({ description: 'Those in which it worked.' }),
  },
  { title: 'ServiceDay' },
);

const IncidentSchema = Type.Object(
  { service: OneOf(SERVICE_IDS), openedAt: MomentSchema, closedAt: Nullable(MomentSchema) },
  { title: 'StatusIncident', description: 'A service failed for three minutes or longer; it began with the first.' },
);
export type Incident = Static<typeof IncidentSchema>;

export const StatusSchema = Type.Object(
  {
    state: StateSchema,
    checkedAt: Nullable(MomentSchema),
    ageSeconds: Nullable(Type.Integer({ description: 'How old what stands here is.' })),
    services: Type.Array(
      Type.Object(
        {
          id: OneOf(SERVICE_IDS, 'ServiceId'),
          title: TitleSchema,
          state: StateSchema,
          since: Nullable(MomentSchema),
          days: Type.Array(DaySchema),
        },
        { title: 'ServiceStatus' },
      ),
    ),
    incidents: Type.Array(IncidentSchema),
  },
  { title: 'Status', description: 'Made of memory alone: it answers while the rest is down.' },
);
export type StatusJson = Static<typeof StatusSchema>;
export type State = StatusJson['state'];
