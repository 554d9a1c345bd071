// Banks send real ISO 20022 messages; what is answered, told and booked is one truth, on a real PostgreSQL.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWritten, readMessage, wrap, writeHeader, writeMessage } from '../iso20022/index.ts';
import { balanceOf } from '../ledger/index.ts';
import { bicOf, customerTransfers, givenExchange, institution, type TestExchange, uetrOf } from './testing.ts';

const balance = ({ writer }: TestExchange, name: string): bigint => {
  const { settlement } = writer.memory.settlement;
  return balanceOf(settlement.accountOf(settlement.participantById.get(bicOf(name))!));
};

/** Everything we send is valid by the schemas, and of a kind we send. */
function assertValid(xml: string): void {
  const { kind, violations } = readMessage(Buffer.from(xml));
  assert.deepEqual(violations, [], xml);
  assert.ok(kind && isWritten(kind), kind);
}

const statuses = (xml: string): string[] => [...xml.matchAll(/<TxSts>(\w+)</g)].map((match) => match[1]!);
const reasons = (xml: string): string[] => [...xml.matchAll(/<Rsn><Cd>(\w+)</g)].map((match) => match[1]!);

test('a payment settles at once, is answered, and reaches its receiver as the sender wrote it', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const { answer } = await exchange.send('A', customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '25.50' }]));
  assertValid(answer.xml);
  assert.deepEqual(statuses(answer.xml), ['ACSC']);
  assert.equal(balance(exchange, 'A'), 7_450n);
  assert.equal(balance(exchange, 'B'), 12_550n);
  const [forwarded, ...rest] = await exchange.outbox('B');
  assert.equal(rest.length, 0);
  assertValid(forwarded!.xml);
  assert.match(forwarded!.xml, /张三 &amp; &lt;Co&gt;/);
  assert.match(forwarded!.xml, new RegExp(uetrOf(1)));
  assert.deepEqual(await exchange.outbox('A'), []);
});

test('the same message again gets the same answer and moves nothing; another under its id is refused', async (t) => {
  const exchange = await givenExchange(t, 'AB', 10_000n);
  const xml = customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '1.00' }]);
  const first = await exchange.send('A', xml);
  const second = await exchange.send('A', xml);
  assert.equal(second.isRepeated, true);
  assert.equal(second.answer.xml, first.answer.xml);
  const other = await exchange.send('A', customerTransfers('M1', [{ n: 2, from: 'A', to: 'B', amount: '1.00' }]));
  assertValid(other.answer.xml);
  assert.deepEqual(reasons(other.answer.xml), ['DU01']);
  const sameUetr = await exchange.send('A', customerTransfers('M2', [{ n: 1, from: 'A', to: 'B', amount: '2.00' }]));
  assert.deepEqual(reasons(sameUetr.answer.xml), ['AM05']);
  const sameRefused = await exchange.send('A', customerTransfers('M2', [{ n: 1, from: 'A', to: 'B', amount: '2.00' }]));
  assert.deepEqual([sameRefused.isRepeated, sameRefused.state], [true, 'refused']);
  assert.equal(balance(exchange, 'B'), 10_100n);
  // After a restart too.
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  const again = { ...exchange, writer };
  assert.equal(balance(again, 'B'), 10_100n);
});

test('what cannot settle is pending, and settles with word to both when money comes, also after a restart', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  const { answer } = await exchange.send('A', customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '15.00' }]));
  assert.deepEqual(statuses(answer.xml), ['PDNG']);
  assert.deepEqual(await exchange.outbox('B'), []);
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  const back = customerTransfers('M9', [{ n: 9, from: 'B', to: 'A', amount: '6.00' }]);
  await exchange.send('B', back, writer);
  const [toSender, ...more] = (await exchange.outbox('A')).filter(({ kind }) => kind.startsWith('pacs.002'));
  assert.equal(more.length, 0);
  assertValid(toSender!.xml);
  assert.deepEqual(statuses(toSender!.xml), ['ACSC']);
  assert.match(toSender!.xml, /<OrgnlMsgId>M1</);
  const forwarded = await exchange.outbox('B');
  assert.equal(forwarded.length, 1);
  assertValid(forwarded[0]!.xml);
  assert.match(forwarded[0]!.xml, new RegExp(uetrOf(1)));
});

