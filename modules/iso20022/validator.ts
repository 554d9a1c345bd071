// Checks a message against its description while the XML is read, in one pass, and builds the light tree.
// Told of each start tag, text and end tag; finds the header and the document in any envelope; collects every violation.
// How one mistake stays one violation is told at `acceptLate` and `notePassedOver` in members.ts.
import { describeKind, kindOfNamespace, type KindDescription, type PartType } from './description.ts';
import { countChildren, newFrame, noChildren, noPart, openFrame, type Frame, type Prefixes } from './frame.ts';
import { kindInfo, spokenKinds } from './kinds.ts';
import { acceptMember, closeMembers, type MemberReport } from './members.ts';
import { violation, type Rule, type Violation } from './rules.ts';
import { text as textAt, type Attributes, type Element } from './tree.ts';
import { checkValue } from './values.ts';

/** Called as each transaction of a bulk message is complete; it is then dropped from the tree. */
export type OnTransaction = (transaction: Element, place: TransactionPlace) => void;

export interface TransactionPlace {
  /** From 0, over the whole message. */
  readonly index: number;
  /** From the message element to the transaction's parent, as far as read. */
  readonly parents: readonly Element[];
  /** Violations found in the message until now. */
  readonly violationCount: number;
}

/** Thrown through the parser when going on makes no sense; what was found until then stands. */
export class ReadingStopped extends Error {}

const MAX_DEPTH = 64;
const MAX_VIOLATIONS = 1_000;
const MAX_ATTRIBUTES = 32;
const MAX_NAME_LENGTH = 128;
const MAX_ATTRIBUTE_LENGTH = 4_096;
const instanceNamespace = 'http://www.w3.org/2001/XMLSchema-instance';
const noNames: readonly string[] = [];

export class Validator implements MemberReport {
  readonly violations: Violation[] = [];
  violationCount = 0;
  kind: string | undefined;
  header: Element | undefined;
  document: Element | undefined;
  /** Where transactions stand when they are children of the message element: their name, and how many are open around. */
  transactionName = '';
  transactionDepth = -1;
  /** Some element's meaning rests on a prefix declared around it. */
  usesPrefixes = false;
  /** Set once per transaction handed over, so the reader knows how much is held in memory. */
  releasedCount = 0;
  readonly #onTransaction: OnTransaction | undefined;
  #transactionPath: readonly string[] = noNames;
  /** How many transactions the open repeating container (`Stmt`) has handed over. */
  #inContainer = 0;
  readonly #frames: Frame[] = [];
  #depth = 0;
  /** Above zero inside an element that is not known here; nothing in it is checked. */
  #skipped = 0;
  #namespace = '';
  #sawDocument = false;
  #sawHeader = false;
  #isHeaderAlone = false;
  #isStopped = false;

  constructor(onTransaction?: OnTransaction) {
    this.#onTransaction = onTransaction;
  }

