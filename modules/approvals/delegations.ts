// Standing in while someone is away. It widens nothing: who stands in has the role already. The absent one's approvals are
// refused meanwhile, and one given in their place says so.
import { randomUUID } from 'node:crypto';
import { type ClientBase } from 'pg';
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { formatInstant, type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordAct } from './acts.ts';
import { type Approvals } from './approvals.ts';
import { type Official, rolesAmong } from './person.ts';
import { type DelegationJson } from './schemas.ts';

const LONGEST = 90 * 86_400 * MICROS_PER_SECOND;
const IN_FORCE = 'begins_at <= $3 and ends_at > $3 and ended_at is null';

export interface NewDelegation {
  readonly to: string;
  readonly role: string;
  readonly begins: string;
  readonly ends: string;
  readonly reason: string;
}

/** Whether they have delegated every role by which they could approve this. */
export async function isAbsent(
  client: Pool | ClientBase,
  official: Official,
  wanted: readonly string[],
  at: Instant,
): Promise<boolean> {
  const roles = rolesAmong(official, wanted);
  const query = {
    text: `select distinct role from approvals.delegations where from_id = $1 and role = any($2::text[]) and ${IN_FORCE}`,
    values: [official.id, roles, formatInstant(at)],
  };
  return (await client.query(query)).rowCount === roles.length;
}

/** For whom they stand in, among those who could approve this; the maker is never one. */
export async function standsInFor(
  client: ClientBase,
  official: Official,
  wanted: readonly string[],
  makerId: string,
  at: Instant,
): Promise<string | undefined> {
  const { rows } = await client.query<{ from_id: string }>(
    `select from_id from approvals.delegations where to_id = $1 and role = any($2::text[]) and ${IN_FORCE}
       and from_id <> $4 and organisation = $5 order by begins_at limit 1`,
    [official.id, rolesAmong(official, wanted), formatInstant(at), makerId, official.organisation],
  );
  return rows[0]?.from_id;
}

/** Refuses `delegation_malformed`, `approver_not_found`. */
export async function delegate(
  { pool, clock, findPerson }: Approvals,
  official: Official,
  given: NewDelegation,
): Promise<string> {
  const at = clock.now();
  const [begins, ends] = [parseInstant(given.begins), parseInstant(given.ends)];
  const isInOrder =
    begins !== undefined && ends !== undefined && ends > begins && ends > at && ends - begins <= LONGEST;
  if (!isInOrder) throw new Refusal('delegation_malformed', { field: '/ends' });
  if (given.to === official.id) throw new Refusal('delegation_malformed', { field: '/to' });
  if (rolesAmong(official, [given.role]).length === 0) throw new Refusal('delegation_malformed', { field: '/role' });
  const other = await findPerson?.(given.to);
  const isOne = !findPerson || (other?.organisation === official.organisation && other.roles.includes(given.role));
  if (!isOne) throw new Refusal('approver_not_found', { field: '/to' });
  const id = randomUUID();
  await inTransaction(pool, async (client) => {
    await client.query(
      `insert into approvals.delegations
         (delegation_id, organisation, role, from_id, from_name, to_id, begins_at, ends_at, reason, made_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        ...[id, official.organisation, given.role, official.id, official.name, given.to],
        ...[formatInstant(begins), formatInstant(ends), given.reason, formatInstant(at)],
      ],
    );
    await recordAct(client, { at, subject: id, actor: official, act: 'delegated', detail: given.reason });
  });
  return id;
}

/** By who is away, or by who stands in. Done again it changes nothing. Refuses `delegation_not_found`. */
export async function endDelegation({ pool, clock }: Approvals, official: Official, id: string): Promise<void> {
  const at = clock.now();
  await inTransaction(pool, async (client) => {
    const { rows } = await client.query<{ ended_at: Date | null }>(
      'select ended_at from approvals.delegations where delegation_id = $1 and $2 in (from_id, to_id) for update',
      [id, official.id],
    );
    if (!rows[0]) throw new Refusal('delegation_not_found', { field: '/id' });
    if (rows[0].ended_at !== null) return;
    await client.query('update approvals.delegations set ended_at = $2 where delegation_id = $1', [
      id,
      formatInstant(at),
    ]);
    await recordAct(client, { at, subject: id, actor: official, act: 'delegation-ended' });
  });
}

interface Row {
  id: string;
  role: string;
  from_id: string;
  from_name: string;
  to: string;
  begins: string;
  ends: string;
  reason: string;
  ended: string | null;
  made: string;
}

const COLUMNS = `delegation_id as id, role, from_id, from_name, to_id as "to", ${moment('begins_at', 'begins')},
  ${moment('ends_at', 'ends')}, reason, ${moment('ended_at', 'ended')}, ${moment('made_at', 'made')}`;

/** Newest first. */
export async function readDelegations(
  pool: Pool,
  organisation: string | undefined,
  { after, limit, id }: { after?: string | undefined; limit: number; id?: string },
): Promise<Page<DelegationJson>> {
  const cursor = decodeCursor(after, 2);
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from approvals.delegations
     where ($1::text is null or organisation = $1) and ($2::text is null or delegation_id = $2)
       and ($3::timestamptz is null or (made_at, delegation_id) < ($3, $4::text))
     order by made_at desc, delegation_id desc limit $5`,
    [organisation ?? null, id ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null, limit + 1],
  );
  return pageOf(rows, limit, jsonOf, (row) => [row.made, row.id]);
}

const jsonOf = (row: Row): DelegationJson => ({
  id: row.id,
  role: row.role,
  from: { id: row.from_id, name: row.from_name },
  to: row.to,
  begins: row.begins,
  ends: row.ends,
  reason: row.reason,
  endedAt: row.ended,
});
