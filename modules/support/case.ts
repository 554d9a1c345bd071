// A support case: what an institution asked or reported, and the thread of it with the officers of the central bank.
import { type Static, Type } from '@sinclair/typebox';
import { MomentSchema, Nullable, OneOf, PageOf } from '../../platform/http/index.ts';

/** Not closed at a time, of one organisation; and posts of one case, its closings among them. */
export const MOST_OPEN = 50;
export const MOST_POSTS = 100;

export const CASE_STATES = ['open', 'answered', 'closed'] as const;
export const CaseStateSchema = OneOf(CASE_STATES, 'CaseState');

const TextSchema = Type.String({
  minLength: 1,
  maxLength: 4_000,
  pattern: '\\S',
  examples: ['The answer was 500 twice.'],
});
const KindSchema = OneOf(['question', 'fault'], 'CaseKind');

export const CaseAboutSchema = Type.Object(
  {
    kind: OneOf(['request', 'payment', 'message'], 'CaseAboutKind'),
    id: Type.String({
      minLength: 1,
      maxLength: 100,
      description: 'A request by the id of its answer, `x-request-id`.',
    }),
  },
  { title: 'CaseAbout', description: 'What the case is about; it must be the organisation’s own.' },
);
export type CaseAbout = Static<typeof CaseAboutSchema>;

export const NewCaseSchema = Type.Object({
  kind: KindSchema,
  subject: Type.String({ minLength: 1, maxLength: 120, pattern: '\\S', examples: ['Refused though covered'] }),
  text: TextSchema,
  about: Type.Optional(CaseAboutSchema),
});
export type NewCase = Static<typeof NewCaseSchema>;
export const PostSchema = Type.Object({ text: TextSchema });
export const ClosePostSchema = Type.Object({ text: Type.Optional(TextSchema) });

const CASE = {
  id: Type.String({ format: 'uuid' }),
  organisationId: Type.String(),
  kind: KindSchema,
  subject: Type.String(),
  about: Nullable(CaseAboutSchema),
  state: CaseStateSchema,
  askedAt: MomentSchema,
  askedBy: Type.String(),
  changedAt: MomentSchema,
};
export const CaseSchema = Type.Object(CASE, {
  title: 'SupportCase',
  description: 'open: waits for the central bank; answered: waits for the institution; closed. A post to a closed one opens it again.',
}); // prettier-ignore
export type CaseJson = Static<typeof CaseSchema>;
export const CasePage = Type.Composite(
  [
    PageOf(CaseSchema),
    Type.Object({ waiting: Type.Integer({ minimum: 0, description: 'How many cases wait for you.' }) }),
  ],
  { title: 'SupportCasePage' },
);

export const CaseDetailSchema = Type.Object(
  {
    ...CASE,
    posts: Type.Array(
      Type.Object({
        at: MomentSchema,
        by: Type.String(),
        side: OneOf(['institution', 'central-bank'], 'CaseSide'),
        act: OneOf(['asked', 'replied', 'answered', 'closed'], 'CaseAct'),
        text: Nullable(Type.String()),
      }),
      { description: 'The oldest first.' },
    ),
  },
  { title: 'SupportCaseDetail' },
);
export type CaseDetailJson = Static<typeof CaseDetailSchema>;
