// Writes refused before they became commands, or by them: each is evidence, and a flood of them must not become a flood
// of commits. The first of its kind in a minute is recorded at once; those that follow are counted, and the count is
// recorded when the minute is over. A kind is who asked, for what, and the refusal's code.
import { type Clock } from '../../platform/instant.ts';
import { type RefusedWrite } from './leaf.ts';

export type HeardRefusal = Omit<RefusedWrite, 'count' | 'firstAt' | 'lastAt'>;

const MINUTE_MS = 60_000;
/** Kinds told apart in one minute; what is beyond them is counted as one. */
const MAX_KINDS = 500;
const BEYOND: HeardRefusal = {
  method: '*',
  path: '*',
  code: 'many',
  status: 429,
  caller: '*',
  participantId: undefined,
};

export class RefusedWrites {
  readonly #clock: Clock;
  readonly #record: (refused: readonly RefusedWrite[]) => Promise<void>;
  readonly #onTrouble: (error: unknown) => void;
  readonly #timer: NodeJS.Timeout;
  /** Of this minute: what was recorded, and how often it came again. */
  #counted = new Map<string, RefusedWrite>();

  constructor(
    clock: Clock,
    record: (refused: readonly RefusedWrite[]) => Promise<void>,
    onTrouble: (error: unknown) => void,
  ) {
    this.#clock = clock;
    this.#record = record;
    this.#onTrouble = onTrouble;
    this.#timer = setInterval(() => void this.endMinute(), MINUTE_MS);
    this.#timer.unref();
  }

  hear(refusal: HeardRefusal): void {
    const kind = `${refusal.caller} ${refusal.method} ${refusal.path} ${refusal.code}`;
    if (this.#counted.size >= MAX_KINDS && !this.#counted.has(kind)) return this.#count('beyond', BEYOND);
    return this.#count(kind, refusal);
  }

  #count(kind: string, refusal: HeardRefusal): void {
    const at = this.#clock.now();
    const before = this.#counted.get(kind);
    if (before) {
      const { count, firstAt } = before;
      this.#counted.set(kind, { ...before, count: count + 1, firstAt: count === 0 ? at : firstAt, lastAt: at });
      return;
    }
    this.#counted.set(kind, { ...refusal, count: 0, firstAt: at, lastAt: at });
    void this.#write([{ ...refusal, count: 1, firstAt: at, lastAt: at }]);
  }

  /** Records what was counted and begins a new minute. */
  async endMinute(): Promise<void> {
    const counted = [...this.#counted.values()].filter(({ count }) => count > 0);
    this.#counted = new Map();
    if (counted.length > 0) await this.#write(counted);
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.endMinute();
  }

  async #write(refused: readonly RefusedWrite[]): Promise<void> {
    await this.#record(refused).catch(this.#onTrouble);
  }
}
