// The counter of environments: what other parts may use.
export { controlRoutes } from './control-routes.ts';
export { type EnvironmentJson, nameOf, type Name, type OwnKind } from './environment.ts';
export { Environments, type EnvironmentsOptions } from './environments.ts';
export { type Door, faultyMessages, type Incident } from './faulty-messages.ts';
export { type Faults } from './faults.ts';
export { type Controls, type House, type HousePlan, type OpenHouse } from './house.ts';
export { environmentMounts } from './mounts.ts';
export { ENVIRONMENT_ACTIONS } from './permissions.ts';
export { markRemoving, readEnvironmentSizes, readRows } from './rows.ts';
export { ENVIRONMENT_REFUSALS } from './refusals.ts';
export { type EnvironmentsContext, environmentRoutes } from './routes.ts';
export { ENVIRONMENT_DATA } from './tenant-data.ts';
