// A notice: what operators tell everyone of an incident they work on, or of maintenance they plan. Its story is its updates.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, TitleSchema } from '../../platform/http/index.ts';
import { type Instant, parseInstant } from '../../platform/instant.ts';
import { SERVICE_IDS } from './service.ts';

export const INCIDENT_STATES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
/** Maintenance is under way by the clock: from its start until somebody says that it is done. */
export const MAINTENANCE_STATES = ['planned', 'done', 'cancelled'] as const;
const KINDS = ['incident', 'maintenance'] as const;

const NoticeStateSchema = OneOf([...INCIDENT_STATES, ...MAINTENANCE_STATES], 'NoticeState');
export type NoticeState = Static<typeof NoticeStateSchema>;

const UpdateSchema = Type.Object(
  { at: MomentSchema, state: NoticeStateSchema, text: TitleSchema },
  { title: 'NoticeUpdate' },
);

export const NoticeSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    kind: OneOf(KINDS, 'NoticeKind'),
    state: NoticeStateSchema,
    services: Type.Array(OneOf(SERVICE_IDS)),
    title: TitleSchema,
    startsAt: MomentSchema,
    endsAt: Nullable(MomentSchema),
    updates: Type.Array(UpdateSchema, { description: 'Newest first.' }),
  },
  {
    title: 'Notice',
    description: 'An incident, or maintenance from `startsAt` to `endsAt`, as operators tell of it.',
  },
);
export type NoticeJson = Static<typeof NoticeSchema>;

const GivenText = (maxLength: number) =>
  Type.Object(
    { en: Type.String({ minLength: 1, maxLength }), zh: Type.String({ minLength: 1, maxLength }) },
    { description: 'In English and Simplified Chinese.' },
  );
const Window = {
  startsAt: Type.Optional(MomentSchema),
  endsAt: Type.Optional(MomentSchema),
};

export const GivenNoticeSchema = Type.Object(
  {
    kind: OneOf(KINDS),
    title: GivenText(200),
    services: Type.Array(OneOf(SERVICE_IDS), { minItems: 1, uniqueItems: true }),
    text: GivenText(2_000),
    ...Window,
  },
  {
    title: 'GivenNotice',
    description: 'Maintenance names `startsAt` and `endsAt`; an incident began now, or at `startsAt`.',
  },
);
export type GivenNotice = Static<typeof GivenNoticeSchema>;

export const GivenUpdateSchema = Type.Object(
  { state: NoticeStateSchema, text: GivenText(2_000), ...Window },
  { title: 'GivenNoticeUpdate', description: '`startsAt` and `endsAt` move maintenance that is planned.' },
);
export type GivenUpdate = Static<typeof GivenUpdateSchema>;

export const isOver = ({ state }: Pick<NoticeJson, 'state'>): boolean =>
  state === 'resolved' || state === 'done' || state === 'cancelled';

/** Maintenance that has begun and of which nobody has said that it is done. */
export const isUnderWay = ({ kind, state, startsAt }: NoticeJson, at: Instant): boolean =>
  kind === 'maintenance' && state === 'planned' && parseInstant(startsAt)! <= at;
