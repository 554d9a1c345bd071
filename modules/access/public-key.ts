// The public half of a pair, as PEM or JWK, and the one algorithm it verifies with.
import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto';
import { Refusal } from '../../platform/refusal.ts';
import { isSignedBySm2 } from '../../platform/signatures/sm2.ts';

export const ALGORITHMS = ['ed25519', 'ecdsa-p256-sha256', 'sm2-sm3'] as const;
export type Algorithm = (typeof ALGORITHMS)[number];

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
  if (isSm2(der)) return { key, algorithm: 'sm2-sm3', der };
  const isP256 = key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1';
  if (!isP256 && key.asymmetricKeyType !== 'ed25519') throw new TypeError('neither Ed25519 nor P-256 nor SM2');
  return { key, algorithm: isP256 ? 'ecdsa-p256-sha256' : 'ed25519', der };
}

/** A key on the curve of SM2, uncompressed; Node does not say what it is. */
const SM2_SPKI = Buffer.from('3059301306072a8648ce3d020106082a811ccf5501822d034200', 'hex');
const isSm2 = (der: Buffer): boolean =>
  der.length === SM2_SPKI.length + 65 && der.subarray(0, SM2_SPKI.length).equals(SM2_SPKI);

/** On another thread, except SM2: a verification takes longer than all the rest of a request. */
export async function isSignedBy(
  { key, algorithm, der }: PublicKey,
  bytes: Uint8Array,
  signature: Uint8Array,
): Promise<boolean> {
  if (algorithm === 'sm2-sm3') return isSignedBySm2(der.subarray(SM2_SPKI.length), bytes, signature);
  const [digest, given] =
    algorithm === 'ed25519' ? [null, { key }] : ['sha256', { key, dsaEncoding: 'ieee-p1363' as const }];
  return new Promise((resolve, reject) =>
    verify(digest, bytes, given, signature, (error, isRight) => (error ? reject(error) : resolve(isRight))),
  );
}

export function pemOf(der: Buffer): string {
  return createPublicKey({ key: der, format: 'der', type: 'spki' }).export({ format: 'pem', type: 'spki' }).toString();
}
