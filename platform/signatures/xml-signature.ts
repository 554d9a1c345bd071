// XML Signature (RFC 3275) in the closed forms that head.001 takes: which algorithms, which references, which transforms.
// What is not on these lists is refused, so that there is nothing to interpret: no external reference, no XPath, no XSLT.
import { type Part, type SignatureElement, XML_SIGNATURE_NAMESPACE, XmlSignatureWrong } from './signed-parts.ts';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = `${XML_SIGNATURE_NAMESPACE}enveloped-signature`;

export type XmlDigest = 'sha256' | 'sm3';
export type XmlAlgorithm = 'ed25519' | 'ecdsa-p256-sha256' | 'sm2-sm3';

/** Each algorithm by its identifier of RFC 9231, and the digest that goes with it. SM2 has none there: it goes by its OID (GM/T 0006). */
const ALGORITHMS = {
  'http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519': { algorithm: 'ed25519', digest: 'sha256' },
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256': { algorithm: 'ecdsa-p256-sha256', digest: 'sha256' },
  'urn:oid:1.2.156.10197.1.501': { algorithm: 'sm2-sm3', digest: 'sm3' },
} as const satisfies Record<string, { algorithm: XmlAlgorithm; digest: XmlDigest }>;

const DIGESTS: Readonly<Record<XmlDigest, string>> = {
  sha256: 'http://www.w3.org/2001/04/xmlenc#sha256',
  sm3: 'urn:oid:1.2.156.10197.1.401',
};

export interface XmlReference {
  readonly part: Part;
  readonly digest: Uint8Array;
  /** Where its digest stands. */
  readonly path: string;
  readonly line: number;
}

export interface XmlSignature {
  /** KeyInfo/KeyName: the id of a registered key. */
  readonly keyName: string;
  readonly algorithm: XmlAlgorithm;
  readonly digest: XmlDigest;
  readonly references: readonly XmlReference[];
  readonly value: Uint8Array;
  /** Of KeyInfo, when it is signed too. */
  readonly keyInfoId: string | undefined;
}

/** Throws XmlSignatureWrong by the first thing that is not as it must be. */
export function readXmlSignature(signature: SignatureElement): XmlSignature {
  requireAttributes(signature, []);
  const [signedInfo, value, keyInfo] = childrenOf(signature, ['SignedInfo', 'SignatureValue', 'KeyInfo']);
  const [keyName] = childrenOf(keyInfo!, ['KeyName']);
  requireAttributes(keyInfo!, keyInfo!.attributes.has('Id') ? ['Id'] : []);
  const { algorithm, digest, references } = readSignedInfo(signedInfo!, keyInfo!.attributes.get('Id'));
  return {
    keyName: textOf(keyName!),
    algorithm,
    digest,
    references,
    value: bytesOf(value!),
    keyInfoId: keyInfo!.attributes.get('Id'),
  };
}

function readSignedInfo(signedInfo: SignatureElement, keyInfoId: string | undefined) {
  requireAttributes(signedInfo, []);
  const count = signedInfo.children.filter(({ name }) => name === 'Reference').length;
  const names = ['CanonicalizationMethod', 'SignatureMethod', ...Array.from({ length: count }, () => 'Reference')];
  const [canonicalization, method, ...given] = childrenOf(signedInfo, names);
  requireAlgorithm(canonicalization!, EXCLUSIVE);
  const identifier = algorithmOf(method!);
  if (!Object.hasOwn(ALGORITHMS, identifier)) throw new XmlSignatureWrong('algorithm', method!, identifier);
  const { algorithm, digest } = ALGORITHMS[identifier as keyof typeof ALGORITHMS];
  const references = given.map((each) => readReference(each, DIGESTS[digest], count, keyInfoId));
  const parts = references.map(({ part }) => part).sort().join(' '); // prettier-ignore
  if (!FORMS.includes(parts)) {
    throw new XmlSignatureWrong('reference', signedInfo, `${count} references to: ${parts || 'nothing'}`);
  }
  return { algorithm, digest, references };
}

/** One reference for all, or one each to header, document and KeyInfo: never some of it. */
const FORMS: readonly string[] = ['message', 'document header keyInfo'];

