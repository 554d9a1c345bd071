// Who lost every device comes back by two administrators: the first asks, another confirms, and only then there is a
// link. The database holds it too: the two differ, neither is the person, no link of a recovery without both.
import { randomBytes } from 'node:crypto';
import { formatInstant } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type By, recordAct } from './acts.ts';
import { makeLink, type MadeLink } from './enrolments.ts';
import { type People } from './people.ts';
import { type Person } from './reads.ts';

/** Refuses `person_state_wrong`, `person_not_enrolled`, `recovery_needs_another`, `recovery_waits`. */
export async function askRecovery(
  { pool, limits }: People,
  person: Person,
  administrator: string,
  by: By,
  reason: string,
): Promise<void> {
  if (person.state !== 'active') throw new Refusal('person_state_wrong');
  if (administrator === person.id) throw new Refusal('recovery_needs_another');
  const at = formatInstant(by.at);
  await inTransaction(pool, async (client) => {
    // Held, so that two who ask at once are one after the other.
    await client.query('select 1 from people.people where person_id = $1 for update', [person.id]);
    const devices = await client.query('select 1 from people.devices where person_id = $1 limit 1', [person.id]);
    if (!devices.rowCount) throw new Refusal('person_not_enrolled');
    await client.query(
      `update people.recoveries set withdrawn_at = $2
       where person_id = $1 and second_by is null and withdrawn_at is null and expires_at <= $2`,
      [person.id, at],
    );
    const { rowCount } = await client.query(
      `insert into people.recoveries (recovery_id, person_id, reason, first_by, first_at, expires_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [
        `rec_${randomBytes(9).toString('base64url')}`,
        person.id,
        reason,
        administrator,
        at,
        formatInstant(by.at + limits.recovery),
      ],
    );
    if (rowCount !== 1) throw new Refusal('recovery_waits');
    await recordAct(client, by, { act: 'recovery-asked', person, detail: reason });
  });
}

/** Refuses `recovery_not_found`, `recovery_needs_another`. */
export async function confirmRecovery(
  people: People,
  person: Person,
  administrator: string,
  by: By,
): Promise<MadeLink> {
  return inTransaction(people.pool, async (client) => {
    const { rows } = await client.query<{ recovery_id: string; first_by: string }>(
      `select recovery_id, first_by from people.recoveries
       where person_id = $1 and second_by is null and withdrawn_at is null and expires_at > $2 for update`,
      [person.id, formatInstant(by.at)],
    );
    const waiting = rows[0];
    if (!waiting || person.state !== 'active') throw new Refusal('recovery_not_found');
    if (administrator === waiting.first_by || administrator === person.id) {
      throw new Refusal('recovery_needs_another');
    }
    await client.query('update people.recoveries set second_by = $2, second_at = $3 where recovery_id = $1', [
      waiting.recovery_id,
      administrator,
      formatInstant(by.at),
    ]);
    await recordAct(client, by, { act: 'recovery-confirmed', person });
    const recovery = { id: waiting.recovery_id, firstBy: waiting.first_by, secondBy: administrator };
    return makeLink(client, people, person, 'recovery', by, recovery);
  });
}

/** Refuses `recovery_not_found`. */
export async function withdrawRecovery({ pool }: People, person: Person, by: By): Promise<void> {
  await inTransaction(pool, async (client) => {
    const { rowCount } = await client.query(
      `update people.recoveries set withdrawn_at = $2
       where person_id = $1 and second_by is null and withdrawn_at is null`,
      [person.id, formatInstant(by.at)],
    );
    if (!rowCount) throw new Refusal('recovery_not_found');
    await recordAct(client, by, { act: 'recovery-withdrawn', person });
  });
}
