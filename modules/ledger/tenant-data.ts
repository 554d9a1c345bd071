// What the holder of accounts takes away of the books: the accounts, their terms, and every entry in its order.
import { type Dataset } from '../../platform/postgres/dataset.ts';

const own = 'where book_id = :book and account_id = any(:accounts)';

export const LEDGER_DATA: readonly Dataset[] = [
  {
    name: 'accounts/accounts',
    table: 'ledger.accounts',
    format: 'jsonl',
    columns: 'account_id, code, currency, normal_side, is_limited, overdraft, is_frozen, opened_at',
    rest: `${own} order by account_id`,
  },
  {
    name: 'accounts/terms',
    table: 'ledger.account_terms',
    format: 'csv',
    columns: 'account_id, at, number, overdraft, is_frozen',
    rest: `${own} order by account_id, t.at, number`,
  },
  {
    name: 'accounts/entries',
    table: 'ledger.transfers',
    format: 'csv',
    columns: `t.seq, transfer_id, at, kind, code, debit_account_id, credit_account_id, amount, released_amount, pending_id,
      reference`,
    rest: `join (select distinct e.seq from ledger.entries e
        where e.book_id = :book and e.account_id = any(:accounts)) own using (seq)
      where t.book_id = :book order by t.seq`,
  },
];
