// The webhooks of a server: what its parts share, and the beat that makes events of what was committed and sends what is
// due. It reads committed rows alone, on connections of its own: no payment waits for it.
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type AllowedHosts, type Resolve, resolveHost } from '../../platform/outward/addresses.ts';
import { deliverDue, deliverTo } from './deliver.ts';
import { gather, gatherExpiringKeys } from './gather.ts';
import { forgetOld } from './forget.ts';
import { type SecretBox } from '../../platform/outward/secret-box.ts';

export interface WebhookOptions {
  readonly pool: Pool;
  readonly bookId: number;
  /** The time of the world: receivers check signatures by it. */
  readonly clock: Clock;
  readonly box: SecretBox;
  /** Hosts that may be internal, and reached without TLS. */
  readonly allowed?: AllowedHosts;
  readonly resolve?: Resolve;
  readonly timeoutMs?: number;
  readonly onTrouble: (error: unknown) => void;
}

const BEAT_MS = 1_000;
/** Within the 15 to 30 s that the specification recommends. */
const TIMEOUT_MS = 15_000;
const KEYS_EVERY_BEATS = 60;
const FORGET_EVERY_BEATS = 3_600;

export class Webhooks {
  readonly pool: Pool;
  readonly bookId: number;
  readonly clock: Clock;
  readonly box: SecretBox;
  readonly allowed: AllowedHosts;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
  readonly #onTrouble: WebhookOptions['onTrouble'];
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #beats = 0;
  #gathering: Promise<void> | undefined;
  /** Endpoints that are being delivered to: one thing at a time to each, so that its order holds. */
  readonly #busy = new Map<string, Promise<void>>();

  constructor(options: WebhookOptions) {
    this.pool = options.pool;
    this.bookId = options.bookId;
    this.clock = options.clock;
    this.box = options.box;
    this.allowed = options.allowed ?? [];
    this.resolve = options.resolve ?? resolveHost;
    this.timeoutMs = options.timeoutMs ?? TIMEOUT_MS;
    this.#onTrouble = options.onTrouble;
  }

  start(): void {
    this.#timer = setInterval(() => this.hurry(), BEAT_MS);
  }

  /** Looks now; a beat that is still at work is not joined by another. */
  hurry(): void {
    if (this.#gathering || this.#ending.signal.aborted) return;
    this.#gathering = this.#beat()
      .catch((error: unknown) => this.#onTrouble(error))
      .finally(() => (this.#gathering = undefined));
  }

  /** Makes events of all that was committed, and tries all that is due, once. */
  async work(): Promise<void> {
    await gather(this);
    await gatherExpiringKeys(this);
    await this.#deliver();
    await Promise.all(this.#busy.values());
  }

  get signal(): AbortSignal {
    return this.#ending.signal;
  }

  /** What is on its way is cut off; it counts as not sent and is sent again at the next start. */
  async end(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    await this.#gathering;
    await Promise.all(this.#busy.values());
  }

  async #beat(): Promise<void> {
    const beat = this.#beats++;
    await gather(this);
    if (beat % KEYS_EVERY_BEATS === 0) await gatherExpiringKeys(this);
    if (beat % FORGET_EVERY_BEATS === 0) await forgetOld(this);
    await this.#deliver();
  }

  async #deliver(): Promise<void> {
    for (const endpoint of await deliverDue(this, [...this.#busy.keys()])) {
      const work = deliverTo(this, endpoint)
        .catch((error: unknown) => this.#onTrouble(error))
        .finally(() => this.#busy.delete(endpoint.id));
      this.#busy.set(endpoint.id, work);
    }
  }
}
