// The counter of approvals: what other parts may use.
export { Approvals, type ApprovalsOptions, type FindPerson, type VerifyApproval } from './approvals.ts';
export { organisationOf } from './person.ts';
export { APPROVAL_ACTIONS } from './permissions.ts';
export { checkRule } from './policy.ts';
export { APPROVAL_REFUSALS } from './refusals.ts';
export { approvalRoutes } from './routes.ts';
export { APPROVAL_DATA } from './tenant-data.ts';
