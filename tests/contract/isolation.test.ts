// Row-level security, table by table, under every handler and beside every check: each table is classified by its module, the
// catalogue agrees, and each policy gives its tenant its own rows and others none. A policy that is gone, or lets all through,
// is seen here to make the difference.
import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { type Client } from 'pg';
import { readAs, readAsHouse, type Tenant, TENANT_ROLE } from '../../platform/postgres/tenant-reads.ts';
import { type TestDatabase, testDatabase } from '../../platform/postgres/testing.ts';
import { ORGANISATION, PARTICIPANT, type WhoseRows } from '../../platform/postgres/whose-rows.ts';
import { root } from './source-files.ts';
import { givenBanks, OPERATOR, startApi, transferXml } from './testing.ts';

const TENANT: Tenant = { participantId: PARTICIPANT, organisationId: ORGANISATION };
const OTHERS: readonly Tenant[] = [{ participantId: 'BBBBCNBJ', organisationId: 'boreas' }, {}];

const parts = ['platform', 'modules'].flatMap((layer) =>
  readdirSync(join(root, layer)).map((part) => join(layer, part)),
);
const files = parts.map((part) => join(root, part, 'whose-rows.ts')).filter((file) => existsSync(file));
const classified: WhoseRows = Object.assign(
  {},
  ...(await Promise.all(files.map(async (file) => ((await import(file)) as { WHOSE_ROWS: WhoseRows }).WHOSE_ROWS))),
);

interface Relation {
  name: string;
  is_view: boolean;
  asks_as_reader: boolean;
  has_security: boolean;
  policies: { name: string; command: string; uses: string; checks: string | null }[];
  may_read: boolean;
  may_write: boolean;
}

const RELATIONS = `
  select n.nspname || '.' || c.relname as name, c.relkind = 'v' as is_view, c.relrowsecurity as has_security,
         coalesce(c.reloptions && array['security_invoker=true'], false) as asks_as_reader,
         coalesce((select json_agg(json_build_object('name', polname, 'command', polcmd::text,
            'uses', pg_get_expr(polqual, polrelid), 'checks', pg_get_expr(polwithcheck, polrelid)))
            from pg_policy where polrelid = c.oid), '[]') as policies,
         has_table_privilege(${TENANT_ROLE}, c.oid, 'select') as may_read,
         has_table_privilege(${TENANT_ROLE}, c.oid, 'insert, update, delete, truncate, references, trigger') as may_write
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname not like 'pg\\_%' and n.nspname not in ('information_schema', 'public')
  order by 1`;

const readRelations = async (client: Client): Promise<Relation[]> => (await client.query<Relation>(RELATIONS)).rows;

const HOW = `Say it in the whose-rows.ts of its module, and enable row-level security on it in a migration:
  for a tenant's rows with a policy by platform.tenant_participant() or platform.tenant_organisation(), for everyone's with
  "using (true)", for the house's with none. docs/decisions/009-isolation-held-by-the-database.md tells more.`;

/** What is wrong with it, by what its module says of it. */
function faultOf({
  name,
  is_view,
  asks_as_reader,
  has_security,
  policies,
  may_read,
  may_write,
}: Relation): string | undefined {
  if (may_write) return 'a tenant’s read may write it';
  if (is_view && asks_as_reader) return may_read ? undefined : 'a tenant’s read may not use it';
  const whose = classified[name];
  if (!whose) return `nobody said whose its rows are. ${HOW}`;
  if (whose.of !== 'tenants' && whose.because.length < 10) return 'no reason is given for what it is';
  if (is_view) return whose.of === 'everyone' ? undefined : 'a view that asks as its owner shows its rows to everyone';
  if (!has_security) return `row-level security is not enabled on it. ${HOW}`;
  if (may_read !== (whose.of !== 'house')) return `a tenant’s read ${may_read ? 'may' : 'may not'} use it`;
  if (whose.of === 'house') return policies.length === 0 ? undefined : 'the house’s own has a policy';
  const [policy] = policies;
  if (policies.length !== 1 || policy!.command !== 'r') return 'it should have one policy, for select';
  const isForAll = policy!.uses === 'true';
  return isForAll === (whose.of === 'everyone')
    ? undefined
    : `its policy is “${policy!.uses}”, and it is said to be ${whose.of}’`;
}

