// Signed requests over real HTTP on a real database: what gets in, and every way in which one does not.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { formatInstant, manualClock, systemClock } from '../../platform/instant.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { answerBase } from '../../platform/signatures/signature-base.ts';
import { readSignatures } from '../../platform/signatures/signature-input.ts';
import { closeWithin } from './change-closing.ts';
import { registerKey, revokeKey } from './change-keys.ts';
import { BY, givenOrganisation, givenSigner, send, signed, type SignedRequestOptions, startGate, type WireRequest } from './testing.ts'; // prettier-ignore

const A = 'AAAACNBJ';

const changed = (request: WireRequest, name: string, change: (value: string) => string): WireRequest => ({
  ...request,
  headers: request.headers.map(([each, value]) => [each, each === name ? change(value) : value]),
});

test('a signed request comes in as its organisation, by either algorithm, with and without a body', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  for (const algorithm of ['ed25519', 'ecdsa-p256-sha256'] as const) {
    const signer = await givenSigner(gate, A, { algorithm });
    const split = { covered: ['@authority', '@path', '@query', '@method', 'content-digest'] };
    for (const options of [{}, split, { method: 'GET', path: '/v1/payments' }]) {
      const answer = await send(gate.base, signed(gate.base, signer, options));
      assert.equal(answer.status, 200, answer.text);
    }
    const actor = `${A} ${signer.keyId}`;
    assert.deepEqual(gate.reached.at(-1), { kind: 'participant', actor, participantId: A, keyId: signer.keyId });
  }
  assert.equal(gate.reached.length, 6);
});

test('who stands behind a key decides as whom it comes', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, 'FQCBCNBJ', 'central-bank', null);
  await givenOrganisation(gate, 'NOVA', 'fintech', null);
  for (const [id, kind] of [['FQCBCNBJ', 'operator'], ['NOVA', 'organisation']] as const) {
    await send(gate.base, signed(gate.base, await givenSigner(gate, id)));
    assert.equal(gate.reached.at(-1)?.kind, kind);
  }
}); // prettier-ignore

