// A liquidity transfer that waits: who ordered it hears how it ended. And what an indirect participant may not order.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContentMap, readMessage, writeMessage } from '../iso20022/index.ts';
import { admitParticipant, changeStanding, fund } from '../settlement/index.ts';
import { bicOf, customerTransfers, givenExchange, type TestExchange } from './testing.ts';

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

test('an indirect participant pays through its direct one, orders none of its liquidity, and cannot while suspended', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const title = { en: 'I', zh: 'I' };
  await exchange.writer.submit({
    name: 'admit',
    needs: {},
    decide: ({ settlement: { settlement } }, at) => {
      const names = { name: title, shortName: title, clearingCodes: [], joinedOn: '2027-01-04' };
      admitParticipant(settlement, { id: bicOf('I'), bic: bicOf('I'), kind: 'indirect', settlesThrough: bicOf('A'), ...names }, at);
    },
  }); // prettier-ignore
  const refused = await exchange.send('I', transfer('L1', '1.00'));
  assert.match(refused.answer.xml, /RJCT.*AC01/s);
  const pay = (n: number) =>
    exchange.send('I', customerTransfers(`M${n}`, [{ n, from: 'I', to: 'B', amount: '1.00' }]));
  assert.match((await pay(1)).answer.xml, /<TxSts>ACSC</);
  assert.equal((await exchange.outbox('B')).length, 1);
  await exchange.writer.submit({
    name: 'suspend',
    needs: {},
    decide: ({ settlement: { settlement } }, at) => void changeStanding(settlement, bicOf('I'), 'suspended', at),
  });
  assert.match((await pay(2)).answer.xml, /RJCT.*AG01/s);
  const toIt = await exchange.send('B', customerTransfers('M3', [{ n: 3, from: 'B', to: 'I', amount: '1.00' }]));
  assert.match(toIt.answer.xml, /RJCT.*AG01/s);
});
