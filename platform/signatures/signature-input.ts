// Reads the fields Signature-Input and Signature of HTTP Message Signatures (RFC 9421, section 4) and writes them.
// What could be read in two ways is malformed: a doubled label or parameter, a number written with zeros in front.
import {
  type BareItem, type InnerList, type Item, parseDictionary, serializeBareItem, serializeDictionary, serializeInnerList,
} from 'structured-headers'; // prettier-ignore

/** What a signature covers: a field or a derived component, of the message itself or of the request it answers. */
export interface Component {
  readonly name: string;
  readonly ofRequest: boolean;
  /** The member of a dictionary field, when only that is covered. */
  readonly key: string | undefined;
  /** As it stands in the signature base: `"signature";req;key="sig"`. */
  readonly text: string;
}

export interface MessageSignature {
  readonly label: string;
  readonly components: readonly Component[];
  readonly parameters: ReadonlyMap<string, BareItem>;
  /** The inner list with its parameters, the last line of the signature base. */
  readonly parametersText: string;
  readonly signature: Uint8Array;
}

export class SignatureMalformed extends Error {}

const SUPPORTED_PARAMETERS = ['req', 'key'];

/**
 * The signatures that carry this tag; others are another's affair. Throws SignatureMalformed when the two fields are not
 * well formed, or one of ours covers what we cannot tell apart: a component twice, or with a parameter we do not know.
 */
export function readSignatures(input: string, signature: string, tag: string): MessageSignature[] {
  const inputs = readDictionary('Signature-Input', input);
  const signatures = readDictionary('Signature', signature);
  const ours: MessageSignature[] = [];
  for (const [label, member] of inputs) {
    if (!isInnerList(member)) throw new SignatureMalformed(`Signature-Input ${label} is not a list of components`);
    const [items, parameters] = member;
    if (parameters.get('tag') !== tag) continue;
    const bytes = signatures.get(label)?.[0];
    if (!(bytes instanceof ArrayBuffer)) throw new SignatureMalformed(`Signature has no bytes for ${label}`);
    const components = items.map(componentOf);
    if (new Set(components.map(({ text }) => text)).size < components.length) {
      throw new SignatureMalformed('a component is covered twice');
    }
    const parametersText = serializeInnerList(member);
    ours.push({ label, components, parameters, parametersText, signature: new Uint8Array(bytes) });
  }
  return ours;
}

/** Whitespace between members may differ from the one canonical text of a dictionary; nothing else may. */
function readDictionary(field: string, text: string): Map<string, Item | InnerList> {
  try {
    const dictionary = parseDictionary(text);
    if (withoutSpaces(serializeDictionary(dictionary)) === withoutSpaces(text)) return dictionary;
  } catch {
    throw new SignatureMalformed(`${field} is not a dictionary of structured fields`);
  }
  throw new SignatureMalformed(`${field} has a label or a parameter twice, or is not in its canonical form`);
}

const withoutSpaces = (text: string): string =>
  text.replace(/"(?:[^"\\]|\\.)*"|[ \t]+/g, (part) => (part.startsWith('"') ? part : ''));

const isInnerList = (member: Item | InnerList): member is InnerList => Array.isArray(member[0]);

function componentOf([name, parameters]: Item): Component {
  if (typeof name !== 'string' || !/^@?[a-z0-9!#$%&'*+.^_`|~-]+$/.test(name)) {
    throw new SignatureMalformed('a component is named by a text in small letters');
  }
  for (const [parameter, value] of parameters) {
    const isKnown = SUPPORTED_PARAMETERS.includes(parameter) && (parameter === 'req' ? value === true : true);
    if (!isKnown) throw new SignatureMalformed(`the parameter ${parameter} of "${name}" is not supported`);
  }
  const key = parameters.get('key');
  if (key !== undefined && (typeof key !== 'string' || name.startsWith('@'))) {
    throw new SignatureMalformed(`the key of "${name}" is not a text`);
  }
  return { name, ofRequest: parameters.has('req'), key, text: textOf(name, parameters.has('req'), key) };
}

function textOf(name: string, ofRequest: boolean, key: string | undefined): string {
  return `"${name}"${ofRequest ? ';req' : ''}${key === undefined ? '' : `;key=${serializeBareItem(key)}`}`;
}

/** A component to be covered: `component('@method')`, `component('signature', { ofRequest: true, key: 'sig' })`. */
export function component(name: string, { ofRequest = false, key }: { ofRequest?: boolean; key?: string } = {}) {
  return { name, ofRequest, key, text: textOf(name, ofRequest, key) } satisfies Component;
}

/** The inner list of components with the parameters in the order given. */
export function parametersTextOf(
  components: readonly Component[],
  parameters: Readonly<Record<string, string | number>>,
): string {
  const given = Object.entries(parameters).map(([name, value]) => `;${name}=${serializeBareItem(value)}`);
  return `(${components.map(({ text }) => text).join(' ')})${given.join('')}`;
}
