// The counter of leaving: what other parts may use.
export { ClosingBeat, type ClosingContext } from './closing.ts';
export { closingRoutes } from './closing-routes.ts';
export { LEAVING_ACTIONS } from './permissions.ts';
export { LEAVING_REFUSALS } from './refusals.ts';