const faultsOf = async (client: Client): Promise<string[]> =>
  (await readRelations(client)).flatMap((relation) => {
    const fault = faultOf(relation);
    return fault === undefined ? [] : [`${relation.name}: ${fault}`];
  });

test('every table and view says whose its rows are, and its policies and grants say the same', async (t) => {
  const database = await testDatabase(t);
  const client = await database.connect();
  assert.deepEqual(await faultsOf(client), []);
  const names = new Set((await readRelations(client)).map(({ name }) => name));
  assert.deepEqual(Object.keys(classified).filter((name) => !names.has(name)), [], 'no such table');
  // The walk sees a table that is new, one that was opened, and one that was let go.
  const planted: [string, RegExp][] = [
    ['create table access.forgotten (organisation_id text)', /^access\.forgotten: nobody said whose its rows are/],
    ['alter table access.keys disable row level security', /^access\.keys: row-level security is not enabled/],
    ['alter policy tenants on access.keys using (true)', /^access\.keys: its policy is “true”/],
    ['drop policy tenants on access.keys', /^access\.keys: it should have one policy/],
    ['alter view ledger.movements reset (security_invoker)', /^ledger\.movements: nobody said/],
    ['create policy house on access.nonces for select using (true)', /^access\.nonces: the house’s own has a policy/],
    [`do $$ begin execute format('grant update on access.keys to %I', ${TENANT_ROLE}); end $$`, /^access\.keys: .* may write it/],
  ]; // prettier-ignore
  for (const [planting, says] of planted) {
    await client.query('begin');
    await client.query(planting);
    const faults = await faultsOf(client);
    await client.query('rollback');
    assert.equal(faults.length, 1, planting);
    assert.match(faults[0]!, says);
  }
}); // prettier-ignore

