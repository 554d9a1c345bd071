// Hands a batch to the writer in slices. A batch is no unit of its own, only each transfer or chain is, so others'
// commands may come between, and a commit under way is never kept waiting for the whole of it to be decided.
import { Refusal } from '../../platform/refusal.ts';
import { type BookWriter } from '../../platform/writer/writer.ts';
import { createTransfers } from './create-transfers.ts';
import { type LedgerDesk } from './ledger-desk.ts';
import { type TransferResult } from './results.ts';
import { MAX_BATCH, type NewTransfer } from './transfer.ts';

/** Transfers decided in about two milliseconds. */
const SLICE = 1_000;

/** One result each, in order, all durable; see `createTransfers`. Refuses `batch_too_large`. */
export async function submitTransfers(
  writer: Pick<BookWriter<{ readonly ledger: LedgerDesk }>, 'submit'>,
  transfers: readonly NewTransfer[],
): Promise<TransferResult[]> {
  if (transfers.length > MAX_BATCH) throw new Refusal('batch_too_large', { details: { limit: MAX_BATCH } });
  const results = await Promise.all(
    slicesOf(transfers).map((slice) =>
      writer.submit({
        name: 'create-transfers',
        weight: slice.length,
        needs: { ledger: { transfers: slice } },
        decide: ({ ledger }, at) => createTransfers(ledger.books, slice, at),
      }),
    ),
  );
  return results.flat();
}

/** A chain stays in one piece. */
function slicesOf(transfers: readonly NewTransfer[]): NewTransfer[][] {
  const slices: NewTransfer[][] = [];
  let begin = 0;
  for (let index = 0; index < transfers.length; index++) {
    const isLast = index === transfers.length - 1;
    if (!isLast && (index - begin < SLICE - 1 || transfers[index]!.isLinked)) continue;
    slices.push(transfers.slice(begin, index + 1));
    begin = index + 1;
  }
  return slices;
}
