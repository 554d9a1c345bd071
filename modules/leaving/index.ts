// The counter of leaving: what other parts may use.
export { ClosingBeat, type ClosingContext } from './closing.ts';
export { closingRoutes } from './closing-routes.ts';
export { exportRoutes } from './export-routes.ts';
export { Exports, MANIFEST_TYPE } from './exports.ts';
export { MANIFEST, SIGNATURE, SUMS } from './write-archive.ts';
export { LEAVING_ACTIONS } from './permissions.ts';
export { LEAVING_REFUSALS } from './refusals.ts';
