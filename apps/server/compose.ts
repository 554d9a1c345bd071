// Puts the house together: database, migrations, the writer of the book with its desks, and the beat of its clock.
import { join } from 'node:path';
import { ActRelay, EvidenceDesk, type HeardRefusal, KeyFolder, RefusedWrites } from '../../modules/evidence/index.ts';
import { LedgerDesk } from '../../modules/ledger/index.ts';
import { type ExchangeMemory, type Institution, MessagesDesk } from '../../modules/messages/index.ts';
import { type Calendar, type SettlementEvent, SettlementDesk } from '../../modules/settlement/index.ts';
import { type Clock, type Instant } from '../../platform/instant.ts';
import { assertUsable, openPool, type Pool } from '../../platform/postgres/connect.ts';
import { type EmbeddedPostgres, startEmbedded } from '../../platform/postgres/embedded.ts';
import { migrate } from '../../platform/postgres/migrate.ts';
import { BookWriter, type CommitMeasure } from '../../platform/writer/writer.ts';
import { tellTrouble } from '../../platform/telemetry.ts';

export const BOOK_ID = 1;
const TICK_MS = 1_000;

export interface HouseMemory extends ExchangeMemory {
  readonly evidence: EvidenceDesk;
}

export interface House {
  readonly writer: BookWriter<HouseMemory>;
  readonly evidenceKeys: KeyFolder;
  readonly pool: Pool;
  readonly databaseUrl: string;
  readonly clock: Clock;
  /** Settlement's events of each durable commit, for live views. */
  onEvents(listener: (events: readonly SettlementEvent[]) => void): () => void;
  /** After each durable commit. */
  onCommit(listener: (measure: CommitMeasure) => void): () => void;
  /** A refused write, for the evidence. */
  hearRefusal(refusal: HeardRefusal): void;
  /** Records what was counted of them since the last minute began. */
  endMinuteOfRefusals(): Promise<void>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly dataFolder: string;
  /** Any PostgreSQL 15 or newer; the embedded one when absent. */
  readonly databaseUrl: string | undefined;
  readonly institution: Institution;
  readonly calendar: Calendar;
  /** Connections for reads at most; a small house takes few. */
  readonly poolSize?: number;
  /** The key of the evidence is lost: go on under a new one. */
  readonly mayReplaceEvidenceKey?: boolean;
  /** The clock, given how far the book has come; undefined when it is new. */
  readonly clockFrom: (lastDecidedAt: Instant | undefined) => Clock;
  /** Told when this process must end, with a sentence. */
  readonly onLost: (sentence: string) => void;
}

export async function openHouse(options: HouseOptions): Promise<House> {
  const { institution, calendar, onLost } = options;
  let embedded: EmbeddedPostgres | undefined;
  let isClosing = false;
  if (options.databaseUrl === undefined) {
    embedded = await startEmbedded(join(options.dataFolder), {
      onEnd: () => {
        if (!isClosing) onLost('PostgreSQL has ended. Start Feiqian again; nothing acknowledged is lost.');
      },
    });
  } else {
    await assertUsable(options.databaseUrl);
  }
  const url = options.databaseUrl ?? embedded!.url;
  const listeners = new Set<(events: readonly SettlementEvent[]) => void>();
  const commitListeners = new Set<(measure: CommitMeasure) => void>();
  await migrate(url);
  const pool = openPool(url, options.poolSize === undefined ? {} : { max: options.poolSize });
  await refuseOtherCurrency(pool, institution.currency);
  const clock = options.clockFrom(await lastDecidedAt(pool));
  const evidenceKeys = new KeyFolder(options.dataFolder);
  const origin = `${institution.bic}/books/${BOOK_ID}`;
  const mayReplaceLostKey = options.mayReplaceEvidenceKey ?? false;
  const writer = new BookWriter<HouseMemory>({
    databaseUrl: url,
    bookId: BOOK_ID,
    clock,
    holder: `feiqian ${process.pid}`,
    build: () => {
      const ledger = new LedgerDesk(BOOK_ID, institution.currency, { name: institution.name.en });
      const settlement = new SettlementDesk(ledger, calendar);
      const messages = new MessagesDesk(BOOK_ID, settlement, institution, (events) => {
        for (const listener of listeners) listener(events);
      });
      const desks = { ledger, settlement, messages };
      const evidence = new EvidenceDesk(BOOK_ID, desks, { origin, keys: evidenceKeys, mayReplaceLostKey });
      // Last: it records what the others hand over to the commit.
      return { ...desks, evidence };
    },
    onCommit: (_stamp, measure) => commitListeners.forEach((listener) => listener(measure)),
    onFenced: (error) => onLost(`${error.message}. This process no longer writes and ends.`),
    onTrouble: (message, cause) => tellTrouble(message, cause),
  });
  await writer.open();
  const refusedWrites = new RefusedWrites(
    clock,
    (refused) =>
      writer.submit({
        name: 'record-refusals',
        decide: ({ evidence }) => evidence.recordRefusedWrites(refused),
      }),
    (error) => tellTrouble('A refusal could not be recorded', error),
  );
  const actRelay = new ActRelay({
    pool,
    bookId: BOOK_ID,
    writer,
    onTrouble: (error) => tellTrouble('Acts wait to be recorded', error),
  });
  const timer = setInterval(() => void writer.tick().catch(() => undefined), TICK_MS);
  await writer.tick();
  actRelay.start();
  return {
    writer,
    pool,
    databaseUrl: url,
    clock,
    evidenceKeys,
    hearRefusal: (refusal) => refusedWrites.hear(refusal),
    endMinuteOfRefusals: () => refusedWrites.endMinute(),
    onEvents: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    onCommit: (listener) => {
      commitListeners.add(listener);
      return () => void commitListeners.delete(listener);
    },
    close: async () => {
      isClosing = true;
      clearInterval(timer);
      // The writer answers what it still has, or refuses it when the database does not come back.
      const refusalsEnd = refusedWrites.end();
      const relayEnd = actRelay.end();
      await writer.close();
      await Promise.all([refusalsEnd, relayEnd]);
      await pool.end();
      await embedded?.stop();
    },
  };
}

/** A book is kept in one currency for good. */
async function refuseOtherCurrency(pool: Pool, currency: string): Promise<void> {
  const { rows } = await pool.query<{ currency: string }>('select currency from ledger.books where book_id = $1', [
    BOOK_ID,
  ]);
  if (rows[0] && rows[0].currency !== currency) {
    throw new Error(
      `The book in this database is kept in ${rows[0].currency}, the configuration says ${currency}. ` +
        'Set the currency back, or start on another data folder.',
    );
  }
}

async function lastDecidedAt(pool: Pool): Promise<Instant | undefined> {
  const { rows } = await pool.query<{ micros: string }>(
    'select (extract(epoch from decided_at) * 1000000)::int8::text as micros from platform.writers where book_id = $1',
    [BOOK_ID],
  );
  return rows[0] && Number(rows[0].micros);
}
