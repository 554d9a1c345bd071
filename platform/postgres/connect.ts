// Connections for reads and for everything that is not the writer's commit.
import pg from 'pg';
import { heedTenants } from './tenant-reads.ts';

export type Pool = pg.Pool;

/** A pool that survives a restart of PostgreSQL: a broken connection shows in the query that needs it. */
export function openPool(databaseUrl: string, options: { max?: number; statementTimeoutMs?: number } = {}): Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: options.max ?? 8,
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    application_name: 'feiqian',
    keepAlive: true,
  });
  pool.on('error', () => undefined);
  return heedTenants(pool);
}

export const OLDEST_POSTGRES = 15;

/** Throws a sentence for the person who set DATABASE_URL when the server cannot be reached or is too old. */
export async function assertUsable(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  try {
    await client.connect();
  } catch (cause) {
    throw new Error(`PostgreSQL cannot be reached: ${(cause as Error).message}. Check DATABASE_URL.`, { cause });
  }
  try {
    const { rows } = await client.query<{ version: string }>(`select current_setting('server_version_num') as version`);
    const major = Math.floor(Number(rows[0]!.version) / 10_000);
    if (major < OLDEST_POSTGRES) {
      throw new Error(`PostgreSQL ${major} is too old: Feiqian needs ${OLDEST_POSTGRES} or newer.`);
    }
  } finally {
    await client.end();
  }
}
