// `feiqian restore --from FILE --to FOLDER`: a backup, brought to a moment by its WAL, in a folder of its own that
// `npm start` takes. Nothing stands at its place before its evidence was verified by the code of `feiqian audit verify`.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { parseInstant } from '../../../platform/instant.ts';
import { embeddedMajor } from '../../../platform/postgres/programs.ts';
import { walFoldersIn } from '../../../platform/postgres/wal-archive.ts';
import { programVersion, UNFINISHED_RESTORE } from '../../server/options.ts';
import { openKept, syncFolder } from './keep.ts';
import { type BackupHeader, type BackupManifest } from './manifest.ts';
import { startProgress } from './progress.ts';
import { readArchive } from './read-archive.ts';
import { proveRestored, type RestoredState } from './restored-state.ts';
import { openReplayed, type Replay } from './replay.ts';
import { unlockOf, type UnlockOptions } from './secrets.ts';
import { unpackInto, removeUnpacked } from './unpack.ts';
import { headText } from './words.ts';

const USAGE =
  'npx feiqian restore --from FILE|s3://… --to FOLDER (--identity-file FILE | --passphrase-file FILE) [--wal FOLDER]… ' +
  '[--at 2027-04-14T10:00:00Z|latest] [--key PUBLIC.pem] [--lang en|zh]';

interface RestoreOptions extends UnlockOptions, Replay {
  readonly from: string;
  readonly to: string;
  /** The public key of the evidence, when the auditor brings one; otherwise that of the backup. */
  readonly keyPem: string | undefined;
  readonly language: 'en' | 'zh';
}

export async function restore(args: string[]): Promise<number> {
  let options: RestoreOptions;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${(error as Error).message}\nUsage: ${USAGE}`);
    return 2;
  }
  try {
    await restoreTo(options);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

function readOptions(args: string[]): RestoreOptions {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      wal: { type: 'string', multiple: true, default: [] },
      at: { type: 'string', default: 'latest' },
      key: { type: 'string' },
      'identity-file': { type: 'string' },
      'passphrase-file': { type: 'string' },
      lang: { type: 'string', default: 'en' },
    },
  });
  const { from, to, wal, at, key, lang } = values;
  if (from === undefined || to === undefined) throw new Error('Name the backup with --from and the folder with --to.');
  if (lang !== 'en' && lang !== 'zh') throw new Error(`--lang is en or zh, not "${lang}".`);
  const moment = at === 'latest' ? undefined : parseInstant(at);
  if (at !== 'latest' && moment === undefined)
    throw new Error(`--at is "latest" or a moment like 2027-04-14T10:00:00Z, not "${at}".`);
  const missing = wal.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`There is no folder ${missing}.`);
  return {
    ...values,
    from,
    to: resolve(to),
    at: moment,
    walFolders: wal.flatMap((folder) => walFoldersIn(resolve(folder))),
    keyPem: key === undefined ? undefined : readFileSync(key, 'utf8'),
    language: lang,
  };
}

async function restoreTo(options: RestoreOptions): Promise<void> {
  const { from, to, language } = options;
  const unlock = unlockOf(options);
  refuseUsed(to);
  const source = openKept(from);
  const isOurs = !existsSync(to);
  const folder = join(to, UNFINISHED_RESTORE);
  const stopHearing = warnOnSignal(to);
  const progress = startProgress(language === 'zh' ? '读取中：' : 'Reading:');
  try {
    mkdirSync(folder, { recursive: true });
    const unpack = unpackInto(folder, progress.add);
    const manifest = await readArchive(source, unlock, programVersion(), { ...unpack, header: refuseOtherPostgres });
    progress.end();
    const state = await replayAndProve(folder, manifest, options);
    settleDown(folder, to, { from, state, manifest });
    report(to, state, language);
  } catch (error) {
    removeUnpacked(folder);
    if (isOurs) rmdirSync(to);
    throw roomOf(error, to);
  } finally {
    progress.end();
    stopHearing();
  }
}

async function replayAndProve(
  folder: string,
  manifest: BackupManifest,
  { keyPem, ...replay }: RestoreOptions,
): Promise<RestoredState> {
  const database = await openReplayed(folder, manifest, replay);
  try {
    return await proveRestored(database.url, folder, manifest, keyPem);
  } finally {
    await database.stop();
  }
}

function refuseUsed(to: string): void {
  if (!existsSync(to)) return;
  const names = readdirSync(to);
  if (names.includes(UNFINISHED_RESTORE))
    throw new Error(`An earlier restore to ${to} did not come to its end. Remove what is in it, and restore again.`);
  if (names.length > 0) throw new Error(`${to} is not empty. Name an empty folder, or one that does not exist yet.`);
}

function refuseOtherPostgres({ postgres }: BackupHeader): void {
  const ours = embeddedMajor();
  if (postgres.isEmbedded && postgres.major === ours) return;
  throw new Error(
    postgres.isEmbedded
      ? `This backup is of PostgreSQL ${postgres.major}, this program brings ${ours}. Restore it with the version that took it.`
      : `This backup is of a PostgreSQL ${postgres.major} of your own (DATABASE_URL). Unpack it there: its folder "postgres" is a base backup; see docs/how-to/back-up-and-restore.md.`,
  );
}

/** All or nothing: while the unfinished folder is there, the server does not start on it. */
function settleDown(folder: string, to: string, restored: Record<string, unknown>): void {
  const { manifest, ...rest } = restored as { manifest: BackupManifest };
  const { begunAt, stoppedAt, feiqian } = manifest;
  const record = { ...rest, backup: { begunAt, stoppedAt, feiqian }, restoredAt: new Date().toISOString() };
  writeFileSync(join(folder, 'restored.json'), `${JSON.stringify(record, null, 2)}\n`, { flush: true });
  for (const name of readdirSync(folder)) renameSync(join(folder, name), join(to, name));
  syncFolder(to);
  rmdirSync(folder);
  syncFolder(to);
}

function warnOnSignal(to: string): () => void {
  const leave = (): never => {
    console.error(`\nInterrupted. What is in ${to} is unfinished: remove it.`);
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, leave);
  return () => signals.forEach((signal) => process.off(signal, leave));
}

function roomOf(error: unknown, to: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code !== 'ENOSPC' && code !== 'EDQUOT' && !/No space left on device/.test(message)) return error;
  return new Error(`There is no room in ${to} for what the backup holds. Nothing was left there.`, { cause: error });
}

function report(to: string, { head, commits, decidedAt, rows, term }: RestoredState, language: 'en' | 'zh'): void {
  const isChinese = language === 'zh';
  console.log(
    isChinese
      ? `已恢复到 ${to}：最后一次提交为第 ${commits} 次，${decidedAt}。`
      : `Restored to ${to}: its last commit is number ${commits}, of ${decidedAt}.`,
  );
  console.log(headText(head, language));
  console.log(
    isChinese ? `证据核验无误，共 ${rows} 行。` : `The evidence was verified: ${rows} rows, all as they were written.`,
  );
  const configuration = join(to, 'feiqian.yaml');
  const config = existsSync(configuration) ? ` --config ${configuration}` : '';
  console.log(
    isChinese
      ? `其写入任期从 ${term} 起；原服务器即使仍在运行，也无法写入此库。先确认原服务器已停，再启动：npm start -- --data ${to}${config}`
      : `Its writer's term begins at ${term}: a former server cannot write here. See that the former one has ended, then: npm start -- --data ${to}${config}`,
  );
}
