// Messages signed in their header: taken when the signature is that of a key of the sender over all of it, and refused by a rule
// when it was wrapped, moved, doubled, commented or weakened; a refused one moves no money. xmlsec1 checks ours and signs for us.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { signMessage } from '../../client/index.ts';
import { wrap, writeHeader } from '../../modules/iso20022/index.ts';
import { givenBanks, OPERATOR, type RunningApi, startApi, transferXml } from '../contract/testing.ts';

const [A, B] = ['AAAACNBJ', 'BBBBCNBJ'] as const;
const BANK_SCOPES = ['messages:send', 'messages:read'];

interface Key {
  readonly id: string;
  readonly privateKey: string;
  readonly publicKey: string;
}

async function given(t: TestContext): Promise<RunningApi> {
  const api = await startApi(t);
  await givenBanks(api, [A, B], '100000');
  for (const id of [A, B]) {
    const organisation = { id, kind: 'bank', name: { en: id, zh: id }, participantId: id, reason: 'joined' };
    assert.equal((await api.ask(OPERATOR, 'POST', '/v1/organisations', organisation)).status, 201);
  }
  return api;
}

async function givenKey({ ask }: RunningApi, owner: string, kind: 'ed25519' | 'P-256' | 'SM2' = 'ed25519', more: object = {}): Promise<Key> {
  const pair = kind === 'ed25519' ? generateKeyPairSync('ed25519') : generateKeyPairSync('ec', { namedCurve: kind });
  const publicKey = pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
  const { body } = await ask(owner, 'POST', `/v1/organisations/${owner}/keys`, { publicKey, label: 'one', scopes: BANK_SCOPES, ...more });
  return { id: body.id, publicKey, privateKey: pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString() };
} // prettier-ignore

let count = 0;

/** A transfer in its envelope, another each time. */
function message(amount = '10.00'): string {
  const id = `M${++count}`;
  const party = (bic: string) => ({ FIId: { FinInstnId: { BICFI: bic } } });
  const header = writeHeader({
    Fr: party(A), To: party('FQCBCNBJ'), BizMsgIdr: id, MsgDefIdr: 'pacs.008.001.08', CreDt: '2027-04-15T10:00:00+08:00',
  }); // prettier-ignore
  return wrap(header, transferXml(id, count, A, B, amount));
}

const send = ({ ask }: RunningApi, xml: string, who: string = A) => ask(who, 'POST', '/v1/messages', xml);
const balanceOf = async ({ ask }: RunningApi): Promise<string> =>
  (await ask(OPERATOR, 'GET', `/v1/participants/${A}`)).body.balance;
const valueOf = (xml: string, name: string): string => new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1] ?? '';

async function assertSettles(api: RunningApi, xml: string, who: string = A): Promise<void> {
  const { body } = await send(api, xml, who);
  assert.equal(valueOf(body, 'TxSts'), 'ACSC', body);
}

/** By this rule, at this place. */
async function assertRefused(api: RunningApi, xml: string, rule: string, path: string | undefined, what = ''): Promise<void> {
  const { body, headers } = await send(api, xml);
  assert.equal(headers.get('feiqian-state'), 'refused', `${what} ${body}`);
  assert.equal(valueOf(body, 'RjctgPtyRsn'), rule, `${what} ${body}`);
  if (path !== undefined) assert.equal(valueOf(body, 'ErrLctn'), path, what);
} // prettier-ignore

test('a signed message is taken, by each algorithm and in either form, and kept as it came', async (t) => {
  const api = await given(t);
  for (const kind of ['ed25519', 'P-256', 'SM2'] as const) {
    const key = await givenKey(api, A, kind);
    for (const form of ['parts', 'message'] as const) {
      const xml = await signMessage(message(), key, { form });
      await assertSettles(api, xml);
      const { rows } = await api.house.pool.query('select xml from messages.inbox order by inbox_id desc limit 1');
      assert.equal(rows[0].xml, xml);
      assert.equal((await send(api, xml)).headers.get('feiqian-repeated'), 'true');
    }
    const { body } = await api.ask(A, 'GET', `/v1/organisations/${A}/keys/${key.id}`);
    assert.notEqual(body.lastUsedAt, null);
  }
});

