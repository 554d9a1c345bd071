// For tests of this and other modules: books with accounts and money in them, transfers in one word, and random acts.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type NewAccount } from './account.ts';
import { Books, type OpenAccount } from './books.ts';
import { createTogether } from './create-together.ts';
import { createTransfers } from './create-transfers.ts';
import { expireHolds } from './expire-holds.ts';
import { type LedgerNeed } from './ledger-desk.ts';
import { openAccount, setFrozen, setOverdraft } from './open-account.ts';
import { type TransferResult } from './results.ts';
import { ALL, type NewTransfer, type Side } from './transfer.ts';

/** A Thursday, 10:00 in Shanghai. */
export const TEN_O_CLOCK: Instant = Date.parse('2027-04-15T02:00:00Z') * 1_000;

/** UUIDs of version 7 in the order of `n`. */
export function uuidOf(n: number): string {
  const hex = n.toString(16).padStart(12, '0');
  return `019e0000-${hex.slice(0, 4)}-7000-8000-${hex.slice(4).padStart(12, '0')}`;
}

/** An account open in the books: credit-normal and without a limit unless said otherwise. */
export function givenAccount(books: Books, id: number, more: Partial<NewAccount> = {}): OpenAccount {
  const plain = { id, code: `test:${id}`, currency: books.currency, normalSide: 'credit', isLimited: false } as const;
  return openAccount(books, { ...plain, ...more }, TEN_O_CLOCK);
}

/**
 * Books whose account 1 is the source of money (debit-normal, no limit) and whose accounts 2, 3 … are limited,
 * credit-normal and hold these balances.
 */
export function givenBooks(...balances: readonly bigint[]): Books {
  const books = new Books(1, 'CNY');
  givenAccount(books, 1, { normalSide: 'debit' });
  balances.forEach((balance, index) => {
    givenAccount(books, index + 2, { isLimited: true });
    if (balance > 0n) give(books, aTransfer({ id: uuidOf(index + 1), creditAccountId: index + 2, amount: balance }));
  });
  return books;
}

/** A `single` of 100 from account 1 to account 2, unless said otherwise. */
export function aTransfer(more: Partial<NewTransfer> = {}): NewTransfer {
  return { id: uuidOf(1_000), kind: 'single', debitAccountId: 1, creditAccountId: 2, amount: 100n, code: 7, ...more };
}

/** One transfer, one result. */
export function give(books: Books, transfer: NewTransfer, at: Instant = TEN_O_CLOCK): TransferResult {
  return createTransfers(books, [transfer], at)[0]!;
}

/** A whole number of 0 up to below `n`. */
export type Dice = (n: number) => number;

/** The same numbers for the same seed (mulberry32). */
export function seededDice(seed: number): Dice {
  let state = seed >>> 0;
  return (n) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % n;
  };
}

/** Something a caller asks of the books, as data: it can be sent again, replayed, and put to a model. */
export type LedgerAct =
  | { readonly kind: 'open'; readonly account: NewAccount }
  | { readonly kind: 'overdraft'; readonly accountId: number; readonly overdraft: bigint }
  | { readonly kind: 'freeze'; readonly accountId: number; readonly isFrozen: boolean }
  | { readonly kind: 'transfers'; readonly transfers: readonly NewTransfer[] }
  | { readonly kind: 'together'; readonly transfers: readonly NewTransfer[] };

/** One result for each transfer of a batch; otherwise `done` or the refusal's code. */
export type LedgerAnswer = readonly string[];

export function decideAct(books: Books, act: LedgerAct, at: Instant): LedgerAnswer {
  expireHolds(books, at);
  try {
    if (act.kind === 'transfers') return createTransfers(books, act.transfers, at);
    if (act.kind === 'open') openAccount(books, act.account, at);
    else if (act.kind === 'overdraft') setOverdraft(books, act.accountId, act.overdraft, at);
    else if (act.kind === 'freeze') setFrozen(books, act.accountId, act.isFrozen, at);
    else createTogether(books, act.transfers, at);
    return ['done'];
  } catch (error) {
    if (error instanceof Refusal) return [error.code];
    throw error;
  }
}

export function needOf(act: LedgerAct): LedgerNeed {
  if (act.kind === 'transfers' || act.kind === 'together') return { transfers: act.transfers };
  return { accountIds: [act.kind === 'open' ? act.account.id : act.accountId] };
}

const ACCOUNTS = 8;

/** Random acts over a few accounts that run short, freeze and close; ids are sometimes used again, holds often resolved. */
export class RandomActs {
  readonly #dice: Dice;
  readonly #sent: NewTransfer[] = [];
  readonly #holds: NewTransfer[] = [];
  #ids = 0;

  constructor(dice: Dice) {
    this.#dice = dice;
  }

