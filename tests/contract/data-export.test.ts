// An institution takes all its data away over real HTTP: nobody else does, no secret is in it, and an outsider who has the public
// key finds every file that is not what the house signed.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { verifyData } from '../../apps/cli/audit-data.ts';
import { LIVE_DATA } from '../../apps/server/tenant-data.ts';
import { root } from './source-files.ts';
import { name, refused } from './testing-approvals.ts';
import { until } from './testing-environments.ts';
import { givenBanks, member, official, OPERATOR, type RunningApi, startApi, transferXml } from './testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const EXPORTS = `/v1/organisations/${A}/exports`;
const administrator = member(A, 'chen.jie', 'member-administrator');

async function givenData(t: TestContext): Promise<RunningApi & { readonly secret: string }> {
  const api = await startApi(t);
  const { ask } = api;
  await givenBanks(api, [A, B], '100000');
  for (const id of [A, B]) {
    const organisation = { id, kind: 'bank', name: name(id), participantId: id, reason: 'joined' };
    assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  }
  await ask(A, 'POST', '/v1/people', { login: 'lin', name: '林晚晴', roles: ['member-operator'] });
  const key = await ask(A, 'POST', `/v1/organisations/${A}/keys`, { label: 'books', scopes: ['books:read'] });
  await ask(A, 'POST', `/v1/organisations/${A}/webhooks`, { url: 'https://8.8.8.8/', events: ['day.opened'] });
  await ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '100.00'));
  await ask(B, 'POST', '/v1/messages', transferXml('M2', 2, B, A, '7.00'));
  assert.equal((await ask(A, 'POST', `/v1/organisations/${A}/environments`, { kind: 'sandbox' })).status, 201);
  return { ...api, secret: key.body.secret };
}

/** Answers the folder with the archive in it, and the public keys beside. */
async function givenTaken(t: TestContext, api: RunningApi): Promise<{ folder: string; archive: string; keys: string }> {
  const asked = await api.ask(administrator, 'POST', EXPORTS);
  assert.equal(asked.status, 201, JSON.stringify(asked.body));
  const { id } = asked.body;
  const ready = await until('the export', async () => {
    const { body } = await api.ask(A, 'GET', `${EXPORTS}/${id}`);
    assert.notEqual(body.state, 'failed');
    return body.state === 'ready' ? body : undefined;
  });
  const folder = mkdtempSync(join(tmpdir(), 'feiqian taken '));
  t.after(() => rmSync(folder, { recursive: true }));
  const answer = await fetch(`${api.url}${EXPORTS}/${id}/archive`, {
    headers: { authorization: `Bearer ${api.tokenOf(A)}` },
  });
  assert.equal(answer.status, 200);
  assert.match(answer.headers.get('content-disposition')!, /filename="feiqian-AAAACNBJ-[\d-]+\.tar\.gz"/);
  const [archive, keys] = [join(folder, 'taken.tar.gz'), join(folder, 'keys.json')];
  writeFileSync(archive, Buffer.from(await answer.arrayBuffer()));
  assert.equal(String(statSync(archive).size), ready.bytes);
  writeFileSync(keys, await (await fetch(`${api.url}/.well-known/feiqian-keys`)).text());
  return { folder, archive, keys };
}

const tar = (...args: string[]): void => assert.equal(spawnSync('tar', args).status, 0, args.join(' '));

