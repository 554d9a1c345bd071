// A real PostgreSQL of our own in a data folder: made at the first start, started again after any kind of end, reached by
// a unix socket that only its owner can open.
import { execFile, execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync, chownSync, closeSync, existsSync, fchownSync, lchownSync, lstatSync, mkdirSync, openSync, readFileSync, realpathSync, renameSync, rmSync,
  statSync, symlinkSync,
} from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import pg from 'pg';
import { ordinaryUser, type OrdinaryUser } from './ordinary-user.ts';
import { lockStart } from './start-lock.ts';
import { findPrograms, isReachable } from './programs.ts';
import { archiveSettings, walArchiveOf } from './wal-archive.ts';

const run = promisify(execFile);

export interface EmbeddedPostgres {
  /** Of the database `feiqian` in it. */
  readonly url: string;
  /** The server's process, for drills that kill it. */
  readonly pid: number;
  /** Lets what is committing finish, then ends the server. */
  stop(): Promise<void>;
}

export interface EmbeddedOptions {
  /** More `name=value` settings of PostgreSQL. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Told once, when the server ended though nobody asked it to. */
  readonly onEnd?: () => void;
  /** Once, and with all the time it needs: it may have hours of its log to replay. */
  readonly isRecovery?: boolean;
}

const DATABASE = 'feiqian';
interface Patience {
  readonly attempts: number;
  readonly timeoutMs: number;
}

const PATIENCE: Patience = { attempts: 3, timeoutMs: 60_000 };
const STOP_TIMEOUT_MS = 4_000;
/** A unix socket's path may have 107 bytes; PostgreSQL adds its own file name. */
const MAX_SOCKET_FOLDER = 80;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '',
  unix_socket_permissions: '0700',
  max_connections: '64',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
  checkpoint_timeout: '10min',
  fsync: 'on',
  synchronous_commit: 'on',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  log_min_messages: 'warning',
};

/** Starts the PostgreSQL of this data folder (`<folder>/postgres`), making it first if need be. */
export async function startEmbedded(dataFolder: string, options: EmbeddedOptions = {}): Promise<EmbeddedPostgres> {
  const unlock = lockStart(resolve(dataFolder));
  try {
    return await startLocked(dataFolder, options);
  } finally {
    unlock();
  }
}

async function startLocked(dataFolder: string, options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const preferred = ordinaryUser();
  const programs = findPrograms(preferred);
  const cluster = clusterFolder(resolve(dataFolder), preferred);
  const user = preferred && ownerOf(cluster, preferred);
  const sockets = socketFolder(cluster, user);
  if (!existsSync(join(cluster, 'PG_VERSION'))) await makeCluster(programs, cluster, user);
  await refuseOtherVersion(programs, cluster);
  await endLeftOver(cluster, dataFolder);
  const base = `postgresql://${DATABASE}@/%s?host=${encodeURIComponent(sockets)}`;
  const settings = { ...SETTINGS, ...archiveSettings(cluster), ...options.settings };
  const child = await launchUntilReady(
    () => launch(programs, cluster, sockets, user, settings),
    base.replace('%s', 'postgres'),
    cluster,
    options.isRecovery === true ? { attempts: 1, timeoutMs: Infinity } : PATIENCE,
  );
  let isStopping = false;
  child.once('exit', () => {
    if (!isStopping) options.onEnd?.();
  });
  await makeDatabase(base.replace('%s', 'postgres'));
  return {
    url: base.replace('%s', DATABASE),
    pid: child.pid!,
    stop: async () => {
      isStopping = true;
      await end(child);
    },
  };
}

/**
 * Usually `<data>/postgres`. When we are root and the ordinary user cannot walk down to it, it lives under the user's
 * own home and `<data>/postgres` is a link to it.
 */
function clusterFolder(dataFolder: string, user: OrdinaryUser | undefined): string {
  const wanted = join(dataFolder, 'postgres');
  if (existsSync(wanted)) return realpathSync(wanted);
  if (lstatSync(wanted, { throwIfNoEntry: false })) rmSync(wanted);
  if (!user || isReachable(dataFolder)) {
    makeFolderFor(user, wanted);
    return wanted;
  }
  const elsewhere = join(user.home, `data-${shortHash(`${dataFolder} ${Date.now()}`)}`);
  mkdirSync(user.home, { recursive: true, mode: 0o755 });
  makeFolderFor(user, elsewhere);
  symlinkSync(elsewhere, wanted);
  lchownSync(wanted, user.uid, user.gid);
  return elsewhere;
}

