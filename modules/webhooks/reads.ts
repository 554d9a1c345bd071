// Endpoints, deliveries and attempts from their rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type DeliveryDetailJson, type DeliveryJson, type WebhookJson } from './endpoint.ts';

const WEBHOOK = `endpoint_id as id, organisation_id as "organisationId", url, description, events, state,
  disabled_because as "disabledBecause", ${moment('disabled_at', '"disabledAt"')},
  ${moment('previous_until', '"previousSecretUntil"')}, ${moment('created_at', '"createdAt"')},
  ${moment('last_success_at', '"lastSuccessAt"')},
  (select count(*) from webhooks.deliveries d where d.endpoint_id = e.endpoint_id and d.state = 'pending')::int4 as waiting`;

interface ListQuery {
  readonly after?: string;
  readonly limit: number;
}

/** Oldest first. */
export async function readWebhooks(pool: Pool, organisationId: string, query: ListQuery): Promise<Page<WebhookJson>> {
  const cursor = decodeCursor(query.after, 2);
  const { rows } = await pool.query<WebhookJson>(
    `select ${WEBHOOK} from webhooks.endpoints e
     where organisation_id = $1 and state <> 'removed'
       and ($2::text is null or (e.created_at, endpoint_id) > ($2::timestamptz, $3::text))
     order by e.created_at, endpoint_id limit $4`,
    [organisationId, cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1],
  );
  return pageOf(rows, query.limit, (row) => row, (row) => [row.createdAt, row.id]);
} // prettier-ignore

export async function readWebhook(pool: Pool, organisationId: string, id: string): Promise<WebhookJson | undefined> {
  const { rows } = await pool.query<WebhookJson>(
    `select ${WEBHOOK} from webhooks.endpoints e
     where organisation_id = $1 and endpoint_id = $2 and state <> 'removed'`,
    [organisationId, id],
  );
  return rows[0];
}

export interface DisabledEndpoint {
  readonly id: string;
  readonly organisationId: string;
  readonly because: 'gone' | 'failing';
}

/** Those we have disabled and nobody has seen to yet. */
export async function readDisabled({ pool }: { readonly pool: Pool }): Promise<DisabledEndpoint[]> {
  const { rows } = await pool.query<DisabledEndpoint>(
    `select endpoint_id as id, organisation_id as "organisationId", disabled_because as because
     from webhooks.endpoints where state = 'disabled' order by disabled_at limit 1000`,
  );
  return rows;
}

const DELIVERY = `d.number::text as id, event_id as "eventId", type, ${moment('occurred_at', '"occurredAt"')}, cause, d.state,
  (select count(*) from webhooks.attempts where delivery = d.number)::int4 as attempts,
  ${moment('d.created_at', '"createdAt"')},
  case when d.state = 'pending' then ${moment('next_at', '"nextAttemptAt"').replace(' as "', ' end as "')},
  ${moment('ended_at', '"endedAt"')}`;

/** Newest first. */
export async function readDeliveries(
  pool: Pool,
  endpointId: string,
  query: ListQuery & { readonly state?: string },
): Promise<Page<DeliveryJson>> {
  const cursor = decodeCursor(query.after, 1);
  const { rows } = await pool.query<DeliveryJson>(
    `select ${DELIVERY} from webhooks.deliveries d join webhooks.events using (event_id)
     where endpoint_id = $1 and ($2::text is null or d.state = $2) and ($3::int8 is null or d.number < $3::int8)
     order by d.number desc limit $4`,
    [endpointId, query.state ?? null, cursor ? Number(cursor[0]) : null, query.limit + 1],
  );
  return pageOf(rows, query.limit, (row) => row, (row) => [Number(row.id)]);
} // prettier-ignore

export async function readDelivery(
  pool: Pool,
  endpointId: string,
  id: string,
): Promise<DeliveryDetailJson | undefined> {
  const { rows } = await pool.query<DeliveryJson & { body: string }>(
    `select ${DELIVERY}, body from webhooks.deliveries d join webhooks.events using (event_id)
     where endpoint_id = $1 and d.number::text = $2`,
    [endpointId, id],
  );
  if (!rows[0]) return undefined;
  const log = await pool.query<DeliveryDetailJson['log'][number]>(
    `select ${moment('at')}, duration_ms as "durationMs", status, failure, answer from webhooks.attempts
     where delivery = $1 order by attempt limit 1000`,
    [id],
  );
  return { ...rows[0], log: log.rows };
}

/** Leaves of the log that no event was made of yet; none before gathering began. */
export async function countUngathered(pool: Pool, bookId: number, logSize: number): Promise<number> {
  const { rows } = await pool.query<{ leaf: string }>('select leaf::text from webhooks.positions where book_id = $1', [
    bookId,
  ]);
  return rows[0] ? Math.max(0, logSize - Number(rows[0].leaf)) : 0;
}
