// The database that is backed up: the one of DATABASE_URL, or the embedded PostgreSQL of the data folder, which is used
// as it runs, or started for as long as it takes.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { readHead } from '../../../modules/evidence/index.ts';
import { assertUsable } from '../../../platform/postgres/connect.ts';
import { findRunning, startEmbedded } from '../../../platform/postgres/embedded.ts';
import { BOOK_ID } from '../../server/compose.ts';
import { type BackupHeader, FORMAT } from './manifest.ts';

export interface OpenDatabase {
  readonly url: string;
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

export async function openDatabase(dataFolder: string, databaseUrl: string | undefined): Promise<OpenDatabase> {
  const close = (): Promise<void> => Promise.resolve();
  if (databaseUrl !== undefined) {
    await assertUsable(databaseUrl);
    return { url: databaseUrl, isEmbedded: false, close };
  }
  if (!existsSync(join(dataFolder, 'postgres'))) throw new Error(`There is no data of Feiqian in ${dataFolder}.`);
  const running = findRunning(dataFolder);
  if (running !== undefined) return { url: running, isEmbedded: true, close };
  const { url, stop } = await startEmbedded(dataFolder);
  return { url, isEmbedded: true, close: stop };
}

export async function describeDatabase(
  { url, isEmbedded }: OpenDatabase,
  version: string,
  begunAt: string,
): Promise<BackupHeader> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<{ major: string; known: boolean }>(
      `select current_setting('server_version_num') as major, to_regclass('platform.migrations') is not null as known`,
    );
    const [{ major, known }] = rows as [{ major: string; known: boolean }];
    if (!known) throw new Error('This database was never opened by Feiqian: there is nothing to back up.');
    const { rows: migrations } = await client.query<BackupHeader['migrations'][number]>(
      'select part, name, checksum from platform.migrations order by part, name',
    );
    const postgres = { major: Math.floor(Number(major) / 10_000), isEmbedded };
    const head = (await readHead(client, BOOK_ID)) ?? null;
    return { format: FORMAT, feiqian: version, begunAt, postgres, migrations, head };
  } finally {
    await client.end();
  }
}
