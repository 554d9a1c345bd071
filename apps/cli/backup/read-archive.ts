// A backup as it is read: opened, unpacked part by part, and at its end every part held against the manifest. Nothing
// of it is kept in memory.
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Decrypter } from 'age-encryption';
import { extract, type Extract, type Header } from 'tar-stream';
import { type BackupHeader, type BackupManifest, HEADER_PATH, MANIFEST_PATH, readHeader } from './manifest.ts';
import { decrypted } from './secrets.ts';

export interface ArchiveReader {
  /** Before any part. */
  header?(header: BackupHeader): void;
  folder?(path: string, header: Header): void;
  /** Must read the content to its end. */
  file(path: string, header: Header, content: Readable): Promise<void>;
}

/** Resolves when all was read and is as it was written; throws a sentence otherwise. */
export async function readArchive(
  secret: Readable,
  unlock: Decrypter,
  version: string,
  reader: ArchiveReader,
): Promise<BackupManifest> {
  const entries = extract();
  const faults: unknown[] = [];
  const plain = Readable.from(decrypted(unlock, secret), { objectMode: false });
  const opened = pipeline(plain, createGunzip(), entries).catch((error: unknown) => {
    faults.push(error);
    entries.destroy(error as Error);
  });
  try {
    const manifest = await readEntries(entries, version, reader);
    await opened;
    if (faults.length > 0) throw faults[0] as Error;
    return manifest;
  } catch (error) {
    entries.destroy();
    secret.destroy();
    await opened;
    throw sentenceOf([...faults, error].find((each) => !isEcho(each)) ?? error);
  }
}

async function readEntries(entries: Extract, version: string, reader: ArchiveReader): Promise<BackupManifest> {
  const found = new Map<string, string>();
  let header: BackupHeader | undefined;
  let manifest: BackupManifest | undefined;
  for await (const entry of entries) {
    const { name, type } = entry.header;
    const content = entry as unknown as Readable;
    refuseUnsafe(name);
    if (!header) {
      if (name !== HEADER_PATH) throw new Error('This is not a backup of Feiqian.');
      header = readHeader(await wholeOf(content), version);
      reader.header?.(header);
    } else if (name === MANIFEST_PATH) {
      manifest = JSON.parse((await wholeOf(content)).toString('utf8')) as BackupManifest;
    } else if (type === 'directory') {
      reader.folder?.(name, entry.header);
      entry.resume();
    } else {
      found.set(name, await digested(content, (bytes) => reader.file(name, entry.header, bytes)));
    }
  }
  if (!manifest) throw new Error('The backup is cut off: its manifest is missing.');
  refuseDifferent(manifest, found);
  return manifest;
}

/** Said by one stream because another one ended. */
const isEcho = (error: unknown): boolean => /premature(ly)?( close)?/i.test((error as Error).message);

/** What the file's own layers say when it is not whole; the encryption below them usually said so first. */
function sentenceOf(error: unknown): unknown {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code.startsWith('Z_') || /^(Unexpected end of data|Invalid tar header)/.test(message))
    return new Error('The backup is damaged: it does not unpack.', { cause: error });
  return error;
}

async function digested(entry: Readable, take: (content: Readable) => Promise<void>): Promise<string> {
  const hash = createHash('sha256');
  const hashing = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk);
      done(null, chunk);
    },
  });
  await Promise.all([pipeline(entry, hashing), take(hashing)]);
  return hash.digest('hex');
}

async function wholeOf(entry: Readable): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of entry) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Its author may be someone else than it says. */
function refuseUnsafe(path: string): void {
  if (path.startsWith('/') || path.split('/').includes('..') || path.includes('\0'))
    throw new Error(`The backup has an entry outside its own folders: ${path}.`);
}

function refuseDifferent({ parts }: BackupManifest, found: ReadonlyMap<string, string>): void {
  for (const { path, sha256 } of parts) {
    const digest = found.get(path);
    if (digest === undefined) throw new Error(`The backup lacks ${path}.`);
    if (digest !== sha256) throw new Error(`The backup is damaged: ${path} is not as it was written.`);
  }
  if (parts.length !== found.size) throw new Error('The backup has parts that its manifest does not name.');
}
