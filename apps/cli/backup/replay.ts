// PostgreSQL replays the log on the files of a backup, to its end or to a moment, and says why when it cannot.
import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { formatInstant, type Instant, parseInstant } from '../../../platform/instant.ts';
import { type EmbeddedPostgres, startEmbedded } from '../../../platform/postgres/embedded.ts';
import { restoreCommand, segmentAfter, segmentOf } from '../../../platform/postgres/wal-archive.ts';
import { type BackupManifest } from './manifest.ts';
import { markForRecovery } from './unpack.ts';

export interface Replay {
  /** The last moment whose commits are wanted, by the database's own clock; undefined is all there are. */
  readonly at: Instant | undefined;
  readonly walFolders: readonly string[];
}

export async function openReplayed(
  folder: string,
  manifest: BackupManifest,
  { at, walFolders }: Replay,
): Promise<EmbeddedPostgres> {
  if (at !== undefined && at < parseInstant(manifest.stoppedAt)!) {
    throw new Error(
      `This backup was being taken until ${manifest.stoppedAt}: to go back to ${formatInstant(at)}, take an earlier one.`,
    );
  }
  if (at === undefined) refuseGap(manifest, walFolders);
  markForRecovery(folder);
  const target = at === undefined ? {} : { recovery_target_time: settingOf(at), recovery_target_action: 'promote' };
  const settings = { ...target, restore_command: restoreCommand(walFolders), hot_standby: 'off', archive_mode: 'off' };
  try {
    return await startEmbedded(folder, { settings, isRecovery: true });
  } catch (cause) {
    throw new Error(reasonIn(folder, (cause as Error).message), { cause });
  }
}

/** While PostgreSQL reads its settings it knows no names of time zones, not even Z. */
const settingOf = (at: Instant): string => formatInstant(at).replace('T', ' ').replace('Z', '+00');

/** PostgreSQL takes a missing segment for the end of the log and would say nothing of those behind it. */
function refuseGap({ wal }: BackupManifest, folders: readonly string[]): void {
  const names = folders.flatMap((folder) => readdirSync(folder));
  const archived = new Set(names.filter((name) => name.endsWith('.gz')).map((name) => name.slice(0, -3)));
  const there = new Set([...names, ...archived]);
  const first = segmentOf(wal.to);
  const ours = [...archived].filter((name) => /^[0-9A-F]{24}$/.test(name) && name.slice(0, 8) === first.slice(0, 8));
  const last = ours.sort().at(-1) ?? first;
  for (let each = segmentAfter(first); each < last; each = segmentAfter(each)) {
    if (there.has(each)) continue;
    throw new Error(
      `The archive lacks the segment ${each}, so what came after it cannot be replayed. Find it, or name a moment before it with --at.`,
    );
  }
}

function reasonIn(folder: string, otherwise: string): string {
  const cluster = join(folder, 'postgres');
  const file = existsSync(cluster) ? `${realpathSync(cluster)}.log` : '';
  if (!existsSync(file)) return otherwise;
  const text = readFileSync(file, 'utf8');
  const lastCommit = /last completed transaction was at log time (.*)/.exec(text)?.[1];
  if (text.includes('recovery ended before configured recovery target')) {
    const end = lastCommit === undefined ? '' : ` Its last commit is of ${lastCommit}.`;
    return `The WAL at hand ends before the moment of --at.${end} Name a folder with more of it by --wal, or an earlier moment, or --at latest.`;
  }
  const unread = /could not restore file "([0-9A-F]+)[^"]*" from archive.*/.exec(text);
  if (unread) return `The WAL segment ${unread[1]} cannot be read: it is damaged, or closed to the user PostgreSQL runs as.`;
  const words = text.split('\n').filter((line) => /(FATAL|PANIC|ERROR): /.test(line) && !line.includes('starting up'));
  return words.length === 0 ? otherwise : `PostgreSQL could not replay the log: ${words.at(-1)!.replace(/^.*?(FATAL|PANIC|ERROR): +/, '')}.`;
} // prettier-ignore
