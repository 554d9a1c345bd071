// The worked examples of RFC 9421 (appendix B) and what its fields may not be.
import assert from 'node:assert/strict';
import { createPublicKey, verify } from 'node:crypto';
import { test } from 'node:test';
import { readContentDigest } from './content-digest.ts';
import { answerBase, ComponentMissing, requestBase, type SignedRequest } from './signature-base.ts';
import { component, parametersTextOf, readSignatures, SignatureMalformed } from './signature-input.ts';

const fieldsOf = (given: Record<string, string>) => (name: string) => given[name];

/** The request and the answer of appendix B.2. */
const request: SignedRequest = {
  method: 'POST',
  scheme: 'https',
  host: 'example.com',
  target: '/foo?param=Value&Pet=dog',
  fields: fieldsOf({
    date: 'Tue, 20 Apr 2021 02:07:55 GMT',
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
    'content-length': '18',
  }),
};
const answer = {
  status: 200,
  request,
  fields: fieldsOf({
    'content-type': 'application/json',
    'content-digest':
      'sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:',
    'content-length': '23',
  }),
};

const spki = (base64: string) => createPublicKey({ key: Buffer.from(base64, 'base64'), format: 'der', type: 'spki' });
const ED25519 = spki('MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=');
const P256 = spki(
  'MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEqIVYZVLCrPZHGHjP17CTW0/+D9Lfw0EkjqF7xB4FivAxzic30tMM4GF+hR6Dxh71Z50VGGdldkkDXZCnTNnoXQ==',
);

const TAG = ';tag="t"';

test('B.2.6: a request signed with Ed25519', () => {
  const list =
    '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"';
  const bytes = 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==';
  // The example has no tag: one is added to find it by, and taken out of what was signed.
  const [read] = readSignatures(`sig-b26=${list}${TAG}`, `sig-b26=:${bytes}:`, 't');
  assert.equal(read!.parametersText, `${list}${TAG}`);
  const base = requestBase({ ...read!, parametersText: list }, request);
  assert.equal(
    base,
    [
      '"date": Tue, 20 Apr 2021 02:07:55 GMT',
      '"@method": POST',
      '"@path": /foo',
      '"@authority": example.com',
      '"content-type": application/json',
      '"content-length": 18',
      `"@signature-params": ${list}`,
    ].join('\n'),
  );
  assert.ok(verify(null, Buffer.from(base), ED25519, read!.signature));
  assert.ok(!verify(null, Buffer.from(base.replace('/foo', '/fop')), ED25519, read!.signature));
});

test('B.2.4: an answer signed with ECDSA on P-256', () => {
  const list =
    '("@status" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-ecc-p256"';
  const bytes = 'wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==';
  const [read] = readSignatures(`sig-b24=${list}${TAG}`, `sig-b24=:${bytes}:`, 't');
  const base = answerBase({ ...read!, parametersText: list }, answer);
  const key = { key: P256, dsaEncoding: 'ieee-p1363' } as const;
  assert.ok(verify('sha256', Buffer.from(base), key, read!.signature));
  assert.ok(!verify('sha256', Buffer.from(base.replace('200', '201')), key, read!.signature));
});

test('B.2.3: the base of everything a request has', () => {
  const list =
    '("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss"';
  const [read] = readSignatures(`a=${list}${TAG}`, 'a=:AA==:', 't');
  const base = requestBase({ ...read!, parametersText: list }, request).split('\n');
  assert.equal(base[3], '"@query": ?param=Value&Pet=dog');
  assert.equal(base[6], `"content-digest": ${request.fields('content-digest')}`);
  assert.equal(base.at(-1), `"@signature-params": ${list}`);
});

