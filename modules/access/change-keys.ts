// Keys are registered, replaced by a successor while both still work, and revoked.
import { createHash, randomBytes } from 'node:crypto';
import { type ClientBase } from 'pg';
import { formatInstant, type Instant, MICROS_PER_SECOND, parseInstant } from '../../platform/instant.ts';
import { isReading } from '../../platform/permissions/actions.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Access } from './access.ts';
import { addressList } from './addresses.ts';
import { change, isTaken, recordAct } from './change.ts';
import { type By } from './change-organisations.ts';
import { READING_PREFIX } from './key.ts';
import { type EnvironmentKind } from './organisation.ts';
import { type PublicKey, readPublicKey } from './public-key.ts';

export type KeyContext = Pick<Access, 'pool' | 'permissions'>;

/** With a public key it signs; without one it is a key for reading. */
export interface NewKey {
  readonly environment: EnvironmentKind;
  readonly publicKey: string | object | undefined;
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
  { pool, permissions }: KeyContext,
  organisationId: string,
  given: NewKey,
  by: By,
): Promise<MadeKey> {
  const checked = checkKey(permissions, given, by.at);
  return asNewKey(() =>
    change(pool, async (client) => {
      await requireActive(client, organisationId, given.environment);
      const made = await insertKey(client, organisationId, checked, by.at);
      await recordAct(client, { organisationId, keyId: made.id, act: 'key-registered', ...by });
      return made;
    }),
  );
}

/** The successor has everything of the key but its pair and its life; the key itself ends after the overlap. */
export async function rotateKey(
  { pool, permissions }: KeyContext,
  organisationId: string,
  keyId: string,
  given: Pick<NewKey, 'publicKey' | 'expiresAt'> & { readonly overlapSeconds: number },
  by: By,
): Promise<MadeKey> {
  return asNewKey(() =>
    change(pool, async (client) => {
      await requireActive(client, organisationId, undefined);
      const row = await lockKey(client, organisationId, keyId);
      const isOver = row.revoked_at !== null || (row.expires_at !== null && row.expires_at.getTime() * 1_000 <= by.at);
      if (isOver || row.replaced_by !== null) throw new Refusal('key_over', { field: '/keyId' });
      if ((row.kind === 'signing') !== (given.publicKey !== undefined)) {
        throw new Refusal('key_malformed', { field: '/publicKey' });
      }
      const made = await insertKey(client, organisationId, checkKey(permissions, { ...row, ...given }, by.at), by.at);
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

interface CheckedKey extends Omit<NewKey, 'publicKey'> {
  readonly publicKey: PublicKey | undefined;
}

function checkKey({ actions }: Access['permissions'], given: NewKey, at: Instant): CheckedKey {
  const publicKey = given.publicKey === undefined ? undefined : readPublicKey(given.publicKey);
  for (const [index, scope] of given.scopes.entries()) {
    const field = `/scopes/${index}`;
    const isScope = Object.hasOwn(actions, scope) && actions[scope]!.isForMachines;
    if (!isScope) throw new Refusal('scope_unknown', { field, details: { scope } });
    if (!publicKey && !isReading(scope)) throw new Refusal('scope_not_for_reading', { field, details: { scope } });
  }
  if (!addressList(given.addresses)) throw new Refusal('addresses_malformed', { field: '/addresses' });
  const expiresAt = given.expiresAt === undefined ? undefined : parseInstant(given.expiresAt);
  if (given.expiresAt !== undefined && (expiresAt === undefined || expiresAt <= at)) {
    throw new Refusal('expiry_past', { field: '/expiresAt' });
  }
  return { ...given, publicKey };
}

async function insertKey(
  client: ClientBase,
  organisationId: string,
  { publicKey, label, scopes, addresses, expiresAt, environment }: CheckedKey,
  at: Instant,
): Promise<MadeKey> {
  const id = `key_${randomBytes(9).toString('base64url')}`;
  const secret = publicKey ? null : `${READING_PREFIX}${randomBytes(32).toString('base64url')}`;
  await client.query(
    `insert into access.keys (key_id, organisation_id, kind, label, algorithm, public_key, secret_hash, prefix, scopes,
       addresses, created_at, expires_at, environment)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      organisationId,
      publicKey ? 'signing' : 'reading',
      label,
      publicKey?.algorithm ?? null,
      publicKey?.der ?? null,
      secret && hashSecret(secret),
      secret && secret.slice(0, READING_PREFIX.length + 4),
      scopes,
      addresses,
      formatInstant(at),
      expiresAt ?? null,
      environment,
    ],
  );
  return { id, secret };
}

/** 256 random bits need no slow hash. */
export const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

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
  kind: string;
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

async function asNewKey<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (isTaken(error)) throw new Refusal('key_known', { field: '/publicKey' });
    throw error;
  }
}
