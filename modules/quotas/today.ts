// What each organisation ordered today: read from the rows of payments once, then counted on from what each commit made
// durable. What is under way is reserved before it is decided, so that a limit holds for those that come at once too.
import { type PaymentUsage, type SettlementEvent } from '../settlement/index.ts';
import { type Clock, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { addDays, type TimeZone } from '../../platform/time-zone.ts';
import { type DayMeasure } from './quota.ts';

export type Amounts = Readonly<Record<DayMeasure, bigint>>;

const NOTHING: Amounts = { 'payments-a-day': 0n, 'value-a-day': 0n };

const plus = (a: Amounts, b: Amounts): Amounts => ({
  'payments-a-day': a['payments-a-day'] + b['payments-a-day'],
  'value-a-day': a['value-a-day'] + b['value-a-day'],
});
const less = (a: Amounts, b: Amounts): Amounts =>
  plus(a, { 'payments-a-day': -b['payments-a-day'], 'value-a-day': -b['value-a-day'] });

interface Counted {
  readonly participantId: string;
  readonly at: Instant;
  /** Of the payment: it grows with each. */
  readonly number: number;
  readonly amounts: Amounts;
}

export interface TodayOptions {
  /** The clock payments are received by. */
  readonly clock: Clock;
  readonly zone: TimeZone;
  readonly organisationOf: (participantId: string) => string;
  readonly read: (from: Instant, to: Instant) => Promise<PaymentUsage[]>;
}

export class Today {
  readonly #options: TodayOptions;
  #date = '';
  #endsAt: Instant = 0;
  #used = new Map<string, Amounts>();
  readonly #reserved = new Map<string, Amounts>();
  /** Payments heard of while rows were being read. */
  #meanwhile: Counted[] | undefined;
  #loading: Promise<void> | undefined;

  constructor(options: TodayOptions) {
    this.#options = options;
  }

  get endsAt(): Instant {
    this.#turn();
    return this.#endsAt;
  }

  get secondsLeft(): number {
    return (this.endsAt - this.#options.clock.now()) / MICROS_PER_SECOND;
  }

  used(organisationId: string): Amounts {
    this.#turn();
    return this.#used.get(organisationId) ?? NOTHING;
  }

  /** With what is under way. */
  spoken(organisationId: string): Amounts {
    return plus(this.used(organisationId), this.#reserved.get(organisationId) ?? NOTHING);
  }

  /** Answers how to end it. */
  reserve(organisationId: string, amounts: Amounts): () => void {
    const change = (to: Amounts): void => {
      if (to['payments-a-day'] === 0n) this.#reserved.delete(organisationId);
      else this.#reserved.set(organisationId, to);
    };
    change(plus(this.#reserved.get(organisationId) ?? NOTHING, amounts));
    return () => change(less(this.#reserved.get(organisationId)!, amounts));
  }

  hear(events: readonly SettlementEvent[]): void {
    for (const event of events) {
      if (event.kind !== 'payment-received' || event.payment.kind === 'clearing') continue;
      const { amountMinor, number, instructedBy, sender, receivedAt: at } = event.payment;
      const amounts = { 'payments-a-day': 1n, 'value-a-day': amountMinor };
      const counted = { participantId: (instructedBy ?? sender).id, at, number, amounts };
      this.#meanwhile?.push(counted);
      this.#count(counted);
    }
  }

  /** From rows: at the start, and when the writer built its memory anew, which tells of no commit it was unsure of. */
  load(): Promise<void> {
    this.#loading ??= this.#load().finally(() => (this.#loading = undefined));
    return this.#loading;
  }

  async #load(): Promise<void> {
    this.#turn();
    const date = this.#date;
    const meanwhile: Counted[] = (this.#meanwhile = []);
    const rows = await this.#options
      .read(this.#options.zone.instantOf(date, '00:00'), this.#endsAt)
      .finally(() => (this.#meanwhile = undefined));
    this.#turn();
    if (date !== this.#date) return;
    const last = Math.max(0, ...rows.map(({ lastNumber }) => lastNumber));
    this.#used = new Map();
    for (const { participantId, payments, amountMinor } of rows) {
      this.#add(participantId, { 'payments-a-day': payments, 'value-a-day': amountMinor });
    }
    for (const counted of meanwhile) if (counted.number > last) this.#count(counted);
  }

  #count({ participantId, at, amounts }: Counted): void {
    this.#turn();
    if (this.#options.zone.dateOf(at) === this.#date) this.#add(participantId, amounts);
  }

  #add(participantId: string, amounts: Amounts): void {
    const organisationId = this.#options.organisationOf(participantId);
    this.#used.set(organisationId, plus(this.#used.get(organisationId) ?? NOTHING, amounts));
  }

  /** A new day begins with nothing used. */
  #turn(): void {
    const now = this.#options.clock.now();
    if (now < this.#endsAt && this.#date !== '') return;
    this.#date = this.#options.zone.dateOf(now);
    this.#endsAt = this.#options.zone.instantOf(addDays(this.#date, 1), '00:00');
    this.#used = new Map();
  }
}
