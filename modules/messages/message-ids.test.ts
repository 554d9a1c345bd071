// Which messages take their id: what was heeded does, what was refused by admi.002 leaves it to the corrected one.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerTransfers, givenExchange } from './testing.ts';

test('a message refused by admi.002 leaves its id to the corrected one; the same bytes get the same answer', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const right = customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '1.00' }]);
  const wrong = right.replace('<ChrgBr>SLEV</ChrgBr>', '<ChrgBr>NONE</ChrgBr>');
  const refused = await exchange.send('A', wrong);
  assert.equal(refused.answer.kind, 'admi.002.001.01');
  const again = await exchange.send('A', wrong);
  assert.deepEqual([again.isRepeated, again.answer.xml], [true, refused.answer.xml]);
  const accepted = await exchange.send('A', right);
  assert.match(accepted.answer.xml, /<TxSts>ACSC</);
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  assert.equal((await exchange.send('A', wrong, writer)).answer.xml, refused.answer.xml);
  assert.equal((await exchange.send('A', right, writer)).answer.xml, accepted.answer.xml);
  const other = customerTransfers('M1', [{ n: 2, from: 'A', to: 'B', amount: '1.00' }]);
  assert.match((await exchange.send('A', other, writer)).answer.xml, /DU01/);
  const { rows } = await exchange.db.pool.query<{ claims: boolean }>(
    "select claims from messages.inbox where message_id = 'M1' order by received_at",
  );
  assert.deepEqual(rows.map(({ claims }) => claims), [false, true, false]);
}); // prettier-ignore
