// What row-level security costs a reading institution: the hottest reads of one among fifty, on a book of a million payments,
// as the house reads them and as the institution does. `npx tsx bench/tenant-reads.ts` prints a row each.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countEntries, readBalancesThrough, readEntries } from '../modules/ledger/index.ts';
import { readOutbox, readSent } from '../modules/messages/index.ts';
import { type SettlementContext, settlementRoutes } from '../modules/settlement/index.ts';
import { type Call, type Route } from '../platform/http/index.ts';
import { systemClock } from '../platform/instant.ts';
import { openPool, type Pool } from '../platform/postgres/connect.ts';
import { startEmbedded } from '../platform/postgres/embedded.ts';
import { migrate } from '../platform/postgres/migrate.ts';
import { readAs } from '../platform/postgres/tenant-reads.ts';

const COUNT = Number(process.env.PAYMENTS ?? 1_000_000);
const BANKS = 50;
const BANK = 'BANK07';
const ROUNDS = 40;
const FOLIO = 256;

const bank = (n: string): string => `'BANK' || lpad((${n})::text, 2, '0')`;
const id = (n: string): string => `lpad(to_hex(${n}), 32, '0')::uuid`;
const at = (n: string): string => `'2027-04-01'::timestamptz + ${n} * interval '1 second'`;

const ROWS = [
  `insert into ledger.books values (1, 'Book', 'CNY', now())`,
  `insert into ledger.accounts select 1, n, 'settlement:' || ${bank('n')}, 'CNY', 'credit', true, 0, false, now() from generate_series(1, ${BANKS}) n`,
  `insert into settlement.payments (book_id, payment_id, number, uetr, kind, sender_id, receiver_id, amount, rank, state, place,
     value_date, received_at, is_warned, settled_at, message_id, end_to_end_id)
   select 1, ${id('n')}, n, ${id('n')}, 'pacs.008', ${bank(`n % ${BANKS} + 1`)}, ${bank(`(n * 7 + 3) % ${BANKS} + 1`)}, n, 2, 'settled', n,
     (${at('n')})::date, ${at('n')}, false, ${at('n')}, 'M' || n, 'E' || n from generate_series(1, ${COUNT}) n`,
  `insert into messages.inbox select 1, ${id('n')}, ${bank(`n % ${BANKS} + 1`)}, 'M' || n, 'pacs.008', '\\x00', 'accepted', 1, n, 0, '<a/>',
     'pacs.002', '<b/>', ${at('n')}, true from generate_series(1, ${COUNT}) n`,
  `insert into messages.outbox select 1, ${bank(`(n * 7 + 3) % ${BANKS} + 1`)}, n, 'pacs.008', ${id('n')}, null, '<a/>', ${at('n')}
   from generate_series(1, ${COUNT}) n`,
  `insert into ledger.transfers (book_id, seq, transfer_id, kind, flags, code, debit_account_id, credit_account_id, amount, at)
   select 1, n, ${id('n')}, 1, 0, 1, n % ${BANKS} + 1, (n * 7 + 3) % ${BANKS} + 1, n, ${at('n')} from generate_series(1, ${COUNT}) n`,
  `insert into ledger.folios
   select 1, account, max(seq), max(at), 0, 0, 0, 0, array_agg(seq order by seq) from (
     select account, seq, at, (row_number() over (partition by account order by seq) - 1) / ${FOLIO} as page
     from ledger.transfers cross join lateral (values (debit_account_id), (credit_account_id)) s(account)
   ) e group by account, page`,
  `insert into ledger.checkpoints values (1, ${COUNT})`,
  'vacuum analyze',
];

const name = { en: 'Bank', zh: '银行' };
const participant = { id: BANK, profile: { id: BANK, bic: BANK, kind: 'direct', name, shortName: name } };
/** As much of the book's memory as a list of payments looks at. */
const settlement = { books: { bookId: 1, currency: 'CNY' }, participantById: { get: () => participant } };

function paymentsOf(pool: Pool): Route {
  const writer = { memory: { settlement: { settlement } } } as unknown as SettlementContext['writer'];
  const routes = settlementRoutes({ writer, pool, clock: systemClock });
  return routes.find(({ method, path }) => method === 'GET' && path === '/v1/payments')!;
}

function readsOf(pool: Pool): Readonly<Record<string, () => Promise<unknown>>> {
  const books = { bookId: 1, pool };
  const middle = { afterSeq: COUNT / 2, throughSeq: COUNT / 2 + COUNT / 10 };
  const { handle } = paymentsOf(pool);
  const caller = { kind: 'participant', actor: BANK, participantId: BANK } as const;
  const page = (more: object) => async () => handle({ query: { limit: 50, ...more }, caller } as unknown as Call);
  return {
    'payments, newest 50': page({}),
    'payments, by beginning of a name': page({ q: `E${COUNT - 43}` }),
    'payments of a counterparty': page({ party: 'BANK08' }),
    'outbox, 100 after a number': () => readOutbox(books, BANK, COUNT / 2, 100),
    'sent, 100 after a moment': () => readSent(books, BANK, Date.parse('2027-04-03T00:00:00Z') * 1_000, 100),
    'balances at a moment': () => readBalancesThrough(pool, 1, 7, COUNT / 2),
    'statement, first 100 entries': () => readEntries(pool, 1, 7, { ...middle, limit: 100 }),
    'statement, entries counted': () => countEntries(pool, 1, 7, middle),
  };
}

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const from = performance.now();
    await work();
    took.push(performance.now() - from);
  }
  return took.sort((a, b) => a - b)[ROUNDS / 2]!;
}

const folder = mkdtempSync(join(tmpdir(), 'feiqian bench '));
const postgres = await startEmbedded(folder);
const pool = openPool(postgres.url, { statementTimeoutMs: 600_000 });
try {
  await migrate(postgres.url);
  for (const statement of ROWS) await pool.query(statement);
  console.log(`${COUNT} payments, ${BANKS} banks; median of ${ROUNDS}, ms`);
  console.log(`${''.padEnd(36)}${'house'.padStart(9)}${'tenant'.padStart(9)}`);
  for (const [what, read] of Object.entries(readsOf(pool))) {
    const asHouse = await medianMs(read);
    const asTenant = await medianMs(() => readAs(pool, { participantId: BANK }, read));
    console.log(`${what.padEnd(36)}${asHouse.toFixed(2).padStart(9)}${asTenant.toFixed(2).padStart(9)}`);
  }
} finally {
  await pool.end();
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
}