  open(name: string, attributes: readonly string[], line: number, column: number): void {
    if (this.#depth + this.#skipped >= MAX_DEPTH) this.stop('xml.depth', line, column, { allowed: MAX_DEPTH });
    if (name.length > MAX_NAME_LENGTH) this.stop('xml.name', line, column, { allowed: MAX_NAME_LENGTH });
    if (attributes.length > 0) this.#refuseFlood(attributes, line, column);
    if (this.#skipped > 0) {
      this.#skipped++;
      return;
    }
    const parent = this.#depth > 0 ? this.#frames[this.#depth - 1] : undefined;
    let frame = this.#frames[this.#depth];
    if (frame === undefined) this.#frames.push((frame = newFrame()));
    frame.defaultNamespace = parent?.defaultNamespace ?? '';
    frame.prefixes = parent?.prefixes;
    if (attributes.length > 0) this.usesPrefixes = declareNamespaces(frame, attributes) || this.usesPrefixes;
    const colon = name.indexOf(':');
    const local = colon < 0 ? name : name.slice(colon + 1);
    const namespace = colon < 0 ? frame.defaultNamespace : this.#resolve(frame, name.slice(0, colon), line, column);
    if (parent !== undefined && parent.mode === 'typed') {
      this.#openTyped(parent, frame, local, namespace, name, attributes, line, column);
      parent.childLine = line;
      parent.childColumn = column;
    } else if (parent !== undefined && parent.mode === 'any') {
      this.#openAny(parent, frame, name, attributes, line, column);
    } else {
      this.#openEnvelope(parent, frame, local, namespace, attributes, line, column);
    }
  }

  text(text: string): void {
    if (this.#skipped > 0 || this.#depth === 0) return;
    const frame = this.#frames[this.#depth - 1]!;
    if (frame.mode === 'envelope') return;
    if (frame.mode === 'any' || frame.type.form === 'value') {
      frame.text = frame.text === '' ? text : frame.text + text;
    } else if (!frame.hasStrayText && /[^ \t\r\n]/.test(text)) {
      frame.hasStrayText = true;
      this.report('text.unexpected', this.pathOf(this.#depth), frame.childLine, frame.childColumn, {
        found: text.trim(),
        parent: frame.element.name,
      });
    }
  }

  close(): void {
    if (this.#skipped > 0) {
      this.#skipped--;
      return;
    }
    const depth = this.#depth;
    const frame = this.#frames[depth - 1]!;
    if (frame.mode === 'typed') {
      if (frame.type.form === 'value') this.#closeValue(frame);
      else if (frame.type.form === 'any') this.#closeAnyHolder(frame);
      else closeMembers(frame, this);
      if (this.#onTransaction !== undefined) this.#release(this.#onTransaction, frame);
    } else if (frame.mode === 'any') {
      frame.element.text = frame.element.children.length > 0 ? frame.text.trim() : frame.text;
    }
    this.#depth = depth - 1;
    frame.missing = undefined;
    if (frame.element === this.header) this.#namespace = '';
  }

  /** After the last element: what only the whole can tell. */
  finish(line: number, column: number): void {
    // Of what was not read nothing is known.
    if (!this.#isStopped && !this.#sawDocument && !this.#isHeaderAlone) {
      this.report('document.missing', '/', line, column, {});
    }
    const announced = textAt(this.header, 'MsgDefIdr');
    if (announced !== undefined && this.document !== undefined && this.kind !== undefined && announced !== this.kind) {
      const at = this.header!.children.find((each) => each.name === 'MsgDefIdr')!;
      this.report('header.kind', '/AppHdr/MsgDefIdr', at.line, 1, { found: announced, allowed: this.kind });
    }
    this.violations.sort((a, b) => a.line - b.line || a.column - b.column);
    const unlisted = this.violationCount - this.violations.length;
    if (unlisted > 0)
      this.violations.push(violation('violations.more', { path: '/', line, column }, { count: unlisted }));
  }

  report(rule: Rule, path: string, line: number, column: number, filling: Parameters<typeof violation>[2]): void {
    this.violationCount++;
    if (this.violations.length < MAX_VIOLATIONS) this.violations.push(violation(rule, { path, line, column }, filling));
  }

  /** Reports and gives up on the rest. */
  stop(rule: Rule, line: number, column: number, filling: Parameters<typeof violation>[2]): never {
    this.#isStopped = true;
    this.report(rule, this.pathOf(this.#depth) || '/', line, column, filling);
    throw new ReadingStopped(rule);
  }

  /** The path of the innermost open frames, counted from the outermost; the envelope is left out. */
  pathOf(depth: number): string {
    let path = '';
    for (let at = 0; at < depth; at++) {
      const frame = this.#frames[at]!;
      if (frame.mode === 'envelope') continue;
      path += `/${frame.element.name}${frame.occurrence > 0 ? `[${frame.occurrence}]` : ''}`;
    }
    return path;
  }

  get parentPath(): string {
    return this.pathOf(this.#depth);
  }

  #refuseFlood(attributes: readonly string[], line: number, column: number): void {
    let isFlood = attributes.length > MAX_ATTRIBUTES * 2;
    for (const text of attributes) if (text.length > MAX_ATTRIBUTE_LENGTH) isFlood = true;
    if (isFlood) this.stop('xml.attributes', line, column, { allowed: MAX_ATTRIBUTES });
  }

  #resolve(frame: Frame, prefix: string, line: number, column: number): string {
    const namespace = prefix === 'xml' ? 'http://www.w3.org/XML/1998/namespace' : frame.prefixes?.get(prefix);
    if (namespace !== undefined) return namespace;
    return this.stop('xml.malformed', line, column, { detail: prefixDetail(prefix) });
  }

  #openTyped(
    parent: Frame,
    frame: Frame,
    local: string,
    namespace: string,
    name: string,
    attributes: readonly string[],
    line: number,
    column: number,
  ): void {
    if (parent.type.form === 'any') {
      const { anyNamespace } = parent.type;
      if (anyNamespace !== undefined && namespace !== anyNamespace) {
        const filling = { found: local, parent: parent.element.name, allowed: anyNamespace };
        this.report('any.namespace', `${this.parentPath}/${local}`, line, column, filling);
      }
      return this.#openAny(parent, frame, name, attributes, line, column);
    }
    if (namespace !== this.#namespace) {
      const filling = { element: local, found: namespace, allowed: this.#namespace };
      this.report('namespace.wrong', `${this.parentPath}/${local}`, line, column, filling);
      parent.strayAt = parent.position;
      this.#skipped = 1;
      return;
    }
    const index = acceptMember(parent, local, line, column, this);
    if (index < 0) {
      this.#skipped = 1;
      return;
    }
    const member = parent.type.members[index]!;
    const { childOccurrence } = parent;
    this.#push(frame, member.name, member.type, attributes, line, column, parent);
    frame.occurrence = member.max > 1 || childOccurrence > 1 ? childOccurrence : 0;
    if (attributes.length > 0 || member.type.attributes.length > 0) this.#checkAttributes(frame, attributes);
  }

  #push(
    frame: Frame,
    name: string,
    type: PartType,
    attributes: readonly string[],
    line: number,
    column: number,
    parent: Frame | undefined,
  ): void {
    const isLeaf = type.form === 'value';
    const element: Element = {
      name,
      text: '',
      attributes: attributes.length > 0 && isLeaf ? attributesOf(attributes) : undefined,
      children: isLeaf ? noChildren : [],
      line,
    };
    if (parent !== undefined && parent.mode !== 'envelope') parent.element.children.push(element);
    openFrame(frame, 'typed', element, type, column);
    this.#depth++;
  }

  /** Where anything may stand, names keep their prefixes and the outermost element carries the namespaces in scope. */
  #openAny(
    parent: Frame,
    frame: Frame,
    name: string,
    attributes: readonly string[],
    line: number,
    column: number,
  ): void {
    const own = attributes.length > 0 ? rawAttributes(attributes) : undefined;
    const inScope = parent.mode === 'typed' ? namespacesInScope(frame) : undefined;
    const element: Element = { name, text: '', attributes: inScope ? { ...inScope, ...own } : own, children: [], line };
    parent.element.children.push(element);
    parent.count++;
    openFrame(frame, 'any', element, noPart, column);
    frame.occurrence = 0;
    this.#depth++;
  }

  #openEnvelope(
    parent: Frame | undefined,
    frame: Frame,
    local: string,
    namespace: string,
    attributes: readonly string[],
    line: number,
    column: number,
  ): void {
    frame.occurrence = 0;
    const isHeader = local === 'AppHdr';
    if (!isHeader && local !== 'Document') {
      const element: Element = { name: local, text: '', attributes: undefined, children: [], line };
      openFrame(frame, 'envelope', element, noPart, column);
      this.#depth++;
      return;
    }
    this.#isHeaderAlone ||= isHeader && parent === undefined;
    const description = this.#admit(isHeader, namespace, line, column);
    if (description === undefined) {
      this.#skipped = 1;
      return;
    }
    this.#namespace = namespace;
    if (!isHeader || parent === undefined) this.kind = description.kind;
    this.#push(frame, local, description.rootType, attributes, line, column, undefined);
    if (isHeader) this.header = frame.element;
    else this.document = frame.element;
    if (!isHeader) this.#expectTransactions(description.kind);
    if (attributes.length > 0) this.#checkAttributes(frame, attributes);
  }

  #expectTransactions(kind: string): void {
    this.#transactionPath = kindInfo(kind)?.transaction?.split('/') ?? noNames;
    if (this.#transactionPath.length !== 1) return;
    this.transactionName = this.#transactionPath[0]!;
    this.transactionDepth = this.#depth + 1;
  }

  /** Whether a header or document may begin here, and which description it follows. */
  #admit(isHeader: boolean, namespace: string, line: number, column: number): KindDescription | undefined {
    const path = isHeader ? '/AppHdr' : '/Document';
    if (isHeader && this.#sawDocument) this.report('header.order', path, line, column, {});
    if (isHeader ? this.#sawHeader : this.#sawDocument) {
      this.report(isHeader ? 'header.repeated' : 'document.repeated', `${path}[2]`, line, column, {});
      return undefined;
    }
    if (isHeader) this.#sawHeader = true;
    else this.#sawDocument = true;
    const kind = kindOfNamespace(namespace);
    const description = kind === undefined ? undefined : describeKind(kind);
    if (description !== undefined && description.rootName === path.slice(1)) return description;
    const found = /^urn:.*:xsd:(.+)$/.exec(namespace)?.[1] ?? namespace;
    const fitting = spokenKinds.filter((each) => each.startsWith('head.') === isHeader);
    this.report('kind.unknown', path, line, column, { found, allowed: fitting.join(', ') });
    return undefined;
  }

  #checkAttributes(frame: Frame, attributes: readonly string[]): void {
    const { element, type, line, column } = frame;
    for (let at = 0; at < attributes.length; at += 2) {
      const name = attributes[at]!;
      if (name === 'xmlns' || name.startsWith('xmlns:') || isSchemaHint(frame, name)) continue;
      const known = type.attributes.find((each) => each.name === name);
      const path = `${this.parentPath}/@${name}`;
      if (known === undefined) {
        const allowed = type.attributes.map((each) => each.name).join(', ') || '—';
        this.report('attribute.unknown', path, line, column, { found: name, element: element.name, allowed });
        continue;
      }
      const fault = checkValue(known.value, attributes[at + 1]!);
      if (fault) this.report(fault.rule, path, line, column, fault.filling);
    }
    for (const { name } of type.attributes) {
      if (element.attributes?.[name] !== undefined) continue;
      this.report('attribute.missing', `${this.parentPath}/@${name}`, line, column, {
        allowed: name,
        element: element.name,
      });
    }
  }