/** The database of this data folder's PostgreSQL when it runs, started by whomever. */
export function findRunning(dataFolder: string): string | undefined {
  const wanted = join(dataFolder, 'postgres');
  if (!existsSync(wanted)) return undefined;
  const cluster = realpathSync(wanted);
  if (postmasterOf(cluster) === undefined) return undefined;
  const preferred = ordinaryUser();
  const sockets = socketFolder(cluster, preferred && ownerOf(cluster, preferred));
  return `postgresql://${DATABASE}@/${DATABASE}?host=${encodeURIComponent(sockets)}`;
}

/** From now on PostgreSQL archives its log. */
export function beginArchive(dataFolder: string): string {
  const cluster = realpathSync(join(dataFolder, 'postgres'));
  const preferred = ordinaryUser();
  const archive = walArchiveOf(cluster);
  makeFolderFor(preferred && ownerOf(cluster, preferred), archive);
  return archive;
}

/** An empty place for a cluster that a backup is restored to, and the user it must belong to when we are root. */
export function makeClusterFolder(dataFolder: string): { cluster: string; user: OrdinaryUser | undefined } {
  const preferred = ordinaryUser();
  mkdirSync(dataFolder, { recursive: true });
  const cluster = clusterFolder(resolve(dataFolder), preferred);
  return { cluster, user: preferred && ownerOf(cluster, preferred) };
}

/** As root we run PostgreSQL as the user whose data it is: it reads no other's. */
function ownerOf(cluster: string, preferred: OrdinaryUser): OrdinaryUser {
  const { uid, gid } = statSync(cluster);
  return uid === 0 ? preferred : { ...preferred, uid, gid };
}

function socketFolder(cluster: string, user: OrdinaryUser | undefined): string {
  const beside = `${cluster}-socket`;
  const folder =
    Buffer.byteLength(beside) <= MAX_SOCKET_FOLDER && (!user || isReachable(dirname(cluster)))
      ? beside
      : join(tmpdir(), `feiqian-${process.getuid?.() ?? 0}-${shortHash(cluster)}`);
  makeFolderFor(user, folder);
  const owner = statSync(folder).uid;
  if (owner !== (user?.uid ?? process.getuid?.())) throw new Error(`${folder} belongs to another user. Remove it.`);
  return folder;
}

function makeFolderFor(user: OrdinaryUser | undefined, folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (lstatSync(folder).isSymbolicLink()) throw new Error(`${folder} is a link. Remove it.`);
  if (user) chownSync(folder, user.uid, user.gid);
  chmodSync(folder, 0o700);
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

const identity = (user: OrdinaryUser | undefined) => (user ? { uid: user.uid, gid: user.gid } : {});

/** A half-made cluster from an interrupted start has no PG_VERSION at its place and is made again. */
async function makeCluster(programs: string, cluster: string, user: OrdinaryUser | undefined): Promise<void> {
  const half = join(cluster, 'making');
  rmSync(cluster, { recursive: true, force: true });
  makeFolderFor(user, cluster);
  makeFolderFor(user, half);
  const args = ['-D', half, '-U', DATABASE, '-E', 'UTF8', '--locale=C', '--auth=trust', '--no-instructions'];
  try {
    await run(join(programs, 'bin/initdb'), args, { ...identity(user), cwd: cluster, env: plainEnv() });
  } catch (cause) {
    const said = (cause as { stderr?: string }).stderr?.trim() ?? (cause as Error).message;
    throw new Error(`PostgreSQL could not make its data in ${cluster}: ${said}`, { cause });
  }
  const made = `${cluster}.made`;
  rmSync(made, { recursive: true, force: true });
  renameSync(half, made);
  rmSync(cluster, { recursive: true });
  renameSync(made, cluster);
}

async function refuseOtherVersion(programs: string, cluster: string): Promise<void> {
  const data = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim();
  const { stdout } = await run(join(programs, 'bin/postgres'), ['--version']);
  const program = /(\d+)/.exec(stdout)?.[1];
  if (data !== program) {
    throw new Error(
      `The data in ${cluster} is of PostgreSQL ${data}, this program brings ${program}. Restore a backup, or use the version that made it.`,
    );
  }
}

/**
 * After `kill -9` of this program its PostgreSQL lives on: it is asked to end, and everything it acknowledged is kept.
 * One whose program still runs is left alone, and we may not start.
 */
async function endLeftOver(cluster: string, dataFolder: string): Promise<void> {
  const pid = postmasterOf(cluster);
  if (pid === undefined) return;
  const starter = starterOf(pid);
  if (starter !== undefined && starter !== process.pid) {
    throw new Error(
      `The data folder ${resolve(dataFolder)} is in use by another Feiqian, process ${starter}. End that one, or start with --data and another folder.`,
    );
  }
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < 5_000; waited += 50) {
      if (!isPostgres(pid)) return;
      await pause(50);
    }
  }
}

