// The field Content-Digest (RFC 9530): which digest of the body it names, written and read.
import { parseDictionary } from 'structured-headers';

export type DigestAlgorithm = 'sha-256' | 'sha-512';

/** The strongest of those we know; undefined when the field is malformed or names none of them. */
export function readContentDigest(field: string): { algorithm: DigestAlgorithm; digest: Uint8Array } | undefined {
  try {
    const given = parseDictionary(field);
    for (const algorithm of ['sha-512', 'sha-256'] as const) {
      const bytes = given.get(algorithm)?.[0];
      if (bytes instanceof ArrayBuffer) return { algorithm, digest: new Uint8Array(bytes) };
    }
  } catch {
    return undefined;
  }
  return undefined;
}
