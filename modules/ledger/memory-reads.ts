// What the writer's memory reads back from committed rows: accounts, the tail since the checkpoint, open holds, ids.
import { type ClientBase } from 'pg';
import { type OpenAccount } from './books.ts';
import { KIND_BY_NUMBER, type Transfer, type TransferKind } from './transfer.ts';

/** Text for every column: this path must not depend on the type parsers of whoever made the connection. */
const TRANSFER_COLUMNS = `t.seq::text, t.transfer_id::text, t.kind::text, t.flags::text, t.code::text,
  t.debit_account_id::text, t.credit_account_id::text, t.amount::text, t.released_amount::text, t.pending_id::text,
  t.timeout_seconds::text, t.reference::text, (extract(epoch from t.at) * 1000000)::int8::text as at_micros`;

type TransferRow = Record<
  'seq' | 'transfer_id' | 'kind' | 'flags' | 'code' | 'debit_account_id' | 'credit_account_id' | 'amount' | 'at_micros',
  string
> & {
  // prettier-ignore
  released_amount: string | null;
  pending_id: string | null;
  timeout_seconds: string | null;
  reference: string | null;
};

/** Balances as of the last checkpoint: the tail is applied by `Books.restore`, and accounts in it never leave memory. */
export async function readAccounts(client: ClientBase, bookId: number, ids: readonly number[]): Promise<OpenAccount[]> {
  const { rows } = await client.query<Record<string, string | null>>({
    name: 'ledger-accounts',
    text: `select a.account_id::text, a.code, a.currency, a.normal_side, a.is_limited::text, a.overdraft::text,
                  a.is_frozen::text, (extract(epoch from a.opened_at) * 1000000)::int8::text as opened_micros,
                  f.debits_pending::text, f.debits_posted::text, f.credits_pending::text, f.credits_posted::text,
                  f.through_seq::text
           from ledger.accounts a
           left join lateral (
             select f.debits_pending, f.debits_posted, f.credits_pending, f.credits_posted, f.through_seq
             from ledger.folios f
             where f.book_id = a.book_id and f.account_id = a.account_id
             order by f.through_seq desc
             limit 1
           ) f on true
           where a.book_id = $1 and a.account_id = any($2::int8[])`,
    values: [bookId, ids],
  });
  return rows.map((row) => ({
    id: Number(row.account_id),
    code: row.code!,
    currency: row.currency!,
    normalSide: row.normal_side as 'debit' | 'credit',
    isLimited: row.is_limited === 'true',
    openedAt: Number(row.opened_micros),
    overdraft: BigInt(row.overdraft!),
    isFrozen: row.is_frozen === 'true',
    isClosed: false,
    debitsPending: BigInt(row.debits_pending ?? 0),
    debitsPosted: BigInt(row.debits_posted ?? 0),
    creditsPending: BigInt(row.credits_pending ?? 0),
    creditsPosted: BigInt(row.credits_posted ?? 0),
    entries: [],
    cleanSince: Number(row.through_seq ?? 0),
    usedBy: 0,
  }));
}

/** How far the folios are complete, and the highest id that is taken, by a transfer or by one refused. */
export async function readCheckpoint(
  client: ClientBase,
  bookId: number,
): Promise<{ checkpointSeq: number; highestId: string | undefined }> {
  const { rows } = await client.query<{ seq: string; transfer_id: string | null; refused_id: string | null }>(
    `select c.seq::text,
            (select t.transfer_id::text from ledger.transfers t
             where t.book_id = c.book_id order by t.transfer_id desc limit 1) as transfer_id,
            (select r.transfer_id::text from ledger.refused_transfers r
             where r.book_id = c.book_id order by r.transfer_id desc limit 1) as refused_id
     from ledger.checkpoints c where c.book_id = $1`,
    [bookId],
  );
  const [{ seq, transfer_id: transferId, refused_id: refusedId }] = rows as [(typeof rows)[0]];
  const ids = [transferId, refusedId].filter((id) => id !== null).sort();
  return { checkpointSeq: Number(seq), highestId: ids.at(-1) };
}

/** The transfers no folio holds yet, in order. */
export async function readTail(client: ClientBase, bookId: number, checkpointSeq: number): Promise<Transfer[]> {
  const { rows } = await client.query<TransferRow>(
    `select ${TRANSFER_COLUMNS} from ledger.transfers t where t.book_id = $1 and t.seq > $2 order by t.seq`,
    [bookId, checkpointSeq],
  );
  return rows.map(transferOf);
}

/** Every hold still open, in the order they were made. */
export async function readHoldsOpen(client: ClientBase, bookId: number): Promise<Transfer[]> {
  const { rows } = await client.query<TransferRow>(
    `select ${TRANSFER_COLUMNS}
     from ledger.open_holds h join ledger.transfers t on t.book_id = h.book_id and t.seq = h.seq
     where h.book_id = $1 order by h.seq`,
    [bookId],
  );
  return rows.map(transferOf);
}

export interface FoundTransfer {
  readonly id: string;
  readonly transfer: Transfer | undefined;
  readonly resolvedBy: TransferKind | undefined;
}

/** Which of these ids are taken: by a transfer that stands (and what became of it, for a hold) or by one refused. */
export async function readTransfersByIds(
  client: ClientBase,
  bookId: number,
  ids: readonly string[],
): Promise<FoundTransfer[]> {
  const { rows } = await client.query<TransferRow & { resolved_kind: string | null }>({
    name: 'ledger-transfers-by-id',
    text: `select ${TRANSFER_COLUMNS}, r.kind::text as resolved_kind
           from ledger.transfers t
           left join ledger.transfers r on r.book_id = t.book_id and r.pending_id = t.transfer_id and t.kind = 2
           where t.book_id = $1 and t.transfer_id = any($2::uuid[])`,
    values: [bookId, ids],
  });
  const { rows: refused } = await client.query<{ transfer_id: string }>({
    name: 'ledger-refused-by-id',
    text: `select transfer_id::text from ledger.refused_transfers where book_id = $1 and transfer_id = any($2::uuid[])`,
    values: [bookId, ids],
  });
  return [
    ...rows.map((row) => ({
      id: row.transfer_id,
      transfer: transferOf(row),
      resolvedBy: row.resolved_kind ? kindOf(row.resolved_kind) : undefined,
    })),
    ...refused.map((row) => ({ id: row.transfer_id, transfer: undefined, resolvedBy: undefined })),
  ];
}

function transferOf(row: TransferRow): Transfer {
  return {
    seq: Number(row.seq),
    id: row.transfer_id,
    kind: kindOf(row.kind),
    flags: Number(row.flags),
    debitAccountId: Number(row.debit_account_id),
    creditAccountId: Number(row.credit_account_id),
    amount: BigInt(row.amount),
    releasedAmount: BigInt(row.released_amount ?? 0),
    pendingId: row.pending_id ?? undefined,
    timeoutSeconds: Number(row.timeout_seconds ?? 0),
    code: Number(row.code),
    reference: row.reference ?? undefined,
    at: Number(row.at_micros),
  };
}

function kindOf(number: string): TransferKind {
  return KIND_BY_NUMBER[Number(number)] as TransferKind;
}
