// What an organisation takes away of the request log: what it asked in the last days, and what it was answered.
import { type Dataset } from '../../platform/postgres/dataset.ts';

export const REQUEST_LOG_DATA: readonly Dataset[] = [
  {
    name: 'requests/requests',
    table: 'request_log.requests',
    format: 'jsonl',
    columns: `request_id, at, environment, method, path, target, status, code, field, micros, actor, key_id, idempotency_key,
      bytes_in, bytes_out, asked_type, asked, answered_type, answered`,
    rest: 'where organisation_id = :organisation order by at, request_id',
  },
  {
    name: 'requests/dropped',
    table: 'request_log.dropped',
    format: 'csv',
    columns: 'number, at, count',
    rest: 'where organisation_id = :organisation order by number',
  },
];
