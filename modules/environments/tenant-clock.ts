// The clock of an environment: the world's with a distance, or held where it is. It never goes back.
import { type Clock, type Instant } from '../../platform/instant.ts';

export interface ClockSetting {
  readonly aheadMicros: number;
  readonly heldAt: Instant | undefined;
}

export class TenantClock implements Clock {
  readonly #world: Clock;
  #setting: ClockSetting;

  constructor(world: Clock, setting: ClockSetting) {
    this.#world = world;
    this.#setting = setting;
  }

  get setting(): ClockSetting {
    return this.#setting;
  }

  get isRunning(): boolean {
    return this.#setting.heldAt === undefined;
  }

  now(): Instant {
    return this.#setting.heldAt ?? this.#world.now() + this.#setting.aheadMicros;
  }

  /** Later than now; it goes on from there, or stays there when it is held. */
  moveTo(at: Instant): void {
    const aheadMicros = at - this.#world.now();
    this.#setting = { aheadMicros, heldAt: this.isRunning ? undefined : at };
  }

  pause(): void {
    this.#setting = { ...this.#setting, heldAt: this.now() };
  }

  run(): void {
    this.#setting = { aheadMicros: this.now() - this.#world.now(), heldAt: undefined };
  }
}
