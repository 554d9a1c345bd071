// The plain design everything is held against: one transfer per transaction with row locks, 16 clients, the same
// PostgreSQL, fsync on. Written as a careful programmer would: prepared statements, locks in the order of account ids.
import pg from 'pg';
import { seededRandom } from './measure.ts';

const CLIENTS = 16;
const SECONDS = 5;

const SCHEMA = `
  create schema plain;
  create table plain.accounts (id int8 primary key, debits numeric(39) not null, credits numeric(39) not null);
  create table plain.transfers (
    id uuid primary key, debit_account_id int8 not null, credit_account_id int8 not null, amount numeric(39) not null,
    code int2 not null, at timestamptz not null default now()
  );
  insert into plain.accounts select id, 0, 1000000000 from generate_series(1, 10000) id;
`;

/** Transfers a second over random accounts among the first 10,000 and among the first 10. */
export async function measureBaseline(databaseUrl: string): Promise<{ random: number; hot: number }> {
  const admin = new pg.Client({ connectionString: databaseUrl });
  await admin.connect();
  await admin.query(SCHEMA);
  await admin.end();
  return { random: await measure(databaseUrl, 10_000), hot: await measure(databaseUrl, 10) };
}

async function measure(databaseUrl: string, accounts: number): Promise<number> {
  const random = seededRandom(accounts);
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: databaseUrl });
      await client.connect();
      return client;
    }),
  );
  let done = 0;
  const startedAt = performance.now();
  const endsAt = startedAt + SECONDS * 1_000;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < endsAt) {
        await transferOnce(client, accounts, random);
        done += 1;
      }
    }),
  );
  const seconds = (performance.now() - startedAt) / 1_000;
  await Promise.all(clients.map((client) => client.end()));
  return done / seconds;
}

async function transferOnce(client: pg.Client, accounts: number, random: () => number): Promise<void> {
  const debit = 1 + (random() % accounts);
  const credit = 1 + ((debit + (random() % (accounts - 1))) % accounts);
  const amount = 1 + (random() % 1_000);
  await client.query('begin');
  const { rows } = await client.query<{ id: string; room: string }>({
    name: 'plain-lock',
    text: 'select id, credits - debits as room from plain.accounts where id in ($1, $2) order by id for update',
    values: [debit, credit],
  });
  const room = rows.find((row) => row.id === String(debit))!.room;
  if (BigInt(room) < BigInt(amount)) {
    await client.query('rollback');
    return;
  }
  await client.query({
    name: 'plain-insert',
    text: `insert into plain.transfers (id, debit_account_id, credit_account_id, amount, code)
           values (gen_random_uuid(), $1, $2, $3, 1)`,
    values: [debit, credit, amount],
  });
  await client.query({
    name: 'plain-debit',
    text: 'update plain.accounts set debits = debits + $2 where id = $1',
    values: [debit, amount],
  });
  await client.query({
    name: 'plain-credit',
    text: 'update plain.accounts set credits = credits + $2 where id = $1',
    values: [credit, amount],
  });
  await client.query('commit');
}
