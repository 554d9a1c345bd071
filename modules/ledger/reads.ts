// The books as people read them: accounts, balances at any past moment, statements, the trial balance. All of it is SQL
// over committed rows through the public views and functions of migrations/002-views.sql.
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type Balances, type NormalSide } from './account.ts';

/** An account and its four balances, in minor units. */
export interface AccountRead extends Balances {
  readonly id: number;
  readonly code: string;
  readonly currency: string;
  readonly normalSide: NormalSide;
  readonly isFrozen: boolean;
  readonly isClosed: boolean;
  readonly openedAt: Instant;
}

/** One booked movement of an account; what is only held is not booked. */
export interface EntryRead {
  readonly transferId: string;
  readonly seq: number;
  readonly at: Instant;
  readonly side: NormalSide;
  readonly amountMinor: bigint;
  /** Posted credits less posted debits after it. */
  readonly netAfterMinor: bigint;
  readonly counterAccountCode: string;
  readonly code: number;
  readonly reference: string | null;
}

type Row = Record<string, string | null>;

const ACCOUNT_COLUMNS = `a.account_id::text, a.code, a.currency, a.normal_side, a.is_frozen::text, a.is_closed::text,
  (extract(epoch from a.opened_at) * 1000000)::int8::text as opened_micros`;
const BALANCE_COLUMNS = `debits_pending::text, debits_posted::text, credits_pending::text, credits_posted::text`;

function balancesOf(row: Row): Balances {
  return {
    debitsPending: BigInt(row.debits_pending ?? 0),
    debitsPosted: BigInt(row.debits_posted ?? 0),
    creditsPending: BigInt(row.credits_pending ?? 0),
    creditsPosted: BigInt(row.credits_posted ?? 0),
  };
}

function accountOf(row: Row): AccountRead {
  return {
    id: Number(row.account_id),
    code: row.code!,
    currency: row.currency!,
    normalSide: row.normal_side as NormalSide,
    isFrozen: row.is_frozen === 'true',
    isClosed: row.is_closed === 'true',
    openedAt: Number(row.opened_micros),
    ...balancesOf(row),
  };
}