test('every wrong signature is refused by a code of its own, and reaches no handler', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const signer = await givenSigner(gate, A);
  const { base } = gate;
  const now = Math.floor(Date.now() / 1_000);
  const sign = (options: SignedRequestOptions = {}): WireRequest => signed(base, signer, options);
  const withParameters = (parameters: Record<string, string | number | undefined>) => sign({ parameters });
  const cases: [what: string, code: string, request: WireRequest][] = [
    ['one byte of the body', 'digest_wrong', { ...sign(), body: '<b/>' }],
    ['a digest for another body', 'signature_wrong', changed(sign(), 'Content-Digest', () => 'sha-256=:AAAA:')],
    ['a body after the signature of none', 'signature_component_missing', { ...sign({ body: undefined }), headers: [...sign({ body: undefined }).headers, ['Content-Type', 'application/xml'], ['Content-Length', '4']], body: '<a/>' }],
    ['a body whose digest is not covered', 'signature_component_missing', sign({ covered: ['@method', '@target-uri'] })],
    ['no method covered', 'signature_component_missing', sign({ covered: ['@target-uri', 'content-digest'] })],
    ['no query covered', 'signature_component_missing', sign({ covered: ['@method', '@authority', '@path', 'content-digest'] })],
    ['a covered field that is not there', 'signature_component_missing', { ...sign({ covered: ['@method', '@target-uri', 'content-digest', 'x-more'], lines: [['X-More', '1']] }), headers: sign({ covered: ['@method', '@target-uri', 'content-digest', 'x-more'], lines: [['X-More', '1']] }).headers.filter(([name]) => name !== 'X-More') }],
    ...(['created', 'nonce', 'keyid', 'alg'] as const).map((name): [string, string, WireRequest] => [`no ${name}`, 'signature_component_missing', withParameters({ [name]: undefined })]),
    ['no tag', 'signature_missing', withParameters({ tag: undefined })],
    ['another tag', 'signature_missing', withParameters({ tag: 'else' })],
    ['too old', 'signature_expired', withParameters({ created: now - 400 })],
    ['too new', 'signature_expired', withParameters({ created: now + 400 })],
    ['over by its own word', 'signature_expired', withParameters({ expires: now - 1 })],
    ['a key nobody knows', 'key_unknown', withParameters({ keyid: 'key_none' })],
    ['another algorithm', 'signature_wrong', withParameters({ alg: 'ecdsa-p256-sha256' })],
    ['an algorithm of a shared secret', 'signature_wrong', withParameters({ alg: 'hmac-sha256' })],
    ['a nonce too short', 'signature_malformed', withParameters({ nonce: 'abc' })],
    ['a parameter nobody knows', 'signature_malformed', withParameters({ more: 1 })],
    ['another method', 'signature_wrong', { ...sign({ method: 'GET', path: '/v1/messages', body: '<a/>' }), method: 'POST' }],
    ['another query', 'signature_wrong', { ...sign({ method: 'GET', path: '/v1/payments' }), path: '/v1/payments?state=settled' }],
    ['the same path, encoded otherwise', 'signature_wrong', { ...sign(), path: '/v1/%6Dessages' }],
    ['another Host', 'signature_wrong', changed(sign(), 'Host', (host) => host.replace('127.0.0.1', 'localhost'))],
    ['a Host twice', 'signature_malformed', { ...sign(), headers: [...sign().headers, ['host', 'localhost']] }],
    ['a digest twice', 'signature_malformed', { ...sign(), headers: [...sign().headers, ['content-digest', 'sha-256=:AAAA:']] }],
    ['a type twice', 'signature_malformed', { ...sign(), headers: [...sign().headers, ['content-type', 'application/json']] }],
    ['a field in other letters', 'signature_wrong', changed(sign({ covered: ['@method', '@target-uri', 'content-digest', 'x-more'], lines: [['X-More', 'Abc']] }), 'X-More', () => 'abc')],
    ['a second line of a covered field', 'signature_wrong', { ...sign({ covered: ['@method', '@target-uri', 'content-digest', 'x-more'], lines: [['X-More', '1']] }), headers: [...sign({ covered: ['@method', '@target-uri', 'content-digest', 'x-more'], lines: [['X-More', '1']] }).headers, ['x-more', '2']] }],
    ['a label twice', 'signature_malformed', changed(sign(), 'Signature-Input', (value) => `${value}, ${value}`)],
    ['two signatures for us', 'signature_malformed', changed(changed(sign(), 'Signature-Input', (value) => `${value}, b${value.slice(3)}`), 'Signature', (value) => `${value}, b=:AAAA:`)],
    ['a component with ;sf', 'signature_malformed', changed(sign(), 'Signature-Input', (value) => value.replace('"content-digest"', '"content-digest";sf'))],
    ['a component with ;bs', 'signature_malformed', changed(sign(), 'Signature-Input', (value) => value.replace('"content-digest"', '"content-digest";bs'))],
    ['a component of another request', 'signature_malformed', changed(sign(), 'Signature-Input', (value) => value.replace('"@method"', '"@method";req'))],
    ['a component nobody knows', 'signature_malformed', changed(sign(), 'Signature-Input', (value) => value.replace('"@method"', '"@method" "@more"'))],
    ['a signature of other bytes', 'signature_wrong', changed(sign(), 'Signature', () => `sig=:${'A'.repeat(86)}==:`)],
    ['a signature cut short', 'signature_wrong', changed(sign(), 'Signature', () => 'sig=:AAAA:')],
    ['no signature beside the input', 'signature_malformed', { ...sign(), headers: sign().headers.filter(([name]) => name !== 'Signature') }],
    ['no input beside the signature', 'signature_missing', { ...sign(), headers: sign().headers.filter(([name]) => name !== 'Signature-Input') }],
    ['a token beside it', 'signature_malformed', { ...sign(), headers: [...sign().headers, ['Authorization', 'Bearer operator']] }],
    ['a scope it does not have', 'scope_missing', sign({ path: '/v1/payments/1/cancel', type: 'application/json', body: '{"reason":"x"}' })],
    ['what people alone may do', 'scope_missing', sign({ path: `/v1/organisations/${A}/keys`, type: 'application/json', body: '{"label":"x","scopes":["books:read"]}' })],
  ]; // prettier-ignore
  for (const [what, code, request] of cases) {
    const answer = await send(base, request);
    assert.equal(answer.code, code, `${what}: ${answer.text}`);
  }
  assert.deepEqual(gate.reached, []);
});