  #closeValue(frame: Frame): void {
    frame.element.text = frame.text;
    const fault = checkValue(frame.type.value!, frame.text);
    if (fault) this.report(fault.rule, this.parentPath, frame.line, frame.column, fault.filling);
  }

  #closeAnyHolder(frame: Frame): void {
    if (frame.count === 1) return;
    const filling = { parent: frame.element.name, count: frame.count };
    this.report('any.count', this.parentPath, frame.line, frame.column, filling);
  }

  /**
   * Hands over a transaction and forgets it. A repeating container (`Stmt`) is forgotten too, and handed over itself
   * when it held no transaction, so nothing a bank wrote goes by unseen.
   */
  #release(onTransaction: OnTransaction, frame: Frame): void {
    const path = this.#transactionPath;
    const documentDepth = this.#documentDepth();
    const step = this.#depth - documentDepth - 3;
    if (documentDepth < 0 || step < 0 || step >= path.length) return;
    for (let at = 0; at <= step; at++) {
      if (this.#frames[documentDepth + 2 + at]!.element.name !== path[at]) return;
    }
    const isTransaction = step === path.length - 1;
    const parent = this.#frames[this.#depth - 2]!;
    if (isTransaction || this.#inContainer === 0) {
      const parents = this.#frames.slice(documentDepth + 1, this.#depth - 1).map((each) => each.element);
      onTransaction(frame.element, { index: this.releasedCount, parents, violationCount: this.violationCount });
      this.releasedCount++;
    }
    this.#inContainer = isTransaction ? this.#inContainer + 1 : 0;
    // The last one stays until the next arrives: recovery looks at it.
    const siblings = parent.element.children;
    if (siblings.length > 1 && siblings[siblings.length - 2]!.name === frame.element.name) {
      siblings.splice(siblings.length - 2, 1);
      parent.handedOver++;
    }
  }

  #documentDepth(): number {
    for (let at = 0; at < this.#depth; at++) if (this.#frames[at]!.element === this.document) return at;
    return -1;
  }

  countOf(frame: Frame, name: string): number {
    return countChildren(frame, name);
  }
}

