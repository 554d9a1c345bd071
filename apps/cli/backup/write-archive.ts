// A backup as it is written: a tar, compressed and encrypted on its way, each part with its digest.
import { createHash } from 'node:crypto';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { type Encrypter } from 'age-encryption';
import { type Header, pack, type Pack } from 'tar-stream';
import { type BackupPart } from './manifest.ts';
import { encrypted } from './secrets.ts';

/** Most of a database compresses well already so, and more would take longer than the disk. */
const COMPRESSION = 1;

export class ArchiveWriter {
  readonly parts: BackupPart[] = [];
  readonly #pack: Pack;
  readonly #onBytes: (count: number) => void;

  constructor(pack: Pack, onBytes: (count: number) => void) {
    this.#pack = pack;
    this.#onBytes = onBytes;
  }

  async file(path: string, header: Partial<Pick<Header, 'mode' | 'mtime'>> & { size: number }, content: Readable) {
    const hash = createHash('sha256');
    const onBytes = this.#onBytes;
    const counting = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        onBytes(chunk.length);
        done(null, chunk);
      },
    });
    await pipeline(content, counting, this.#pack.entry({ ...header, name: path }));
    this.parts.push({ path, size: header.size, sha256: hash.digest('hex') });
  }

  async bytes(path: string, content: Buffer): Promise<void> {
    await this.file(path, { size: content.length, mode: 0o600 }, Readable.from([content]));
  }

  folder(path: string, { mode, mtime }: Partial<Pick<Header, 'mode' | 'mtime'>>): void {
    this.#pack.entry({ name: path, type: 'directory', ...(mode ? { mode } : {}), ...(mtime ? { mtime } : {}) });
  }
}

/** The archive as `fill` writes it, ready to be kept. What goes wrong in `fill` is thrown where this is read. */
export async function* sealedArchive(
  lock: Encrypter,
  onBytes: (count: number) => void,
  fill: (writer: ArchiveWriter) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const tar = pack();
  let fault: unknown;
  const filled = fill(new ArchiveWriter(tar, onBytes)).then(
    () => tar.finalize(),
    (error: unknown) => {
      fault ??= error;
      tar.destroy(error as Error);
    },
  );
  const gzip = createGzip({ level: COMPRESSION });
  const packed = pipeline(tar, gzip).catch((error: unknown) => (fault ??= error));
  try {
    yield* encrypted(lock, gzip);
  } catch (error) {
    throw fault ?? error;
  } finally {
    gzip.destroy();
    tar.destroy();
    await Promise.all([filled, packed]);
  }
}
