// Checks an inclusion proof (RFC 9162, 2.1.3.2) and the signed tree head in this browser, by Web Crypto alone. Which keys are the
// log's own the server says: who does not believe that either compares them with what the institution has published.

const utf8 = new TextEncoder();
const fromBase64 = (text: string): Bytes => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));

type Bytes = Uint8Array<ArrayBuffer>;

async function sha256(...parts: readonly Bytes[]): Promise<Bytes> {
  const all = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(await crypto.subtle.digest('SHA-256', all));
}

const [LEAF, NODE] = [Uint8Array.of(0), Uint8Array.of(1)];
const isSame = (a: Bytes, b: Bytes): boolean => a.length === b.length && a.every((byte, index) => byte === b[index]);

export interface GivenProof {
  readonly leaf: number;
  readonly record: string;
  /** Base64, from the leaf up. */
  readonly proof: readonly string[];
  /** The signed text of the tree head. */
  readonly note: string;
  readonly keys: readonly { readonly id: string; readonly publicKeyPem: string }[];
}

export interface CheckedProof {
  readonly isIncluded: boolean;
  /** Undefined where the browser does not know Ed25519. */
  readonly isSigned: boolean | undefined;
  readonly hash: string;
}

export async function checkProof({ leaf, record, proof, note, keys }: GivenProof): Promise<CheckedProof> {
  const [, size = '', root = ''] = note.split('\n');
  const hash = await sha256(LEAF, utf8.encode(record));
  const isIncluded = await leadsTo(hash, leaf, Number(size), proof.map(fromBase64), fromBase64(root));
  return { isIncluded, isSigned: await isNoteSigned(note, keys), hash: btoa(String.fromCharCode(...hash)) };
}

async function leadsTo(
  hash: Bytes,
  leaf: number,
  size: number,
  proof: readonly Bytes[],
  root: Bytes,
): Promise<boolean> {
  if (!(leaf < size)) return false;
  let [fn, sn, at] = [leaf, size - 1, hash];
  for (const each of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      at = await sha256(NODE, each, at);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else at = await sha256(NODE, at, each);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && isSame(at, root);
}

/** A signed note: its text, a blank line, and a line that ends in the key's id (4 bytes) and the signature. */
async function isNoteSigned(note: string, keys: GivenProof['keys']): Promise<boolean | undefined> {
  const text = note.slice(0, note.indexOf('\n\n') + 1);
  const signed = fromBase64(note.trimEnd().split(' ').at(-1) ?? '');
  const id = [...signed.subarray(0, 4)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const pem = keys.find((key) => key.id === id)?.publicKeyPem;
  if (pem === undefined) return false;
  const der = fromBase64(pem.replace(/-----[^-]+-----|\s/g, ''));
  try {
    const key = await crypto.subtle.importKey('spki', der, 'Ed25519', false, ['verify']);
    return await crypto.subtle.verify('Ed25519', key, signed.subarray(4), utf8.encode(text));
  } catch {
    return undefined;
  }
}
