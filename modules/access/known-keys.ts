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
  /** Whether its organisation may be live. */
  readonly isLiveOpen: boolean;
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
  is_live_open: boolean;
  expires_at: Date | null;
}

/** A signing key by its id, a reading key by the hash of its secret, a certificate by its own; `keyId` is of any kind. */
export type NamedBy =
  | { readonly id: string }
  | { readonly secretHash: Buffer }
  | { readonly certificateHash: Buffer }
  | { readonly keyId: string };

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

  /**
   * A key that may be used now from this address. Refuses `key_unknown` `key_revoked` `key_expired`, of a certificate
   * `certificate_unknown` and so on, and `address_not_allowed`.
   */
  async require(by: NamedBy, address: string): Promise<KnownKey> {
    const isCertificate = 'certificateHash' in by;
    const key = await this.find(by);
    if (!key) throw isCertificate ? new Refusal('certificate_unknown') : new Refusal('key_unknown');
    const details = { key: key.id };
    if (key.isOver) throw new Refusal(isCertificate ? 'certificate_revoked' : 'key_revoked', { details });
    if (this.#isExpired(key)) throw new Refusal(isCertificate ? 'certificate_expired' : 'key_expired', { details });
    if (!key.addresses.allows(address)) throw new Refusal('address_not_allowed', { details: { address } });
    return key;
  }

  /** Refuses `key_revoked` `key_expired`. */
  requireInForce(key: KnownKey): void {
    const details = { key: key.id };
    if (key.isOver) throw new Refusal('key_revoked', { details });
    if (this.#isExpired(key)) throw new Refusal('key_expired', { details });
  }

  #isExpired({ expiresAt }: KnownKey): boolean {
    return expiresAt !== undefined && expiresAt <= this.#clock.now();
  }

  /** For what goes on after it was let in. */
  async isInForce(keyId: string): Promise<boolean> {
    const key = await this.find({ keyId });
    return key !== undefined && !key.isOver && !this.#isExpired(key);
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

  find(by: NamedBy): Promise<KnownKey | undefined> {
    const name = nameOf(by);
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

  async #read(by: NamedBy): Promise<KnownKey | undefined> {
    const [condition, value] = conditionOf(by);
    const { rows } = await this.#pool.query<Row>(
      `select keys.key_id, keys.organisation_id, organisations.kind as organisation_kind, participant_id,
         environment, case when keys.kind = 'signing' then public_key end as public_key, scopes, addresses, expires_at,
         revoked_at is not null or state = 'closed' as is_over, live_since is not null as is_live_open
       from access.keys join access.organisations using (organisation_id)
       where ${condition}`,
      [value],
    );
    return rows[0] && keyOf(rows[0]);
  }
}

/** No two ways of naming give the same. */
function nameOf(by: NamedBy): string {
  if ('id' in by) return by.id;
  if ('keyId' in by) return `of any kind ${by.keyId}`;
  return ('secretHash' in by ? by.secretHash : by.certificateHash).toString('base64');
}

function conditionOf(by: NamedBy): [string, string | Buffer] {
  if ('secretHash' in by) return ['keys.secret_hash = $1', by.secretHash];
  if ('certificateHash' in by) return ['keys.certificate_hash = $1', by.certificateHash];
  return 'id' in by ? [`keys.key_id = $1 and keys.kind = 'signing'`, by.id] : ['keys.key_id = $1', by.keyId];
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
    isLiveOpen: row.is_live_open,
    expiresAt: row.expires_at ? row.expires_at.getTime() * 1_000 : undefined,
  };
}
