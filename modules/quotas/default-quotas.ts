// What an organisation may ask as long as nobody said otherwise. A measure that a service has no line for is not counted.
import { type Limit, type Measure, type Service } from './quota.ts';

const limit = (soft: bigint | null, hard: bigint | null): Limit => ({ soft, hard });

export const DEFAULT_QUOTAS: Readonly<Record<Service, Partial<Readonly<Record<Measure, Limit>>>>> = {
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
  },
};
