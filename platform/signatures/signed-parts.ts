// The parts of a message that its XML signature is about, in one pass: the header and the document as canonical octets, and
// the Signature element itself. They are told by where they stand, never by an Id, so that nothing can be passed off for them.
import { type SaxesAttributeNS, SaxesParser, type SaxesTagNS } from 'saxes';
import { CanonicalXml, type XmlTag } from './canonical-xml.ts';

export const XML_SIGNATURE_NAMESPACE = 'http://www.w3.org/2000/09/xmldsig#';
const PLACE = '/AppHdr/Sgntr/Signature';
const PARTS = ['AppHdr', 'Document'];
const CHUNK = 65_536;

/** What is wrong with a signed message or its signature; each is a rule of its own. */
export type SignatureFault =
  'place' | 'repeated' | 'comment' | 'form' | 'algorithm' | 'reference' | 'digest' | 'value' | 'key' | 'missing';

export class XmlSignatureWrong extends Error {
  readonly fault: SignatureFault;
  /** `/AppHdr/Sgntr/Signature/SignedInfo`. */
  readonly path: string;
  readonly line: number;

  constructor(fault: SignatureFault, { path, line }: { readonly path: string; readonly line: number }, detail = '') {
    super(detail);
    this.fault = fault;
    this.path = path;
    this.line = line;
  }
}

/** An element of the signature, as small as it is. */
export interface SignatureElement {
  readonly name: string;
  readonly path: string;
  readonly line: number;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: SignatureElement[];
  text: string;
}

/** `message` is the whole of it, header and document in their envelope; all without the Signature element but the last two. */
export type Part = 'message' | 'header' | 'document' | 'signedInfo' | 'keyInfo';

export interface SignedParts {
  readonly signature: SignatureElement | undefined;
  /** Every attribute anywhere that some reader could take for an Id, with how often it comes. */
  readonly ids: ReadonlyMap<string, number>;
}

/** More than any signature of a form we take has. */
const MOST_ELEMENTS = 40;
const MOST_TEXT = 4_096;

/** Hears a part's octets in pieces, in order, and not before `SignedInfo` is known. */
export type HearPart = (part: Part, octets: string) => void;

/**
 * Reads a message that the reader of messages found valid. `wanted` says which parts are needed once the signature has
 * been read. Throws XmlSignatureWrong for anything but one envelope with AppHdr and Document, and for a comment anywhere.
 */
export function readSignedParts(
  xml: string,
  hear: HearPart,
  wanted: (signature: SignatureElement) => ReadonlySet<Part>,
): SignedParts {
  const reading = new Reading(hear, wanted);
  const parser = new SaxesParser({ xmlns: true, position: true });
  let line = 1;
  const stop = (fault: SignatureFault, detail: string): never => {
    throw new XmlSignatureWrong(fault, { path: reading.path || '/', line: parser.line }, detail);
  };
  parser.on('opentagstart', () => (line = parser.line));
  parser.on('opentag', (tag) => reading.open(tag, line));
  parser.on('closetag', ({ name }) => reading.close(name));
  parser.on('text', (text) => reading.text(text));
  parser.on('cdata', (text) => reading.text(text));
  parser.on('comment', () => stop('comment', ''));
  parser.on('processinginstruction', () => stop('form', 'a processing instruction'));
  parser.on('error', ({ message }) => stop('form', message));
  for (let at = 0; at < xml.length; at += CHUNK) {
    parser.write(xml.slice(at, at + CHUNK));
    reading.tell();
  }
  parser.close();
  return reading.end();
}

class Reading {
  readonly #hear: HearPart;
  readonly #wanted: (signature: SignatureElement) => ReadonlySet<Part>;
  readonly #names: string[] = [];
  readonly #writers = new Map<Part, CanonicalXml>();
  readonly #ids = new Map<string, number>();
  readonly #open: SignatureElement[] = [];
  #signature: SignatureElement | undefined;
  #isSignatureRead = false;
  #elements = 0;
  /** Children of the envelope so far. */
  #seen = 0;

  constructor(hear: HearPart, wanted: (signature: SignatureElement) => ReadonlySet<Part>) {
    this.#hear = hear;
    this.#wanted = wanted;
  }

  /** Without the envelope, as violations name their places. */
  get path(): string {
    return this.#names.slice(1).map((name) => `/${name}`).join(''); // prettier-ignore
  }

