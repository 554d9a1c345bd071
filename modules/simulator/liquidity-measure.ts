// Liquidity of a day: each participant's balance as payments settle, how low it went, and the bounds it is held against.
// Payments that settle as one have no moment in between: only the balance after the set counts.
import { balanceOf } from '../ledger/index.ts';
import { type Payment, type Settlement } from '../settlement/index.ts';

export class LiquidityMeasure {
  readonly opening: readonly bigint[];
  readonly balances: bigint[];
  readonly lowest: bigint[];
  readonly sent: bigint[];
  readonly received: bigint[];
  readonly sentCounts: number[];
  /** Positions if every payment settled the moment it was entered, and how low those went. */
  readonly #gross: bigint[];
  readonly #grossLowest: bigint[];
  #inUse = 0n;

  constructor(s: Settlement) {
    const { participants } = s;
    this.opening = participants.map((participant) => balanceOf(s.accountOf(participant)));
    const zeros = () => participants.map(() => 0n);
    this.balances = [...this.opening];
    this.lowest = [...this.opening];
    [this.sent, this.received, this.#gross, this.#grossLowest] = [zeros(), zeros(), zeros(), zeros()];
    this.sentCounts = participants.map(() => 0);
  }

  /** Money that is below its opening balance at this moment, over all participants. */
  get inUse(): bigint {
    return this.#inUse;
  }

  enter({ sender, receiver, amountMinor }: Payment): void {
    const gross = this.#gross;
    gross[sender.index]! -= amountMinor;
    gross[receiver.index]! += amountMinor;
    if (gross[sender.index]! < this.#grossLowest[sender.index]!) this.#grossLowest[sender.index] = gross[sender.index]!;
  }

  settle(set: readonly Payment[]): void {
    for (const { sender, receiver, amountMinor } of set) {
      this.#move(sender.index, -amountMinor);
      this.#move(receiver.index, amountMinor);
      this.sent[sender.index]! += amountMinor;
      this.sentCounts[sender.index]! += 1;
      this.received[receiver.index]! += amountMinor;
    }
    for (const { sender } of set) {
      const balance = this.balances[sender.index]!;
      if (balance < this.lowest[sender.index]!) this.lowest[sender.index] = balance;
    }
  }

  #move(index: number, amount: bigint): void {
    const opening = this.opening[index]!;
    const before = this.balances[index]!;
    const after = before + amount;
    this.balances[index] = after;
    this.#inUse += above(opening - after) - above(opening - before);
  }

  used(index: number): bigint {
    return this.opening[index]! - this.lowest[index]!;
  }

  /** What netting at the end of the day would take: each participant's net position, where it owes. */
  get lowerBound(): bigint {
    return sum(this.#gross.map((position) => above(-position)));
  }

  get upperBound(): bigint {
    return sum(this.#grossLowest.map((position) => -position));
  }
}

export const above = (amount: bigint): bigint => (amount > 0n ? amount : 0n);

export const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
