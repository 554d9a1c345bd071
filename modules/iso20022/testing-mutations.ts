// For tests: a sample message as a tree that knows its types, and every single mistake one can make in it, each with the
// one violation that must answer it.
import { describeKind, type Member, type PartType, UNBOUNDED, type ValueType } from './description.ts';
import { type Rule } from './rules.ts';
import { sampleContent, sampleMember, type SampleOptions, seededRandom } from './testing.ts';
import { type Element } from './tree.ts';
import { checkValue } from './values.ts';
import { type Content, type ContentMap, escapeXml } from './write-message.ts';

export interface SampleNode {
  name: string;
  readonly path: string;
  readonly member: Member | undefined;
  readonly type: PartType;
  text: string;
  attributes: [name: string, value: string][];
  children: SampleNode[];
  /** What stands where anything may stand, as it is written. */
  readonly foreign: string;
}

export interface Mutation {
  readonly label: string;
  readonly path: string;
  readonly rule: Rule;
  /** The message with the mistake. */
  readonly xml: () => string;
}

export function sampleTree(kind: string, options: SampleOptions): SampleNode {
  const { rootName, rootType, namespace } = describeKind(kind)!;
  const root = nodeOf(rootName, `/${rootName}`, undefined, rootType, sampleContent(kind, options));
  root.attributes.push(['xmlns', namespace]);
  return root;
}

function nodeOf(
  name: string,
  path: string,
  member: Member | undefined,
  type: PartType,
  content: Exclude<Content, undefined | readonly Content[]>,
): SampleNode {
  const node: SampleNode = { name, path, member, type, text: '', attributes: [], children: [], foreign: '' };
  if (type.form === 'any') return { ...node, foreign: foreignXml((content as Element).children[0]!) };
  if (type.form !== 'value') {
    for (const each of type.members) node.children.push(...childNodes(path, each, (content as ContentMap)[each.name]));
  } else if (typeof content === 'string') node.text = content;
  else {
    node.text = (content as ContentMap)['value'] as string;
    node.attributes = type.attributes.map((each) => [each.name, (content as ContentMap)[each.name] as string]);
  }
  return node;
}

function childNodes(path: string, member: Member, content: Content): SampleNode[] {
  const list = content === undefined ? [] : Array.isArray(content) ? (content as Content[]) : [content];
  return list.map((each, index) => {
    const place = member.max > 1 ? `[${index + 1}]` : '';
    return nodeOf(member.name, `${path}/${member.name}${place}`, member, member.type, each as string);
  });
}

export function treeXml(node: SampleNode): string {
  let xml = `<${node.name}`;
  for (const [name, value] of node.attributes) xml += ` ${name}="${escapeXml(value)}"`;
  return `${xml}>${escapeXml(node.text)}${node.foreign}${node.children.map(treeXml).join('')}</${node.name}>`;
}

function foreignXml({ name, attributes, text }: Element): string {
  const words = Object.entries(attributes ?? {}).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  return `<${name}${words.join('')}>${escapeXml(text)}</${name}>`;
}

/** Every single mistake, over the whole tree. */
export function mutationsOf(root: SampleNode): Mutation[] {
  const found: Mutation[] = [];
  const add = (label: string, path: string, rule: Rule, act: () => () => void): void => {
    const xml = (): string => {
      const undo = act();
      const text = treeXml(root);
      undo();
      return text;
    };
    found.push({ label, path, rule, xml });
  };
  const visit = (node: SampleNode): void => {
    add('unknown attribute', `${node.path}/@Foo`, 'attribute.unknown', () => {
      node.attributes.push(['Foo', '1']);
      return () => void node.attributes.pop();
    });
    if (node.type.form === 'value') mutateValue(node, add);
    else if (node.type.form !== 'any') mutateChildren(node, add);
    node.children.forEach(visit);
  };
  visit(root);
  return found;
}

type Add = (label: string, path: string, rule: Rule, act: () => () => void) => void;

function mutateValue(node: SampleNode, add: Add): void {
  const { type, path } = node;
  for (const [label, rule, text] of badValues(type.value!)) {
    const good = node.text;
    add(`${label} ${text.slice(0, 20)}`, path, rule, () => {
      node.text = text;
      return () => (node.text = good);
    });
  }
  type.attributes.forEach(({ name, value }, index) => {
    const good = node.attributes[index]!;
    add('attribute dropped', `${path}/@${name}`, 'attribute.missing', () => {
      node.attributes.splice(index, 1);
      return () => void node.attributes.splice(index, 0, good);
    });
    for (const [label, rule, text] of badValues(value)) {
      add(`attribute: ${label}`, `${path}/@${name}`, rule, () => {
        node.attributes[index] = [name, text];
        return () => (node.attributes[index] = good);
      });
    }
  });
}

