// The other banks of a sandbox: they answer what the tenant pays them, send it some payments of their own, and collect what lies
// in their outboxes. They come through the same door as any bank.
import { confirmDelivery, readInbound, receive, type ReceiveContext } from '../../../modules/messages/index.ts';
import { type Payment, type Settlement, type SettlementEvent } from '../../../modules/settlement/index.ts';
import { type Clock } from '../../../platform/instant.ts';
import { DEMO_PARTICIPANTS, type DemoParticipant } from '../demo/country.ts';
import { customerTransfer, type Desk, dice, type Letter, paymentReturn } from '../demo/letters.ts';
import { answerTo } from './answers.ts';
import { paymentRequest } from './payment-request.ts';

const ANSWER_MS = 200;
const OWN_PAYMENT_MS = 30_000;
const LARGEST_OWN_MINOR = 50_000_00;

export interface CounterpartiesContext extends ReceiveContext {
  readonly clock: Clock;
}

export class Counterparties {
  readonly #context: CounterpartiesContext;
  readonly #tenant: DemoParticipant;
  readonly #banks: ReadonlyMap<string, DemoParticipant>;
  readonly #answering = new Set<NodeJS.Timeout>();
  readonly #timer: NodeJS.Timeout;
  #isEnded = false;

  constructor(context: CounterpartiesContext, tenant: DemoParticipant) {
    this.#context = context;
    this.#tenant = tenant;
    const others = DEMO_PARTICIPANTS.filter(({ profile, balance }) => balance > 0 && profile.id !== tenant.profile.id);
    this.#banks = new Map(others.map((bank) => [bank.profile.id, bank]));
    this.#timer = setInterval(() => void this.payTenant().catch(() => undefined), OWN_PAYMENT_MS);
    this.#timer.unref();
  }

  /** Settlement's events of a commit. */
  hear(events: readonly SettlementEvent[]): void {
    for (const event of events) {
      if (event.kind !== 'payment-settled') continue;
      const { payment } = event;
      const isTenants = (payment.instructedBy ?? payment.sender).id === this.#tenant.profile.id;
      const bank = this.#banks.get(payment.receiver.id);
      if (!bank || !isTenants || !payment.kind.startsWith('pacs.00') || payment.kind === 'pacs.004') continue;
      const timer = setTimeout(() => {
        this.#answering.delete(timer);
        // It is closing, or was reset: nobody waits for the answer.
        void this.#answer(bank, payment).catch(() => undefined);
      }, ANSWER_MS);
      this.#answering.add(timer);
    }
  }

  /** One of them pays a customer of the tenant's, when the day is open. */
  async payTenant(): Promise<void> {
    const banks = [...this.#banks.values()];
    const from = banks[dice(banks.length)]!;
    await this.#send(from, (desk) => customerTransfer(desk, this.#letter(from, BigInt(100 + dice(LARGEST_OWN_MINOR)))));
  }

  end(): void {
    this.#isEnded = true;
    clearInterval(this.#timer);
    for (const timer of this.#answering) clearTimeout(timer);
  }

  async #answer(bank: DemoParticipant, payment: Payment): Promise<void> {
    await this.#collect(bank);
    const answer = answerTo(bank.profile.id, payment.amountMinor);
    const letter = this.#letter(bank, payment.amountMinor);
    if (answer?.kind === 'pay-back') await this.#send(bank, (desk) => customerTransfer(desk, letter));
    else if (answer?.kind === 'request') await this.#send(bank, (desk) => paymentRequest(desk, letter));
    else if (answer?.kind === 'return' && isNamed(payment)) {
      await this.#send(bank, (desk) => paymentReturn(desk, payment, answer.reason));
    }
  }

  #letter(from: DemoParticipant, amountMinor: bigint): Letter {
    return { from, to: this.#tenant, amountMinor, priority: 'NORM' };
  }

  async #send({ profile }: DemoParticipant, write: (desk: Desk) => string): Promise<void> {
    const { institution, clock } = this.#context;
    const { day } = this.#settlement;
    if (this.#isEnded || day?.state !== 'open') return;
    const xml = write({ institution, now: clock.now(), date: day.date });
    await receive(this.#context, readInbound(profile.id, Buffer.from(xml)));
  }

  async #collect({ profile: { id } }: DemoParticipant): Promise<void> {
    const seq = this.#context.writer.memory.messages.exchange.lastSeq.get(id);
    if (seq !== undefined) await confirmDelivery(this.#context, id, `${id}-${seq}`);
  }

  get #settlement(): Settlement {
    return this.#context.writer.memory.settlement.settlement;
  }
}

const isNamed = (payment: Payment): payment is Payment & { readonly uetr: string } => payment.uetr !== undefined;
