// An environment of an organisation: live, certification or sandbox. The last two are houses of their own, each in a database
// of its own, with a clock that the tenant moves and faults that it makes happen.
import { type Static, Type } from '@sinclair/typebox';
import {
  BusinessDaySchema, MomentSchema, Nullable, OneOf, TitleSchema,
} from '../../platform/http/index.ts'; // prettier-ignore
import { EnvironmentKindSchema } from '../access/index.ts';

export const OWN_KINDS = ['certification', 'sandbox'] as const;
export type OwnKind = (typeof OWN_KINDS)[number];
export const isOwnKind = (name: string): name is OwnKind => (OWN_KINDS as readonly string[]).includes(name);
export const OwnKindSchema = OneOf(OWN_KINDS, 'OwnEnvironmentKind');

/** Names one of them. */
export interface Name {
  readonly organisationId: string;
  readonly kind: OwnKind;
}

export const nameOf = ({ kind, organisationId }: Name): string => `${kind} ${organisationId}`;
export const baseOf = ({ kind, organisationId }: Name): string => `/${kind}/${encodeURIComponent(organisationId)}`;

export const FAULTS = ['late-answer', 'next-message-refused', 'next-answer-lost', 'link-cut', 'cut-off-now'] as const;
export type FaultKind = (typeof FAULTS)[number];
export const isFault = (name: string): name is FaultKind => (FAULTS as readonly string[]).includes(name);
export const FaultKindSchema = OneOf(FAULTS, 'FaultKind');

const FaultSchema = Type.Object(
  {
    kind: FaultKindSchema,
    endsAt: Nullable(
      Type.String({ format: 'date-time', description: 'Time of the world; null: it ends by happening once.' }),
    ),
    delaySeconds: Nullable(Type.Integer({ description: 'Of late answers.' })),
  },
  { title: 'Fault', description: 'What was asked to go wrong and has not ended.' },
);
export type FaultJson = Static<typeof FaultSchema>;

const RequestSchema = Type.Object(
  {
    at: Type.String({ format: 'date-time', description: 'Time of the world.' }),
    method: Type.String(),
    path: Type.String(),
    status: Type.Integer({ description: '0: the connection ended without an answer.' }),
    milliseconds: Type.Integer(),
    actor: Type.String(),
  },
  { title: 'RecentRequest' },
);
export type RecentRequest = Static<typeof RequestSchema>;

export const EnvironmentSchema = Type.Object(
  {
    organisationId: Nullable(Type.String({ description: 'Whose it is; null where it is everyone’s.' })),
    kind: EnvironmentKindSchema,
    base: Type.String({ description: 'What stands before the paths of the API.', examples: ['/sandbox/MRDNCNBJ'] }),
    participantId: Nullable(Type.String({ description: 'Who the tenant is there.' })),
    clock: Type.Object(
      {
        now: MomentSchema,
        isRunning: Type.Boolean(),
        date: Nullable(BusinessDaySchema),
        phase: Nullable(Type.Object({ code: Type.String(), title: TitleSchema }, { title: 'PhaseNow' })),
        next: Nullable(Type.Object({ title: TitleSchema, at: MomentSchema }, { title: 'PhaseNext' })),
      },
      { title: 'EnvironmentClock' },
    ),
    faults: Type.Array(FaultSchema),
    requests: Type.Array(RequestSchema, { description: 'The latest fifty, newest first.' }),
  },
  { title: 'Environment', description: 'The environment that answers here.' },
);
export type EnvironmentJson = Static<typeof EnvironmentSchema>;

export const EnvironmentRefSchema = Type.Object(
  {
    id: Type.String({ examples: ['sandbox-MRDNCNBJ'] }),
    organisationId: Type.String(),
    kind: OwnKindSchema,
    base: Type.String({ examples: ['/sandbox/MRDNCNBJ'] }),
    createdAt: MomentSchema,
    isOpen: Type.Boolean({ description: 'Whether it is in memory now; otherwise the next request opens it.' }),
  },
  { title: 'EnvironmentRef' },
);
export type EnvironmentRef = Static<typeof EnvironmentRefSchema>;
export const EnvironmentListSchema = Type.Object(
  { items: Type.Array(EnvironmentRefSchema) },
  { title: 'EnvironmentList', description: 'In the order of their organisations.' },
);
