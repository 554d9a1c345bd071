// What works behind the commits and may fall behind: acts on their way to the evidence, the archive of WAL, the making of events.
import { type EvidenceDesk, readOldestWaitingAct } from '../../modules/evidence/index.ts';
import { countUngathered } from '../../modules/webhooks/index.ts';
import { type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { BOOK_ID } from './compose.ts';

export interface Behind {
  /** How long the oldest act has waited for the log. */
  readonly actsSeconds: number;
  /** The segment that cannot be archived now; undefined also where PostgreSQL keeps no archive. */
  readonly unarchived: string | undefined;
  /** Leaves of the log that no event for webhooks was made of yet. */
  readonly ungathered: number;
}

/** `at` by the time of the world. */
export async function readBehind(
  pool: Pool,
  evidence: Pick<EvidenceDesk, 'actsThrough' | 'size'>,
  at: Instant,
): Promise<Behind> {
  const oldest = await readOldestWaitingAct(pool, evidence.actsThrough);
  return {
    actsSeconds: oldest ? Math.max(0, at - oldest.getTime() * 1_000) / MICROS_PER_SECOND : 0,
    unarchived: await readUnarchived(pool),
    ungathered: await countUngathered(pool, BOOK_ID, evidence.size),
  };
}

/** PostgreSQL tries the same segment again and again: what failed after the last success fails now. */
async function readUnarchived(pool: Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ segment: string }>(
    `select last_failed_wal as segment from pg_stat_archiver
     where current_setting('archive_mode') <> 'off'
       and last_failed_time > coalesce(last_archived_time, '-infinity')`,
  );
  return rows[0]?.segment;
}
