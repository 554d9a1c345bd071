// Notices as the database has them: each act is a row, and a notice is its latest with the story of all.
import { type ClientBase } from 'pg';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type NoticeJson } from './notice.ts';

type Row = Record<'id' | 'title_en' | 'title_zh' | 'text_en' | 'text_zh' | 'starts_at' | 'at', string> &
  Pick<NoticeJson, 'kind' | 'state' | 'services'> & { readonly number: string; readonly ends_at: string | null };

const COLUMNS = `number, notice_id as id, kind, state, services, title_en, title_zh, text_en, text_zh,
  ${moment('starts_at')}, ${moment('ends_at')}, ${moment('at')}`;

/** Newest first. */
const MOST = 100;

/** Those begun last, whether over or not, and any other that is not over. */
export async function readNotices(pool: Pool): Promise<NoticeJson[]> {
  const { rows } = await pool.query<Row>(
    `with latest as (
       select distinct on (notice_id) notice_id, state from status.acts order by notice_id, version desc
     ), wanted as (
       (select notice_id from latest order by notice_id desc limit ${MOST})
       union
       select notice_id from latest where state not in ('resolved', 'done', 'cancelled')
     )
     select ${COLUMNS} from status.acts join wanted using (notice_id) order by notice_id desc, version desc`,
  );
  return noticesOf(rows);
}

export async function readNotice(client: Pool | ClientBase, id: string): Promise<NoticeJson | undefined> {
  const { rows } = await client.query<Row>(
    `select ${COLUMNS} from status.acts where notice_id = $1 order by version desc`,
    [id],
  );
  return noticesOf(rows)[0];
}

/** Ids are UUIDs of version 7: the later begun, the greater. */
function noticesOf(rows: readonly Row[]): NoticeJson[] {
  const notices = new Map<string, NoticeJson>();
  for (const row of rows) {
    const { id, kind, state, services, starts_at: startsAt, ends_at: endsAt } = row;
    const title = { en: row.title_en, zh: row.title_zh };
    const notice = notices.get(id) ?? { id, kind, state, services, title, startsAt, endsAt, updates: [] };
    notice.updates.push({ at: row.at, state, text: { en: row.text_en, zh: row.text_zh } });
    notices.set(id, notice);
  }
  return [...notices.values()];
}
