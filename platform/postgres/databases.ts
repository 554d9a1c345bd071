// The databases of one PostgreSQL server beside the one an address names: for what stands apart from the books, and for tests.
import pg from 'pg';

const DATABASE = /^(postgres(?:ql)?:\/\/[^/]*\/)([^?]*)/;

/** The database an address names. */
export const databaseIn = (url: string): string => DATABASE.exec(url)?.[2] ?? '';

/** The same server, another database. */
export const withDatabase = (url: string, database: string): string => url.replace(DATABASE, `$1${database}`);

/** On a connection of its own: databases are not made in a transaction. */
export async function onServer<Result>(url: string, act: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}
