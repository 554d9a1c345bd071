// Asking, answering, replying and closing: each in one transaction with the act that holds its words.
import { type ClientBase } from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { type By, findOrganisation } from '../access/index.ts';
import { formatInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type CaseJson, MOST_OPEN, MOST_POSTS, type NewCase } from './case.ts';

export interface Named {
  readonly organisationId: string;
  readonly id: string;
}

export type Side = 'institution' | 'central-bank';
type Act = 'asked' | 'replied' | 'answered' | 'closed';

/** Answers its id. Refuses `cases_too_many`. */
export async function askCase(pool: Pool, organisationId: string, given: NewCase, by: By): Promise<string> {
  const id = uuidv7();
  const { kind, subject, about, text } = given;
  await inTransaction(pool, async (client) => {
    // One after the other of the same organisation, so that the bound holds.
    await client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`support.cases ${organisationId}`]);
    const { rows } = await client.query<{ count: number }>(
      `select count(*)::int4 as count from support.cases where organisation_id = $1 and state <> 'closed'`,
      [organisationId],
    );
    if (rows[0]!.count >= MOST_OPEN)
      throw new Refusal('cases_too_many', { field: '/id', details: { most: MOST_OPEN } });
    const at = formatInstant(by.at);
    await client.query(
      `insert into support.cases (organisation_id, case_id, kind, subject, about_kind, about_id, state, asked_at, asked_by,
         changed_at, posts)
       values ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $7, 1)`,
      [organisationId, id, kind, subject, about?.kind ?? null, about?.id ?? null, at, by.actor],
    );
    await client.query(
      `insert into support.acts (at, actor, act, organisation_id, case_id, side, subject, about_kind, about_id, text)
       values ($1, $2, 'asked', $3, $4, 'institution', $5, $6, $7, $8)`,
      [at, by.actor, organisationId, id, subject, about?.kind ?? null, about?.id ?? null, text],
    );
  });
  return id;
}

/** What is told of an answer, within its transaction. */
export type TellAnswered = (
  client: ClientBase,
  told: Named & { readonly at: string; readonly post: number },
) => Promise<void>;

/** An institution's post: the case waits for the central bank, also one that was closed. Refuses `case_not_found`, `case_full`. */
export const replyToCase = (pool: Pool, named: Named, text: string, by: By): Promise<void> =>
  inTransaction(pool, async (client) => {
    requireRoom(await lock(client, named));
    await post(client, named, { state: 'open', act: 'replied', side: 'institution', text }, by);
  });

/** An officer's post: the case waits for the institution, which is told. Refuses `case_not_found`, `case_full`, `organisation_closed`. */
export async function answerCase(pool: Pool, named: Named, text: string, tell: TellAnswered, by: By): Promise<void> {
  if ((await findOrganisation(pool, named.organisationId))?.state === 'closed') {
    throw new Refusal('organisation_closed', { field: '/id' });
  }
  await inTransaction(pool, async (client) => {
    requireRoom(await lock(client, named));
    const posts = await post(client, named, { state: 'answered', act: 'answered', side: 'central-bank', text }, by);
    await tell(client, { ...named, at: formatInstant(by.at), post: posts });
  });
}

/** Refuses `case_not_found`, `case_closed`. */
export const closeCase = (pool: Pool, named: Named, side: Side, text: string | undefined, by: By): Promise<void> =>
  inTransaction(pool, async (client) => {
    const { state } = await lock(client, named);
    if (state === 'closed') throw new Refusal('case_closed', { field: '/caseId' });
    await post(client, named, { state: 'closed', act: 'closed', side, text }, by);
  });

/** With an organisation its cases are closed, within the transaction that closes it; they stay to be read. */
export async function endCasesWithin(client: ClientBase, organisationId: string, by: By): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select case_id::text as id from support.cases where organisation_id = $1 and state <> 'closed' for update`,
    [organisationId],
  );
  for (const { id } of rows) {
    await post(
      client,
      { organisationId, id },
      { state: 'closed', act: 'closed', side: 'central-bank', text: undefined },
      by,
    );
  }
}

interface Locked {
  readonly state: CaseJson['state'];
  readonly posts: number;
}

async function lock(client: ClientBase, { organisationId, id }: Named): Promise<Locked> {
  const { rows } = await client.query<Locked>(
    'select state, posts from support.cases where organisation_id = $1 and case_id::text = $2 for update',
    [organisationId, id],
  );
  if (!rows[0]) throw new Refusal('case_not_found', { field: '/caseId' });
  return rows[0];
}

/** The last post is kept for the closing. */
function requireRoom({ posts }: Locked): void {
  if (posts >= MOST_POSTS - 1) throw new Refusal('case_full', { field: '/caseId', details: { most: MOST_POSTS - 1 } });
}

async function post(
  client: ClientBase,
  { organisationId, id }: Named,
  given: { state: CaseJson['state']; act: Act; side: Side; text: string | undefined },
  by: By,
): Promise<number> {
  const at = formatInstant(by.at);
  const { rows } = await client.query<{ posts: number }>(
    `update support.cases set state = $3, changed_at = $4, posts = posts + 1
     where organisation_id = $1 and case_id = $2 returning posts`,
    [organisationId, id, given.state, at],
  );
  await client.query(
    `insert into support.acts (at, actor, act, organisation_id, case_id, side, text) values ($1, $2, $3, $4, $5, $6, $7)`,
    [at, by.actor, given.act, organisationId, id, given.side, given.text ?? null],
  );
  return rows[0]!.posts;
}
