// The counter of people: what other parts may use.
export { callerOf, callerOfPerson, isStillIn } from './caller.ts';
export { type NewPerson } from './change-people.ts';
export { endPeopleWithin, hasAdministrator } from './end-organisation.ts';
export { ensureDemoPeople, firstAdministratorLink } from './first-people.ts';
export { LIMITS, type Limits } from './limits.ts';
export { localSite, openPeople, type People, type Site } from './people.ts';
export { SECURITY_ADMINISTRATOR } from './person.ts';
export { PEOPLE_ACTIONS } from './permissions.ts';
export { PEOPLE_REFUSALS } from './refusals.ts';
export { challengeOf, proveApproval } from './prove-approval.ts';
export { readColleagues } from './reads.ts';
export { peopleRoutes } from './routes.ts';
export { PEOPLE_DATA } from './tenant-data.ts';
