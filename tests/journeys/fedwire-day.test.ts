// A dollar central bank takes the messages that Fedwire publishes as its scenarios, as they are: its participants are
// named by nine-digit routing numbers. They are read where they lie and skipped where they are not.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { all, readMessage, text } from '../../modules/iso20022/index.ts';
import { balanceOf, LedgerDesk } from '../../modules/ledger/index.ts';
import { type ExchangeMemory, MessagesDesk, readInbound, receive } from '../../modules/messages/index.ts';
import { admitParticipant, Calendar, DEFAULT_RULES, fund, SettlementDesk } from '../../modules/settlement/index.ts';
import { manualClock } from '../../platform/instant.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { TimeZone } from '../../platform/time-zone.ts';
import { BookWriter } from '../../platform/writer/writer.ts';

const folder = fileURLToPath(new URL('../../../shared/iso20022/messages/', import.meta.url));
const skip = existsSync(folder) ? false : 'the messages are not here';
const SENDER = '011104238';
const RECEIVER = '021040078';
const OTHER = '231981435';
const institution = {
  bic: 'CBUSUS33',
  name: { en: 'Dollar Central Bank', zh: '美元中央银行' },
  currency: 'USD',
  zone: new TimeZone('America/New_York'),
  system: 'FDW',
};

test('a day of real Fedwire messages: settled, asked about, returned, drawn down, reported', { skip }, async (t) => {
  const db = await testDatabase(t);
  const clock = manualClock(Date.parse('2025-03-10T10:00:00-04:00') * 1_000);
  const calendar = new Calendar({ ...DEFAULT_RULES, timeZone: institution.zone.name });
  const writer = new BookWriter<ExchangeMemory>({
    databaseUrl: db.url,
    bookId: 1,
    clock,
    holder: 'test',
    build: () => {
      const ledger = new LedgerDesk(1, 'USD');
      const settlement = new SettlementDesk(ledger, calendar);
      return { ledger, settlement, messages: new MessagesDesk(1, settlement, institution) };
    },
  });
  await writer.open();
  t.after(() => writer.close());
  for (const [index, code] of [SENDER, RECEIVER, OTHER].entries()) {
    const name = { en: `Bank ${code}`, zh: `银行 ${code}` };
    const identity = { id: code, bic: `BNK${index}US33`, clearingCodes: [{ scheme: 'USABA', code }] };
    const profile = { ...identity, kind: 'direct', name, shortName: name, joinedOn: '2025-01-02' } as const;
    await writer.submit<void>({
      name: 'admit',
      needs: { ledger: { accountIds: [1, 1_001 + index] } },
      decide: ({ settlement: { settlement } }, at) => {
        admitParticipant(settlement, profile, at);
        fund(settlement, `01900000-0000-7000-8000-00000000000${index}`, code, 100_000_000n, at);
      },
    });
  }
  const context = { bookId: 1, institution, writer, pool: db.pool };
  const send = async (as: string, file: string) => {
    const { answer } = await receive(context, readInbound(as, readFileSync(`${folder}${file}`)));
    const { document, violations } = readMessage(Buffer.from(answer.xml));
    assert.deepEqual(violations, [], answer.xml);
    return { kind: answer.kind.slice(0, 8), xml: answer.xml, body: document!.children[0]! };
  };
  const statusOf = async (as: string, file: string) => {
    const { body, xml } = await send(as, file);
    const [line] = all(body, 'TxInfAndSts');
    return [text(line, 'TxSts') ?? xml, text(line, 'StsRsnInf/Rsn/Cd')];
  };
  const outbox = async (code: string) => {
    const { rows } = await db.pool.query<{ kind: string; xml: string }>(
      `select kind, xml from messages.outbox where participant_id = $1 and kind not like 'camt.054%' order by outbox.seq`,
      [code],
    );
    for (const { xml } of rows) assert.deepEqual(readMessage(Buffer.from(xml)).violations, []);
    return rows.map(({ kind }) => kind.slice(0, 8));
  };
  const balance = (code: string) => {
    const { settlement } = writer.memory.settlement;
    return balanceOf(settlement.accountOf(settlement.participantById.get(code)!));
  };

  assert.deepEqual(await statusOf(SENDER, 'CustomerCreditTransfer_Scenario1_Step1_pacs.008.xml'), ['ACSC', undefined]);
  assert.equal(balance(RECEIVER), 151_000_074n);
  assert.deepEqual(await statusOf(SENDER, 'CustomerCreditTransfer_Scenario3_Step2_pacs.028.xml'), ['ACSC', undefined]);
  // The scenarios share one UETR, which is taken now.
  for (const file of ['CustomerCreditTransfer_Variation3_pacs.008.xml', 'PaymentReturn_Scenario1_Step1_pacs.008.xml']) {
    assert.deepEqual(await statusOf(SENDER, file), ['RJCT', 'AM05'], file);
  }
  assert.deepEqual(await statusOf(RECEIVER, 'PaymentReturn_Scenario1_Step4_pacs.004.xml'), ['ACSC', undefined]);
  assert.equal(balance(RECEIVER), 151_000_074n - 15_100_074n);
  const drawdown = await send(SENDER, 'Drawdowns_Scenario1_Step1_pain.013.xml');
  assert.match(drawdown.xml, /<StsCd>ACPT</);
  const answered = await send(RECEIVER, 'Drawdowns_Scenario1_Step2_pain.014.xml');
  assert.match(answered.xml, /<StsCd>ACPT</);
  assert.equal((await send(OTHER, 'AccountReportingRequest_Step1_camt.060_DTLS.xml')).kind, 'camt.052');
  assert.equal((await send(SENDER, 'ConnectionCheck_Scenario1_Step1_admi.004.xml')).kind, 'admi.011');
  for (const file of ['FICreditTransfer_Scenario1_Step2_pacs.002.xml', 'Paymentreturn_Scenario1_Step3_camt.029.xml']) {
    assert.equal((await send(SENDER, file)).kind, 'admi.002', file);
  }
  assert.deepEqual(await outbox(RECEIVER), ['pacs.008', 'pain.013']);
  assert.deepEqual(await outbox(SENDER), ['pacs.004', 'pain.014']);
  assert.equal(balance(SENDER) + balance(RECEIVER), 200_000_000n);
});
