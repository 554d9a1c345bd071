// Signatures by the national algorithms: SM2 with SM3 (GB/T 32918.2, GM/T 0009) under the standard's own user id. Node's SM2
// takes an empty one and so agrees with nobody; a kept library does the arithmetic here, for both ends.
import { sm2, sm3 } from 'sm-crypto-v2';

const USER_ID = '1234567812345678';
/** The order of the curve (GB/T 32918.5). */
const ORDER = BigInt('0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123');
/** Points made ready for multiplication: as costly as four verifications, so they are kept for keys in use. */
const ready = new Map<string, ReturnType<typeof sm2.precomputePublicKey>>();
const MOST_READY = 1_000;

/** `point` is the public key as 04, x and y; the signature the 64 bytes of r and s. */
export function isSignedBySm2(point: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean {
  const hex = hexOf(signature);
  // The library takes more than the standard: r and s are whole numbers from 1 to the order, less one.
  const isInRange = (number: string): boolean => BigInt(`0x${number}`) > 0n && BigInt(`0x${number}`) < ORDER;
  if (signature.length !== 64 || !isInRange(hex.slice(0, 64)) || !isInRange(hex.slice(64))) return false;
  return sm2.doVerifySignature(bytes, hex, readyPoint(hexOf(point)), { hash: true, userId: USER_ID });
}

export function signBySm2(privateScalar: string, bytes: Uint8Array): Uint8Array {
  return bytesOfHex(sm2.doSignature(bytes, privateScalar, { hash: true, userId: USER_ID }));
}

export const sm3Of = (bytes: Uint8Array): Uint8Array => bytesOfHex(sm3(bytes));

function readyPoint(point: string) {
  let found = ready.get(point);
  if (found === undefined) {
    if (ready.size >= MOST_READY) ready.clear();
    ready.set(point, (found = sm2.precomputePublicKey(point)));
  }
  return found;
}

const hexOf = (bytes: Uint8Array): string => [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = (hex: string): Uint8Array => Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16));
