// What a participant learns of its account: notices of what came without a message, reports of the day in progress, the
// statement when the day has closed, once, whole, and again when asked.
import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { MICROS_PER_SECOND } from '../../platform/instant.ts';
import { type ContentMap, readMessage, writeMessage } from '../iso20022/index.ts';
import { openGuarantee, submitBatch, withdraw } from '../settlement/index.ts';
import { ENTRIES_PER_PAGE } from './outward/account-report.ts';
import { DayStatements } from './outward/day-statements.ts';
import { bicOf, customerTransfers, givenExchange, type TestExchange, type Transfer } from './testing.ts';

const HOUR = 3_600 * MICROS_PER_SECOND;
const fail = (error: unknown) => assert.fail(String(error));

function assertValid(xml: string): void {
  assert.deepEqual(readMessage(Buffer.from(xml)).violations, [], xml);
}

const values = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`, 'g'))].map((match) => match[1]!);

async function tick({ writer }: TestExchange): Promise<void> {
  await writer.tick();
}

const request = (messageId: string, asked: string, more: ContentMap = {}): string =>
  writeMessage('camt.060.001.05', {
    AcctRptgReq: {
      GrpHdr: { MsgId: messageId, CreDtTm: '2027-04-15T10:00:00+08:00' },
      RptgReq: {
        Id: 'R1',
        ReqdMsgNmId: asked,
        AcctOwnr: { Agt: { FinInstnId: { BICFI: bicOf('A') } } },
        ...more,
      },
    },
  });

async function givenTraffic(t: TestContext, count: number): Promise<TestExchange> {
  const exchange = await givenExchange(t, 'AB', 1_000_000n);
  const transfers = Array.from({ length: count }, (_, n): Transfer => ({ n, from: 'A', to: 'B', amount: '1.00' }));
  await exchange.send('A', customerTransfers('M1', transfers));
  await exchange.send('B', customerTransfers('M2', [{ n: 90_001, from: 'B', to: 'A', amount: '0.25' }]));
  return exchange;
}

test('when the day has closed each participant gets its whole statement once, also across a crash', async (t) => {
  const exchange = await givenTraffic(t, 1_200);
  const statements = new DayStatements(exchange.context, fail);
  statements.sendMissing();
  await statements.settled();
  const statementsOf = async (name: string) =>
    (await exchange.outbox(name)).filter(({ kind }) => kind.startsWith('camt.053'));
  assert.equal((await statementsOf('A')).length, 0, 'none while the day is open');
  exchange.clock.advance(9 * HOUR);
  await tick(exchange);
  statements.sendMissing();
  await statements.settled();
  const pages = (await statementsOf('A')).map(({ xml }) => xml);
  assert.equal(pages.length, 2);
  for (const xml of pages) assertValid(xml);
  assert.deepEqual(pages.flatMap((xml) => values(xml, 'PgNb')), ['1', '2']); // prettier-ignore
  assert.deepEqual(pages.flatMap((xml) => values(xml, 'LastPgInd')), ['false', 'true']); // prettier-ignore
  const entries = pages.flatMap((xml) => values(xml, 'NtryRef'));
  // The central bank's funding, 1,200 out, one in.
  assert.deepEqual(
    entries,
    Array.from({ length: 1_202 }, (_, index) => String(index + 1)),
  );
  assert.match(pages[0]!, /<Cd>OPBD<\/Cd><\/CdOrPrtry><\/Tp><Amt Ccy="CNY">0\.00</);
  assert.match(pages[0]!, /<Cd>CLBD<\/Cd><\/CdOrPrtry><\/Tp><Amt Ccy="CNY">8800\.25</);
  assert.match(pages[0]!, /<TtlCdtNtries><Sum>10000\.25<.*<TtlDbtNtries><Sum>1200\.00</);
  assert.equal(entries.length - ENTRIES_PER_PAGE, values(pages[1]!, 'NtryRef').length);
  // A page that was not sent before a crash is sent by the next; those that were are not sent again.
  await exchange.db.pool.query('delete from messages.statements where page = 2');
  await exchange.writer.close();
  const writer = await exchange.restart();
  t.after(() => writer.close());
  const later = new DayStatements({ ...exchange.context, writer }, fail);
  later.sendMissing();
  await later.settled();
  later.sendMissing();
  await later.settled();
  const again = (await statementsOf('A')).map(({ xml }) => values(xml, 'PgNb')[0]);
  assert.deepEqual(again, ['1', '2', '2']);
  assert.equal((await statementsOf('B')).length, 3);
});

test('a report of the day in progress has balances, what is booked and what is pending', async (t) => {
  const exchange = await givenTraffic(t, 3);
  await exchange.send('A', customerTransfers('M3', [{ n: 50, from: 'A', to: 'B', amount: '20000.00' }]));
  const { answer } = await exchange.send('A', request('Q1', 'camt.052.001.08'));
  assertValid(answer.xml);
  assert.equal(answer.kind, 'camt.052.001.08');
  assert.deepEqual(values(answer.xml, 'Amt'), [
    '0.00',
    '9997.25',
    '9997.25',
    '10000.00',
    '1.00',
    '1.00',
    '1.00',
    '0.25',
    '20000.00',
  ]);
  assert.deepEqual(values(answer.xml, 'Sts').length, 0);
  assert.deepEqual([...answer.xml.matchAll(/<Sts><Cd>(\w+)</g)].map((match) => match[1]), ['BOOK', 'BOOK', 'BOOK', 'BOOK', 'BOOK', 'PDNG']); // prettier-ignore
  const from = await exchange.send('A', request('Q2', 'camt.052.001.08', { RptgSeq: { FrSeq: '4' } }));
  assert.deepEqual(values(from.answer.xml, 'NtryRef'), ['4', '5']);
  const toB = await exchange.send('B', request('Q3', 'camt.052.001.08'));
  assert.match(toB.answer.xml, /<StsCd>RJCT<.*account owner/);
});

test('a statement is sent again when asked for, and not before its day has closed', async (t) => {
  const exchange = await givenTraffic(t, 3);
  const today = { RptgPrd: { FrToDt: { FrDt: '2027-04-15' }, Tp: 'ALLL' } };
  const early = await exchange.send('A', request('Q1', 'camt.053.001.08', today));
  assertValid(early.answer.xml);
  assert.match(early.answer.xml, /<StsCd>RJCT<.*has not closed/);
  const never = { RptgPrd: { FrToDt: { FrDt: '2027-01-01' }, Tp: 'ALLL' } };
  assert.match((await exchange.send('A', request('Q2', 'camt.053.001.08', never))).answer.xml, /no such business day/);
  exchange.clock.advance(9 * HOUR);
  await tick(exchange);
  const { answer } = await exchange.send('A', request('Q3', 'camt.053.001.08'));
  assert.match(answer.xml, /<StsCd>ACPT</);
  const copy = (await exchange.outbox('A')).at(-1)!;
  assertValid(copy.xml);
  assert.deepEqual(values(copy.xml, 'CpyDplctInd'), ['DUPL']);
  assert.equal(values(copy.xml, 'NtryRef').length, 5);
});

test('funding and clearing come with a notice: pending, booked, or that nothing will come', async (t) => {
  const exchange = await givenExchange(t, 'ABC', 10_000n);
  const { writer, clock } = exchange;
  const decide = (
    act: (s: typeof writer.memory.settlement.settlement, at: number) => unknown,
    accountIds: number[] = [],
  ) =>
    writer.submit({
      name: 'test',
      needs: { ledger: { accountIds } },
      decide: (memory, at) => void act(memory.settlement.settlement, at),
    });
  const id = (n: number) => `01900000-0000-7000-8000-1000000000${n}`;
  await decide((s, at) => withdraw(s, id(10), bicOf('A'), 100n, at), [1]);
  const notices = async (name: string) => (await exchange.outbox(name)).map(({ xml }) => xml);
  const [taken] = await notices('A');
  assertValid(taken!);
  assert.match(taken!, /<Amt Ccy="CNY">1\.00<\/Amt><CdtDbtInd>DBIT<.*<Cd>BOOK<.*<Cd>funding</);
  // The house is the third bank, made a clearing house for this test.
  await decide((s) => Object.assign(s.participantById.get(bicOf('C'))!.profile, { kind: 'clearing-house' }));
  await decide((s, at) => openGuarantee(s, bicOf('C'), at), [1_000_003]);
  const batch = (n: number, net: bigint) => ({
    id: id(n),
    houseId: bicOf('C'),
    reference: `R${n}`,
    positions: [
      { participantId: bicOf('A'), netMinor: -net, paymentId: id(n + 1), loanId: id(n + 2) },
      { participantId: bicOf('B'), netMinor: net, paymentId: id(n + 3), loanId: id(n + 4) },
    ],
    informationEndsAt: clock.now() + 60 * MICROS_PER_SECOND,
    settleBy: clock.now() + 120 * MICROS_PER_SECOND,
  });
  await decide((s, at) => submitBatch(s, batch(20, 500n), at));
  await decide((s, at) => submitBatch(s, batch(30, 99_999n), at));
  const status = (xml: string) => /<Sts><Cd>(\w+)/.exec(xml)![1];
  assert.deepEqual((await notices('B')).map(status), ['PDNG', 'PDNG']);
  clock.advance(61 * MICROS_PER_SECOND);
  await tick(exchange);
  clock.advance(61 * MICROS_PER_SECOND);
  await tick(exchange);
  for (const xml of await notices('B')) assertValid(xml);
  assert.deepEqual((await notices('B')).map(status), ['PDNG', 'PDNG', 'BOOK', 'INFO']);
});