test('derived components: an authority in small letters without the own port, a query that is not there', () => {
  const names = ['@method', '@target-uri', '@authority', '@scheme', '@request-target', '@path', '@query'];
  const components = names.map((name) => component(name));
  const given = { ...request, scheme: 'http', host: 'WWW.Example.COM:80', target: '/p%61th/' };
  const lines = requestBase({ components, parametersText: '()' }, given).split('\n');
  assert.deepEqual(lines.slice(0, -1), [
    '"@method": POST',
    '"@target-uri": http://www.example.com/p%61th/',
    '"@authority": www.example.com',
    '"@scheme": http',
    '"@request-target": /p%61th/',
    '"@path": /p%61th/',
    '"@query": ?',
  ]);
});

test('an answer covers the signature of its request', () => {
  const components = [component('@status'), component('signature', { ofRequest: true, key: 'sig' })];
  const text = parametersTextOf(components, { created: 1, keyid: 'k' });
  assert.equal(text, '("@status" "signature";req;key="sig");created=1;keyid="k"');
  const asked = { ...request, fields: fieldsOf({ signature: 'other=:BB==:, sig=:AAAA:' }) };
  const base = answerBase({ components, parametersText: text }, { ...answer, request: asked });
  assert.equal(base.split('\n')[1], '"signature";req;key="sig": :AAAA:');
});

test('what could be read in two ways is malformed', () => {
  const cases: [what: string, input: string, signature?: string][] = [
    ['a label twice', `a=("@method")${TAG}, a=("@path")${TAG}`],
    ['a label twice in the signatures', `a=("@method")${TAG}`, 'a=:AA==:, a=:AB==:'],
    ['a parameter twice', `a=("@method");created=1;created=2${TAG}`],
    ['a component twice', `a=("@method" "@method")${TAG}`],
    ['a component twice, told apart by nothing', `a=("x";key="a" "x";key="a")${TAG}`],
    ['a number with zeros in front', `a=("@method");created=01${TAG}`],
    ['a number with decimals', `a=("@method");created=1.0${TAG}`],
    [';sf', `a=("date";sf)${TAG}`],
    [';bs', `a=("date";bs)${TAG}`],
    [';tr', `a=("date";tr)${TAG}`],
    ['a query parameter', `a=("@query-param";name="x")${TAG}`],
    ['a name in capitals', `a=("Date")${TAG}`],
    ['a name that is a token', `a=(date)${TAG}`],
    ['no list', `a="@method"${TAG}`],
    ['no bytes', `a=("@method")${TAG}`, 'b=:AA==:'],
    ['bytes that are text', `a=("@method")${TAG}`, 'a="AA=="'],
    ['no structure', 'a=(', 'a=:AA==:'],
    ['bytes that are not base64', `a=("@method")${TAG}`, 'a=:A A:'],
  ];
  for (const [what, input, signature = 'a=:AA==:'] of cases) {
    assert.throws(() => readSignatures(input, signature, 't'), SignatureMalformed, what);
  }
});

test('spaces between members do not matter, and what carries another tag is passed over', () => {
  const read = readSignatures(`a=( "@method"  "@path" );tag="t" ,\tb=("@x";odd)`, 'b=:AAAA:,a=:AA==:', 't');
  assert.deepEqual(read.map(({ label, parametersText }) => [label, parametersText]), [['a', `("@method" "@path")${TAG}`]]);
}); // prettier-ignore

test('components a message does not have, and those that do not exist, are told apart', () => {
  const base = (name: string, ofRequest = false) =>
    requestBase({ components: [component(name, { ofRequest })], parametersText: '()' }, request);
  assert.throws(() => base('x-absent'), ComponentMissing);
  for (const name of ['@status', '@unheard', '@signature-params']) {
    assert.throws(() => base(name), SignatureMalformed, name);
  }
  assert.throws(() => base('@method', true), SignatureMalformed);
});

test('of several digests the strongest is read; others are not known', () => {
  assert.equal(readContentDigest('sha-256=:AAAA:, sha-512=:BBBB:')?.algorithm, 'sha-512');
  assert.deepEqual([...readContentDigest('sha-256=:AAAA:')!.digest], [0, 0, 0]);
  for (const field of ['md5=:AAAA:', 'sha-256=AAAA', '', 'sha-256=:AAAA']) {
    assert.equal(readContentDigest(field), undefined, field);
  }
});
