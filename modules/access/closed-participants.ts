// The participants whose organisation has been closed, in memory for the door: read anew at most every five seconds, so that
// one closed by another process is refused soon after.
import { type Clock, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';

const FRESH_MICROS = 5 * MICROS_PER_SECOND;

export class ClosedParticipants {
  readonly #pool: Pool;
  readonly #clock: Clock;
  #known: ReadonlySet<string> = new Set();
  #readAt: Instant | undefined;
  #reading: Promise<void> | undefined;
  #turn = 0;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  async has(participantId: string): Promise<boolean> {
    const age = this.#readAt === undefined ? Infinity : Math.abs(this.#clock.now() - this.#readAt);
    if (age > FRESH_MICROS) await (this.#reading ??= this.#read());
    return this.#known.has(participantId);
  }

  /** What this process closed itself it need not wait to hear of. */
  forget(): void {
    this.#turn += 1;
    this.#readAt = undefined;
    this.#reading = undefined;
  }

  async #read(): Promise<void> {
    const [at, turn] = [this.#clock.now(), this.#turn];
    const sql = `select participant_id as id from access.organisations where state = 'closed' and participant_id is not null`;
    // While the database is away the last known holds.
    const rows = await this.#pool.query<{ id: string }>(sql).then((read) => read.rows, () => undefined);
    // What was read before it was forgotten may be from before the closing.
    if (turn !== this.#turn) return;
    if (rows) this.#known = new Set(rows.map(({ id }) => id));
    this.#readAt = at;
    this.#reading = undefined;
  } // prettier-ignore
}
