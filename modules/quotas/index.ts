// The counter of quotas: what other parts may use.
export { firstLimits } from './default-quotas.ts';
export { openQuotas } from './open-quotas.ts';
export { QUOTA_ACTIONS } from './permissions.ts';
export { type Passed, Quotas } from './quotas.ts';
export { QUOTA_REFUSALS } from './refusals.ts';
export { type QuotaContext, quotaRoutes } from './routes.ts';
export { countDays, type UsageContext } from './usage.ts';
export { QUOTA_DATA } from './tenant-data.ts';
