// The slow, obvious books that the fast ones are held against in tests: nothing is kept but the transfers that stand, in
// order, and every question is answered by reading all of them again.
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Balances, type NewAccount } from './account.ts';
import { type LedgerAct, type LedgerAnswer } from './testing.ts';
import { ALL, type NewTransfer, type TransferKind } from './transfer.ts';

interface Stands {
  readonly request: Omit<NewTransfer, 'kind'> & { readonly kind: TransferKind };
  readonly debit: number;
  readonly credit: number;
  readonly moved: bigint;
  readonly held: bigint;
  readonly freed: bigint;
  readonly at: Instant;
}

type SlowAccount = NewAccount & { overdraft: bigint; isFrozen: boolean };

const TRANSIENT = /not_found$|frozen$|closed$|exceeds_(credits|debits)$/;

export class SlowBooks {
  readonly accounts = new Map<number, SlowAccount>();
  stands: readonly Stands[] = [];
  readonly #refused = new Set<string>();

  decide(act: LedgerAct, at: Instant): LedgerAnswer {
    this.#expire(at);
    if (act.kind === 'transfers') return this.#batch(act.transfers, at);
    if (act.kind === 'together') return this.#together(act.transfers, at);
    if (act.kind === 'open') {
      this.accounts.set(act.account.id, { overdraft: 0n, ...act.account, isFrozen: false });
      return ['done'];
    }
    const account = this.accounts.get(act.accountId);
    if (!account) return ['account_not_found'];
    if (act.kind === 'overdraft') account.overdraft = act.overdraft;
    else account.isFrozen = act.isFrozen;
    return ['done'];
  }

  balances(id: number): Balances {
    const sum = { debitsPending: 0n, debitsPosted: 0n, creditsPending: 0n, creditsPosted: 0n };
    for (const { debit, credit, moved, held, freed } of this.stands) {
      if (debit === id) {
        sum.debitsPosted += moved;
        sum.debitsPending += held - freed;
      }
      if (credit === id) {
        sum.creditsPosted += moved;
        sum.creditsPending += held - freed;
      }
    }
    return sum;
  }

