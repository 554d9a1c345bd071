// Gridlock: a hundred banks without money, each waiting for the others, and everything queued resolved as one set in one
// durable commit. The rows show how the time grows with the queue.
import { type Clock, MICROS_PER_MS } from '../platform/instant.ts';
import { BookWriter } from '../platform/writer/writer.ts';
import { LedgerDesk } from '../modules/ledger/index.ts';
import {
  admitParticipant, nextAccountId, type NewPayment, optimise, proposeOptimisation, setLiquiditySaving, SettlementDesk,
  submitPayment,
} from '../modules/settlement/index.ts'; // prettier-ignore
import { memoryMb, seededRandom } from './measure.ts';
import { type BenchContext } from './row.ts';

const BANKS = 100;
const PER_COMMAND = 500;
/** A Thursday, 10:00 in Shanghai: the day is open whenever this runs. */
const TEN_O_CLOCK = Date.parse('2027-04-15T02:00:00Z') * MICROS_PER_MS;

interface Memory {
  readonly ledger: LedgerDesk;
  readonly settlement: SettlementDesk;
}

/** Rows for `npm run bench`: gridlocks of 1,000, 10,000 and 100,000 payments. */
export async function gridlockSuite({ freshDatabase, baseline, report }: BenchContext): Promise<void> {
  for (const payments of [1_000, 10_000, 100_000]) {
    const writer = await openWriter(await freshDatabase());
    try {
      await admitBanks(writer);
      await queue(writer, payments);
      const { settlement } = writer.memory.settlement;
      const searchedAt = performance.now();
      const found = proposeOptimisation(settlement, 'gridlock').length;
      const searchMs = performance.now() - searchedAt;
      const resolvedAt = performance.now();
      const settled = await writer.submit({
        name: 'optimise',
        decide: (memory, at) => optimise(memory.settlement.settlement, 'gridlock', uuid(0), at).length,
      });
      const resolveMs = performance.now() - resolvedAt;
      if (found !== payments || settled !== payments) throw new Error(`${settled} of ${payments} payments settled`);
      const rate = payments / (resolveMs / 1_000);
      report({
        name: `gridlock of ${payments.toLocaleString('en-US')} payments, ${BANKS} banks`,
        ...{ rate, unit: 'payments/s', memoryMb: memoryMb(), baseline: baseline.random, ratio: rate / baseline.random },
        note: `set found in ${searchMs.toFixed(0)} ms; settled and durable in ${resolveMs.toFixed(0)} ms`,
      });
    } finally {
      await writer.close();
    }
  }
}

async function openWriter(databaseUrl: string): Promise<BookWriter<Memory>> {
  const startedAt = performance.now();
  const clock: Clock = { now: () => TEN_O_CLOCK + Math.floor((performance.now() - startedAt) * MICROS_PER_MS) };
  const writer = new BookWriter<Memory>({
    databaseUrl,
    bookId: 1,
    clock,
    holder: 'bench',
    build: () => {
      const ledger = new LedgerDesk(1, 'CNY');
      return { ledger, settlement: new SettlementDesk(ledger) };
    },
    onTrouble: (message, cause) => console.error(message, cause),
  });
  await writer.open();
  return writer;
}

const idOf = (bank: number): string => `B${String(bank).padStart(2, '0')}`;

async function admitBanks(writer: BookWriter<Memory>): Promise<void> {
  await writer.submit({
    name: 'admit',
    decide: ({ settlement: { settlement: s } }, at) => setLiquiditySaving(s, 'none', at),
  });
  for (let bank = 0; bank < BANKS; bank++) {
    const id = idOf(bank);
    const name = { en: `Bank ${id}`, zh: `银行 ${id}` };
    await writer.submit({
      name: 'admit',
      needs: { ledger: { accountIds: [nextAccountId(writer.memory.settlement.settlement)] } },
      decide: ({ settlement: { settlement: s } }, at) => {
        const names = { id, bic: `BANKCN${String(bank).padStart(2, '0')}`, name, shortName: name };
        admitParticipant(s, { ...names, clearingCodes: [], kind: 'direct', joinedOn: '2027-01-04' }, at);
      },
    });
  }
}

/** In every round each bank owes one bank and is owed by another the same, so all of it nets to nothing. */
async function queue(writer: BookWriter<Memory>, count: number): Promise<void> {
  const random = seededRandom(count);
  const commands: Promise<void>[] = [];
  let batch: NewPayment[] = [];
  for (let number = 1, shift = 1, amountMinor = 1n; number <= count; number++) {
    const bank = (number - 1) % BANKS;
    if (bank === 0) {
      shift = 1 + (random() % (BANKS - 1));
      amountMinor = BigInt(1 + (random() % 1_000_000));
    }
    const ends = { senderId: idOf(bank), receiverId: idOf((bank + shift) % BANKS) };
    batch.push({ id: uuid(number), kind: 'pacs.009', ...ends, currency: 'CNY', amountMinor, priority: 'normal' });
    if (batch.length < PER_COMMAND && number < count) continue;
    const payments = batch;
    batch = [];
    commands.push(
      writer.submit({
        name: 'submit',
        weight: payments.length,
        decide: ({ settlement }, at) => {
          for (const payment of payments) submitPayment(settlement.settlement, payment, at);
        },
      }),
    );
  }
  await Promise.all(commands);
}

const uuid = (number: number): string => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
