// The archive of write-ahead log (WAL) beside a cluster: what a restore replays after a backup, to any moment. PostgreSQL
// hands over each segment when it is full, or a minute after something was written to it. There is no archive until the
// first backup makes its folder, because without a backup there is nothing to replay on.
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';

/** What the archive lacks at most when the machine and its disks are gone. */
export const ARCHIVE_TIMEOUT_S = 60;

const SEGMENT_BYTES = 1 << 24;
const SEGMENTS_A_HALF = 2 ** 32 / SEGMENT_BYTES;

export function walArchiveOf(cluster: string): string {
  return `${cluster}-wal`;
}

/**
 * A segment is compressed under a temporary name, forced to the disk and renamed. One that is there already, because
 * PostgreSQL ended before it heard so, must be the same to the byte; otherwise PostgreSQL keeps its own and asks again.
 */
export function archiveSettings(cluster: string): Record<string, string> {
  const command = [
    `d=${shellWord(walArchiveOf(cluster))}`,
    '[ -d "$d" ] || exit 0',
    'f="$d/%f.gz"',
    'if [ -f "$f" ]; then gzip -dc "$f" | cmp -s - "%p"',
    'else gzip -1 -c "%p" > "$f.part" && sync "$f.part" && mv "$f.part" "$f" && sync "$d"',
    'fi',
  ];
  return { archive_mode: 'on', archive_timeout: `${ARCHIVE_TIMEOUT_S}s`, archive_command: command.join('; ') };
}

/** From the first of these folders that has a segment, compressed or not. One that cannot be read ends the recovery. */
export function restoreCommand(folders: readonly string[]): string {
  const words = folders.map(shellWord).join(' ');
  return [
    `for d in ${words || "''"}`,
    'do if [ -f "$d/%f.gz" ]; then gzip -dc "$d/%f.gz" > "%p" && exit 0 || exit 126',
    'elif [ -f "$d/%f" ]; then cp "$d/%f" "%p" && exit 0 || exit 126; fi',
    'done; exit 1',
  ].join('; ');
}

/** Where WAL may lie that a person named: an archive, or a data folder with its archive and its PostgreSQL's own. */
export function walFoldersIn(folder: string): string[] {
  const cluster = join(folder, 'postgres');
  if (!existsSync(cluster)) return [folder];
  // Where PostgreSQL runs as another user, this is a link.
  const real = realpathSync(cluster);
  return [walArchiveOf(real), join(real, 'pg_wal')].filter((each) => existsSync(each));
}

/** The name of the segment that holds this place: its timeline, and its number in two halves. */
export function segmentOf({ lsn, timeline }: { readonly lsn: string; readonly timeline: number }): string {
  const [high = 0, low = 0] = lsn.split('/').map((half) => parseInt(half, 16));
  return segmentName(timeline, high * SEGMENTS_A_HALF + Math.floor(low / SEGMENT_BYTES));
}

export function segmentAfter(name: string): string {
  const [timeline = 0, high = 0, low = 0] = [0, 8, 16].map((at) => parseInt(name.slice(at, at + 8), 16));
  return segmentName(timeline, high * SEGMENTS_A_HALF + low + 1);
}

function segmentName(timeline: number, number: number): string {
  const halves = [timeline, Math.floor(number / SEGMENTS_A_HALF), number % SEGMENTS_A_HALF];
  return halves.map((half) => half.toString(16).toUpperCase().padStart(8, '0')).join('');
}

/** For `sh`, inside a setting in which PostgreSQL replaces what follows a percent sign. */
function shellWord(text: string): string {
  return `'${text.replaceAll("'", "'\\''").replaceAll('%', '%%')}'`;
}
