// The state of each service, in memory and in one small file of the data folder; never in the database, which may be what
// is down. Probes run once a minute, all at the same time, each for a limited time.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Clock, formatInstant, type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { tellTrouble } from '../../platform/telemetry.ts';
import { SERVICE_IDS, type ServiceId, SERVICES } from './service.ts';
import { type Failure, type State, type StatusJson } from './status.ts';

/** Does something small with the service; throws when it does not work. */
export type Probe = () => Promise<void>;

export interface StatusChange {
  readonly service: ServiceId;
  readonly state: State;
  readonly at: string;
}

export interface BoardOptions {
  readonly dataFolder: string;
  /** The time of the world. */
  readonly clock: Clock;
  readonly timeoutMs?: number;
  /** Between two probes; a minute when absent. */
  readonly everyMs?: number;
}

const EVERY_MS = 60_000;
const TIMEOUT_MS = 5_000;
const KEPT_DAYS = 90;
const MOST_FAILURES = 100;
const TIMES_IN_A_ROW = 3;

interface Kept {
  readonly state: State;
  readonly since: string | null;
  /** Probes that failed one after another. */
  readonly failures: number;
  readonly days: StatusJson['services'][number]['days'];
}

interface File {
  version: 1;
  checkedAt: string | null;
  services: Record<ServiceId, Kept>;
  /** Newest first. */
  failures: Failure[];
  /** Changes nobody has been told of yet. */
  untold: StatusChange[];
}

export class StatusBoard {
  readonly #clock: Clock;
  readonly #path: string;
  readonly #timeoutMs: number;
  readonly #everyMs: number;
  #known: File;
  #timer: NodeJS.Timeout | undefined;
  #isTelling = false;

  constructor({ dataFolder, clock, timeoutMs = TIMEOUT_MS, everyMs = EVERY_MS }: BoardOptions) {
    this.#clock = clock;
    this.#path = join(dataFolder, 'status.json');
    this.#timeoutMs = timeoutMs;
    this.#everyMs = everyMs;
    this.#known = readFile(this.#path);
  }

  /** `tell` is asked again until it has not thrown. */
  start(probes: Readonly<Record<ServiceId, Probe>>, tell: (change: StatusChange) => Promise<void>): void {
    let isAtWork = false;
    const beat = (): void => {
      if (isAtWork) return;
      isAtWork = true;
      // Telling may hang with the database; the next probe does not wait for it.
      void this.check(probes).finally(() => (isAtWork = false));
      void this.tellChanges(tell);
    };
    beat();
    this.#timer = setInterval(beat, this.#everyMs);
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async check(probes: Readonly<Record<ServiceId, Probe>>): Promise<void> {
    const worked = await Promise.all(SERVICE_IDS.map((id) => works(probes[id], this.#timeoutMs)));
    const at = this.#clock.now();
    for (const [index, id] of SERVICE_IDS.entries()) this.#record(id, worked[index]!, at);
    this.#known.checkedAt = formatInstant(at);
    this.#write();
  }

  /** In order; the first that cannot be told is where the next time begins. */
  async tellChanges(tell: (change: StatusChange) => Promise<void>): Promise<void> {
    if (this.#isTelling) return;
    this.#isTelling = true;
    await this.#tellInOrder(tell).finally(() => (this.#isTelling = false));
  }

  async #tellInOrder(tell: (change: StatusChange) => Promise<void>): Promise<void> {
    while (this.#known.untold.length > 0) {
      const isTold = await tell(this.#known.untold[0]!).then(() => true, () => false); // prettier-ignore
      if (!isTold) return;
      this.#known.untold.shift();
      this.#write();
    }
  }

  /** From memory alone. */
  status(): Omit<StatusJson, 'notices'> {
    const { checkedAt, services, failures } = this.#known;
    const states = SERVICE_IDS.map((id) => services[id].state);
    const age = checkedAt === null ? null : this.#clock.now() - parseInstant(checkedAt)!;
    return {
      state: states.includes('failing') ? 'failing' : states.includes('unknown') ? 'unknown' : 'working',
      checkedAt,
      ageSeconds: age === null ? null : Math.max(0, Math.floor(age / MICROS_PER_SECOND)),
      services: SERVICE_IDS.map((id) => {
        const { state, since, days } = services[id];
        return { id, title: { ...SERVICES[id] }, state, since, days: [...days] };
      }),
      failures: [...failures],
    };
  }

  #record(id: ServiceId, isWorking: boolean, at: Instant): void {
    const before = this.#known.services[id];
    const state = isWorking ? 'working' : 'failing';
    const moment = formatInstant(at);
    const since = before.state === state ? before.since : moment;
    const failures = isWorking ? 0 : before.failures + 1;
    this.#known.services[id] = { state, since, failures, days: dayAdded(before.days, moment.slice(0, 10), isWorking) };
    // The first look at a service that works is no news.
    const isNews = before.state !== state && !(before.state === 'unknown' && isWorking);
    if (isNews) this.#known.untold.push({ service: id, state, at: moment });
    const open = this.#known.failures.find(({ service, closedAt }) => service === id && closedAt === null);
    if (open && isWorking) open.closedAt = moment;
    if (!open && failures === TIMES_IN_A_ROW) {
      const failure = { service: id, openedAt: since ?? moment, closedAt: null };
      this.#known.failures = [failure, ...this.#known.failures].slice(0, MOST_FAILURES);
    }
  }

  /** Whole or not at all. A full disk must not end what the page says. */
  #write(): void {
    try {
      writeFileSync(`${this.#path}.part`, JSON.stringify(this.#known), { mode: 0o600 });
      renameSync(`${this.#path}.part`, this.#path);
    } catch (error) {
      tellTrouble('The status could not be kept', error);
    }
  }
}

async function works(probe: Probe, timeoutMs: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => (timer = setTimeout(() => resolve(false), timeoutMs)));
  const answered = probe().then(() => true, () => false); // prettier-ignore
  return Promise.race([answered, late]).finally(() => clearTimeout(timer));
}

function dayAdded(days: Kept['days'], date: string, isWorking: boolean): Kept['days'] {
  const last = days.at(-1);
  const today = last?.date === date ? last : { date, probed: 0, worked: 0 };
  const before = last?.date === date ? days.slice(0, -1) : days;
  return [...before, { date, probed: today.probed + 1, worked: today.worked + Number(isWorking) }].slice(-KEPT_DAYS);
}

/** A file that cannot be read is begun anew: it is a memory of the past, not a book. */
function readFile(path: string): File {
  const nothing: Kept = { state: 'unknown', since: null, failures: 0, days: [] };
  const fresh: File = {
    version: 1,
    checkedAt: null,
    services: Object.fromEntries(SERVICE_IDS.map((id) => [id, nothing])) as Record<ServiceId, Kept>,
    failures: [],
    untold: [],
  };
  if (!existsSync(path)) return fresh;
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8')) as File;
    return kept.version === 1 ? { ...fresh, ...kept, services: { ...fresh.services, ...kept.services } } : fresh;
  } catch {
    return fresh;
  }
}
