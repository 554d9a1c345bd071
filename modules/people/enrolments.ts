// One-time links: 256 random bits, kept as a hash, good for 24 hours and for one passkey. A person has one at a time; a
// newer one takes the place of the older.
import { randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import { hashSecret } from '../access/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type By, recordAct } from './acts.ts';
import { type People } from './people.ts';

export type EnrolmentPurpose = 'first' | 'invitation' | 'recovery';

export interface MadeLink {
  readonly link: string;
  readonly expiresAt: string;
}

/** The recovery that a link comes of, with both who confirmed it. */
export interface ConfirmedRecovery {
  readonly id: string;
  readonly firstBy: string;
  readonly secondBy: string;
}

export async function makeLink(
  client: ClientBase,
  { site, limits }: People,
  person: { readonly id: string; readonly organisationId: string },
  purpose: EnrolmentPurpose,
  by: By,
  recovery?: ConfirmedRecovery,
): Promise<MadeLink> {
  await withdrawLinks(client, person.id, by.at);
  const token = randomBytes(32).toString('base64url');
  const expiresAt = formatInstant(by.at + limits.link);
  await client.query(
    `insert into people.enrolments (enrolment_id, person_id, purpose, token_hash, created_by, created_at, expires_at,
       recovery_id, first_by, second_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      `enr_${randomBytes(9).toString('base64url')}`,
      person.id,
      purpose,
      hashSecret(token),
      by.actor,
      formatInstant(by.at),
      expiresAt,
      recovery?.id ?? null,
      recovery?.firstBy ?? null,
      recovery?.secondBy ?? null,
    ],
  );
  await recordAct(client, by, { act: 'link-made', person, detail: purpose });
  // After the #: browsers send it to no server and write it in no log.
  return { link: `${site.origin}/enrol#${token}`, expiresAt };
}

export async function withdrawLinks(client: ClientBase, personId: string, at: Instant): Promise<void> {
  await client.query(
    `update people.enrolments set withdrawn_at = $2
     where person_id = $1 and used_at is null and withdrawn_at is null`,
    [personId, formatInstant(at)],
  );
}

export interface OpenEnrolment {
  readonly id: string;
  readonly purpose: EnrolmentPurpose;
  readonly expiresAt: string;
  readonly person: { readonly id: string; readonly organisationId: string };
  readonly login: string;
  readonly name: string;
  readonly userHandle: Buffer;
}

/** Refuses `link_unknown`, `link_used`, `link_expired`, `person_locked`. */
export async function requireEnrolment(
  reader: Pick<ClientBase, 'query'>,
  token: string,
  at: Instant,
  lock: '' | 'for update of e' = '',
): Promise<OpenEnrolment> {
  const { rows } = await reader.query<{
    enrolment_id: string;
    purpose: EnrolmentPurpose;
    expires_at: string;
    is_used: boolean;
    is_expired: boolean;
    person_id: string;
    organisation_id: string;
    login: string;
    name: string;
    state: string;
    user_handle: Buffer;
  }>(
    `select e.enrolment_id, e.purpose, ${moment('e.expires_at', 'expires_at')}, e.expires_at <= $2 as is_expired,
       e.used_at is not null or e.withdrawn_at is not null as is_used, p.person_id, p.organisation_id, p.login, p.name,
       p.state, p.user_handle
     from people.enrolments e join people.people p using (person_id) where e.token_hash = $1 ${lock}`,
    [hashSecret(token), formatInstant(at)],
  );
  const row = rows[0];
  if (!row) throw new Refusal('link_unknown');
  if (row.is_used) throw new Refusal('link_used');
  if (row.is_expired) throw new Refusal('link_expired');
  if (row.state !== 'active') throw new Refusal('person_locked');
  return {
    id: row.enrolment_id,
    purpose: row.purpose,
    expiresAt: row.expires_at,
    person: { id: row.person_id, organisationId: row.organisation_id },
    login: row.login,
    name: row.name,
    userHandle: row.user_handle,
  };
}
