// For tests: a database of its own for each, with every migration applied. FEIQIAN_TEST_DATABASE_URL names the
// PostgreSQL to use; without it an embedded one is started for this process and removed at its end.
import { createHash, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, type TestContext } from 'node:test';
import pg from 'pg';
import { openPool, type Pool } from './connect.ts';
import { onServer, withDatabase } from './databases.ts';
import { type EmbeddedPostgres, startEmbedded } from './embedded.ts';
import { findMigrations, migrate } from './migrate.ts';

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  /** A connection of the test's own, closed when the test ends. */
  connect(options?: pg.ClientConfig): Promise<pg.Client>;
}

let server: Promise<EmbeddedPostgres> | undefined;
let serverFolder: string | undefined;
/** Made for this process's tests. */
const databases: string[] = [];

// Here and not where the server starts: a hook made inside a test would end the server with that test.
after(async () => {
  const serverUrl = process.env.FEIQIAN_TEST_DATABASE_URL;
  for (const name of serverUrl === undefined ? [] : databases) {
    await onServer(serverUrl!, (client) => client.query(`drop database if exists ${name} with (force)`));
  }
  await (await server)?.stop();
  if (serverFolder) rmSync(serverFolder, { recursive: true, force: true });
});

/** A new, migrated database, dropped when this process's tests have ended. */
export async function testDatabase(t: TestContext): Promise<TestDatabase> {
  const serverUrl = process.env.FEIQIAN_TEST_DATABASE_URL ?? (await ownServer()).url;
  const template = await ensureTemplate(serverUrl);
  const name = `feiqian_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(serverUrl, (client) => client.query(`create database ${name} template ${template}`));
  const url = withDatabase(serverUrl, name);
  const pool = openPool(url, { max: 4 });
  const clients: pg.Client[] = [];
  t.after(async () => {
    await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
    await pool.end();
  });
  // Not with the test: a writer of its own may close after this, and would look for its book.
  databases.push(name);
  const connect = async (options: pg.ClientConfig = {}) => {
    const client = new pg.Client({ connectionString: url, ...options });
    client.on('error', () => undefined);
    await client.connect();
    clients.push(client);
    return client;
  };
  return { url, pool, connect };
}

function ownServer(): Promise<EmbeddedPostgres> {
  if (!server) {
    serverFolder = mkdtempSync(join(tmpdir(), 'feiqian test '));
    // As root, PostgreSQL runs as another user, who must get in.
    chmodSync(serverFolder, 0o755);
    server = startEmbedded(serverFolder);
  }
  return server;
}

/** One migrated database a set of migrations; the others are copies of it. */
async function ensureTemplate(serverUrl: string): Promise<string> {
  const migrations = findMigrations();
  const hash = createHash('sha256')
    .update(migrations.map((each) => each.checksum).join())
    .digest('hex')
    .slice(0, 16);
  const template = `feiqian_template_${hash}`;
  const isThere = async (client: pg.Client) =>
    (await client.query('select 1 from pg_database where datname = $1', [template])).rowCount === 1;
  if (await onServer(serverUrl, isThere)) return template;
  const making = `${template}_${randomUUID().slice(0, 8)}`;
  await onServer(serverUrl, (client) => client.query(`create database ${making}`));
  await migrate(withDatabase(serverUrl, making), migrations);
  await onServer(serverUrl, async (client) => {
    // Another process may have been quicker; then ours is not needed.
    await client.query(`alter database ${making} rename to ${template}`).catch(async () => {
      await client.query(`drop database ${making}`);
    });
  });
  return template;
}
