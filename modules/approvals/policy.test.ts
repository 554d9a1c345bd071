// The rules of policies and the canonical form, as tables of cases.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { canonicalText, type Content, hashOf } from './content.ts';
import { approversFor } from './policy.ts';

const bands = [
  { from: '0', approvers: 0 },
  { from: '1000', approvers: 2 },
  { from: '5000', approvers: 1 },
] as const;

test('the band an amount reaches says how many approve; without an amount it is the strictest of all', () => {
  for (const [amount, needed] of [[0n, 0], [999n, 0], [1000n, 2], [4999n, 2], [5000n, 1], [10n ** 24n, 1], [undefined, 2]] as const) {
    assert.equal(approversFor({ bands }, amount), needed, String(amount));
  }
}); // prettier-ignore

const CONTENT: Content = {
  id: 'R1',
  action: 'funding:write',
  method: 'POST',
  path: '/v1/participants/{id}/funding',
  params: { id: 'AAAACNBJ' },
  query: {},
  body: { direction: 'lend', amount: '500', reason: '短缺 €' },
  organisation: 'central-bank',
  makerId: 'li.na',
  expiresAt: '2027-04-16T02:00:00.000000Z',
};

test('the canonical form orders members, whatever order they came in, and any change of the content changes the hash', () => {
  const body = { reason: '短缺 €', amount: '500', direction: 'lend' };
  assert.equal(canonicalText({ ...CONTENT, body }), canonicalText(CONTENT));
  assert.match(canonicalText(CONTENT), /^\{"action":"funding:write","body":\{"amount":"500","direction":"lend","reason":"短缺 €"\},/);
  for (const name of Object.keys(CONTENT) as (keyof Content)[]) {
    const changed = { ...CONTENT, [name]: typeof CONTENT[name] === 'string' ? `${CONTENT[name] as string}x` : { x: 1 } };
    assert.ok(!hashOf(changed).equals(hashOf(CONTENT)), name);
  }
}); // prettier-ignore

test('what PostgreSQL keeps as jsonb hashes as what was sent: a round through JSON in any order changes nothing', () => {
  const shuffled = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(shuffled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, shuffled(member)])); // prettier-ignore
  };
  const json = fc.jsonValue({ noUnicodeString: false }).filter((value) => !JSON.stringify(value).includes('__proto__'));
  fc.assert(
    fc.property(json, (body) => {
      const kept = shuffled(JSON.parse(JSON.stringify(body)));
      assert.ok(hashOf({ ...CONTENT, body: kept }).equals(hashOf({ ...CONTENT, body })));
    }),
  );
});
