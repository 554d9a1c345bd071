// Reads an official XML schema of a message into the lines of our description. Used by describe-schema.ts and by the
// contract test, never at run time. Knows exactly the constructs these schemas use and refuses any other.
import { SaxesParser } from 'saxes';

interface Node {
  readonly name: string;
  readonly attributes: Record<string, string>;
  readonly children: Node[];
}

export interface SchemaLines {
  readonly namespace: string;
  readonly rootName: string;
  readonly rootLine: string;
  readonly values: Map<string, string>;
  readonly parts: Map<string, string>;
}

export function readSchema(xsd: string): SchemaLines {
  const schema = parse(xsd);
  const values = new Map<string, string>();
  const parts = new Map<string, string>();
  let root: Node | undefined;
  for (const node of schema.children) {
    const name = node.attributes['name']!;
    if (node.name === 'simpleType') values.set(name, valueLine(node));
    else if (node.name === 'complexType') parts.set(name, partLine(node));
    else if (node.name === 'element' && !root) root = node;
    else throw new Error(`not expected in a message schema: ${node.name}`);
  }
  const rootLine = parts.get(root!.attributes['type']!)!;
  parts.delete(root!.attributes['type']!);
  return {
    namespace: schema.attributes['targetNamespace']!,
    rootName: root!.attributes['name']!,
    rootLine,
    values,
    parts,
  };
}

function parse(xsd: string): Node {
  const top: Node = { name: '', attributes: {}, children: [] };
  const open = [top];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const node = { name: tag.name.replace('xs:', ''), attributes: { ...tag.attributes }, children: [] };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.write(xsd.replace(/^\uFEFF/, '')).close();
  return top.children[0]!;
}

function valueLine(node: Node): string {
  const restriction = only(node, 'restriction');
  const facets = new Map<string, string>();
  const codes: string[] = [];
  for (const facet of restriction.children) {
    const value = facet.attributes['value']!;
    if (facet.name === 'enumeration') codes.push(value);
    else if (facets.has(facet.name)) throw new Error(`two ${facet.name} in ${node.attributes['name']}`);
    else facets.set(facet.name, value);
  }
  const take = (name: string) => {
    const value = facets.get(name);
    facets.delete(name);
    return value;
  };
  const words = [restriction.attributes['base']!.replace('xs:', '')];
  const length = take('length');
  const least = take('minLength') ?? length;
  const most = take('maxLength') ?? length;
  if (least !== undefined || most !== undefined) words.push(`${least ?? 0}..${most ?? Number.MAX_SAFE_INTEGER}`);
  for (const [facet, word] of Object.entries({
    minInclusive: 'from',
    totalDigits: 'digits',
    fractionDigits: 'fraction',
  })) {
    const value = take(facet);
    if (value !== undefined) words.push(`${word} ${value}`);
  }
  if (codes.length > 0) words.push(`|${codes.join('|')}`);
  const pattern = take('pattern');
  if (pattern !== undefined) words.push(`/${pattern}/`);
  if (facets.size > 0) throw new Error(`unknown facet ${[...facets.keys()]}`);
  return words.join(' ');
}

function partLine(node: Node): string {
  const content = node.children[0]!;
  if (node.children.length !== 1) throw new Error(`mixed content in ${node.attributes['name']}`);
  if (content.name === 'simpleContent') {
    const extension = only(content, 'extension');
    const attributes = extension.children.map((attribute) => {
      if (attribute.name !== 'attribute' || attribute.attributes['use'] !== 'required')
        throw new Error('optional attribute');
      return `@${attribute.attributes['name']} ${attribute.attributes['type']}`;
    });
    return ['value', extension.attributes['base'], ...attributes].join(' ');
  }
  if (content.attributes['minOccurs'] || content.attributes['maxOccurs']) throw new Error('a repeated group');
  const first = content.children[0]!;
  if (first.name === 'any') {
    if (first.attributes['minOccurs'] || first.attributes['maxOccurs']) throw new Error('a repeated any');
    const namespace = first.attributes['namespace'];
    return ['any', first.attributes['processContents'], ...(namespace === '##any' ? [] : [namespace])].join(' ');
  }
  const members = content.children.map(memberText);
  return content.name === 'choice' ? `| ${members.join(' | ')}` : members.join(', ');
}

function memberText(node: Node): string {
  if (node.name !== 'element') throw new Error(`not expected among members: ${node.name}`);
  const min = node.attributes['minOccurs'] ?? '1';
  const max = node.attributes['maxOccurs'] ?? '1';
  const marks: Record<string, string> = { '1,1': '', '0,1': '?', '1,unbounded': '+', '0,unbounded': '*' };
  const mark = marks[`${min},${max}`] ?? `{${min},${max}}`;
  return `${node.attributes['name']}${mark} ${node.attributes['type']}`;
}

function only(node: Node, name: string): Node {
  const child = node.children[0];
  if (node.children.length !== 1 || child?.name !== name) throw new Error(`${node.name} is not a ${name}`);
  return child;
}