function readReference(
  reference: SignatureElement,
  digestMethod: string,
  count: number,
  keyInfoId: string | undefined,
): XmlReference {
  const uri = reference.attributes.get('URI');
  requireAttributes(reference, uri === undefined ? [] : ['URI']);
  const part = partOf(uri, count, keyInfoId);
  if (part === undefined) throw new XmlSignatureWrong('reference', reference, `URI="${uri!.slice(0, 80)}"`);
  const [transforms, method, value] = childrenOf(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  const expected = part === 'message' || part === 'header' ? [ENVELOPED, EXCLUSIVE] : [EXCLUSIVE];
  requireAttributes(transforms!, []);
  const given = childrenOf(transforms!, expected.map(() => 'Transform')); // prettier-ignore
  for (const [index, each] of given.entries()) requireAlgorithm(each, expected[index]!);
  requireAlgorithm(method!, digestMethod);
  return { part, digest: bytesOf(value!), path: value!.path, line: value!.line };
}

/** As SWIFT and the schemes after it have it, a header and its document are two documents: "" is the header, none the other. */
function partOf(uri: string | undefined, count: number, keyInfoId: string | undefined): Part | undefined {
  if (uri === undefined) return 'document';
  if (uri === '') return count === 1 ? 'message' : 'header';
  return keyInfoId !== undefined && keyInfoId !== '' && uri === `#${keyInfoId}` ? 'keyInfo' : undefined;
}

/** The children are these, in this order, with nothing but white space between them. */
function childrenOf(element: SignatureElement, names: readonly string[]): SignatureElement[] {
  const found = element.children.map(({ name }) => name).join(', ');
  if (found !== names.join(', ')) throw new XmlSignatureWrong('form', element, `${found || 'nothing'} inside ${element.name}`);
  if (/[^ \t\r\n]/.test(element.text)) throw new XmlSignatureWrong('form', element, `text inside ${element.name}`);
  return element.children;
} // prettier-ignore

function requireAttributes(element: SignatureElement, names: readonly string[]): void {
  const found = [...element.attributes.keys()];
  const stray = found.find((name) => !names.includes(name));
  if (stray !== undefined) throw new XmlSignatureWrong('form', element, `the attribute ${stray}`);
}

function algorithmOf(element: SignatureElement): string {
  requireAttributes(element, ['Algorithm']);
  childrenOf(element, []);
  return element.attributes.get('Algorithm') ?? '';
}

function requireAlgorithm(element: SignatureElement, expected: string): void {
  const given = algorithmOf(element);
  if (given !== expected) throw new XmlSignatureWrong('algorithm', element, given.slice(0, 80) || 'none');
}

function textOf(element: SignatureElement): string {
  requireAttributes(element, []);
  if (element.children.length > 0) throw new XmlSignatureWrong('form', element, `elements inside ${element.name}`);
  return element.text;
}

function bytesOf(element: SignatureElement): Uint8Array {
  const text = textOf(element).replace(/[ \t\r\n]/g, '');
  const bytes = /^[A-Za-z0-9+/]+={0,2}$/.test(text) && text.length % 4 === 0 ? fromBase64(text) : undefined;
  // Bits past the end that are not zero would be a second way to write the same.
  if (bytes === undefined || toBase64(bytes) !== text) throw new XmlSignatureWrong('form', element, 'not base64');
  return bytes;
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

export const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));

export interface NewXmlSignature {
  readonly keyName: string;
  readonly algorithm: XmlAlgorithm;
  /** The octets of what is to be signed: `message` alone, or `header` and `document`. */
  readonly octets: ReadonlyMap<Part, string>;
  digest(octets: string, algorithm: XmlDigest): Promise<Uint8Array>;
  sign(octets: string): Promise<Uint8Array>;
}

const KEY_INFO_ID = 'KeyInfo';
const NAMESPACE = ` xmlns:ds="${XML_SIGNATURE_NAMESPACE}"`;

/** The Signature element. It is written in its canonical form, so that what is signed is this text with its namespace. */
export async function writeXmlSignature({ keyName, algorithm, octets, digest, sign }: NewXmlSignature): Promise<string> {
  const [method, { digest: digestAlgorithm }] = Object.entries(ALGORITHMS).find((each) => each[1].algorithm === algorithm)!;
  const isWhole = octets.has('message');
  const keyInfo = (namespace: string): string =>
    `<ds:KeyInfo${namespace}${isWhole ? '' : ` Id="${KEY_INFO_ID}"`}><ds:KeyName>${keyName}</ds:KeyName></ds:KeyInfo>`;
  const signed = isWhole ? octets : new Map([...octets, ['keyInfo' as const, keyInfo(NAMESPACE)]]);
  let references = '';
  for (const [part, text] of signed) {
    references += referenceXml(part, DIGESTS[digestAlgorithm], toBase64(await digest(text, digestAlgorithm)));
  }
  const signedInfo = (namespace: string): string =>
    `<ds:SignedInfo${namespace}>${emptyElement('CanonicalizationMethod', EXCLUSIVE)}${emptyElement('SignatureMethod', method)}${references}</ds:SignedInfo>`;
  const value = toBase64(await sign(signedInfo(NAMESPACE)));
  return `<ds:Signature${NAMESPACE}>${signedInfo('')}<ds:SignatureValue>${value}</ds:SignatureValue>${keyInfo('')}</ds:Signature>`;
} // prettier-ignore

function referenceXml(part: Part, digestMethod: string, digest: string): string {
  const uri = part === 'document' ? '' : ` URI="${part === 'keyInfo' ? `#${KEY_INFO_ID}` : ''}"`;
  const enveloped = part === 'message' || part === 'header' ? emptyElement('Transform', ENVELOPED) : '';
  const transforms = `<ds:Transforms>${enveloped}${emptyElement('Transform', EXCLUSIVE)}</ds:Transforms>`;
  const value = `<ds:DigestValue>${digest}</ds:DigestValue>`;
  return `<ds:Reference${uri}>${transforms}${emptyElement('DigestMethod', digestMethod)}${value}</ds:Reference>`;
}

const emptyElement = (name: string, algorithm: string): string => `<ds:${name} Algorithm="${algorithm}"></ds:${name}>`;