export interface AccountFilter {
  /** Beginning of a code. */
  readonly beginning?: string | undefined;
  /** Codes that match too; with `only`, no others do. */
  readonly codes?: readonly string[] | undefined;
  readonly only?: boolean;
  /** The last code of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/** By code, one more than the limit when there are more. */
export async function readAccountPage(pool: Pool, bookId: number, filter: AccountFilter): Promise<AccountRead[]> {
  const { beginning = '', codes = [], only = false, after = '', limit } = filter;
  const { rows } = await pool.query<Row>(
    `select ${ACCOUNT_COLUMNS}, ${BALANCE_COLUMNS}
     from (
       select account_id from ledger.accounts
       where book_id = $1 and code > $2
         and (not $3 and code >= $4 and code < $4 || chr(1114111) or code = any($5::text[]))
       order by code limit $6
     ) page
     join ledger.balances a on a.book_id = $1 and a.account_id = page.account_id
     order by a.code`,
    [bookId, after, only, beginning, codes, limit + 1],
  );
  return rows.map(accountOf);
}

/** As of the last commit; undefined when there is no such account. */
export async function findAccount(pool: Pool, bookId: number, code: string): Promise<AccountRead | undefined> {
  const { rows } = await pool.query<Row>(
    `select ${ACCOUNT_COLUMNS}, ${BALANCE_COLUMNS} from ledger.balances a where a.book_id = $1 and a.code = $2`,
    [bookId, code],
  );
  return rows[0] && accountOf(rows[0]);
}

/** The last transfer decided at or before a moment; 0 when there is none. */
export async function readSeqAt(pool: Pool, bookId: number, at: Instant): Promise<number> {
  const { rows } = await pool.query<Row>('select ledger.seq_at($1, $2)::text as seq', [bookId, formatInstant(at)]);
  return Number(rows[0]!.seq);
}

/** An account's balances right after a transfer, whichever accounts that moved. */
export async function readBalancesThrough(
  pool: Pool,
  bookId: number,
  accountId: number,
  throughSeq: number,
): Promise<Balances> {
  const { rows } = await pool.query<Row>(
    `select ${BALANCE_COLUMNS} from ledger.balances_through($1, $3) where account_id = $2`,
    [bookId, accountId, throughSeq],
  );
  return balancesOf(rows[0] ?? {});
}

/** Every account as of a transfer, by code. */
export async function readTrialBalance(pool: Pool, bookId: number, throughSeq: number): Promise<AccountRead[]> {
  const { rows } = await pool.query<Row>(
    `select a.account_id::text, a.code, a.currency, a.normal_side, a.is_frozen::text, null as is_closed,
            (extract(epoch from a.opened_at) * 1000000)::int8::text as opened_micros, ${BALANCE_COLUMNS}
     from ledger.balances_through($1, $2) b
     join ledger.accounts a on a.book_id = $1 and a.account_id = b.account_id
     order by a.code`,
    [bookId, throughSeq],
  );
  return rows.map(accountOf);
}

const BOOKED = 't.kind in (1, 3) and t.amount > 0';
const ENTRY_COLUMNS = `t.transfer_id, t.seq, t.at, t.debit_account_id, t.credit_account_id, t.amount, t.code, t.reference`;

/** What is on an account's pages after $3 and up to $4, and what of it is still in the tail. */
const ON_PAGES = `
  from ledger.folios f
  cross join lateral unnest(f.entries) as e(seq)
  join ledger.transfers t on t.book_id = f.book_id and t.seq = e.seq
  where f.book_id = $1 and f.account_id = $2 and f.through_seq > $3 and e.seq > $3 and e.seq <= $4 and ${BOOKED}`;
const IN_TAIL = `
  from ledger.checkpoints c
  join ledger.transfers t on t.book_id = c.book_id and t.seq > c.seq
  where c.book_id = $1 and $2 in (t.debit_account_id, t.credit_account_id) and t.seq > $3 and t.seq <= $4 and ${BOOKED}`;

/** Which booked entries: after one transfer, through another. */
export interface EntrySpan {
  readonly afterSeq: number;
  readonly throughSeq: number;
}

export async function countEntries(pool: Pool, bookId: number, accountId: number, span: EntrySpan): Promise<number> {
  const { rows } = await pool.query<Row>(
    `select ((select count(*) ${ON_PAGES}) + (select count(*) ${IN_TAIL}))::text as count`,
    [bookId, accountId, span.afterSeq, span.throughSeq],
  );
  return Number(rows[0]!.count);
}

/** Booked entries, oldest first, one more than the limit when there are more. */
export async function readEntries(
  pool: Pool,
  bookId: number,
  accountId: number,
  span: EntrySpan & { readonly limit: number },
): Promise<EntryRead[]> {
  const { afterSeq, throughSeq, limit } = span;
  const before = await readBalancesThrough(pool, bookId, accountId, afterSeq);
  const { rows } = await pool.query<Row>(
    `select t.transfer_id::text, t.seq::text, (extract(epoch from t.at) * 1000000)::int8::text as at_micros,
            case when t.debit_account_id = $2 then 'debit' else 'credit' end as side, t.amount::text,
            o.code as counter_code, t.code::text, t.reference::text
     from (
       (select ${ENTRY_COLUMNS} ${ON_PAGES} order by f.through_seq, t.seq limit $5)
       union all
       (select ${ENTRY_COLUMNS} ${IN_TAIL} order by t.seq limit $5)
       order by seq limit $5
     ) t
     join ledger.account_codes o on o.book_id = $1
       and o.account_id = case when t.debit_account_id = $2 then t.credit_account_id else t.debit_account_id end
     order by t.seq`,
    [bookId, accountId, afterSeq, throughSeq, limit + 1],
  );
  let net = before.creditsPosted - before.debitsPosted;
  return rows.map((row) => {
    const amountMinor = BigInt(row.amount!);
    net += row.side === 'credit' ? amountMinor : -amountMinor;
    return {
      transferId: row.transfer_id!,
      seq: Number(row.seq),
      at: Number(row.at_micros),
      side: row.side as NormalSide,
      amountMinor,
      netAfterMinor: net,
      counterAccountCode: row.counter_code!,
      code: Number(row.code),
      reference: row.reference ?? null,
    };
  });
}