/** Values that break one facet each. */
export function badValues(type: ValueType): [label: string, rule: Rule, text: string][] {
  const bad: [string, Rule, string][] = [];
  const { base, codes, pattern, maxLength, minLength, totalDigits, fractionDigits } = type;
  if (base === 'decimal') {
    bad.push(['not a number', 'value.type', '1e5']);
    if (fractionDigits > 0 && fractionDigits < 30) {
      bad.push(['decimals', 'value.fraction', `1.${'1'.repeat(fractionDigits + 1)}`]);
    }
    if (totalDigits < 30) bad.push(['digits', 'value.digits', '9'.repeat(totalDigits + 1)]);
    if (type.minInclusive === 0) bad.push(['range', 'value.range', '-1']);
  } else if (base !== 'string') bad.push(['type', 'value.type', 'x~']);
  else if (codes !== undefined) bad.push(['code', 'value.code', 'ZZ~ZZ']);
  else {
    if (maxLength < UNBOUNDED) bad.push(['too long', 'value.length', '好'.repeat(maxLength + 1)]);
    if (minLength > 0) bad.push(['empty', 'value.length', '']);
    if (pattern !== undefined) {
      const lengths = [1, 4, minLength, Math.min(maxLength, 40)];
      const text = lengths.map((count) => '~'.repeat(count)).find((each) => isWithin(each.length, type));
      if (text !== undefined) bad.push(['pattern', 'value.pattern', text]);
    }
  }
  // A pattern's own type may state a length too: the rule is then whichever is looked at first, and both are right.
  return bad.filter(([, rule, text]) => checkValue(type, text)?.rule === rule || rule !== 'value.length');
}

function isWithin(length: number, { minLength, maxLength }: ValueType): boolean {
  return length >= minLength && length <= maxLength;
}

function mutateChildren(node: SampleNode, add: Add): void {
  const { type, path, children } = node;
  const edit = (changed: SampleNode[]) => () => {
    node.children = changed;
    return () => (node.children = children);
  };
  const countOf = (name: string): number => children.filter((each) => each.name === name).length;
  add('stray text', path, 'text.unexpected', () => {
    node.text = 'stray';
    return () => (node.text = '');
  });
  children.forEach((child, index) => {
    const { name, min, max } = child.member!;
    const step = `${path}/${name}`;
    const before = children.slice(0, index);
    const after = children.slice(index + 1);
    if (type.form === 'sequence' && min > 0 && countOf(name) === 1) {
      add('dropped', `${step}${max > 1 ? '[1]' : ''}`, 'element.missing', edit([...before, ...after]));
    }
    if (max === 1) add('doubled', `${step}[2]`, 'element.repeated', edit([...before, child, child, ...after]));
    if (countOf(name) === 1 || type.form === 'sequence') {
      const renamed = { ...child, name: `${name}X` };
      if (countOf(name) === 1) add('renamed', `${step}X`, 'element.unknown', edit([...before, renamed, ...after]));
    }
    if (countOf(name) === 1) {
      const foreign = { ...child, attributes: [...child.attributes, ['xmlns', 'urn:wrong'] as [string, string]] };
      add('wrong namespace', step, 'namespace.wrong', edit([...before, foreign, ...after]));
    }
    const next = children[index + 1];
    if (type.form === 'sequence' && next && countOf(name) === 1 && countOf(next.name) === 1) {
      const swapped = [...before, next, child, ...children.slice(index + 2)];
      const early = `${path}/${next.name}${next.member!.max > 1 ? '[1]' : ''}`;
      add('misplaced', early, 'element.order', edit(swapped));
    }
  });
  if (type.form !== 'choice' || children.length === 0) return;
  const other = type.members.find((member) => member.name !== children[0]!.name);
  if (!other) return;
  const beside = childNodes(path, other, sampleMember(other, seededRandom(5), false, { left: 50 }, 0));
  add('two of a choice', `${path}/${other.name}`, 'choice.second', edit([...children, beside[0]!]));
  add('none of a choice', path, 'choice.empty', edit([]));
}
