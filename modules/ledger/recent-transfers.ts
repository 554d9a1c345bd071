// Which transfer ids are taken: exact for the recent ones, and a floor under which only the database knows.
// Ids of version 7 grow with time, so nearly every new id lies above the floor and needs no query at all.
import { type Transfer, type TransferKind } from './transfer.ts';

/** What is known of an id: the transfer that stands, and what became of it if it was a hold; or that it was refused. */
export interface KnownTransfer {
  readonly transfer: Transfer | undefined;
  resolvedBy: TransferKind | undefined;
}

const PER_GENERATION = 100_000;

export class RecentTransfers {
  /** Ids up to this one may stand without being in memory. */
  #floor = '';
  #older = new Map<string, KnownTransfer>();
  #newer = new Map<string, KnownTransfer>();
  #highest = '';

  get(id: string): KnownTransfer | undefined {
    // Ids of version 7 come nearly in order: most are higher than all before them.
    if (id > this.#highest) return undefined;
    return this.#newer.get(id) ?? this.#older.get(id);
  }

  /** Whether only the database can tell if the id is taken. */
  mustLookUp(id: string): boolean {
    return id <= this.#floor && this.get(id) === undefined;
  }

  raiseFloor(id: string): void {
    if (id > this.#floor) this.#floor = id;
  }

  add(transfer: Transfer): void {
    this.#keep(transfer.id, { transfer, resolvedBy: undefined });
  }

  addRefused(id: string): void {
    this.#keep(id, { transfer: undefined, resolvedBy: undefined });
  }

  /** What a look-up found. It may be kept for long or short; the database will find it again. */
  addFound(id: string, known: KnownTransfer): void {
    if (this.get(id) === undefined) this.#keep(id, known);
  }

  remove(id: string): void {
    this.#newer.delete(id);
  }

  resolve(holdId: string, by: TransferKind): void {
    const known = this.get(holdId);
    if (known) known.resolvedBy = by;
  }

  unresolve(holdId: string): void {
    const known = this.get(holdId);
    if (known) known.resolvedBy = undefined;
  }

  /** Called once all that was added is durable: forgets the older generation when the newer is full. */
  forget(): void {
    if (this.#newer.size < PER_GENERATION) return;
    this.raiseFloor(this.#highest);
    this.#older = this.#newer;
    this.#newer = new Map();
  }

  #keep(id: string, known: KnownTransfer): void {
    if (id > this.#highest) this.#highest = id;
    this.#newer.set(id, known);
  }
}
