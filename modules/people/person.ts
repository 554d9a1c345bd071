// A person: who they are, whose, and what they may do by their roles; and what the API says of them.
import { type Static, Type } from '@sinclair/typebox';
import { OrganisationIdSchema } from '../access/index.ts';
import { MomentSchema, Nullable, OneOf, PageOf, TitleSchema } from '../../platform/http/index.ts';
import { ACTS } from './acts.ts';

/** The first administrator's role: from it come all others. */
export const SECURITY_ADMINISTRATOR = 'security-administrator';

export const LoginSchema = Type.String({
  pattern: '^[a-z0-9][a-z0-9._@-]{1,63}$',
  description: 'In small letters; stands in trails as who did it, and is never given to another.',
  examples: ['lin.wanqing'],
});

export const PersonNameSchema = Type.String({ minLength: 1, maxLength: 100, examples: ['林晚晴'] });

export const RolesSchema = Type.Array(Type.String({ pattern: '^[a-z][a-z-]{1,39}$', examples: ['operator'] }), {
  maxItems: 20,
  uniqueItems: true,
  description: 'What the person may do, as a list of roles.',
});

export const PersonSchema = Type.Object(
  {
    id: Type.String(),
    organisationId: OrganisationIdSchema,
    login: LoginSchema,
    name: PersonNameSchema,
    roles: RolesSchema,
    state: OneOf(['active', 'locked', 'left'], 'PersonState'),
    isEnrolled: Type.Boolean({
      description: 'Has a device to sign in with, or is bound to the organisation’s own sign-in.',
    }),
    createdAt: MomentSchema,
    lastSignedInAt: Nullable(MomentSchema),
  },
  { title: 'Person', description: 'Someone of an organisation, who signs in with a passkey.' },
);
export type PersonJson = Static<typeof PersonSchema>;
export const PersonPage = PageOf(PersonSchema);

export const DeviceSchema = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    isSynced: Type.Boolean({ description: 'Kept by a provider on several machines.' }),
    createdAt: MomentSchema,
    lastUsedAt: Nullable(MomentSchema),
  },
  { title: 'Device', description: 'What a person signs in with: a passkey on a machine or a key of its own.' },
);
export type DeviceJson = Static<typeof DeviceSchema>;

export const SessionSchema = Type.Object(
  {
    id: Type.String(),
    isThis: Type.Boolean({ description: 'The one that asks.' }),
    method: OneOf(['passkey', 'demo', 'provider']),
    device: Nullable(Type.String({ description: 'The name of the device it was opened with.' })),
    address: Type.String(),
    agent: Type.String({ description: 'What the browser says it is.' }),
    createdAt: MomentSchema,
    seenAt: MomentSchema,
    expiresAt: MomentSchema,
  },
  { title: 'Session', description: 'Ends after 15 minutes without an act, and 12 hours after it began.' },
);
export type SessionJson = Static<typeof SessionSchema>;

export const PersonActSchema = Type.Object(
  {
    at: MomentSchema,
    actor: Type.String(),
    act: OneOf(ACTS),
    address: Nullable(Type.String()),
    detail: Nullable(Type.String()),
  },
  { title: 'PersonAct' },
);
export type PersonActJson = Static<typeof PersonActSchema>;

export const RecoverySchema = Type.Object(
  {
    firstBy: Type.String({ description: 'Login name of the administrator who asked.' }),
    firstAt: MomentSchema,
    reason: Type.String(),
    expiresAt: MomentSchema,
  },
  { title: 'Recovery', description: 'A recovery that waits for a second administrator.' },
);

export const PersonDetailSchema = Type.Object(
  {
    ...PersonSchema.properties,
    organisation: TitleSchema,
    devices: Type.Array(DeviceSchema),
    sessions: Type.Integer({ description: 'How many are open.' }),
    linkExpiresAt: Nullable(
      Type.String({ description: 'Until when a link for enrolment is good, when there is one.' }),
    ),
    recovery: Nullable(RecoverySchema),
    acts: Type.Array(PersonActSchema, { description: 'The latest hundred, newest first.' }),
  },
  { title: 'PersonDetail' },
);
export type PersonDetailJson = Static<typeof PersonDetailSchema>;

export const LinkSchema = Type.Object(
  {
    link: Type.String({ description: 'Shown this once; good once, for 24 hours.' }),
    expiresAt: MomentSchema,
    person: PersonSchema,
  },
  { title: 'EnrolmentLink' },
);
export type LinkJson = Static<typeof LinkSchema>;

export const MeSchema = Type.Object(
  {
    ...PersonSchema.properties,
    organisation: TitleSchema,
    kind: OneOf(['operator', 'participant', 'organisation'], 'PersonKind'),
    sessionId: Type.String(),
    method: OneOf(['passkey', 'demo', 'provider'], 'SignInMethod'),
    sessionEndsAt: MomentSchema,
    idleSeconds: Type.Integer({ description: 'Without an act for so long, the session ends.' }),
  },
  { title: 'Me', description: 'Who has signed in.' },
);
export type MeJson = Static<typeof MeSchema>;