test('a field’s spaces outside do not matter, and others may sign beside us', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const covered = ['@method', '@target-uri', 'content-digest', 'x-more'];
  const spaced = signed(gate.base, await givenSigner(gate, A), { covered, lines: [['X-More', 'a  b']] });
  const other = changed(spaced, 'Signature-Input', (value) => `proxy=("@authority");tag="proxy", ${value}`);
  const answer = await send(
    gate.base,
    changed(other, 'X-More', (value) => ` ${value} `),
  );
  assert.equal(answer.status, 200, answer.text);
});

test('a JSON body is checked by its bytes, before it is looked at', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const signer = await givenSigner(gate, A, { scopes: ['payments:write'] });
  const options = { path: '/v1/payments/1/cancel', type: 'application/json', body: '{ "reason" : "x" }' };
  assert.equal((await send(gate.base, signed(gate.base, signer, options))).status, 204);
  const same = { ...signed(gate.base, signer, options), body: '{"reason"  :  "x"}' };
  const broken = { ...signed(gate.base, signer, options), body: '{ "reason" : "x" x' };
  for (const request of [same, broken]) assert.equal((await send(gate.base, request)).code, 'digest_wrong');
  assert.equal(gate.reached.length, 1);
});

test('a request comes in once: not again, not on another process, not both of two at a time', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const signer = await givenSigner(gate, A);
  const request = signed(gate.base, signer);
  assert.equal((await send(gate.base, request)).status, 200);
  assert.equal((await send(gate.base, request)).code, 'signature_replayed');
  const host = new URL(gate.base).host;
  const other = await gate.serveAnother();
  const there = signed(gate.base, signer, { host, covered: ['@method', '@target-uri', 'content-digest'] });
  assert.equal((await send(other, there)).status, 200);
  assert.equal((await send(gate.base, there)).code, 'signature_replayed');
  const twin = signed(gate.base, signer);
  const codes = (await Promise.all([1, 2, 3, 4].map(() => send(gate.base, twin)))).map(({ code }) => code);
  assert.deepEqual(codes.filter((code) => code === undefined).length, 1);
  assert.equal(gate.reached.length, 3);
});

test('nonces are kept as long as they could be sent again, and no longer', async (t) => {
  const clock = manualClock(systemClock.now());
  const gate = await startGate(t, clock);
  await givenOrganisation(gate, A);
  await send(gate.base, signed(gate.base, await givenSigner(gate, A)));
  clock.advance(299_000_000);
  assert.equal(await gate.access.nonces.prune(), 0);
  clock.advance(62_000_000);
  assert.equal(await gate.access.nonces.prune(), 1);
});

