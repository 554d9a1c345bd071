// Whose a person is: the central bank sees all, an organisation its own. By which role, permissions.ts says.
import { ownOf } from '../access/index.ts';
import { approvalOf, type Call, type Caller, personOf } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type By } from './acts.ts';
import { type People } from './people.ts';
import { type Person, requirePerson } from './reads.ts';

/** Refuses `person_not_found` for another organisation's, as for one who does not exist. */
export async function requireOwnPerson({ pool }: People, caller: Caller, id: string): Promise<Person> {
  const person = await requirePerson(pool, id);
  const own = await ownOf(pool, caller);
  if (own !== 'all' && own !== person.organisationId) throw new Refusal('person_not_found', { field: '/id' });
  return person;
}

/** The person, when the caller may change them. Refuses `person_not_found`, `not_oneself`. */
export async function requireChangeable(people: People, caller: Caller, id: string): Promise<Person> {
  const person = await requireOwnPerson(people, caller, id);
  if (personOf(caller)?.id === person.id) throw new Refusal('not_oneself');
  return person;
}

export const byOf = ({ clock }: People, { caller, address }: Pick<Call, 'caller' | 'address'>): By => ({
  actor: caller.kind === 'nobody' ? 'nobody' : caller.actor,
  at: clock.now(),
  address,
  sessionId: personOf(caller)?.sessionId,
  once: approvalOf(caller),
});