function prefixDetail(prefix: string): { en: string; zh: string } {
  return { en: `the prefix "${prefix}" is not declared`, zh: `前缀“${prefix}”未声明` };
}

/** Answers whether a prefix was among them. */
function declareNamespaces(frame: Frame, attributes: readonly string[]): boolean {
  let hasPrefix = false;
  for (let at = 0; at < attributes.length; at += 2) {
    const name = attributes[at]!;
    if (name === 'xmlns') frame.defaultNamespace = attributes[at + 1]!;
    else if (name.startsWith('xmlns:')) {
      const prefixes = new Map<string, string>(frame.prefixes);
      prefixes.set(name.slice(6), attributes[at + 1]!);
      frame.prefixes = prefixes satisfies Prefixes;
      hasPrefix = true;
    }
  }
  return hasPrefix;
}

/** Hints where a schema may be found are allowed by XML Schema anywhere; we never follow them. */
function isSchemaHint(frame: Frame, name: string): boolean {
  const colon = name.indexOf(':');
  if (colon < 0 || frame.prefixes?.get(name.slice(0, colon)) !== instanceNamespace) return false;
  const local = name.slice(colon + 1);
  return local === 'schemaLocation' || local === 'noNamespaceSchemaLocation';
}

function attributesOf(list: readonly string[]): Attributes | undefined {
  let attributes: Record<string, string> | undefined;
  for (let at = 0; at < list.length; at += 2) {
    if (list[at]!.startsWith('xmlns') || list[at]!.includes(':')) continue;
    (attributes ??= {})[list[at]!] = list[at + 1]!;
  }
  return attributes;
}

function rawAttributes(list: readonly string[]): Attributes {
  const attributes: Record<string, string> = {};
  for (let at = 0; at < list.length; at += 2) attributes[list[at]!] = list[at + 1]!;
  return attributes;
}

function namespacesInScope(frame: Frame): Attributes {
  const attributes: Record<string, string> = { xmlns: frame.defaultNamespace };
  for (const [prefix, namespace] of frame.prefixes ?? []) attributes[`xmlns:${prefix}`] = namespace;
  return attributes;
}
