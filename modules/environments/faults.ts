// What a tenant asked to go wrong in its environment. Each ends by itself: by time, or by having happened once. They are of
// this process: what was asked for is gone when the environment closes.
import { setTimeout as pause } from 'node:timers/promises';
import { ConnectionCut } from '../../platform/http/index.ts';
import { type Clock, formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type FaultJson, type FaultKind } from './environment.ts';

interface Fault {
  readonly endsAt: Instant | undefined;
  readonly delaySeconds: number | undefined;
  readonly isDropped: boolean;
}

export interface NewFault {
  readonly kind: Exclude<FaultKind, 'cut-off-now'>;
  readonly seconds?: number | undefined;
  readonly delaySeconds?: number | undefined;
  /** Of a cut link: the connection is dropped; otherwise 503 is answered. */
  readonly isDropped?: boolean | undefined;
}

const SECONDS: Readonly<Record<NewFault['kind'], number | undefined>> = {
  'late-answer': 60,
  'link-cut': 15,
  'next-message-refused': undefined,
  'next-answer-lost': undefined,
};
const DELAY_SECONDS = 10;

export class Faults {
  readonly #world: Clock;
  readonly #faults = new Map<FaultKind, Fault>();

  constructor(world: Clock) {
    this.#world = world;
  }

  /** In place of one of its kind. */
  begin({ kind, seconds = SECONDS[kind], delaySeconds = DELAY_SECONDS, isDropped = true }: NewFault): void {
    this.#faults.set(kind, {
      endsAt: SECONDS[kind] === undefined ? undefined : this.#world.now() + seconds! * MICROS_PER_SECOND,
      delaySeconds: kind === 'late-answer' ? delaySeconds : undefined,
      isDropped,
    });
  }

  end(kind: FaultKind): void {
    this.#faults.delete(kind);
  }

  get list(): FaultJson[] {
    return [...this.#faults.keys()].flatMap((kind) => {
      const fault = this.#current(kind);
      if (!fault) return [];
      const endsAt = fault.endsAt === undefined ? null : formatInstant(fault.endsAt);
      return [{ kind, endsAt, delaySeconds: fault.delaySeconds ?? null }];
    });
  }

  /** Throws ConnectionCut, or refuses `link_cut`, while the link is cut. */
  requireLink(): void {
    const cut = this.#current('link-cut');
    if (cut?.isDropped) throw new ConnectionCut();
    if (cut) throw new Refusal('link_cut');
  }

  /** Whether the next of its kind happens now; then it has. */
  take(kind: 'next-message-refused' | 'next-answer-lost'): boolean {
    return this.#faults.delete(kind);
  }

  /** Resolves when an answer may go out. */
  async delay(): Promise<void> {
    const seconds = this.#current('late-answer')?.delaySeconds;
    if (seconds !== undefined) await pause(seconds * 1_000, undefined, { ref: false });
  }

  #current(kind: FaultKind): Fault | undefined {
    const fault = this.#faults.get(kind);
    if (fault?.endsAt !== undefined && fault.endsAt <= this.#world.now()) this.#faults.delete(kind);
    return this.#faults.get(kind);
  }
}
