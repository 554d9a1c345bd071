// Cursors of lists: where a page ended, opaque to the reader. A query asks for one row more than the page has; whether it
// came says if there is a next page.
import { Refusal } from '../refusal.ts';
import { type Page } from './schemas.ts';

export type CursorPart = string | number;

/** The values of the last row that order the list, in that order. */
export function encodeCursor(parts: readonly CursorPart[]): string {
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Refuses `cursor_malformed` for anything but so many texts and numbers; undefined stays undefined. */
export function decodeCursor(cursor: string | undefined, length: number): CursorPart[] | undefined {
  if (cursor === undefined) return undefined;
  const parts = parseParts(cursor);
  const isGood =
    Array.isArray(parts) && parts.length === length && parts.every((part) => /^(string|number)$/.test(typeof part));
  if (!isGood) throw new Refusal('cursor_malformed', { field: '?after' });
  return parts as CursorPart[];
}

/** What a made-up cursor holds may be no moment or number to PostgreSQL, which says so by a code of class 22. */
export function refusalOfCursor(error: unknown, { method, query }: { method: string; query: unknown }): Refusal | undefined {
  const isOfData = /^22...$/.test((error as { code?: string } | undefined)?.code ?? '');
  const isPaged = method === 'GET' && (query as { after?: unknown } | undefined)?.after !== undefined;
  return isOfData && isPaged ? new Refusal('cursor_malformed', { field: '?after' }) : undefined;
} // prettier-ignore

function parseParts(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}

/** A page of at most `limit` items from rows of which one more was asked for. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  itemOf: (row: Row) => Item,
  cursorOf: (row: Row) => readonly CursorPart[],
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const next = rows.length > limit && last !== undefined ? encodeCursor(cursorOf(last)) : null;
  return { items: shown.map(itemOf), next };
}
