// A liquidity transfer that waits: who ordered it hears how it ended.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContentMap, readMessage, writeMessage } from '../iso20022/index.ts';
import { fund } from '../settlement/index.ts';
import { bicOf, givenExchange, type TestExchange } from './testing.ts';

const agent = (name: string): ContentMap => ({ FinInstnId: { BICFI: bicOf(name) } });

const transfer = (messageId: string, amount: string): string =>
  writeMessage('camt.050.001.05', {
    LqdtyCdtTrf: {
      MsgHdr: { MsgId: messageId },
      LqdtyCdtTrf: { Cdtr: agent('B'), TrfdAmt: { AmtWthCcy: { Ccy: 'CNY', value: amount } }, Dbtr: agent('A') },
    },
  });

const receipts = async (exchange: TestExchange): Promise<string[]> =>
  (await exchange.outbox('A'))
    .filter(({ kind }) => kind === 'camt.025.001.05')
    .map(({ xml }) => {
      assert.deepEqual(readMessage(Buffer.from(xml)).violations, []);
      return /<OrgnlMsgId><MsgId>(\w+)</.exec(xml)![1]! + ' ' + /<StsCd>(\w+)</.exec(xml)![1]!;
    });

test('a liquidity transfer that waited tells its sender how it ended: settled, or handed back', async (t) => {
  const exchange = await givenExchange(t, 'AB', 0n);
  assert.match((await exchange.send('A', transfer('L1', '1.00'))).answer.xml, /PEND/);
  assert.match((await exchange.send('A', transfer('L2', '5.00'))).answer.xml, /PEND/);
  assert.deepEqual(await receipts(exchange), []);
  await exchange.writer.submit({
    name: 'fund',
    needs: { ledger: { accountIds: [1, 1_001] } },
    decide: ({ settlement: { settlement } }, at) =>
      void fund(settlement, '01900000-0000-7000-8000-000000000999', bicOf('A'), 200n, at),
  });
  assert.deepEqual(await receipts(exchange), ['L1 ACPT']);
  assert.match((await exchange.send('A', transfer('L3', '9.00'))).answer.xml, /PEND/);
  exchange.clock.advance(8 * 3_600_000_000);
  await exchange.writer.submit({ name: 'tick', needs: {}, decide: () => undefined });
  assert.deepEqual(await receipts(exchange), ['L1 ACPT', 'L2 RJCT', 'L3 RJCT']);
});
