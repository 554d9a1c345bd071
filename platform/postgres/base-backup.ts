// A physical copy of a running PostgreSQL by its replication protocol, as pg_basebackup takes it: every file as a tar
// stream, with the WAL that makes them one consistent state.
// Format: https://www.postgresql.org/docs/current/protocol-replication.html, "BASE_BACKUP".
import { type Socket } from 'node:net';
import { PassThrough, type Readable } from 'node:stream';
import pg, { type Connection, type Submittable } from 'pg';

/** Where in the write-ahead log. */
export interface LogPlace {
  readonly lsn: string;
  readonly timeline: number;
}

export interface BaseBackup {
  /** The files of the cluster, a tar of unknown length. Whoever took the backup must read it, or destroy it. */
  readonly tar: Readable;
  /** About how many bytes it will have. */
  readonly estimate: Promise<number>;
  /** Once the tar was read to its end: the span of WAL that a restore must replay, and PostgreSQL's own manifest. */
  readonly end: Promise<{ readonly from: LogPlace; readonly to: LogPlace; readonly manifest: Buffer }>;
}

/** Of the replication protocol's own grammar, which knows capitals only. */
const SLOT = 'CREATE_REPLICATION_SLOT feiqian_backup_%s TEMPORARY PHYSICAL (RESERVE_WAL)';
const BACKUP =
  `BASE_BACKUP (LABEL 'feiqian', PROGRESS, CHECKPOINT 'fast', WAL true, WAIT false, MANIFEST 'yes', ` +
  `MANIFEST_CHECKSUMS 'SHA256')`;

const NEW_ARCHIVE = 0x6e;
const NEW_MANIFEST = 0x6d;
const DATA = 0x64;
const TAR_END = Buffer.alloc(1_024);
/** Class 28 and 42501: who we are may not replicate. */
const NOT_ALLOWED = /^(28|42501)/;

export function takeBaseBackup(databaseUrl: string): BaseBackup {
  const tar = new PassThrough();
  let tellEstimate!: (bytes: number) => void;
  const estimate = new Promise<number>((resolve) => (tellEstimate = resolve));
  const end = run(databaseUrl, tar, tellEstimate).catch((error: unknown) => {
    tar.destroy(error as Error);
    tellEstimate(0);
    throw error;
  });
  // It is heard of by the tar, too.
  end.catch(() => undefined);
  return { tar, estimate, end };
}

async function run(databaseUrl: string, tar: PassThrough, onEstimate: (bytes: number) => void) {
  const client = new pg.Client({
    connectionString: databaseUrl,
    application_name: 'feiqian-backup',
    replication: 'true',
  } as pg.ClientConfig);
  client.on('error', () => undefined);
  /** Nobody wants the rest. */
  const abandon = (): void => {
    if (!tar.readableEnded) void client.end().catch(() => undefined);
  };
  tar.once('close', abandon);
  try {
    await client.connect();
    // Holds the WAL from here on until we are done, however long that takes; gone with the connection.
    await client.query(SLOT.replace('%s', String(process.pid)));
    return await new Promise<Awaited<BaseBackup['end']>>((resolve, reject) =>
      client.query(new BaseBackupQuery(tar, onEstimate, resolve, reject)),
    );
  } catch (cause) {
    const { code = '', message } = cause as pg.DatabaseError;
    if (!NOT_ALLOWED.test(code)) throw cause;
    throw new Error(
      `PostgreSQL does not let this user take a backup: ${message}. It needs the attribute REPLICATION and a line for "replication" in pg_hba.conf.`,
      { cause },
    );
  } finally {
    tar.off('close', abandon);
    await client.end().catch(() => undefined);
  }
}

interface BackupConnection extends Connection {
  readonly stream: Socket;
  query(text: string): void;
}

class BaseBackupQuery implements Submittable {
  readonly #tar: PassThrough;
  readonly #onEstimate: (bytes: number) => void;
  readonly #resolve: (end: Awaited<BaseBackup['end']>) => void;
  readonly #reject: (error: Error) => void;
  /** First where the backup begins, then its tablespaces, last where it ends. */
  readonly #rows: (string | null)[][] = [];
  readonly #manifest: Buffer[] = [];
  #isManifest = false;
  #error: Error | undefined;

  constructor(
    tar: PassThrough,
    onEstimate: (bytes: number) => void,
    resolve: (end: Awaited<BaseBackup['end']>) => void,
    reject: (error: Error) => void,
  ) {
    this.#tar = tar;
    this.#onEstimate = onEstimate;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(connection: Connection): void {
    (connection as BackupConnection).query(BACKUP);
  }

  handleRowDescription(): void {
    // Their order is known.
  }

  handleDataRow({ fields }: { fields: (string | null)[] }): void {
    this.#rows.push(fields);
  }

  handleCopyData({ chunk }: { chunk: Buffer }, connection: BackupConnection): void {
    const [kind] = chunk;
    if (kind === NEW_ARCHIVE) this.#begin(chunk);
    else if (kind === NEW_MANIFEST) {
      this.#isManifest = true;
      this.#tar.end(TAR_END);
      // A stream that ends tells of no more room; the manifest is small.
      connection.stream.resume();
    } else if (kind === DATA) {
      // The parser writes over its buffer.
      const bytes = Buffer.from(chunk.subarray(1));
      if (this.#isManifest) this.#manifest.push(bytes);
      else if (!this.#tar.write(bytes)) this.#pause(connection.stream);
    }
  }

  /** What was read from the socket already still comes. */
  #pause(stream: Socket): void {
    if (stream.isPaused()) return;
    stream.pause();
    this.#tar.once('drain', () => stream.resume());
  }

  #begin(chunk: Buffer): void {
    const tablespaces = this.#rows.slice(1);
    this.#onEstimate(tablespaces.reduce((sum, [, , kilobytes]) => sum + Number(kilobytes) * 1_024, 0));
    const name = chunk.toString('utf8', 1, chunk.indexOf(0, 1));
    if (name === 'base.tar') return;
    const error = new Error(
      'This PostgreSQL has tablespaces outside its data folder; back it up with its own tools, such as pgBackRest.',
    );
    this.#tar.destroy(error);
    this.#error ??= error;
  }

  handleCommandComplete(): void {
    // The server is ready a message later.
  }

  handleReadyForQuery(): void {
    const [from, to] = [this.#rows[0], this.#rows.at(-1)];
    if (this.#error || !from || !to) return this.#reject(this.#error ?? new Error('PostgreSQL sent no backup.'));
    const placeOf = ([lsn, timeline]: (string | null)[]): LogPlace => ({ lsn: lsn!, timeline: Number(timeline) });
    this.#resolve({ from: placeOf(from), to: placeOf(to), manifest: Buffer.concat(this.#manifest) });
  }

  handleError(error: Error): void {
    this.#error ??= error;
    this.#reject(this.#error);
  }
}
