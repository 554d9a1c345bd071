// One start at a time on a data folder: a file with the starting process's id, there until PostgreSQL runs. After that
// PostgreSQL's own file says who is there.
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers how to give it back. Throws a sentence when another process is starting here. */
export function lockStart(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, 'starting.pid');
  for (let attempt = 0; attempt < 3; attempt++) {
    if (take(path)) return heldUntilReleased(path);
    const holder = holderOf(path);
    if (holder !== undefined && isAlive(holder)) {
      throw new Error(
        `Another start on ${dataFolder} is under way (process ${holder}). Wait until it has finished, or end it; ` +
          `if there is no such Feiqian, remove ${path}.`,
      );
    }
    setAside(path);
  }
  throw new Error(`Other starts on ${dataFolder} are under way. Start again in a moment.`);
}

/** Also when the process leaves in the middle of its start. */
function heldUntilReleased(path: string): () => void {
  const release = (): void => {
    process.off('exit', release);
    rmSync(path, { force: true });
  };
  process.once('exit', release);
  return release;
}

/** The file appears with its content, or not at all. */
function take(path: string): boolean {
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(process.pid));
  try {
    linkSync(own, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    rmSync(own);
  }
}

/** Left by a start that was killed. By renaming, so that of two who find it only one takes it away. */
function setAside(path: string): void {
  const aside = `${path}.${process.pid}.left`;
  try {
    renameSync(path, aside);
    rmSync(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}

function holderOf(path: string): number | undefined {
  try {
    const text = readFileSync(path, 'utf8');
    return /^\d+$/.test(text) ? Number(text) : undefined;
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return pid !== process.pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
