// The Merkle tree of RFC 9162, section 2.1: a leaf's hash begins with 0x00, a node's with 0x01, so that neither passes
// for the other. Which subtrees a proof is made of is told here; who keeps their hashes is not this file's matter.
import { hash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

export function hashLeaf(record: string): Buffer {
  return hash('sha256', Buffer.concat([LEAF, Buffer.from(record)]), 'buffer');
}

export function hashNode(left: Uint8Array, right: Uint8Array): Buffer {
  return hash('sha256', Buffer.concat([NODE, left, right]), 'buffer');
}

/** The root of a tree without leaves. */
export const EMPTY_ROOT = hash('sha256', '', 'buffer');

/** A complete subtree: its 2^level leaves begin at leaf number × 2^level. Level 0 is a leaf. */
export interface Subtree {
  readonly level: number;
  readonly number: number;
}

export type HashOf = (subtree: Subtree) => Uint8Array;

/** The complete subtrees that make up leaves `from` up to, not with, `to`, left to right, as RFC 9162 would cut them. */
export function subtreesOf(from: number, to: number): Subtree[] {
  const found: Subtree[] = [];
  for (let at = from; at < to;) {
    let level = 0;
    while (at % 2 ** (level + 1) === 0 && at + 2 ** (level + 1) <= to) level += 1;
    found.push({ level, number: at / 2 ** level });
    at += 2 ** level;
  }
  return found;
}

/** Folds the hashes of subtrees, left to right, into the one above them. */
export function foldSubtrees(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return EMPTY_ROOT;
  return hashes.reduceRight((right, left) => hashNode(left, right));
}

/** A run of leaves whose root is one hash of a proof. */
export type LeafRange = readonly [from: number, to: number];

/** The largest power of two smaller than the number of leaves. */
function splitOf(count: number): number {
  let split = 1;
  while (split * 2 < count) split *= 2;
  return split;
}

/** PATH of RFC 9162, 2.1.3.1: the runs whose roots prove that the leaf is in the tree of `size` leaves. */
export function inclusionRanges(leaf: number, size: number): LeafRange[] {
  const ranges: LeafRange[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (leaf < middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
    }
  }
  return ranges.reverse();
}

/** PROOF of RFC 9162, 2.1.4.1: the runs whose roots prove that the tree of `first` leaves begins the tree of `second`. */
export function consistencyRanges(first: number, second: number): LeafRange[] {
  if (first === 0 || first === second) return [];
  const ranges: LeafRange[] = [];
  let [from, to, isWhole] = [0, second, true];
  while (to !== first) {
    const middle = from + splitOf(to - from);
    if (first <= middle) {
      ranges.push([middle, to]);
      to = middle;
    } else {
      ranges.push([from, middle]);
      from = middle;
      isWhole = false;
    }
  }
  if (!isWhole) ranges.push([from, to]);
  return ranges.reverse();
}

/** RFC 9162, 2.1.3.2. */
export function verifyInclusion(
  leafHash: Uint8Array,
  leaf: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (leaf >= size) return false;
  let [fn, sn, at] = [leaf, size - 1, leafHash];
  for (const each of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      at = hashNode(each, at);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else at = hashNode(at, each);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && Buffer.compare(at, root) === 0;
}

/** RFC 9162, 2.1.4.2; every tree begins with the empty one and with itself. */
export function verifyConsistency(
  first: number,
  second: number,
  firstRoot: Uint8Array,
  secondRoot: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  if (first > second) return false;
  if (first === second) return proof.length === 0 && Buffer.compare(firstRoot, secondRoot) === 0;
  if (first === 0) return proof.length === 0 && Buffer.compare(firstRoot, EMPTY_ROOT) === 0;
  const path = Number.isInteger(Math.log2(first)) ? [firstRoot, ...proof] : [...proof];
  let [fn, sn] = [first - 1, second - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  const start = path.shift();
  if (!start) return false;
  let [fr, sr] = [start, start];
  for (const each of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [hashNode(each, fr), hashNode(each, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [fn / 2, Math.floor(sn / 2)];
    } else sr = hashNode(sr, each);
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && Buffer.compare(fr, firstRoot) === 0 && Buffer.compare(sr, secondRoot) === 0;
}

/** The growing edge of a tree: the roots of its complete subtrees, all that appending needs. */
export class Frontier {
  /** By level; undefined where the size has no such subtree. */
  readonly #roots: (Uint8Array | undefined)[] = [];
  #size = 0;

  /** `roots` are those of `subtreesOf(0, size)`. */
  constructor(size = 0, roots: readonly Uint8Array[] = []) {
    this.#size = size;
    for (const [index, { level }] of subtreesOf(0, size).entries()) this.#roots[level] = roots[index];
  }

  get size(): number {
    return this.#size;
  }

  /** Largest first. */
  get roots(): Uint8Array[] {
    return [...this.#roots].reverse().filter((root) => root !== undefined);
  }

  get root(): Uint8Array {
    return foldSubtrees(this.roots);
  }

  /** Appends a leaf's hash; tells of every complete subtree above it. */
  append(leafHash: Uint8Array, onComplete?: (subtree: Subtree, root: Uint8Array) => void): void {
    let [level, at] = [0, leafHash];
    for (let left = this.#roots[0]; left; left = this.#roots[level]) {
      at = hashNode(left, at);
      this.#roots[level] = undefined;
      level += 1;
      onComplete?.({ level, number: Math.floor(this.#size / 2 ** level) }, at);
    }
    this.#roots[level] = at;
    this.#size += 1;
  }
}
