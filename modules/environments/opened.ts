// An environment that is open: its house, its clock, its faults, who is in it, and what was last asked of it.
import { formatInstant, type Instant, systemClock } from '../../platform/instant.ts';
import { baseOf, type EnvironmentJson, type Name, type RecentRequest } from './environment.ts';
import { type Faults } from './faults.ts';
import { type House } from './house.ts';
import { nextPhaseAt } from './move-clock.ts';
import { type TenantClock } from './tenant-clock.ts';

const MOST_REQUESTS = 50;

export class Opened {
  readonly name: Name;
  readonly house: House;
  readonly clock: TenantClock;
  readonly faults: Faults;
  usedAt = Date.now();
  readonly #cuts = new Set<() => void>();
  #uses = 0;
  #requests: RecentRequest[] = [];

  constructor(name: Name, house: House, clock: TenantClock, faults: Faults) {
    this.name = name;
    this.house = house;
    this.clock = clock;
    this.faults = faults;
  }

  get isIdle(): boolean {
    return this.#uses === 0;
  }

  /** A request is in; answers how it leaves, with its status. `cut` ends its connection, when a cut link may. */
  enter(request: Pick<RecentRequest, 'method' | 'path' | 'actor'>, cut?: () => void): (status: number) => void {
    const startedAt = systemClock.now();
    this.#uses += 1;
    if (cut) this.#cuts.add(cut);
    return (status) => {
      this.#uses -= 1;
      this.usedAt = Date.now();
      if (cut) this.#cuts.delete(cut);
      const milliseconds = Math.round((systemClock.now() - startedAt) / 1_000);
      this.#requests = [{ at: formatInstant(startedAt), ...request, status, milliseconds }, ...this.#requests];
      this.#requests.length = Math.min(this.#requests.length, MOST_REQUESTS);
    };
  }

  cutAll(): void {
    for (const cut of this.#cuts) cut();
  }

  json(): EnvironmentJson {
    const { name, house, clock, faults } = this;
    const day = house.day();
    const now = clock.now();
    const phase = day?.phases.find(({ startsAt, endsAt }) => startsAt <= now && now < endsAt);
    return {
      organisationId: name.organisationId,
      kind: name.kind,
      base: baseOf(name),
      participantId: house.tenantId,
      clock: {
        now: formatInstant(now),
        isRunning: clock.isRunning,
        date: day?.date ?? null,
        phase: phase ? { code: phase.code, title: phase.title } : null,
        next: this.#next(now),
      },
      faults: faults.list,
      requests: this.#requests,
    };
  }

  #next(now: Instant): EnvironmentJson['clock']['next'] {
    const at = nextPhaseAt(this.moved);
    const title =
      this.house.day()?.phases.find(({ startsAt }) => startsAt === at)?.title ??
      this.house.calendar.phasesOf(this.house.calendar.dayAt(Math.max(at, now)))[0]!.title;
    return { title, at: formatInstant(at) };
  }

  get moved() {
    const { clock, house } = this;
    return { clock, calendar: house.calendar, day: () => house.day(), tick: () => house.tick() };
  }
}
