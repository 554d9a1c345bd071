// How decided rows reach the tables: bulk rows by binary COPY, the rare ones by one statement each.
import { type ClientBase } from 'pg';
import { formatInstant } from '../../platform/instant.ts';
import { copyRows, type ColumnSpec } from '../../platform/postgres/copy.ts';
import { type Pipeline } from '../../platform/postgres/pipeline.ts';
import { type Account } from './account.ts';
import { type AccountTerm, type DecidedRows, type Folio, type RefusedTransfer } from './books.ts';
import { KIND_NUMBER, type Transfer } from './transfer.ts';

const bookColumn = { name: 'book_id', type: 'int4' } as const;

function accountColumns(bookId: number): ColumnSpec<Account>[] {
  return [
    { ...bookColumn, value: () => bookId },
    { name: 'account_id', type: 'int8', value: (row) => row.id },
    { name: 'code', type: 'text', value: (row) => row.code },
    { name: 'currency', type: 'text', value: (row) => row.currency },
    { name: 'normal_side', type: 'text', value: (row) => row.normalSide },
    { name: 'is_limited', type: 'bool', value: (row) => row.isLimited },
    { name: 'overdraft', type: 'numeric', value: (row) => row.overdraft },
    { name: 'is_frozen', type: 'bool', value: (row) => row.isFrozen },
    { name: 'opened_at', type: 'timestamptz', value: (row) => row.openedAt },
  ];
}

function transferColumns(bookId: number): ColumnSpec<Transfer>[] {
  return [
    { ...bookColumn, value: () => bookId },
    { name: 'seq', type: 'int8', value: (row) => row.seq },
    { name: 'transfer_id', type: 'uuid', value: (row) => row.id },
    { name: 'kind', type: 'int2', value: (row) => KIND_NUMBER[row.kind] },
    { name: 'flags', type: 'int2', value: (row) => row.flags },
    { name: 'code', type: 'int2', value: (row) => row.code },
    { name: 'debit_account_id', type: 'int8', value: (row) => row.debitAccountId },
    { name: 'credit_account_id', type: 'int8', value: (row) => row.creditAccountId },
    { name: 'amount', type: 'numeric', value: (row) => row.amount },
    { name: 'released_amount', type: 'numeric', value: (row) => (row.pendingId ? row.releasedAmount : undefined) },
    { name: 'pending_id', type: 'uuid', value: (row) => row.pendingId },
    { name: 'timeout_seconds', type: 'int4', value: (row) => row.timeoutSeconds || undefined },
    { name: 'reference', type: 'uuid', value: (row) => row.reference },
    { name: 'at', type: 'timestamptz', value: (row) => row.at },
  ];
}

function folioColumns(bookId: number): ColumnSpec<Folio>[] {
  return [
    { ...bookColumn, value: () => bookId },
    { name: 'account_id', type: 'int8', value: (row) => row.accountId },
    { name: 'through_seq', type: 'int8', value: (row) => row.throughSeq },
    { name: 'through_at', type: 'timestamptz', value: (row) => row.throughAt },
    { name: 'debits_pending', type: 'numeric', value: (row) => row.debitsPending },
    { name: 'debits_posted', type: 'numeric', value: (row) => row.debitsPosted },
    { name: 'credits_pending', type: 'numeric', value: (row) => row.creditsPending },
    { name: 'credits_posted', type: 'numeric', value: (row) => row.creditsPosted },
    { name: 'entries', type: 'int8[]', value: (row) => row.entries },
  ];
}

