// `npx feiqian audit` against someone who may change anything in the database: one byte in each table, a row removed, two
// rows swapped, one slipped in, the log itself cut, edited and signed anew. Each is found, and the row is named.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { fileURLToPath } from 'node:url';
import { COVERED_TABLES, hashLeaf } from '../../modules/evidence/index.ts';
import { busyMorning, type RecordedBook, relayOf } from '../../modules/evidence/testing.ts';
import { audit } from './audit.ts';

interface Audited {
  readonly code: number;
  readonly valid: boolean;
  readonly size: number;
  readonly rows: number;
  readonly unexplained: number;
  readonly findings: readonly { place: string; en: string; zh: string }[];
}

interface AuditedBook {
  readonly book: RecordedBook;
  readonly folder: string;
  /** Writes the log as it stands to this file. */
  exportTo(name: string, ...more: string[]): Promise<string>;
  verify(file: string, ...more: string[]): Promise<Audited>;
  verifyDatabase(file: string, ...more: string[]): Promise<Audited>;
}

async function givenAuditedBook(t: TestContext): Promise<AuditedBook> {
  const book = await busyMorning(t);
  await book.writer.close();
  const folder = mkdtempSync(join(tmpdir(), 'feiqian audit '));
  t.after(() => rmSync(folder, { recursive: true }));
  const key = join(
    book.keys.path,
    readdirSync(book.keys.path).find((name) => name.endsWith('.public.pem'))!,
  );
  const verify: AuditedBook['verify'] = async (file, ...more) => {
    const printed = t.mock.method(console, 'log', () => undefined);
    const code = await audit(['verify', file, ...(more.includes('--key') ? [] : ['--key', key]), '--json', ...more]);
    const [text] = printed.mock.calls.at(-1)?.arguments ?? [];
    printed.mock.restore();
    return { ...(JSON.parse(text as unknown as string) as Omit<Audited, 'code'>), code };
  };
  return {
    book,
    folder,
    exportTo: async (name, ...more) => {
      const file = join(folder, name);
      assert.equal(await audit(['export', file, '--database', book.db.url, ...more]), 0);
      return file;
    },
    verify,
    verifyDatabase: (file, ...more) => verify(file, '--database', book.db.url, ...more),
  };
}

const places = ({ findings }: Audited): string[] => findings.map(({ place }) => place);

test('an untouched log passes, with and without the database, and with what came after the export', async (t) => {
  const { book, exportTo, verify, verifyDatabase } = await givenAuditedBook(t);
  const file = await exportTo('all.ndjson');
  const alone = await verify(file);
  assert.deepEqual([alone.code, alone.findings, alone.unexplained], [0, [], 0]);
  assert.ok(alone.rows > 30);
  const again = await book.open();
  for (let n = 100; n < 140; n++) await book.pay(n, 'B', 'C', 1n, again);
  const later = await verifyDatabase(file);
  assert.deepEqual([later.code, later.findings], [0, []]);
  assert.ok(later.size > alone.size);
});

/** In which column one byte is changed: the last letter, digit or bit of its text. */
const TAMPERED: Readonly<Record<string, string>> = {
  'ledger.accounts': `set overdraft = overdraft + 1`,
  'ledger.account_terms': `set is_frozen = not is_frozen`,
  'ledger.transfers': `set amount = amount + 1`,
  'ledger.refused_transfers': `set code = 'exceeds_debits'`,
  'settlement.participants': `set profile = jsonb_set(profile, '{name,en}', '"X"')`,
  'settlement.payments': `set receiver_id = 'BNKDCN22'`,
  'settlement.days': `set phases = jsonb_set(phases, '{0,extendedMinutes}', '1')`,
  'settlement.modes': `set liquidity_saving = 'full'`,
  'settlement.clearing_batches': `set positions = jsonb_set(positions, '{0,netMinor}', '"-6"')`,
  'settlement.acts': `set text_zh = text_zh || '。'`,
  'messages.inbox': `set xml = xml || ' '`,
  'messages.outbox': `set xml = replace(xml, '<', '< ')`,
  'access.acts': `set reason = reason || '.'`,
  'approvals.acts': `set actor = 'Feiqiao'`,
  'people.acts': `set address = '192.0.2.8'`,
  'quotas.acts': `set soft = soft + 1`,
  'status.acts': `set text_zh = text_zh || '。'`,
  'subscriptions.acts': `set service = 'simulator'`,
  'support.acts': `set text = text || '.'`,
  'webhooks.acts': `set act = 'removed'`,
};

