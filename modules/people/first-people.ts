// The first people of an institution: the administrator who makes the others, and the invented ones of the demo.
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { insertPerson, invitePerson, type NewPerson } from './change-people.ts';
import { makeLink } from './enrolments.ts';
import { type People } from './people.ts';
import { SECURITY_ADMINISTRATOR } from './person.ts';

const BY = { actor: 'system', address: '' };
const FIRST = 'first-administrator';

/**
 * A new link for the first administrator, as long as nobody of the institution has ever enrolled: a link that was lost,
 * or has expired, is replaced at the next start. Undefined once somebody has.
 */
export async function firstAdministratorLink(people: People, organisationId: string): Promise<string | undefined> {
  const { pool, clock } = people;
  const enrolled = await pool.query(
    `select 1 from people.devices join people.people using (person_id) where organisation_id = $1 limit 1`,
    [organisationId],
  );
  if (enrolled.rowCount) return undefined;
  const by = { ...BY, at: clock.now() };
  const { rows } = await pool.query<{ person_id: string }>(
    `select person_id from people.enrolments where purpose = 'first' order by created_at limit 1`,
  );
  if (rows[0]) {
    const person = { id: rows[0].person_id, organisationId };
    return inTransaction(pool, async (client) => (await makeLink(client, people, person, 'first', by)).link);
  }
  const given = { organisationId, login: FIRST, name: FIRST, roles: [SECURITY_ADMINISTRATOR] };
  return (await invitePerson(people, given, by, 'first')).link;
}

/** Makes those of the demo that are not there. */
export async function ensureDemoPeople(people: People, wanted: readonly NewPerson[]): Promise<void> {
  const by = { ...BY, at: people.clock.now() };
  for (const person of wanted) {
    const { rowCount } = await people.pool.query('select 1 from people.people where login = $1', [person.login]);
    if (!rowCount) await inTransaction(people.pool, (client) => insertPerson(client, person, by));
  }
}
