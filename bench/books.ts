// The books through their writer: every transfer's id checked against all before it, every row committed with fsync
// before its caller is answered.
import { randomBytes } from 'node:crypto';
import { systemClock } from '../platform/instant.ts';
import { BookWriter } from '../platform/writer/writer.ts';
import { submitTransfers, LedgerDesk, MAX_BATCH, type NewTransfer, openAccount } from '../modules/ledger/index.ts';
import { Latencies, memoryMb, peakMemoryMb, seededRandom } from './measure.ts';
import { type BenchContext, type Row } from './row.ts';

type Memory = { ledger: LedgerDesk };
type Writer = BookWriter<Memory>;

interface Load {
  readonly accounts: number;
  readonly transfers: number;
  /** Transfers of one command. */
  readonly batch: number;
  /** Commands under way at any moment. */
  readonly inFlight: number;
}

/** Rows for `npm run bench`: the books. */
export async function booksSuite(context: BenchContext): Promise<void> {
  const { freshDatabase, isLong, baseline, report } = context;
  const full = { batch: MAX_BATCH, inFlight: 4 };
  const url = await freshDatabase();
  const writer = await openWriter(url);
  await openAccounts(writer, 10_000);
  await run(writer, { ...full, accounts: 10_000, transfers: 200_000 });
  const random = await run(writer, { ...full, accounts: 10_000, transfers: 800_000 });
  report({ name: 'books, 10,000 accounts at random', ...random, ...against(random.rate, baseline.random) });
  const later = await run(writer, { ...full, accounts: 10_000, transfers: isLong ? 9_000_000 : 200_000 });
  report({
    name: isLong ? 'books, up to the ten-millionth transfer' : 'books, from the millionth transfer on',
    ...later,
    ...against(later.rate, baseline.random),
  });
  const hot = await run(writer, { ...full, accounts: 10, transfers: 1_000_000 });
  report({ name: 'books, 10 hot accounts', ...hot, ...against(hot.rate, baseline.hot) });
  for (const batch of [500, 50, 1]) {
    const transfers = batch === 1 ? 60_000 : 300_000;
    const small = await run(writer, { accounts: 10_000, transfers, batch, inFlight: batch === 1 ? 256 : 16 });
    const name = `books, ${batch === 1 ? 'single transfers, 256' : `batches of ${batch}, 16`} commands at a time`;
    report({ name, ...small, ...against(small.rate, baseline.random) });
  }
  await writer.close();
  await manyAccounts(context, 1_000_000, 1_000_000);
  if (isLong) await manyAccounts(context, 10_000_000, 2_000_000);
}

async function manyAccounts(
  { freshDatabase, baseline, report }: BenchContext,
  accounts: number,
  transfers: number,
): Promise<void> {
  const writer = await openWriter(await freshDatabase());
  const startedAt = performance.now();
  await openAccounts(writer, accounts);
  const rate = accounts / ((performance.now() - startedAt) / 1_000);
  const count = accounts.toLocaleString('en-US');
  const opening = {
    rate,
    unit: 'accounts/s',
    memoryMb: peakMemoryMb(),
    note: 'most memory so far',
    ...against(rate, baseline.random),
  };
  report({ name: `books, opening ${count} accounts`, ...opening });
  const random = await run(writer, { accounts, transfers, batch: MAX_BATCH, inFlight: 4 });
  const peak = { memoryMb: peakMemoryMb(), note: 'most memory so far' };
  report({ name: `books, ${count} accounts at random`, ...random, ...peak, ...against(random.rate, baseline.random) });
  await writer.close();
}

export async function openWriter(databaseUrl: string): Promise<Writer> {
  const writer: Writer = new BookWriter<Memory>({
    databaseUrl,
    bookId: 1,
    clock: systemClock,
    holder: 'bench',
    build: () => ({ ledger: new LedgerDesk(1, 'CNY') }),
    onTrouble: (message, cause) => console.error(message, cause),
  });
  await writer.open();
  return writer;
}

export async function openAccounts(writer: Writer, accounts: number): Promise<void> {
  const perCommand = 5_000;
  for (let first = 1; first <= accounts; first += perCommand) {
    const ids = Array.from({ length: Math.min(perCommand, accounts - first + 1) }, (_, index) => first + index);
    await writer.submit({
      name: 'open-accounts',
      weight: ids.length,
      needs: { ledger: { accountIds: ids } },
      decide: ({ ledger }, at) => {
        for (const id of ids) {
          const code = `bench:${id}`;
          const account = { id, code, currency: 'CNY', normalSide: 'credit', isLimited: true } as const;
          openAccount(ledger.books, { ...account, overdraft: 10n ** 15n }, at);
        }
      },
    });
  }
}

export async function run(writer: Writer, load: Load): Promise<Omit<Row, 'name'>> {
  const random = seededRandom(load.transfers);
  const latencies = new Latencies();
  let asked = 0;
  const startedAt = performance.now();
  const send = async (): Promise<void> => {
    while (asked < load.transfers) {
      const count = Math.min(load.batch, load.transfers - asked);
      asked += count;
      const transfers = Array.from({ length: count }, () => aTransfer(load.accounts, random));
      const sentAt = performance.now();
      const results = await submitTransfers(writer, transfers);
      latencies.add(performance.now() - sentAt);
      if (results.some((result) => result !== 'created')) throw new Error('a transfer of the benchmark was refused');
    }
  };
  await Promise.all(Array.from({ length: load.inFlight }, send));
  const seconds = (performance.now() - startedAt) / 1_000;
  return {
    rate: load.transfers / seconds,
    unit: 'transfers/s',
    p50: latencies.percentile(0.5),
    p99: latencies.percentile(0.99),
    memoryMb: memoryMb(),
  };
}

function aTransfer(accounts: number, random: () => number): NewTransfer {
  const debitAccountId = 1 + (random() % accounts);
  return {
    id: nextId(),
    kind: 'single',
    debitAccountId,
    creditAccountId: 1 + ((debitAccountId + (random() % (accounts - 1))) % accounts),
    amount: BigInt(1 + (random() % 1_000)),
    code: 1,
  };
}

const LOW_DIGITS = Array.from({ length: 0x1000 }, (_, low) => low.toString(16).padStart(3, '0'));
const TAIL = randomBytes(6).toString('hex');
let beginning = '';
let issued = 0;

/** UUIDs of version 7: the time in milliseconds, a counter (RFC 9562, 6.2, method 1), chance. */
function nextId(): string {
  const low = issued & 0xfff;
  if (low === 0) {
    const time = Math.floor(systemClock.now() / 1_000)
      .toString(16)
      .padStart(12, '0');
    beginning = `${time.slice(0, 8)}-${time.slice(8)}-7${LOW_DIGITS[(issued >>> 12) & 0xfff]}-8`;
  }
  issued += 1;
  return `${beginning}${LOW_DIGITS[low]}-${TAIL}`;
}

function against(rate: number, baseline: number): { baseline: number; ratio: number } {
  return { baseline, ratio: rate / baseline };
}
