// Where a backup is kept: a file, or an object in an S3-compatible store. It has its name only once it is whole.
import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync, openSync, closeSync, fsyncSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'; // prettier-ignore
import { basename, dirname, join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { isObjectAddress, objectAt } from './object-store.ts';

export interface Keeping {
  /** What it will be called. */
  readonly name: string;
  /** Resolves when all is there for good, under its name. */
  put(content: AsyncIterable<Uint8Array>): Promise<number>;
  /** Leaves nothing behind, also when this process ends at once. */
  abandon(): void;
}

/** `begunAt` names the backup when `to` names a folder or the beginning of names in a bucket. */
export function keepAt(to: string, begunAt: string): Keeping {
  const ownName = `feiqian-${begunAt.slice(0, 19).replaceAll(':', '-')}Z.age`;
  if (isObjectAddress(to)) return objectAt(to.endsWith('.age') ? to : `${to.replace(/\/$/, '')}/${ownName}`);
  const isFolder = to.endsWith('/') || (existsSync(to) && statSync(to).isDirectory());
  return fileAt(isFolder ? join(to, ownName) : to);
}

export function openKept(from: string): Readable {
  if (isObjectAddress(from)) return Readable.from(objectAt(from).read());
  if (!existsSync(from) || !statSync(from).isFile()) throw new Error(`There is no file ${from}.`);
  return createReadStream(from, { highWaterMark: 1 << 20 });
}

function fileAt(given: string): Keeping {
  const name = resolve(given);
  const folder = dirname(name);
  if (existsSync(name)) throw new Error(`${name} exists already; a backup never writes over another.`);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const unfinished = `${name}.${process.pid}-${randomUUID().slice(0, 8)}.part`;
  removeLeftOver(folder, basename(name));
  const abandon = (): void => rmSync(unfinished, { force: true });
  return {
    name,
    abandon,
    put: async (content) => {
      let size = 0;
      async function* counted(): AsyncGenerator<Uint8Array> {
        for await (const chunk of content) {
          size += chunk.length;
          yield chunk;
        }
      }
      try {
        await pipeline(Readable.from(counted()), createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }));
        renameSync(unfinished, name);
        syncFolder(folder);
        return size;
      } catch (error) {
        abandon();
        throw sentenceOf(error, name);
      }
    },
  }; // prettier-ignore
}

function sentenceOf(error: unknown, name: string): unknown {
  const { code, syscall } = error as NodeJS.ErrnoException;
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return new Error(`There is no room for ${name}. Nothing was kept of this backup.`, { cause: error });
  if (code !== undefined && syscall !== undefined && ['open', 'write', 'fsync', 'rename'].includes(syscall))
    return new Error(`${name} cannot be written (${code}). Nothing was kept of this backup.`, { cause: error });
  return error;
}

/** What a backup to the same name left that ended by kill -9. */
function removeLeftOver(folder: string, name: string): void {
  for (const each of readdirSync(folder)) {
    const pid = each.startsWith(`${name}.`) ? /\.(\d+)-[0-9a-f]{8}\.part$/.exec(each)?.[1] : undefined;
    if (pid !== undefined && !isRunning(Number(pid))) rmSync(join(folder, each), { force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
