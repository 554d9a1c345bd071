// A backup is a file of the age format (https://age-encryption.org/v1): whoever holds the identity or the passphrase can
// read it with any program of that format, also without Feiqian.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import { type ReadableStream } from 'node:stream/web';
import { Decrypter, Encrypter } from 'age-encryption';

export interface LockOptions {
  readonly recipient?: readonly string[] | undefined;
  readonly 'passphrase-file'?: string | undefined;
}

export interface UnlockOptions {
  readonly 'identity-file'?: string | undefined;
  readonly 'passphrase-file'?: string | undefined;
}

const SHORTEST_PASSPHRASE = 12;

/** Throws a sentence when the options name no way, or two. */
export function lockOf(options: LockOptions): Encrypter {
  const { recipient = [], 'passphrase-file': file } = options;
  const lock = new Encrypter();
  if (recipient.length > 0 === (file !== undefined)) {
    throw new Error('A backup is always encrypted: name --recipient (one or more) or --passphrase-file.');
  }
  if (file !== undefined) {
    const passphrase = passphraseIn(file);
    if (passphrase.length < SHORTEST_PASSPHRASE)
      throw new Error(`The passphrase in ${file} is too short: ${SHORTEST_PASSPHRASE} characters or more.`);
    lock.setPassphrase(passphrase);
  }
  for (const each of recipient) {
    try {
      lock.addRecipient(each);
    } catch (cause) {
      throw new Error(`"${each}" is no recipient: it begins with age1 and was printed by "feiqian backup key".`, {
        cause,
      });
    }
  }
  return lock;
}

export function unlockOf(options: UnlockOptions): Decrypter {
  const { 'identity-file': identities, 'passphrase-file': passphrase } = options;
  if ((identities === undefined) === (passphrase === undefined))
    throw new Error('Name what opens the backup: --identity-file or --passphrase-file.');
  const unlock = new Decrypter();
  if (passphrase !== undefined) unlock.addPassphrase(passphraseIn(passphrase));
  else {
    const lines = readText(identities!).split(/\r?\n/);
    const keys = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
    if (keys.length === 0) throw new Error(`There is no identity in ${identities}.`);
    for (const key of keys) {
      try {
        unlock.addIdentity(key);
      } catch (cause) {
        throw new Error(`${identities} does not hold an identity: a line that begins with AGE-SECRET-KEY-.`, { cause });
      }
    }
  }
  return unlock;
}

function passphraseIn(file: string): string {
  // An editor ends the line.
  const passphrase = readText(file).replace(/\r?\n$/, '');
  if (passphrase === '') throw new Error(`There is no passphrase in ${file}.`);
  return passphrase;
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (cause) {
    throw new Error(`${file} cannot be read (${(cause as NodeJS.ErrnoException).code}).`, { cause });
  }
}

export async function* encrypted(lock: Encrypter, plain: Readable): AsyncGenerator<Uint8Array> {
  yield* (await lock.encrypt(webOf(plain))) as unknown as ReadableStream<Uint8Array>;
}

const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/no identity matched/, 'The passphrase or identity does not open this backup.'],
  [/invalid version|invalid header|invalid stanza|non-ASCII|Unknown letter|padding/, 'This is not a backup of Feiqian, or its beginning is damaged.'],
  [/stream ended before/, 'The backup is cut off: the file is not whole.'],
  [/invalid tag|final chunk/, 'The backup is damaged or cut off: from here on it is not as it was written.'],
]; // prettier-ignore

/** What does not come from the age format passes as it is. */
export async function* decrypted(unlock: Decrypter, secret: Readable): AsyncGenerator<Uint8Array> {
  try {
    yield* (await unlock.decrypt(webOf(secret))) as unknown as ReadableStream<Uint8Array>;
  } catch (cause) {
    const { message } = cause as Error;
    const sentence = SENTENCES.find(([pattern]) => pattern.test(message))?.[1];
    throw sentence === undefined ? cause : new Error(sentence, { cause });
  }
}

// The types of the browser's streams and of Node's are the same thing under two names.
const webOf = (stream: Readable) => Readable.toWeb(stream) as unknown as globalThis.ReadableStream<Uint8Array>;
