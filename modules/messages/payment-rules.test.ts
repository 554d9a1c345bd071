// What a payment's message may ask and the schema cannot judge: when it settles, by which method, for whom.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ContentMap, writeMessage } from '../iso20022/index.ts';
import { fund } from '../settlement/index.ts';
import { bicOf, customerTransfers, givenExchange, type TestExchange, uetrOf } from './testing.ts';

const MINUTE = 60_000_000;
const HOUR = 60 * MINUTE;
const FRIDAY = '2027-04-16';

const statuses = (xml: string): string[] => [...xml.matchAll(/<(?:Tx|Grp)Sts>(\w+)</g)].map((match) => match[1]!);
const reasons = (xml: string): string[] => [...xml.matchAll(/<Rsn><Cd>(\w+)</g)].map((match) => match[1]!);
const paymentOf = ({ writer }: TestExchange, n: number) =>
  writer.memory.settlement.settlement.paymentByUetr.get(uetrOf(n))!;
const local = (text: string): number => Date.parse(`${text}+08:00`) * 1_000;

async function pass({ clock, writer }: TestExchange, micros: number): Promise<void> {
  clock.advance(micros);
  await writer.submit({ name: 'tick', needs: {}, decide: () => undefined });
}

test('debit times are of the value date, whose business day begins the evening before', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const ask = async (n: number, times: ContentMap, date = FRIDAY) => {
    const more = { IntrBkSttlmDt: date, SttlmTmReq: times };
    await exchange.send('A', customerTransfers(`M${n}`, [{ n, from: 'A', to: 'B', amount: '1.00', more }]));
    return paymentOf(exchange, n);
  };
  const tomorrow = await ask(1, { FrTm: '10:00:00', RjctTm: '16:00:00+08:00' });
  assert.equal(tomorrow.earliestAt, local('2027-04-16T10:00:00'));
  assert.equal(tomorrow.latestAt, local('2027-04-16T16:00:00'));
  assert.equal((await ask(2, { FrTm: '21:00:00' })).earliestAt, local('2027-04-15T21:00:00'));
  // 07:00 of Friday in Shanghai is still Thursday in the zone the sender wrote.
  assert.equal((await ask(3, { FrTm: '23:00:00Z' })).earliestAt, local('2027-04-16T07:00:00'));
  // Said on Thursday evening, when the business day is Friday's already.
  await pass(exchange, 11 * HOUR);
  assert.equal((await ask(4, { FrTm: '10:00:00' })).earliestAt, local('2027-04-16T10:00:00'));
  assert.equal(paymentOf(exchange, 4).state, 'queued');
});

test('past its RjctTm a payment is rejected; past its TillTm its sender was warned and it waits on', async (t) => {
  const exchange = await givenExchange(t, 'AB', 0n);
  const ask = (n: number, times: ContentMap) =>
    exchange.send(
      'A',
      customerTransfers(`M${n}`, [{ n, from: 'A', to: 'B', amount: '1.00', more: { SttlmTmReq: times } }]),
    );
  await ask(1, { TillTm: '11:00:00' });
  await ask(2, { RjctTm: '12:00:00' });
  await pass(exchange, 50 * MINUTE);
  const [warning, ...rest] = await exchange.outbox('A');
  assert.equal(rest.length, 0);
  assert.match(warning!.xml, /PDNG.*wanted by 2027-04-15T11:00/s);
  // A restart knows what was warned of already.
  await exchange.writer.close();
  const again = { ...exchange, writer: await exchange.restart() };
  t.after(() => again.writer.close());
  await pass(again, 80 * MINUTE);
  assert.deepEqual(
    (await exchange.outbox('A')).slice(1).flatMap(({ xml }) => [...statuses(xml), ...reasons(xml)]),
    ['RJCT', 'TM01'],
  );
  assert.deepEqual([1, 2].map((n) => paymentOf(again, n)?.state), ['queued', 'returned']);
  await again.writer.submit({
    name: 'fund',
    needs: { ledger: { accountIds: [1, 1_001] } },
    decide: ({ settlement: { settlement } }, at) =>
      void fund(settlement, '01900000-0000-7000-8000-000000000999', bicOf('A'), 100n, at),
  });
  assert.equal(paymentOf(again, 1).state, 'settled');
}); // prettier-ignore

