// The lists of messages: the same rows in the same order however they are paged and filtered, each found by its ids.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MessagesContext } from '../context.ts';
import { bicOf, customerTransfers, givenExchange } from '../testing.ts';
import { readMessageDetail, readMessagePage } from './message-reads.ts';
import { type MessageFilters } from './message-rows.ts';
import { type MessageSummaryJson } from './schemas.ts';

async function readPaged(
  context: MessagesContext,
  filters: Omit<MessageFilters, 'limit'>,
  limit: number,
): Promise<MessageSummaryJson[]> {
  const items: MessageSummaryJson[] = [];
  let next: string | null | undefined;
  do {
    const after = next ? { after: next } : {};
    const page = await readMessagePage(context, { ...filters, ...after, limit });
    items.push(...page.items);
    next = page.next;
  } while (next);
  return items;
}

test('messages are listed the same however they are paged, filtered, and found by every id they have', async (t) => {
  const exchange = await givenExchange(t, 'ABC', 100_000n);
  const transfers = (first: number) =>
    [0, 1, 2].map((n) => ({ n: first + n, from: 'A', to: n === 1 ? 'C' : 'B', amount: `${n + 1}.00` }));
  await exchange.send('A', customerTransfers('M1', transfers(1)));
  await exchange.send('A', customerTransfers('M2', transfers(4)));
  await exchange.send('B', '<nonsense/>');
  await exchange.send('C', customerTransfers('M1', [{ n: 9, from: 'C', to: 'A', amount: '9999.00' }]));
  const context: MessagesContext = {
    ...exchange.context,
    writer: exchange.writer,
    clock: exchange.clock,
    onCommit: () => () => undefined,
  };
  const all = await readPaged(context, {}, 100);
  assert.deepEqual(await readPaged(context, {}, 1), all);
  assert.deepEqual(await readPaged(context, {}, 3), all);
  const filters: [Omit<MessageFilters, 'limit'>, (message: MessageSummaryJson) => boolean][] = [
    [{ direction: 'in' }, ({ direction }) => direction === 'in'],
    [{ direction: 'out' }, ({ direction }) => direction === 'out'],
    [{ kind: 'pacs.00' }, ({ kind }) => kind.startsWith('pacs.00')],
    [{ participant: bicOf('B') }, ({ participant }) => participant?.id === bicOf('B')],
    [{ state: 'waiting', kind: 'pacs.008' }, ({ state, kind }) => state === 'waiting' && kind.startsWith('pacs.008')],
    [{ state: 'refused' }, ({ state }) => state === 'refused'],
    [{ state: 'delivered' }, ({ state }) => state === 'delivered'],
    [{ state: 'accepted', direction: 'out' }, () => false],
    [{ q: 'M1' }, ({ messageId }) => messageId === 'M1'],
  ];
  for (const [filter, holds] of filters) {
    assert.deepEqual(await readPaged(context, filter, 2), all.filter(holds), JSON.stringify(filter));
  }
  for (const message of all) {
    assert.equal((await readMessageDetail(context, message.id, undefined))?.messageId, message.messageId);
    const found = await readPaged(context, { q: message.id }, 5);
    assert.deepEqual(found, [message], message.id);
    if (message.messageId)
      assert.ok((await readPaged(context, { q: message.messageId }, 5)).some(({ id }) => id === message.id));
  }
  const forwarded = all.find(({ kind, direction }) => direction === 'out' && kind.startsWith('pacs.008'))!;
  assert.match(forwarded.amount ?? '', /^[123]00$/);
  assert.equal(await readMessageDetail(context, 'no such', undefined), undefined);
  assert.equal(await readMessageDetail(context, forwarded.id, bicOf('A')), undefined);
});
