// That a person approves exactly this: their passkey signs a challenge that is the request's id and its content's hash, so
// that whoever has the public key can see years later what was meant.
import { type AuthenticationResponseJSON } from '@simplewebauthn/server';
import { findHolder, markUsed } from './passkey-holder.ts';
import { checkPasskey } from './passkeys.ts';
import { type People } from './people.ts';
import { findSession } from './sessions.ts';

export interface Meant {
  readonly person: { readonly id: string; readonly sessionId: string };
  /** A UUID. */
  readonly requestId: string;
  /** SHA-256 of the content, hexadecimal. */
  readonly hash: string;
  /** An AuthenticationResponseJSON of WebAuthn; anything else proves nothing. */
  readonly proof: unknown;
}

/** What is kept of the proof; undefined when it proves nothing. Who entered the demo by one click has no passkey to ask for. */
export async function proveApproval(
  people: People,
  { person, requestId, hash, proof }: Meant,
): Promise<object | undefined> {
  const session = await findSession(people, { id: person.sessionId });
  if (session?.personId !== person.id) return undefined;
  if (session.method === 'demo') return { method: 'demo' };
  if (!isAnswer(proof)) return undefined;
  const holder = await findHolder(people, proof.id);
  if (holder?.person.id !== person.id) return undefined;
  const counter = await checkPasskey(people, holder, proof, challengeOf(requestId, hash));
  if (counter === undefined || !(await markUsed(people.pool, holder, counter, people.clock.now()))) return undefined;
  const { authenticatorData, clientDataJSON, signature } = proof.response;
  return { method: 'passkey', credentialId: proof.id, authenticatorData, clientDataJSON, signature };
}

/** 16 bytes of the request's id and 32 of the hash, base64url. */
export function challengeOf(requestId: string, hash: string): string {
  return Buffer.from(requestId.replaceAll('-', '') + hash, 'hex').toString('base64url');
}

function isAnswer(proof: unknown): proof is AuthenticationResponseJSON {
  const { id, response } = (proof ?? {}) as { id?: unknown; response?: Record<string, unknown> };
  const parts = [id, response?.authenticatorData, response?.clientDataJSON, response?.signature];
  return parts.every((part) => typeof part === 'string');
}
