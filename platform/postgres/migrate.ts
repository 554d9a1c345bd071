// Brings a database to the shape this program needs: numbered SQL files of each part, each applied once, in order,
// each in one transaction. Forward only; data written by a newer program is refused with a sentence.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pg, { type ClientBase } from 'pg';
import { ensureTenantRole } from './tenant-role.ts';

export interface Migration {
  /** The folder the file belongs to: `ledger`, `writer`. */
  readonly part: string;
  /** File name, `001-books.sql`: its number is its place. */
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Every migration of the program: the platform's parts first, then the modules. No part may rely on another's tables. */
export function findMigrations(): Migration[] {
  return ['platform', 'modules'].flatMap((layer) =>
    readdirSync(join(root, layer))
      .sort()
      .flatMap((part) => migrationsIn(join(root, layer, part, 'migrations'))),
  );
}

function migrationsIn(folder: string): Migration[] {
  if (!existsSync(folder)) return [];
  const part = basename(dirname(folder));
  return readdirSync(folder)
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8');
      return { part, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

/** Applies what is missing and answers how many were. Two programs starting at once wait for each other. */
export async function migrate(
  databaseUrl: string,
  migrations: readonly Migration[] = findMigrations(),
): Promise<number> {
  const client = new pg.Client({ connectionString: databaseUrl, application_name: 'feiqian-migrate' });
  await client.connect();
  try {
    await prepare(client);
    const applied = await readApplied(client);
    refuseForeign(applied, migrations);
    let count = 0;
    for (const migration of migrations) if (await apply(client, migration)) count += 1;
    await ensureTenantRole(client);
    return count;
  } finally {
    await client.end();
  }
}

async function prepare(client: ClientBase): Promise<void> {
  try {
    await client.query('create schema if not exists platform');
    await client.query(`
      create table if not exists platform.migrations (
        part       text        not null,
        name       text        not null,
        checksum   text        not null,
        applied_at timestamptz not null,
        primary key (part, name)
      )`);
  } catch (error) {
    // Another program created them between our look and our act.
    if (!['23505', '42P06', '42P07'].includes((error as { code?: string }).code ?? '')) throw error;
    await prepare(client);
  }
}

async function readApplied(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ part: string; name: string; checksum: string }>(
    'select part, name, checksum from platform.migrations',
  );
  return new Map(rows.map((row) => [`${row.part}/${row.name}`, row.checksum]));
}

/** The first of what was applied that this program does not have: of a newer program, or not as it was released. */
export function foreignMigration(
  applied: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): { readonly key: string; readonly isNewer: boolean } | undefined {
  const known = new Map(migrations.map((migration) => [`${migration.part}/${migration.name}`, migration.checksum]));
  for (const [key, checksum] of applied) {
    const ours = known.get(key);
    if (ours !== checksum) return { key, isNewer: ours === undefined };
  }
  return undefined;
}

function refuseForeign(applied: ReadonlyMap<string, string>, migrations: readonly Migration[]): void {
  const foreign = foreignMigration(applied, migrations);
  if (foreign?.isNewer === true) {
    throw new Error(
      `The data was written by a newer version of Feiqian (${foreign.key}). Start that version, or restore a backup.`,
    );
  }
  if (foreign) {
    throw new Error(
      `The migration ${foreign.key} is not the one this data was made with. Restore the file as it was released.`,
    );
  }
}

async function apply(client: ClientBase, migration: Migration): Promise<boolean> {
  await client.query('begin');
  try {
    await client.query('lock table platform.migrations in exclusive mode');
    const { rowCount } = await client.query('select 1 from platform.migrations where part = $1 and name = $2', [
      migration.part,
      migration.name,
    ]);
    if (rowCount === 0) {
      await client.query(migration.sql);
      await client.query('insert into platform.migrations values ($1, $2, $3, now())', [
        migration.part,
        migration.name,
        migration.checksum,
      ]);
    }
    await client.query('commit');
    return rowCount === 0;
  } catch (cause) {
    await client.query('rollback');
    throw new Error(`Migration ${migration.part}/${migration.name} failed: ${(cause as Error).message}`, { cause });
  }
}
