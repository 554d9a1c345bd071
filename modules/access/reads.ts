// Organisations and keys from their rows.
import { decodeCursor, type Page, pageOf } from '../../platform/http/index.ts';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { moment } from '../../platform/postgres/moment.ts';
import { type KeyJson } from './key.ts';
import { type OrganisationDetailJson, type OrganisationJson } from './organisation.ts';
import { pemOfCertificate } from './certificates/authority.ts';
import { pemOf } from './public-key.ts';

type Row = Record<string, string | null>;
type OrganisationRow = Omit<Row, 'signs_messages'> & { readonly signs_messages: boolean };

const ORGANISATION = `organisation_id, kind, name_en, name_zh, state, participant_id,
  signs_messages, ${moment('created_at')}, ${moment('closed_at')}, ${moment('live_since')}`;

function organisationOf(row: OrganisationRow): OrganisationJson {
  return {
    id: row.organisation_id!,
    kind: row.kind as OrganisationJson['kind'],
    name: { en: row.name_en!, zh: row.name_zh! },
    state: row.state as OrganisationJson['state'],
    participantId: row.participant_id ?? null,
    signsMessages: row.signs_messages,
    createdAt: row.created_at!,
    closedAt: row.closed_at ?? null,
    liveSince: row.live_since ?? null,
  };
}

export interface OrganisationQuery {
  readonly state?: string;
  readonly kind?: string;
  /** Only this one. */
  readonly id?: string;
  readonly after?: string;
  readonly limit: number;
}

/** In the order of their ids. */
export async function readOrganisations(pool: Pool, query: OrganisationQuery): Promise<Page<OrganisationJson>> {
  const cursor = decodeCursor(query.after, 1);
  const { rows } = await pool.query<OrganisationRow>(
    `select ${ORGANISATION} from access.organisations
     where ($1::text is null or state = $1) and ($2::text is null or kind = $2)
       and ($3::text is null or organisation_id = $3) and ($4::text is null or organisation_id > $4)
     order by organisation_id limit $5`,
    [query.state ?? null, query.kind ?? null, query.id ?? null, cursor?.[0] ?? null, query.limit + 1],
  );
  return pageOf(rows, query.limit, organisationOf, (row) => [row.organisation_id!]);
}

export async function findOrganisation(pool: Pool, id: string): Promise<OrganisationJson | undefined> {
  const { rows } = await pool.query<OrganisationRow>(
    `select ${ORGANISATION} from access.organisations where organisation_id = $1`,
    [id],
  );
  return rows[0] && organisationOf(rows[0]);
}

export async function readOrganisation(pool: Pool, id: string): Promise<OrganisationDetailJson | undefined> {
  const organisation = await findOrganisation(pool, id);
  if (!organisation) return undefined;
  const acts = await pool.query<Row>(
    `select ${moment('at')}, actor, act, key_id, reason from access.acts where organisation_id = $1
     order by number desc limit 100`,
    [id],
  );
  return {
    ...organisation,
    acts: acts.rows.map((row) => ({
      at: row.at!,
      actor: row.actor!,
      act: row.act as OrganisationDetailJson['acts'][number]['act'],
      keyId: row.key_id ?? null,
      reason: row.reason ?? null,
    })),
  };
}

export interface LiveAsked {
  readonly at: string;
  readonly runId: string;
}

/** When it asked for live and by which conformance run; undefined until it did. */
export async function readLiveAsked(pool: Pool, id: string): Promise<LiveAsked | undefined> {
  const { rows } = await pool.query<LiveAsked>(
    `select ${moment('live_asked_at', 'at')}, live_run_id as "runId" from access.organisations
     where organisation_id = $1 and live_asked_at is not null`,
    [id],
  );
  return rows[0];
}

/** The organisation that speaks for a participant now. */
export async function findOrganisationOf(pool: Pool, participantId: string): Promise<string | undefined> {
  const { rows } = await pool.query<{ organisation_id: string }>(
    `select organisation_id from access.organisations where participant_id = $1 and state = 'active'`,
    [participantId],
  );
  return rows[0]?.organisation_id;
}

/** Which organisation speaks for which participant now, by the participant. */
export async function readSpeakers(pool: Pool): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ organisation_id: string; participant_id: string }>(
    `select organisation_id, participant_id from access.organisations
     where participant_id is not null and state = 'active'`,
  );
  return new Map(rows.map((row) => [row.participant_id, row.organisation_id]));
}

