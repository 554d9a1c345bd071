// Support cases from their rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type CaseDetailJson, type CaseJson, MOST_POSTS } from './case.ts';

const CASE = `case_id::text as id, organisation_id as "organisationId", kind, subject, state,
  case when about_kind is not null then jsonb_build_object('kind', about_kind, 'id', about_id) end as about,
  ${moment('asked_at', '"askedAt"')}, asked_by as "askedBy", ${moment('changed_at', '"changedAt"')}`;

export interface CaseQuery {
  /** Of all when undefined. */
  readonly organisationId: string | undefined;
  readonly state?: string;
  readonly after?: string;
  readonly limit: number;
}

/** What changed last first. */
export async function readCases(pool: Pool, query: CaseQuery): Promise<Page<CaseJson>> {
  const cursor = decodeCursor(query.after, 2);
  const { rows } = await pool.query<CaseJson>(
    `select ${CASE} from support.cases c
     where ($1::text is null or organisation_id = $1) and ($2::text is null or state = $2)
       and ($3::text is null or (c.changed_at, case_id::text) < ($3::timestamptz, $4::text))
     order by c.changed_at desc, case_id::text desc limit $5`,
    [query.organisationId ?? null, query.state ?? null, cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1],
  );
  return pageOf(rows, query.limit, (row) => row, (row) => [row.changedAt, row.id]);
} // prettier-ignore

export async function findCase(pool: Pool, organisationId: string, id: string): Promise<CaseDetailJson | undefined> {
  const { rows } = await pool.query<CaseJson>(
    `select ${CASE} from support.cases where organisation_id = $1 and case_id::text = $2`,
    [organisationId, id],
  );
  if (!rows[0]) return undefined;
  const thread = await pool.query<CaseDetailJson['posts'][number]>(
    `select ${moment('at')}, actor as by, side, act, text from support.acts
     where organisation_id = $1 and case_id::text = $2 order by number limit ${MOST_POSTS}`,
    [organisationId, id],
  );
  return { ...rows[0], posts: thread.rows };
}

/** Of one organisation what it was answered; of the central bank, without one, all that is open. */
export async function countWaiting(pool: Pool, organisationId: string | undefined): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::int4 as count from support.cases
     where case when $1::text is null then state = 'open' else organisation_id = $1 and state = 'answered' end`,
    [organisationId ?? null],
  );
  return rows[0]!.count;
}
