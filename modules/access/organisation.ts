// An organisation: who stands behind keys. One may be a participant of settlement; the central bank is one too.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf, TitleSchema } from '../../platform/http/index.ts';

export const ORGANISATION_KINDS = ['central-bank', 'bank', 'payment-institution', 'clearing-house', 'fintech'] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const ENVIRONMENTS = ['live', 'certification', 'sandbox'] as const;
/** Where an organisation works: with real money, in its conformance run, or at play. */
export type EnvironmentKind = (typeof ENVIRONMENTS)[number];
export const isEnvironment = (name: string): name is EnvironmentKind =>
  (ENVIRONMENTS as readonly string[]).includes(name);
export const EnvironmentKindSchema = OneOf(ENVIRONMENTS, 'EnvironmentKind');

export const OrganisationKindSchema = OneOf(ORGANISATION_KINDS, 'OrganisationKind');

export const OrganisationIdSchema = Type.String({
  pattern: '^[\\w.-]{1,40}$',
  description: 'Its id; a participant’s organisation has the participant’s.',
  examples: ['MRDNCNBJ'],
});

export const OrganisationSchema = Type.Object(
  {
    id: OrganisationIdSchema,
    kind: OrganisationKindSchema,
    name: TitleSchema,
    state: OneOf(['active', 'closed'], 'OrganisationState'),
    participantId: Nullable(Type.String({ description: 'The participant it is, if it is one.' })),
    signsMessages: Type.Boolean({ description: 'Its messages are refused without an XML signature.' }),
    createdAt: MomentSchema,
    closedAt: Nullable(MomentSchema),
    liveSince: Nullable(Type.String({ format: 'date-time', description: 'When live was opened to it.' })),
  },
  { title: 'Organisation', description: 'An institution or an office of the central bank; its machines have keys.' },
);
export type OrganisationJson = Static<typeof OrganisationSchema>;
export const OrganisationPage = PageOf(OrganisationSchema);

/** What may be changed about it. */
export const ACTS = [
  'created', 'closed', 'key-registered', 'key-rotated', 'key-revoked', 'live-asked', 'live-opened', 'signing-required',
  'signing-optional', 'closing-asked', 'closing-withdrawn', 'closing-finished', 'data-export-asked', 'data-export-taken',
] as const; // prettier-ignore

export const OrganisationDetailSchema = Type.Object(
  {
    ...OrganisationSchema.properties,
    acts: Type.Array(
      Type.Object(
        {
          at: MomentSchema,
          actor: Type.String(),
          act: OneOf(ACTS),
          keyId: Nullable(Type.String()),
          reason: Nullable(Type.String()),
        },
        { title: 'OrganisationAct' },
      ),
      { description: 'What was changed, by whom and why: the latest hundred, newest first.' },
    ),
  },
  { title: 'OrganisationDetail' },
);
export type OrganisationDetailJson = Static<typeof OrganisationDetailSchema>;