test('many transactions in one message: each has its answer, the good ones settle', async (t) => {
  const exchange = await givenExchange(t, 'ABC', 1_000n);
  const xml = customerTransfers('M1', [
    { n: 1, from: 'A', to: 'B', amount: '1.00' },
    { n: 2, from: 'A', to: 'X', amount: '1.00' },
    { n: 3, from: 'A', to: 'A', amount: '1.00' },
    { n: 4, from: 'B', to: 'C', amount: '1.00' },
    { n: 5, from: 'A', to: 'C', amount: '1.00', more: { IntrBkSttlmDt: '2027-04-14' } },
    { n: 6, from: 'A', to: 'C', amount: '2.00' },
  ]);
  const { answer } = await exchange.send('A', xml);
  assertValid(answer.xml);
  assert.deepEqual(statuses(answer.xml), ['ACSC', 'RJCT', 'RJCT', 'RJCT', 'RJCT', 'ACSC']);
  assert.deepEqual(reasons(answer.xml), ['RC04', 'AGNT', 'AGNT', 'DT01']);
  assert.equal(balance(exchange, 'A'), 700n);
});

test('counts and sums that are not true refuse the whole message', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  const transfers = [{ n: 1, from: 'A', to: 'B', amount: '1.00' }];
  for (const [group, reason] of [
    [{ NbOfTxs: '2' }, 'AM18'],
    [{ CtrlSum: '1.01' }, 'AM10'],
  ] as const) {
    const { answer } = await exchange.send('A', customerTransfers(`M-${reason}`, transfers, group));
    assertValid(answer.xml);
    assert.deepEqual(reasons(answer.xml), [reason]);
  }
  assert.equal(balance(exchange, 'A'), 1_000n);
});

test('what is no message, or not ours, is refused by admi.002 with its place, and nothing reaches the books', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  const good = customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '1.00' }]);
  const bad: [string | Buffer, RegExp][] = [
    ['', /./],
    ['hello', /xml\./],
    [Buffer.from([0xff, 0xfe, 0x3c]), /xml\./],
    [`<!DOCTYPE x [<!ENTITY a "b">]>${good}`, /xml\.doctype/],
    [good.replace('SLEV', 'XXXX'), /ChrgBr/],
    [good.replace('pacs.008.001.08', 'pacs.008.001.99'), /kind\.unknown/],
    [good.replace(/<MsgId>.*?<\/MsgId>/, ''), /MsgId/],
  ]; // prettier-ignore
  for (const [xml, expected] of bad) {
    const { answer, state } = await exchange.send('A', xml);
    assertValid(answer.xml);
    assert.equal(answer.kind, 'admi.002.001.01');
    assert.equal(state, 'refused');
    assert.match(answer.xml, expected);
  }
  const { rows } = await exchange.db.pool.query('select 1 from settlement.payments');
  assert.equal(rows.length, 0);
});

test('a queued payment is cancelled by its sender, a settled one is not', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  await exchange.send('A', customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '5.00' }]));
  await exchange.send('A', customerTransfers('M2', [{ n: 2, from: 'A', to: 'B', amount: '50.00' }]));
  const cancel = (id: string, n: number) =>
    writeMessage('camt.056.001.08', {
      FIToFIPmtCxlReq: {
        Assgnmt: {
          Id: id,
          Assgnr: { Agt: { FinInstnId: { BICFI: bicOf('A') } } },
          Assgne: { Agt: { FinInstnId: { BICFI: 'CBDECNBJ' } } },
          CreDtTm: '2027-04-15T10:00:00+08:00',
        },
        Undrlyg: { TxInf: { OrgnlUETR: uetrOf(n) } },
      },
    });
  const settled = await exchange.send('A', cancel('C1', 1));
  assertValid(settled.answer.xml);
  assert.match(settled.answer.xml, /<Conf>RJCR</);
  const queued = await exchange.send('A', cancel('C2', 2));
  assertValid(queued.answer.xml);
  assert.match(queued.answer.xml, /<Conf>CNCL</);
  const told = await exchange.outbox('A');
  assert.deepEqual(statuses(told.at(-1)!.xml), ['CANC']);
});

