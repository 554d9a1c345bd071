// The counter of conformance: what other parts may use.
export { type Certified } from './exchanged.ts';
export { CONFORMANCE_ACTIONS } from './permissions.ts';
export { CONFORMANCE_REFUSALS } from './refusals.ts';
export { type ConformanceContext, conformanceRoutes } from './routes.ts';
export { goingLiveRoutes, type GoingLiveContext } from './going-live-routes.ts';
export { recordIncident } from './runs.ts';
export { CONFORMANCE_DATA } from './tenant-data.ts';
