// The certificates of this installation: our authority, those that the operator brought, and the list of what was revoked.
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Clock, formatInstant, type Instant, MICROS_PER_SECOND } from '../../../platform/instant.ts';
import { type Pool } from '../../../platform/postgres/connect.ts';
import { type Authority, type Revoked } from './authority.ts';

/** A list that is asked for again within them is the same. */
const FRESH_MICROS = 5 * MICROS_PER_SECOND;

export class Certificates {
  readonly authority: Authority;
  /** The operator's own authorities, whose client certificates may be registered. */
  readonly others: readonly X509Certificate[];
  readonly #pool: Pool;
  readonly #clock: Clock;
  #list: { readonly at: Instant; readonly der: Promise<Buffer> } | undefined;

  constructor(pool: Pool, clock: Clock, authority: Authority, others: readonly X509Certificate[] = []) {
    this.#pool = pool;
    this.#clock = clock;
    this.authority = authority;
    this.others = others;
  }

  /** The list of revoked certificates as DER; at most five seconds old. */
  revoked(): Promise<Buffer> {
    const at = this.#clock.now();
    if (this.#list && Math.abs(at - this.#list.at) < FRESH_MICROS) return this.#list.der;
    const der = readRevoked(this.#pool, at).then((revoked) => this.authority.listRevoked(revoked, at));
    this.#list = { at, der };
    der.catch(() => this.forget());
    return der;
  }

  /** What this process changed itself it need not wait to tell. */
  forget(): void {
    this.#list = undefined;
  }
}

/** Those of our authority that would be valid still; one that has expired needs no list. */
async function readRevoked(pool: Pool, at: Instant): Promise<Revoked[]> {
  const { rows } = await pool.query<{ serial: string; over_at: Date }>(
    `select serial, coalesce(revoked_at, closed_at) as over_at
     from access.keys join access.organisations using (organisation_id)
     where serial is not null and expires_at > $1 and (revoked_at is not null or state = 'closed')
     order by serial limit 100000`,
    [formatInstant(at)],
  );
  return rows.map(({ serial, over_at: overAt }) => ({ serial, at: overAt.getTime() * 1_000 }));
}

/** Every certificate of a PEM file, in its order. */
export function readCertificates(file: string): X509Certificate[] {
  const found = readFileSync(file, 'utf8').match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g);
  return (found ?? []).map((pem) => new X509Certificate(pem));
}
