// The counter of the request log: what other parts may use.
export { REQUEST_LOG_ACTIONS } from './permissions.ts';
export { findRequest } from './reads.ts';
export { REQUEST_LOG_REFUSALS } from './refusals.ts';
export { RequestLog } from './request-log.ts';
export { REQUEST_LOG_DATA } from './tenant-data.ts';
export { type RequestLogContext, requestLogRoutes } from './routes.ts';