test('prefixes, white space and line ends may be as the sender likes', async (t) => {
  const api = await given(t);
  const key = await givenKey(api, A);
  const prefixed = message()
    .replace(/<(\/?)(?=AppHdr|Fr>|FIId|To>|BizMsgIdr|MsgDefIdr|CreDt>)/g, '<$1h:')
    .replace('<h:AppHdr xmlns=', '<h:AppHdr xmlns:h=')
    .replace(/<(\/?)(FinInstnId|BICFI)>(?=.*<\/h:AppHdr>)/g, '<$1h:$2>')
    .replace('<BusinessMessage>', '<x:Envelope xmlns:x="urn:x" xmlns:unused="urn:u">\r\n  ')
    .replace('</BusinessMessage>', '\r\n</x:Envelope>\r\n');
  await assertSettles(api, await signMessage(prefixed, key));
});

const SIGNATURE = /<ds:Signature .*<\/ds:Signature>/s;
const SGNTR = /<Sgntr>.*<\/Sgntr>/s;
const PLACE = '/AppHdr/Sgntr/Signature';
const evilDocument = (xml: string): string => /<Document.*<\/Document>/s.exec(xml)![0].replace('>10.00<', '>9000.00<');

/** What is done to a rightly signed message; the rule that refuses it; where it says so. */
const attacks: Record<string, [(xml: string) => string, string, string?]> = {
  'a changed byte in the document': [(xml) => xml.replace('>10.00<', '>90.00<'), 'signature.digest', `${PLACE}/SignedInfo/Reference/DigestValue`],
  'a changed byte in the header': [(xml) => xml.replace(/<CreDt>2027-04-15T10/, '<CreDt>2027-04-15T11'), 'signature.digest', `${PLACE}/SignedInfo/Reference/DigestValue`],
  'a changed byte in white space': [(xml) => xml.replace('<GrpHdr>', '<GrpHdr> '), 'signature.digest'],
  'wrapped: the signed document beside another': [(xml) => xml.replace('<Document', `<Wrapper>${/<Document.*<\/Document>/s.exec(xml)![0]}</Wrapper><Document`).replace('</BusinessMessage>', '</BusinessMessage>'), 'document.repeated'],
  'wrapped: the signed document under another name': [(xml) => { const document = /<Document.*<\/Document>/s.exec(xml)![0]; return xml.replace(document, `<Kept>${document.replaceAll('Document', 'Papers')}</Kept>${evilDocument(xml)}`); }, 'signature.place', '/Kept'],
  'wrapped: header and document one deeper': [(xml) => xml.replace('<BusinessMessage>', '<Outer><BusinessMessage>').replace('</BusinessMessage>', '</BusinessMessage></Outer>'), 'signature.place'],
  'wrapped: the document inside the signature': [(xml) => { const document = /<Document.*<\/Document>/s.exec(xml)![0]; return xml.replace(document, evilDocument(xml)).replace('</ds:Signature>', `<ds:Object>${document}</ds:Object></ds:Signature>`); }, 'signature.form', `${PLACE}/Object/Document`],
  'moved: into the envelope': [(xml) => xml.replace(SGNTR, '').replace('<AppHdr', `${SIGNATURE.exec(xml)![0]}<AppHdr`), 'signature.place', '/Signature'],
  'moved: behind the document': [(xml) => xml.replace(SGNTR, '').replace('</BusinessMessage>', `${SIGNATURE.exec(xml)![0]}</BusinessMessage>`), 'signature.place', '/Signature'],
  'moved: into supplementary data': [(xml) => xml.replace(SGNTR, '').replace('</FIToFICstmrCdtTrf>', `<SplmtryData><Envlp>${SIGNATURE.exec(xml)![0]}</Envlp></SplmtryData></FIToFICstmrCdtTrf>`), 'signature.place', '/Document/FIToFICstmrCdtTrf/SplmtryData/Envlp/Signature'],
  'doubled: a second in the header': [(xml) => xml.replace(SIGNATURE, (each) => each + each), 'any.count', '/AppHdr/Sgntr'],
  'doubled: a second in supplementary data': [(xml) => xml.replace('</FIToFICstmrCdtTrf>', `<SplmtryData><Envlp>${SIGNATURE.exec(xml)![0]}</Envlp></SplmtryData></FIToFICstmrCdtTrf>`), 'signature.place'],
  'doubled: a signature in a signature': [(xml) => xml.replace('</ds:Signature>', `${SIGNATURE.exec(xml)![0]}</ds:Signature>`), 'signature.place', `${PLACE}/Signature`],
  'doubled: a second SignedInfo': [(xml) => xml.replace(/<ds:SignedInfo>.*<\/ds:SignedInfo>/s, (each) => each + each), 'signature.form'],
  'a comment in a digest': [(xml) => xml.replace('<ds:DigestValue>', '<ds:DigestValue>AAAA<!-- x -->'), 'signature.comment', `${PLACE}/SignedInfo/Reference/DigestValue`],
  'a comment in the document': [(xml) => xml.replace('>10.00<', '>10<!-- -->.00<'), 'signature.comment'],
  'a comment before everything': [(xml) => xml.replace('<BusinessMessage>', '<!-- --><BusinessMessage>'), 'signature.comment'],
  'a weak algorithm': [(xml) => xml.replace(/2021\/04\/xmldsig-more#eddsa-ed25519/, '2000/09/xmldsig#rsa-sha1'), 'signature.algorithm', `${PLACE}/SignedInfo/SignatureMethod`],
  'a public key as the secret of a MAC': [(xml) => xml.replace(/2021\/04\/xmldsig-more#eddsa-ed25519/, '2001/04/xmldsig-more#hmac-sha256'), 'signature.algorithm'],
  'an algorithm that is not the key’s': [(xml) => xml.replace(/2021\/04\/xmldsig-more#eddsa-ed25519/, '2001/04/xmldsig-more#ecdsa-sha256'), 'signature.key', `${PLACE}/KeyInfo/KeyName`],
  'a weak digest': [(xml) => xml.replace('2001/04/xmlenc#sha256', '2000/09/xmldsig#sha1'), 'signature.algorithm', `${PLACE}/SignedInfo/Reference/DigestMethod`],
  'a canonical form with comments': [(xml) => xml.replace('xml-exc-c14n#"', 'xml-exc-c14n#WithComments"'), 'signature.algorithm'],
  'an external reference': [(xml) => xml.replace('URI=""', 'URI="http://127.0.0.1/x"'), 'signature.reference', `${PLACE}/SignedInfo/Reference`],
  'a file as reference': [(xml) => xml.replace('URI="#KeyInfo"', 'URI="file:///etc/passwd"'), 'signature.reference'],
  'an XPointer': [(xml) => xml.replace('URI="#KeyInfo"', `URI="#xpointer(id('KeyInfo'))"`), 'signature.reference'],
  'no reference at all': [(xml) => xml.replace(/<ds:Reference.*<\/ds:Reference>/s, ''), 'signature.reference', `${PLACE}/SignedInfo`],
  'the document not referred to': [(xml) => xml.replace(/<ds:Reference>.*?<\/ds:Reference>/s, ''), 'signature.reference'],
  'the header referred to twice': [(xml) => xml.replace('<ds:Reference>', '<ds:Reference URI="">'), 'signature.form'],
  'a huge list of transforms': [(xml) => xml.replace('<ds:Transforms>', `<ds:Transforms>${'<ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"/>'.repeat(10_000)}`), 'signature.form'],
  'an XPath transform': [(xml) => xml.replace('2000/09/xmldsig#enveloped-signature', 'TR/1999/REC-xpath-19991116'), 'signature.algorithm', `${PLACE}/SignedInfo/Reference/Transforms/Transform`],
  'an XSLT transform': [(xml) => xml.replace('2000/09/xmldsig#enveloped-signature', 'TR/1999/REC-xslt-19991116'), 'signature.algorithm'],
  'prefixes to keep that would change the octets': [(xml) => xml.replace(/<ds:CanonicalizationMethod([^>]*)>/, '<ds:CanonicalizationMethod$1><ds:InclusiveNamespaces PrefixList="ds"/>'), 'signature.form'],
  'a key in the message': [(xml) => xml.replace('<ds:KeyName>', '<ds:KeyValue>AAAA</ds:KeyValue><ds:KeyName>'), 'signature.form', `${PLACE}/KeyInfo`],
  'a second element of the Id': [(xml) => xml.replace('</FIToFICstmrCdtTrf>', '<SplmtryData><Envlp><x Id="KeyInfo"/></Envlp></SplmtryData></FIToFICstmrCdtTrf>'), 'signature.reference'],
  'a stray attribute': [(xml) => xml.replace('<ds:SignedInfo>', '<ds:SignedInfo Id="a">'), 'signature.form', `${PLACE}/SignedInfo`],
  'a value that is not base64': [(xml) => xml.replace(/<ds:SignatureValue>./, '<ds:SignatureValue>*'), 'signature.form', `${PLACE}/SignatureValue`],
  'the signature of another message': [(xml) => xml.replace(/<ds:SignatureValue>.{8}/, '<ds:SignatureValue>AAAAAAAA'), 'signature.value', `${PLACE}/SignatureValue`],
  'no signature in Sgntr': [(xml) => xml.replace(SIGNATURE, ''), 'any.count'],
  'an element of another language in Sgntr': [(xml) => xml.replace(SIGNATURE, '<x xmlns="urn:x"/>'), 'any.namespace'],
}; // prettier-ignore

test('what was done to a signed message is refused by its rule, at its place, and moves nothing', async (t) => {
  const api = await given(t);
  const key = await givenKey(api, A);
  const before = await balanceOf(api);
  for (const [what, [attack, rule, path]] of Object.entries(attacks)) {
    const signed = await signMessage(message(), key);
    const attacked = attack(signed);
    assert.notEqual(attacked, signed, what);
    await assertRefused(api, attacked, rule, path, what);
  }
  assert.equal(await balanceOf(api), before);
  // The message ids are free for the messages as they were meant.
  await assertSettles(api, await signMessage(message(), key));
});

test('a key that is another’s, unknown, revoked, for another environment or without the scope signs nothing', async (t) => {
  const api = await given(t);
  const own = await givenKey(api, A);
  const before = await balanceOf(api);
  const at = `${PLACE}/KeyInfo/KeyName`;
  const refused = async (key: Key, says: RegExp): Promise<void> => {
    const xml = await signMessage(message(), key);
    await assertRefused(api, xml, 'signature.key', at);
    assert.match(valueOf((await send(api, xml)).body, 'RsnDesc'), says);
  };
  const others = await givenKey(api, B);
  await refused(others, /There is no such key/);
  await refused({ ...own, id: 'key_none' }, /There is no such key/);
  await refused(await givenKey(api, A, 'ed25519', { environment: 'sandbox' }), /There is no such key/);
  await refused(await givenKey(api, A, 'ed25519', { scopes: ['payments:read'] }), /scope/);
  // The right name with another's private key.
  await assertRefused(api, await signMessage(message(), { ...others, id: own.id }), 'signature.value', `${PLACE}/SignatureValue`);
  const revoke = { reason: 'lost' };
  assert.equal((await api.ask(A, 'POST', `/v1/organisations/${A}/keys/${own.id}/revoke`, revoke)).status, 200);
  await refused(own, /revoked/);
  assert.equal((await api.ask(B, 'POST', `/v1/organisations/${B}/keys/${others.id}/revoke`, revoke)).status, 200);
  await refused(others, /There is no such key/);
  assert.equal(await balanceOf(api), before);
}); // prettier-ignore

test('an organisation may have its messages refused when they are not signed', async (t) => {
  const api = await given(t);
  const key = await givenKey(api, A);
  await assertSettles(api, message());
  const path = `/v1/organisations/${A}/message-signing`;
  const asked = await api.ask(A, 'PUT', path, { isRequired: true, reason: 'as agreed' });
  assert.equal(asked.status, 200);
  assert.equal(asked.body.signsMessages, true);
  assert.equal(asked.body.acts[0].act, 'signing-required');
  await assertRefused(api, message(), 'signature.missing', '/AppHdr');
  await assertRefused(api, transferXml('BARE', 9_000, A, B, '10.00'), 'signature.missing', '/AppHdr');
  await assertSettles(api, await signMessage(message(), key));
  // Another bank is as free as before, and cannot change this one.
  assert.equal(valueOf((await send(api, transferXml('B1', 9_001, B, A, '1.00'), B)).body, 'TxSts'), 'ACSC');
  assert.equal((await api.ask(B, 'PUT', path, { isRequired: false, reason: 'no' })).status, 404);
  assert.equal((await api.ask(OPERATOR, 'PUT', path, { isRequired: false, reason: 'enough' })).status, 200);
  await assertSettles(api, message());
});

test('a signature that was made over something else than it refers to is not believed', async (t) => {
  const api = await given(t);
  const key = await givenKey(api, A);
  const xml = await signMessage(message(), key);
  // Signed as it stands in the text, without its namespace: not the canonical form.
  const signedInfo = /<ds:SignedInfo>.*<\/ds:SignedInfo>/s.exec(xml)![0];
  const value = sign(null, Buffer.from(signedInfo), createPrivateKey(key.privateKey)).toString('base64');
  const other = xml.replace(/<ds:SignatureValue>[^<]*/, `<ds:SignatureValue>${value}`);
  await assertRefused(api, other, 'signature.value', `${PLACE}/SignatureValue`);
});

test('a message without a header, or signed already, cannot be signed', async (t) => {
  const api = await given(t);
  const key = await givenKey(api, A);
  await assert.rejects(signMessage(transferXml('M', 1, A, B, '1.00'), key), TypeError);
  await assert.rejects(signMessage(await signMessage(message(), key), key), TypeError);
});

const hasXmlsec = spawnSync('xmlsec1', ['--version']).status === 0;

test('xmlsec1 checks what we sign, and we what it signs', { skip: !hasXmlsec && 'xmlsec1 is not installed' }, async (t) => {
  const api = await given(t);
  const key = await givenKey(api, A, 'P-256');
  const folder = mkdtempSync(join(tmpdir(), 'feiqian xmlsec '));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const publicKey = file('public.pem', key.publicKey);
  const privateKey = file('private.pem', key.privateKey);
  const ours = await signMessage(message(), key, { form: 'message' });
  const check = (xml: string): number =>
    spawnSync('xmlsec1', ['--verify', `--pubkey-pem:${key.id}`, publicKey, file('message.xml', xml)]).status!;
  assert.equal(check(ours), 0);
  assert.notEqual(check(ours.replace('>10.00<', '>90.00<')), 0);
  const template = ours
    .replace(/<ds:DigestValue>[^<]*/, '<ds:DigestValue>')
    .replace(/<ds:SignatureValue>[^<]*/, '<ds:SignatureValue>')
    .replaceAll('ds:', 'dsig:')
    .replace('xmlns:ds=', 'xmlns:dsig=');
  const theirs = execFileSync('xmlsec1', ['--sign', `--privkey-pem:${key.id}`, privateKey, file('template.xml', template)], { encoding: 'utf8' });
  assert.notEqual(theirs, template);
  await assertRefused(api, theirs.replace('>10.00<', '>90.00<'), 'signature.digest', undefined);
  await assertSettles(api, theirs);
}); // prettier-ignore
