// What the status page says: each service, whether it works, how it did by day, failures and notices.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, TitleSchema } from '../../platform/http/index.ts';
import { NoticeSchema } from './notice.ts';
import { SERVICE_IDS } from './service.ts';

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

const FailureSchema = Type.Object(
  { service: OneOf(SERVICE_IDS), openedAt: MomentSchema, closedAt: Nullable(MomentSchema) },
  { title: 'ServiceFailure', description: 'A service failed for three minutes or longer; it began with the first.' },
);
export type Failure = Static<typeof FailureSchema>;

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
    failures: Type.Array(FailureSchema),
    notices: Type.Array(NoticeSchema, { description: 'Those that are not over.' }),
  },
  { title: 'Status', description: 'Made of memory alone: it answers while the rest is down.' },
);
export type StatusJson = Static<typeof StatusSchema>;
export type State = StatusJson['state'];
