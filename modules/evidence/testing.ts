// For tests: a book whose commits are recorded, with small banks that pay each other, on a real PostgreSQL.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext } from 'node:test';
import { type Clock, manualClock } from '../../platform/instant.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { BookWriter } from '../../platform/writer/writer.ts';
import { createTransfers, LedgerDesk, type NewTransfer, setFrozen, setOverdraft } from '../ledger/index.ts';
import { type ExchangeMemory, MessagesDesk, readInbound, receive } from '../messages/index.ts';
import { bicOf, customerTransfers, institution, TEN_O_CLOCK } from '../messages/testing.ts';
import {
  admitParticipant, fund, recordAct, setCollateral, setLimit, setLiquiditySaving, setReservation, SettlementDesk, submitBatch,
  submitPayment,
} from '../settlement/index.ts'; // prettier-ignore
import { aPayment, uuid } from '../settlement/testing.ts';
import { ActRelay, EvidenceDesk, type EvidenceOptions, KeyFolder } from './index.ts';

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

/** One bank a letter, each with 1,000,000 minor units; H is a clearing house. */
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
      const kind = name === 'H' ? 'clearing-house' : 'direct';
      admitParticipant(settlement, { ...names, clearingCodes, kind, joinedOn: '2027-01-04' }, at);
      fund(settlement, uuid(900_000 + index), bicOf(name), 1_000_000n, at);
    },
  });
}

const sendXml = (book: RecordedBook, name: string, xml: string) =>
  receive(
    { bookId: 1, institution, writer: book.writer, pool: book.db.pool },
    readInbound(bicOf(name), Buffer.from(xml)),
  );

const tooMuch: NewTransfer = {
  id: uuid(800), kind: 'single', debitAccountId: 1_002, creditAccountId: 1, amount: 10n ** 30n, code: 1,
}; // prettier-ignore

/** An act beside the books, by its table; who or what it is about must be there (`givenSubjects`). */
export const ACT: Readonly<Record<string, string>> = {
  'access.acts': `(organisation_id, at, actor, act, reason) values ('bank', now(), 'Administrator', 'created', 'a\tb')`,
  'approvals.acts': `(at, subject, actor, act, detail) values (now(), 'payments:cancel', 'Feiqian', 'expired', null)`,
  'people.acts': `(at, actor, act, session_id, address, detail) values (now(), 'Li', 'signed-in', 'session-1', '192.0.2.7', 'tablet')`,
  'quotas.acts': `(organisation_id, environment, service, measure, soft, hard, at, actor, reason)
                  values ('bank', 'live', 'payments', 'day', 5, null, now(), 'Operator', 'more')`,
  'status.acts': `(notice_id, version, kind, state, services, title_en, title_zh, text_en, text_zh, starts_at, ends_at, at, actor)
                  values (gen_random_uuid(), 1, 'incident', 'investigating', '{api}', 'Slow', '缓慢', 'We look', '调查中', now(), null, now(), 'Operator')`,
  'subscriptions.acts': `(at, actor, act, service, organisation_id, reason)
                         values (now(), 'Bank', 'subscribed', 'webhooks', 'bank', 'events')`,
  'support.acts': `(at, actor, act, organisation_id, case_id, side, subject, about_kind, about_id, text)
                   values (now(), 'Li', 'asked', 'bank', '01900000-0000-7000-8000-00000000ca5e', 'institution', 'Slow', 'payment', 'p1', 'a\tb')`,
  'webhooks.acts': `(endpoint_id, at, actor, act, reason) values ('e1', now(), 'Bank', 'created', null)`,
};

export async function givenSubjects({ db }: RecordedBook): Promise<void> {
  await db.pool.query(`
    insert into access.organisations (organisation_id, kind, name_en, name_zh, state, created_at)
    values ('bank', 'bank', 'Bank', '银行', 'active', now());
    insert into support.cases (organisation_id, case_id, kind, subject, state, asked_at, asked_by, changed_at, posts)
    values ('bank', '01900000-0000-7000-8000-00000000ca5e', 'fault', 'Slow', 'open', now(), 'Li', now(), 1);
    insert into webhooks.endpoints (endpoint_id, organisation_id, url, description, events, state, secret, created_at)
    values ('e1', 'bank', 'https://bank.example', '', '{}', 'active', '', now())`);
}

export function relayOf({ db, writer }: RecordedBook, by = writer): ActRelay {
  return new ActRelay({
    pool: db.pool,
    bookId: 1,
    writer: by,
    onTrouble: (error) => {
      throw error;
    },
  });
}

/** Something in every covered table: payments that settle, wait and are refused, messages, limits, acts, terms, a day. */
export async function busyMorning(t: TestContext): Promise<RecordedBook> {
  const book = await givenRecordedBook(t, 'ABCH');
  await Promise.all([book.pay(1, 'A', 'B', 100n), book.pay(2, 'B', 'C', 250n), book.pay(3, 'A', 'C', 7n)]);
  await book.pay(4, 'A', 'B', 5_000_000n);
  await sendXml(book, 'A', customerTransfers('MSG\\1', [{ n: 21, from: 'A', to: 'B', amount: '12.50' }]));
  await sendXml(book, 'A', '<Document>not a message\twith a tab</Document>');
  await sendXml(book, 'B', customerTransfers('M2', [{ n: 22, from: 'B', to: 'C', amount: '0.01' }, { n: 21, from: 'B', to: 'A', amount: '1.00' }])); // prettier-ignore
  await book.writer.submit({
    name: 'set',
    needs: { ledger: { accountIds: [1_001] } },
    decide: ({ settlement: { settlement: s }, ledger: { books } }, at) => {
      setLimit(s, bicOf('A'), bicOf('B'), 900_000n, at);
      setLimit(s, bicOf('A'), bicOf('C'), 800_000n, at);
      setReservation(s, bicOf('B'), 1, 1_000n, at);
      const security = { en: 'Bond\t2030 "A"', zh: '债券' };
      setCollateral(s, bicOf('C'), [{ security, marketValueMinor: 500_000n, haircutBasisPoints: 350 }], at);
      recordAct(s, {
        at, subject: 'participant', subjectId: bicOf('A'), actor: 'Operator', reason: 'a\nb\\c',
        text: { en: 'Limits set', zh: '设置限额' },
      }); // prettier-ignore
      setOverdraft(books, 1_001, 77n, at);
      setFrozen(books, 1_001, true, at);
      setFrozen(books, 1_001, false, at);
    },
  });
  await book.writer.submit({
    name: 'clear',
    needs: { ledger: { accountIds: [1, 1_002], transfers: [tooMuch] } },
    decide: ({ settlement: { settlement: s }, ledger: { books } }, at) => {
      setLiquiditySaving(s, 'gridlock', at);
      const position = (name: string, netMinor: bigint, n: number) =>
        ({ participantId: bicOf(name), netMinor, paymentId: uuid(n), loanId: uuid(n + 100) }); // prettier-ignore
      const times = { informationEndsAt: at, settleBy: at + 60_000_000 };
      const positions = [position('A', -5n, 700), position('C', 5n, 701)];
      submitBatch(s, { id: uuid(710), houseId: bicOf('H'), reference: 'R/1', positions, grossMinor: 9n, ...times }, at);
      createTransfers(books, [tooMuch], at);
    },
  });
  await book.pay(5, 'A', 'B', 10n);
  await givenSubjects(book);
  for (const [table, act] of Object.entries(ACT)) await book.db.pool.query(`insert into ${table} ${act}`);
  await relayOf(book).step();
  return book;
}
