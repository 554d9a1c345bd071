// Exclusive XML Canonicalization 1.0 without comments (W3C, RFC 3741) from the events of a parser: the octets that an XML
// signature covers. It has no parser of its own, so that what is signed is what the reader of messages saw.

export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}

/** A start tag with its names resolved; declarations of namespaces are no attributes here. */
export interface XmlTag {
  readonly name: string;
  readonly prefix: string;
  readonly uri: string;
  readonly attributes: readonly XmlAttribute[];
}

type Namespaces = ReadonlyMap<string, string>;
const NONE: Namespaces = new Map();

/** Writes one element with what is in it; of the namespaces around it only those it visibly uses. */
export class CanonicalXml {
  #written = '';
  /** For each open element, what was declared in it or around it, as far as it was written. */
  readonly #declared: Namespaces[] = [];

  open({ name, prefix, uri, attributes }: XmlTag): void {
    const around = this.#declared.at(-1) ?? NONE;
    let fresh: [string, string][] | undefined;
    const use = (each: string, namespace: string): void => {
      if (each === 'xml' || (around.get(each) ?? '') === namespace || fresh?.some(([known]) => known === each)) return;
      (fresh ??= []).push([each, namespace]);
    };
    use(prefix, uri);
    for (const each of attributes) if (each.prefix !== '') use(each.prefix, each.uri);
    this.#declared.push(fresh ? new Map([...around, ...fresh]) : around);
    let tag = `<${name}`;
    for (const [each, namespace] of fresh?.sort(([a], [b]) => compare(a, b)) ?? []) {
      tag += ` xmlns${each === '' ? '' : `:${each}`}="${attributeText(namespace)}"`;
    }
    const sorted =
      attributes.length < 2
        ? attributes
        : [...attributes].sort((a, b) => compare(a.uri, b.uri) || compare(a.local, b.local));
    for (const { prefix: own, local, value } of sorted) {
      tag += ` ${own === '' ? '' : `${own}:`}${local}="${attributeText(value)}"`;
    }
    this.#written += `${tag}>`;
  }

  text(text: string): void {
    this.#written += /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (each) => IN_TEXT[each]!) : text;
  }

  close(name: string): void {
    this.#declared.pop();
    this.#written += `</${name}>`;
  }

  get isOpen(): boolean {
    return this.#declared.length > 0;
  }

  get length(): number {
    return this.#written.length;
  }

  /** What was written since the last time it was asked for. */
  take(): string {
    const taken = this.#written;
    this.#written = '';
    return taken;
  }
}

const IN_TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#xD;' };
const IN_ATTRIBUTE: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '"': '&quot;', '\t': '&#x9;', '\n': '&#xA;', '\r': '&#xD;',
}; // prettier-ignore

function attributeText(value: string): string {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (each) => IN_ATTRIBUTE[each]!) : value;
}

/** By code point: the order of JavaScript's strings is another beyond the first plane. */
function compare(a: string, b: string): number {
  const [left, right] = [[...a], [...b]];
  for (let at = 0; at < left.length && at < right.length; at++) {
    const difference = left[at]!.codePointAt(0)! - right[at]!.codePointAt(0)!;
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}
