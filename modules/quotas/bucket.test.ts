// The bucket as a rule: so many a second, twice as many at once, and nothing for a clock that goes back.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Bucket } from './bucket.ts';

const SECOND = 1_000_000;
const START = 1_800_000_000 * SECOND;

function taken(bucket: Bucket, rate: number, at: number, tries: number): number {
  let count = 0;
  for (let each = 0; each < tries; each++) count += Number(bucket.take(rate, at));
  return count;
}

test('a bucket holds two seconds of its rate, and fills by the second up to that', () => {
  const bucket = new Bucket();
  assert.equal(taken(bucket, 10, START, 100), 20);
  assert.equal(taken(bucket, 10, START + SECOND / 2, 100), 5);
  assert.equal(taken(bucket, 10, START + 100 * SECOND, 100), 20);
});

test('over any time no more is let in than the rate and one bucket', () => {
  const bucket = new Bucket();
  let count = 0;
  for (let ms = 0; ms < 10_000; ms += 7) count += taken(bucket, 50, START + ms * 1_000, 3);
  assert.ok(count <= 50 * 10 + 100 && count >= 50 * 10 + 98, String(count));
});

test('a clock that goes back gives nothing, and the wait is until there is one more', () => {
  const bucket = new Bucket();
  assert.equal(taken(bucket, 4, START, 100), 8);
  assert.equal(bucket.waitSeconds(4), 0.25);
  assert.equal(bucket.fullSeconds(4), 2);
  assert.equal(taken(bucket, 4, START - 60 * SECOND, 5), 0);
  assert.equal(bucket.left(4, START - 59 * SECOND), 4);
});

test('a rate that was lowered takes what is above it, and a rate of nothing lets nobody in', () => {
  const bucket = new Bucket();
  assert.equal(bucket.left(100, START), 200);
  assert.equal(bucket.left(1, START), 2);
  assert.equal(taken(bucket, 0, START, 3), 0);
  assert.ok(bucket.waitSeconds(0) > 0);
});
