// The shapes of approval requests and delegations as the API shows them.
import { type Static, Type } from '@sinclair/typebox';
import { AmountSchema, MomentSchema, Nullable, OneOf, PageOf, TitleSchema } from '../../platform/http/index.ts';
import { ACTS } from './acts.ts';

export const STATES = ['waiting', 'approved', 'carried-out', 'failed', 'refused', 'withdrawn', 'expired'] as const;
export type RequestState = (typeof STATES)[number];

export const HashSchema = Type.String({
  pattern: '^[0-9a-f]{64}$',
  description: 'SHA-256 of the canonical form (RFC 8785) of exactly what will be done, in hexadecimal.',
  examples: ['9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08'],
});

const DifferenceSchema = Type.Object(
  {
    field: TitleSchema,
    kind: OneOf(['text', 'amount']),
    before: Nullable(Type.String()),
    after: Nullable(Type.String()),
  },
  { title: 'Difference', description: 'What approving changes; the same before and after says what it is about.' },
);

const PersonSchema = Type.Object({ id: Type.String(), name: Type.String() }, { title: 'PersonRef' });

export const RequestSchema = Type.Object(
  {
    id: Type.String(),
    action: Type.String({ examples: ['funding:write'] }),
    title: TitleSchema,
    route: Type.String({ examples: ['POST /v1/participants/AAAACNBJ/funding'] }),
    organisation: Type.String({ description: 'Whose people make and approve it.', examples: ['central-bank'] }),
    maker: PersonSchema,
    reason: Nullable(Type.String()),
    amount: Nullable(AmountSchema),
    difference: Type.Array(DifferenceSchema),
    contentHash: HashSchema,
    approversNeeded: Type.Integer(),
    approverRoles: Type.Array(Type.String()),
    approvals: Type.Array(
      Type.Object(
        { approver: PersonSchema, onBehalfOf: Nullable(Type.String()), at: MomentSchema },
        { title: 'Approval' },
      ),
    ),
    state: OneOf(STATES, 'ApprovalState'),
    byMaker: Type.Boolean({
      description: 'It answers a secret: once approved, its maker makes the same call again, which then does it.',
    }),
    takeUntil: Nullable(
      Type.String({ format: 'date-time', description: 'When it is for the maker to do: until when.' }),
    ),
    madeAt: MomentSchema,
    expiresAt: MomentSchema,
    endedAt: Nullable(MomentSchema),
    endedBy: Nullable(PersonSchema),
    endReason: Nullable(Type.String()),
    outcome: Nullable(
      Type.Object(
        { code: Type.String(), field: Nullable(Type.String()) },
        { title: 'ApprovalOutcome', description: 'Why it could not be carried out once approved.' },
      ),
    ),
    may: Type.Object(
      {
        approve: Type.Boolean(),
        refuse: Type.Boolean(),
        withdraw: Type.Boolean(),
        take: Type.Boolean({ description: 'It was approved, and the caller may do it now.' }),
        why: Nullable(Type.String({ description: 'Code of the refusal that approving would meet.' })),
      },
      { title: 'MayDecide', description: 'What the caller may do with it now.' },
    ),
  },
  { title: 'ApprovalRequest', description: 'A call of a person that others must approve before it is carried out.' },
);
export type RequestJson = Static<typeof RequestSchema>;
export const RequestPage = PageOf(RequestSchema);

export const RequestDetailSchema = Type.Object(
  {
    ...RequestSchema.properties,
    content: Type.String({ description: 'The canonical form itself: whoever doubts the hash makes it anew.' }),
    acts: Type.Array(
      Type.Object(
        { at: MomentSchema, actor: Type.String(), act: OneOf(ACTS), detail: Nullable(Type.String()) },
        { title: 'ApprovalAct' },
      ),
    ),
  },
  { title: 'ApprovalRequestDetail', description: 'A request with its exact content and its trail.' },
);
export type RequestDetailJson = Static<typeof RequestDetailSchema>;

export const InboxSchema = Type.Object(
  { waitingForMe: Type.Integer(), madeByMe: Type.Integer({ description: 'Those of mine that still wait.' }) },
  { title: 'Inbox', description: 'How many requests wait, for the number in the navigation.' },
);

export const DelegationSchema = Type.Object(
  {
    id: Type.String(),
    role: Type.String(),
    from: PersonSchema,
    to: Type.String({ description: 'The id of who stands in.' }),
    begins: MomentSchema,
    ends: MomentSchema,
    reason: Type.String(),
    endedAt: Nullable(MomentSchema),
  },
  { title: 'Delegation', description: 'Someone is away; another who has the same role stands in.' },
);
export type DelegationJson = Static<typeof DelegationSchema>;
export const ColleagueListSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object(
        {
          id: Type.String(),
          name: Type.String({ description: 'The name that stands in trails.' }),
          roles: Type.Array(Type.String(), { description: 'Those that the caller has too.' }),
        },
        { title: 'Colleague' },
      ),
    ),
  },
  { title: 'Colleagues', description: 'Who could stand in for the caller, by a role that both have.' },
);
export const DelegationPage = PageOf(DelegationSchema);
