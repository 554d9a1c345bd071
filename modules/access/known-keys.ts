// The keys that are in use, read from their rows at most every five seconds, so that one revoked by another process is
// refused soon after; and when each was last used, written at most once a minute.
import { formatInstant, type Clock, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addressList } from './addresses.ts';
import { type EnvironmentKind, type OrganisationKind } from './organisation.ts';
import { type PublicKey, publicKeyOfDer } from './public-key.ts';

const FRESH_MICROS = 5 * MICROS_PER_SECOND;
const USE_MICROS = 60 * MICROS_PER_SECOND;
/** More keys than any country has; past it the memory begins anew. */
const MOST_KNOWN = 50_000;

export interface KnownKey {
  readonly id: string;
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly participantId: string | null;
  readonly environment: EnvironmentKind;
  readonly publicKey: PublicKey | undefined;
  readonly scopes: ReadonlySet<string>;
  readonly addresses: { allows(address: string): boolean };
  readonly isOver: boolean;
  readonly expiresAt: Instant | undefined;
}

interface Row {
  key_id: string;
  organisation_id: string;
  organisation_kind: OrganisationKind;
  participant_id: string | null;
  environment: EnvironmentKind;
  public_key: Buffer | null;
  scopes: string[];
  addresses: string[];
  is_over: boolean;
  expires_at: Date | null;
}

interface Kept {
  readonly readAt: Instant;
  readonly key: Promise<KnownKey | undefined>;
}

export class KnownKeys {
  readonly #pool: Pool;
  readonly #clock: Clock;
  readonly #kept = new Map<string, Kept>();
  readonly #usedAt = new Map<string, Instant>();

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** A key that may be used now from this address. Refuses `key_unknown` `key_revoked` `key_expired` `address_not_allowed`. */
  async require(by: { readonly id: string } | { readonly secretHash: Buffer }, address: string): Promise<KnownKey> {
    const key = await this.find(by);
    if (!key) throw new Refusal('key_unknown');
    this.requireInForce(key);
    if (!key.addresses.allows(address)) throw new Refusal('address_not_allowed', { details: { address } });
    return key;
  }

  /** Refuses `key_revoked` `key_expired`. */
  requireInForce({ id: key, isOver, expiresAt }: KnownKey): void {
    if (isOver) throw new Refusal('key_revoked', { details: { key } });
    if (expiresAt !== undefined && expiresAt <= this.#clock.now())
      throw new Refusal('key_expired', { details: { key } });
  }

  /** What this process changed itself it need not wait to hear of. */
  forget(): void {
    this.#kept.clear();
  }

  markUsed(keyId: string): void {
    const at = this.#clock.now();
    if (at - (this.#usedAt.get(keyId) ?? 0) < USE_MICROS) return;
    this.#usedAt.set(keyId, at);
    // One that fails is made up for by the next use.
    this.#pool
      .query(
        `update access.keys set last_used_at = $2
         where key_id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
        [keyId, formatInstant(at)],
      )
      .catch(() => this.#usedAt.delete(keyId));
  }

  find(by: { readonly id: string } | { readonly secretHash: Buffer }): Promise<KnownKey | undefined> {
    const name = 'id' in by ? by.id : by.secretHash.toString('base64');
    const at = this.#clock.now();
    const kept = this.#kept.get(name);
    if (kept && Math.abs(at - kept.readAt) < FRESH_MICROS) return kept.key;
    if (this.#kept.size >= MOST_KNOWN) this.#kept.clear();
    const key = this.#read(by);
    this.#kept.set(name, { readAt: at, key });
    // Neither a failure nor an unknown name is remembered: a key registered now works now.
    const drop = (): boolean => this.#kept.get(name)?.key === key && this.#kept.delete(name);
    key.then((found) => found ?? drop(), drop);
    return key;
  }

  async #read(by: { readonly id: string } | { readonly secretHash: Buffer }): Promise<KnownKey | undefined> {
    const { rows } = await this.#pool.query<Row>(
      `select keys.key_id, keys.organisation_id, organisations.kind as organisation_kind, participant_id,
         environment, public_key, scopes, addresses, expires_at, revoked_at is not null or state = 'closed' as is_over
       from access.keys join access.organisations using (organisation_id)
       where ${'id' in by ? `keys.key_id = $1 and keys.kind = 'signing'` : 'keys.secret_hash = $1'}`,
      ['id' in by ? by.id : by.secretHash],
    );
    return rows[0] && keyOf(rows[0]);
  }
}

function keyOf(row: Row): KnownKey {
  return {
    id: row.key_id,
    organisationId: row.organisation_id,
    organisationKind: row.organisation_kind,
    participantId: row.participant_id,
    environment: row.environment,
    publicKey: row.public_key ? publicKeyOfDer(row.public_key) : undefined,
    scopes: new Set(row.scopes),
    addresses: addressList(row.addresses)!,
    isOver: row.is_over,
    expiresAt: row.expires_at ? row.expires_at.getTime() * 1_000 : undefined,
  };
}