/** The PostgreSQL that runs on this cluster. */
function postmasterOf(cluster: string): number | undefined {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const [pidText, folder] = readFileSync(file, 'utf8').split('\n');
  const pid = Number(pidText);
  return Number.isSafeInteger(pid) && pid > 1 && folder === cluster && isPostgres(pid) ? pid : undefined;
}

/**
 * The process that started this PostgreSQL, when it still runs: PostgreSQL carries its number in its name, and is its
 * child until it ends, so a number given to another process since then misleads nobody.
 */
function starterOf(postmaster: number): number | undefined {
  const [, parent, named] = /^\s*(\d+)\s[^]*cluster_name=feiqian-(\d+)/.exec(parentAndWords(postmaster)) ?? [];
  return parent !== undefined && parent === named ? Number(parent) : undefined;
}

/** Linux may have no ps. */
function parentAndWords(pid: number): string {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], { encoding: 'utf8' });
    const [, parent] = /\) . (\d+) /.exec(readFileSync(`/proc/${pid}/stat`, 'utf8'))!;
    return `${parent} ${readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')}`;
  } catch {
    return '';
  }
}

function isPostgres(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return process.platform !== 'linux';
  }
}

function launch(
  programs: string,
  cluster: string,
  sockets: string,
  user: OrdinaryUser | undefined,
  settings: Readonly<Record<string, string>>,
): ChildProcess {
  const log = openSync(join(dirname(cluster), `${cluster.split('/').at(-1)}.log`), 'a', 0o600);
  if (user) fchownSync(log, user.uid, user.gid);
  const args = ['-D', cluster, '-k', sockets, '-c', `cluster_name=feiqian-${process.pid}`];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  // A group of its own: Ctrl-C in the terminal is for us, and we end it when our last commit is through.
  const child = spawn(join(programs, 'bin/postgres'), args, {
    ...identity(user),
    cwd: cluster,
    env: plainEnv(),
    detached: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  // However we end, but by kill -9, it ends too.
  const endWithUs = (): unknown => child.kill('SIGINT');
  process.once('exit', endWithUs);
  child.once('exit', () => process.off('exit', endWithUs));
  return child;
}

function plainEnv(): NodeJS.ProcessEnv {
  return { PATH: process.env.PATH ?? '', LANG: 'C', LC_ALL: 'C', TZ: 'UTC' };
}

/** After its own kill -9 a PostgreSQL's last processes may hold its memory for a moment more; then it is tried again. */
async function launchUntilReady(
  launchOnce: () => ChildProcess,
  url: string,
  cluster: string,
  { attempts, timeoutMs }: Patience,
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const child = launchOnce();
    try {
      await untilReady(child, url, cluster, timeoutMs);
      // Two that start at once: one has the data, and the other must not take its server for its own.
      if (postmasterOf(cluster) !== child.pid) throw new Error(`Another PostgreSQL runs on ${cluster}. Try again.`);
      return child;
    } catch (error) {
      if (attempt === attempts || child.exitCode === null) throw error;
      await pause(attempt * 500);
    }
  }
}

async function untilReady(child: ChildProcess, url: string, cluster: string, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`PostgreSQL ended at its start. Its own words are at the end of ${cluster}.log.`);
    }
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      if (Date.now() > deadline) {
        child.kill('SIGQUIT');
        throw new Error(`PostgreSQL did not start within ${timeoutMs / 1_000} s; see ${cluster}.log.`, {
          cause,
        });
      }
      await pause(20);
    }
  }
}

async function makeDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  } finally {
    await client.end();
  }
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolveEnd) => child.once('exit', resolveEnd));
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGQUIT'), STOP_TIMEOUT_MS);
  await ended;
  clearTimeout(timer);
}
