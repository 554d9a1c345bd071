// The message schemas as data: reads description/*.txt once and links the types of a kind when it is first asked for.
// The form of the text is described in README.md; a contract test compares it with the official schemas.
import { readFileSync } from 'node:fs';

export const UNBOUNDED = Number.MAX_SAFE_INTEGER;

export type ValueBase = 'string' | 'decimal' | 'boolean' | 'date' | 'dateTime' | 'time' | 'gYearMonth' | 'base64Binary';

/** What a text may be: a base type of XML Schema and its facets. */
export interface ValueType {
  readonly name: string;
  readonly base: ValueBase;
  readonly minLength: number;
  readonly maxLength: number;
  readonly patternSource: string | undefined;
  readonly pattern: RegExp | undefined;
  readonly codes: ReadonlySet<string> | undefined;
  readonly totalDigits: number;
  readonly fractionDigits: number;
  readonly minInclusive: number;
}

/** An element as a member of a sequence or a choice. */
export interface Member {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly type: PartType;
}

export interface AttributeType {
  readonly name: string;
  readonly value: ValueType;
}

/** What an element may contain. One shape for every form keeps the validator's property reads fast. */
export interface PartType {
  readonly name: string;
  readonly form: 'sequence' | 'choice' | 'value' | 'any';
  readonly members: Member[];
  readonly indexByName: Map<string, number>;
  /** For each index, the first index at or after it whose member must occur; `members.length` when none must. */
  readonly nextRequired: number[];
  readonly value: ValueType | undefined;
  /** All attributes the schemas know are mandatory. */
  readonly attributes: AttributeType[];
  readonly process: 'lax' | 'skip' | undefined;
  /** The only namespace an any-content may come from; undefined when all may. */
  readonly anyNamespace: string | undefined;
}

export interface KindDescription {
  readonly kind: string;
  readonly namespace: string;
  /** `Document`, or `AppHdr` for the business application header. */
  readonly rootName: string;
  readonly rootType: PartType;
}

const valueLines = readEntries('values.txt');
const partLines = readEntries('parts.txt');
const messageLines = readEntries('messages.txt');
const values = new Map<string, ValueType>();
const parts = new Map<string, PartType>();
const kinds = new Map<string, KindDescription>();
const kindByNamespace = new Map<string, string>();
for (const [kind, line] of messageLines) kindByNamespace.set(line.split(' ')[0]!, kind);

export const describedKinds: readonly string[] = [...messageLines.keys()];

/** The description of a kind, such as `pacs.008.001.08`; undefined for a kind that is not described. */
export function describeKind(kind: string): KindDescription | undefined {
  const known = kinds.get(kind);
  if (known) return known;
  const line = messageLines.get(kind);
  if (line === undefined) return undefined;
  const [namespace = '', rootName = '', ...content] = line.split(' ');
  const rootType = linkPart(`${rootName} of ${kind}`, content.join(' '));
  const description = { kind, namespace, rootName, rootType };
  kinds.set(kind, description);
  return description;
}

export function kindOfNamespace(namespace: string): string | undefined {
  return kindByNamespace.get(namespace);
}

/** One entry a line, `Name = content`; lines that begin with a space continue the entry before; `#` is a remark. */
function readEntries(file: string): Map<string, string> {
  const entries = new Map<string, string>();
  const text = readFileSync(new URL(`./description/${file}`, import.meta.url), 'utf8').replace(/\n +/g, ' ');
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const split = line.indexOf(' = ');
    entries.set(line.slice(0, split), line.slice(split + 3));
  }
  return entries;
}

export function valueType(name: string): ValueType {
  const known = values.get(name);
  if (known) return known;
  const line = valueLines.get(name);
  if (line === undefined) throw new Error(`Fault: value type ${name} is not described`);
  const made = parseValue(name, line);
  values.set(name, made);
  return made;
}

function parseValue(name: string, line: string): ValueType {
  const patternAt = line.indexOf(' /');
  const patternSource = patternAt < 0 ? undefined : line.slice(patternAt + 2, -1);
  const words = (patternAt < 0 ? line : line.slice(0, patternAt)).split(' ');
  const length = words.find((word) => /^\d+\.\.\d+$/.test(word))?.split('..');
  const after = (word: string) => (words.includes(word) ? Number(words[words.indexOf(word) + 1]) : UNBOUNDED);
  const codes = words.find((word) => word.startsWith('|'));
  return {
    name,
    base: words[0] as ValueBase,
    minLength: Number(length?.[0] ?? 0),
    maxLength: Number(length?.[1] ?? UNBOUNDED),
    patternSource,
    pattern: patternSource === undefined ? undefined : new RegExp(`^(?:${patternSource})$`, 'u'),
    codes: codes === undefined ? undefined : new Set(codes.slice(1).split('|')),
    totalDigits: after('digits'),
    fractionDigits: after('fraction'),
    minInclusive: words.includes('from') ? after('from') : -UNBOUNDED,
  };
}

function partType(name: string): PartType {
  const known = parts.get(name);
  if (known) return known;
  const line = partLines.get(name);
  return line === undefined ? linkPart(name, `value ${name}`) : linkPart(name, line);
}

/** Registers the type before linking its members, because types may contain themselves. */
function linkPart(name: string, line: string): PartType {
  const words = line.split(' ');
  const form = words[0] === 'any' || words[0] === 'value' ? words[0] : words[0] === '|' ? 'choice' : 'sequence';
  const attributes: AttributeType[] = [];
  words.forEach((word, at) => {
    if (word.startsWith('@')) attributes.push({ name: word.slice(1), value: valueType(words[at + 1]!) });
  });
  const part: PartType = {
    name,
    form,
    members: [],
    indexByName: new Map(),
    nextRequired: [],
    value: form === 'value' ? valueType(words[1]!) : undefined,
    attributes,
    process: form === 'any' ? (words[1] as 'lax' | 'skip') : undefined,
    anyNamespace: form === 'any' ? words[2] : undefined,
  };
  parts.set(name, part);
  if (form === 'sequence') for (const member of line.split(', ')) addMember(part, member);
  if (form === 'choice') for (const member of line.slice(2).split(' | ')) addMember(part, member);
  fillNextRequired(part);
  return part;
}

/** `Nm? Max140Text`: once or never; `+` once or more; `*` any number; `{0,7}` between; nothing: exactly once. */
function addMember(part: PartType, text: string): void {
  const match = /^([\w.]+)([?*+]|\{(\d+),(\d+)\})? (\S+)$/.exec(text);
  if (!match) throw new Error(`Fault: cannot read "${text}" in the description of ${part.name}`);
  const [, name = '', mark, least, most, type = ''] = match;
  const min = least ? Number(least) : mark === '?' || mark === '*' ? 0 : 1;
  const max = most ? Number(most) : mark === '*' || mark === '+' ? UNBOUNDED : 1;
  part.indexByName.set(name, part.members.length);
  part.members.push({ name, min, max, type: partType(type) });
}

function fillNextRequired(part: PartType): void {
  let next = part.members.length;
  part.nextRequired[next] = next;
  for (let at = next - 1; at >= 0; at--) {
    if (part.members[at]!.min > 0) next = at;
    part.nextRequired[at] = next;
  }
}
