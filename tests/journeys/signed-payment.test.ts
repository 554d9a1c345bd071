// A bank registers a key, pays with signed requests and believes signed answers; what was changed on the way, sent again,
// sent late or signed with a revoked key is refused, and moves no money.
import assert from 'node:assert/strict';
import { createHash, createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { test, type TestContext } from 'node:test';
import { connectBank, createClient, ProblemError } from '../../client/index.ts';
import { givenBanks, OPERATOR, type RunningApi, startApi, transferXml } from '../contract/testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;

async function givenBankWithKey(t: TestContext, kind: 'ed25519' | 'P-256' | 'SM2') {
  const api = await startApi(t);
  await givenBanks(api, [A, B], '100000');
  const organisation = { id: A, kind: 'bank', name: { en: 'A', zh: '甲' }, participantId: A, reason: 'joined' };
  assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
  const publicKey = pair.publicKey.export({ format: 'pem', type: 'spki' });
  const scopes = ['messages:send', 'messages:read', 'messages:confirm', 'payments:read'];
  const { body: key } = await api.ask(A, 'POST', `/v1/organisations/${A}/keys`, { publicKey, label: 'one', scopes });
  const privateKey = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString();
  return { api, key: { id: key.id as string, privateKey } };
}

const balanceOf = async ({ ask }: RunningApi): Promise<string> =>
  (await ask(OPERATOR, 'GET', `/v1/participants/${A}`)).body.balance;

test('a bank pays with signed requests, by each kind of key, and reads what became of it', async (t) => {
  for (const kind of ['ed25519', 'P-256', 'SM2'] as const) {
    const { api, key } = await givenBankWithKey(t, kind);
    const bank = connectBank({ base: api.url, key, attempts: 1 });
    const answer = await bank.send(transferXml('M1', 1, A, B, '10.00'));
    assert.match(answer.xml, /<TxSts>ACSC</);
    const { items } = await createClient({ base: api.url, key }).payments.list({ limit: 10 });
    assert.equal(items.length, 1);
    assert.equal((await bank.send(transferXml('M1', 1, A, B, '10.00'))).isRepeated, true);
    const control = new AbortController();
    for await (const { kind: told } of bank.followAnswers('0', control.signal)) {
      assert.match(told ?? '', /^pacs\.008/);
      control.abort();
    }
  }
});

test('an answer that is not proven is not believed', async (t) => {
  const { api, key } = await givenBankWithKey(t, 'ed25519');
  const { x } = generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' });
  const foreign = { kty: 'OKP', crv: 'Ed25519', x: x!, kid: 'foreign' };
  const bank = connectBank({ base: api.url, key: { ...key, answerKey: foreign }, attempts: 1 });
  await assert.rejects(
    bank.send(transferXml('M1', 1, A, B, '10.00')),
    (error) => error instanceof ProblemError && error.problem.code === 'answer-not-proven',
  );
});

test('what was changed, sent again, sent late or signed with a revoked key is refused and moves nothing', async (t) => {
  const { api, key } = await givenBankWithKey(t, 'ed25519');
  const post = (xml: string, created = Math.floor(Date.now() / 1_000), nonce = `nonce-${xml.length}-${created}`) => {
    const digest = `sha-256=:${createHash('sha256').update(xml).digest('base64')}:`;
    const parameters = `("@method" "@target-uri" "content-digest");created=${created};keyid="${key.id}";nonce="${nonce}";alg="ed25519";tag="feiqian"`;
    const address = `${api.url}/v1/messages`;
    const base = `"@method": POST\n"@target-uri": ${address}\n"content-digest": ${digest}\n"@signature-params": ${parameters}`;
    const signature = sign(null, Buffer.from(base), createPrivateKey(key.privateKey)).toString('base64');
    const headers = {
      'content-type': 'application/xml',
      'content-digest': digest,
      'signature-input': `sig=${parameters}`,
      signature: `sig=:${signature}:`,
    };
    return async (body = xml) => {
      const answer = await fetch(address, { method: 'POST', headers, body });
      return answer.ok ? answer.status : ((await answer.json()) as { code: string }).code;
    };
  };
  const xml = transferXml('M1', 1, A, B, '10.00');
  const before = await balanceOf(api);
  assert.equal(await post(xml)(xml.replace('10.00', '90.00')), 'digest_wrong');
  assert.equal(await post(xml, Math.floor(Date.now() / 1_000) - 301)(), 'signature_expired');
  assert.equal(await balanceOf(api), before);
  const once = post(xml, undefined, 'once-and-no-more');
  assert.equal(await once(), 200);
  const after = await balanceOf(api);
  assert.notEqual(after, before);
  assert.equal(await once(), 'signature_replayed');
  const revoked = await api.ask(A, 'POST', `/v1/organisations/${A}/keys/${key.id}/revoke`, { reason: 'lost' });
  assert.equal(revoked.body.state, 'revoked');
  assert.equal(await post(transferXml('M2', 2, A, B, '10.00'), undefined, 'another-nonce')(), 'key_revoked');
  assert.equal(await balanceOf(api), after);
});
