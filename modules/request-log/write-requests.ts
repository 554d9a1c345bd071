// A group of requests in one statement, and what was dropped beside it.
import { type AnsweredRequest } from '../../platform/http/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { type Logged } from './request-log.ts';

const LONGEST = 2_000;
const ENDLESS = /\0/g;

const COLUMNS: readonly (readonly [name: string, type: string, of: (logged: Logged) => unknown])[] = [
  ['organisation_id', 'text', (each) => each.organisationId],
  ['request_id', 'uuid', (each) => each.answered.requestId],
  ['at', 'timestamptz', (each) => formatInstant(each.at)],
  ['environment', 'text', (each) => each.answered.environment ?? 'live'],
  ['method', 'text', (each) => each.answered.method],
  ['path', 'text', (each) => pathOf(each.answered)],
  ['target', 'text', (each) => each.answered.target.slice(0, LONGEST)],
  ['status', 'int2', (each) => each.answered.status],
  ['code', 'text', (each) => each.answered.code],
  ['field', 'text', (each) => each.answered.field?.slice(0, LONGEST)],
  ['micros', 'int8', (each) => Math.round(each.answered.seconds * 1_000_000)],
  ['actor', 'text', (each) => each.actor],
  ['key_id', 'text', (each) => each.keyId],
  ['idempotency_key', 'text', (each) => each.answered.idempotencyKey?.slice(0, LONGEST)],
  ['bytes_in', 'int8', (each) => each.answered.bytesIn],
  ['bytes_out', 'int8', (each) => each.answered.bytesOut],
  ['asked_type', 'text', (each) => each.answered.bodies?.askedType?.slice(0, LONGEST)],
  ['asked', 'text', (each) => each.answered.bodies?.asked],
  ['answered_type', 'text', (each) => each.answered.bodies?.answeredType?.slice(0, LONGEST)],
  ['answered', 'text', (each) => each.answered.bodies?.answered],
];

const names = COLUMNS.map(([name]) => name).join(', ');
const arrays = COLUMNS.map(([, type], index) => `$${index + 1}::${type}[]`).join(', ');

export type Dropped = readonly (readonly [organisationId: string, count: number])[];

export async function writeRequests(pool: Pool, group: readonly Logged[], dropped: Dropped, at: string): Promise<void> {
  await inTransaction(pool, async (client) => {
    if (group.length > 0) {
      await client.query(
        `insert into request_log.requests (${names}) select * from unnest(${arrays}) on conflict do nothing`,
        COLUMNS.map(([, , of]) => group.map((each) => textOf(of(each)))),
      );
    }
    if (dropped.length > 0) {
      await client.query(
        `insert into request_log.dropped (organisation_id, at, count)
         select organisation_id, $3, count from unnest($1::text[], $2::int4[]) as d (organisation_id, count)`,
        [dropped.map(([organisationId]) => organisationId), dropped.map(([, count]) => count), at],
      );
    }
  });
}

/** PostgreSQL keeps no zero character in a text. */
const textOf = (value: unknown): unknown => (typeof value === 'string' ? value.replace(ENDLESS, '') : (value ?? null));

/** The same operation has one path, in whichever environment it was asked. */
const pathOf = ({ path, environment }: AnsweredRequest): string =>
  environment === undefined ? path : path.replace(/^\/[\w-]+\/\{[\w-]+\}/, '');
