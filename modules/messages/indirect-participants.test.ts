// An indirect participant: it pays through its direct one, and its payments are its own to hear of, ask for and cancel.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { type ContentMap, readMessage, writeMessage } from '../iso20022/index.ts';
import { admitParticipant, changeStanding, fund } from '../settlement/index.ts';
import { readMessageDetail } from './answers/message-reads.ts';
import { bicOf, customerTransfers, givenExchange, type TestExchange, uetrOf } from './testing.ts';

const agent = (name: string): ContentMap => ({ FinInstnId: { BICFI: bicOf(name) } });

/** I and J settle through A. */
async function givenIndirect(t: TestContext, balance: bigint): Promise<TestExchange> {
  const exchange = await givenExchange(t, 'AB', balance);
  await exchange.writer.submit({
    name: 'admit',
    needs: {},
    decide: ({ settlement: { settlement } }, at) => {
      for (const name of ['I', 'J']) {
        const title = { en: name, zh: name };
        const names = { name: title, shortName: title, clearingCodes: [], joinedOn: '2027-01-04' };
        const bic = bicOf(name);
        admitParticipant(settlement, { id: bic, bic, kind: 'indirect', settlesThrough: bicOf('A'), ...names }, at);
      }
    },
  });
  return exchange;
}

const pay = (exchange: TestExchange, from: string, n: number, amount = '1.00') =>
  exchange.send(from, customerTransfers(`M${n}`, [{ n, from, to: 'B', amount }]));

const assignment = (from: string): ContentMap => ({
  Id: 'C1',
  Assgnr: { Agt: agent(from) },
  Assgne: { Agt: { FinInstnId: { BICFI: 'CBDECNBJ' } } },
  CreDtTm: '2027-04-15T10:00:00+08:00',
});

const liquidityTransfer = writeMessage('camt.050.001.05', {
  LqdtyCdtTrf: {
    MsgHdr: { MsgId: 'L1' },
    LqdtyCdtTrf: { Cdtr: agent('B'), TrfdAmt: { AmtWthCcy: { Ccy: 'CNY', value: '1.00' } }, Dbtr: agent('A') },
  },
});

const cancellation = (from: string, messageId: string, n: number): string =>
  writeMessage('camt.056.001.08', {
    FIToFIPmtCxlReq: {
      Assgnmt: { ...assignment(from), Id: messageId },
      Undrlyg: { TxInf: { OrgnlUETR: uetrOf(n) } },
    },
  });

test('an indirect participant pays through its direct one, orders none of its liquidity, and cannot while suspended', async (t) => {
  const exchange = await givenIndirect(t, 10_000n);
  const refused = await exchange.send('I', liquidityTransfer);
  assert.match(refused.answer.xml, /RJCT.*AC01/s);
  assert.match((await pay(exchange, 'I', 1)).answer.xml, /<TxSts>ACSC</);
  assert.equal((await exchange.outbox('B')).length, 1);
  await exchange.writer.submit({
    name: 'suspend',
    needs: {},
    decide: ({ settlement: { settlement } }, at) => void changeStanding(settlement, bicOf('I'), 'suspended', at),
  });
  assert.match((await pay(exchange, 'I', 2)).answer.xml, /RJCT.*AG01/s);
  const toIt = await exchange.send('B', customerTransfers('M3', [{ n: 3, from: 'B', to: 'I', amount: '1.00' }]));
  assert.match(toIt.answer.xml, /RJCT.*AG01/s);
});

test('who ordered a payment hears how it ends; another who settles on the same account neither hears nor cancels', async (t) => {
  const exchange = await givenIndirect(t, 0n);
  for (const [from, n] of [
    ['I', 1],
    ['I', 2],
    ['J', 3],
    ['A', 4],
  ] as const) {
    assert.match((await pay(exchange, from, n)).answer.xml, /<TxSts>PDNG</);
  }
  assert.match((await exchange.send('J', cancellation('J', 'C1', 1))).answer.xml, /RJCR.*NOOR/s);
  assert.match((await exchange.send('I', cancellation('I', 'C2', 4))).answer.xml, /RJCR.*NOOR/s);
  assert.match((await exchange.send('I', cancellation('I', 'C3', 2))).answer.xml, /ACCR/);
  // The direct one answers for all that goes over its account.
  assert.match((await exchange.send('A', cancellation('A', 'C4', 3))).answer.xml, /ACCR/);
  // After a restart too.
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  await writer.submit({
    name: 'fund',
    needs: { ledger: { accountIds: [1, 1_001] } },
    decide: ({ settlement: { settlement } }, at) =>
      void fund(settlement, '01900000-0000-7000-8000-000000000999', bicOf('A'), 200n, at),
  });
  const ends = async (name: string) =>
    (await exchange.outbox(name))
      .filter(({ kind }) => kind.startsWith('pacs.002'))
      .map(({ xml }) => {
        assert.deepEqual(readMessage(Buffer.from(xml)).violations, []);
        return /<OrgnlUETR>0+-0000-4000-8000-0+(\d+)</.exec(xml)![1]! + ' ' + /<TxSts>(\w+)</.exec(xml)![1]!;
      });
  assert.deepEqual(await ends('I'), ['2 CANC', '1 ACSC']);
  assert.deepEqual(await ends('J'), ['3 CANC']);
  assert.deepEqual((await ends('A')).sort(), ['4 ACSC']);
  const { rows } = await exchange.db.pool.query<{ id: string }>(
    `select inbox_id as id from messages.inbox where message_id = 'M1'`,
  );
  const context = { ...exchange.context, writer, clock: exchange.clock, onCommit: () => () => undefined };
  const detail = await readMessageDetail(context, rows[0]!.id, bicOf('I'));
  assert.deepEqual([detail?.payments[0]?.instructedBy?.id, detail?.payments[0]?.state], [bicOf('I'), 'settled']);
});
