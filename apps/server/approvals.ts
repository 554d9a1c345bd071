// Approvals as this server has them: a person means what their passkey signed, and is who they are now.
import { Approvals, type ApprovalsOptions, organisationOf } from '../../modules/approvals/index.ts';
import { callerOfPerson, type People, proveApproval, readColleagues } from '../../modules/people/index.ts';
import { personOf } from '../../platform/http/index.ts';
import { PERMISSIONS } from './permissions.ts';

type Persons = Pick<ApprovalsOptions, 'verifyApproval' | 'findPerson' | 'findColleagues'>;

export function openApprovals({ pool, clock }: People, persons: Persons): Approvals {
  return new Approvals({ pool, clock, permissions: PERMISSIONS, ...persons });
}

export const personsOf = (people: People): Persons => ({
  verifyApproval: (given) => proveApproval(people, given),
  findColleagues: (id) => readColleagues(people.pool, id),
  findPerson: async (id) => {
    const caller = await callerOfPerson(people, id);
    const [organisation, person] = [organisationOf(caller), personOf(caller)];
    return organisation === undefined || !person ? undefined : { organisation, roles: person.roles };
  },
});
