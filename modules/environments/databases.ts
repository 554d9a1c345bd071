// The databases of environments, beside that of live on the same PostgreSQL: made, found and dropped.
import { createHash } from 'node:crypto';
import { databaseIn, onServer } from '../../platform/postgres/databases.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Name, nameOf } from './environment.ts';

/** The same for as long as the live database keeps its name; two installations on one PostgreSQL stay apart. */
export function databaseNameOf(liveUrl: string, name: Name): string {
  const live = databaseIn(liveUrl);
  const hash = createHash('sha256')
    .update(`${live} ${nameOf(name)}`)
    .digest('hex')
    .slice(0, 24);
  return `feiqian_${name.kind}_${hash}`;
}

/** Empty, in place of what was there. Refuses `environment_not_made` when PostgreSQL does not let us. */
export async function remakeDatabase(liveUrl: string, database: string): Promise<void> {
  await onServer(liveUrl, async (client) => {
    await client.query(`drop database if exists ${database} with (force)`);
    await client.query(`create database ${database} encoding 'UTF8' template template0`);
  }).catch((cause: unknown) => {
    if ((cause as { code?: string }).code !== INSUFFICIENT_PRIVILEGE) throw cause;
    throw new Refusal('environment_not_made');
  });
}

const INSUFFICIENT_PRIVILEGE = '42501';

export async function dropDatabase(liveUrl: string, database: string): Promise<void> {
  await onServer(liveUrl, (client) => client.query(`drop database if exists ${database} with (force)`));
}
