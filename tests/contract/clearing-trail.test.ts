// The trail of a clearing batch: each act with its place in the log, for its house and the central bank, and for no member.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { givenBanks, OPERATOR, startApi } from './testing.ts';

const [A, C, HOUSE] = ['AAAACNBJ', 'CCCCCNBJ', 'HOUSCNBJ'] as const;

test('each act of a clearing batch leads to its leaf, and its members see none of them', async (t) => {
  const api = await startApi(t);
  const { ask } = api;
  await givenBanks(api, [A, C, HOUSE], '100000');
  const positions = [
    { participant: A, net: '-10' },
    { participant: C, net: '10' },
  ];
  const made = await ask(HOUSE, 'POST', '/v1/clearing', { reference: 'R1', positions, informationMinutes: 60 });
  assert.equal(made.status, 201, JSON.stringify(made.body));
  const one = `/v1/clearing/${made.body.id}`;
  assert.equal((await ask(HOUSE, 'POST', `${one}/revoke`, { reason: 'Wrong day' })).status, 200);
  for (const who of [OPERATOR, HOUSE]) {
    const { acts } = (await ask(who, 'GET', one)).body;
    assert.deepEqual(acts.map(({ reason }: { reason: string | null }) => reason), [null, 'Wrong day'], who);
    for (const { recorded } of acts) {
      const { body } = await ask(OPERATOR, 'GET', `/v1/evidence/leaves?commit=${recorded.commit}&kind=act`);
      assert.ok(body.items.length >= recorded.number, JSON.stringify(recorded));
    }
  }
  assert.deepEqual((await ask(A, 'GET', one)).body.acts, []);
}); // prettier-ignore
