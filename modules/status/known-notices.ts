// The notices in memory, for pages that answer while the database does not. Read anew every few seconds: what an operator
// of another server says is told here soon.
import { type Clock, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { isOver, type NoticeJson } from './notice.ts';
import { readNotices } from './reads.ts';

const FRESH_MS = 5_000;
/** What a server that ended before it told of an act leaves to the next one. */
const UNTOLD_MICROS = 86_400 * MICROS_PER_SECOND;

/** Of each update, once or again. */
export type TellNotice = (notice: NoticeJson, update: NoticeJson['updates'][number], version: number) => Promise<void>;

export class KnownNotices {
  readonly #pool: Pool;
  readonly #tell: TellNotice;
  #notices: readonly NoticeJson[] = [];
  readonly #clock: Clock;
  readonly #told = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  /** `tell` may be told again of what it knows. */
  constructor({ pool, clock, tell }: { readonly pool: Pool; readonly clock: Clock; readonly tell: TellNotice }) {
    this.#pool = pool;
    this.#tell = tell;
    this.#clock = clock;
  }

  async open(): Promise<void> {
    await this.refresh();
    // What could not be read this time is read the next; until then the last known stands.
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), FRESH_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  /** Newest first. */
  list(): readonly NoticeJson[] {
    return this.#notices;
  }

  /** Those that are not over: incidents, then maintenance. */
  standing(): NoticeJson[] {
    const standing = this.#notices.filter((notice) => !isOver(notice));
    return [
      ...standing.filter(({ kind }) => kind === 'incident'),
      ...standing.filter(({ kind }) => kind !== 'incident'),
    ];
  }

  async refresh(): Promise<void> {
    this.#notices = await readNotices(this.#pool);
    const since = this.#clock.now() - UNTOLD_MICROS;
    // Oldest first.
    for (const notice of [...this.#notices].reverse()) {
      for (const [index, update] of [...notice.updates].reverse().entries()) {
        const name = `${notice.id}/${index + 1}`;
        if (this.#told.has(name) || parseInstant(update.at)! < since) continue;
        await this.#tell(notice, update, index + 1);
        this.#told.add(name);
      }
    }
  }
}
