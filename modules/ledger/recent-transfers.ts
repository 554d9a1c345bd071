// Which transfer ids are taken: exact for the recent ones, and a floor under which only the database knows.
// Ids of version 7 grow with time. So nearly every new id is higher than all before it: known to be free by one
// comparison, and kept by appending to a list that is thereby sorted. Only the others go by a map.
import { type Transfer, type TransferKind } from './transfer.ts';

/** What is known of an id: the transfer that stands, and what became of it if it was a hold; or that it was refused. */
export interface KnownTransfer {
  readonly transfer: Transfer | undefined;
  readonly resolvedBy: TransferKind | undefined;
}

/** Ids that came at about the same time, and are forgotten together. */
interface Generation {
  /** By ascending id. */
  readonly inOrder: Transfer[];
  /** Those that were not the highest when they came; undefined for a refused one. */
  readonly strays: Map<string, Transfer | undefined>;
  /** What became of holds; a hold's own generation is this one or the one before. */
  readonly resolvedBy: Map<string, TransferKind>;
}

const PER_GENERATION = 100_000;

export class RecentTransfers {
  /** Ids up to this one may stand without being in memory. */
  #floor = '';
  #highest = '';
  #older = emptyGeneration();
  #newer = emptyGeneration();

  get(id: string): KnownTransfer | undefined {
    if (id > this.#highest) return undefined;
    return this.#find(this.#newer, id) ?? this.#find(this.#older, id);
  }

  /** Whether only the database can tell if the id is taken. */
  mustLookUp(id: string): boolean {
    return id <= this.#floor && this.get(id) === undefined;
  }

  raiseFloor(id: string): void {
    if (id > this.#floor) this.#floor = id;
  }

  add(transfer: Transfer): void {
    if (transfer.id > this.#highest) {
      this.#highest = transfer.id;
      this.#newer.inOrder.push(transfer);
    } else this.#newer.strays.set(transfer.id, transfer);
  }

  addRefused(id: string): void {
    if (id > this.#highest) this.#highest = id;
    this.#newer.strays.set(id, undefined);
  }

  /** What a look-up found. It may be kept for long or short; the database will find it again. */
  addFound(id: string, { transfer, resolvedBy }: KnownTransfer): void {
    if (this.get(id) !== undefined) return;
    if (transfer) this.add(transfer);
    else this.addRefused(id);
    if (resolvedBy) this.#newer.resolvedBy.set(id, resolvedBy);
  }

  /** Takes back the transfer added last. */
  remove(id: string): void {
    const { inOrder, strays } = this.#newer;
    if (inOrder.at(-1)?.id === id) inOrder.pop();
    else strays.delete(id);
  }

  resolve(holdId: string, by: TransferKind): void {
    this.#newer.resolvedBy.set(holdId, by);
  }

  unresolve(holdId: string): void {
    this.#newer.resolvedBy.delete(holdId);
  }

  /** Called once all that was added is durable: forgets the older generation when the newer is full. */
  forget(): void {
    const { inOrder, strays } = this.#newer;
    if (inOrder.length + strays.size < PER_GENERATION) return;
    this.raiseFloor(this.#highest);
    this.#older = this.#newer;
    this.#newer = emptyGeneration();
  }

  #find({ inOrder, strays }: Generation, id: string): KnownTransfer | undefined {
    const transfer = findInOrder(inOrder, id) ?? strays.get(id);
    if (!transfer && !strays.has(id)) return undefined;
    return { transfer, resolvedBy: this.#newer.resolvedBy.get(id) ?? this.#older.resolvedBy.get(id) };
  }
}

function emptyGeneration(): Generation {
  return { inOrder: [], strays: new Map(), resolvedBy: new Map() };
}

function findInOrder(transfers: readonly Transfer[], id: string): Transfer | undefined {
  let low = 0;
  let high = transfers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (transfers[middle]!.id < id) low = middle + 1;
    else high = middle;
  }
  return transfers[low]?.id === id ? transfers[low] : undefined;
}