/** The rows of one commit, inside its transaction. */
export async function writeDecided(pipeline: Pipeline, bookId: number, rows: DecidedRows): Promise<void> {
  if (rows.accounts.length > 0) await pipeline.copy('ledger.accounts', accountColumns(bookId), rows.accounts);
  if (rows.terms.length > 0) await writeTerms(pipeline, bookId, rows);
  if (rows.transfers.length > 0) await pipeline.copy('ledger.transfers', transferColumns(bookId), rows.transfers);
  if (rows.holds.length > 0) {
    await pipeline.query('insert into ledger.open_holds select $1, * from unnest($2::uuid[], $3::int8[])', [
      bookId,
      rows.holds.map((hold) => hold.id),
      rows.holds.map((hold) => hold.seq),
    ]);
  }
  if (rows.endedHoldIds.length > 0) {
    await pipeline.query('delete from ledger.open_holds where book_id = $1 and transfer_id = any($2::uuid[])', [
      bookId,
      rows.endedHoldIds,
    ]);
  }
  if (rows.refusals.length > 0) await writeRefusals(pipeline, bookId, rows.refusals);
}

interface NumberedTerm extends AccountTerm {
  /** Orders changes made at one instant, from 1. */
  readonly number: number;
}

function termColumns(bookId: number): ColumnSpec<NumberedTerm>[] {
  return [
    { ...bookColumn, value: () => bookId },
    { name: 'account_id', type: 'int8', value: (row) => row.accountId },
    { name: 'at', type: 'timestamptz', value: (row) => row.at },
    { name: 'number', type: 'int4', value: (row) => row.number },
    { name: 'overdraft', type: 'numeric', value: (row) => row.overdraft },
    { name: 'is_frozen', type: 'bool', value: (row) => row.isFrozen },
  ];
}

async function writeTerms(pipeline: Pipeline, bookId: number, { accounts, terms }: DecidedRows): Promise<void> {
  const last = new Map<number, NumberedTerm>();
  const numbered = terms.map((term): NumberedTerm => {
    const before = last.get(term.accountId);
    const next = { ...term, number: before?.at === term.at ? before.number + 1 : 1 };
    last.set(term.accountId, next);
    return next;
  });
  await pipeline.copy('ledger.account_terms', termColumns(bookId), numbered);
  // Accounts opened in this commit stand with their last terms already.
  for (const { id } of accounts) last.delete(id);
  if (last.size === 0) return;
  const changed = [...last.values()];
  await pipeline.query(
    `update ledger.accounts a set overdraft = n.overdraft, is_frozen = n.is_frozen
     from unnest($2::int8[], $3::numeric[], $4::bool[]) as n(account_id, overdraft, is_frozen)
     where a.book_id = $1 and a.account_id = n.account_id
       and (a.overdraft <> n.overdraft or a.is_frozen <> n.is_frozen)`,
    [
      bookId,
      changed.map((term) => term.accountId),
      changed.map((term) => String(term.overdraft)),
      changed.map((term) => term.isFrozen),
    ],
  );
}

async function writeRefusals(pipeline: Pipeline, bookId: number, rows: readonly RefusedTransfer[]): Promise<void> {
  await pipeline.query(
    `insert into ledger.refused_transfers (book_id, transfer_id, code, at)
     select $1, * from unnest($2::uuid[], $3::text[], $4::timestamptz[])`,
    [bookId, rows.map((row) => row.id), rows.map((row) => row.code), rows.map((row) => formatInstant(row.at))],
  );
}

/**
 * Moves the checkpoint from the transfer it stood at, and writes the pages up to the new one. When it no longer stands
 * there, another writer has moved it and nothing is written.
 */
export async function writeCheckpoint(
  client: ClientBase,
  bookId: number,
  fromSeq: number,
  throughSeq: number,
  folios: readonly Folio[],
): Promise<void> {
  await client.query('begin');
  const { rowCount } = await client.query('update ledger.checkpoints set seq = $3 where book_id = $1 and seq = $2', [
    bookId,
    fromSeq,
    throughSeq,
  ]);
  if (rowCount !== 1) {
    await client.query('rollback');
    throw new Error(`Fault: the checkpoint of book ${bookId} no longer stands at ${fromSeq}`);
  }
  // In the order of the primary key, so that the index is walked once.
  const inKeyOrder = [...folios].sort((a, b) => a.accountId - b.accountId || a.throughSeq - b.throughSeq);
  await copyRows(client, 'ledger.folios', folioColumns(bookId), inKeyOrder);
  await client.query('commit');
}
