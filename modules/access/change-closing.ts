// An organisation's end: asked for by itself, withdrawn as long as it is not closed, and its closing, all of whose rows here
// change in the transaction of whoever closes it.
import { type ClientBase } from 'pg';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { Refusal } from '../../platform/refusal.ts';
import { change, recordAct } from './change.ts';
import { type By } from './change-organisations.ts';

/** Asked for already, it changes nothing. Refuses `organisation_not_found`, `organisation_closed`. */
export async function askClosing(pool: Pool, id: string, by: By): Promise<void> {
  await change(pool, async (client) => {
    if ((await lockActive(client, id)) !== null) return;
    await client.query('update access.organisations set closing_asked_at = $2 where organisation_id = $1', [
      id,
      formatInstant(by.at),
    ]);
    await recordAct(client, { organisationId: id, act: 'closing-asked', ...by });
  });
}

/** Refuses the same and `closing_not_asked`. */
export async function withdrawClosing(pool: Pool, id: string, by: By): Promise<void> {
  await change(pool, async (client) => {
    if ((await lockActive(client, id)) === null) throw new Refusal('closing_not_asked', { field: '/id' });
    await client.query('update access.organisations set closing_asked_at = null where organisation_id = $1', [id]);
    await recordAct(client, { organisationId: id, act: 'closing-withdrawn', ...by });
  });
}

export interface ClosingRows {
  /** When it was asked for; null when it was not, or was withdrawn. */
  readonly askedAt: string | null;
  /** When what follows upon its closing was done too. */
  readonly finishedAt: string | null;
}

export async function readClosing(pool: Pool, id: string): Promise<ClosingRows> {
  const { rows } = await pool.query<ClosingRows>(
    `select ${moment('closing_asked_at', '"askedAt"')}, ${moment('closing_finished_at', '"finishedAt"')}
     from access.organisations where organisation_id = $1`,
    [id],
  );
  return rows[0] ?? { askedAt: null, finishedAt: null };
}

/**
 * Closed, with every key and certificate of it revoked. Refuses the same; `closing_not_asked` when `mustBeAsked`.
 */
export async function closeWithin(client: ClientBase, id: string, by: By, mustBeAsked: boolean): Promise<void> {
  const askedAt = await lockActive(client, id);
  if (mustBeAsked && askedAt === null) throw new Refusal('closing_not_asked', { field: '/id' });
  const at = formatInstant(by.at);
  await client.query(`update access.organisations set state = 'closed', closed_at = $2 where organisation_id = $1`, [
    id,
    at,
  ]);
  await client.query(
    `with ended as (
       update access.keys set revoked_at = $2 where organisation_id = $1 and revoked_at is null returning key_id
     )
     insert into access.acts (organisation_id, key_id, at, actor, act, reason)
     select $1, key_id, $2, $3, 'key-revoked', $4 from ended order by key_id`,
    [id, at, by.actor, by.reason ?? null],
  );
  await recordAct(client, { organisationId: id, act: 'closed', ...by });
}

/** What follows upon closing was done; told once. */
export async function finishClosing(pool: Pool, id: string, by: By): Promise<void> {
  await change(pool, async (client) => {
    const { rowCount } = await client.query(
      `update access.organisations set closing_finished_at = $2
       where organisation_id = $1 and state = 'closed' and closing_finished_at is null`,
      [id, formatInstant(by.at)],
    );
    if (rowCount === 1) await recordAct(client, { organisationId: id, act: 'closing-finished', ...by });
  });
}

/** Closed, but what follows upon that was not yet done; at most a hundred. */
export async function readUnfinishedClosings(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select organisation_id as id from access.organisations
     where state = 'closed' and closing_finished_at is null order by organisation_id limit 100`,
  );
  return rows.map(({ id }) => id);
}

/** Answers when its closing was asked for. */
async function lockActive(client: ClientBase, id: string): Promise<Date | null> {
  const { rows } = await client.query<{ state: string; closing_asked_at: Date | null }>(
    'select state, closing_asked_at from access.organisations where organisation_id = $1 for update',
    [id],
  );
  if (!rows[0]) throw new Refusal('organisation_not_found', { field: '/id' });
  if (rows[0].state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
  return rows[0].closing_asked_at;
}
