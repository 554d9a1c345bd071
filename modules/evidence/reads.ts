// Reads of the log: its end, its leaves in pages, its heads, its keys, and the leaf of a commit.
import { type ActsThrough, type LeafKind } from './leaf.ts';
import { hashLeaf } from './merkle.ts';
import { type Reader } from './stored-tree.ts';
import { keyIdOf } from './tree-head.ts';

export interface LogEnd {
  readonly size: number;
  readonly origin: string;
  readonly head: string;
  readonly keyId: string;
}

/** Undefined when the log is empty. */
export async function readLogEnd(client: Reader, bookId: number): Promise<LogEnd | undefined> {
  const { rows } = await client.query<{ size: string; head: string | null; key: string | null }>(
    `select (leaf + 1)::text as size, head,
            (select record from evidence.leaves where book_id = $1 and kind = 'key' order by leaf desc limit 1) as key
     from evidence.leaves where book_id = $1 order by leaf desc limit 1`,
    [bookId],
  );
  const [row] = rows;
  if (!row) return undefined;
  if (row.head === null || row.key === null) {
    throw new Error(`The evidence of book ${bookId} has lost leaves: its end carries no signed tree head.`);
  }
  const { origin, key } = JSON.parse(row.key) as { origin: string; key: string };
  return { size: Number(row.size), origin, head: row.head, keyId: keyIdOf(origin, key) };
}

/** How far the log has come with acts beside the books: its last leaf of them says it, so it is written with them. */
export async function readActsThrough(client: Reader, bookId: number): Promise<ActsThrough> {
  const { rows } = await client.query<{ record: string; hash: Buffer }>(
    `select record, hash from evidence.leaves where book_id = $1 and kind = 'acts' order by leaf desc limit 1`,
    [bookId],
  );
  const [last] = rows;
  if (!last) return {};
  if (Buffer.compare(hashLeaf(last.record), last.hash) !== 0) {
    throw new Error(
      `The evidence of book ${bookId} does not add up: its last leaf of acts is not what was hashed. ` +
        '`npx feiqian audit verify` names what was changed.',
    );
  }
  return (JSON.parse(last.record) as { through: ActsThrough }).through;
}

export interface LeafRead {
  readonly leaf: number;
  readonly kind: LeafKind;
  readonly commit: number;
  readonly at: string;
  readonly participantId: string | null;
  readonly record: string;
  readonly hash: string;
}

const LEAF_COLUMNS = `leaf::text, kind, commit_number::text as commit, participant_id, record, encode(hash, 'hex') as hash,
  to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at`;

interface LeafRow {
  leaf: string;
  kind: LeafKind;
  commit: string;
  at: string;
  participant_id: string | null;
  record: string;
  hash: string;
}

const leafOf = (row: LeafRow): LeafRead => ({
  leaf: Number(row.leaf),
  kind: row.kind,
  commit: Number(row.commit),
  at: row.at,
  participantId: row.participant_id,
  record: row.record,
  hash: row.hash,
});

export interface LeafQuery {
  readonly from: number;
  readonly limit: number;
  readonly kind?: string | undefined;
  readonly commit?: number | undefined;
  readonly participantId?: string | undefined;
}

/** Leaves from this one on, oldest first. */
export async function readLeaves(client: Reader, bookId: number, query: LeafQuery): Promise<LeafRead[]> {
  const { rows } = await client.query<LeafRow>(
    `select ${LEAF_COLUMNS} from evidence.leaves
     where book_id = $1 and leaf >= $2 and ($4::text is null or kind = $4) and ($5::int8 is null or commit_number = $5)
       and ($6::text is null or participant_id = $6)
     order by leaves.leaf limit $3`,
    [bookId, query.from, query.limit, query.kind ?? null, query.commit ?? null, query.participantId ?? null],
  );
  return rows.map(leafOf);
}

export async function readLeaf(client: Reader, bookId: number, leaf: number): Promise<LeafRead | undefined> {
  const [found] = await readLeaves(client, bookId, { from: leaf, limit: 1 });
  return found?.leaf === leaf ? found : undefined;
}

/** The signed head of the first tree with at least so many leaves; without a size, of the latest. */
export async function readHead(client: Reader, bookId: number, size?: number): Promise<string | undefined> {
  const { rows } = await client.query<{ head: string }>(
    size === undefined
      ? 'select head from evidence.leaves where book_id = $1 and head is not null order by leaf desc limit 1'
      : 'select head from evidence.leaves where book_id = $1 and head is not null and leaf >= $2::int8 - 1 order by leaf limit 1',
    size === undefined ? [bookId] : [bookId, size],
  );
  return rows[0]?.head;
}

/** Every change of key, oldest first. */
export async function readKeyLeaves(client: Reader, bookId: number): Promise<{ leaf: number; record: string }[]> {
  const { rows } = await client.query<{ leaf: string; record: string }>(
    `select leaf::text, record from evidence.leaves where book_id = $1 and kind = 'key' order by leaves.leaf`,
    [bookId],
  );
  return rows.map(({ leaf, record }) => ({ leaf: Number(leaf), record }));
}
