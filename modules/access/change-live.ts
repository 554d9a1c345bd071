// Live is asked for by the organisation and opened by the central bank; only then are there keys for it.
import { type ClientBase } from 'pg';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { change, isTaken, recordAct } from './change.ts';
import { type By } from './change-organisations.ts';

/** By a certificate of this run. Refuses `organisation_not_found`, `organisation_closed`, `live_open`. */
export async function askLive(pool: Pool, id: string, runId: string, by: By): Promise<void> {
  await change(pool, async (client) => {
    await lockNotLive(client, id);
    await client.query(
      'update access.organisations set live_asked_at = $2, live_run_id = $3 where organisation_id = $1',
      [id, formatInstant(by.at), runId],
    );
    await recordAct(client, { organisationId: id, act: 'live-asked', ...by });
  });
}

export interface LiveGiven {
  /** The run that was asked by: another, asked by meanwhile, is not what was approved. */
  readonly runId: string;
  /** The participant it is from now on. */
  readonly participantId: string | undefined;
}

/** Refuses the same, `live_not_asked`, and `organisation_known` when another speaks for the participant. */
export async function openLive(pool: Pool, id: string, { runId, participantId }: LiveGiven, by: By): Promise<void> {
  try {
    await change(pool, async (client) => {
      const asked = await lockNotLive(client, id);
      if (asked !== runId) throw new Refusal('live_not_asked', { field: '/run' });
      await client.query(
        `update access.organisations set live_since = $2, participant_id = coalesce($3, participant_id)
         where organisation_id = $1`,
        [id, formatInstant(by.at), participantId ?? null],
      );
      await recordAct(client, { organisationId: id, act: 'live-opened', ...by });
    });
  } catch (error) {
    if (isTaken(error)) throw new Refusal('organisation_known', { field: '/participantId' });
    throw error;
  }
}

/** Answers the run it asked by. */
async function lockNotLive(client: ClientBase, id: string): Promise<string | null> {
  const { rows } = await client.query<{ state: string; is_live: boolean; live_run_id: string | null }>(
    `select state, live_since is not null as is_live, live_run_id from access.organisations
     where organisation_id = $1 for update`,
    [id],
  );
  if (!rows[0]) throw new Refusal('organisation_not_found', { field: '/id' });
  if (rows[0].state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
  if (rows[0].is_live) throw new Refusal('live_open', { field: '/id' });
  return rows[0].live_run_id;
}