test('one byte changed in any table is found, and the row and the column are named', async (t) => {
  const { book, exportTo, verify, verifyDatabase } = await givenAuditedBook(t);
  const file = await exportTo('all.ndjson');
  for (const { name, key } of COVERED_TABLES) {
    const change = TAMPERED[name]!;
    const column = /set (\w+)/.exec(change)![1]!;
    const named = key.map((sql) => sql.replace(/^seq\b/, 't.seq')).join(` || '/' || `);
    const client = await book.db.connect();
    await client.query('create temporary table kept as select * from ' + name);
    const { rows } = await client.query<{ key: string }>(
      `update ${name} t ${change} where ctid = (select ctid from ${name} order by ctid desc limit 1) returning ${named} as key`,
    );
    const found = await verifyDatabase(file);
    assert.deepEqual(places(found), [`${name} ${rows[0]!.key}`], name);
    assert.match(found.findings[0]!.en, new RegExp(`changed: ${column} `));
    assert.equal(found.code, 1);
    // An export made afterwards shows it by itself.
    const after = await verify(await exportTo('after.ndjson'));
    assert.deepEqual(places(after), [`${name} ${rows[0]!.key}`], name);
    await client.query(
      `truncate ${name}; insert into ${name} overriding system value select * from kept; drop table kept`,
    );
  }
  assert.deepEqual((await verifyDatabase(file)).findings, []);
});

test('a row removed from any table is named', async (t) => {
  const { book, exportTo, verifyDatabase } = await givenAuditedBook(t);
  const file = await exportTo('all.ndjson');
  const removed: string[] = [];
  for (const { name, key } of COVERED_TABLES) {
    const named = key.map((sql) => sql.replace(/^seq\b/, 't.seq')).join(` || '/' || `);
    const { rows } = await book.db.pool.query<{ key: string }>(
      `delete from ${name} t where ctid = (select ctid from ${name} limit 1) returning ${named} as key`,
    );
    removed.push(`${name} ${rows[0]!.key}`);
  }
  const found = await verifyDatabase(file);
  assert.deepEqual(places(found).sort(), removed.sort());
  assert.ok(found.findings.every(({ en }) => en.includes('removed')));
});

test('two rows swapped are both named, and one slipped in is', async (t) => {
  const { book, exportTo, verifyDatabase } = await givenAuditedBook(t);
  const file = await exportTo('all.ndjson');
  await book.db.pool.query(`
    update ledger.transfers set seq = case seq when 5 then -6 else -5 end where seq in (5, 6);
    update ledger.transfers set seq = -seq where seq < 0;
    insert into ledger.transfers select book_id, 1000, gen_random_uuid(), kind, flags, code, debit_account_id,
      credit_account_id, amount, released_amount, pending_id, timeout_seconds, reference, at
      from ledger.transfers where seq = 7;
    insert into settlement.acts select book_id, commit_number, 99, at, subject, subject_id, actor, text_en, text_zh, reason
      from settlement.acts limit 1`);
  const found = await verifyDatabase(file);
  assert.deepEqual(places(found).slice(0, 3), ['ledger.transfers 5', 'ledger.transfers 6', 'ledger.transfers 1000']);
  assert.match(places(found)[3]!, /^settlement\.acts \d+\/99$/);
  assert.equal(found.findings.length, 4);
});

