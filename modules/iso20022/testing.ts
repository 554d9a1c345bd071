// Samples of every kind for tests, made from the description with a seed: the least a kind allows, and nearly the most.
import { type ReadResult } from './message-reader.ts';
import { describeKind, type Member, type PartType, type ValueType } from './description.ts';
import { type Content, type ContentMap } from './write-message.ts';
import { type Element } from './tree.ts';

/** Numbers in [0, 1) that depend on the seed alone (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export interface SampleOptions {
  /** Every optional member too (twice where it may repeat), to a depth that keeps the sample below about 2,000 elements. */
  readonly isMaximal?: boolean;
  readonly seed?: number;
}

/** Content for `writeMessage(kind, …)`. */
export function sampleContent(kind: string, options: SampleOptions = {}): ContentMap {
  const random = seededRandom(options.seed ?? 1);
  const maximal = options.isMaximal ?? false;
  const budget = { left: 600 };
  return sampleMembers(describeKind(kind)!.rootType, random, maximal, budget, 0);
}

interface Budget {
  left: number;
}

function sampleMembers(type: PartType, random: () => number, maximal: boolean, budget: Budget, depth: number) {
  const content: Record<string, Content> = {};
  const pool = type.members;
  const chosen = type.form === 'choice' ? [pool[Math.floor(random() * pool.length)]!] : pool;
  for (const member of chosen) {
    const wanted = type.form === 'choice' || member.min > 0 || (maximal && depth < 9 && budget.left > 0);
    if (wanted) content[member.name] = sampleMember(member, random, maximal, budget, depth);
  }
  return content;
}

export function sampleMember(
  member: Member,
  random: () => number,
  maximal: boolean,
  budget: Budget,
  depth: number,
): Content {
  const twice = maximal && member.max > 1 && budget.left > 0;
  const list: Content[] = [];
  for (let count = Math.max(member.min, twice ? 2 : 1); count > 0; count--) {
    budget.left--;
    list.push(samplePart(member.type, random, maximal, budget, depth + 1));
  }
  return list.length === 1 ? list[0] : list;
}

function samplePart(type: PartType, random: () => number, maximal: boolean, budget: Budget, depth: number): Content {
  if (type.form === 'any') return anyHolder(type.anyNamespace ?? 'urn:example:extra');
  if (type.form !== 'value') return sampleMembers(type, random, maximal, budget, depth);
  const value = sampleValue(type.value!, random);
  if (type.attributes.length === 0) return value;
  const content: Record<string, Content> = { value };
  for (const attribute of type.attributes) content[attribute.name] = sampleValue(attribute.value, random);
  return content;
}

function anyHolder(namespace: string): Element {
  const extra: Element = { name: 'Extra', text: 'a & b', attributes: { xmlns: namespace }, children: [], line: 0 };
  return { name: '', text: '', attributes: undefined, children: [extra], line: 0 };
}

const letters = 'ABCDEFGHJKLMNPQRSTUVWXYZ';

export function sampleValue(type: ValueType, random: () => number): string {
  const pick = (from: string) => from[Math.floor(random() * from.length)]!;
  switch (type.base) {
    case 'boolean':
      return random() < 0.5 ? 'true' : 'false';
    case 'date':
      return `2027-0${1 + Math.floor(random() * 9)}-1${Math.floor(random() * 10)}`;
    case 'dateTime':
      return `2027-04-14T0${Math.floor(random() * 10)}:30:00+08:00`;
    case 'time':
      return '09:30:00+08:00';
    case 'gYearMonth':
      return '2027-04';
    case 'base64Binary':
      return 'RmVpcWlhbg==';
    case 'decimal':
      return type.fractionDigits > 0 ? `${1 + Math.floor(random() * 9_999)}.5` : String(Math.floor(random() * 99));
    case 'string':
      if (type.codes !== undefined) return [...type.codes][Math.floor(random() * type.codes.size)]!;
      if (type.patternSource !== undefined) return samplePattern(type.patternSource, random);
      return Array.from({ length: Math.min(type.maxLength, 12) }, () => pick(letters)).join('');
  }
}

/** The patterns of the schemas are classes and groups with counts, and one alternative: enough to walk through. */
function samplePattern(pattern: string, random: () => number): string {
  const source = pattern.split('|')[0]!;
  const token = /\[((?:\\.|[^\]])+)\]|\(((?:\[[^\]]*\]|[^)])*)\)|\\(.)|([^[(\\{])/y;
  let made = '';
  for (let at = 0; at < source.length;) {
    token.lastIndex = at;
    const match = token.exec(source);
    if (match === null) throw new Error(`cannot walk the pattern ${pattern}`);
    at = token.lastIndex;
    const times = /^\{(\d+)(?:,(\d+))?\}/.exec(source.slice(at));
    if (times) at += times[0].length;
    const least = Number(times?.[1] ?? 1);
    const most = Number(times?.[2] ?? least);
    const count = least + Math.floor(random() * (most - least + 1));
    for (let each = 0; each < count; each++) {
      if (match[1] !== undefined) made += sampleClass(match[1], random);
      else if (match[2] !== undefined) made += samplePattern(match[2], random);
      else made += match[3] ?? match[4];
    }
  }
  return made;
}

function sampleClass(body: string, random: () => number): string {
  const choices: string[] = [];
  for (const [, from, to, single] of body.matchAll(/(\w)-(\w)|\\?(.)/g)) {
    if (single !== undefined) choices.push(single);
    else
      for (let code = from!.charCodeAt(0); code <= to!.charCodeAt(0); code++) choices.push(String.fromCharCode(code));
  }
  return choices[Math.floor(random() * choices.length)]!;
}

/** A head.001 that names the kind. */
export function sampleHeader(kind: string): ContentMap {
  return { ...sampleContent('head.001.001.02'), MsgDefIdr: kind };
}

/** What the quick and the long way of reading agree on: all but the texts, which only the quick way keeps. */
export function readingOf({ kind, header, document, violations }: ReadResult): Omit<ReadResult, 'transactionTexts'> {
  return { kind, header, document, violations };
}
