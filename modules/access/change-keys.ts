// Keys are registered, replaced by a successor while both still work, and revoked. A key is what is given for it: a public
// key that signs, a request for a client certificate or one that was brought, or nothing, which makes a key for reading.
import { createHash, randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import { formatInstant, type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { isReading } from '../../platform/permissions/actions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Access } from './access.ts';
import { addressList } from './addresses.ts';
import { type BroughtCertificate, readBrought, readRequest } from './certificates/given-certificate.ts';
import { change, isTaken, recordAct } from './change.ts';
import { type By } from './change-organisations.ts';
import { hashSecret } from './hash-secret.ts';
import { READING_PREFIX } from './key.ts';
import { type EnvironmentKind } from './organisation.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

const DAY = 86_400 * MICROS_PER_SECOND;
const USUAL_CERTIFICATE_DAYS = 365;
/**
 * The CA/Browser Forum's limit of one year and a month for what is renewed by hand (Baseline Requirements 6.3.2, until
 * 2026); what renews itself asks for less.
 */
const MOST_CERTIFICATE_DAYS = 398;

export type KeyContext = Pick<Access, 'pool' | 'permissions' | 'certificates'>;

/** One of them at most; without any it is a key for reading. */
export interface GivenCredential {
  readonly publicKey?: string | object | undefined;
  readonly certificateRequest?: string | undefined;
  readonly certificate?: string | undefined;
}

export interface NewKey extends GivenCredential {
  readonly environment: EnvironmentKind;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly addresses: readonly string[];
  readonly expiresAt: string | undefined;
}

export interface MadeKey {
  readonly id: string;
  /** Of a reading key; kept nowhere. */
  readonly secret: string | null;
}

/** Refuses what is not in order by its field; `organisation_not_found`, `organisation_closed`, `live_not_open`, `key_known`. */
export async function registerKey(
  context: KeyContext,
  organisationId: string,
  given: NewKey,
  by: By,
): Promise<MadeKey> {
  const checked = await readKeyGiven(context, given, by.at);
  return asNewKey(checked.credential, () =>
    change(context.pool, async (client) => {
      await requireActive(client, organisationId, given.environment);
      const made = await insertKey(client, context, organisationId, checked, by.at);
      await recordAct(client, { organisationId, keyId: made.id, act: 'key-registered', ...by });
      return made;
    }),
  );
}

/** Refuses what is not in order about it by itself. */
export async function readKeyGiven(context: KeyContext, given: NewKey, at: Instant): Promise<CheckedKey> {
  return checkKey(context.permissions, given, await readCredential(context, given, at), at);
}

/** The successor has everything of the key but its pair and its life; the key itself ends after the overlap. */
export async function rotateKey(
  context: KeyContext,
  organisationId: string,
  keyId: string,
  given: GivenCredential & Pick<NewKey, 'expiresAt'> & { readonly overlapSeconds: number },
  by: By,
): Promise<MadeKey> {
  const credential = await readCredential(context, given, by.at);
  return asNewKey(credential, () =>
    change(context.pool, async (client) => {
      await requireActive(client, organisationId, undefined);
      const row = await lockKey(client, organisationId, keyId);
      const isOver = row.revoked_at !== null || (row.expires_at !== null && row.expires_at.getTime() * 1_000 <= by.at);
      if (isOver || row.replaced_by !== null) throw new Refusal('key_over', { field: '/keyId' });
      if (row.kind !== credential.kind) throw new Refusal('key_of_other_kind', { details: { kind: row.kind } });
      const checked = checkKey(context.permissions, { ...row, ...given }, credential, by.at);
      const made = await insertKey(client, context, organisationId, checked, by.at);
      await client.query(
        'update access.keys set replaced_by = $2, expires_at = least(expires_at, $3::timestamptz) where key_id = $1',
        [keyId, made.id, formatInstant(by.at + given.overlapSeconds * MICROS_PER_SECOND)],
      );
      await recordAct(client, { organisationId, keyId, act: 'key-rotated', ...by });
      return made;
    }),
  );
}

/** Done again it changes nothing. Refuses `key_not_found`. */
export async function revokeKey(
  { pool }: Pick<KeyContext, 'pool'>,
  organisationId: string,
  keyId: string,
  by: By,
): Promise<void> {
  await change(pool, async (client) => {
    const row = await lockKey(client, organisationId, keyId);
    if (row.revoked_at !== null) return;
    await client.query('update access.keys set revoked_at = $2 where key_id = $1', [keyId, formatInstant(by.at)]);
    await recordAct(client, { organisationId, keyId, act: 'key-revoked', ...by });
  });
}

export type Credential =
  | { readonly kind: 'signing'; readonly publicKey: PublicKey }
  | { readonly kind: 'reading' }
  | { readonly kind: 'certificate'; readonly requested: Buffer }
  | { readonly kind: 'certificate'; readonly brought: BroughtCertificate };

async function readCredential(
  { certificates }: KeyContext,
  { publicKey, certificateRequest, certificate }: GivenCredential,
  at: Instant,
): Promise<Credential> {
  const given = [publicKey, certificateRequest, certificate].filter((each) => each !== undefined);
  if (given.length > 1) throw new Refusal('key_of_two_kinds');
  if (publicKey !== undefined) return { kind: 'signing', publicKey: readPublicKey(publicKey) };
  if (certificateRequest !== undefined)
    return { kind: 'certificate', requested: await readRequest(certificateRequest) };
  if (certificate === undefined) return { kind: 'reading' };
  return { kind: 'certificate', brought: readBrought(certificate, certificates.others, at) };
}

export interface CheckedKey extends Omit<NewKey, keyof GivenCredential | 'expiresAt'> {
  readonly credential: Credential;
  readonly expiresAt: Instant | undefined;
}

function checkKey(
  { actions }: Access['permissions'],
  { environment, label, scopes, addresses, ...given }: NewKey,
  credential: Credential,
  at: Instant,
): CheckedKey {
  for (const [index, scope] of scopes.entries()) {
    const field = `/scopes/${index}`;
    const isScope = Object.hasOwn(actions, scope) && actions[scope]!.isForMachines;
    if (!isScope) throw new Refusal('scope_unknown', { field, details: { scope } });
    if (credential.kind === 'reading' && !isReading(scope))
      throw new Refusal('scope_not_for_reading', { field, details: { scope } });
  }
  if (!addressList(addresses)) throw new Refusal('addresses_malformed', { field: '/addresses' });
  const expiresAt = given.expiresAt === undefined ? undefined : parseInstant(given.expiresAt);
  if (given.expiresAt !== undefined && (expiresAt === undefined || expiresAt <= at)) {
    throw new Refusal('expiry_past', { field: '/expiresAt' });
  }
  return { environment, label, scopes, addresses, credential, expiresAt: endOf(credential, expiresAt, at) };
}

/** A certificate always ends: after a year when nobody says, and never later than thirteen months. */
function endOf(credential: Credential, asked: Instant | undefined, at: Instant): Instant | undefined {
  if (credential.kind !== 'certificate') return asked;
  if ('brought' in credential) return Math.min(credential.brought.endsAt, asked ?? Infinity);
  if (asked !== undefined && asked > at + MOST_CERTIFICATE_DAYS * DAY) {
    throw new Refusal('expiry_far', { field: '/expiresAt', details: { days: MOST_CERTIFICATE_DAYS } });
  }
  return asked ?? at + USUAL_CERTIFICATE_DAYS * DAY;
}

async function insertKey(
  client: ClientBase,
  { certificates }: KeyContext,
  organisationId: string,
  { credential, label, scopes, addresses, expiresAt, environment }: CheckedKey,
  at: Instant,
): Promise<MadeKey> {
  const id = `key_${randomBytes(9).toString('base64url')}`;
  const { kind } = credential;
  const secret = kind === 'reading' ? `${READING_PREFIX}${randomBytes(32).toString('base64url')}` : null;
  const certificate =
    kind !== 'certificate'
      ? undefined
      : 'brought' in credential
        ? { ...credential.brought, serial: null }
        : await certificates.authority.issueClient(credential.requested, organisationId, id, at, expiresAt!);
  const publicKey = kind === 'signing' ? credential.publicKey.der : kind === 'reading' ? null : publicKeyOf(credential);
  // A certificate says its end in whole seconds, and ends with its authority at the latest.
  const endsAt = certificate ? Math.min(certificate.endsAt, expiresAt!) : expiresAt;
  await client.query(
    `insert into access.keys (key_id, organisation_id, kind, label, algorithm, public_key, secret_hash, prefix, scopes,
       addresses, created_at, expires_at, environment, certificate, certificate_hash, serial)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
    [
      id,
      organisationId,
      kind,
      label,
      kind === 'signing' ? credential.publicKey.algorithm : null,
      publicKey,
      secret && hashSecret(secret),
      secret && secret.slice(0, READING_PREFIX.length + 4),
      scopes,
      addresses,
      formatInstant(at),
      endsAt === undefined ? null : formatInstant(endsAt),
      environment,
      certificate?.der ?? null,
      certificate ? createHash('sha256').update(certificate.der).digest() : null,
      certificate?.serial ?? null,
    ],
  );
  return { id, secret };
}

const publicKeyOf = (credential: Extract<Credential, { kind: 'certificate' }>): Buffer =>
  'brought' in credential ? credential.brought.publicKey : credential.requested;

async function requireActive(
  client: ClientBase,
  organisationId: string,
  environment: EnvironmentKind | undefined,
): Promise<void> {
  const { rows } = await client.query<{ state: string; is_live: boolean }>(
    `select state, live_since is not null as is_live from access.organisations where organisation_id = $1 for share`,
    [organisationId],
  );
  if (!rows[0]) throw new Refusal('organisation_not_found', { field: '/id' });
  if (rows[0].state === 'closed') throw new Refusal('organisation_closed', { field: '/id' });
  if (environment === 'live' && !rows[0].is_live) throw new Refusal('live_not_open', { field: '/environment' });
}

interface KeyRow {
  environment: EnvironmentKind;
  kind: Credential['kind'];
  label: string;
  scopes: string[];
  addresses: string[];
  expires_at: Date | null;
  revoked_at: Date | null;
  replaced_by: string | null;
}

async function lockKey(client: ClientBase, organisationId: string, keyId: string): Promise<KeyRow> {
  const { rows } = await client.query<KeyRow>(
    `select environment, kind, label, scopes, addresses, expires_at, revoked_at, replaced_by from access.keys
     where organisation_id = $1 and key_id = $2 for update`,
    [organisationId, keyId],
  );
  if (!rows[0]) throw new Refusal('key_not_found', { field: '/keyId' });
  return rows[0];
}

/** A pair is used for one key alone. */
async function asNewKey<Result>(credential: Credential, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isTaken(error)) {
      throw new Refusal('key_known', { field: credential.kind === 'signing' ? '/publicKey' : '/certificateRequest' });
    }
    throw error;
  }
}
