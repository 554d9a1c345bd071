// Whose the rows of the books are.
import { everyone, house, PARTICIPANT, tenants, type WhoseRows } from '../../platform/postgres/whose-rows.ts';

export const WHOSE_ROWS: WhoseRows = {
  'ledger.accounts': tenants(
    { account_id: 11, code: `settlement:${PARTICIPANT}` },
    { account_id: 12, code: `guarantee:${PARTICIPANT}` },
  ),
  'ledger.account_terms': tenants({ account_id: 11 }),
  'ledger.folios': tenants({ account_id: 12 }),
  'ledger.transfers': tenants(
    { book_id: 1, seq: 1, debit_account_id: 11, credit_account_id: 99 },
    { book_id: 1, seq: 2, debit_account_id: 99, credit_account_id: 12 },
  ),
  'ledger.open_holds': tenants({ book_id: 1, seq: 1 }),
  'ledger.books': everyone('the name and currency of the book'),
  'ledger.checkpoints': everyone('how far pages are complete: a number'),
  'ledger.refused_transfers': house('the write path’s own'),
  'ledger.account_codes': everyone('an entry names the account on its other side: its code, and nothing else of it'),
};
