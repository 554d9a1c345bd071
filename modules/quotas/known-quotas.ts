// The quotas that differ from the defaults, and which organisation speaks for which participant, in memory for whoever
// must not wait. Read anew every few seconds: a change made by another process holds here soon.
import { type EnvironmentKind, readSpeakers } from '../access/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { DEFAULT_QUOTAS } from './default-quotas.ts';
import { type Limit, type Measure, quotaKey, type Service, type Tenant } from './quota.ts';

const FRESH_MS = 5_000;

type Row = Record<'organisation_id' | 'service' | 'measure', string> &
  Record<'soft' | 'hard', string | null> & { readonly environment: EnvironmentKind };

export class KnownQuotas {
  readonly #pool: Pool;
  #speakers = new Map<string, string>();
  #changed = new Map<string, Limit>();
  #timer: NodeJS.Timeout | undefined;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async open(): Promise<void> {
    await this.refresh();
    // What could not be read this time is read the next; until then the last known holds.
    this.#timer = setInterval(() => void this.refresh().catch(() => undefined), FRESH_MS);
    this.#timer.unref();
  }

  end(): void {
    clearInterval(this.#timer);
  }

  async refresh(): Promise<void> {
    const [speakers, { rows }] = await Promise.all([
      readSpeakers(this.#pool),
      this.#pool.query<Row>(
        'select organisation_id, environment, service, measure, soft::text, hard::text from quotas.quotas',
      ),
    ]);
    this.#speakers = speakers;
    this.#changed = new Map(
      rows.map(({ organisation_id: organisationId, environment, service, measure, soft, hard }) => [
        quotaKey({ organisationId, environment }, service, measure),
        { soft: soft === null ? null : BigInt(soft), hard: hard === null ? null : BigInt(hard) },
      ]),
    );
  }

  /** A participant that no organisation speaks for is counted by itself. */
  organisationOf(participantId: string): string {
    return this.#speakers.get(participantId) ?? participantId;
  }

  /** Undefined for a measure that the service is not counted by. */
  limitOf(tenant: Tenant, service: Service, measure: Measure): Limit | undefined {
    const usual = DEFAULT_QUOTAS[tenant.environment][service][measure];
    return this.#changed.get(quotaKey(tenant, service, measure)) ?? usual;
  }

  isDefault(tenant: Tenant, service: Service, measure: Measure): boolean {
    return !this.#changed.has(quotaKey(tenant, service, measure));
  }
}
