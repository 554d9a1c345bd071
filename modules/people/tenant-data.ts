// What an organisation takes away of its people: who they are, their devices, sessions and acts. No passkey, hash or secret.
import { type Dataset } from '../../platform/postgres/dataset.ts';

const theirs = 'person_id in (select person_id from people.people where organisation_id = :organisation)';
const dataset = (name: string, table: string, columns: string, rest: string): Dataset => ({
  name: `people/${name}`,
  table,
  format: 'jsonl',
  columns,
  rest,
});

export const PEOPLE_DATA: readonly Dataset[] = [
  dataset(
    'people',
    'people.people',
    'person_id, login, name, to_jsonb(roles) as roles, state, created_at',
    'where organisation_id = :organisation order by created_at, person_id',
  ),
  dataset(
    'devices',
    'people.devices',
    'device_id, person_id, name, is_synced, created_at, last_used_at, removed_at',
    `where ${theirs} order by created_at, device_id`,
  ),
  dataset(
    'links',
    'people.enrolments',
    'enrolment_id, person_id, purpose, created_by, created_at, expires_at, used_at, withdrawn_at',
    `where ${theirs} order by created_at, enrolment_id`,
  ),
  dataset(
    'recoveries',
    'people.recoveries',
    'recovery_id, person_id, reason, first_by, first_at, second_by, second_at, withdrawn_at, expires_at',
    `where ${theirs} order by first_at, recovery_id`,
  ),
  dataset(
    'sessions',
    'people.sessions',
    'session_id, person_id, method, device_id, address, agent, created_at, seen_at, expires_at, ended_at, ended_by',
    `where ${theirs} order by created_at, session_id`,
  ),
  dataset(
    'sign-in-provider',
    'people.providers',
    'issuer, client_id, changed_at, changed_by',
    'where organisation_id = :organisation',
  ),
  dataset(
    'identities',
    'people.identities',
    'person_id, issuer, subject, bound_at',
    'where organisation_id = :organisation order by person_id',
  ),
  dataset(
    'acts',
    'people.acts',
    'number, at, actor, act, person_id, session_id, address, detail',
    'where organisation_id = :organisation order by number',
  ),
];
