// Alarms from their rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { type AlarmJson } from './alarm.ts';

type Row = Record<string, string | null>;

const iso = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as ${column}`;
const COLUMNS = `number::text, alarm_id::text, severity, code, text_en, text_zh, subject_kind, subject_id,
  ${iso('raised_at')}, ${iso('acknowledged_at')}, ${iso('cleared_at')}`;

function alarmOf(row: Row): AlarmJson {
  return {
    id: row.alarm_id!,
    severity: row.severity as AlarmJson['severity'],
    code: row.code!,
    text: { en: row.text_en!, zh: row.text_zh! },
    raisedAt: row.raised_at!,
    acknowledgedAt: row.acknowledged_at ?? null,
    clearedAt: row.cleared_at ?? null,
    subject: row.subject_kind
      ? ({ kind: row.subject_kind, id: row.subject_id! } as NonNullable<AlarmJson['subject']>)
      : null,
  };
}

export async function readOpenAlarms(pool: Pool): Promise<AlarmJson[]> {
  const { rows } = await pool.query<Row>(`select ${COLUMNS} from alarms.alarms where cleared_at is null`);
  return rows.map(alarmOf);
}

/** Newest first. */
export async function readAlarmPage(
  pool: Pool,
  query: { readonly state: 'open' | 'all'; readonly after?: string; readonly limit: number },
): Promise<Page<AlarmJson>> {
  const cursor = decodeCursor(query.after, 1);
  const { rows } = await pool.query<Row>(
    `select ${COLUMNS} from alarms.alarms
     where ($1 or cleared_at is null) and ($2::int8 is null or alarms.number < $2::int8)
     order by alarms.number desc limit $3`,
    [query.state === 'all', cursor ? Number(cursor[0]) : null, query.limit + 1],
  );
  return pageOf(rows, query.limit, alarmOf, (row) => [Number(row.number)]);
}
