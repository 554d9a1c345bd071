// The gate of quotas: each organisation's own count of each service, in this process's memory. No count is shared between
// two organisations, and nothing here waits, so that one that asks too much costs the others next to nothing.
import { isEnvironment } from '../access/index.ts';
import { type AskedPayments, type Reserved } from '../messages/index.ts';
import { type SettlementEvent } from '../settlement/index.ts';
import { type Allowance, type Caller, type Limits, type Route } from '../../platform/http/index.ts';
import { type Clock, formatInstant, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { assert, Refusal } from '../../platform/refusal.ts';
import { Bucket, BUCKET_SECONDS } from './bucket.ts';
import { type KnownQuotas } from './known-quotas.ts';
import {
  DAY_SERVICE, type DayMeasure, isTenant, type Limit, type Measure, MEASURES, type Service, SERVICES, serviceOf, STORAGE_SERVICE,
  type Tenant, tenantKey,
} from './quota.ts'; // prettier-ignore
import { type Storage } from './storage.ts';
import { type Today } from './today.ts';

/** A soft limit of requests counts as passed for so long after the last request past it. */
const PASSED_MICROS = 60 * MICROS_PER_SECOND;
const DAY_MEASURES = ['payments-a-day', 'value-a-day'] as const;

export interface QuotasOptions {
  readonly known: KnownQuotas;
  readonly today: Today;
  readonly storage: Storage;
  /** The time of the world: seconds are counted by it. */
  readonly clock: Clock;
}

/** A tenant's use of a service. */
interface Use {
  readonly tenant: Tenant;
  readonly service: Service;
  readonly hard: Bucket;
  readonly soft: Bucket;
  underWay: number;
  /** When the soft limit was last passed, by measure. */
  readonly passedAt: Map<Measure, Instant>;
}

export interface Passed {
  readonly tenant: Tenant;
  readonly service: Service;
  readonly measure: Measure;
  readonly isHard: boolean;
}

export interface Headroom {
  readonly service: Service;
  readonly measure: Measure;
  readonly limit: Limit;
  readonly isDefault: boolean;
  readonly used: bigint;
  /** Null without a hard limit. */
  readonly left: bigint | null;
  /** When nothing counts as used, if nothing more is asked; null for what ends with the request. */
  readonly resetsAt: string | null;
  readonly isPastSoft: boolean;
}

export class Quotas implements Limits {
  readonly known: KnownQuotas;
  readonly #today: Today;
  readonly storage: Storage;
  readonly #clock: Clock;
  /** By tenant and service. */
  readonly #uses = new Map<string, Use>();

  constructor({ known, today, storage, clock }: QuotasOptions) {
    this.known = known;
    this.#today = today;
    this.storage = storage;
    this.#clock = clock;
  }

  async open(): Promise<void> {
    await this.known.open();
    await this.#today.load();
    this.storage.start();
  }

  async end(): Promise<void> {
    this.known.end();
    await this.storage.end();
  }

  hear(events: readonly SettlementEvent[]): void {
    this.#today.hear(events);
  }

  /** Day counts from rows, when the writer had to begin anew. */
  reload(): Promise<void> {
    return this.#today.load();
  }

  /** `environment`: live when absent. */
  admit(caller: Caller, { tag, method }: Route, environment = 'live'): Allowance | undefined {
    if (!isTenant(caller)) return undefined;
    assert(isEnvironment(environment), 'requests are asked of an environment');
    const use = this.#useOf({ organisationId: this.#organisationOf(caller), environment }, serviceOf(tag));
    const now = this.#clock.now();
    const rate = this.#limitOf(use, 'requests-a-second');
    const most = this.#limitOf(use, 'requests-under-way');
    const perSecond = rate.hard === null ? undefined : Number(rate.hard);
    let refusal = method === 'GET' || tag === 'environments' ? undefined : this.#storageRefusal(use.tenant);
    if (refusal) {
      // Reading goes on, and so do the ways to make room.
    } else if (most.hard !== null && use.underWay >= most.hard) {
      refusal = this.#refusal(use, 'requests-under-way', most.hard, 1);
    } else if (perSecond !== undefined && !use.hard.take(perSecond, now)) {
      refusal = this.#refusal(use, 'requests-a-second', rate.hard!, use.hard.waitSeconds(perSecond));
    }
    if (rate.soft !== null && !use.soft.take(Number(rate.soft), now)) use.passedAt.set('requests-a-second', now);
    if (!refusal) use.underWay += 1;
    if (most.soft !== null && use.underWay > most.soft) use.passedAt.set('requests-under-way', now);
    const headers = this.#headers(use, perSecond, most, now);
    return refusal ? { refusal, headers } : { headers, end: () => (use.underWay -= 1) };
  }

  /** Before a message is decided at live. What is reserved and what is used is never more than the hard limit. */
  reserve({ participantId, payments, amountMinor }: AskedPayments): Reserved {
    const none = { refusal: undefined, end: () => undefined };
    if (payments === 0) return none;
    const tenant: Tenant = { organisationId: this.known.organisationOf(participantId), environment: 'live' };
    const asked = { 'payments-a-day': BigInt(payments), 'value-a-day': amountMinor };
    const spoken = this.#today.spoken(tenant.organisationId);
    for (const measure of DAY_MEASURES) {
      const hard = this.known.limitOf(tenant, DAY_SERVICE, measure)?.hard ?? null;
      if (hard === null || spoken[measure] + asked[measure] <= hard) continue;
      return {
        ...none,
        refusal: this.#refusal({ tenant, service: DAY_SERVICE }, measure, hard, this.#today.secondsLeft),
      };
    }
    return { refusal: undefined, end: this.#today.reserve(tenant.organisationId, asked) };
  }

  /** What one may still ask, in the order of services and measures. */
  headroom(tenant: Tenant): Headroom[] {
    return SERVICES.flatMap((service) =>
      MEASURES.flatMap((measure) => {
        const limit = this.known.limitOf(tenant, service, measure);
        return limit ? [this.#headroomOf(this.#useOf(tenant, service), measure, limit)] : [];
      }),
    );
  }

  /** Soft limits that are passed now, for alarms. */
  passed(): Passed[] {
    const tenants = new Map([...this.#uses.values()].map(({ tenant }) => [tenantKey(tenant), tenant]));
    const requests = [...this.#uses.values()].flatMap((use) =>
      MEASURES.filter((measure) => this.#isPassed(use, measure)).map((measure) => this.#passedOf(use, measure)),
    );
    const days = [...tenants.values()].flatMap((tenant) =>
      this.#passedToday(tenant).map((measure) => this.#passedOf(this.#useOf(tenant, DAY_SERVICE), measure)),
    );
    const stored = this.storage.tenants
      .filter((tenant) => this.#isStorePassed(tenant))
      .map((tenant) => this.#passedOf(this.#useOf(tenant, STORAGE_SERVICE), 'storage-bytes'));
    return [...requests, ...days, ...stored];
  }

  #passedOf(use: Use, measure: Measure): Passed {
    const { tenant, service } = use;
    const { left } = this.#headroomOf(use, measure, this.#limitOf(use, measure));
    return { tenant, service, measure, isHard: left !== null && left <= 0n };
  }

  #organisationOf(caller: Extract<Caller, { kind: 'participant' | 'organisation' }>): string {
    return caller.kind === 'organisation'
      ? caller.organisationId
      : this.known.organisationOf(caller.participantId);
  } // prettier-ignore

  #useOf(tenant: Tenant, service: Service): Use {
    const key = `${tenantKey(tenant)} ${service}`;
    let use = this.#uses.get(key);
    if (!use) {
      use = { tenant, service, hard: new Bucket(), soft: new Bucket(), underWay: 0, passedAt: new Map() };
      this.#uses.set(key, use);
    }
    return use;
  }

  #limitOf({ tenant, service }: Use, measure: Measure): Limit {
    return this.known.limitOf(tenant, service, measure) ?? { soft: null, hard: null };
  }

  #refusal({ tenant, service }: Pick<Use, 'tenant' | 'service'>, quota: Measure, hard: bigint, waitSeconds: number): Refusal {
    const { environment } = tenant;
    const details = { quota, service, environment, limit: String(hard), waitSeconds: Math.max(1, Math.ceil(waitSeconds)) };
    return new Refusal('quota_exceeded', { details });
  } // prettier-ignore

  /** RateLimit fields as in draft-ietf-httpapi-ratelimit-headers, and which soft limits are passed. */
  #headers(use: Use, rate: number | undefined, most: Limit, now: Instant): Record<string, string> {
    const headers: Record<string, string> = {};
    const [policies, limits]: [string[], string[]] = [[], []];
    if (rate !== undefined) {
      policies.push(`"requests-a-second";q=${rate * BUCKET_SECONDS};w=${BUCKET_SECONDS}`);
      limits.push(`"requests-a-second";r=${use.hard.left(rate, now)};t=${Math.ceil(use.hard.fullSeconds(rate))}`);
    }
    if (most.hard !== null) {
      policies.push(`"requests-under-way";q=${most.hard};qu="concurrent-requests"`);
      limits.push(`"requests-under-way";r=${Math.max(0, Number(most.hard) - use.underWay)}`);
    }
    if (policies.length > 0) {
      headers['ratelimit-policy'] = policies.join(', ');
      headers.ratelimit = limits.join(', ');
    }
    const passed: Measure[] = [...use.passedAt].filter(([, at]) => at === now).map(([measure]) => measure);
    if (use.service === 'messages' || use.service === DAY_SERVICE) passed.push(...this.#passedToday(use.tenant));
    if (passed.length > 0) headers['feiqian-quota-passed'] = passed.join(', ');
    return headers;
  }

  #passedToday(tenant: Tenant): DayMeasure[] {
    const used = this.#today.used(tenant.organisationId);
    return DAY_MEASURES.filter((measure) => {
      const soft = this.known.limitOf(tenant, DAY_SERVICE, measure)?.soft ?? null;
      return soft !== null && used[measure] > soft;
    });
  }

  #isStorePassed(tenant: Tenant): boolean {
    const soft = this.known.limitOf(tenant, STORAGE_SERVICE, 'storage-bytes')?.soft ?? null;
    return soft !== null && this.storage.used(tenant) > soft;
  }

  #storageRefusal(tenant: Tenant): Refusal | undefined {
    const { environment } = tenant;
    const hard = environment === 'live' ? null : this.known.limitOf(tenant, STORAGE_SERVICE, 'storage-bytes')?.hard;
    const used = this.storage.used(tenant);
    if (hard === null || hard === undefined || used <= hard) return undefined;
    return new Refusal('storage_full', { details: { environment, limit: String(hard), used: String(used) } });
  }

  #isPassed({ passedAt }: Use, measure: Measure): boolean {
    const at = passedAt.get(measure);
    return at !== undefined && this.#clock.now() - at < PASSED_MICROS;
  }

  #headroomOf(use: Use, measure: Measure, limit: Limit): Headroom {
    const { tenant, service } = use;
    const isDefault = this.known.isDefault(tenant, service, measure);
    const shared = { service, measure, limit, isDefault };
    if (measure === 'payments-a-day' || measure === 'value-a-day') {
      const used = this.#today.used(tenant.organisationId)[measure];
      const isPastSoft = limit.soft !== null && used > limit.soft;
      return { ...shared, used, left: leftOf(limit, used), resetsAt: formatInstant(this.#today.endsAt), isPastSoft };
    }
    if (measure === 'storage-bytes') {
      const used = this.storage.used(tenant);
      return { ...shared, used, left: leftOf(limit, used), resetsAt: null, isPastSoft: this.#isStorePassed(tenant) };
    }
    const isPastSoft = this.#isPassed(use, measure);
    if (measure === 'requests-under-way') {
      const used = BigInt(use.underWay);
      return { ...shared, used, left: leftOf(limit, used), resetsAt: null, isPastSoft };
    }
    if (limit.hard === null) return { ...shared, used: 0n, left: null, resetsAt: null, isPastSoft };
    const now = this.#clock.now();
    const rate = Number(limit.hard);
    const left = BigInt(use.hard.left(rate, now));
    const used = BigInt(rate * BUCKET_SECONDS) - left;
    const resetsAt = formatInstant(now + Math.ceil(use.hard.fullSeconds(rate) * MICROS_PER_SECOND));
    return { ...shared, used, left, resetsAt, isPastSoft };
  }
}

/** Not below zero: a limit may have been lowered beneath what was used. */
function leftOf({ hard }: Limit, used: bigint): bigint | null {
  if (hard === null) return null;
  return hard > used ? hard - used : 0n;
}
