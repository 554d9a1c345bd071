// What approving an act about people would change, as its approver sees it. Each refuses what the act itself would refuse of
// whom it is about.
import { findOrganisation } from '../access/index.ts';
import { type Call, type Difference } from '../../platform/http/index.ts';
import { isRole, requireAssignable, ROLES } from '../../platform/permissions/roles.ts';
import { Refusal } from '../../platform/refusal.ts';
import { sideOf } from './change-people.ts';
import { requireChangeable } from './own.ts';
import { type People } from './people.ts';
import { type Person } from './reads.ts';

type About = Pick<Call, 'caller'> & { readonly params: { readonly id: string } };

const line = (en: string, zh: string, before: string | null, after: string | null): Difference => ({
  field: { en, zh },
  kind: 'text',
  before,
  after,
});

const personLine = ({ name, login }: Pick<Person, 'name' | 'login'>, before: string | null = `${name} (${login})`) =>
  line('Person', '人员', before, `${name} (${login})`);

const rolesText = (roles: readonly string[]): string =>
  roles.map((role) => (isRole(role) ? `${ROLES[role].title.en} ${ROLES[role].title.zh}` : role)).join(', ') || '–';

/** Refuses `organisation_not_found`, `organisation_closed`, and roles that cannot be given together. */
export async function invitationDifference(
  { pool }: People,
  given: Pick<Person, 'name' | 'login' | 'organisationId' | 'roles'>,
): Promise<Difference[]> {
  const { organisationId, roles } = given;
  await requireRoles(pool, organisationId, roles);
  return [
    personLine(given, null),
    line('Organisation', '机构', null, organisationId),
    line('Roles', '角色', null, rolesText(roles)),
  ];
}

/** Refuses `person_not_found`, `not_oneself`, and roles that cannot be given together. */
export async function rolesDifference(
  people: People,
  { caller, params }: About,
  roles: readonly string[],
): Promise<Difference[]> {
  const person = await requireChangeable(people, caller, params.id);
  await requireRoles(people.pool, person.organisationId, roles);
  return [personLine(person), line('Roles', '角色', rolesText(person.roles), rolesText(roles))];
}

/** Refuses `person_not_found`, `not_oneself`. */
export async function stateDifference(people: People, { caller, params }: About, after: string): Promise<Difference[]> {
  const person = await requireChangeable(people, caller, params.id);
  return [personLine(person), line('State', '状态', person.state, after)];
}

/** Refuses the same. */
export async function linkDifference(people: People, { caller, params }: About): Promise<Difference[]> {
  const person = await requireChangeable(people, caller, params.id);
  return [personLine(person), line('One-time link', '一次性登记链接', null, 'new 新')];
}

async function requireRoles(pool: People['pool'], organisationId: string, roles: readonly string[]): Promise<void> {
  const organisation = await findOrganisation(pool, organisationId);
  if (!organisation) throw new Refusal('organisation_not_found', { field: '/organisationId' });
  if (organisation.state === 'closed') throw new Refusal('organisation_closed', { field: '/organisationId' });
  requireAssignable(roles, sideOf(organisation));
}
