// The alarms' counter: what other parts may use.
export { AlarmBoard } from './alarm-board.ts';
export { type AlarmJson, AlarmSchema, type Condition } from './alarm.ts';
export { ALARM_ACTIONS } from './permissions.ts';
export { ALARM_REFUSALS } from './refusals.ts';
export { type AlarmContext, alarmRoutes } from './routes.ts';
