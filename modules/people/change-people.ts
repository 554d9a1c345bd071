// People are invited, given roles, locked, unlocked, and leave: each with its act, and with what must end at once.
import { randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import { findOrganisation, type OrganisationJson } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { inTransaction, isTaken } from '../../platform/postgres/transaction.ts';
import { requireAssignable, type Side } from '../../platform/permissions/roles.ts';
import { assert, Refusal } from '../../platform/refusal.ts';
import { type By, markOnce, recordAct } from './acts.ts';
import { type EnrolmentPurpose, makeLink, type MadeLink, withdrawLinks } from './enrolments.ts';
import { type People } from './people.ts';
import { type PersonJson } from './person.ts';
import { type Person, requirePerson } from './reads.ts';
import { endSessions } from './sessions.ts';

export interface NewPerson {
  readonly organisationId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
}

/** Refuses `login_known`. */
export async function insertPerson(client: ClientBase, given: NewPerson, by: By): Promise<string> {
  const { organisationId, login, name, roles } = given;
  const id = `per_${randomBytes(9).toString('base64url')}`;
  try {
    await client.query(
      `insert into people.people (person_id, organisation_id, login, name, roles, state, user_handle, created_at)
       values ($1, $2, $3, $4, $5, 'active', $6, $7)`,
      [id, organisationId, login, name, roles, randomBytes(32), formatInstant(by.at)],
    );
  } catch (error) {
    if (isTaken(error)) throw new Refusal('login_known', { field: '/login' });
    throw error;
  }
  await recordAct(client, by, { act: 'invited', person: { id, organisationId }, detail: roles.join(', ') });
  return id;
}

/** Refuses `organisation_not_found`, `organisation_closed`, `login_known`, and roles that cannot be given together. */
export async function invitePerson(
  people: People,
  given: NewPerson,
  by: By,
  purpose: EnrolmentPurpose = 'invitation',
): Promise<MadeLink & { readonly personId: string }> {
  const organisation = await findOrganisation(people.pool, given.organisationId);
  if (!organisation) throw new Refusal('organisation_not_found', { field: '/organisationId' });
  if (organisation.state === 'closed') throw new Refusal('organisation_closed', { field: '/organisationId' });
  requireAssignable(given.roles, sideOf(organisation));
  return inTransaction(people.pool, async (client) => {
    const personId = await insertPerson(client, given, by);
    await markOnce(client, by);
    const person = { id: personId, organisationId: given.organisationId };
    return { personId, ...(await makeLink(client, people, person, purpose, by)) };
  });
}

/**
 * Another link for who never enrolled, or is bound only to a provider that is not their organisation's any more; who has a way in
 * takes two administrators to get another. Refuses `person_enrolled`.
 */
export async function inviteAgain(people: People, personId: string, by: By): Promise<MadeLink> {
  const person = await requirePerson(people.pool, personId);
  if (person.state !== 'active') throw new Refusal('person_state_wrong');
  return inTransaction(people.pool, async (client) => {
    await lockPerson(client, personId);
    const { rowCount } = await client.query(
      `select 1 from people.devices where person_id = $1
       union all select 1 from people.identities i join people.providers p using (organisation_id, issuer)
         where i.person_id = $1 limit 1`,
      [personId],
    );
    if (rowCount) throw new Refusal('person_enrolled');
    await markOnce(client, by);
    return makeLink(client, people, person, 'invitation', by);
  });
}

/** Refuses roles that cannot be given together, `person_state_wrong`. */
export async function changeRoles(people: People, person: Person, roles: readonly string[], by: By, reason: string) {
  const organisation = await findOrganisation(people.pool, person.organisationId);
  assert(organisation, 'a person has an organisation');
  requireAssignable(roles, sideOf(organisation));
  await inTransaction(people.pool, async (client) => {
    const before = await lockPerson(client, person.id);
    if (before.state === 'left') throw new Refusal('person_state_wrong');
    await client.query('update people.people set roles = $2 where person_id = $1', [person.id, roles]);
    const detail = `${before.roles.join(', ')} → ${roles.join(', ')}: ${reason}`;
    await recordAct(client, by, { act: 'roles-changed', person, detail });
    await markOnce(client, by);
  });
}

export const sideOf = ({ kind }: OrganisationJson): Side => (kind === 'central-bank' ? 'central-bank' : 'institution');

const CHANGES = {
  locked: { from: ['active'], to: 'locked' },
  unlocked: { from: ['locked'], to: 'active' },
  left: { from: ['active', 'locked'], to: 'left' },
} as const;

/** Locked or gone, every session and link ends at once. Refuses `person_state_wrong`. */
export async function changeState(
  people: People,
  person: Person,
  act: keyof typeof CHANGES,
  by: By,
  reason: string,
): Promise<void> {
  const { from, to } = CHANGES[act];
  await inTransaction(people.pool, async (client) => {
    const { state } = await lockPerson(client, person.id);
    if (!(from as readonly string[]).includes(state)) throw new Refusal('person_state_wrong');
    await client.query('update people.people set state = $2 where person_id = $1', [person.id, to]);
    if (act !== 'unlocked') {
      await endSessions(client, person.id, act, by.at);
      await withdrawLinks(client, person.id, by.at);
    }
    await recordAct(client, by, { act, person, detail: reason });
    await markOnce(client, by);
  });
}

async function lockPerson(client: ClientBase, id: string): Promise<{ state: PersonJson['state']; roles: string[] }> {
  const { rows } = await client.query<{ state: PersonJson['state']; roles: string[] }>(
    'select state, roles from people.people where person_id = $1 for update',
    [id],
  );
  return rows[0]!;
}