  isClosed(id: number): boolean {
    return this.#openHolds().some(
      ({ request: { closing }, debit, credit }) =>
        (debit === id && (closing === 'debit' || closing === 'both')) ||
        (credit === id && (closing === 'credit' || closing === 'both')),
    );
  }

  #openHolds(): Stands[] {
    const ended = new Set(this.stands.map(({ request }) => request.pendingId));
    return this.stands.filter(({ request }) => request.kind === 'hold' && !ended.has(request.id));
  }

  #expire(at: Instant): void {
    const dueAt = (hold: Stands) => hold.at + hold.request.timeoutSeconds! * MICROS_PER_SECOND;
    const due = this.#openHolds()
      .filter((hold) => (hold.request.timeoutSeconds ?? 0) > 0 && dueAt(hold) <= at)
      .sort((a, b) => dueAt(a) - dueAt(b) || (a.request.id < b.request.id ? -1 : 1));
    for (const { request, debit, credit, held } of due) {
      const expiry = { ...request, id: `expiry of ${request.id}`, kind: 'expire' as const, pendingId: request.id };
      this.stands = [...this.stands, { request: expiry, debit, credit, moved: 0n, held: 0n, freed: held, at }];
    }
  }

  #batch(transfers: readonly NewTransfer[], at: Instant): string[] {
    const chains: NewTransfer[][] = [[]];
    for (const transfer of transfers) {
      chains.at(-1)!.push(transfer);
      if (!transfer.isLinked) chains.push([]);
    }
    return chains.flatMap((chain) => this.#chain(chain, at));
  }

  #chain(chain: readonly NewTransfer[], at: Instant): string[] {
    if (chain.at(-1)?.isLinked) return chain.map((_, i) => (i + 1 < chain.length ? 'linked_transfer_failed' : 'linked_chain_open')); // prettier-ignore
    const before = this.stands;
    for (const [index, transfer] of chain.entries()) {
      const result = this.#one(transfer, at, true);
      if (result === 'created') continue;
      this.stands = before;
      if (TRANSIENT.test(result)) this.#refused.add(transfer.id);
      return chain.map((_, other) => (other === index ? result : 'linked_transfer_failed'));
    }
    return chain.map(() => 'created');
  }

  #together(transfers: readonly NewTransfer[], at: Instant): string[] {
    const before = this.stands;
    const roomBefore = [...this.accounts.keys()].map((id) => this.#room(id));
    for (const transfer of transfers) {
      const result = this.#one(transfer, at, false);
      if (result !== 'created') {
        this.stands = before;
        return [result];
      }
    }
    const isShort = [...this.accounts.values()].some(({ id, isLimited }, index) => {
      const room = this.#room(id);
      return isLimited && room < 0n && room < roomBefore[index]!;
    });
    if (isShort) this.stands = before;
    return [isShort ? 'set_overdraws_account' : 'done'];
  }

  /** What may still leave the account on its own side. */
  #room(id: number): bigint {
    const { normalSide } = this.accounts.get(id)!;
    return this.#roomOn(id, normalSide === 'credit' ? 'debit' : 'credit');
  }

  #roomOn(id: number, side: 'debit' | 'credit'): bigint {
    const { normalSide, overdraft } = this.accounts.get(id)!;
    const { debitsPending, debitsPosted, creditsPending, creditsPosted } = this.balances(id);
    const room =
      side === 'debit' ? creditsPosted - debitsPosted - debitsPending : debitsPosted - creditsPosted - creditsPending;
    return normalSide === side ? room : room + overdraft;
  }

  #one(request: NewTransfer, at: Instant, checksLimits: boolean): string {
    const same = this.stands.find((stands) => stands.request.id === request.id);
    if (same) return compare(request, same);
    if (this.#refused.has(request.id)) return 'id_already_refused';
    if (request.debitAccountId !== 0 && request.debitAccountId === request.creditAccountId) {
      return 'accounts_must_be_different';
    }
    if (request.kind === 'post' || request.kind === 'release') return this.#resolve(request, at);
    const { debitAccountId: debit, creditAccountId: credit } = request;
    if (!this.accounts.has(debit)) return 'debit_account_not_found';
    if (!this.accounts.has(credit)) return 'credit_account_not_found';
    if (this.accounts.get(debit)!.currency !== this.accounts.get(credit)!.currency) {
      return 'accounts_must_have_the_same_currency';
    }
    const barred = this.#barred(debit, credit);
    if (barred) return barred;
    const wanted = [request.amount];
    if (request.balancing === 'debit' || request.balancing === 'both') wanted.push(this.#roomOn(debit, 'debit'));
    if (request.balancing === 'credit' || request.balancing === 'both') wanted.push(this.#roomOn(credit, 'credit'));
    let amount = wanted.reduce((a, b) => (a < b ? a : b));
    if (amount < 0n) amount = 0n;
    if (amount > 10n ** 36n) amount = 10n ** 36n;
    if (checksLimits && amount > 0n) {
      const { isLimited: isDebitLimited, normalSide: debitSide } = this.accounts.get(debit)!;
      const { isLimited: isCreditLimited, normalSide: creditSide } = this.accounts.get(credit)!;
      if (isDebitLimited && debitSide === 'credit' && amount > this.#roomOn(debit, 'debit')) return 'exceeds_credits';
      if (isCreditLimited && creditSide === 'debit' && amount > this.#roomOn(credit, 'credit')) return 'exceeds_debits';
    }
    const isHold = request.kind === 'hold';
    const moved = isHold ? 0n : amount;
    this.stands = [...this.stands, { request, debit, credit, moved, held: isHold ? amount : 0n, freed: 0n, at }];
    return 'created';
  }

  #resolve(request: NewTransfer, at: Instant): string {
    const hold = this.stands.find((stands) => stands.request.id === request.pendingId);
    if (!hold) return 'pending_transfer_not_found';
    if (hold.request.kind !== 'hold') return 'pending_transfer_not_a_hold';
    const { debit, credit, held } = hold;
    if (request.debitAccountId !== 0 && request.debitAccountId !== debit) {
      return 'pending_transfer_has_different_debit_account';
    }
    if (request.creditAccountId !== 0 && request.creditAccountId !== credit) {
      return 'pending_transfer_has_different_credit_account';
    }
    if (request.code !== 0 && request.code !== hold.request.code) return 'pending_transfer_has_different_code';
    const isPost = request.kind === 'post';
    if (isPost && request.amount !== ALL && request.amount > held) return 'exceeds_pending_transfer_amount';
    const end = this.stands.find((stands) => stands.request.pendingId === request.pendingId);
    if (end?.request.kind === 'post') return 'pending_transfer_already_posted';
    if (end?.request.kind === 'release') return 'pending_transfer_already_released';
    if (end) return 'pending_transfer_expired';
    const barred = isPost ? this.#barred(debit, credit) : undefined;
    if (barred) return barred;
    const moved = isPost ? (request.amount === ALL ? held : request.amount) : 0n;
    const whole = { ...request, code: hold.request.code, reference: request.reference ?? hold.request.reference };
    this.stands = [...this.stands, { request: whole, debit, credit, moved, held: 0n, freed: held, at }];
    return 'created';
  }

  #barred(debit: number, credit: number): string | undefined {
    if (this.accounts.get(debit)!.isFrozen) return 'debit_account_frozen';
    if (this.accounts.get(credit)!.isFrozen) return 'credit_account_frozen';
    if (this.isClosed(debit)) return 'debit_account_closed';
    if (this.isClosed(credit)) return 'credit_account_closed';
    return undefined;
  }
}

function compare(request: NewTransfer, { request: same, debit, credit, moved, held, freed }: Stands): string {
  const isResolving = same.kind === 'post' || same.kind === 'release';
  if (request.kind !== same.kind) return 'exists_with_different_kind';
  const flags = (of: Stands['request']) => [Boolean(of.isLinked), of.balancing, of.closing].join();
  if (flags(request) !== flags(same)) return 'exists_with_different_flags';
  if (request.pendingId !== same.pendingId) return 'exists_with_different_pending_id';
  if ((request.timeoutSeconds ?? 0) !== (same.timeoutSeconds ?? 0)) return 'exists_with_different_timeout';
  const isNamed = (id: number) => !(isResolving && id === 0);
  if (isNamed(request.debitAccountId) && request.debitAccountId !== debit) return 'exists_with_different_debit_account';
  if (isNamed(request.creditAccountId) && request.creditAccountId !== credit) {
    return 'exists_with_different_credit_account';
  }
  const amount = moved + held;
  const isSameAmount =
    request.balancing !== undefined
      ? request.amount >= amount
      : request.kind === 'post' && request.amount === ALL
        ? moved === freed
        : request.amount === amount;
  if (!isSameAmount) return 'exists_with_different_amount';
  if (request.reference !== same.reference && !(isResolving && request.reference === undefined)) {
    return 'exists_with_different_reference';
  }
  if (request.code !== same.code && !(isResolving && request.code === 0)) return 'exists_with_different_code';
  return 'exists';
}
