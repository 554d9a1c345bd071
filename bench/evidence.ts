// What the evidence costs: leaves a second through the writer, and the books with and without it, in turns in one run.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvidenceDesk, KeyFolder, type RefusedWrite } from '../modules/evidence/index.ts';
import { LedgerDesk } from '../modules/ledger/index.ts';
import { admitParticipant, fund, SettlementDesk, submitPayment } from '../modules/settlement/index.ts';
import { systemClock } from '../platform/instant.ts';
import { BookWriter } from '../platform/writer/writer.ts';
import { openAccounts, run } from './books.ts';
import { memoryMb } from './measure.ts';
import { type BenchContext } from './row.ts';

interface Memory {
  readonly ledger: LedgerDesk;
  readonly settlement: SettlementDesk;
  readonly evidence?: EvidenceDesk;
}
type Writer = BookWriter<Memory>;

const ROUNDS = 3;

export async function evidenceSuite({ freshDatabase, report }: BenchContext): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian-bench-'));
  const keys = new KeyFolder(folder);
  const pair = async (): Promise<[without: Writer, recorded: Writer]> => [
    await open(await freshDatabase()),
    await open(await freshDatabase(), keys),
  ];
  const [[without, recorded], [bare, bareRecorded]] = [await pair(), await pair()];
  try {
    await Promise.all([admitBanks(without), admitBanks(recorded)]);
    const leaves = await leavesRate(recorded);
    report({
      name: 'evidence, refusals as leaves, 500 a command',
      rate: leaves,
      unit: 'leaves/s',
      baseline: ANCHOR_LEAVES,
      ratio: leaves / ANCHOR_LEAVES,
      note: 'baseline: a public figure, on 12 cores',
    });
    const payments = await inTurns(() => paymentsRate(without), () => paymentsRate(recorded)); // prettier-ignore
    report({ name: 'payments without the evidence', rate: payments.without, unit: 'payments/s', ...itself(payments) });
    report({ name: 'payments with the evidence', ...against(payments), unit: 'payments/s', memoryMb: memoryMb() });
    await openAccounts(bare as never, 10_000);
    await openAccounts(bareRecorded as never, 10_000);
    const load = { accounts: 10_000, transfers: 100_000, batch: 8_190, inFlight: 4 };
    const transfers = await inTurns(
      async () => (await run(bare as never, load)).rate,
      async () => (await run(bareRecorded as never, load)).rate,
    );
    report({
      name: 'bare transfers without the evidence',
      rate: transfers.without,
      unit: 'transfers/s',
      ...itself(transfers),
    });
    report({ name: 'bare transfers with the evidence', ...against(transfers), unit: 'transfers/s' });
  } finally {
    await Promise.all([without, recorded, bare, bareRecorded].map((writer) => writer.close()));
    rmSync(folder, { recursive: true });
  }
}

/** What another audit log is said to take in, a second. */
const ANCHOR_LEAVES = 2_900;

const itself = ({ without }: Rates): { baseline: number; ratio: number } => ({ baseline: without, ratio: 1 });

interface Rates {
  readonly without: number;
  readonly recorded: number;
}

function against({ without, recorded }: Rates): { rate: number; baseline: number; ratio: number; note: string } {
  const cost = (1 - recorded / without) * 100;
  return { rate: recorded, baseline: without, ratio: recorded / without, note: `costs ${cost.toFixed(1)} %` };
}

/** One after the other, several times, so that both see the same machine; the median of each. */
async function inTurns(without: () => Promise<number>, recorded: () => Promise<number>): Promise<Rates> {
  const rates: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    rates[0].push(await without());
    rates[1].push(await recorded());
  }
  const [a, b] = rates.map((each) => each.sort((x, y) => x - y)[Math.floor(ROUNDS / 2)]!);
  return { without: a!, recorded: b! };
}

const idOf = (n: number): string => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;

async function open(databaseUrl: string, keys?: KeyFolder): Promise<Writer> {
  const writer: Writer = new BookWriter<Memory>({
    databaseUrl,
    bookId: 1,
    clock: systemClock,
    holder: 'bench',
    build: () => {
      const ledger = new LedgerDesk(1, 'CNY');
      const settlement = new SettlementDesk(ledger);
      const desks = { ledger, settlement };
      return keys ? { ...desks, evidence: new EvidenceDesk(1, desks, { origin: 'bench/books/1', keys }) } : desks;
    },
    onTrouble: (message, cause) => console.error(message, cause),
  });
  await writer.open();
  return writer;
}

async function admitBanks(writer: Writer): Promise<void> {
  for (let index = 0; index < 20; index++) {
    const id = `BNK${String.fromCharCode(65 + index)}CN22`;
    const title = { en: id, zh: id };
    const names = { id, bic: id, name: title, shortName: title, clearingCodes: [], joinedOn: '2020-01-01' };
    await writer.submit({
      name: 'admit',
      needs: { ledger: { accountIds: [1, 1_001 + index] } },
      decide: ({ settlement: { settlement } }, at) => {
        admitParticipant(settlement, { ...names, kind: 'direct' }, at);
        fund(settlement, idOf(index), id, 10n ** 15n, at);
      },
    });
  }
}

let issued = 1_000;

/** Payments settled one a command, 256 commands at a time. */
async function paymentsRate(writer: Writer): Promise<number> {
  const count = 20_000;
  const bank = (n: number): string => `BNK${String.fromCharCode(65 + (n % 20))}CN22`;
  const startedAt = performance.now();
  let asked = 0;
  const send = async (): Promise<void> => {
    while (asked < count) {
      asked += 1;
      issued += 1;
      const request = {
        id: idOf(issued), kind: 'pacs.009', senderId: bank(asked), receiverId: bank(asked + 7), currency: 'CNY',
        amountMinor: 100n, priority: 'normal',
      } as const; // prettier-ignore
      await writer.submit({
        name: 'pay',
        needs: { settlement: { paymentIds: [request.id] } },
        decide: ({ settlement: { settlement } }, at) => void submitPayment(settlement, request, at),
      });
    }
  };
  await Promise.all(Array.from({ length: 256 }, send));
  return count / ((performance.now() - startedAt) / 1_000);
}

async function leavesRate(writer: Writer): Promise<number> {
  const [commands, each] = [200, 500];
  const startedAt = performance.now();
  let asked = 0;
  const send = async (): Promise<void> => {
    while (asked < commands) {
      asked += 1;
      const refused = Array.from({ length: each }, (_, index): RefusedWrite => ({
        method: 'POST', path: '/v1/messages', code: 'not_allowed', status: 403, caller: `BANK${index}`,
        participantId: `BANK${index}`, count: 1, firstAt: asked, lastAt: asked,
      })); // prettier-ignore
      await writer.submit({
        name: 'record-refusals',
        weight: each,
        decide: ({ evidence }) => evidence!.recordRefusedWrites(refused),
      });
    }
  };
  await Promise.all(Array.from({ length: 4 }, send));
  return (commands * each) / ((performance.now() - startedAt) / 1_000);
}
