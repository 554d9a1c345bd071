// The tree held against RFC 9162 read word for word: its definitions, written here as slow recursion, give the answers.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  consistencyRanges, EMPTY_ROOT, foldSubtrees, Frontier, hashLeaf, inclusionRanges, type LeafRange, subtreesOf, verifyConsistency,
  verifyInclusion,
} from './merkle.ts'; // prettier-ignore

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** 2.1.1: the largest power of two smaller than n. */
function splitOf(n: number): number {
  return 2 ** Math.floor(Math.log2(n - 1));
}

function definedRoot(leaves: readonly string[]): Buffer {
  if (leaves.length === 0) return sha256('');
  if (leaves.length === 1) return sha256('\0', leaves[0]!);
  const k = splitOf(leaves.length);
  return sha256('\x01', definedRoot(leaves.slice(0, k)), definedRoot(leaves.slice(k)));
}

/** 2.1.3.1. */
function definedPath(m: number, leaves: readonly string[]): Buffer[] {
  if (leaves.length <= 1) return [];
  const k = splitOf(leaves.length);
  return m < k
    ? [...definedPath(m, leaves.slice(0, k)), definedRoot(leaves.slice(k))]
    : [...definedPath(m - k, leaves.slice(k)), definedRoot(leaves.slice(0, k))];
}

/** 2.1.4.1. */
function definedSubproof(m: number, leaves: readonly string[], isWhole: boolean): Buffer[] {
  if (m === leaves.length) return isWhole ? [] : [definedRoot(leaves)];
  const k = splitOf(leaves.length);
  return m <= k
    ? [...definedSubproof(m, leaves.slice(0, k), isWhole), definedRoot(leaves.slice(k))]
    : [...definedSubproof(m - k, leaves.slice(k), false), definedRoot(leaves.slice(0, k))];
}

const leavesOf = (size: number): string[] => Array.from({ length: size }, (_, index) => `leaf ${index}`);

/** The root of a run of leaves, as the store folds it. */
function rangeRoot(leaves: readonly string[], [from, to]: LeafRange): Uint8Array {
  return foldSubtrees(
    subtreesOf(from, to).map(({ level, number }) =>
      definedRoot(leaves.slice(number * 2 ** level, (number + 1) * 2 ** level)),
    ),
  );
}

function grown(leaves: readonly string[]): Frontier {
  const frontier = new Frontier();
  for (const leaf of leaves) frontier.append(hashLeaf(leaf));
  return frontier;
}

const hex = (hashes: readonly Uint8Array[]): string[] => hashes.map((hash) => Buffer.from(hash).toString('hex'));

// The leaves and roots that implementations of Certificate Transparency have tested themselves with since RFC 6962.
const KNOWN_LEAVES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
];
const KNOWN_ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];

test('the roots of the eight known trees', () => {
  const leaves = KNOWN_LEAVES.map((text) => Buffer.from(text, 'hex').toString('latin1'));
  KNOWN_ROOTS.forEach((root, size) => {
    assert.equal(definedRoot(leaves.slice(0, size)).toString('hex'), root, `${size} leaves`);
    assert.deepEqual(hex([grown(leaves.slice(0, size)).root]), [root], `${size} leaves, appended one by one`);
  });
  assert.deepEqual(hex([EMPTY_ROOT]), [KNOWN_ROOTS[0]]);
});

test('every tree up to 40 leaves: root, every inclusion and every consistency proof are those of the definitions', () => {
  for (let size = 0; size <= 40; size++) {
    const leaves = leavesOf(size);
    const root = definedRoot(leaves);
    assert.deepEqual(hex([grown(leaves).root]), hex([root]));
    for (let leaf = 0; leaf < size; leaf++) {
      const proof = inclusionRanges(leaf, size).map((range) => rangeRoot(leaves, range));
      assert.deepEqual(hex(proof), hex(definedPath(leaf, leaves)), `leaf ${leaf} of ${size}`);
      assert.ok(verifyInclusion(hashLeaf(leaves[leaf]!), leaf, size, proof, root));
    }
    for (let first = 1; first <= size; first++) {
      const proof = consistencyRanges(first, size).map((range) => rangeRoot(leaves, range));
      assert.deepEqual(hex(proof), hex(definedSubproof(first, leaves, true)), `${first} to ${size}`);
      assert.ok(verifyConsistency(first, size, definedRoot(leaves.slice(0, first)), root, proof));
    }
  }
});

const aTree = fc.integer({ min: 2, max: 300 }).chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1)));

test('a proof of inclusion shows one leaf in one tree and nothing else', () => {
  fc.assert(
    fc.property(aTree, fc.nat(), fc.nat(255), ([size, leaf], place, bit) => {
      const leaves = leavesOf(size);
      const root = grown(leaves).root;
      const proof = inclusionRanges(leaf, size).map((range) => rangeRoot(leaves, range));
      const own = hashLeaf(leaves[leaf]!);
      assert.ok(verifyInclusion(own, leaf, size, proof, root));
      assert.ok(!verifyInclusion(hashLeaf('another'), leaf, size, proof, root));
      assert.ok(!verifyInclusion(own, leaf, size, [...proof, root], root));
      assert.ok(!verifyInclusion(own, leaf, size, proof.slice(1), root));
      assert.ok(!verifyInclusion(own, size, size, proof, root));
      const bent = proof.map((hash) => Buffer.from(hash));
      bent[place % bent.length]![bit >> 3]! ^= 1 << (bit & 7);
      assert.ok(!verifyInclusion(own, leaf, size, bent, root));
    }),
  );
});

test('a proof of consistency shows that nothing before was changed', () => {
  fc.assert(
    fc.property(aTree, fc.nat(), fc.nat(255), ([size, before], place, bit) => {
      const first = before + 1;
      const leaves = leavesOf(size);
      const [old, root] = [grown(leaves.slice(0, first)).root, grown(leaves).root];
      const proof = consistencyRanges(first, size).map((range) => rangeRoot(leaves, range));
      assert.ok(verifyConsistency(first, size, old, root, proof));
      const edited = grown(leaves.map((leaf, index) => (index === place % first ? `${leaf}!` : leaf)));
      if (first < size) assert.ok(!verifyConsistency(first, size, old, edited.root, proof));
      assert.ok(!verifyConsistency(first, size, hashLeaf('another'), root, proof));
      if (proof.length === 0) return;
      const bent = proof.map((hash) => Buffer.from(hash));
      bent[place % bent.length]![bit >> 3]! ^= 1 << (bit & 7);
      assert.ok(!verifyConsistency(first, size, old, root, bent));
      assert.ok(!verifyConsistency(first, size, old, root, proof.slice(1)));
    }),
  );
});

test('a tree goes on from its frontier alone, and tells each complete subtree once', () => {
  fc.assert(
    fc.property(fc.nat(300), fc.nat(300), (first, more) => {
      const leaves = leavesOf(first + more);
      const before = grown(leaves.slice(0, first));
      const resumed = new Frontier(first, before.roots);
      const told: string[] = [];
      for (const leaf of leaves.slice(first)) {
        resumed.append(hashLeaf(leaf), ({ level, number }, root) => {
          const own = leaves.slice(number * 2 ** level, (number + 1) * 2 ** level);
          assert.deepEqual(hex([root]), hex([definedRoot(own)]));
          told.push(`${level}/${number}`);
        });
      }
      assert.deepEqual(hex([resumed.root]), hex([definedRoot(leaves)]));
      assert.equal(new Set(told).size, told.length);
    }),
    { numRuns: 40 },
  );
});
