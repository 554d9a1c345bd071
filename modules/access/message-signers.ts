// Whose keys sign messages in XML, and whose messages must be signed: the same keys that sign requests, wherever the request
// that carries the message comes from.
import { type Clock, type Instant, MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type Access } from './access.ts';
import { type KnownKey } from './known-keys.ts';
import { type EnvironmentKind } from './organisation.ts';
import { isSignedBy } from './public-key.ts';
import { ACCESS_REFUSALS } from './refusals.ts';

const FRESH_MICROS = 5 * MICROS_PER_SECOND;
const SCOPE = 'messages:send';

/** Which organisations must sign, read from their rows at most every five seconds: an unsigned message asks this and no more. */
export class MessageSigning {
  readonly #pool: Pool;
  readonly #clock: Clock;
  #readAt: Instant | undefined;
  #reading: Promise<void> | undefined;
  #must: ReadonlySet<string> = new Set();

  constructor(pool: Pool, clock: Clock) {
    this.#pool = pool;
    this.#clock = clock;
  }

  /** Of an organisation, by its id or by the participant it is: `organisation MRDNCNBJ`, `participant MRDNCNBJ`. */
  isRequired(name: string): boolean | Promise<boolean> {
    const at = this.#clock.now();
    if (this.#readAt !== undefined && Math.abs(at - this.#readAt) < FRESH_MICROS) return this.#must.has(name);
    this.#reading ??= this.#read(at).finally(() => (this.#reading = undefined));
    return this.#reading.then(() => this.#must.has(name));
  }

  forget(): void {
    this.#readAt = undefined;
  }

  async #read(at: Instant): Promise<void> {
    const { rows } = await this.#pool.query<{ organisation_id: string; participant_id: string | null }>(
      `select organisation_id, participant_id from access.organisations where signs_messages and state = 'active'`,
    );
    this.#must = new Set(
      rows.flatMap((row) => [`organisation ${row.organisation_id}`, `participant ${row.participant_id ?? ''}`]),
    );
    this.#readAt = at;
  }
}

export interface SignersOf {
  readonly environment: EnvironmentKind;
  /** The participants' messages there that this organisation signs. */
  readonly isOf: (key: KnownKey, participantId: string) => boolean;
  /** What MessageSigning knows a participant by; undefined when it is nobody's of ours. */
  readonly nameOf: (participantId: string) => string | undefined;
}

export function messageSigners({ keys, messageSigning }: Access, { environment, isOf, nameOf }: SignersOf) {
  return {
    mustSign: (participantId: string): boolean | Promise<boolean> => {
      const name = nameOf(participantId);
      return name !== undefined && messageSigning.isRequired(name);
    },
    find: async (keyId: string, participantId: string) => {
      const key = await keys.find({ id: keyId });
      const isOwn = key?.publicKey !== undefined && key.environment === environment && isOf(key, participantId);
      // Of another's key nothing is said, not even that it is there.
      if (!isOwn) return { refused: ACCESS_REFUSALS.key_unknown };
      const refused = refusalOf(() => keys.requireInForce(key));
      if (refused) return { refused };
      if (!key.scopes.has(SCOPE)) return { refused: ACCESS_REFUSALS.scope_missing };
      const publicKey = key.publicKey!;
      return {
        algorithm: publicKey.algorithm,
        isSignedBy: async (octets: Uint8Array, signature: Uint8Array): Promise<boolean> => {
          const isRight = await isSignedBy(publicKey, octets, signature);
          if (isRight) keys.markUsed(key.id);
          return isRight;
        },
      };
    },
  };
}

function refusalOf(work: () => void): { en: string; zh: string } | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return ACCESS_REFUSALS[error.code as keyof typeof ACCESS_REFUSALS];
    throw error;
  }
}
