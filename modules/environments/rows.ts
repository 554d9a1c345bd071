// The list of environments as rows of the live database.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant, MICROS_PER_MS } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Name, type OwnKind } from './environment.ts';
import { type ClockSetting } from './tenant-clock.ts';

export interface Row extends Name {
  readonly database: string;
  readonly clock: ClockSetting;
  readonly createdAt: Instant;
  readonly seededAt: Instant | undefined;
}

interface Stored {
  organisation_id: string;
  kind: OwnKind;
  database_name: string;
  clock_ahead: string;
  held_micros: string | null;
  created_at: Date;
  seeded_at: Date | null;
}

const COLUMNS = `organisation_id, kind, database_name, clock_ahead::text,
  (extract(epoch from clock_held_at) * 1000000)::int8::text as held_micros, created_at, seeded_at`;

const instantOf = (date: Date): Instant => date.getTime() * MICROS_PER_MS;

function rowOf(row: Stored): Row {
  return {
    organisationId: row.organisation_id,
    kind: row.kind,
    database: row.database_name,
    clock: {
      aheadMicros: Number(row.clock_ahead),
      heldAt: row.held_micros === null ? undefined : Number(row.held_micros),
    },
    createdAt: instantOf(row.created_at),
    seededAt: row.seeded_at === null ? undefined : instantOf(row.seeded_at),
  };
}

export async function readRow(pool: Pool, { organisationId, kind }: Name): Promise<Row | undefined> {
  const { rows } = await pool.query<Stored>(
    `select ${COLUMNS} from environments.environments
     where organisation_id = $1 and kind = $2 and removing_at is null`,
    [organisationId, kind],
  );
  return rows[0] && rowOf(rows[0]);
}

/** Of one organisation, or of all when it is not named; at most a thousand. */
export async function readRows(pool: Pool, organisationId?: string): Promise<Row[]> {
  const { rows } = await pool.query<Stored>(
    `select ${COLUMNS} from environments.environments
     where ($1::text is null or organisation_id = $1) and removing_at is null
     order by organisation_id, kind limit 1000`,
    [organisationId ?? null],
  );
  return rows.map(rowOf);
}

/** Refuses `environment_known`. */
export async function insertRow(
  pool: Pool,
  { organisationId, kind }: Name,
  database: string,
  at: Instant,
): Promise<void> {
  const { rowCount } = await pool.query(
    `insert into environments.environments (organisation_id, kind, database_name, created_at)
     values ($1, $2, $3, $4) on conflict do nothing`,
    [organisationId, kind, database, formatInstant(at)],
  );
  if (rowCount === 0) throw new Refusal('environment_known', { field: '/kind' });
}

export async function deleteRow(pool: Pool, { organisationId, kind }: Name): Promise<void> {
  await pool.query('delete from environments.environments where organisation_id = $1 and kind = $2', [
    organisationId,
    kind,
  ]);
}

/** It is not there for anybody from then on; its database goes next. Also of all that an organisation has, at its closing. */
export async function markRemoving(
  reader: Pick<ClientBase, 'query'>,
  organisationId: string,
  kind: OwnKind | undefined,
  at: Instant,
): Promise<void> {
  await reader.query(
    `update environments.environments set removing_at = $3
     where organisation_id = $1 and ($2::text is null or kind = $2) and removing_at is null`,
    [organisationId, kind ?? null, formatInstant(at)],
  );
}

/** Those whose removal was begun and has not ended. */
export async function readRemoving(pool: Pool): Promise<Row[]> {
  const { rows } = await pool.query<Stored>(
    `select ${COLUMNS} from environments.environments where removing_at is not null
     order by organisation_id, kind limit 1000`,
  );
  return rows.map(rowOf);
}

export async function saveClock(
  pool: Pool,
  { organisationId, kind }: Name,
  { aheadMicros, heldAt }: ClockSetting,
): Promise<void> {
  await pool.query(
    `update environments.environments set clock_ahead = $3, clock_held_at = $4
     where organisation_id = $1 and kind = $2`,
    [organisationId, kind, Math.round(aheadMicros), heldAt === undefined ? null : formatInstant(heldAt)],
  );
}

/** Undefined: it is to be seeded anew. */
export async function saveSeeded(pool: Pool, { organisationId, kind }: Name, at: Instant | undefined): Promise<void> {
  await pool.query('update environments.environments set seeded_at = $3 where organisation_id = $1 and kind = $2', [
    organisationId,
    kind,
    at === undefined ? null : formatInstant(at),
  ]);
}

/** How large the database of each is, by PostgreSQL's own count of its files. */
export async function readEnvironmentSizes(
  pool: Pool,
): Promise<{ organisationId: string; kind: OwnKind; bytes: bigint }[]> {
  const { rows } = await pool.query<{ organisation_id: string; kind: OwnKind; bytes: string }>(
    `select organisation_id, kind, pg_database_size(d.oid)::text as bytes
     from environments.environments e join pg_database d on d.datname = e.database_name where removing_at is null`,
  );
  return rows.map(({ organisation_id: organisationId, kind, bytes }) => ({
    organisationId,
    kind,
    bytes: BigInt(bytes),
  }));
}
