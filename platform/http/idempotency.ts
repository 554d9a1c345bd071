// Idempotency-Key: the first request with a key is done and its answer kept; the same again gets that answer, another
// request under the same key is refused. (draft-ietf-httpapi-idempotency-key-header)
import { createHash } from 'node:crypto';
import { type Pool } from '../postgres/connect.ts';
import { Refusal } from '../refusal.ts';
import { type Caller, personOf } from './route.ts';

export interface KeptAnswer {
  readonly status: number;
  readonly contentType: string | null;
  readonly body: string | null;
}

interface KeyRow {
  request_hash: Buffer;
  status: number | null;
  content_type: string | null;
  answer: string | null;
}

/** A sender that did not hear from us tries again within minutes, not days. */
const KEPT_MS = 24 * 3_600_000;
const KEY = /^[\x21-\x7e]{1,200}$/;
const field = 'Idempotency-Key';

export class IdempotencyKeys {
  readonly #pool: Pool;
  /** Keys this process is working on: an unanswered key that is not here will never be answered. */
  readonly #inFlight = new Set<string>();

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /**
   * Undefined when the request is new and must now be done; the kept answer when it was done before. Refuses
   * `idempotency_key_malformed`, `idempotency_key_reused`, `idempotency_in_flight`, `idempotency_outcome_unknown`.
   */
  async begin(caller: string, key: string, hash: Buffer): Promise<KeptAnswer | undefined> {
    if (!KEY.test(key)) throw new Refusal('idempotency_key_malformed', { field });
    const { rowCount } = await this.#pool.query({
      name: 'idempotency-begin',
      text: `insert into platform.idempotency_keys (caller, key, request_hash, created_at)
             values ($1, $2, $3, $4) on conflict do nothing`,
      values: [caller, key, hash, new Date()],
    });
    if (rowCount === 1) {
      this.#inFlight.add(`${caller} ${key}`);
      return undefined;
    }
    const { rows } = await this.#pool.query<KeyRow>(
      `select request_hash, status, content_type, answer from platform.idempotency_keys where caller = $1 and key = $2`,
      [caller, key],
    );
    const row = rows[0];
    // It was released between our two looks: as good as never sent.
    if (!row) return this.begin(caller, key, hash);
    if (!row.request_hash.equals(hash)) throw new Refusal('idempotency_key_reused', { field });
    if (row.status !== null) return { status: row.status, contentType: row.content_type, body: row.answer };
    const isInFlight = this.#inFlight.has(`${caller} ${key}`);
    throw new Refusal(isInFlight ? 'idempotency_in_flight' : 'idempotency_outcome_unknown', { field });
  }

  async keep(caller: string, key: string, answer: KeptAnswer): Promise<void> {
    await this.#pool.query({
      name: 'idempotency-keep',
      text: `update platform.idempotency_keys set status = $3, content_type = $4, answer = $5
             where caller = $1 and key = $2`,
      values: [caller, key, answer.status, answer.contentType, answer.body],
    });
    this.#inFlight.delete(`${caller} ${key}`);
  }

  /** Nothing was done: the same request may be tried again. */
  async release(caller: string, key: string): Promise<void> {
    await this.#pool.query(`delete from platform.idempotency_keys where caller = $1 and key = $2`, [caller, key]);
    this.#inFlight.delete(`${caller} ${key}`);
  }

  /** Deletes what is older than a day. */
  async forgetOld(): Promise<void> {
    const before = new Date(Date.now() - KEPT_MS);
    await this.#pool.query(`delete from platform.idempotency_keys where created_at < $1`, [before]);
  }

  /** After a fault nobody knows whether it was done; the key says so from now on. */
  leaveUnknown(caller: string, key: string): void {
    this.#inFlight.delete(`${caller} ${key}`);
  }
}

/** What makes two requests the same: method, address with query, and body. */
export function hashRequest(method: string, url: string, body: unknown): Buffer {
  const hash = createHash('sha256').update(`${method} ${url}\n`);
  return hash.update(Buffer.isBuffer(body) ? body : JSON.stringify(body ?? null)).digest();
}

export function keeperOf(caller: Caller): string {
  const person = personOf(caller);
  if (person) return `person:${person.id}`;
  if (caller.kind === 'participant') return `participant:${caller.participantId}`;
  return caller.kind === 'organisation' ? `organisation:${caller.organisationId}` : caller.kind;
}
