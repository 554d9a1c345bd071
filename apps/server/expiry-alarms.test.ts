// When an alarm tells that something expires.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expiryConditions } from './expiry-alarms.ts';

const DAY = 86_400_000_000;

/** Of something that lives so many days, with so many left. */
const told = (life: number, left: number): [string, string] | undefined => {
  const expiring = { id: 'x', name: { en: 'It', zh: '它' }, startsAt: 0, endsAt: life * DAY };
  const [condition] = expiryConditions([expiring], (life - left) * DAY);
  return condition && [condition.code, condition.severity];
};

test('an alarm tells 90, 30 and 7 days before something expires, each step once', () => {
  assert.equal(told(365, 91), undefined);
  assert.deepEqual(told(365, 90), ['expires-within-90-days', 'low']);
  assert.deepEqual(told(365, 31), ['expires-within-90-days', 'low']);
  assert.deepEqual(told(365, 30), ['expires-within-30-days', 'medium']);
  assert.deepEqual(told(365, 7), ['expires-within-7-days', 'high']);
  assert.deepEqual(told(365, 0), ['expired', 'high']);
});

test('what lives short is in alarm from its first day for none but the last step', () => {
  assert.equal(told(90, 90), undefined);
  assert.equal(told(90, 45), undefined);
  assert.deepEqual(told(90, 30), ['expires-within-30-days', 'medium']);
  assert.equal(told(59, 30), undefined);
  assert.deepEqual(told(59, 7), ['expires-within-7-days', 'high']);
  assert.deepEqual(told(3, 3), ['expires-within-7-days', 'high']);
});
