// For tests: a book whose commits are recorded, with small banks that pay each other, on a real PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext } from 'node:test';
import { type Clock, manualClock } from '../../platform/instant.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { BookWriter } from '../../platform/writer/writer.ts';
import { LedgerDesk } from '../ledger/index.ts';
import { type ExchangeMemory, MessagesDesk } from '../messages/index.ts';
import { bicOf, institution, TEN_O_CLOCK } from '../messages/testing.ts';
import { admitParticipant, fund, SettlementDesk, submitPayment } from '../settlement/index.ts';
import { aPayment, uuid } from '../settlement/testing.ts';
import { EvidenceDesk, type EvidenceOptions, KeyFolder } from './index.ts';

export interface RecordedMemory extends ExchangeMemory {
  readonly evidence: EvidenceDesk;
}

export interface RecordedBook {
  readonly db: TestDatabase;
  readonly clock: Clock & { advance(micros: number): void };
  readonly writer: BookWriter<RecordedMemory>;
  readonly keys: KeyFolder;
  /** A payment of these minor units between two banks named by letters. */
  pay(n: number, from: string, to: string, amountMinor: bigint, by?: BookWriter<RecordedMemory>): Promise<void>;
  /** Another writer on the same book: what a restart sees. */
  open(options?: Partial<EvidenceOptions>): Promise<BookWriter<RecordedMemory>>;
}

export const ORIGIN = 'CBDECNBJ/books/1';

/** One bank a letter, each with 1,000,000 minor units. */
export async function givenRecordedBook(t: TestContext, names = 'AB'): Promise<RecordedBook> {
  const db = await testDatabase(t);
  const clock = manualClock(TEN_O_CLOCK);
  const folder = mkdtempSync(join(tmpdir(), 'feiqian evidence '));
  t.after(() => rmSync(folder, { recursive: true }));
  const keys = new KeyFolder(folder);
  const open = async (options: Partial<EvidenceOptions> = {}): Promise<BookWriter<RecordedMemory>> => {
    const writer = new BookWriter<RecordedMemory>({
      databaseUrl: db.url,
      bookId: 1,
      clock,
      holder: 'test',
      build: () => {
        const ledger = new LedgerDesk(1, 'CNY');
        const settlement = new SettlementDesk(ledger);
        const messages = new MessagesDesk(1, settlement, institution);
        const desks = { ledger, settlement, messages };
        return { ...desks, evidence: new EvidenceDesk(1, desks, { origin: ORIGIN, keys, ...options }) };
      },
    });
    await writer.open();
    t.after(() => writer.close());
    return writer;
  };
  const writer = await open();
  for (const [index, name] of [...names].entries()) await admit(writer, name, index);
  const pay: RecordedBook['pay'] = (n, from, to, amountMinor, by = writer) =>
    by.submit({
      name: 'pay',
      needs: { settlement: { paymentIds: [uuid(n)] } },
      decide: ({ settlement: { settlement } }, at) =>
        void submitPayment(settlement, aPayment(n, bicOf(from), bicOf(to), amountMinor), at),
    });
  return { db, clock, writer, keys, pay, open };
}

async function admit(writer: BookWriter<RecordedMemory>, name: string, index: number): Promise<void> {
  const title = { en: name, zh: `银行${name}` };
  const names = { id: bicOf(name), bic: bicOf(name), name: title, shortName: title };
  await writer.submit({
    name: 'admit',
    needs: { ledger: { accountIds: [1, 1_001 + index] } },
    decide: ({ settlement: { settlement } }, at) => {
      const clearingCodes = [{ scheme: 'CNAPS', code: `10200000000${index}` }];
      admitParticipant(settlement, { ...names, clearingCodes, kind: 'direct', joinedOn: '2027-01-04' }, at);
      fund(settlement, uuid(900_000 + index), bicOf(name), 1_000_000n, at);
    },
  });
}
