// What an organisation takes away of webhooks: where it was told, what it was told, and how each telling went. No secret.
import { type Dataset } from '../../platform/postgres/dataset.ts';

const ownEndpoints = '(select endpoint_id from webhooks.endpoints where organisation_id = :organisation)';
const dataset = (name: string, table: string, columns: string, rest: string): Dataset => ({
  name: `webhooks/${name}`,
  table,
  format: 'jsonl',
  columns,
  rest,
});

export const WEBHOOK_DATA: readonly Dataset[] = [
  dataset(
    'endpoints',
    'webhooks.endpoints',
    `endpoint_id, url, description, to_jsonb(events) as events, state, disabled_because, disabled_at, created_at,
     last_success_at`,
    'where organisation_id = :organisation order by created_at, endpoint_id',
  ),
  dataset(
    'events',
    'webhooks.events',
    'event_id, number, type, occurred_at, made_at, body',
    'where organisation_id = :organisation order by number',
  ),
  dataset(
    'deliveries',
    'webhooks.deliveries',
    'number, endpoint_id, event_id, cause, state, failures, created_at, next_at, ended_at',
    `where endpoint_id in ${ownEndpoints} order by number`,
  ),
  dataset(
    'attempts',
    'webhooks.attempts',
    'delivery, attempt, at, duration_ms, status, failure, answer',
    `where delivery in (select number from webhooks.deliveries where endpoint_id in ${ownEndpoints})
     order by delivery, attempt`,
  ),
  dataset(
    'acts',
    'webhooks.acts',
    'number, endpoint_id, at, actor, act, reason',
    `where endpoint_id in ${ownEndpoints} order by number`,
  ),
];
