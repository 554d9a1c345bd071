// What of a data folder goes into a backup besides the database: keys, secrets, whatever else the server keeps there.
import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { DATA } from './manifest.ts';
import { type ArchiveWriter } from './write-archive.ts';

/** The database's own, which is copied by other means, and what is unfinished. */
const LEFT_OUT = /^(postgres|postgres\.log|postgres-.*|restoring)$|\.(part|age)$/;

export async function writeDataFolder(writer: ArchiveWriter, folder: string): Promise<void> {
  for (const path of filesIn(folder, '')) {
    const { size, mode, mtime } = statSync(join(folder, path));
    // Of a file that grows meanwhile, what it was.
    const content = size === 0 ? Readable.from([]) : createReadStream(join(folder, path), { end: size - 1 });
    await writer.file(`${DATA}${path}`, { size, mode: mode & 0o777, mtime }, content);
  }
}

function filesIn(folder: string, below: string): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((each) => {
    if (LEFT_OUT.test(each.name)) return [];
    const path = join(below, each.name);
    if (each.isDirectory()) return filesIn(folder, path);
    return each.isFile() ? [path] : [];
  });
}
