// The repository's own files, for the tests that hold its rules.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the root, with slashes: `modules/ledger/books.ts`. */
  readonly path: string;
  readonly text: string;
}

const skippedFolders = new Set(['node_modules', 'dist', 'data', '.git', 'generated']);
const ourTypes = /\.(ts|tsx|mjs|js|css|html|sql|json|md|yaml|yml|txt)$|\/\.ci\/run$/;

/** Everything people wrote; the lock file is npm's own. */
export function sourceFiles(folder = '.'): SourceFile[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '.' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return skippedFolders.has(entry.name) ? [] : sourceFiles(path);
    if (!ourTypes.test(`/${path}`) || entry.name === 'package-lock.json') return [];
    return [{ path, text: readFileSync(join(root, path), 'utf8') }];
  });
}

const importPattern =
  /^\s*(?:import|export)\b[^'"]*?\bfrom\s+['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)|^import\s+['"]([^'"]+)['"]/gm;

/** Our files that a file imports, from the root; packages are left out. */
export function importsOf({ path, text }: SourceFile): string[] {
  return [...text.matchAll(importPattern)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3]!;
    return target.startsWith('.') ? [normalize(join(dirname(path), target)).replaceAll('\\', '/')] : [];
  });
}

/** Names of packages a file imports, Node's own left out. */
export function packagesOf({ text }: SourceFile): string[] {
  return [...text.matchAll(importPattern)].flatMap((match) => {
    const target = match[1] ?? match[2] ?? match[3]!;
    if (/^(\.|node:)/.test(target)) return [];
    return [
      target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/'),
    ];
  });
}
