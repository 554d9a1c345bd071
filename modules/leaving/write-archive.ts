// An organisation's archive: a tar, compressed, of its datasets and messages, with a list of every file's SHA-256, and a manifest
// that the house signs over that list. What is written is never held whole in memory.
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdirSync, rmSync, statSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { finished, pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { pack, type Pack } from 'tar-stream';

export const SUMS = 'SHA256SUMS';
export const MANIFEST = 'manifest.json';
export const SIGNATURE = 'manifest.jws';

export class ArchiveWriter {
  readonly #pack: Pack = pack();
  readonly #spool: string;
  readonly #written: Promise<void>;
  readonly #sums: FileHandle;
  readonly #sumsHash = createHash('sha256');
  files = 0;

  private constructor(file: string, spool: string, sums: FileHandle) {
    this.#spool = spool;
    this.#sums = sums;
    this.#written = pipeline(this.#pack, createGzip(), createWriteStream(file, { mode: 0o600, flush: true }));
    // What goes wrong is thrown where it is waited for.
    this.#written.catch(() => undefined);
  }

  /** `spool` is a folder for what is under way; it is made anew, and gone at the end. */
  static async open(file: string, spool: string): Promise<ArchiveWriter> {
    rmSync(spool, { recursive: true, force: true });
    mkdirSync(spool, { recursive: true, mode: 0o700 });
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    return new ArchiveWriter(file, spool, await open(join(spool, SUMS), 'w', 0o600));
  }

  async text(name: string, text: string): Promise<void> {
    const content = Buffer.from(text);
    await this.#entry(name, content.length, Readable.from([content]));
    await this.#sum(name, createHash('sha256').update(content).digest('hex'));
  }

  /** A tar says a file's size before its content, so it is written aside first. */
  async lines(name: string, lines: AsyncIterable<string>): Promise<void> {
    const aside = join(this.#spool, 'part');
    const hash = createHash('sha256');
    await pipeline(hashed(lines, hash), createWriteStream(aside, { mode: 0o600 }));
    await this.#entry(name, statSync(aside).size, createReadStream(aside));
    await this.#sum(name, hash.digest('hex'));
  }

  /** `sign` is given the SHA-256 of the list of all files, and answers the manifest and its signature. */
  async end(sign: (sums: string, files: number) => Promise<{ manifest: string; signature: string }>): Promise<void> {
    await this.#sums.close();
    const list = join(this.#spool, SUMS);
    const { manifest, signature } = await sign(this.#sumsHash.digest('hex'), this.files);
    await this.#entry(SUMS, statSync(list).size, createReadStream(list));
    for (const [name, text] of [[MANIFEST, manifest], [SIGNATURE, signature]] as const) {
      await this.#entry(name, Buffer.byteLength(text), Readable.from([text]));
    } // prettier-ignore
    this.#pack.finalize();
    await this.#written;
    rmSync(this.#spool, { recursive: true, force: true });
  }

  async drop(): Promise<void> {
    this.#pack.destroy();
    await this.#sums.close().catch(() => undefined);
    await this.#written.catch(() => undefined);
    rmSync(this.#spool, { recursive: true, force: true });
  }

  async #entry(name: string, size: number, content: Readable): Promise<void> {
    const entry = this.#pack.entry({ name, size, mode: 0o600, mtime: new Date(0) });
    // Disk that is full shows in what is written, not in the entry.
    await Promise.race([pipeline(content, entry), this.#written.then(() => finished(entry))]);
  }

  async #sum(name: string, sha256: string): Promise<void> {
    const line = `${sha256}  ${name}\n`;
    this.files += 1;
    this.#sumsHash.update(line);
    await this.#sums.write(line);
  }
}

async function* hashed(lines: AsyncIterable<string>, hash: ReturnType<typeof createHash>): AsyncGenerator<Buffer> {
  for await (const line of lines) {
    const bytes = Buffer.from(line);
    hash.update(bytes);
    yield bytes;
  }
}
