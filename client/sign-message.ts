// Signs an ISO 20022 message in its business application header (head.001, Sgntr): XML Signature over header and document.
// With the Web Cryptography API alone, like the signing of requests.
import { SaxesParser } from 'saxes';
import { type Part, readSignedParts } from '../platform/signatures/signed-parts.ts';
import { writeXmlSignature, type XmlDigest } from '../platform/signatures/xml-signature.ts';
import { importPrivateKey, type SigningKey } from './signing.ts';

export interface SignMessageOptions {
  /**
   * `parts`, when absent: a reference each to header, document and KeyInfo, as SWIFT and national schemes do it. `message`: one
   * reference to the whole, which any tool for XML Signature makes and checks without knowing of ISO 20022.
   */
  readonly form?: 'parts' | 'message';
}

const NOT_SIGNABLE =
  'A message is signed in its header: one envelope with AppHdr (head.001) and Document, not signed yet.';

/** The same message with its signature; nothing else of it is touched. Throws a TypeError for one without a header. */
export async function signMessage(
  xml: string,
  key: Pick<SigningKey, 'id' | 'privateKey'>,
  { form = 'parts' }: SignMessageOptions = {},
): Promise<string> {
  const { at, prefix } = placeOf(xml);
  const [open, close] = [`<${prefix}Sgntr>`, `</${prefix}Sgntr>`];
  const wanted: readonly Part[] = form === 'message' ? ['message'] : ['header', 'document'];
  const octets = new Map<Part, string>(wanted.map((part) => [part, '']));
  // Without the Signature, as its transform has it.
  readSignedParts(
    xml.slice(0, at) + open + close + xml.slice(at),
    (part, text) => {
      const before = octets.get(part);
      if (before !== undefined) octets.set(part, before + text);
    },
    () => new Set(),
  );
  const privateKey = await importPrivateKey(key.privateKey);
  const signature = await writeXmlSignature({
    keyName: key.id,
    algorithm: privateKey.algorithm,
    octets,
    digest,
    sign: (text) => privateKey.sign(new TextEncoder().encode(text)),
  });
  return xml.slice(0, at) + open + signature + close + xml.slice(at);
}

/** Where Sgntr belongs: before the related headers, or last in the header; and the prefix its elements have. */
function placeOf(xml: string): { at: number; prefix: string } {
  const parser = new SaxesParser({ xmlns: true, position: true });
  const names: string[] = [];
  let found: { at: number; prefix: string } | undefined;
  let isSigned = false;
  const note = (prefix: string): void => {
    found ??= { at: xml.lastIndexOf('<', parser.position - 1), prefix: prefix === '' ? '' : `${prefix}:` };
  };
  parser.on('opentag', ({ local, prefix, isSelfClosing }) => {
    names.push(local);
    const isInHeader = names.length === 3 && names[1] === 'AppHdr';
    if (isInHeader && local === 'Sgntr') isSigned = true;
    if (isInHeader && local === 'Rltd') note(prefix);
    if (isSelfClosing && names.length === 2) throw new TypeError(NOT_SIGNABLE);
  });
  parser.on('closetag', ({ prefix }) => {
    if (names.length === 2 && names[1] === 'AppHdr') note(prefix);
    names.pop();
  });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(xml).close();
  if (!found || isSigned) throw new TypeError(NOT_SIGNABLE);
  return found;
}

async function digest(text: string, algorithm: XmlDigest): Promise<Uint8Array> {
  if (algorithm === 'sm3') return (await import('../platform/signatures/sm2.ts')).sm3Of(new TextEncoder().encode(text));
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
}
