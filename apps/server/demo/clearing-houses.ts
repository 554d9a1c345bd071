// The demo's two clearing houses: what retail payments and cards came to between the banks, handed in as net positions at
// set times, all of which settle together.
import { v7 as uuidv7 } from 'uuid';
import { type ReceiveContext } from '../../../modules/messages/index.ts';
import { batchKey, submitBatch } from '../../../modules/settlement/index.ts';
import { type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { DEMO_PARTICIPANTS } from './country.ts';

const MINUTE = 60 * MICROS_PER_SECOND;
const HOUSES = [
  { id: 'RCLRCNBJ', name: 'RETAIL', everyMinutes: 30, largestMillions: 3 },
  { id: 'CCLRCNBJ', name: 'CARDS', everyMinutes: 45, largestMillions: 2 },
] as const;
const INFORMATION_MINUTES = 5;
const SETTLEMENT_MINUTES = 15;
const MEMBERS = DEMO_PARTICIPANTS.filter(({ weight }) => weight > 0).map(({ profile }) => profile.id);

export class ClearingHouses {
  readonly #writer: ReceiveContext['writer'];
  readonly #lastSlot = new Map<string, number>();

  constructor(writer: ReceiveContext['writer']) {
    this.#writer = writer;
  }

  /** Hands in what is due at this instant: each house once in each of its periods. */
  async handIn(at: Instant): Promise<void> {
    for (const house of HOUSES) {
      const slot = Math.floor(at / (house.everyMinutes * MINUTE));
      const last = this.#lastSlot.get(house.id) ?? slot;
      this.#lastSlot.set(house.id, slot);
      if (slot > last) await this.#submit(house, slot);
    }
  }

  async #submit(house: (typeof HOUSES)[number], slot: number): Promise<void> {
    const { settlement } = this.#writer.memory.settlement;
    if (settlement.day?.state !== 'open' || !settlement.participantById.has(house.id)) return;
    const id = uuidv7();
    const reference = `${house.name}-${settlement.day.date}-${slot % 10_000}`;
    const nets = netPositions(house.largestMillions);
    const positions = nets.map((netMinor, index) => ({
      participantId: MEMBERS[index]!,
      netMinor,
      paymentId: uuidv7(),
      loanId: uuidv7(),
    }));
    const grossMinor = nets.reduce((sum, net) => sum + (net > 0n ? net : -net), 0n) * 7n;
    await this.#writer.submit({
      name: 'submit batch',
      needs: { settlement: { batchReferences: [[house.id, reference]] } },
      decide: ({ settlement: { settlement: s } }, at) => {
        // The day may have closed, or a member been suspended, while it waited.
        const isOpen =
          s.day?.state === 'open' && MEMBERS.every((each) => s.participantById.get(each)?.standing === 'active');
        if (!isOpen || s.batchKeys.has(batchKey(house.id, reference))) return;
        const informationEndsAt = at + INFORMATION_MINUTES * MINUTE;
        const settleBy = informationEndsAt + SETTLEMENT_MINUTES * MINUTE;
        submitBatch(s, { id, houseId: house.id, reference, positions, grossMinor, informationEndsAt, settleBy }, at);
      },
    });
  }
}

/** One net position a member, at random, together zero; minor units. */
function netPositions(largestMillions: number): bigint[] {
  const nets = MEMBERS.map(() => BigInt(Math.round((Math.random() - 0.5) * 2 * largestMillions * 1e8)));
  const sum = nets.reduce((total, net) => total + net, 0n);
  nets[0]! -= sum;
  return nets;
}
