// For tests: a book with small banks on a real PostgreSQL, and messages a bank would send.
import { type TestContext } from 'node:test';
import { type Clock, manualClock } from '../../platform/instant.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { TimeZone } from '../../platform/time-zone.ts';
import { BookWriter } from '../../platform/writer/writer.ts';
import { type ContentMap, writeMessage } from '../iso20022/index.ts';
import { LedgerDesk } from '../ledger/index.ts';
import { admitParticipant, fund, SettlementDesk } from '../settlement/index.ts';
import {
  type ExchangeMemory, type Institution, MessagesDesk, readInbound, receive, type ReceiveContext, type Received,
} from './index.ts'; // prettier-ignore

/** A Thursday, 10:00 in Shanghai. */
export const TEN_O_CLOCK = Date.parse('2027-04-15T02:00:00Z') * 1_000;

export const institution: Institution = {
  bic: 'CBDECNBJ',
  name: { en: 'Central Bank', zh: '中央银行' },
  currency: 'CNY',
  zone: new TimeZone('Asia/Shanghai'),
  system: 'FEIQIAN',
};

export const bicOf = (name: string): string => `BNK${name}CN22`;

export interface TestExchange {
  readonly db: TestDatabase;
  readonly clock: Clock & { advance(micros: number): void };
  readonly writer: BookWriter<ExchangeMemory>;
  readonly context: ReceiveContext;
  /** Sends bytes or text as this bank, to another writer when the first was closed. */
  send(name: string, xml: string | Buffer, to?: BookWriter<ExchangeMemory>): Promise<Received>;
  /** What this bank was sent since the banks were set up. */
  outbox(name: string): Promise<{ seq: string; kind: string; xml: string }[]>;
  /** A second writer on the same book: what a restart sees. */
  restart(): Promise<BookWriter<ExchangeMemory>>;
}

/** One bank a letter, each with this balance in minor units. */
export async function givenExchange(t: TestContext, names: string, balance: bigint): Promise<TestExchange> {
  const db = await testDatabase(t);
  const clock = manualClock(TEN_O_CLOCK);
  const open = async () => {
    const writer = new BookWriter<ExchangeMemory>({
      databaseUrl: db.url,
      bookId: 1,
      clock,
      holder: 'test',
      build: () => {
        const ledger = new LedgerDesk(1, 'CNY');
        const settlement = new SettlementDesk(ledger);
        return { ledger, settlement, messages: new MessagesDesk(1, settlement, institution) };
      },
    });
    await writer.open();
    return writer;
  };
  const writer = await open();
  t.after(() => writer.close());
  for (const [index, name] of [...names].entries()) {
    const title = { en: name, zh: name };
    const clearingCodes = [{ scheme: 'CNAPS', code: `10200000000${index}` }];
    const profile = {
      id: bicOf(name),
      bic: bicOf(name),
      clearingCodes,
      kind: 'direct',
      name: title,
      shortName: title,
    } as const;
    const id = `01900000-0000-7000-8000-00000000000${index}`;
    await writer.submit({
      name: 'admit',
      needs: { ledger: { accountIds: [1, 1_001 + index] } },
      decide: ({ settlement: { settlement } }, at) => {
        admitParticipant(settlement, { ...profile, joinedOn: '2027-01-04' }, at);
        if (balance > 0n) fund(settlement, id, bicOf(name), balance, at);
      },
    });
  }
  const lastAtStart = new Map(writer.memory.messages.exchange.lastSeq);
  const context = { bookId: 1, institution, writer, pool: db.pool };
  return {
    db,
    clock,
    writer,
    context,
    send: (name, xml, to = writer) => receive({ ...context, writer: to }, readInbound(bicOf(name), Buffer.from(xml))),
    outbox: async (name) => {
      const { rows } = await db.pool.query<{ seq: string; kind: string; xml: string }>(
        `select seq::text, kind, xml from messages.outbox
         where participant_id = $1 and outbox.seq > $2 order by outbox.seq`,
        [bicOf(name), lastAtStart.get(bicOf(name)) ?? 0],
      );
      return rows;
    },
    restart: open,
  };
}

export const uetrOf = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;

const agent = (name: string): ContentMap => ({ FinInstnId: { BICFI: bicOf(name) } });

export interface Transfer {
  readonly n: number;
  readonly from: string;
  readonly to: string;
  /** As in the message: `12.50`. */
  readonly amount: string;
  readonly more?: ContentMap;
}

/** A pacs.008 with these customer transfers. */
export function customerTransfers(messageId: string, transfers: readonly Transfer[], group: ContentMap = {}): string {
  return writeMessage('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        MsgId: messageId,
        CreDtTm: '2027-04-15T10:00:00+08:00',
        NbOfTxs: String(transfers.length),
        SttlmInf: { SttlmMtd: 'CLRG' },
        ...group,
      },
      CdtTrfTxInf: transfers.map(({ n, from, to, amount, more = {} }) => ({
        PmtId: { InstrId: `I${n}`, EndToEndId: `E${n}`, UETR: uetrOf(n) },
        IntrBkSttlmAmt: { Ccy: 'CNY', value: amount },
        IntrBkSttlmDt: '2027-04-15',
        ChrgBr: 'SLEV',
        InstgAgt: agent(from),
        InstdAgt: agent(to),
        Dbtr: { Nm: '张三 & <Co>' },
        DbtrAgt: agent(from),
        CdtrAgt: agent(to),
        Cdtr: { Nm: 'Li Si' },
        ...more,
      })),
    },
  });
}
