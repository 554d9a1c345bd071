// Hashes of the tree as the rows keep them: those of leaves, and roots of subtrees of 256 leaves, 256 of those, and so
// on. What lies between is folded when it is asked for: a few hundred hashes for any proof.
import { type ClientBase } from 'pg';
import { assert } from '../../platform/refusal.ts';
import {
  consistencyRanges, foldSubtrees, Frontier, hashNode, inclusionRanges, type LeafRange, type Subtree, subtreesOf,
} from './merkle.ts'; // prettier-ignore

/** Levels between subtrees whose roots are kept. */
export const KEPT_LEVELS = 8;

export type Reader = Pick<ClientBase, 'query'>;

/** What appending to the first `size` leaves needs. */
export async function readFrontier(client: Reader, bookId: number, size: number): Promise<Frontier> {
  const subtrees = subtreesOf(0, size);
  const rootOf = await readSubtrees(client, bookId, subtrees);
  return new Frontier(size, subtrees.map(rootOf));
}

export async function readRoot(client: Reader, bookId: number, size: number): Promise<Uint8Array> {
  return (await readFrontier(client, bookId, size)).root;
}

export async function readInclusionProof(
  client: Reader,
  bookId: number,
  leaf: number,
  size: number,
): Promise<Uint8Array[]> {
  return readRanges(client, bookId, inclusionRanges(leaf, size));
}

export async function readConsistencyProof(
  client: Reader,
  bookId: number,
  first: number,
  second: number,
): Promise<Uint8Array[]> {
  return readRanges(client, bookId, consistencyRanges(first, second));
}

async function readRanges(client: Reader, bookId: number, ranges: readonly LeafRange[]): Promise<Uint8Array[]> {
  const cut = ranges.map(([from, to]) => subtreesOf(from, to));
  const rootOf = await readSubtrees(client, bookId, cut.flat());
  return cut.map((subtrees) => foldSubtrees(subtrees.map(rootOf)));
}

/** Reads what these subtrees are folded from, one query a kept level. */
async function readSubtrees(
  client: Reader,
  bookId: number,
  subtrees: readonly Subtree[],
): Promise<(subtree: Subtree) => Uint8Array> {
  const hashes = new Map<string, Uint8Array>();
  const byBase = new Map<number, Subtree[]>();
  for (const each of subtrees) byBase.set(baseOf(each), [...(byBase.get(baseOf(each)) ?? []), each]);
  for (const [base, group] of byBase) {
    for (const [number, hash] of await readLevel(client, bookId, base, group)) hashes.set(`${base}/${number}`, hash);
  }
  const rootOf = ({ level, number }: Subtree): Uint8Array => {
    if (level % KEPT_LEVELS === 0) {
      const hash = hashes.get(`${level}/${number}`);
      assert(hash, `the evidence holds the root of subtree ${number} of level ${level}`);
      return hash;
    }
    const below = { level: level - 1, number: number * 2 };
    return hashNode(rootOf(below), rootOf({ ...below, number: below.number + 1 }));
  };
  return rootOf;
}

const baseOf = ({ level }: Subtree): number => level - (level % KEPT_LEVELS);

async function readLevel(
  client: Reader,
  bookId: number,
  base: number,
  subtrees: readonly Subtree[],
): Promise<[number: string, hash: Uint8Array][]> {
  const table = base === 0 ? 'evidence.leaves' : 'evidence.nodes';
  const [number, isLevel] = base === 0 ? ['leaf', ''] : ['number', `and n.level = ${base}`];
  const width = ({ level }: Subtree): number => 2 ** (level - base);
  const { rows } = await client.query<{ number: string; hash: Buffer }>(
    `select n.${number}::text as number, n.hash
     from unnest($2::int8[], $3::int8[]) as r(first, beyond)
     join ${table} n on n.book_id = $1 and n.${number} >= r.first and n.${number} < r.beyond ${isLevel}`,
    [
      bookId,
      subtrees.map((each) => each.number * width(each)),
      subtrees.map((each) => (each.number + 1) * width(each)),
    ],
  );
  return rows.map((row) => [row.number, row.hash]);
}
