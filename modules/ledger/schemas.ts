// What the books' routes answer, as schemas.
import { type Static, Type } from '@sinclair/typebox';
import { AmountSchema, MomentSchema, Nullable, OneOf, PageOf, TitleSchema } from '../../platform/http/index.ts';

const SideSchema = OneOf(['debit', 'credit']);
const AccountRefSchema = Type.Object({ code: Type.String(), title: TitleSchema });
export type AccountRefJson = Static<typeof AccountRefSchema>;

export const AccountSchema = Type.Object({
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
});
export type AccountJson = Static<typeof AccountSchema>;
export const AccountPage = PageOf(AccountSchema);

const EntrySchema = Type.Object({
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
});
export type EntryJson = Static<typeof EntrySchema>;

export const StatementSchema = Type.Object({
  account: AccountSchema,
  from: MomentSchema,
  to: MomentSchema,
  opening: AmountSchema,
  closing: AmountSchema,
  debits: AmountSchema,
  credits: AmountSchema,
  entryCount: Type.Integer(),
  ...PageOf(EntrySchema).properties,
});
export type StatementJson = Static<typeof StatementSchema>;

export const TrialBalanceSchema = Type.Object({
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
});
export type TrialBalanceJson = Static<typeof TrialBalanceSchema>;
