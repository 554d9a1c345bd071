// What an organisation may ask as long as nobody said otherwise. A measure that a service has no line for is not counted.
import { type EnvironmentKind } from '../access/index.ts';
import { type Limit, type Measure, type Service } from './quota.ts';

const limit = (soft: bigint | null, hard: bigint | null): Limit => ({ soft, hard });

const GIGABYTE = 1_000_000_000n;

type Defaults = Readonly<Record<Service, Partial<Readonly<Record<Measure, Limit>>>>>;

const LIVE: Defaults = {
  messages: {
    'requests-a-second': limit(800n, 1_000n),
    'requests-under-way': limit(200n, 256n),
  },
  settlement: {
    'requests-a-second': limit(160n, 200n),
    'requests-under-way': limit(48n, 64n),
    'payments-a-day': limit(4_000_000n, 5_000_000n),
    'value-a-day': limit(null, null),
  },
  simulator: {
    'requests-a-second': limit(16n, 20n),
    'requests-under-way': limit(6n, 8n),
  },
  platform: {
    'requests-a-second': limit(160n, 200n),
    'requests-under-way': limit(48n, 64n),
    // Watched, never refused: no payment waits for a disk that the central bank has to see to.
    'storage-bytes': limit(200n * GIGABYTE, null),
  },
};

/** A house to try things in stands in the process that live stands in. Its payments move no money and are not counted. */
const TRIAL: Defaults = {
  messages: {
    'requests-a-second': limit(80n, 100n),
    'requests-under-way': limit(24n, 32n),
  },
  settlement: {
    'requests-a-second': limit(80n, 100n),
    'requests-under-way': limit(24n, 32n),
  },
  simulator: {},
  platform: {
    'requests-a-second': limit(80n, 100n),
    'requests-under-way': limit(24n, 32n),
    'storage-bytes': limit((GIGABYTE * 8n) / 10n, GIGABYTE),
  },
};

export const DEFAULT_QUOTAS: Readonly<Record<EnvironmentKind, Defaults>> = {
  live: LIVE,
  certification: TRIAL,
  sandbox: TRIAL,
};

/** What one may ask of a service at live as long as nobody said otherwise; none of what is counted with the platform. */
export const firstLimits = (service: string): { measure: string; soft: string | null; hard: string | null }[] =>
  Object.entries(LIVE[service as Service] ?? {}).map(([measure, { soft, hard }]) => ({
    measure,
    soft: soft === null ? null : String(soft),
    hard: hard === null ? null : String(hard),
  }));
