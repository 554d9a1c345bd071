// Subscriptions from their rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type SubscriptionJson } from './subscription.ts';

const SUBSCRIPTION = `subscription_id::text as id, organisation_id as "organisationId", service, state,
  ${moment('asked_at', '"askedAt"')}, asked_by as "askedBy", ${moment('decided_at', '"decidedAt"')},
  decided_by as "decidedBy", decision_reason as "decisionReason", ${moment('began_at', '"beganAt"')},
  ${moment('ended_at', '"endedAt"')}, ended_by as "endedBy"`;

export interface SubscriptionQuery {
  readonly organisationId?: string;
  readonly state?: string;
  readonly after?: string;
  readonly limit: number;
}

/** The newest first. */
export async function readSubscriptions(pool: Pool, query: SubscriptionQuery): Promise<Page<SubscriptionJson>> {
  const cursor = decodeCursor(query.after, 2);
  const { rows } = await pool.query<SubscriptionJson>(
    `select ${SUBSCRIPTION} from subscriptions.subscriptions s
     where ($1::text is null or organisation_id = $1) and ($2::text is null or state = $2)
       and ($3::text is null or (s.asked_at, subscription_id::text) < ($3::timestamptz, $4::text))
     order by s.asked_at desc, subscription_id::text desc limit $5`,
    [query.organisationId ?? null, query.state ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1],
  );
  return pageOf(rows, query.limit, (row) => row, (row) => [row.askedAt, row.id]);
} // prettier-ignore

export async function findSubscription(
  pool: Pool,
  organisationId: string,
  id: string,
): Promise<SubscriptionJson | undefined> {
  const { rows } = await pool.query<SubscriptionJson>(
    `select ${SUBSCRIPTION} from subscriptions.subscriptions where organisation_id = $1 and subscription_id::text = $2`,
    [organisationId, id],
  );
  return rows[0];
}
