// A quota: how much of a service an organisation may ask in an environment, by one measure. Past the soft limit it is
// told so, past the hard one it is refused.
import { type EnvironmentKind } from '../access/index.ts';
import { type Caller } from '../../platform/http/index.ts';

export const SERVICES = ['messages', 'settlement', 'simulator', 'platform'] as const;
export type Service = (typeof SERVICES)[number];

export const MEASURES = [
  'requests-a-second',
  'requests-under-way',
  'payments-a-day',
  'value-a-day',
  'storage-bytes',
] as const;
export type Measure = (typeof MEASURES)[number];
export type DayMeasure = Extract<Measure, `${string}-a-day`>;

/** Of value, in minor units; of all else, how many. Null: without limit. */
export interface Limit {
  readonly soft: bigint | null;
  readonly hard: bigint | null;
}

const SERVICE_OF_TAG: Readonly<Record<string, Service>> = {
  messages: 'messages',
  payments: 'settlement',
  queue: 'settlement',
  participants: 'settlement',
  day: 'settlement',
  books: 'settlement',
  clearing: 'settlement',
  simulator: 'simulator',
};

/** The service a route is of, by its tag; what is of none is the platform's. */
export const serviceOf = (tag: string): Service => SERVICE_OF_TAG[tag] ?? 'platform';

/** Whose payments are counted by the day. */
export const DAY_SERVICE = 'settlement' satisfies Service;

/** Who is counted: an organisation in one of its environments. */
export interface Tenant {
  readonly organisationId: string;
  readonly environment: EnvironmentKind;
}

/** Where what is stored is counted. */
export const STORAGE_SERVICE = 'platform' satisfies Service;

export const tenantKey = ({ organisationId, environment }: Tenant): string => `${organisationId} ${environment}`;
/** Name of a tenant's quota: `requests-a-second` of `messages`. */
export const quotaKey = (tenant: Tenant, service: string, measure: string): string =>
  `${tenantKey(tenant)} ${service} ${measure}`;

/** The central bank has no quotas, and nobody has none either: there is no organisation to give them to. */
export function isTenant(caller: Caller): caller is Extract<Caller, { kind: 'participant' | 'organisation' }> {
  return caller.kind === 'participant' || caller.kind === 'organisation';
}
