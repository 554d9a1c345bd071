// Organisations and keys: what is registered, replaced, refused and written down.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { test } from 'node:test';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Refusal } from '../../platform/refusal.ts';
import { addressList } from './addresses.ts';
import { registerKey, rotateKey } from './change-keys.ts';
import { closeWithin } from './change-closing.ts';
import { createOrganisation, ensureOrganisations } from './change-organisations.ts';
import { readPublicKey } from './public-key.ts';
import { readKey, readOrganisation } from './reads.ts';
import { BY, givenOrganisation, givenSigner, send, signed, startGate } from './testing.ts';

const A = 'AAAACNBJ';
const refusal = (code: string) => (error: unknown) => error instanceof Refusal && error.code === code;

test('only the public half of an Ed25519 or P-256 pair is taken', () => {
  const ed25519 = generateKeyPairSync('ed25519');
  const p256 = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  for (const { publicKey } of [ed25519, p256]) {
    const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
    assert.deepEqual(readPublicKey(publicKey.export({ format: 'jwk' })).der, readPublicKey(pem).der);
  }
  const wrong: (string | object)[] = [
    ed25519.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    ed25519.privateKey.export({ format: 'jwk' }),
    generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'pem', type: 'spki' }).toString(),
    generateKeyPairSync('ec', { namedCurve: 'P-384' }).publicKey.export({ format: 'jwk' }),
    { kty: 'OKP', crv: 'Ed25519', x: 'AAAA' },
    'nothing',
  ];
  for (const given of wrong) assert.throws(() => readPublicKey(given), refusal('key_malformed'));
});

test('networks are IPv4 or IPv6, and an IPv4 peer is one on a socket of both', () => {
  const list = addressList(['10.0.0.0/8', '192.0.2.7', '2001:db8::/32'])!;
  for (const each of ['10.1.2.3', '::ffff:10.1.2.3', '192.0.2.7', '2001:db8::1']) assert.ok(list.allows(each), each);
  for (const each of ['11.0.0.1', '192.0.2.8', '2001:db9::1', '']) assert.ok(!list.allows(each), each);
  for (const each of ['10.0.0.0/33', '10.0.0/8', 'bank', '10.0.0.0/8/9', '10.0.0.0/']) {
    assert.equal(addressList([each]), undefined, each);
  }
  assert.ok(addressList([])!.allows('11.0.0.1'));
});

test('what is not in order about a key is refused by its code', async (t) => {
  const { pool, access } = await startGate(t);
  await createOrganisation(pool, { id: A, kind: 'bank', name: { en: A, zh: A }, participantId: A }, BY);
  const { publicKey } = generateKeyPairSync('ed25519');
  const pem = publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const environment = 'live' as const;
  const good = {
    environment,
    publicKey: pem,
    label: 'x',
    scopes: ['messages:send'],
    addresses: [],
    expiresAt: undefined,
  };
  const register = (more: object, id = A) => registerKey(access, id, { ...good, ...more }, BY);
  await assert.rejects(register({ scopes: ['all'] }), refusal('scope_unknown'));
  await assert.rejects(register({ scopes: ['constructor'] }), refusal('scope_unknown'));
  await assert.rejects(register({ scopes: ['keys:write'] }), refusal('scope_unknown'));
  await assert.rejects(register({ publicKey: undefined }), refusal('scope_not_for_reading'));
  await assert.rejects(register({ addresses: ['bank'] }), refusal('addresses_malformed'));
  await assert.rejects(register({ expiresAt: '2020-01-01T00:00:00Z' }), refusal('expiry_past'));
  await assert.rejects(register({}, 'NONE'), refusal('organisation_not_found'));
  await register({});
  await assert.rejects(register({}), refusal('key_known'));
  await inTransaction(pool, (client) => closeWithin(client, A, BY, false));
  await assert.rejects(register({}), refusal('organisation_closed'));
});

test('a machine replaces its own key: both work during the overlap, then the new one alone', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const scopes = ['messages:send', 'keys:rotate'];
  const [signer, other] = [await givenSigner(gate, A, { scopes }), await givenSigner(gate, A, { scopes })];
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const body = JSON.stringify({ publicKey: publicKey.export({ format: 'jwk' }), overlapSeconds: 3_600 });
  const rotate = (keyId: string, by = signer) => {
    const path = `/v1/organisations/${A}/keys/${keyId}/rotate`;
    return send(gate.base, signed(gate.base, by, { path, type: 'application/json', body }));
  };
  assert.equal((await rotate(other.keyId)).code, 'key_not_own');
  const answer = await rotate(signer.keyId);
  assert.equal(answer.status, 201, answer.text);
  const made = JSON.parse(answer.text) as { id: string; scopes: string[] };
  assert.deepEqual(made.scopes, scopes);
  for (const each of [signer, { ...signer, keyId: made.id, privateKey }]) {
    assert.equal((await send(gate.base, signed(gate.base, each))).status, 200);
  }
  assert.equal((await rotate(signer.keyId)).code, 'key_over');
  const old = await readKey(gate.pool, A, signer.keyId, BY.at);
  assert.equal(old?.replacedBy, made.id);
  const after = await readKey(gate.pool, A, signer.keyId, BY.at + 7_200_000_000);
  assert.equal(after?.state, 'expired');
  const acts = (await readOrganisation(gate.pool, A))!.acts.map(({ act, actor }) => [act, actor]);
  assert.deepEqual(acts[0], ['key-rotated', `${A} ${signer.keyId}`]);
  assert.deepEqual(acts.at(-1), ['created', 'Operator']);
});

test('a reading key is replaced by another, whose secret is new', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const given = { publicKey: undefined, label: 'r', scopes: ['books:read'], addresses: [], expiresAt: undefined };
  const first = await registerKey(gate.access, A, { environment: 'live', ...given }, BY);
  const rotation = { publicKey: undefined, expiresAt: undefined, overlapSeconds: 0 };
  const second = await rotateKey(gate.access, A, first.id, rotation, BY);
  assert.match(second.secret!, /^fqk_/);
  assert.notEqual(second.secret, first.secret);
});

test('participants get their organisation once, and an organisation its own name', async (t) => {
  const { pool } = await startGate(t);
  const wanted = ['P1', 'P2'].map((id) => ({ id, kind: 'bank' as const, name: { en: id, zh: id }, participantId: id }));
  await createOrganisation(pool, { ...wanted[0]!, id: 'first-bank' }, BY);
  await ensureOrganisations(pool, wanted, BY.at);
  await ensureOrganisations(pool, wanted, BY.at);
  const { rows } = await pool.query('select organisation_id from access.organisations order by 1');
  assert.deepEqual(rows.map(({ organisation_id: id }) => id), ['P2', 'first-bank']);
  await assert.rejects(createOrganisation(pool, { ...wanted[1]!, id: 'again' }, BY), refusal('organisation_known'));
}); // prettier-ignore

test('what is for people alone lets no key in, though its row names it', async (t) => {
  const gate = await startGate(t);
  await givenOrganisation(gate, A);
  const signer = await givenSigner(gate, A);
  await gate.pool.query("update access.keys set scopes = '{keys:write}' where key_id = $1", [signer.keyId]);
  const request = { path: `/v1/organisations/${A}/keys`, type: 'application/json', body: '{}' };
  assert.equal((await send(gate.base, signed(gate.base, signer, request))).code, 'scope_missing');
});
