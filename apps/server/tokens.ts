// Who a token names: the operator and each participant, for first steps and drills; people sign in instead. Made at the first start, kept in the data
// folder for its owner alone, printed at each start; the server listens on loopback only.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type IncomingHttpHeaders } from 'node:http';
import { type Access } from '../../modules/access/index.ts';
import { type Caller } from '../../platform/http/index.ts';
import { Refusal } from '../../platform/refusal.ts';

export class Tokens {
  readonly #secret: Buffer;

  constructor(dataFolder: string) {
    const file = join(dataFolder, 'token-secret');
    if (!existsSync(file)) writeFileSync(file, randomBytes(32).toString('hex'), { mode: 0o600 });
    this.#secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  }

  operator(): string {
    return this.#sign('operator');
  }

  participant(id: string): string {
    return this.#sign(id);
  }

  #sign(name: string): string {
    return `${name}.${createHmac('sha256', this.#secret).update(name).digest('base64url').slice(0, 32)}`;
  }

  /** Nobody without a bearer token. Refuses `token_unknown`. */
  callerOf({ authorization }: IncomingHttpHeaders): Caller {
    if (!authorization?.startsWith('Bearer ')) return { kind: 'nobody' };
    const token = authorization.slice(7);
    const name = token.slice(0, token.lastIndexOf('.'));
    const [given, ours] = [Buffer.from(token), Buffer.from(this.#sign(name))];
    if (given.length !== ours.length || !timingSafeEqual(given, ours)) throw new Refusal('token_unknown');
    if (name === 'operator') return { kind: 'operator', actor: 'Operator' };
    return { kind: 'participant', actor: name, participantId: name };
  }
}

/** Whom a token names, unless their organisation has been closed. Refuses `token_unknown`. */
export async function callerOfToken(
  tokens: Tokens,
  { closed }: Pick<Access, 'closed'>,
  headers: IncomingHttpHeaders,
): Promise<Caller> {
  const caller = tokens.callerOf(headers);
  if (caller.kind === 'participant' && (await closed.has(caller.participantId))) {
    throw new Refusal('token_unknown', { details: { reason: 'the organisation has been closed' } });
  }
  return caller;
}
