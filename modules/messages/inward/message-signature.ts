// The XML signature of a message (head.001, Sgntr): checked before anything is decided about the message, against a key that
// its sender has registered. What is wrong with it is a violation like any other, so that the message is refused by one.
import { createHash, type Hash } from 'node:crypto';
import { type Part, readSignedParts, type SignatureElement, XML_SIGNATURE_NAMESPACE, XmlSignatureWrong } from '../../../platform/signatures/signed-parts.ts'; // prettier-ignore
import { readXmlSignature, type XmlSignature } from '../../../platform/signatures/xml-signature.ts';
import { child, type Rule, violation } from '../../iso20022/index.ts';
import { type ReceiveContext } from '../context.ts';
import { type Inbound } from './inbound.ts';

const HEADER = { path: '/AppHdr', line: 1 };

/** The message as it came; one whose signature is wrong, or missing where it must be, with that as its violation. */
export async function checkSignature(context: ReceiveContext, inbound: Inbound): Promise<Inbound> {
  // Refused already, and nothing in it is certain.
  if (inbound.violations.length > 0) return inbound;
  const { signers } = context;
  try {
    if (isSigned(inbound)) await requireSigned(context, inbound);
    else if (signers && (await signers.mustSign(inbound.senderId))) throw new XmlSignatureWrong('missing', HEADER);
    return inbound;
  } catch (error) {
    if (!(error instanceof XmlSignatureWrong)) throw error;
    const { fault, path, line, message } = error;
    const rule: Rule = `signature.${fault}`;
    const detail = error instanceof KeyRefused ? error.texts : message;
    return { ...inbound, violations: [violation(rule, { path, line, column: 1 }, { detail })] };
  }
}

/** One that stands elsewhere than it should makes a message signed too, wrongly. */
function isSigned({ header, xml }: Inbound): boolean {
  return child(header, 'Sgntr') !== undefined || xml.includes(XML_SIGNATURE_NAMESPACE);
}

async function requireSigned({ signers }: ReceiveContext, { xml, senderId }: Inbound): Promise<void> {
  const { element, signature, digests, signedInfo } = readSignature(xml);
  for (const { part, digest, path, line } of signature.references) {
    if (!digests.get(part)!.equals(digest)) throw new XmlSignatureWrong('digest', { path, line }, NAME_OF[part]);
  }
  const keyName = { path: `${element.path}/KeyInfo/KeyName`, line: element.line };
  const signer = await signers?.find(signature.keyName, senderId);
  if (signer === undefined || 'refused' in signer) throw new KeyRefused(keyName, signer?.refused ?? NO_KEYS);
  if (signer.algorithm !== signature.algorithm) throw new KeyRefused(keyName, OTHER_ALGORITHM);
  if (!(await signer.isSignedBy(signedInfo, signature.value))) {
    throw new XmlSignatureWrong('value', { path: `${element.path}/SignatureValue`, line: element.line });
  }
}

interface Read {
  readonly element: SignatureElement;
  readonly signature: XmlSignature;
  /** Of every part that is referred to. */
  readonly digests: ReadonlyMap<Part, Buffer>;
  readonly signedInfo: Buffer;
}

function readSignature(xml: string): Read {
  let signature: XmlSignature | undefined;
  let signedInfo = '';
  const hashes = new Map<Part, Hash>();
  const wanted = (element: SignatureElement): ReadonlySet<Part> => {
    signature = readXmlSignature(element);
    for (const { part } of signature.references) hashes.set(part, createHash(signature.digest));
    return new Set<Part>(['signedInfo', ...hashes.keys()]);
  };
  const { signature: element, ids } = readSignedParts(
    xml,
    (part, octets) => {
      if (part === 'signedInfo') signedInfo += octets;
      else hashes.get(part)?.update(octets);
    },
    wanted,
  );
  if (!signature || !element) throw new XmlSignatureWrong('place', HEADER, 'no signature at /AppHdr/Sgntr');
  requireOneId(signature, ids);
  const digests = new Map([...hashes].map(([part, hash]) => [part, hash.digest()]));
  return { element, signature, digests, signedInfo: Buffer.from(signedInfo) };
}

/** KeyInfo is found by its place; a second element of its Id would still mean something to another reader. */
function requireOneId({ keyInfoId, references }: XmlSignature, ids: ReadonlyMap<string, number>): void {
  if (keyInfoId === undefined || ids.get(keyInfoId) === 1) return;
  const { path, line } = references[0]!;
  throw new XmlSignatureWrong(
    'reference',
    { path, line },
    `more than one element has the Id ${keyInfoId.slice(0, 40)}`,
  );
}

/** Why the key is not taken, in both languages. */
class KeyRefused extends XmlSignatureWrong {
  readonly texts: { readonly en: string; readonly zh: string };

  constructor(place: { readonly path: string; readonly line: number }, texts: KeyRefused['texts']) {
    super('key', place, texts.en);
    this.texts = texts;
  }
}

const NO_KEYS = { en: 'No keys are known here.', zh: '此处没有已登记的密钥。' };
const OTHER_ALGORITHM = { en: 'It is a key of another algorithm.', zh: '该密钥属于另一种算法。' };
const NAME_OF: Readonly<Record<Part, string>> = {
  message: 'the message', header: 'AppHdr', document: 'Document', keyInfo: 'KeyInfo', signedInfo: 'SignedInfo',
}; // prettier-ignore