test('acts swapped or slipped between are named; one the relay has still to bring is not', async (t) => {
  const { book, exportTo, verifyDatabase } = await givenAuditedBook(t);
  const writer = await book.open();
  const slip = (number: number) =>
    book.db.pool.query(`insert into people.acts (number, at, actor, act) overriding system value
                        values (${number}, now(), 'Nobody', 'signed-in')`);
  await slip(5);
  await slip(8);
  await relayOf(book, writer).step();
  const file = await exportTo('all.ndjson');
  await slip(9);
  assert.deepEqual((await verifyDatabase(file)).findings, []);
  await slip(7);
  await book.db.pool.query(`
    create temporary table swapped as select * from people.acts where number in (5, 8);
    delete from people.acts where number in (5, 8);
    insert into people.acts overriding system value
      select 13 - number, at, actor, act, organisation_id, person_id, session_id, address, detail from swapped;
    drop table swapped`);
  const found = await verifyDatabase(file);
  assert.deepEqual(places(found), ['people.acts 5', 'people.acts 8', 'people.acts 7']);
  assert.match(found.findings[2]!.en, /in no leaf/);
});

test('the log cut at its end: by the export, by a head someone kept, and by the rows left behind', async (t) => {
  const { book, folder, exportTo, verify, verifyDatabase } = await givenAuditedBook(t);
  const file = await exportTo('all.ndjson');
  const { rows } = await book.db.pool.query<{ head: string; leaf: string }>(
    'select head, leaf::text from evidence.leaves where head is not null order by leaves.leaf desc limit 3',
  );
  const kept = join(folder, 'kept.head');
  writeFileSync(kept, rows[0]!.head);
  const last = Number(rows[0]!.leaf);
  await book.db.pool.query('delete from evidence.leaves where leaf > $1', [rows[2]!.leaf]);
  const byExport = places(await verifyDatabase(file));
  assert.ok(byExport.includes(`evidence.leaves ${last}`), byExport.join());
  const shorter = await exportTo('shorter.ndjson');
  assert.deepEqual(
    (await verify(shorter)).findings.filter(({ place }) => place.startsWith('evidence')),
    [],
  );
  assert.deepEqual(places(await verify(shorter, '--head', kept)).filter((place) => place.startsWith('tree')), [`tree head of ${last + 1} leaves`]); // prettier-ignore
  const byRows = await verifyDatabase(shorter);
  assert.ok(
    byRows.findings.some(({ en }) => en.includes('in no leaf')),
    places(byRows).join(),
  );
});

test('a head replaced, a record edited, a witness edited, a hash edited, a subtree root edited: each is named', async (t) => {
  const { book, exportTo, verify, verifyDatabase } = await givenAuditedBook(t);
  const writer = await book.open();
  for (let n = 1_000; n < 1_300; n++) await book.pay(n, n % 2 ? 'B' : 'C', n % 2 ? 'C' : 'B', 1n, writer);
  await writer.close();
  const file = await exportTo('all.ndjson');
  const { rows } = await book.db.pool.query<{ leaf: number }>(
    `select leaf::int4 from evidence.leaves where head is not null and kind = 'commit' order by leaves.leaf`,
  );
  const [{ leaf: first }, { leaf: second }] = [rows[2]!, rows[3]!];
  const tampers: [sql: string, column: string, place: string][] = [
    [`update evidence.leaves set head = (select head from evidence.leaves where leaf = ${second}) where leaf = ${first}`, 'head', `evidence.leaves ${first}`],
    [`update evidence.leaves set record = replace(record, '"v":1', '"v":2') where leaf = ${first}`, 'record', `evidence.leaves ${first}`],
    [`update evidence.leaves set witness = 'x' || witness where leaf = ${first}`, 'witness', `evidence.leaves ${first}`],
    [`update evidence.leaves set hash = sha256(hash) where leaf = ${first}`, 'hash', `evidence.leaves ${first}`],
    [`update evidence.nodes set hash = sha256(hash) where level = 8 and number = 0`, '', 'evidence.nodes 8/0'],
  ]; // prettier-ignore
  for (const [sql, column, place] of tampers) {
    const client = await book.db.connect();
    await client.query('create temporary table kept as select * from evidence.leaves');
    await client.query('create temporary table kept_nodes as select * from evidence.nodes');
    await client.query(sql);
    const found = await verifyDatabase(file);
    assert.ok(places(found).includes(place), `${place} in ${places(found).join()}`);
    assert.ok(found.findings.some((each) => each.place === place && each.en.includes(column)));
    // Without the earlier export, the log itself shows it; the subtree roots are not part of an export.
    if (column !== '') assert.equal((await verify(await exportTo('after.ndjson'))).findings[0]?.place, place, column);
    await client.query(`truncate evidence.leaves, evidence.nodes; insert into evidence.leaves select * from kept;
      insert into evidence.nodes select * from kept_nodes; drop table kept, kept_nodes`);
  }
});

