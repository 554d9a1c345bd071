// A request as the log keeps it, and as the API answers it.
import { type Static, Type } from '@sinclair/typebox';
import { EnvironmentKindSchema } from '../access/index.ts';
import { MomentSchema, Nullable, TitleSchema } from '../../platform/http/index.ts';

const shared = {
  id: Type.String({ description: 'As in the header x-request-id of the answer.' }),
  at: Type.String({ format: 'date-time', description: 'When it was answered.' }),
  environment: EnvironmentKindSchema,
  method: Type.String(),
  path: Type.String({ description: 'As declared; empty when there is nothing at the address.' }),
  target: Type.String({ description: 'Path and query as they came.' }),
  status: Type.Integer(),
  code: Nullable(Type.String({ description: 'Of the refusal; `fault` of a fault of ours.' })),
  field: Nullable(Type.String({ description: 'Where the refusal points to.' })),
  microseconds: Type.Integer({ description: 'From its first byte to the last of its answer.' }),
  actor: Type.String(),
  keyId: Nullable(Type.String()),
  idempotencyKey: Nullable(Type.String()),
  bytesIn: Type.Integer(),
  bytesOut: Type.Integer(),
};

export const LoggedRequestSchema = Type.Object(shared, { title: 'LoggedRequest' });
export type LoggedRequestJson = Static<typeof LoggedRequestSchema>;

export const LoggedRequestDetailSchema = Type.Object(
  {
    ...shared,
    askedType: Nullable(Type.String()),
    asked: Nullable(Type.String({ description: 'Its body; never of live, and not when it was longer than 64 kB.' })),
    answeredType: Nullable(Type.String()),
    answered: Nullable(Type.String()),
    explanation: Nullable(TitleSchema),
  },
  { title: 'LoggedRequestDetail' },
);
export type LoggedRequestDetailJson = Static<typeof LoggedRequestDetailSchema>;

export const LoggedRequestPage = Type.Object(
  {
    items: Type.Array(LoggedRequestSchema),
    next: Type.Union([Type.String(), Type.Null()], { description: 'Give it as `after`; null on the last page.' }),
    dropped: Type.Array(
      Type.Object({ at: MomentSchema, count: Type.Integer() }, { title: 'DroppedRequests' }),
      { description: 'Requests that were answered but not kept, because there were too many: the latest twenty times.' },
    ),
  },
  { title: 'LoggedRequestPage', description: 'The newest first.' },
); // prettier-ignore