test('all of an institution’s data comes in open formats, and nothing of another’s nor a secret', async (t) => {
  const api = await givenData(t);
  const { archive, folder, keys } = await givenTaken(t, api);
  tar('-xzf', archive, '-C', folder);
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');
  assert.equal(spawnSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: folder }).status, 0);
  assert.equal(await verifyData([archive, '--key', keys]), 0);
  const lines = (path: string) => read(path).trim().split('\n').map((line) => JSON.parse(line)); // prettier-ignore
  assert.equal(lines('live/organisation/organisation.jsonl')[0].organisation_id, A);
  assert.deepEqual(lines('live/people/people.jsonl').map(({ login }) => login), ['lin']);
  assert.equal(read('live/settlement/payments.csv').trim().split('\r\n').length, 3);
  assert.match(read('live/accounts/entries.csv'), /^seq,transfer_id,at,/);
  assert.equal(read('live/accounts/entries.csv').trim().split('\r\n').length, 4, 'lent, sent and received');
  const [sent] = readdirSync(join(folder, 'live/messages/sent'));
  assert.equal(read(`live/messages/sent/${sent}`), transferXml('M1', 1, A, B, '100.00'));
  assert.match(read(`live/messages/answers/${sent}`), /pacs\.002/);
  assert.ok(readdirSync(join(folder, 'live/messages/received')).length > 0);
  assert.match(read('sandbox/settlement/participant.jsonl'), new RegExp(A));
  const { issuer, rows, files } = JSON.parse(read('manifest.json'));
  assert.ok(issuer.bic && rows > 10 && files > 20);
  const everything = spawnSync('grep', ['-rlE', `${api.secret}|secret_hash|token_hash|sealed`, folder]);
  assert.equal(everything.stdout.toString(), '');
}); // prettier-ignore

test('of an organisation the newest three archives are kept, so that none fills the disk with its own', async (t) => {
  const api = await givenData(t);
  for (let made = 0; made < 4; made++) await givenTaken(t, api);
  const oldest = await until('the oldest to make room', async () => {
    const { items } = (await api.ask(A, 'GET', EXPORTS)).body;
    const states = items.map(({ state }: { state: string }) => state).join(' ');
    return states === 'ready ready ready expired' ? items[3] : undefined;
  });
  refused(await api.ask(A, 'GET', `${EXPORTS}/${oldest.id}/archive`), 409, 'export_not_ready');
}); // prettier-ignore

/** Tables of which nothing is taken away, and why. */
const NOT_TAKEN: Readonly<Record<string, string>> = {
  'subscriptions.prices': 'the same for everyone',
  'access.nonces': 'for five minutes', 'alarms.alarms': 'the operator’s', 'approvals.policies': 'the central bank’s',
  'evidence.leaves': 'by month, signed', 'evidence.nodes': 'by month, signed', 'leaving.exports': 'told by acts',
  'ledger.books': 'the central bank’s', 'ledger.checkpoints': 'derived', 'ledger.folios': 'derived',
  'ledger.open_holds': 'derived', 'ledger.refused_transfers': 'of no account', 'messages.deliveries': 'confirmations tell it',
  'messages.statements': 'they are messages', 'messages.waiting': 'it is in the message', 'people.attempts': 'for an hour',
  'people.challenges': 'for minutes', 'people.provider_flows': 'for minutes', 'platform.done_once': 'no data',
  'platform.idempotency_keys': 'for a day', 'platform.migrations': 'no data', 'platform.writers': 'no data', 'quotas.counted_days': 'no one’s',
  'settlement.days': 'everyone’s', 'settlement.modes': 'everyone’s', 'simulator.simulations': 'the central bank’s',
  'status.acts': 'the central bank’s',
  'webhooks.positions': 'no data',
}; // prettier-ignore