test('what settles otherwise than here, on two dates, for nothing or not exactly is refused with its reason', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const one = { from: 'A', to: 'B', amount: '1.00' };
  const cases: [expected: string[], messageId: string, xml: string][] = [
    [['RJCT', 'NARR'], 'M1', customerTransfers('M1', [{ ...one, n: 1 }], { SttlmInf: { SttlmMtd: 'INDA' } })],
    [['RJCT', 'DT01'], 'M2', customerTransfers('M2', [{ ...one, n: 2 }], { IntrBkSttlmDt: FRIDAY })],
    [['RJCT', 'AM01'], 'M3', customerTransfers('M3', [{ ...one, n: 3, amount: '0' }])],
    [['RJCT', 'AM12'], 'M4', customerTransfers('M4', [{ ...one, n: 4, amount: '1.005' }])],
    [['RJCT', 'AM10'], 'M5', customerTransfers('M5', [{ ...one, n: 5 }], { CtrlSum: '2' })],
    [['RJCT', 'AM18'], 'M6', customerTransfers('M6', [{ ...one, n: 6 }], { NbOfTxs: '2' })],
    [['RJCT', 'AGNT'], 'M7', customerTransfers('M7', [{ ...one, n: 7, to: 'A' }])],
    [['RJCT', 'AM03'], 'M8', customerTransfers('M8', [
      { ...one, n: 8, more: { IntrBkSttlmAmt: { Ccy: 'USD', value: '1.00' } } },
    ])],
    [['RJCT', 'AG01'], 'M9', customerTransfers('M9', [{ ...one, n: 9, more: { SttlmPrty: 'URGT' } }])],
  ]; // prettier-ignore
  for (const [expected, messageId, xml] of cases) {
    const { answer } = await exchange.send('A', xml);
    assert.deepEqual([...statuses(answer.xml), ...reasons(answer.xml)], expected, `${messageId}: ${answer.xml}`);
  }
  assert.deepEqual(await exchange.outbox('B'), []);
});

test('a cover payment settles and goes on whole, with the customers it covers', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const agent = (name: string): ContentMap => ({ FinInstnId: { BICFI: bicOf(name) } });
  const cover = writeMessage('pacs.009.001.08', {
    FICdtTrf: {
      GrpHdr: {
        MsgId: 'C1',
        CreDtTm: '2027-04-15T10:00:00+08:00',
        NbOfTxs: '1',
        SttlmInf: { SttlmMtd: 'CLRG' },
      },
      CdtTrfTxInf: {
        PmtId: { InstrId: 'I1', EndToEndId: 'E1', UETR: uetrOf(1) },
        IntrBkSttlmAmt: { Ccy: 'CNY', value: '9.00' },
        IntrBkSttlmDt: '2027-04-15',
        InstgAgt: agent('A'),
        InstdAgt: agent('B'),
        Dbtr: agent('A'),
        Cdtr: agent('B'),
        UndrlygCstmrCdtTrf: {
          Dbtr: { Nm: 'Zhang San' },
          DbtrAgt: agent('A'),
          CdtrAgt: agent('B'),
          Cdtr: { Nm: 'Li Si' },
          InstdAmt: { Ccy: 'CNY', value: '9.00' },
        },
      },
    },
  });
  assert.deepEqual(statuses((await exchange.send('A', cover)).answer.xml), ['ACSC']);
  const [forwarded] = await exchange.outbox('B');
  const underlying = /<UndrlygCstmrCdtTrf>.*<\/UndrlygCstmrCdtTrf>/s;
  assert.equal(
    underlying.exec(forwarded!.xml)![0].replace(/>\s+</g, '><'),
    underlying.exec(cover)![0].replace(/>\s+</g, '><'),
  );
});

test('the same payment again is known by the date it was accepted for, when it settles on a later one', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const send = (messageId: string, date: string, to = exchange.writer) =>
    exchange.send(
      'A',
      customerTransfers(messageId, [{ n: 1, from: 'A', to: 'B', amount: '1.00', more: { IntrBkSttlmDt: date } }]),
      to,
    );
  assert.deepEqual(statuses((await send('M1', FRIDAY)).answer.xml), ['PDNG']);
  // Nobody was there on Friday: it settles on Monday.
  await pass(exchange, 4 * 24 * HOUR);
  const { state, valueDate } = paymentOf(exchange, 1);
  assert.deepEqual([state, valueDate], ['settled', '2027-04-19']);
  assert.deepEqual(statuses((await send('M2', FRIDAY)).answer.xml), ['ACSC']);
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  assert.deepEqual(statuses((await send('M3', FRIDAY, writer)).answer.xml), ['ACSC']);
  assert.deepEqual(reasons((await send('M4', '2027-04-19', writer)).answer.xml), ['AM05']);
});
