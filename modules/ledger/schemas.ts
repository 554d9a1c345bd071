// What the books' routes answer, as schemas.
import { type Static, Type } from '@sinclair/typebox';
import { AmountSchema, MomentSchema, Nullable, OneOf, PageOf, TitleSchema } from '../../platform/http/index.ts';

const SideSchema = OneOf(['debit', 'credit'], 'Side');
const AccountRefSchema = Type.Object(
  { code: Type.String({ examples: ['settlement:MRDNCNBJ'] }), title: TitleSchema },
  { title: 'AccountRef' },
);
export type AccountRefJson = Static<typeof AccountRefSchema>;

export const AccountSchema = Type.Object(
  {
    ...AccountRefSchema.properties,
    id: Type.Integer(),
    currency: Type.String(),
    normalSide: SideSchema,
    isFrozen: Type.Boolean({ description: 'Now, also when balances are asked for a past moment' }),
    isClosed: Type.Boolean({ description: 'Now, also when balances are asked for a past moment' }),
    openedAt: MomentSchema,
    debits: AmountSchema,
    credits: AmountSchema,
    debitsPending: AmountSchema,
    creditsPending: AmountSchema,
    balance: AmountSchema,
    at: Nullable(MomentSchema),
  },
  {
    title: 'Account',
    description:
      'An account with its balances. `debits` and `credits` are all that was ever posted; `pending` are holds; `balance` is on its own side, negative when overdrawn; `at` is the moment asked for, null for now.',
  },
);
export type AccountJson = Static<typeof AccountSchema>;
export const AccountPage = PageOf(AccountSchema);

export const EntrySchema = Type.Object(
  {
    transferId: Type.String(),
    seq: Type.Integer(),
    at: MomentSchema,
    account: AccountRefSchema,
    side: SideSchema,
    amount: AmountSchema,
    balanceAfter: Nullable(AmountSchema),
    counterAccount: AccountRefSchema,
    paymentId: Nullable(Type.String()),
    text: TitleSchema,
  },
  { title: 'Entry', description: 'A line on an account: one side of one transfer, with the balance after it.' },
);
export type EntryJson = Static<typeof EntrySchema>;

export const StatementSchema = Type.Object(
  {
    account: AccountSchema,
    from: MomentSchema,
    to: MomentSchema,
    opening: AmountSchema,
    closing: AmountSchema,
    debits: AmountSchema,
    credits: AmountSchema,
    entryCount: Type.Integer(),
    ...PageOf(EntrySchema).properties,
  },
  {
    title: 'Statement',
    description:
      'What was booked on an account from one moment to another, oldest first; opening, closing and sums are of the whole span, not of the page.',
  },
);
export type StatementJson = Static<typeof StatementSchema>;

export const TrialBalanceSchema = Type.Object(
  {
    at: MomentSchema,
    currency: Type.String(),
    rows: Type.Array(
      Type.Object({
        account: AccountRefSchema,
        normalSide: SideSchema,
        debits: AmountSchema,
        credits: AmountSchema,
        balance: AmountSchema,
      }),
    ),
    debits: AmountSchema,
    credits: AmountSchema,
    isBalanced: Type.Boolean(),
  },
  {
    title: 'TrialBalance',
    description: 'Every account of the book at a moment. Debits equal credits; anything else is a fault.',
  },
);
export type TrialBalanceJson = Static<typeof TrialBalanceSchema>;
