// People from their rows.
import { findOrganisation } from '../access/index.ts';
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { assert, Refusal } from '../../platform/refusal.ts';
import { type DeviceJson, type PersonActJson, type PersonDetailJson, type PersonJson } from './person.ts';
import { type People } from './people.ts';

/** A person as this office works with them. */
export interface Person {
  readonly id: string;
  readonly organisationId: string;
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly state: PersonJson['state'];
  readonly userHandle: Buffer;
}

export async function findPerson(pool: Pool, id: string): Promise<Person | undefined> {
  const { rows } = await pool.query<{
    organisation_id: string;
    login: string;
    name: string;
    roles: string[];
    state: PersonJson['state'];
    user_handle: Buffer;
  }>('select organisation_id, login, name, roles, state, user_handle from people.people where person_id = $1', [id]);
  const row = rows[0];
  if (!row) return undefined;
  const { organisation_id: organisationId, user_handle: userHandle, login, name, roles, state } = row;
  return { id, organisationId, login, name, roles, state, userHandle };
}

/** Refuses `person_not_found`. */
export async function requirePerson(pool: Pool, id: string): Promise<Person> {
  const person = await findPerson(pool, id);
  if (!person) throw new Refusal('person_not_found', { field: '/id' });
  return person;
}

interface Row {
  person_id: string;
  organisation_id: string;
  login: string;
  name: string;
  roles: string[];
  state: PersonJson['state'];
  is_enrolled: boolean;
  created_at: string;
  last_signed_in_at: string | null;
}

const PERSON = `person_id, organisation_id, login, name, roles, state,
  exists (select 1 from people.devices d where d.person_id = p.person_id and removed_at is null)
    or exists (select 1 from people.identities i join people.providers o using (organisation_id, issuer)
      where i.person_id = p.person_id) as is_enrolled,
  ${moment('p.created_at', 'created_at')},
  (select ${moment('max(s.created_at)', 'at')} from people.sessions s where s.person_id = p.person_id) as last_signed_in_at`;

const personOf = (row: Row): PersonJson => ({
  id: row.person_id,
  organisationId: row.organisation_id,
  login: row.login,
  name: row.name,
  roles: row.roles,
  state: row.state,
  isEnrolled: row.is_enrolled,
  createdAt: row.created_at,
  lastSignedInAt: row.last_signed_in_at,
});

export interface PeopleQuery {
  readonly organisationId?: string;
  readonly state?: string;
  /** Part of a name or login name. */
  readonly q?: string;
  readonly after?: string;
  readonly limit: number;
}

/** In the order of their login names. */
export async function readPeople(pool: Pool, query: PeopleQuery): Promise<Page<PersonJson>> {
  const cursor = decodeCursor(query.after, 1);
  const { rows } = await pool.query<Row>(
    `select ${PERSON} from people.people p
     where ($1::text is null or organisation_id = $1) and ($2::text is null or state = $2)
       and ($3::text is null or strpos(lower(name || ' ' || login), lower($3)) > 0)
       and ($4::text is null or login > $4)
     order by login limit $5`,
    [query.organisationId ?? null, query.state ?? null, query.q ?? null, cursor?.[0] ?? null, query.limit + 1],
  );
  return pageOf(rows, query.limit, personOf, (row) => [row.login]);
}

const MOST_COLLEAGUES = 200;

/** Who else is active in the organisation of this person, by their login names. */
export async function readColleagues(pool: Pool, id: string) {
  const { rows } = await pool.query<{ id: string; name: string; roles: string[] }>(
    `select c.person_id as id, c.login as name, c.roles
     from people.people c join people.people p using (organisation_id)
     where p.person_id = $1 and c.person_id <> $1 and c.state = 'active' order by c.login limit ${MOST_COLLEAGUES}`,
    [id],
  );
  return rows;
}

export async function readPerson(pool: Pool, id: string): Promise<PersonJson> {
  const { rows } = await pool.query<Row>(`select ${PERSON} from people.people p where person_id = $1`, [id]);
  if (!rows[0]) throw new Refusal('person_not_found', { field: '/id' });
  return personOf(rows[0]);
}

/** Refuses `person_not_found`. */
export async function readPersonDetail(
  { pool, clock, limits }: People,
  id: string,
  devices: DeviceJson[],
): Promise<PersonDetailJson> {
  const person = await readPerson(pool, id);
  const now = formatInstant(clock.now());
  const idle = formatInstant(clock.now() - limits.idle);
  const organisation = await findOrganisation(pool, person.organisationId);
  assert(organisation, 'a person has an organisation');
  const open = await pool.query<{ sessions: number; link_expires_at: string | null }>(
    `select (select count(*)::int4 from people.sessions where person_id = $1 and ended_at is null and expires_at > $2
         and seen_at > $3) as sessions,
       (select ${moment('expires_at', 'at')} from people.enrolments where person_id = $1 and used_at is null
         and withdrawn_at is null and enrolments.expires_at > $2) as link_expires_at`,
    [id, now, idle],
  );
  const recovery = await pool.query<{ login: string; first_at: string; reason: string; expires_at: string }>(
    `select coalesce(p.login, r.first_by) as login, ${moment('r.first_at', 'first_at')}, r.reason,
       ${moment('r.expires_at', 'expires_at')}
     from people.recoveries r left join people.people p on p.person_id = r.first_by
     where r.person_id = $1 and r.second_by is null and r.withdrawn_at is null and r.expires_at > $2`,
    [id, now],
  );
  const waiting = recovery.rows[0];
  return {
    ...person,
    organisation: organisation.name,
    devices,
    sessions: open.rows[0]!.sessions,
    linkExpiresAt: open.rows[0]!.link_expires_at,
    recovery: waiting
      ? { firstBy: waiting.login, firstAt: waiting.first_at, reason: waiting.reason, expiresAt: waiting.expires_at }
      : null,
    acts: await readActs(pool, id),
  };
}

async function readActs(pool: Pool, personId: string): Promise<PersonActJson[]> {
  const { rows } = await pool.query<PersonActJson>(
    `select ${moment('at')}, actor, act, address, detail from people.acts where person_id = $1
     order by number desc limit 100`,
    [personId],
  );
  return rows;
}

/** The invented people of the demo who may enter; none elsewhere. */
export async function readDemoPeople({ pool, demoLogins }: People) {
  if (demoLogins.length === 0) return [];
  const { rows } = await pool.query<{ login: string; name: string; roles: string[]; organisation_id: string }>(
    `select login, name, roles, organisation_id from people.people where login = any ($1) and state = 'active'
     order by array_position($1, login)`,
    [demoLogins],
  );
  const named = await Promise.all(rows.map((row) => findOrganisation(pool, row.organisation_id)));
  return rows.flatMap(({ login, name, roles }, index) => {
    const organisation = named[index];
    return organisation ? [{ login, name, roles, organisation: organisation.name }] : [];
  });
}
