// How many bytes each organisation keeps: of messages at live, of its whole database elsewhere. Measured once a minute beside all
// else; whoever is let in or refused by it is so by the last measure, and nothing waits for one.
import { type EnvironmentKind } from '../access/index.ts';
import { readFirstMessageAt, readStoredBytes } from '../messages/index.ts';
import { type Clock } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { addDays, type TimeZone } from '../../platform/time-zone.ts';
import { type Tenant, tenantKey } from './quota.ts';

export interface EnvironmentSize {
  readonly organisationId: string;
  readonly kind: EnvironmentKind;
  readonly bytes: bigint;
}

export interface StorageOptions {
  readonly pool: Pool;
  readonly bookId: number;
  readonly zone: TimeZone;
  /** The clock that messages are received by. */
  readonly clock: Clock;
  readonly organisationOf: (participantId: string) => string;
  readonly readEnvironmentSizes: () => Promise<readonly EnvironmentSize[]>;
}

const BEAT_MS = 60_000;
/** Days summed in one beat at most: a book that is years old is caught up with in a few. */
const DAYS_A_BEAT = 200;

export class Storage {
  readonly #options: StorageOptions;
  #bytes: ReadonlyMap<string, { readonly tenant: Tenant; readonly bytes: bigint }> = new Map();
  #timer: NodeJS.Timeout | undefined;
  #measuring: Promise<void> | undefined;

  constructor(options: StorageOptions) {
    this.#options = options;
  }

  start(): void {
    // One that fails is made up for by the next; until then the last measure holds.
    const beat = (): void => void this.measure().catch(() => undefined);
    this.#timer = setInterval(beat, BEAT_MS);
    this.#timer.unref();
    beat();
  }

  async end(): Promise<void> {
    clearInterval(this.#timer);
    await this.#measuring?.catch(() => undefined);
  }

  used(tenant: Tenant): bigint {
    return this.#bytes.get(tenantKey(tenant))?.bytes ?? 0n;
  }

  get tenants(): Tenant[] {
    return [...this.#bytes.values()].map(({ tenant }) => tenant);
  }

  measure(): Promise<void> {
    this.#measuring ??= this.#measure().finally(() => (this.#measuring = undefined));
    return this.#measuring;
  }

  async #measure(): Promise<void> {
    const { organisationOf, readEnvironmentSizes } = this.#options;
    const found = new Map<string, { tenant: Tenant; bytes: bigint }>();
    const add = (tenant: Tenant, bytes: bigint): void => {
      const before = found.get(tenantKey(tenant))?.bytes ?? 0n;
      found.set(tenantKey(tenant), { tenant, bytes: before + bytes });
    };
    for (const [participantId, bytes] of await this.#readLive()) {
      add({ organisationId: organisationOf(participantId), environment: 'live' }, bytes);
    }
    for (const { organisationId, kind, bytes } of await readEnvironmentSizes()) {
      add({ organisationId, environment: kind }, bytes);
    }
    this.#bytes = found;
  }

  /** By participant: days that are over from their sums, today from its messages. */
  async #readLive(): Promise<[string, bigint][]> {
    const { pool, bookId, zone, clock } = this.#options;
    const today = zone.dateOf(clock.now());
    await this.#sumDays(today);
    const { rows } = await pool.query<{ participant: string; bytes: string }>(
      `select participant_id as participant, sum(bytes)::text as bytes from quotas.stored_days
       where book_id = $1 and usage_date < $2 and participant_id <> '' group by 1`,
      [bookId, today],
    );
    const past = rows.map(({ participant, bytes }): [string, bigint] => [participant, BigInt(bytes)]);
    const span = { bookId, from: zone.instantOf(today, '00:00'), to: zone.instantOf(addDays(today, 1), '00:00') };
    return [...past, ...(await readStoredBytes(pool, span))];
  }

  /** What came on a day that is over comes no more. */
  async #sumDays(today: string): Promise<void> {
    const { pool, bookId, zone } = this.#options;
    const { rows } = await pool.query<{ last: string | null }>(
      'select max(usage_date)::text as last from quotas.stored_days where book_id = $1',
      [bookId],
    );
    const last = rows[0]?.last ?? undefined;
    const first = last === undefined ? await readFirstMessageAt(pool, bookId) : undefined;
    let date = last !== undefined ? addDays(last, 1) : first === undefined ? today : zone.dateOf(first);
    for (let summed = 0; date < today && summed < DAYS_A_BEAT; summed += 1, date = addDays(date, 1)) {
      const span = { bookId, from: zone.instantOf(date, '00:00'), to: zone.instantOf(addDays(date, 1), '00:00') };
      const sums: [string, bigint][] = [['', 0n], ...(await readStoredBytes(pool, span))];
      await pool.query(
        `insert into quotas.stored_days (book_id, usage_date, participant_id, bytes)
         select $1, $2, participant, bytes from unnest($3::text[], $4::numeric[]) as given (participant, bytes)
         on conflict do nothing`,
        [bookId, date, sums.map(([participant]) => participant), sums.map(([, bytes]) => String(bytes))],
      );
    }
  }
}
