// Each nonce of a key lets one request in, on every process that stands on the same PostgreSQL and after a restart.
// What comes while a write is under way goes into the next write together.
import { formatInstant, type Clock, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';

const MOST_TOGETHER = 1_000;
const PRUNE_MS = 60_000;
/** Clocks of several processes differ a little. */
const KEPT_LONGER_MICROS = 60 * MICROS_PER_SECOND;

interface Claim {
  readonly keyId: string;
  readonly nonce: string;
  readonly expiresAt: Instant;
  readonly resolve: (isFirst: boolean) => void;
  readonly reject: (error: unknown) => void;
}

const nameOf = (keyId: string, nonce: string): string => `${keyId} ${nonce}`;

export class Nonces {
  readonly #pool: Pool;
  readonly #clock: Clock;
  #waiting: Claim[] = [];
  #isWriting = false;
  readonly #timer: NodeJS.Timeout;

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
    // One that fails is made up for by the next.
    this.#timer = setInterval(() => void this.prune().catch(() => undefined), PRUNE_MS);
    this.#timer.unref();
  }

  /** Whether this is the first time; durable when it resolves. */
  claim(keyId: string, nonce: string, expiresAt: Instant): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ keyId, nonce, expiresAt, resolve, reject });
      if (!this.#isWriting) void this.#write();
    });
  }

  async #write(): Promise<void> {
    this.#isWriting = true;
    while (this.#waiting.length > 0) {
      const claims = this.#waiting.splice(0, MOST_TOGETHER);
      try {
        const first = await this.#insert(claims);
        // Of two that came together the one before has it.
        for (const { keyId, nonce, resolve } of claims) resolve(first.delete(nameOf(keyId, nonce)));
      } catch (error) {
        for (const { reject } of claims) reject(error);
      }
    }
    this.#isWriting = false;
  }

  async #insert(claims: readonly Claim[]): Promise<Set<string>> {
    const { rows } = await this.#pool.query<{ key_id: string; nonce: string }>({
      name: 'access-claim-nonces',
      text: `insert into access.nonces (key_id, nonce, expires_at)
             select * from unnest($1::text[], $2::text[], $3::timestamptz[])
             on conflict do nothing returning key_id, nonce`,
      values: [
        claims.map(({ keyId }) => keyId),
        claims.map(({ nonce }) => nonce),
        claims.map(({ expiresAt }) => formatInstant(expiresAt)),
      ],
    });
    return new Set(rows.map((row) => nameOf(row.key_id, row.nonce)));
  }

  /** Removes what could no longer be sent again in time. */
  async prune(): Promise<number> {
    const before = formatInstant(this.#clock.now() - KEPT_LONGER_MICROS);
    const { rowCount } = await this.#pool.query('delete from access.nonces where expires_at < $1', [before]);
    return rowCount ?? 0;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}
