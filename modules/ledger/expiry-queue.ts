// Holds in the order they expire: a binary heap. Holds resolved earlier stay in it until their turn and are skipped.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Transfer } from './transfer.ts';

export interface Expiry {
  readonly at: Instant;
  readonly holdId: string;
}

export const dueAt = ({ at, timeoutSeconds }: Transfer): Instant => at + timeoutSeconds * MICROS_PER_SECOND;

export class ExpiryQueue {
  readonly #heap: Expiry[] = [];

  push(expiry: Expiry): void {
    const heap = this.#heap;
    let index = heap.push(expiry) - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (isBefore(heap[parent]!, expiry)) break;
      heap[index] = heap[parent]!;
      index = parent;
    }
    heap[index] = expiry;
  }

  /** Removes and returns the next hold due at or before the instant. */
  popDue(at: Instant): Expiry | undefined {
    const heap = this.#heap;
    const first = heap[0];
    if (!first || first.at > at) return undefined;
    const last = heap.pop()!;
    if (heap.length > 0) this.#sink(last);
    return first;
  }

  #sink(expiry: Expiry): void {
    const heap = this.#heap;
    let index = 0;
    for (;;) {
      let child = 2 * index + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1]!, heap[child]!)) child += 1;
      if (isBefore(expiry, heap[child]!)) break;
      heap[index] = heap[child]!;
      index = child;
    }
    heap[index] = expiry;
  }
}

/** By time, then by id, so that a replay expires holds in the same order. */
function isBefore(a: Expiry, b: Expiry): boolean {
  return a.at !== b.at ? a.at < b.at : a.holdId < b.holdId;
}
