// The public half of a pair, as PEM or JWK, and the one algorithm it verifies with.
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { Refusal } from '../../platform/refusal.ts';

export type Algorithm = 'ed25519' | 'ecdsa-p256-sha256';

export interface PublicKey {
  readonly key: KeyObject;
  readonly algorithm: Algorithm;
  readonly der: Buffer;
}

/** Refuses `key_malformed`; also a private key, which must never be sent to anyone. */
export function readPublicKey(given: string | object): PublicKey {
  const isPrivate = typeof given === 'string' ? !given.includes('-----BEGIN PUBLIC KEY-----') : 'd' in given;
  if (isPrivate) throw new Refusal('key_malformed', { field: '/publicKey' });
  try {
    const key = createPublicKey(typeof given === 'string' ? given : { key: given as JsonWebKey, format: 'jwk' });
    return publicKeyOf(key);
  } catch {
    throw new Refusal('key_malformed', { field: '/publicKey' });
  }
}

export function publicKeyOfDer(der: Buffer): PublicKey {
  return publicKeyOf(createPublicKey({ key: der, format: 'der', type: 'spki' }));
}

function publicKeyOf(key: KeyObject): PublicKey {
  const der = key.export({ format: 'der', type: 'spki' });
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!isP256 && key.asymmetricKeyType !== 'ed25519') throw new TypeError('neither Ed25519 nor P-256');
  return { key, algorithm: isP256 ? 'ecdsa-p256-sha256' : 'ed25519', der };
}

/** On another thread: a verification takes longer than all the rest of a request. */
export function isSignedBy({ key, algorithm }: PublicKey, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const [digest, given] =
    algorithm === 'ed25519' ? [null, { key }] : ['sha256', { key, dsaEncoding: 'ieee-p1363' as const }];
  return new Promise((resolve, reject) =>
    verify(digest, bytes, given, signature, (error, isRight) => (error ? reject(error) : resolve(isRight))),
  );
}

export function pemOf(der: Buffer): string {
  return createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'pem', type: 'spki' }).toString();
}
