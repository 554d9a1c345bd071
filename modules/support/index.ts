// The counter of support: what other parts may use.
export { type CaseAbout } from './case.ts';
export { endCasesWithin, type TellAnswered } from './change-cases.ts';
export { SUPPORT_ACTIONS } from './permissions.ts';
export { SUPPORT_REFUSALS } from './refusals.ts';
export { supportRoutes } from './routes.ts';
export { SUPPORT_DATA } from './tenant-data.ts';
