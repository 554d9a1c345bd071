// The log from its rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { isUuid } from '../../platform/uuid.ts';
import { type LoggedRequestDetailJson, type LoggedRequestJson } from './logged-request.ts';

const REQUEST = `request_id::text as id, ${moment('at')}, environment, method, path, target, status, code, field,
  micros::float8 as microseconds, actor, key_id as "keyId", idempotency_key as "idempotencyKey",
  bytes_in::float8 as "bytesIn", bytes_out::float8 as "bytesOut"`;

export interface RequestQuery {
  readonly organisationId: string;
  readonly environment?: string;
  readonly statusClass?: '2xx' | '4xx' | '5xx';
  /** `POST /v1/messages` */
  readonly operation?: string;
  readonly key?: string;
  readonly since?: string;
  readonly until?: string;
  readonly requestId?: string;
  readonly after?: string;
  readonly limit: number;
}

/** The newest first. */
export async function readRequests(pool: Pool, query: RequestQuery): Promise<Page<LoggedRequestJson>> {
  const cursor = decodeCursor(query.after, 2);
  const { rows } = await pool.query<LoggedRequestJson>(
    `select ${REQUEST} from request_log.requests r
     where organisation_id = $1 and ($2::text is null or environment = $2)
       and ($3::int is null or status / 100 = $3) and ($4::text is null or method || ' ' || path = $4)
       and ($5::text is null or key_id = $5) and ($6::timestamptz is null or r.at >= $6)
       and ($7::timestamptz is null or r.at < $7) and ($8::uuid is null or request_id = $8)
       and ($9::text is null or (r.at, request_id) < ($9::timestamptz, $10::uuid))
     order by r.at desc, request_id desc limit $11`,
    [
      ...[query.organisationId, query.environment ?? null, query.statusClass ? Number(query.statusClass[0]) : null],
      ...[query.operation ?? null, query.key ?? null, query.since ?? null, query.until ?? null],
      ...[query.requestId === undefined ? null : uuidOf(query.requestId), cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1],
    ],
  );
  return pageOf(rows, query.limit, (row) => row, (row) => [row.at, row.id]);
} // prettier-ignore

const NO_REQUEST = '00000000-0000-0000-0000-000000000000';

/** By the index of ids; what is no id is that of no request. */
const uuidOf = (text: string): string => {
  const id = text.trim();
  return isUuid(id) ? id : NO_REQUEST;
};

export async function findRequest(
  pool: Pool,
  organisationId: string,
  id: string,
): Promise<Omit<LoggedRequestDetailJson, 'explanation'> | undefined> {
  const { rows } = await pool.query<Omit<LoggedRequestDetailJson, 'explanation'>>(
    `select ${REQUEST}, asked_type as "askedType", asked, answered_type as "answeredType", answered
     from request_log.requests where organisation_id = $1 and request_id = $2`,
    [organisationId, uuidOf(id)],
  );
  return rows[0];
}

export async function readDropped(pool: Pool, organisationId: string): Promise<{ at: string; count: number }[]> {
  const { rows } = await pool.query<{ at: string; count: number }>(
    `select ${moment('at')}, count from request_log.dropped where organisation_id = $1 order by number desc limit 20`,
    [organisationId],
  );
  return rows;
}
