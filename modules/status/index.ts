// The counter of status: what other parts may use.
export { KnownNotices, type TellNotice } from './known-notices.ts';
export { STATUS_ACTIONS } from './permissions.ts';
export { STATUS_REFUSALS } from './refusals.ts';
export { statusRoutes } from './routes.ts';
export { type ServiceId } from './service.ts';
export { type Probe, StatusBoard, type StatusChange } from './status-board.ts';