/** Every example row, in tables that ask for nothing else. */
async function givenExamples(t: TestContext): Promise<TestDatabase & { client: Client }> {
  const database = await testDatabase(t);
  const client = await database.connect();
  const { rows } = await client.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I cascade', conrelid::regclass, conname) as statement
     from pg_constraint k join pg_namespace n on n.oid = k.connamespace
     where conrelid <> 0 and contype in ('c', 'f', 'u', 'p') and n.nspname || '.' || (select relname from pg_class where oid = conrelid) = any($1)
     order by contype = 'f' desc`,
    [Object.keys(classified)],
  );
  for (const { statement } of rows)
    await client.query(statement.replace(' drop constraint ', ' drop constraint if exists '));
  for (const [table, whose] of Object.entries(classified)) {
    if (whose.of !== 'tenants') continue;
    const { rows: columns } = await client.query<{ name: string }>(
      `select quote_ident(attname) as name from pg_attribute
       where attrelid = $1::regclass and attnum > 0 and attnotnull and not attisdropped and attidentity = ''`,
      [table],
    );
    for (const { name } of columns) await client.query(`alter table ${table} alter column ${name} drop not null`);
    for (const row of whose.rows) {
      const [names, values] = [Object.keys(row), Object.values(row)];
      const places = names.map((_, index) => `$${index + 1}`).join(', ');
      await client.query(
        `insert into ${table} (${names.join(', ')}) overriding system value values (${places})`,
        values,
      );
    }
  }
  return { ...database, client };
}

test('each policy gives a tenant its own rows and another tenant none; without it nobody has any, and opened all have all', async (t) => {
  const { client } = await givenExamples(t);
  const countFor = async ({ participantId = '', organisationId = '' }: Tenant, table: string): Promise<number> => {
    await client.query(
      `select set_config('feiqian.participant', $1, true), set_config('feiqian.organisation', $2, true),
         set_config('role', ${TENANT_ROLE}, true)`,
      [participantId, organisationId],
    );
    const { rows } = await client.query<{ count: number }>(`select count(*)::int4 as count from ${table}`);
    await client.query('set local role none');
    return rows[0]!.count;
  };
  const tables = Object.entries(classified).flatMap(([table, whose]) =>
    whose.of === 'tenants' ? [[table, whose.rows.length] as const] : [],
  );
  assert.ok(tables.length >= 35);
  for (const [table, count] of tables) {
    await client.query('begin');
    assert.equal(await countFor(TENANT, table), count, `${table} for its tenant`);
    for (const other of OTHERS) assert.equal(await countFor(other, table), 0, `${table} for ${JSON.stringify(other)}`);
    await client.query(`alter policy tenants on ${table} using (true)`);
    for (const other of OTHERS) assert.equal(await countFor(other, table), count, `${table} opened`);
    await client.query(`drop policy tenants on ${table}`);
    assert.equal(await countFor(TENANT, table), 0, `${table} without a policy`);
    await client.query('rollback');
  }
});

test('a pool reads for the tenant of the moment: at once, beside others, by prepared statements, and never writes', async (t) => {
  const { pool } = await givenExamples(t);
  const other = await testDatabase(t);
  const named = { name: 'keys', text: 'select organisation_id from access.keys' };
  const count = async (): Promise<number | null> => (await pool.query(named)).rowCount;
  const reads = [TENANT, OTHERS[0]!, undefined, TENANT, OTHERS[1]!, undefined].flatMap((each) => [each, each, each]);
  const counts = await Promise.all(reads.map((each) => (each ? readAs(pool, each, count) : count())));
  assert.deepEqual(counts, reads.map((each) => (each === undefined || each === TENANT ? 1 : 0)));
  assert.equal(await readAs(pool, OTHERS[0]!, () => readAsHouse(count)), 1);
  assert.equal(await readAs(pool, OTHERS[0]!, () => readAs(pool, TENANT, count)), 0);
  const evil = { organisationId: `x', true), set_config('feiqian.organisation', 'aurora` };
  assert.equal(await readAs(pool, evil, count), 0);
  const deny = (text: string, says: RegExp) => assert.rejects(readAs(pool, TENANT, () => pool.query(text)), says);
  await deny(`update access.keys set label = 'mine'`, /read-only/);
  await deny('select * from access.nonces', /permission denied/);
  await deny('create temporary table t ()', /read-only/);
  await assert.rejects(readAs(pool, TENANT, async () => pool.connect()), /beginOn alone/);
  await assert.rejects(readAs(pool, TENANT, async () => other.pool.query('select 1')), /asks another/);
  // Whatever came before, the next on each connection is the house again.
  assert.deepEqual(await Promise.all([1, 2, 3, 4, 5].map(count)), [1, 1, 1, 1, 1]);
}); // prettier-ignore

test('a payment tells each party its own side of the books, and what came to itself, and the central bank both', async (t) => {
  const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
  const api = await startApi(t);
  await givenBanks(api, [A, B], '1000');
  await api.ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '4.00'));
  const { id } = (await api.ask(A, 'GET', '/v1/payments')).body.items[0];
  const seenBy = async (who: string) => {
    const { body } = await api.ask(who, 'GET', `/v1/payments/${id}`);
    const { entries, messages, debtor, creditor } = body as PaymentDetail;
    return {
      balances: entries.map(({ account, balanceAfter }) => [account.code, balanceAfter]),
      messages: [...new Set(messages.map(({ participant }) => participant.id))].sort(),
      names: [debtor.name, creditor.name],
    };
  };
  const [ofA, ofB] = [[`settlement:${A}`, '600'], [`settlement:${B}`, '1400']]; // prettier-ignore
  const names = ['Orchid Textiles', 'Stone Bridge Foods'];
  assert.deepEqual(await seenBy(A), { balances: [ofA], messages: [A], names });
  assert.deepEqual(await seenBy(B), { balances: [ofB], messages: [B], names });
  assert.deepEqual(await seenBy(OPERATOR), { balances: [ofA, ofB], messages: [A, B], names });
});

interface PaymentDetail {
  readonly entries: readonly { readonly account: { readonly code: string }; readonly balanceAfter: string }[];
  readonly messages: readonly { readonly participant: { readonly id: string } }[];
  readonly debtor: { readonly name: string | null };
  readonly creditor: { readonly name: string | null };
}