  /** The accounts of the world; the last is never opened, the one before it is in another currency. */
  opening(): LedgerAct[] {
    return Array.from({ length: ACCOUNTS - 1 }, (_, index) => {
      const id = index + 1;
      const account: NewAccount = {
        id,
        code: `random:${id}`,
        currency: id === ACCOUNTS - 1 ? 'USD' : 'CNY',
        normalSide: id % 3 === 1 ? 'debit' : 'credit',
        isLimited: id > 2,
        overdraft: id === 4 ? 100n : 0n,
      };
      return { kind: 'open', account };
    });
  }

  next(): LedgerAct {
    const dice = this.#dice;
    switch (dice(16)) {
      case 0:
        return { kind: 'overdraft', accountId: 1 + dice(ACCOUNTS), overdraft: BigInt(dice(300)) };
      case 1:
        return { kind: 'freeze', accountId: 1 + dice(ACCOUNTS), isFrozen: dice(4) === 0 };
      case 2:
      case 3:
        return { kind: 'together', transfers: Array.from({ length: 1 + dice(5) }, () => this.#plainSingle()) };
      default:
        return { kind: 'transfers', transfers: this.#batch() };
    }
  }

  /** Microseconds until the next act: mostly none, sometimes seconds, so that holds expire. */
  pause(): number {
    return this.#dice(4) > 0 ? 1 + this.#dice(1_000) : this.#dice(5 * MICROS_PER_SECOND);
  }

  #batch(): NewTransfer[] {
    const batch = Array.from({ length: 1 + this.#dice(6) }, () => this.#transfer());
    return batch.map((transfer) => (this.#dice(4) === 0 ? { ...transfer, isLinked: true } : transfer));
  }

  #transfer(): NewTransfer {
    const dice = this.#dice;
    if (this.#sent.length > 0 && dice(10) === 0) return this.#again();
    if (this.#holds.length > 0 && dice(3) === 0) return this.#resolution();
    const isHold = dice(3) === 0;
    // Most holds that close accounts end by themselves, or the world would soon stand still.
    const closing = isHold && dice(6) === 0 ? sideOf(dice(3)) : undefined;
    const balancing = sideOf(dice(16));
    const transfer: NewTransfer = {
      ...this.#plainSingle(),
      kind: isHold ? 'hold' : 'single',
      ...(closing ? { closing } : {}),
      ...(isHold && dice(closing ? 8 : 2) !== 1 ? { timeoutSeconds: 1 + dice(8) } : {}),
      ...(balancing ? { balancing, ...(dice(2) === 0 ? { amount: ALL } : {}) } : {}),
    };
    if (isHold) this.#holds.push(transfer);
    this.#sent.push(transfer);
    return transfer;
  }

  #plainSingle(): NewTransfer {
    const dice = this.#dice;
    const debitAccountId = 1 + dice(ACCOUNTS);
    return {
      id: this.#newId(),
      kind: 'single',
      debitAccountId,
      creditAccountId: 1 + ((debitAccountId + dice(ACCOUNTS - 1)) % ACCOUNTS),
      amount: dice(12) === 0 ? 0n : BigInt(1 + dice(200)) * (dice(40) === 0 ? 1n << 70n : 1n),
      code: 1 + dice(3),
      ...(dice(3) === 0 ? { reference: uuidOf(5_000_000 + dice(100)) } : {}),
    };
  }

  #resolution(): NewTransfer {
    const dice = this.#dice;
    const hold = this.#holds[dice(this.#holds.length)]!;
    const isPost = dice(3) > 0;
    const transfer: NewTransfer = {
      id: this.#newId(),
      kind: isPost ? 'post' : 'release',
      debitAccountId: dice(2) === 0 ? 0 : hold.debitAccountId,
      creditAccountId: dice(8) === 0 ? 1 + dice(ACCOUNTS) : 0,
      amount: !isPost ? 0n : dice(2) === 0 || hold.amount === ALL ? ALL : BigInt(dice(Number(hold.amount % 300n) + 2)),
      code: dice(4) === 0 ? hold.code : 0,
      pendingId: dice(20) === 0 ? uuidOf(9_000_000 + dice(9)) : hold.id,
    };
    this.#sent.push(transfer);
    return transfer;
  }

  /** The same transfer again, or another one under its id. */
  #again(): NewTransfer {
    const dice = this.#dice;
    const transfer = this.#sent[dice(this.#sent.length)]!;
    switch (dice(8)) {
      case 0:
        if (transfer.kind === 'release') return transfer;
        return { ...transfer, amount: transfer.amount === ALL ? 3n : transfer.amount + 1n };
      case 1:
        return { ...transfer, code: 4 };
      case 2:
        return { ...transfer, creditAccountId: 1 + dice(ACCOUNTS) };
      default:
        return transfer;
    }
  }

  /** Rising, as version 7 does, with an old-fashioned one now and then. */
  #newId(): string {
    this.#ids += 1;
    return this.#dice(20) === 0 ? uuidOf(this.#ids).replace('019e', `0${100 + this.#dice(80)}`) : uuidOf(this.#ids);
  }
}

function sideOf(n: number): Side | undefined {
  return (['debit', 'credit', 'both'] as const)[n];
}
