// The demo's banks collect what lies in their outboxes a little later, as banks do: what a bank saw at one round it
// confirms at the next.
import { confirmDelivery, type ReceiveContext } from '../../../modules/messages/index.ts';
import { type DemoClock } from './clock.ts';

export class Collection {
  readonly #context: ReceiveContext;
  readonly #clock: DemoClock;
  #seen = new Map<string, number>();

  constructor(context: ReceiveContext, clock: DemoClock) {
    this.#context = context;
    this.#clock = clock;
  }

  async round(): Promise<void> {
    const { lastSeq } = this.#context.writer.memory.messages.exchange;
    const context = { ...this.#context, clock: this.#clock };
    const confirmed = [...this.#seen].map(([id, seq]) => confirmDelivery(context, id, `${id}-${seq}`));
    this.#seen = new Map(lastSeq);
    await Promise.all(confirmed);
  }
}
