// An outsider and a central bank's log over real HTTP: a payment settles, its leaf is proven to be under the signed head,
// the log only grows, refusals are in it, and the file the operator hands out passes `feiqian audit verify`.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { audit } from '../../apps/cli/audit.ts';
import { hashLeaf, isSignedBy, verifyConsistency, verifyInclusion } from '../../modules/evidence/index.ts';
import { givenBanks, OPERATOR, type RunningApi, startApi, transferXml } from '../contract/testing.ts';

const [A, C] = ['AAAACNBJ', 'CCCCCNBJ'] as const;
const bytes = (text: string): Buffer => Buffer.from(text, 'base64');

async function givenDay(t: TestContext): Promise<RunningApi> {
  const api = await startApi(t);
  await givenBanks(api, [A, C], '100000');
  for (let n = 1; n <= 12; n++) await api.ask(A, 'POST', '/v1/messages', transferXml(`M${n}`, n, A, C, '1.00'));
  return api;
}

interface LeafJson {
  leaf: number;
  kind: string;
  participantId: string | null;
  record: string;
  hash: string;
}

test('whoever asks gets proof that a leaf is under the signed head, and that the log only grew', async (t) => {
  const api = await givenDay(t);
  const { body: keys } = await api.ask(undefined, 'GET', '/v1/evidence/keys');
  const publicKey = keys.keys[0].publicKeyPem.replace(/-----[^-]+-----|\n/g, '');
  const { body: early } = await api.ask(undefined, 'GET', '/v1/evidence/head');
  assert.ok(isSignedBy(early.note, publicKey));
  const { body: page } = await api.ask(OPERATOR, 'GET', '/v1/evidence/leaves?limit=5');
  assert.equal(page.items.length, 5);
  const next = await api.ask(OPERATOR, 'GET', `/v1/evidence/leaves?limit=5&after=${page.next}`);
  assert.equal(next.body.items[0].leaf, 5);
  for (const { leaf, record, hash } of page.items as LeafJson[]) {
    assert.deepEqual(hashLeaf(record), bytes(hash));
    const { body } = await api.ask(undefined, 'GET', `/v1/evidence/leaves/${leaf}/inclusion`);
    assert.ok(verifyInclusion(bytes(hash), leaf, body.size, body.proof.map(bytes), bytes(body.head.root)));
    assert.ok(isSignedBy(body.head.note, publicKey));
  }
  await api.ask(A, 'POST', '/v1/messages', transferXml('M99', 99, A, C, '1.00'));
  const { body: late } = await api.ask(C, 'GET', '/v1/evidence/head');
  assert.ok(late.size > early.size);
  const { body } = await api.ask(undefined, 'GET', `/v1/evidence/consistency?first=${early.size}&second=${late.size}`);
  assert.deepEqual([body.firstRoot, body.secondRoot], [early.root, late.root]);
  assert.ok(verifyConsistency(early.size, late.size, bytes(early.root), bytes(late.root), body.proof.map(bytes)));
  assert.equal((await api.ask(undefined, 'GET', `/v1/evidence/head?size=${early.size}`)).body.note, early.note);
});

test('what is not there is refused by name; what leaves say is the operator’s', async (t) => {
  const { ask } = await givenDay(t);
  const codeOf = async (path: string): Promise<unknown> => (await ask(OPERATOR, 'GET', path)).body.code;
  assert.equal(await codeOf('/v1/evidence/leaves/9999'), 'leaf_not_found');
  assert.equal(await codeOf('/v1/evidence/leaves/x/inclusion'), 'leaf_not_found');
  assert.equal(await codeOf('/v1/evidence/head?size=9999'), 'tree_size_unknown');
  assert.equal(await codeOf('/v1/evidence/consistency?first=2&second=9999'), 'tree_size_unknown');
  assert.equal(await codeOf('/v1/evidence/consistency?first=3&second=2'), 'tree_size_unknown');
  for (const path of ['/v1/evidence/leaves', '/v1/evidence/leaves/1', '/v1/evidence/export']) {
    assert.equal((await ask(A, 'GET', path)).status, 403, path);
  }
});

const refusalsIn = async ({ ask }: RunningApi): Promise<LeafJson[]> =>
  (await ask(OPERATOR, 'GET', '/v1/evidence/leaves?kind=refusal&limit=200')).body.items as LeafJson[];

test('refused writes are in the evidence: each kind at once, the rest of a flood as a count', async (t) => {
  const api = await givenDay(t);
  await Promise.all(Array.from({ length: 50 }, () => api.ask(undefined, 'POST', '/v1/messages', '<a/>')));
  await api.ask(A, 'POST', `/v1/participants/${C}/suspend`, { reason: 'mine' });
  await api.ask(OPERATOR, 'POST', '/v1/participants', { bic: 'x' });
  await api.ask(OPERATOR, 'GET', '/v1/payments/none');
  await api.ask(A, 'POST', '/v1/messages', 'not a message');
  const kindsOf = async () =>
    (await refusalsIn(api)).map(({ record, participantId }) => {
      const { door, code, count } = JSON.parse(record) as { door: string; code?: string; count?: number };
      return { door, code, count, participantId };
    });
  const before = await kindsOf();
  const missing = { door: 'http', code: 'token_missing', count: 1, participantId: null };
  assert.deepEqual(before.filter(({ code }) => code === 'token_missing'), [missing]); // prettier-ignore
  assert.ok(before.some(({ code, participantId }) => code === 'not_allowed' && participantId === A));
  assert.ok(before.some(({ code }) => code === 'malformed_request'));
  assert.ok(before.some(({ door, participantId }) => door === 'message' && participantId === A));
  assert.ok(!before.some(({ code }) => code === 'payment_not_found'), 'reading is not in it');
  await api.house.endMinuteOfRefusals();
  assert.deepEqual((await kindsOf()).slice(before.length), [{ ...missing, count: 49 }]);
});

test('the file the operator hands out passes the audit, over a change of key', async (t) => {
  const api = await givenDay(t);
  const folder = mkdtempSync(join(tmpdir(), 'feiqian evidence '));
  t.after(() => rmSync(folder, { recursive: true }));
  const { body: first } = await api.ask(undefined, 'GET', '/v1/evidence/keys');
  const { body: changed } = await api.ask(OPERATOR, 'POST', '/v1/evidence/keys');
  assert.deepEqual(changed.keys.map(({ isInForce }: { isInForce: boolean }) => isInForce), [false, true]); // prettier-ignore
  await api.ask(A, 'POST', '/v1/messages', transferXml('M50', 50, A, C, '1.00'));
  const [file, key, head] = ['all.ndjson', 'key.pem', 'kept.head'].map((name) => join(folder, name)) as [string, string, string]; // prettier-ignore
  writeFileSync(key, first.keys[0].publicKeyPem);
  writeFileSync(head, (await api.ask(undefined, 'GET', '/v1/evidence/head')).body.note);
  await api.ask(A, 'POST', '/v1/messages', transferXml('M51', 51, A, C, '1.00'));
  assert.equal(await audit(['export', file, '--server', api.url, '--token', api.tokenOf(OPERATOR)]), 0);
  assert.ok(readFileSync(file, 'utf8').split('\n').length > 20);
  const printed = t.mock.method(console, 'log', () => undefined);
  const code = await audit(['verify', file, '--key', key, '--head', head]);
  const [line] = printed.mock.calls.at(-1)?.arguments ?? [];
  printed.mock.restore();
  assert.match(line as unknown as string, /0 not as they were written/);
  assert.equal(code, 0);
});
