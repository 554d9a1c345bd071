// An organisation is closed: its people are gone, with their sessions, links and sign-in provider, in the transaction that
// closes it. Whoever they were and what they did stays.
import { type ClientBase } from 'pg';
import { formatInstant } from '../../platform/instant.ts';
import { type By } from './acts.ts';

export async function endPeopleWithin(
  client: ClientBase,
  organisationId: string,
  by: By,
  reason: string,
): Promise<void> {
  const at = formatInstant(by.at);
  const theirs = 'person_id in (select person_id from people.people where organisation_id = $1)';
  await client.query(
    `update people.sessions set ended_at = $2, ended_by = 'left' where ended_at is null and ${theirs}`,
    [organisationId, at],
  );
  await client.query(
    `update people.enrolments set withdrawn_at = $2 where used_at is null and withdrawn_at is null and ${theirs}`,
    [organisationId, at],
  );
  await client.query(
    `update people.recoveries set withdrawn_at = $2 where second_by is null and withdrawn_at is null and ${theirs}`,
    [organisationId, at],
  );
  await client.query('delete from people.providers where organisation_id = $1', [organisationId]);
  await client.query(
    `with gone as (
       update people.people set state = 'left' where organisation_id = $1 and state <> 'left' returning person_id
     )
     insert into people.acts (at, actor, act, organisation_id, person_id, session_id, address, detail)
     select $2, $3, 'left', $1, person_id, $4, $5, $6 from gone order by person_id`,
    [organisationId, at, by.actor, by.sessionId ?? null, by.address, reason],
  );
}

/** Whether somebody of it could ask for what only its administrator may. */
export async function hasAdministrator(reader: Pick<ClientBase, 'query'>, organisationId: string): Promise<boolean> {
  const { rowCount } = await reader.query(
    `select 1 from people.people where organisation_id = $1 and state <> 'left' and 'member-administrator' = any(roles)
     limit 1`,
    [organisationId],
  );
  return rowCount === 1;
}