test('a key revoked by another process, or whose organisation is closed, lets nobody in after five seconds', async (t) => {
  const clock = manualClock(systemClock.now());
  const gate = await startGate(t, clock);
  await givenOrganisation(gate, A);
  const [signer, last] = [await givenSigner(gate, A), await givenSigner(gate, A)];
  for (const each of [signer, last]) assert.equal((await send(gate.base, signed(gate.base, each))).status, 200);
  await revokeKey(gate.access, A, signer.keyId, BY);
  clock.advance(5_000_000);
  assert.equal((await send(gate.base, signed(gate.base, signer))).code, 'key_revoked');
  assert.equal((await send(gate.base, signed(gate.base, last))).status, 200);
  await inTransaction(gate.pool, (client) => closeWithin(client, A, BY, false));
  clock.advance(5_000_000);
  assert.equal((await send(gate.base, signed(gate.base, last))).code, 'key_revoked');
});

test('an expired key and a foreign address are refused', async (t) => {
  const clock = manualClock(systemClock.now());
  const gate = await startGate(t, clock);
  await givenOrganisation(gate, A);
  const short = await givenSigner(gate, A, { expiresAt: formatInstant(systemClock.now() + 60_000_000) });
  assert.equal((await send(gate.base, signed(gate.base, short))).status, 200);
  clock.advance(61_000_000);
  assert.equal((await send(gate.base, signed(gate.base, short))).code, 'key_expired');
  const away = await givenSigner(gate, A, { addresses: ['10.0.0.0/8', '2001:db8::/32'] });
  assert.equal((await send(gate.base, signed(gate.base, away))).code, 'address_not_allowed');
  const here = await givenSigner(gate, A, { addresses: ['127.0.0.0/8'] });
  assert.equal((await send(gate.base, signed(gate.base, here))).status, 200);
});

test('answers and refusals are signed over what is decided by, and over the request’s signature', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const signer = await givenSigner(gate, A);
  const key = createPublicKey({ key: { ...gate.access.answerKey.jwk }, format: 'jwk' });
  for (const options of [{}, { parameters: { created: 1 } }]) {
    const request = signed(gate.base, signer, options);
    const answer = await send(gate.base, request);
    const text = (name: string): string => String(answer.headers[name]);
    const [signature] = readSignatures(text('signature-input'), text('signature'), 'feiqian');
    const covered = signature!.components.map((each) => each.text);
    assert.ok(['"@status"', '"content-digest"', '"signature";req;key="sig"'].every((each) => covered.includes(each)));
    const base = answerBase(signature!, {
      status: answer.status,
      fields: (name) => answer.headers[name] as string | undefined,
      request: {
        method: 'POST',
        scheme: 'http',
        host: '',
        target: '',
        fields: () => request.headers.find(([name]) => name === 'Signature')![1],
      },
    });
    assert.ok(verify(null, Buffer.from(base), key, signature!.signature), covered.join(' '));
    assert.equal(covered.includes('"feiqian-state"'), answer.status === 200);
  }
});

test('a reading key reads and does nothing else, and its secret is kept nowhere', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const given = { publicKey: undefined, label: 'report', scopes: ['payments:read'], addresses: [], expiresAt: undefined };
  const { id, secret } = await registerKey(gate.access, A, { environment: 'live', ...given }, BY);
  assert.match(secret!, /^fqk_[\w-]{43}$/);
  const ask = (path: string, token: string, method = 'GET') =>
    fetch(gate.base + path, { method, headers: { authorization: `Bearer ${token}` } });
  assert.equal((await ask('/v1/payments', secret!)).status, 200);
  assert.equal((await ask('/v1/organisations', secret!)).status, 403);
  assert.equal((await ask('/v1/messages', secret!, 'POST')).status, 403);
  const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
  assert.equal(await codeOf(await ask('/v1/payments', `fqk_${'A'.repeat(43)}`)), 'key_unknown');
  const { rows } = await gate.pool.query<Record<string, unknown>>('select * from access.keys where key_id = $1', [id]);
  assert.ok(!JSON.stringify(rows).includes(secret!.slice(8)));
  await revokeKey(gate.access, A, id, BY);
  gate.access.keys.forget();
  assert.equal(await codeOf(await ask('/v1/payments', secret!)), 'key_revoked');
}); // prettier-ignore
