// The parts of a backup at their places in the folder that is being restored.
import { chownSync, createWriteStream, existsSync, lstatSync, mkdirSync, readlinkSync, rmSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { makeClusterFolder } from '../../../platform/postgres/embedded.ts';
import { CONFIGURATION, DATA, POSTGRES } from './manifest.ts';
import { type ArchiveReader } from './read-archive.ts';

const OWNER_ONLY = 0o700;

export function unpackInto(folder: string, onBytes: (count: number) => void): ArchiveReader {
  let place: ReturnType<typeof makeClusterFolder> | undefined;
  /** As root PostgreSQL runs as another user. */
  const give = (path: string): void => {
    if (place?.user) chownSync(path, place.user.uid, place.user.gid);
  };
  const clusterPath = (path: string): string => {
    place ??= makeClusterFolder(folder);
    return join(place.cluster, path.slice(POSTGRES.length));
  };
  return {
    folder: (path) => {
      if (!path.startsWith(POSTGRES)) return;
      const made = clusterPath(path);
      mkdirSync(made, { recursive: true, mode: OWNER_ONLY });
      give(made);
    },
    file: async (path, { size = 0, mode }, content: Readable) => {
      const isCluster = path.startsWith(POSTGRES);
      const file = isCluster ? clusterPath(path) : join(folder, nameIn(path));
      if (!isCluster) mkdirSync(dirname(file), { recursive: true, mode: OWNER_ONLY });
      await pipeline(content, createWriteStream(file, { flags: 'wx', mode: mode ?? 0o600, flush: !isCluster }));
      if (isCluster) give(file);
      onBytes(size);
    },
  };
}

function nameIn(path: string): string {
  const prefix = [DATA, CONFIGURATION].find((each) => path.startsWith(each));
  if (prefix === undefined) throw new Error(`The backup has a part that this program does not know: ${path}.`);
  return path.slice(prefix.length);
}

/** PostgreSQL is to replay its log on the next start, by the settings that start gives. */
export function markForRecovery(folder: string): void {
  const { cluster, user } = makeClusterFolder(folder);
  const signal = join(cluster, 'recovery.signal');
  writeFileSync(signal, '');
  if (user) chownSync(signal, user.uid, user.gid);
}

/** Also what lies elsewhere, where PostgreSQL's user can reach it. */
export function removeUnpacked(folder: string): void {
  const cluster = join(folder, 'postgres');
  if (lstatSync(cluster, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
    const real = readlinkSync(cluster);
    for (const suffix of ['', '.log', '-socket']) rmSync(`${real}${suffix}`, { recursive: true, force: true });
  }
  if (existsSync(folder)) rmSync(folder, { recursive: true, force: true });
}
