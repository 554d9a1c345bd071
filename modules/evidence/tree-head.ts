// A tree head, signed: how many leaves there are, their root, and when. Its text is the note that transparency logs and
// their witnesses read (C2SP signed-note and tlog-checkpoint), so tools of others can check and keep it.
import { createPrivateKey, createPublicKey, hash, type KeyObject, sign, verify } from 'node:crypto';

/** Ed25519 in the notation of signed notes. */
const ALGORITHM = 1;
/** DER of an Ed25519 public key before its 32 bytes (RFC 8410). */
const DER_PREFIX_BYTES = 12;

export interface TreeHead {
  /** Names the log: `CBDECNBJ/books/1`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly commit: number;
  /** RFC 3339. */
  readonly at: string;
}

export interface SigningKey {
  /** Eight hexadecimal digits; see keyIdOf. */
  readonly id: string;
  /** DER of the public half (SubjectPublicKeyInfo), base64. */
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}

export function signingKey(origin: string, privateKeyPem: string): SigningKey {
  const privateKey = createPrivateKey(privateKeyPem);
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return { id: keyIdOf(origin, publicKey), publicKey, privateKey };
}

/** The id a signed note gives a key: the first four bytes of SHA-256 over its name, a newline, the algorithm, the key. */
export function keyIdOf(origin: string, publicKey: string): string {
  const raw = Buffer.from(publicKey, 'base64').subarray(DER_PREFIX_BYTES);
  return hash('sha256', Buffer.concat([Buffer.from(`${origin}\n`), Buffer.from([ALGORITHM]), raw]), 'hex').slice(0, 8);
}

export function publicKeyOf(publicKey: string): KeyObject {
  return createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
}

/** The signed text. Its last line is the signature; everything before the blank line is signed. */
export function signHead(head: TreeHead, key: SigningKey): string {
  const root = Buffer.from(head.root).toString('base64');
  const text = `${head.origin}\n${head.size}\n${root}\ncommit ${head.commit}\nat ${head.at}\n`;
  const signature = Buffer.concat([Buffer.from(key.id, 'hex'), sign(null, Buffer.from(text), key.privateKey)]);
  return `${text}\n— ${head.origin} ${signature.toString('base64')}\n`;
}

const HEAD =
  /^([^\n]+)\n(\d{1,15})\n([A-Za-z0-9+/]{43}=)\ncommit (\d{1,15})\nat ([^\n]+)\n\n— ([^\n ]+) ([A-Za-z0-9+/=]+)\n$/;

/** What a signed head says, and by which key; undefined when it is not one. */
export function parseHead(note: string): (TreeHead & { keyId: string; text: string; signature: Buffer }) | undefined {
  const match = HEAD.exec(note);
  if (!match || match[1] !== match[6]) return undefined;
  const signature = Buffer.from(match[7]!, 'base64');
  return {
    origin: match[1]!,
    size: Number(match[2]),
    root: Buffer.from(match[3]!, 'base64'),
    commit: Number(match[4]),
    at: match[5]!,
    keyId: signature.subarray(0, 4).toString('hex'),
    signature: signature.subarray(4),
    text: note.slice(0, note.indexOf('\n\n') + 1),
  };
}

/** Whether the head was signed by this key. */
export function isSignedBy(note: string, publicKey: string): boolean {
  const head = parseHead(note);
  if (!head || head.keyId !== keyIdOf(head.origin, publicKey)) return false;
  return verify(null, Buffer.from(head.text), publicKeyOf(publicKey), head.signature);
}

/** What the old key signs to hand over to the new one. */
export function handoverText(origin: string, newPublicKey: string): Buffer {
  return Buffer.from(`feiqian evidence key\n${origin}\n${newPublicKey}\n`);
}
