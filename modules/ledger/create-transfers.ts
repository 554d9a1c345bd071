// Decides a batch of transfers, alone or in linked chains, and burns the ids of those refused for the moment.
import { type Instant } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Books } from './books.ts';
import { decideTransfer } from './decide-transfer.ts';
import { type TransferResult, TRANSIENT_RESULTS } from './results.ts';
import { MAX_BATCH, type NewTransfer } from './transfer.ts';

/**
 * One result each, in order. Linked transfers hold all together or not at all: when one is refused, the others of its
 * chain answer `linked_transfer_failed`. A batch that ends inside a chain refuses that chain with `linked_chain_open`.
 * Refuses `batch_too_large`.
 */
export function createTransfers(books: Books, transfers: readonly NewTransfer[], at: Instant): TransferResult[] {
  if (transfers.length > MAX_BATCH) throw new Refusal('batch_too_large', { details: { limit: MAX_BATCH } });
  const results: TransferResult[] = [];
  let index = 0;
  while (index < transfers.length) {
    const transfer = transfers[index]!;
    if (!transfer.isLinked) {
      results.push(createTransfer(books, transfer, at));
      index += 1;
      continue;
    }
    let end = index;
    while (end < transfers.length && transfers[end]!.isLinked) end += 1;
    const chain = transfers.slice(index, end + 1);
    results.push(...createChain(books, chain, at, end === transfers.length));
    index += chain.length;
  }
  return results;
}

function createChain(books: Books, chain: readonly NewTransfer[], at: Instant, isOpen: boolean): TransferResult[] {
  const results: TransferResult[] = chain.map(() => 'linked_transfer_failed');
  if (isOpen) {
    results[results.length - 1] = 'linked_chain_open';
    return results;
  }
  let failed: NewTransfer | undefined;
  const stands = books.allOrNothing(() => {
    for (const [index, transfer] of chain.entries()) {
      const result = decideTransfer(books, transfer, at, 'each');
      if (result !== 'created') {
        results[index] = result;
        failed = transfer;
        return false;
      }
    }
    return true;
  });
  if (stands) return results.fill('created');
  const refusedAt = results.findIndex((result) => result !== 'linked_transfer_failed');
  if (failed) burnId(books, failed, results[refusedAt]!, at);
  return results;
}

function createTransfer(books: Books, transfer: NewTransfer, at: Instant): TransferResult {
  const result = decideTransfer(books, transfer, at, 'each');
  if (result !== 'created') burnId(books, transfer, result, at);
  return result;
}

function burnId(books: Books, transfer: NewTransfer, result: TransferResult, at: Instant): void {
  if (!TRANSIENT_RESULTS.has(result)) return;
  books.newRefusals.push({ id: transfer.id, code: result, at });
  books.recent.addRefused(transfer.id);
}
