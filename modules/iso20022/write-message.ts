// Writes messages from plain objects keyed by element name, in the order of the description, escaped and checked:
// what cannot be written validly is a fault of ours and throws, so nothing invalid ever leaves.
import { describeKind, type Member, type PartType, type ValueType } from './description.ts';
import { type Element } from './tree.ts';
import { checkValue } from './values.ts';

/** A text; a text with attributes `{ Ccy: 'CNY', value: '5.00' }`; a part; an element as read; or several of one name. */
export type Content = string | Element | ContentMap | readonly Content[] | undefined;
export interface ContentMap {
  readonly [name: string]: Content;
}

const headerKind = 'head.001.001.02';

/** The `<Document>` of a kind: `writeMessage('camt.025.001.05', { Rct: { MsgHdr: …, RctDtls: … } })`. */
export function writeMessage(kind: string, content: ContentMap): string {
  return writeRoot(kind, content);
}

/** The `<AppHdr>` of head.001.001.02. */
export function writeHeader(content: ContentMap): string {
  return writeRoot(headerKind, content);
}

/** Header and document in one envelope, a well-formed XML text with its declaration. */
export function wrap(header: string, document: string, envelope = 'BusinessMessage'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${envelope}>${header}${document}</${envelope}>`;
}

function writeRoot(kind: string, content: ContentMap): string {
  const description = describeKind(kind);
  if (description === undefined) throw new Error(`Fault: ${kind} is not a kind spoken here`);
  const { rootName, rootType, namespace } = description;
  return `<${rootName} xmlns="${namespace}">${membersXml(rootType, content, rootName)}</${rootName}>`;
}

function membersXml(type: PartType, content: ContentMap, path: string): string {
  const { members, form } = type;
  let xml = '';
  let written = 0;
  for (let at = 0; at < members.length; at++) {
    const member = members[at]!;
    const value = content[member.name];
    if (value === undefined) {
      if (member.min > 0 && form === 'sequence') throw fault(path, `${member.name} is missing`);
      continue;
    }
    written++;
    xml += memberXml(member, value, path);
  }
  if (form === 'choice' && written !== 1 && !(written === 0 && members.some((each) => each.min === 0))) {
    throw fault(path, `holds ${written} of a choice`);
  }
  for (const name in content) {
    if (content[name] !== undefined && !type.indexByName.has(name)) throw fault(path, `${name} is not known here`);
  }
  return xml;
}

function memberXml(member: Member, value: Content, path: string): string {
  if (!Array.isArray(value))
    return elementXml(member.name, member.type, value as Exclude<Content, readonly Content[]>, path);
  const list = value as readonly Content[];
  if (list.length < member.min || list.length > member.max) throw fault(path, `${list.length} times ${member.name}`);
  let xml = '';
  for (const each of list)
    xml += elementXml(member.name, member.type, each as Exclude<Content, readonly Content[]>, path);
  return xml;
}

function elementXml(name: string, type: PartType, value: Exclude<Content, readonly Content[]>, path: string): string {
  if (value === undefined || Array.isArray(value)) throw fault(path, `${name} has no content`);
  if (typeof value === 'string') {
    if (type.form !== 'value' || type.attributes.length > 0) throw fault(path, `${name} is not a plain text`);
    return `<${name}>${valueXml(type.value!, value, path, name)}</${name}>`;
  }
  if (isElement(value)) return readElementXml(name, type, value, path);
  if (type.form === 'value') return textWithAttributesXml(name, type, value, path);
  if (type.form === 'any') throw fault(path, `${name} holds an element as read`);
  return `<${name}>${membersXml(type, value, `${path}/${name}`)}</${name}>`;
}

function textWithAttributesXml(name: string, type: PartType, value: ContentMap, path: string): string {
  let xml = `<${name}`;
  for (const attribute of type.attributes) {
    const text = value[attribute.name];
    if (typeof text !== 'string') throw fault(path, `${name} lacks its attribute ${attribute.name}`);
    xml += ` ${attribute.name}="${valueXml(attribute.value, text, path, attribute.name)}"`;
  }
  const { value: text } = value;
  if (typeof text !== 'string' || Object.keys(value).length !== type.attributes.length + 1) {
    throw fault(path, `${name} must be its attributes and a value`);
  }
  return `${xml}>${valueXml(type.value!, text, path, name)}</${name}>`;
}

/** An element as read is written under the new message's namespace, and checked again by its description. */
function readElementXml(name: string, type: PartType, element: Element, path: string): string {
  if (type.form === 'value') {
    if (type.attributes.length === 0) return elementXml(name, type, element.text, path);
    return textWithAttributesXml(name, type, { ...element.attributes, value: element.text }, path);
  }
  const inner = `${path}/${name}`;
  if (type.form === 'any') {
    if (element.children.length !== 1) throw fault(inner, 'must hold one element');
    return `<${name}>${foreignXml(element.children[0]!)}</${name}>`;
  }
  const { children } = element;
  let xml = `<${name}>`;
  let at = 0;
  let written = 0;
  for (const member of type.members) {
    let count = 0;
    for (; at < children.length && children[at]!.name === member.name; at++, count++) {
      xml += readElementXml(member.name, member.type, children[at]!, inner);
    }
    if (count > 0) written++;
    const isNeeded = type.form === 'sequence' ? member.min : count > 0 ? member.min : 0;
    if (count < isNeeded || count > member.max) throw fault(inner, `${count} times ${member.name}`);
  }
  if (at < children.length) throw fault(inner, `${children[at]!.name} does not belong here`);
  if (type.form === 'choice' && written !== 1 && type.members.every((each) => each.min > 0)) {
    throw fault(inner, `holds ${written} of a choice`);
  }
  return `${xml}</${name}>`;
}

/** What stands in an any-content, as it was read: it carries its own namespaces. */
function foreignXml(element: Element): string {
  let xml = `<${element.name}`;
  for (const name in element.attributes) xml += ` ${name}="${escapeXml(element.attributes[name]!)}"`;
  if (element.children.length === 0) return `${xml}>${escapeXml(element.text)}</${element.name}>`;
  xml += '>';
  for (const child of element.children) xml += foreignXml(child);
  return `${xml}${escapeXml(element.text)}</${element.name}>`;
}

function valueXml(type: ValueType, value: string, path: string, name: string): string {
  const wrong = checkValue(type, value);
  if (wrong) throw fault(`${path}/${name}`, `"${value.slice(0, 80)}" breaks ${wrong.rule}`);
  return escapeXml(value);
}

// Control characters, non-characters and halves of surrogate pairs.
const notXml =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const special = /[&<>"\r\n\t]/;
const references: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** Line ends and tabs are written as references, so that they read back as they were, in attributes too. */
export function escapeXml(text: string): string {
  if (notXml.test(text)) throw new Error('Fault: a character XML cannot hold');
  return special.test(text) ? text.replace(/[&<>"\r\n\t]/g, (each) => references[each]!) : text;
}

function isElement(value: Element | ContentMap): value is Element {
  return typeof value['name'] === 'string' && Array.isArray(value['children']);
}

function fault(path: string, what: string): Error {
  return new Error(`Fault: ${path}: ${what}`);
}
