// Which environments there are, and which of them are open: one is opened by the first request and closed when nobody came
// for a while. At most a few are open at once, so that they never take memory or connections from live.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Instant, systemClock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { withDatabase } from '../../platform/postgres/databases.ts';
import { readAsHouse } from '../../platform/postgres/tenant-reads.ts';
import { Refusal } from '../../platform/refusal.ts';
import { tellTrouble } from '../../platform/telemetry.ts';
import { type Calendar } from '../settlement/index.ts';
import { databaseNameOf, dropDatabase, remakeDatabase } from './databases.ts';
import { type Name, nameOf } from './environment.ts';
import { Faults } from './faults.ts';
import { type ClockMove, type Controls, type OpenHouse } from './house.ts';
import { moveClock, nextPhaseAt, openingAfter } from './move-clock.ts';
import { Opened } from './opened.ts';
import {
  deleteRow, insertRow, markRemoving, readRemoving, type Row, readRow, saveClock, saveSeeded,
} from './rows.ts'; // prettier-ignore
import { type ClockSetting, TenantClock } from './tenant-clock.ts';

export interface EnvironmentsOptions {
  /** Of live, where the list of environments is. */
  readonly pool: Pool;
  readonly databaseUrl: string;
  /** Each has a folder of its own below it. */
  readonly folder: string;
  readonly openHouse: OpenHouse;
  /** Where the clock of a new one starts. */
  readonly startOf: (calendar: Calendar) => Instant;
  readonly mostOpen?: number;
}

const MOST_OPEN = 5;
const IDLE_MS = 10 * 60_000;
const LOOK_MS = 30_000;

export class Environments {
  readonly #options: EnvironmentsOptions;
  readonly #open = new Map<string, Promise<Opened>>();
  /** The same, once they are open. */
  readonly #ready = new Map<string, Opened>();
  readonly #closing = new Map<string, Promise<unknown>>();
  readonly #timer: NodeJS.Timeout;
  #isEnded = false;

  constructor(options: EnvironmentsOptions) {
    this.#options = options;
    this.#timer = setInterval(() => this.#closeIdle(), LOOK_MS);
    this.#timer.unref();
  }

  get pool(): Pool {
    return this.#options.pool;
  }

  isOpen(name: Name): boolean {
    return this.#ready.has(nameOf(name));
  }

  /** Undefined when there is none. */
  async madeAt(name: Name): Promise<Instant | undefined> {
    return (await readRow(this.pool, name))?.createdAt;
  }

  /** Makes it with its country in it. Refuses `environment_known`, `environment_not_made`. */
  async create(name: Name): Promise<void> {
    const { pool, databaseUrl } = this.#options;
    await insertRow(pool, name, databaseNameOf(databaseUrl, name), systemClock.now());
    try {
      await this.open(name);
    } catch (error) {
      // What there is of it by then goes too.
      await this.remove(name);
      throw error;
    }
  }

  /** Refuses `environment_not_found`, `environments_busy`. */
  open(name: Name): Promise<Opened> {
    const known = this.#open.get(nameOf(name));
    return known ?? this.#setOpen(name, () => this.#openAnew(name));
  }

