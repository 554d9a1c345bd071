// A notice is begun and goes on: each act is one row that carries the notice as it stands from then on.
import { v7 as uuidv7 } from 'uuid';
import { formatInstant, type Instant, parseInstant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type ClientBase } from 'pg';
import {
  type GivenNotice, type GivenUpdate, INCIDENT_STATES, isOver, MAINTENANCE_STATES, type NoticeJson, type NoticeState,
} from './notice.ts'; // prettier-ignore
import { readNotice } from './reads.ts';

export interface NoticeBy {
  readonly actor: string;
  readonly at: Instant;
}

type Standing = Omit<NoticeJson, 'updates'> & { readonly text: GivenNotice['text'] };

/** Answers the notice's id. Refuses `notice_time`. */
export async function beginNotice(pool: Pool, given: GivenNotice, by: NoticeBy): Promise<string> {
  const { kind, title, services, text } = given;
  const id = uuidv7();
  const window = windowOf(kind, given, { startsAt: formatInstant(by.at), endsAt: null }, by.at);
  const state = kind === 'incident' ? 'investigating' : 'planned';
  await inTransaction(pool, (client) => write(client, 1, { id, kind, state, services, title, text, ...window }, by));
  return id;
}

/** Refuses `notice_not_found`, `notice_over`, `notice_state`, `notice_time`. */
export async function updateNotice(pool: Pool, id: string, given: GivenUpdate, by: NoticeBy): Promise<void> {
  await inTransaction(pool, async (client) => {
    // Whoever updates the same notice waits here: one version follows another.
    await client.query('select from status.acts where notice_id = $1 and version = 1 for update', [id]);
    const notice = await readNotice(client, id);
    if (!notice) throw new Refusal('notice_not_found', { field: '/id' });
    if (isOver(notice)) throw new Refusal('notice_over', { field: '/id' });
    const { updates, ...standing } = notice;
    const window = windowOf(notice.kind, given, notice, by.at);
    const next = { ...standing, ...window, state: fitting(notice, given.state), text: given.text };
    await write(client, updates.length + 1, next, by);
  });
}

function fitting({ kind }: NoticeJson, state: NoticeState): NoticeState {
  const states: readonly string[] = kind === 'incident' ? INCIDENT_STATES : MAINTENANCE_STATES;
  if (!states.includes(state)) throw new Refusal('notice_state', { field: '/state', details: { allowed: states.join(' ') } }); // prettier-ignore
  return state;
}

type Window = Pick<NoticeJson, 'startsAt' | 'endsAt'>;

/** An incident has no end before it is over, and began already; maintenance has both, and what is new lies ahead. */
function windowOf(kind: NoticeJson['kind'], given: Pick<GivenUpdate, 'startsAt' | 'endsAt'>, standing: Window, at: Instant): Window {
  const startsAt = moment('/startsAt', given.startsAt) ?? parseInstant(standing.startsAt)!;
  const endsAt = moment('/endsAt', given.endsAt) ?? (standing.endsAt ? parseInstant(standing.endsAt) : undefined);
  const refuse = (field: string): never => { throw new Refusal('notice_time', { field }); };
  if (kind === 'incident') {
    if (endsAt !== undefined) refuse('/endsAt');
    if (startsAt > at) refuse('/startsAt');
    return { startsAt: formatInstant(startsAt), endsAt: null };
  }
  const isNew = standing.endsAt === null;
  if (isNew && given.startsAt === undefined) refuse('/startsAt');
  if (endsAt === undefined) return refuse('/endsAt');
  if (given.startsAt !== undefined && startsAt <= at) refuse('/startsAt');
  if (endsAt <= startsAt || (given.endsAt !== undefined && endsAt <= at)) refuse('/endsAt');
  return { startsAt: formatInstant(startsAt), endsAt: formatInstant(endsAt) };
} // prettier-ignore

function moment(field: string, text: string | undefined): Instant | undefined {
  if (text === undefined) return undefined;
  const at = parseInstant(text);
  if (at === undefined) throw new Refusal('notice_time', { field });
  return at;
}

async function write(client: ClientBase, version: number, notice: Standing, by: NoticeBy): Promise<void> {
  const { id, kind, state, services, title, text, startsAt, endsAt } = notice;
  await client.query(
    `insert into status.acts (notice_id, version, kind, state, services, title_en, title_zh, text_en, text_zh,
                              starts_at, ends_at, at, actor)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      ...[id, version, kind, state, services, title.en, title.zh, text.en, text.zh],
      ...[startsAt, endsAt, formatInstant(by.at), by.actor],
    ],
  );
}
