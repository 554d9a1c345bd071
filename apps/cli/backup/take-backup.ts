// Takes a backup: first what the database is, then its files as they are copied from under the running server with the
// WAL that makes them one state, then the keys, last the manifest.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Readable } from 'node:stream';
import { type Encrypter } from 'age-encryption';
import { extract } from 'tar-stream';
import { takeBaseBackup } from '../../../platform/postgres/base-backup.ts';
import { beginArchive } from '../../../platform/postgres/embedded.ts';
import { segmentOf } from '../../../platform/postgres/wal-archive.ts';
import { programVersion, root } from '../../server/options.ts';
import { writeDataFolder } from './data-folder.ts';
import { describeDatabase, openDatabase, type OpenDatabase } from './database.ts';
import { keepAt, type Keeping } from './keep.ts';
import { type BackupHeader, type BackupManifest, CONFIGURATION, HEADER_PATH, MANIFEST_PATH, POSTGRES } from './manifest.ts'; // prettier-ignore
import { megabytes, type Progress, startProgress } from './progress.ts';
import { lockOf, type LockOptions } from './secrets.ts';
import { headText } from './words.ts';
import { type ArchiveWriter, sealedArchive } from './write-archive.ts';

export interface BackupOptions extends LockOptions {
  readonly to: string;
  readonly data?: string | undefined;
  readonly config?: string | undefined;
  readonly keepWalDays: number;
  readonly language: 'en' | 'zh';
}

const WAL_SEGMENT = /^pg_wal\/[0-9A-F]{24}$/;
const MS_A_DAY = 86_400_000;

export async function takeBackup(options: BackupOptions): Promise<number> {
  const lock = lockOf(options);
  const data = resolve(options.data ?? join(root, 'data'));
  const begunAt = new Date().toISOString();
  const keeping = keepAt(options.to, begunAt);
  const stopHearing = abandonOnSignal(keeping);
  const progress = startProgress(options.language === 'zh' ? '备份中：' : 'Backing up:');
  try {
    const database = await openDatabase(data, process.env.DATABASE_URL);
    try {
      const header = await describeDatabase(database, programVersion(), begunAt);
      const { manifest, size } = await copyAll(database, header, { lock, data, keeping, progress, config: configurationOf(options) }); // prettier-ignore
      progress.end();
      report(keeping.name, size, manifest, options.language);
      if (database.isEmbedded) pruneArchive(data, manifest, options.keepWalDays);
      return 0;
    } finally {
      await database.close();
    }
  } finally {
    progress.end();
    stopHearing();
  }
}

interface Copying {
  readonly lock: Encrypter;
  readonly data: string;
  readonly config: string | undefined;
  readonly keeping: Keeping;
  readonly progress: Progress;
}

async function copyAll(
  { url, isEmbedded }: OpenDatabase,
  header: BackupHeader,
  { lock, data, config, keeping, progress }: Copying,
): Promise<{ manifest: BackupManifest; size: number }> {
  // Before the first file is copied: from this backup on the log is kept.
  if (isEmbedded) beginArchive(data);
  let manifest: BackupManifest | undefined;
  const content = sealedArchive(lock, progress.add, async (writer) => {
    await writer.bytes(HEADER_PATH, jsonOf(header));
    if (config !== undefined) await writer.bytes(`${CONFIGURATION}feiqian.yaml`, readFileSync(config));
    const copied = await writeDatabase(writer, url, progress);
    // After the database: a key is on the disk before anything is signed by it.
    await writeDataFolder(writer, data);
    const parts = writer.parts.filter(({ path }) => path !== HEADER_PATH);
    manifest = { ...header, ...copied, parts };
    await writer.bytes(MANIFEST_PATH, jsonOf(manifest));
  });
  const size = await keeping.put(content);
  return { manifest: manifest!, size };
}

async function writeDatabase(
  writer: ArchiveWriter,
  url: string,
  progress: Progress,
): Promise<Pick<BackupManifest, 'wal' | 'stoppedAt'>> {
  const { tar, estimate, end } = takeBaseBackup(url);
  void estimate.then(progress.expect);
  let stoppedAt: string | undefined;
  const entries = tar.pipe(extract());
  tar.once('error', (error) => entries.destroy(error));
  try {
    for await (const entry of entries) {
      const { name, type, size = 0, mode, mtime } = entry.header;
      const path = `${POSTGRES}${name}`;
      // The log comes last, up to where the copying had stopped.
      if (WAL_SEGMENT.test(name)) stoppedAt ??= new Date().toISOString();
      if (type === 'file') await writer.file(path, { size, mode, mtime }, entry as unknown as Readable);
      else {
        if (type === 'directory') writer.folder(path, { mode, mtime });
        entry.resume();
      }
    }
    const { from, to, manifest } = await end;
    await writer.bytes(`${POSTGRES}backup_manifest`, manifest);
    return { wal: { from, to }, stoppedAt: stoppedAt! };
  } finally {
    tar.destroy();
  }
}

const jsonOf = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, null, 1)}\n`);

function configurationOf({ config }: BackupOptions): string | undefined {
  if (config !== undefined && !existsSync(config)) throw new Error(`There is no file ${config}.`);
  const usual = join(root, 'feiqian.yaml');
  return config ?? (existsSync(usual) ? usual : undefined);
}

/** Of Ctrl-C nothing remains. A process that is killed leaves a `.part`, which the next backup of that name removes. */
function abandonOnSignal(keeping: Keeping): () => void {
  const leave = (): never => {
    keeping.abandon();
    console.error('\nInterrupted. Nothing was kept of this backup.');
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, leave);
  return () => signals.forEach((signal) => process.off(signal, leave));
}

/** Segments that this backup does not need and that are older than the days asked for; what came since is kept. */
function pruneArchive(data: string, { wal }: BackupManifest, days: number): void {
  const archive = beginArchive(data);
  const first = segmentOf(wal.from);
  const oldest = Date.now() - days * MS_A_DAY;
  for (const name of readdirSync(archive)) {
    const segment = /^[0-9A-F]{24}/.exec(name)?.[0];
    // A segment's name begins with its timeline; its place in the log follows.
    if (segment === undefined || segment.slice(8) >= first.slice(8)) continue;
    if (statSync(join(archive, name)).mtimeMs < oldest) rmSync(join(archive, name));
  }
}

function report(name: string, size: number, manifest: BackupManifest, language: 'en' | 'zh'): void {
  const { parts, stoppedAt, head } = manifest;
  const content = megabytes(parts.reduce((sum, part) => sum + part.size, 0));
  console.log(
    language === 'zh'
      ? `${name}：${parts.length} 个文件，${content}，加密后 ${megabytes(size)}。配合预写日志归档，可恢复到 ${stoppedAt} 及之后的任一时刻。`
      : `${name}: ${parts.length} files, ${content}, encrypted ${megabytes(size)}. With the archive of the log it restores to ${stoppedAt} and to any moment after.`,
  );
  console.log(headText(head, language));
}