interface KeyRow {
  key_id: string;
  organisation_id: string;
  environment: KeyJson['environment'];
  kind: KeyJson['kind'];
  label: string;
  algorithm: KeyJson['algorithm'];
  public_key: Buffer | null;
  certificate: Buffer | null;
  prefix: string | null;
  scopes: string[];
  addresses: string[];
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  last_used_at: string | null;
  replaced_by: string | null;
}

const KEY = `key_id, organisation_id, environment, kind, label, algorithm, public_key, certificate, prefix, scopes, addresses,
  ${moment('created_at')}, ${moment('expires_at')}, ${moment('revoked_at')}, ${moment('last_used_at')}, replaced_by`;

function keyOf(row: KeyRow, at: Instant): KeyJson {
  const isExpired = row.expires_at !== null && row.expires_at <= formatInstant(at);
  return {
    id: row.key_id,
    organisationId: row.organisation_id,
    environment: row.environment,
    kind: row.kind,
    label: row.label,
    algorithm: row.algorithm,
    publicKey: row.public_key && pemOf(row.public_key),
    certificate: row.certificate && pemOfCertificate(row.certificate),
    prefix: row.prefix,
    scopes: row.scopes,
    addresses: row.addresses,
    state: row.revoked_at !== null ? 'revoked' : isExpired ? 'expired' : 'valid',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    lastUsedAt: row.last_used_at,
    replacedBy: row.replaced_by,
  };
}

/** Newest first. */
export async function readKeys(
  pool: Pool,
  query: { readonly organisationId: string; readonly after?: string; readonly limit: number },
  at: Instant,
): Promise<Page<KeyJson>> {
  const cursor = decodeCursor(query.after, 2);
  const { rows } = await pool.query<KeyRow>(
    `select ${KEY} from access.keys
     where organisation_id = $1 and ($2::text is null or (keys.created_at, key_id) < ($2::timestamptz, $3::text))
     order by keys.created_at desc, key_id desc limit $4`,
    [query.organisationId, cursor?.[0] ?? null, cursor?.[1] ?? null, query.limit + 1],
  );
  return pageOf(rows, query.limit, (row) => keyOf(row, at), (row) => [row.created_at, row.key_id]);
} // prettier-ignore

export async function readKey(
  pool: Pool,
  organisationId: string,
  keyId: string,
  at: Instant,
): Promise<KeyJson | undefined> {
  const { rows } = await pool.query<KeyRow>(
    `select ${KEY} from access.keys where organisation_id = $1 and key_id = $2`,
    [organisationId, keyId],
  );
  return rows[0] && keyOf(rows[0], at);
}

export interface ExpiringKey {
  readonly id: string;
  readonly kind: KeyJson['kind'];
  readonly organisationId: string;
  readonly label: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Keys in force that end before `until`; those that have a successor are left out. */
export async function readExpiringKeys(pool: Pool, at: Instant, until: Instant): Promise<ExpiringKey[]> {
  const { rows } = await pool.query<ExpiringKey>(
    `select key_id as id, kind, organisation_id as "organisationId", label, ${moment('created_at', '"createdAt"')},
       ${moment('expires_at', '"expiresAt"')}
     from access.keys
     where revoked_at is null and replaced_by is null and keys.expires_at > $1 and keys.expires_at <= $2
     order by keys.expires_at limit 10000`,
    [formatInstant(at), formatInstant(until)],
  );
  return rows;
}

/** The participants that active organisations speak for, by organisation. */
export async function readParticipantsOf(pool: Pool, organisationIds: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await pool.query<{ organisation_id: string; participant_id: string }>(
    `select organisation_id, participant_id from access.organisations
     where organisation_id = any($1) and state = 'active' and participant_id is not null`,
    [organisationIds],
  );
  return new Map(rows.map((row) => [row.organisation_id, row.participant_id]));
}

export interface LiveOrganisation {
  readonly id: string;
  readonly participantId: string | null;
  /** It settled here when it was registered; live was never opened to it. */
  readonly isLiveFromTheFirst: boolean;
}

/** Active institutions that are at live; the central bank's own is none of them. */
export async function readLiveOrganisations(pool: Pool): Promise<LiveOrganisation[]> {
  const { rows } = await pool.query<LiveOrganisation>(
    `select organisation_id as id, participant_id as "participantId", live_since = created_at as "isLiveFromTheFirst"
     from access.organisations where state = 'active' and kind <> 'central-bank' and live_since is not null`,
  );
  return rows;
}
