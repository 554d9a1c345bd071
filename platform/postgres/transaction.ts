// A piece of work in one transaction of a pool's connection: all of it or nothing.
import { type ClientBase } from 'pg';
import { type Pool } from './connect.ts';
import { beginOn } from './tenant-reads.ts';

export async function inTransaction<Result>(
  pool: Pool,
  work: (client: ClientBase) => Promise<Result>,
): Promise<Result> {
  const client = await beginOn(pool, { mayWrite: true });
  try {
    const result = await work(client);
    await client.query('commit');
    client.release();
    return result;
  } catch (error) {
    // A connection on which rollback fails too is of no use to the next.
    await client.query('rollback').then(
      () => client.release(),
      (broken: Error) => client.release(broken),
    );
    throw error;
  }
}

/** A unique index says that something of this name is there already. */
export const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';
