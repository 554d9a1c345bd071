// An alarm: a condition an operator must know of. It is raised once, may be acknowledged, and clears when the condition
// no longer holds.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf, TitleSchema } from '../../platform/http/index.ts';

export const SEVERITIES = ['high', 'medium', 'low'] as const;
export const SUBJECTS = ['payment', 'participant', 'day', 'clearing', 'message', 'system'] as const;

const SubjectSchema = Type.Object({ kind: OneOf(SUBJECTS), id: Type.String() }, { title: 'AlarmSubject' });

export const AlarmSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    severity: OneOf(SEVERITIES, 'Severity'),
    code: Type.String(),
    text: TitleSchema,
    raisedAt: MomentSchema,
    acknowledgedAt: Nullable(MomentSchema),
    clearedAt: Nullable(MomentSchema),
    subject: Nullable(SubjectSchema),
  },
  {
    title: 'Alarm',
    description:
      'A condition an operator must know of; `subject` is what it is about. It clears when it no longer holds.',
  },
);
export type AlarmJson = Static<typeof AlarmSchema>;
export const AlarmPage = PageOf(AlarmSchema);

/** What holds now. Two with the same code and subject are one alarm. */
export interface Condition {
  readonly severity: (typeof SEVERITIES)[number];
  readonly code: string;
  readonly text: { readonly en: string; readonly zh: string };
  readonly subject: Static<typeof SubjectSchema> | null;
}

export const conditionKey = ({ code, subject }: Pick<Condition, 'code' | 'subject'>): string =>
  `${code}|${subject?.kind ?? ''}|${subject?.id ?? ''}`;