test('every table there is has a dataset, or a reason why nothing of it is taken away', () => {
  const schema = readFileSync(join(root, 'generated/schema.sql'), 'utf8');
  const tables = [...schema.matchAll(/^create table (\S+) \(/gm)].map(([, table]) => table!);
  const taken = new Set(LIVE_DATA.map(({ table }) => table));
  assert.deepEqual(tables.filter((table) => !taken.has(table) && NOT_TAKEN[table] === undefined), []);
  assert.deepEqual(Object.keys(NOT_TAKEN).filter((table) => taken.has(table) || !tables.includes(table)), []);
}); // prettier-ignore

test('what was changed, removed, added or swapped in an archive is named, and another’s key passes nothing', async (t) => {
  const api = await givenData(t);
  const { archive, folder, keys } = await givenTaken(t, api);
  const inside = join(folder, 'inside');
  spawnSync('mkdir', [inside]);
  tar('-xzf', archive, '-C', inside);
  const found = async (key = keys): Promise<string[]> => {
    const made = join(folder, 'made.tar.gz');
    tar('-czf', made, '-C', inside, ...readdirSync(inside));
    const printed = t.mock.method(console, 'log', () => undefined);
    const code = await verifyData([made, '--key', key, '--json']);
    const [text] = printed.mock.calls.at(-1)!.arguments as unknown as [string];
    printed.mock.restore();
    const { findings } = JSON.parse(text) as { findings: { place: string; en: string }[] };
    assert.equal(code, findings.length > 0 ? 1 : 0);
    return findings.map(({ place, en }) => `${place}: ${en}`);
  };
  assert.deepEqual(await found(), []);
  const file = (path: string) => join(inside, path);
  const [payments, acts] = ['live/settlement/payments.csv', 'live/organisation/acts.jsonl'];
  const [wasPayments, wasActs] = [readFileSync(file(payments), 'utf8'), readFileSync(file(acts), 'utf8')];
  writeFileSync(file(payments), wasPayments.replace('10000', '10001'));
  assert.deepEqual(await found(), [`${payments}: The file was changed.`]);
  writeFileSync(file(payments), wasActs);
  writeFileSync(file(acts), wasPayments);
  assert.equal((await found()).length, 2);
  writeFileSync(file(payments), wasPayments);
  rmSync(file(acts));
  assert.deepEqual(await found(), [`${acts}: The file was removed.`]);
  writeFileSync(file(acts), wasActs);
  writeFileSync(file('live/more.csv'), 'x');
  assert.deepEqual(await found(), ['live/more.csv: The file was added.']);
  const sums = readFileSync(file('SHA256SUMS'), 'utf8');
  const line = spawnSync('sha256sum', ['live/more.csv'], { cwd: inside }).stdout.toString();
  writeFileSync(file('SHA256SUMS'), sums + line);
  assert.deepEqual(await found(), ['SHA256SUMS: The list of files is not the one that was signed.']);
  rmSync(file('live/more.csv'));
  writeFileSync(file('SHA256SUMS'), sums);
  const other = join(folder, 'other.pem');
  spawnSync('openssl', ['genpkey', '-algorithm', 'ed25519', '-out', `${other}.key`]);
  spawnSync('openssl', ['pkey', '-in', `${other}.key`, '-pubout', '-out', other]);
  assert.deepEqual(await found(other), ['manifest.jws: The manifest is not signed by this key.']);
});

test('an export is its own institution’s, for a bounded time; one that a crash cut off is made anew', async (t) => {
  const { ask, house } = await givenData(t);
  const { id } = (await ask(administrator, 'POST', EXPORTS)).body;
  refused(await ask(B, 'GET', `${EXPORTS}/${id}`), 404, 'organisation_not_found');
  refused(await ask(OPERATOR, 'GET', `${EXPORTS}/${id}/archive`), 403, 'not_allowed');
  refused(await ask(member(A, 'wang.wei', 'member-operator'), 'GET', `${EXPORTS}/${id}/archive`), 403, 'role_missing');
  assert.equal((await ask(official('lu.an', 'audit-administrator'), 'GET', EXPORTS)).body.items.length, 1);
  const state = async (): Promise<string> => (await ask(A, 'GET', `${EXPORTS}/${id}`)).body.state;
  await until('the export', async () => (await state()) === 'ready' || undefined);
  await house.pool.query(`update leaving.exports set state = 'working', ready_at = null, expires_at = null, sha256 = null`);
  refused(await ask(administrator, 'POST', EXPORTS), 409, 'export_under_way');
  refused(await ask(administrator, 'GET', `${EXPORTS}/${id}/archive`), 409, 'export_not_ready');
  refused(await ask(administrator, 'GET', `${EXPORTS}/${id.replace(/.$/, 'x')}`), 404, 'export_not_found');
  // Whoever asks next sets the work going again, as a start does.
  const other = `/v1/organisations/${B}/exports`;
  assert.equal((await ask(B, 'POST', other)).status, 201);
  await until('the export once more', async () => (await state()) === 'ready' || undefined);
  await house.pool.query(`update leaving.exports set expires_at = asked_at where organisation_id = $1`, [A]);
  await until('the other export', async () => (await ask(B, 'GET', other)).body.items[0].state === 'ready' || undefined);
  assert.equal((await ask(B, 'POST', other)).status, 201);
  await until('the end of its time', async () => (await state()) === 'expired' || undefined);
  refused(await ask(administrator, 'GET', `${EXPORTS}/${id}/archive`), 409, 'export_not_ready');
}); // prettier-ignore
