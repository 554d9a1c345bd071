// One start at a time on a data folder: a file with the starting process's id, there until PostgreSQL runs. After that
// PostgreSQL's own file says who is there.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Answers how to give it back. Throws a sentence when another process is starting here. */
export function lockStart(dataFolder: string): () => void {
  mkdirSync(dataFolder, { recursive: true });
  const path = join(dataFolder, 'starting.pid');
  for (let attempt = 0; attempt < 3; attempt++) {
    if (take(path)) return heldUntilReleased(path);
    if (isHeld(path)) {
      throw new Error(
        `Another start on ${dataFolder} is under way (process ${holderOf(path)}). Wait until it has finished, or end it; ` +
          `if there is no such Feiqian, remove ${path}.`,
      );
    }
    takeAway(path);
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

/**
 * Left by a start that was killed. Of two who find it the slower must not take away what the quicker has put there since:
 * it is looked at again by one at a time.
 */
function takeAway(path: string): void {
  const turn = `${path}.turn`;
  if (!take(turn)) {
    if (isLeft(turn)) rmSync(turn, { force: true });
    return;
  }
  try {
    if (isLeft(path)) rmSync(path, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

function isHeld(path: string): boolean {
  const holder = holderOf(path);
  return holder !== undefined && isAlive(holder);
}

/** One that is there: where there is none, another may take it at this moment. */
function isLeft(path: string): boolean {
  const holder = holderOf(path);
  return holder !== undefined && !isAlive(holder);
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
