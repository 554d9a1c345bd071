// Every change of access: one transaction with the act that says who did it and why.
import { type ClientBase } from 'pg';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';

export interface Act {
  readonly organisationId: string;
  readonly keyId?: string;
  readonly at: Instant;
  readonly actor: string;
  readonly act: 'created' | 'closed' | 'key-registered' | 'key-rotated' | 'key-revoked';
  readonly reason: string | undefined;
}

export async function change<Result>(pool: Pool, work: (client: ClientBase) => Promise<Result>): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query('begin');
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

export async function recordAct(client: ClientBase, { organisationId, keyId, at, actor, act, reason }: Act) {
  await client.query(
    'insert into access.acts (organisation_id, key_id, at, actor, act, reason) values ($1, $2, $3, $4, $5, $6)',
    [organisationId, keyId ?? null, formatInstant(at), actor, act, reason ?? null],
  );
}

export const isTaken = (error: unknown): boolean => (error as { code?: string }).code === '23505';