test('the same payment under a new message id gets its state again; another under its UETR is refused', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  const payment = { n: 1, from: 'A', to: 'B', amount: '4.00' };
  await exchange.send('A', customerTransfers('M1', [payment]));
  const again = await exchange.send('A', customerTransfers('M2', [payment]));
  assert.deepEqual(statuses(again.answer.xml), ['ACSC']);
  assert.match(again.answer.xml, /<OrgnlMsgId>M2</);
  assert.equal(balance(exchange, 'B'), 1_400n);
  for (const change of [{ amount: '4.01' }, { to: 'A', from: 'B' }]) {
    const from = change.from ?? 'A';
    const other = await exchange.send(from, customerTransfers(`M3${from}`, [{ ...payment, ...change }]));
    assert.deepEqual(reasons(other.answer.xml), ['AM05']);
  }
  assert.equal(balance(exchange, 'B'), 1_400n);
});

test('a header that disagrees with the message or its sender is refused with the member that is wrong', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  const agent = (bic: string) => ({ FIId: { FinInstnId: { BICFI: bic } } });
  const cases: [from: string, to: string, kind: string, member: string | undefined][] = [
    [bicOf('A'), institution.bic, 'pacs.008.001.08', undefined],
    [bicOf('B'), institution.bic, 'pacs.008.001.08', 'Fr'],
    [bicOf('A'), bicOf('B'), 'pacs.008.001.08', 'To'],
    [bicOf('A'), institution.bic, 'pacs.009.001.08', 'MsgDefIdr'],
  ];
  for (const [n, [from, to, kind, member]] of cases.entries()) {
    const document = customerTransfers(`M${n}`, [{ n, from: 'A', to: 'B', amount: '1.00' }]);
    const header = writeHeader({
      Fr: agent(from), To: agent(to), BizMsgIdr: `M${n}`, MsgDefIdr: kind, CreDt: '2027-04-15T10:00:00+08:00',
    }); // prettier-ignore
    const { answer, state } = await exchange.send('A', wrap(header, document));
    assertValid(answer.xml);
    assert.equal(state, member === undefined ? 'accepted' : 'refused', answer.xml);
    if (member !== undefined) assert.match(answer.xml, new RegExp(`/AppHdr/${member}<`));
  }
  assert.equal(balance(exchange, 'B'), 1_100n);
});

test('what a refused message says of itself never reaches a query: the next message is answered as if nothing had come', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  const good = customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '1.00' }]);
  const bad = [
    good.replace(uetrOf(1), uetrOf(1).slice(7)),
    good.replace('<MsgId>M1', `<MsgId>${'x'.repeat(20_000)}`),
    good.replace('<MsgId>M1', '<MsgId>M\0'),
  ];
  const answers = await Promise.all(
    [...bad, good.replace('<MsgId>M1', '<MsgId>M2')].map((xml) => exchange.send('A', xml)),
  );
  assert.deepEqual(
    answers.map(({ answer }) => answer.kind),
    ['admi.002.001.01', 'admi.002.001.01', 'admi.002.001.01', 'pacs.002.001.10'],
  );
  assert.equal(balance(exchange, 'A'), 900n);
});

test('a liquidity transfer under the reference of a payment long ended is refused, also after a restart', async (t) => {
  const exchange = await givenExchange(t, 'AB', 1_000n);
  await exchange.send('A', customerTransfers('M1', [{ n: 1, from: 'A', to: 'B', amount: '1.00' }]));
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  const xml = writeMessage('camt.050.001.05', {
    LqdtyCdtTrf: {
      MsgHdr: { MsgId: 'L1' },
      LqdtyCdtTrf: {
        LqdtyTrfId: { EndToEndId: 'E1', UETR: uetrOf(1) },
        Cdtr: { FinInstnId: { BICFI: bicOf('B') } },
        TrfdAmt: { AmtWthCcy: { Ccy: 'CNY', value: '1.00' } },
      },
    },
  });
  const { answer } = await exchange.send('A', xml, writer);
  assert.match(answer.xml, /<StsCd>RJCT<.*AM05/s);
});