  open(tag: SaxesTagNS, line: number): void {
    this.#names.push(tag.local);
    this.#requirePlace(tag, line);
    this.#countIds(tag);
    const resolved = resolvedOf(tag);
    // Below the document nothing is a part, and most elements are there.
    const started = this.#isInDocument ? undefined : PART_AT[this.path];
    if (started) this.#writers.set(started, new CanonicalXml());
    for (const [part, writer] of this.#writers) {
      if ((writer.isOpen || started === part) && this.#isIn(part)) writer.open(resolved);
    }
    if (this.#isInSignature) this.#openInSignature(tag, line);
  }

  close(name: string): void {
    for (const [part, writer] of this.#writers) if (writer.isOpen && this.#isIn(part)) writer.close(name);
    const closed = this.#open.pop();
    this.#names.pop();
    if (closed === undefined || closed !== this.#signature) return;
    this.#isSignatureRead = true;
    const wanted = this.#wanted(this.#signature!);
    for (const part of this.#writers.keys()) if (!wanted.has(part)) this.#writers.delete(part);
  }

  text(text: string): void {
    for (const [part, writer] of this.#writers) if (writer.isOpen && this.#isIn(part)) writer.text(text);
    const element = this.#open.at(-1);
    if (element === undefined) return;
    element.text += text;
    if (element.text.length > MOST_TEXT) throw new XmlSignatureWrong('form', element, 'longer than any signature');
  }

  tell(isEnd = false): void {
    if (!this.#isSignatureRead && !isEnd) return;
    for (const [part, writer] of this.#writers) if (isEnd || writer.length > CHUNK) this.#hear(part, writer.take());
  }

  end(): SignedParts {
    this.tell(true);
    return { signature: this.#signature, ids: this.#ids };
  }

  get #isInDocument(): boolean {
    return this.#names.length > 2 && this.#names[1] === 'Document';
  }

  get #isInSignature(): boolean {
    return this.#names[3] === 'Signature' && this.#names[1] === 'AppHdr' && this.#names[2] === 'Sgntr';
  }

  /** The message, the header and the document are signed without the signature that stands in them. */
  #isIn(part: Part): boolean {
    return part === 'signedInfo' || part === 'keyInfo' || !this.#isInSignature;
  }

  #requirePlace({ local, uri }: SaxesTagNS, line: number): void {
    const [envelope = '', part] = this.#names;
    const isSignature = uri === XML_SIGNATURE_NAMESPACE && local === 'Signature' && !this.#names.includes('DgtlSgntr');
    const wrong = (detail: string): never => {
      throw new XmlSignatureWrong('place', { path: this.path || `/${envelope}`, line }, detail);
    };
    if (part === undefined && PARTS.includes(envelope)) wrong('no envelope around AppHdr and Document');
    if (isSignature && this.path !== PLACE) wrong('a signature in another place');
    if (isSignature && this.#signature) throw new XmlSignatureWrong('repeated', { path: PLACE, line });
    if (this.#names.length !== 2) return;
    if (local !== PARTS[this.#seen]) wrong('in the envelope stand AppHdr and Document alone');
    this.#seen++;
  }

  #countIds({ attributes }: SaxesTagNS): void {
    for (const name in attributes) {
      const { local, value } = attributes[name]!;
      if (/^id$/i.test(local)) this.#ids.set(value, (this.#ids.get(value) ?? 0) + 1);
    }
  }

  #openInSignature(tag: SaxesTagNS, line: number): void {
    const { path } = this;
    const place = { path, line };
    if (tag.uri !== XML_SIGNATURE_NAMESPACE) throw new XmlSignatureWrong('form', place, `${tag.name} is not of XML Signature`);
    if (++this.#elements > MOST_ELEMENTS) throw new XmlSignatureWrong('form', place, 'more elements than any signature');
    const attributes = new Map(attributesOf(tag).map(({ prefix, local, value }) => [prefix === '' ? local : `${prefix}:${local}`, value]));
    const element: SignatureElement = { name: tag.local, path, line, attributes, children: [], text: '' };
    if (this.#open.length === 0) this.#signature = element;
    else this.#open.at(-1)!.children.push(element);
    this.#open.push(element);
  } // prettier-ignore
}

const PART_AT: Readonly<Record<string, Part>> = {
  '': 'message',
  '/AppHdr': 'header',
  '/Document': 'document',
  [`${PLACE}/SignedInfo`]: 'signedInfo',
  [`${PLACE}/KeyInfo`]: 'keyInfo',
};

const XMLNS = 'http://www.w3.org/2000/xmlns/';

const NO_ATTRIBUTES: readonly SaxesAttributeNS[] = [];

function attributesOf({ attributes }: SaxesTagNS): readonly SaxesAttributeNS[] {
  let found: SaxesAttributeNS[] | undefined;
  for (const name in attributes) if (attributes[name]!.uri !== XMLNS) (found ??= []).push(attributes[name]!);
  return found ?? NO_ATTRIBUTES;
}

const resolvedOf = (tag: SaxesTagNS): XmlTag => ({
  name: tag.name,
  prefix: tag.prefix,
  uri: tag.uri,
  attributes: attributesOf(tag),
});