  /** Back to the seed: another database in place of the one it had. */
  async reset(name: Name): Promise<void> {
    const old = this.#open.get(nameOf(name));
    const reopened = this.#setOpen(name, async () => {
      await this.#close(name, old);
      await saveSeeded(this.pool, name, undefined);
      return this.#openAnew(name);
    });
    await reopened;
  }

  async remove(name: Name): Promise<void> {
    if (!(await readRow(this.pool, name))) throw new Refusal('environment_not_found');
    await markRemoving(this.pool, name.organisationId, name.kind, systemClock.now());
    await this.finishRemovals(name);
  }

  /** Ends the removals that were begun, by whomever and however long ago; or that of one. */
  async finishRemovals(only?: Name): Promise<void> {
    for (const row of await readRemoving(this.pool)) {
      if (only && nameOf(row) !== nameOf(only)) continue;
      const old = this.#open.get(nameOf(row));
      this.#open.delete(nameOf(row));
      await this.#close(row, old);
      await dropDatabase(this.#options.databaseUrl, row.database);
      rmSync(this.#folderOf(row), { recursive: true, force: true });
      await deleteRow(this.pool, row);
    }
  }

  async end(): Promise<void> {
    this.#isEnded = true;
    clearInterval(this.#timer);
    const all = [...this.#open.values()];
    this.#open.clear();
    await Promise.allSettled([
      ...all.map((each) => each.then(({ house }) => house.close())),
      ...this.#closing.values(),
    ]);
  }

  /** What the routes within it do. */
  controlsOf(name: Name): Controls {
    return {
      read: async () => (await this.open(name)).json(),
      moveClock: async (move) => {
        const opened = await this.open(name);
        await moved(opened, move);
        await saveClock(this.pool, name, opened.clock.setting);
      },
      beginFault: async (fault, actor) => {
        const opened = await this.open(name);
        if (fault.kind === 'cut-off-now') return opened.house.cutOff(actor);
        opened.faults.begin(fault);
        if (fault.kind === 'link-cut') opened.cutAll();
      },
      endFault: async (kind) => (await this.open(name)).faults.end(kind),
      reset: () => this.reset(name),
    };
  }

  #setOpen(name: Name, work: () => Promise<Opened>): Promise<Opened> {
    const key = nameOf(name);
    // Whoever comes first opens it for all: it is no tenant's reading.
    const opening = readAsHouse(work);
    this.#open.set(key, opening);
    opening.catch(() => this.#open.get(key) === opening && this.#open.delete(key));
    return opening;
  }

  async #openAnew(name: Name): Promise<Opened> {
    await this.#closing.get(nameOf(name));
    const { databaseUrl, openHouse } = this.#options;
    const row = await readRow(this.pool, name);
    if (!row || this.#isEnded) throw new Refusal('environment_not_found');
    await this.#makeRoom(name);
    const isNew = row.seededAt === undefined;
    const folder = this.#folderOf(row);
    if (isNew) {
      rmSync(folder, { recursive: true, force: true });
      await remakeDatabase(databaseUrl, row.database);
    }
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    let clock: TenantClock | undefined;
    const faults = new Faults(systemClock);
    const house = await openHouse({
      name,
      databaseUrl: withDatabase(databaseUrl, row.database),
      dataFolder: folder,
      isNew,
      faults,
      controls: this.controlsOf(name),
      clockFrom: (lastDecidedAt, calendar) => {
        clock = new TenantClock(systemClock, isNew ? this.#startOf(calendar) : row.clock);
        // It was moved, and its place not yet written down.
        if (lastDecidedAt !== undefined && lastDecidedAt > clock.now()) clock.moveTo(lastDecidedAt);
        return clock;
      },
      onLost: (sentence) => {
        tellTrouble(`${nameOf(name)}: ${sentence}`);
        void this.#letGo(name);
      },
    });
    if (isNew) {
      await saveClock(this.pool, name, clock!.setting);
      await saveSeeded(this.pool, name, systemClock.now());
    }
    const opened = new Opened(name, house, clock!, faults);
    this.#ready.set(nameOf(name), opened);
    return opened;
  }

  #startOf(calendar: Calendar): ClockSetting {
    return { aheadMicros: this.#options.startOf(calendar) - systemClock.now(), heldAt: undefined };
  }

  #folderOf({ database }: Row): string {
    return join(this.#options.folder, database);
  }

  async #close(name: Name, opening: Promise<Opened> | undefined): Promise<void> {
    this.#ready.delete(nameOf(name));
    const opened = await opening?.catch(() => undefined);
    await opened?.house.close();
  }

  /** Out of memory; the next request opens it again, once it is closed. */
  #letGo(name: Name): Promise<unknown> {
    const key = nameOf(name);
    const closing = this.#close(name, this.#open.get(key)).finally(() => this.#closing.delete(key));
    this.#open.delete(key);
    this.#closing.set(key, closing);
    return closing;
  }

  #closeIdle(): void {
    for (const opened of this.#ready.values()) {
      if (opened.isIdle && Date.now() - opened.usedAt > IDLE_MS) void this.#letGo(opened.name);
    }
  }

  async #makeRoom(name: Name): Promise<void> {
    const others = [...this.#open.keys()].filter((key) => key !== nameOf(name));
    if (others.length < (this.#options.mostOpen ?? MOST_OPEN)) return;
    const [oldest] = [...this.#ready.values()].filter(({ isIdle }) => isIdle).sort((a, b) => a.usedAt - b.usedAt);
    if (!oldest) throw new Refusal('environments_busy');
    await this.#letGo(oldest.name);
  }
}

async function moved({ clock, moved: house }: Opened, move: ClockMove): Promise<void> {
  if (move.act === 'move-to') return moveClock(house, move.at);
  if (move.act === 'next-phase') return moveClock(house, nextPhaseAt(house));
  if (move.act === 'next-business-day') return moveClock(house, openingAfter(house));
  if (move.act === 'pause') clock.pause();
  else clock.run();
}
