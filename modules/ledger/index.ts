// The ledger's counter: what other modules may use of the books.
export {
  type Account,
  balanceOf,
  type Balances,
  creditHeadroom,
  debitHeadroom,
  headroomOf,
  type NewAccount,
  type NormalSide,
} from './account.ts';
export { type AccountTerm, Books, type DecidedRows, type OpenAccount, type RefusedTransfer } from './books.ts';
export { createTogether } from './create-together.ts';
export { createTransfers } from './create-transfers.ts';
export { submitTransfers } from './submit-transfers.ts';
export { expireHolds } from './expire-holds.ts';
export { LedgerDesk, type LedgerDeskOptions, type LedgerNeed, PINNED } from './ledger-desk.ts';
export { openAccount, setFrozen, setOverdraft } from './open-account.ts';
export { TRANSFER_RESULTS, type TransferResult } from './results.ts';
export {
  ALL, KIND_NUMBER, MAX_AMOUNT, MAX_BATCH, type NewTransfer, type Transfer, type TransferKind,
} from './transfer.ts'; // prettier-ignore
export { LEDGER_ACTIONS } from './permissions.ts';
export { LEDGER_REFUSALS } from './refusals.ts';
export { type BooksWords, type LedgerContext, ledgerRoutes } from './routes.ts';
export { countEntries, type EntryRead, readBalancesThrough, readEntries, readSeqAt } from './reads.ts';
export { EntrySchema } from './schemas.ts';
export { LEDGER_DATA } from './tenant-data.ts';
