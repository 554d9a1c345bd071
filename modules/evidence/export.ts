// The log as a file for outsiders, a line of JSON each: where it begins, its leaves with the rows they speak for as they
// stand now, the signed tree heads between them, and where it ends. Streamed from one snapshot, a few leaves at a time.
import { type Instant } from '../../platform/instant.ts';
import { type Pool } from '../../platform/postgres/connect.ts';
import { beginOn } from '../../platform/postgres/tenant-reads.ts';
import { digestLine } from './row-lines.ts';
import { readFrontier, type Reader } from './stored-tree.ts';
import { readLines } from './table-lines.ts';
import { readWitness } from './witness.ts';

/** What `end` and `begin` are made of; see docs/how-to/verify-the-evidence.md. */
export type ExportLine =
  | {
      type: 'begin';
      version: 1;
      origin: string;
      book: number;
      /** Leaves before the first of this file, and the roots of the subtrees they make. */
      size: number;
      roots: string[];
      head: string | null;
      /** Records of the keys that came before. */
      keys: string[];
    }
  | ({ type: 'leaf' } & ExportLeaf)
  | { type: 'head'; head: string }
  | { type: 'end'; size: number; isLogsEnd: boolean };

export interface ExportLeaf {
  leaf: number;
  record: string;
  hash: string;
  witness?: string;
  /** By table: canonical lines of those rows that still are what this leaf says. */
  rows?: Record<string, string[]>;
}

export interface ExportRange {
  /** Whole commits from the first at or after `from` up to the last before `to`; everything when absent. */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

const LEAVES_A_READ = 64;

export async function* exportEvidence(pool: Pool, bookId: number, range: ExportRange = {}): AsyncGenerator<ExportLine> {
  const client = await beginOn(pool, { level: 'isolation level repeatable read' });
  let isClean = false;
  try {
    yield* exportSnapshot(client, bookId, range);
    await client.query('commit');
    isClean = true;
  } finally {
    // A reader that went away leaves the snapshot open.
    client.release(!isClean);
  }
}

async function* exportSnapshot(client: Reader, bookId: number, range: ExportRange): AsyncGenerator<ExportLine> {
  const { origin, first, beyond, size } = await readSpan(client, bookId, range);
  const { roots } = await readFrontier(client, bookId, first);
  yield {
    type: 'begin',
    version: 1,
    origin,
    book: bookId,
    size: first,
    roots: roots.map((root) => Buffer.from(root).toString('hex')),
    ...(await readBefore(client, bookId, first)),
  };
  for (let at = first; at < beyond;) {
    const leaves = await readStoredLeaves(client, bookId, at, Math.min(beyond, at + LEAVES_A_READ));
    if (leaves.length === 0) break;
    yield* linesOf(leaves, await readRowsOf(client, bookId, leaves));
    at = leaves.at(-1)!.leaf + 1;
  }
  yield { type: 'end', size: beyond, isLogsEnd: beyond === size };
}

/** A leaf as it is stored. */
export interface StoredLeaf {
  readonly leaf: number;
  readonly record: string;
  readonly hash: string;
  readonly witness: string | null;
  readonly head: string | null;
  readonly participantId: string | null;
}

export async function readStoredLeaves(
  client: Reader,
  bookId: number,
  from: number,
  beyond: number,
): Promise<StoredLeaf[]> {
  const { rows } = await client.query<Omit<StoredLeaf, 'leaf'> & { leaf: string }>(
    `select leaf::text, record, encode(hash, 'hex') as hash, witness, head, participant_id as "participantId"
     from evidence.leaves where book_id = $1 and leaf >= $2 and leaf < $3 order by leaves.leaf`,
    [bookId, from, beyond],
  );
  return rows.map((row) => ({ ...row, leaf: Number(row.leaf) }));
}

function* linesOf(
  leaves: readonly StoredLeaf[],
  rowsOf: (leaf: StoredLeaf) => ExportLeaf['rows'],
): Generator<ExportLine> {
  for (const stored of leaves) {
    const { leaf, record, hash, witness, head } = stored;
    const rows = rowsOf(stored);
    yield { type: 'leaf', leaf, record, hash, ...(witness === null ? {} : { witness }), ...(rows ? { rows } : {}) };
    if (head !== null) yield { type: 'head', head };
  }
}

/** One query a table for all these leaves; a row that is no longer what a leaf says is left out of it. */
async function readRowsOf(
  client: Reader,
  bookId: number,
  leaves: readonly StoredLeaf[],
): Promise<(leaf: StoredLeaf) => ExportLeaf['rows']> {
  const digestsOf = new Map(leaves.map((leaf) => [leaf, readWitness(leaf.record, leaf.witness)] as const));
  const keys = new Map<string, Set<string>>();
  for (const digests of digestsOf.values()) {
    if (!Array.isArray(digests)) continue;
    for (const { table, key } of digests) {
      const known = keys.get(table);
      if (known) known.add(key);
      else keys.set(table, new Set([key]));
    }
  }
  const lines = new Map<string, Map<string, string>>();
  for (const [table, wanted] of keys) lines.set(table, await readLines(client, bookId, table, [...wanted]));
  return (leaf) => {
    const digests = digestsOf.get(leaf)!;
    if (!Array.isArray(digests) || digests.length === 0) return undefined;
    const rows: Record<string, string[]> = {};
    for (const { table, key, digest } of digests) {
      const line = lines.get(table)?.get(key);
      if (line !== undefined && digestLine(line) === digest) (rows[table] ??= []).push(line);
    }
    return rows;
  };
}

/** The leaves of whole commits within a range, and how many the log has. */
export async function readSpan(
  client: Reader,
  bookId: number,
  { from, to }: ExportRange,
): Promise<{ origin: string; first: number; beyond: number; size: number }> {
  const { rows } = await client.query<{ origin: string; first: string; beyond: string; size: string }>(
    `with log as (
       select (select record from evidence.leaves where book_id = $1 order by leaf limit 1)::jsonb ->> 'origin' as origin,
              coalesce(max(leaf) + 1, 0) as size from evidence.leaves where book_id = $1)
     select origin, size::text,
       case when $2::float8 is null then 0 else coalesce((select max(leaf) + 1 from evidence.leaves
         where book_id = $1 and head is not null and at < to_timestamp($2 / 1e6)), 0) end::text as first,
       case when $3::float8 is null then size else coalesce((select max(leaf) + 1 from evidence.leaves
         where book_id = $1 and head is not null and at < to_timestamp($3 / 1e6)), 0) end::text as beyond
     from log`,
    [bookId, from ?? null, to ?? null],
  );
  const { origin, first, beyond, size } = rows[0]!;
  return { origin, first: Number(first), beyond: Number(beyond), size: Number(size) };
}

async function readBefore(
  client: Reader,
  bookId: number,
  first: number,
): Promise<{ head: string | null; keys: string[] }> {
  const { rows } = await client.query<{ kind: string; record: string; head: string | null }>(
    `select kind, record, head from evidence.leaves
     where book_id = $1 and leaf < $2 and (kind = 'key' or leaf = $2 - 1) order by leaf`,
    [bookId, first],
  );
  const keys = rows.filter(({ kind }) => kind === 'key').map(({ record }) => record);
  return { head: rows.at(-1)?.head ?? null, keys };
}
