// An organisation's evidence of a month over real HTTP, checked by an outsider with the public key alone; and each thing that was
// done to the file, or to the rows it speaks of, is named.
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { audit } from '../../apps/cli/audit.ts';
import { manualClock, systemClock } from '../../platform/instant.ts';
import { name, refused } from './testing-approvals.ts';
import { until } from './testing-environments.ts';
import { givenBanks, OPERATOR, type RunningApi, startApi, TEN_O_CLOCK, transferXml } from './testing.ts';

const [A, B, C] = ['AAAACNBJ', 'BBBBCNBJ', 'CCCCCNBJ'] as const;
const MONTH_MICROS = 31 * 86_400 * 1_000_000;

interface Taken {
  readonly api: RunningApi;
  readonly lines: string[];
  /** Codes and places of what is wrong with these lines. */
  verify(lines: readonly string[], ...more: string[]): Promise<string[]>;
}

async function givenMonth(t: TestContext): Promise<Taken> {
  const clock = manualClock(TEN_O_CLOCK);
  const api = await startApi(t, systemClock, { clock });
  const { ask, house } = api;
  await givenBanks(api, [A, B, C], '100000');
  for (const id of [A, B]) {
    const organisation = { id, kind: 'bank', name: name(id), participantId: id, reason: 'joined' };
    assert.equal((await ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  }
  await house.pool.query(`update access.organisations set created_at = '2027-04-01'`);
  await ask(A, 'POST', '/v1/messages', transferXml('M1', 1, A, B, '100.00'));
  await ask(A, 'POST', '/v1/messages', transferXml('M2', 2, A, B, '9000.00'));
  await ask(B, 'POST', '/v1/messages', transferXml('M3', 3, B, C, '5.00'));
  await ask(C, 'POST', '/v1/messages', transferXml('M4', 4, C, A, '7.00'));
  await ask(A, 'POST', '/v1/messages', '<nonsense/>');
  await until('the acts', async () => house.writer.memory.evidence.actsThrough['access.acts'] || undefined);
  const path = `/v1/organisations/${A}/evidence`;
  refused(await ask(A, 'GET', `${path}/2027-04`), 409, 'month_not_over');
  clock.advance(MONTH_MICROS);
  assert.deepEqual((await ask(A, 'GET', path)).body.items, [{ month: '2027-04' }]);
  refused(await ask(B, 'GET', `${path}/2027-04`), 404, 'organisation_not_found');
  const { body } = await ask(A, 'GET', `${path}/2027-04`);
  const folder = mkdtempSync(join(tmpdir(), 'feiqian month '));
  t.after(() => rmSync(folder, { recursive: true }));
  const { path: keys } = house.evidenceKeys;
  const key = join(
    keys,
    readdirSync(keys).find((each) => each.endsWith('.public.pem'))!,
  );
  const verify = async (lines: readonly string[], ...more: string[]): Promise<string[]> => {
    const file = join(folder, 'month.ndjson');
    writeFileSync(file, `${lines.join('\n')}\n`);
    const printed = t.mock.method(console, 'log', () => undefined);
    const code = await audit(['verify', file, '--key', key, '--json', ...more]);
    const [text] = printed.mock.calls.at(-1)!.arguments as unknown as [string];
    printed.mock.restore();
    const { findings } = JSON.parse(text) as { findings: { place: string }[] };
    assert.equal(code, findings.length > 0 ? 1 : 0);
    return findings.map(({ place }) => place);
  };
  return { api, lines: (body as string).trim().split('\n'), verify };
}

test('a month has what concerns the organisation, nothing of others, and is verified by the key alone', async (t) => {
  const { api, lines, verify } = await givenMonth(t);
  assert.deepEqual(await verify(lines), []);
  assert.deepEqual(await verify(lines, '--database', api.house.databaseUrl), []);
  const leaves = lines.slice(1, -1).map((line) => JSON.parse(line));
  const payments = leaves.flatMap(({ rows = {} }) => rows['settlement.payments'] ?? []) as string[];
  assert.ok(payments.length >= 3);
  assert.ok(payments.every((line) => line.includes(A)));
  const all = lines.join('\n');
  assert.ok(all.includes('access.acts') && all.includes('messages.inbox') && all.includes('ledger.transfers'));
  assert.ok(!leaves.some(({ rows = {} }) => (rows['messages.inbox'] ?? []).some((line: string) => line.includes('M3'))));
  assert.ok(!leaves.some(({ witness = {} }) => (witness['messages.outbox'] ?? []).some((line: string) => !line.includes(A))));
}); // prettier-ignore

test('what was changed, removed, swapped or added in a month is named', async (t) => {
  const { lines, verify } = await givenMonth(t);
  const change = (index: number, with_: (line: string) => string) =>
    lines.map((line, at) => (at === index ? with_(line) : line));
  const middle = lines.findIndex((line) => line.includes('"settlement.payments":["'));
  const { leaf, rows } = JSON.parse(lines[middle]!);
  const [row] = rows['settlement.payments'] as [string];
  const payment = row.split('\t')[0];
  const other = change(middle, (line) => line.replace(JSON.stringify(row), JSON.stringify(`${row.slice(0, -1)}X`)));
  assert.deepEqual(await verify(other), [`settlement.payments ${payment}`, 'end']);
  const record = change(middle, (line) => line.replace('\\"commit\\":', '\\"commit\\": '));
  assert.deepEqual(await verify(record), [`evidence.leaves ${leaf}`, 'end']);
  assert.deepEqual(await verify(lines.filter((_, at) => at !== middle)), ['end', 'end']);
  const swapped = [...lines];
  [swapped[middle], swapped[middle - 1]] = [lines[middle - 1]!, lines[middle]!];
  assert.deepEqual(await verify(swapped), [`evidence.leaves ${JSON.parse(lines[middle - 1]!).leaf}`, 'end']);
  assert.deepEqual(await verify(lines.slice(0, -1)), ['export']);
  const numbered = change(middle, (line) => line.replace(`"leaf":${leaf},`, `"leaf":${leaf + 1},`));
  assert.ok((await verify(numbered)).includes(`evidence.leaves ${leaf + 1}`));
});

test('rows that were changed or removed under the database since are named; what a later leaf tells is not', async (t) => {
  const { api, lines, verify } = await givenMonth(t);
  const { ask, house } = api;
  const queued = (await ask(A, 'GET', '/v1/queue')).body.items[0];
  if (queued) await ask(OPERATOR, 'POST', `/v1/payments/${queued.id}/cancel`, { reason: 'late' });
  assert.deepEqual(await verify(lines, '--database', house.databaseUrl), []);
  const { rows: [one, two] } = await house.pool.query<{ id: string }>(
    `select payment_id::text as id from settlement.payments where sender_id = $1 order by received_at`, [A]);
  await house.pool.query('update settlement.payments set amount = amount + 1 where payment_id = $1', [one!.id]);
  await house.pool.query('delete from settlement.payments where payment_id = $1', [two!.id]);
  const found = await verify(lines, '--database', house.databaseUrl);
  assert.deepEqual(found.sort(), [`settlement.payments ${one!.id}`, `settlement.payments ${two!.id}`].sort());
}); // prettier-ignore
