// What an organisation begins with when it comes to live, so that nothing that works stops working: who settles here
// already, and everyone when this house hears of subscriptions for the first time, has every service; to whom live was
// opened by two approvals, the services that ask for an approval. Once for each, whichever process comes first.
import { v7 as uuidv7 } from 'uuid';
import { type LiveOrganisation } from '../access/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { SERVICE_IDS, type ServiceId } from './subscription.ts';

const REASON = 'Began with live';

export interface Beginning {
  readonly organisations: readonly LiveOrganisation[];
  /** The services that ask for an approval. */
  readonly approvedWithLive: readonly ServiceId[];
  /** The process has just started: a house without any subscription hears of them for the first time. */
  readonly isStart: boolean;
}

export async function beginSubscriptions(
  pool: Pool,
  { organisations, approvedWithLive, isStart }: Beginning,
  at: Instant,
): Promise<void> {
  const { rows } = await pool.query<{ organisation_id: string }>(
    'select distinct organisation_id from subscriptions.subscriptions',
  );
  const known = new Set(rows.map((row) => row.organisation_id));
  const isFirstTime = isStart && known.size === 0;
  const begun = organisations
    .filter(({ id }) => !known.has(id))
    .flatMap(({ id, isLiveFromTheFirst }) =>
      (isFirstTime || isLiveFromTheFirst ? SERVICE_IDS : approvedWithLive).map((service) => [id, uuidv7(), service]),
    );
  if (begun.length === 0) return;
  const columns = [0, 1, 2].map((column) => begun.map((row) => row[column]));
  await pool.query(
    `with made as (
       insert into subscriptions.subscriptions
         (organisation_id, subscription_id, service, state, asked_at, asked_by, began_at)
       select organisation_id, subscription_id, service, 'active', $4, 'system', $4
       from unnest($1::text[], $2::uuid[], $3::text[]) as begun (organisation_id, subscription_id, service)
       on conflict do nothing
       returning organisation_id, subscription_id, service)
     insert into subscriptions.acts (at, actor, act, service, organisation_id, subscription_id, reason)
     select $4, 'system', 'begun', service, organisation_id, subscription_id, '${REASON}' from made`,
    [...columns, formatInstant(at)],
  );
}
