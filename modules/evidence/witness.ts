// A leaf's witness: a line for each row its record speaks for, table after table. The record holds the digest of each
// table's lines, so the witness can be checked by the record and by nothing else.
import { hash } from 'node:crypto';

export interface RowDigest {
  readonly table: string;
  /** As in covered-tables.ts. */
  readonly key: string;
  /** SHA-256 of the row's canonical line, base64url. */
  readonly digest: string;
}

interface RowsRecord {
  readonly rows?: readonly { readonly table: string; readonly count: number; readonly digest: string }[];
}

/** The rows a record speaks for, or the table whose lines are not those it was written with. */
export function readWitness(record: string, witness: string | null): RowDigest[] | { wrongTable: string } {
  const { rows = [] } = parseRecord(record);
  const lines = (witness ?? '').split('\n');
  const found: RowDigest[] = [];
  let at = 0;
  for (const { table, count, digest } of rows) {
    const own = lines.slice(at, at + count);
    at += count;
    if (hash('sha256', `${own.join('\n')}\n`, 'base64url') !== digest) return { wrongTable: table };
    for (const line of own) found.push({ table, key: line.slice(0, -44), digest: line.slice(-43) });
  }
  return found;
}

/** A record that was made unreadable speaks for nothing; that its hash is another one is found elsewhere. */
function parseRecord(record: string): RowsRecord {
  try {
    return JSON.parse(record) as RowsRecord;
  } catch {
    return {};
  }
}
