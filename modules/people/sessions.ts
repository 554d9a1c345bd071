// Sessions: a cookie of 256 random bits, kept as a hash in PostgreSQL, so that they outlive the server and end everywhere
// at once. They end by themselves 15 minutes after the last act and 12 hours after the first.
import { randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import { hashSecret } from '../access/index.ts';
import { type SignedIn } from '../../platform/http/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { SEEN_STEP } from './limits.ts';
import { type People } from './people.ts';
import { type SessionJson } from './person.ts';

export interface NewSession {
  readonly personId: string;
  readonly method: 'passkey' | 'demo' | 'provider';
  readonly deviceId: string | null;
  readonly address: string;
  readonly agent: string;
}

export interface MadeSession {
  readonly id: string;
  /** The cookie's value; kept nowhere. */
  readonly secret: string;
}

export async function openSession(
  client: ClientBase,
  { limits }: People,
  { personId, method, deviceId, address, agent }: NewSession,
  at: Instant,
): Promise<MadeSession> {
  const id = `ses_${randomBytes(9).toString('base64url')}`;
  const secret = randomBytes(32).toString('base64url');
  await client.query(
    `insert into people.sessions (session_id, secret_hash, person_id, method, device_id, address, agent, created_at,
       seen_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9)`,
    [
      id,
      hashSecret(secret),
      personId,
      method,
      deviceId,
      address,
      agent.slice(0, 300),
      formatInstant(at),
      formatInstant(at + limits.absolute),
    ],
  );
  return { id, secret };
}

export interface FoundSession {
  readonly id: string;
  readonly personId: string;
  readonly organisationId: string;
  readonly login: string;
  readonly roles: readonly string[];
  readonly method: NewSession['method'];
  readonly expiresAt: string;
  /** Why it lets nobody in any more. */
  readonly over: SessionEnd | undefined;
}

export const SESSION_ENDS = ['idle', 'absolute', 'ended', 'locked'] as const;
export type SessionEnd = (typeof SESSION_ENDS)[number];

interface Row {
  session_id: string;
  person_id: string;
  organisation_id: string;
  login: string;
  roles: string[];
  method: NewSession['method'];
  state: string;
  expires_at: string;
  is_over: boolean;
  is_idle: boolean;
  is_ended: boolean;
}

/** By the cookie's secret, or by its id. */
export async function findSession(
  { pool, clock, limits }: People,
  by: { readonly secret: string } | { readonly id: string },
): Promise<FoundSession | undefined> {
  const at = clock.now();
  const isSecret = 'secret' in by;
  const { rows } = await pool.query<Row>({
    name: isSecret ? 'people-session-by-secret' : 'people-session-by-id',
    text: `select s.session_id, s.person_id, p.organisation_id, p.login, p.roles, s.method, p.state, ${moment('expires_at')},
             s.expires_at <= $2 as is_over, s.seen_at <= $3 as is_idle, s.ended_at is not null as is_ended
           from people.sessions s join people.people p using (person_id)
           where ${isSecret ? 's.secret_hash' : 's.session_id'} = $1`,
    values: [isSecret ? hashSecret(by.secret) : by.id, formatInstant(at), formatInstant(at - limits.idle)],
  });
  const row = rows[0];
  return (
    row && {
      id: row.session_id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      login: row.login,
      roles: row.roles,
      method: row.method,
      expiresAt: row.expires_at,
      over: endOf(row),
    }
  );
}

function endOf({ state, is_ended, is_over, is_idle }: Row): SessionEnd | undefined {
  if (state !== 'active') return 'locked';
  if (is_ended) return 'ended';
  if (is_over) return 'absolute';
  return is_idle ? 'idle' : undefined;
}

/** The person did something: the idle time begins again. */
export async function markSeen({ pool, clock }: People, id: string): Promise<void> {
  const at = clock.now();
  await pool.query('update people.sessions set seen_at = $2 where session_id = $1 and seen_at < $3', [
    id,
    formatInstant(at),
    formatInstant(at - SEEN_STEP),
  ]);
}

export type EndedBy = 'signed-out' | 'ended' | 'everywhere' | 'locked' | 'left' | 'recovered' | 'device-removed';

/** Ends those of a person, or only the one named, or only those of one device. Answers how many were open. */
export async function endSessions(
  client: ClientBase,
  personId: string,
  by: EndedBy,
  at: Instant,
  only: { readonly sessionId?: string; readonly deviceId?: string } = {},
): Promise<number> {
  const { rowCount } = await client.query(
    `update people.sessions set ended_at = $2, ended_by = $3
     where person_id = $1 and ended_at is null and ($4::text is null or session_id = $4)
       and ($5::text is null or device_id = $5)`,
    [personId, formatInstant(at), by, only.sessionId ?? null, only.deviceId ?? null],
  );
  return rowCount ?? 0;
}

/** Those that let someone in now, the latest first. */
export async function readSessions(
  { pool, clock, limits }: People,
  { id, sessionId }: SignedIn,
): Promise<SessionJson[]> {
  const at = clock.now();
  const { rows } = await pool.query<Record<string, string>>(
    `select session_id, method, (select name from people.devices d where d.device_id = s.device_id) as device, address,
       agent, ${moment('s.created_at', 'created_at')}, ${moment('s.seen_at', 'seen_at')},
       ${moment('s.expires_at', 'expires_at')}
     from people.sessions s
     where person_id = $1 and ended_at is null and s.expires_at > $2 and s.seen_at > $3
     order by s.created_at desc limit 100`,
    [id, formatInstant(at), formatInstant(at - limits.idle)],
  );
  return rows.map((row) => ({
    id: row.session_id!,
    isThis: row.session_id === sessionId,
    method: row.method as SessionJson['method'],
    device: row.device ?? null,
    address: row.address!,
    agent: row.agent!,
    createdAt: row.created_at!,
    seenAt: row.seen_at!,
    expiresAt: row.expires_at!,
  }));
}