test('a record edited together with its hash still has a tree head against it', async (t) => {
  const { exportTo, verify, folder } = await givenAuditedBook(t);
  const lines = readFileSync(await exportTo('all.ndjson'), 'utf8').split('\n');
  const act = lines.findIndex((line) => line.includes('\\"kind\\":\\"act\\"'));
  const leaf = JSON.parse(lines[act]!) as { leaf: number; record: string; hash: string };
  leaf.record = leaf.record.replace('Operator', 'Another');
  leaf.hash = hashLeaf(leaf.record).toString('hex');
  lines[act] = JSON.stringify(leaf);
  const edited = join(folder, 'edited.ndjson');
  writeFileSync(edited, lines.join('\n'));
  const found = await verify(edited);
  assert.match(found.findings[0]!.en, /another root/);
  writeFileSync(edited, lines.slice(0, -2).join('\n'));
  assert.ok(places(await verify(edited)).includes('export'), 'a file without its last line is not whole');
  writeFileSync(edited, lines.filter((_, index) => index !== act).join('\n'));
  assert.ok((await verify(edited)).findings.some(({ en }) => en.includes('is missing')));
});

test('a part of the log is checked by itself, and a log rewritten since a kept head is not the same log', async (t) => {
  const { book, folder, exportTo, verify, verifyDatabase } = await givenAuditedBook(t);
  const { rows } = await book.db.pool.query<{ at: string; head: string }>(
    `select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, head from evidence.leaves
     where head is not null order by leaves.leaf`,
  );
  const file = await exportTo('part.ndjson', '--from', rows[4]!.at);
  const part = await verify(file);
  assert.deepEqual([part.findings, part.code], [[], 0]);
  assert.deepEqual((await verifyDatabase(file)).findings, []);
  const kept = join(folder, 'kept.head');
  writeFileSync(kept, rows[5]!.head);
  assert.deepEqual((await verify(file, '--head', kept)).findings, []);
  const key = generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' });
  writeFileSync(join(folder, 'other.pem'), key);
  assert.deepEqual(places(await verify(file, '--key', join(folder, 'other.pem'))), ['key']);
});

test('as a real process: a sentence and the exit code, in both languages', async (t) => {
  const { book, exportTo } = await givenAuditedBook(t);
  const file = await exportTo('all.ndjson');
  await book.db.pool.query('update ledger.transfers set amount = amount + 1 where seq = 3');
  const key = join(
    book.keys.path,
    readdirSync(book.keys.path).find((name) => name.endsWith('.public.pem'))!,
  );
  const program = fileURLToPath(new URL('./feiqian.mjs', import.meta.url));
  const run = (...args: string[]) => spawnSync(process.execPath, [program, 'audit', ...args], { encoding: 'utf8' });
  const good = run('verify', file, '--key', key);
  assert.match(good.stdout, /; 0 not as they were written\.\n$/);
  assert.equal(good.status, 0);
  const bad = run('verify', file, '--key', key, '--database', book.db.url, '--lang', 'zh');
  assert.match(bad.stdout, /^ledger\.transfers 3: 该行被改动: amount/);
  assert.equal(bad.status, 1);
  for (const args of [[], ['verify'], ['verify', file], ['verify', 'missing', '--key', key], ['export', file]]) {
    const { status, stderr } = run(...args);
    assert.equal(status, 2, args.join(' '));
    assert.ok(stderr);
  }
});
