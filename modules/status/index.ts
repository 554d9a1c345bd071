// The counter of status: what other parts may use.
export { statusRoutes } from './routes.ts';
export { type ServiceId } from './service.ts';
export { type Probe, StatusBoard, type StatusChange } from './status-board.ts';
