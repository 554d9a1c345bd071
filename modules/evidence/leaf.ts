// A leaf of the log: what it records, as the text that is hashed. A record is JSON with its members in a fixed order;
// it is written once and kept as it was, so nobody ever has to write it again to check it.
import { hash } from 'node:crypto';
import { formatInstant, type Instant } from '../../platform/instant.ts';
import { digestLine } from './row-lines.ts';
import { escapeText } from './covered-tables.ts';

export const LEAF_KINDS = ['commit', 'act', 'refusal', 'key', 'baseline', 'acts'] as const;
export type LeafKind = (typeof LEAF_KINDS)[number];

export interface NewLeaf {
  readonly kind: LeafKind;
  readonly at: Instant;
  readonly participantId: string | undefined;
  readonly record: string;
  readonly witness: string | undefined;
}

/** The rows of one table that one commit wrote: a line for each, its key and its digest. */
export interface Section {
  readonly table: string;
  readonly count: number;
  readonly lines: string;
}

/** Rows as pairs of key and canonical line; undefined when there are none. */
export function sectionOf<Row>(
  table: string,
  rows: Iterable<Row>,
  keyAndLine: (row: Row) => readonly [key: string, line: string],
): Section | undefined {
  let [lines, count] = ['', 0];
  for (const row of rows) {
    const [key, line] = keyAndLine(row);
    lines += `${escapeText(key)}\t${digestLine(line)}\n`;
    count += 1;
  }
  return count === 0 ? undefined : { table, count, lines };
}

interface LeafHead {
  readonly book: number;
  readonly commit: number;
  readonly at: Instant;
}

/** A version, so that a later form of records can stand beside the first. */
function record(kind: LeafKind, { book, commit, at }: LeafHead, members: object): string {
  return JSON.stringify({ v: 1, kind, book, commit, at: formatInstant(at), ...members });
}

/** How far the log has come in each table of acts: the last number it has, by table. */
export type ActsThrough = Readonly<Record<string, number>>;

/**
 * The rows of a commit; as `baseline`, those that were there before the log began; or, as `acts`, those the relay brought,
 * and how far it has come with them.
 */
export function rowsLeaf(
  kind: 'commit' | 'baseline' | 'acts',
  head: LeafHead,
  sections: readonly Section[],
  through?: ActsThrough,
): NewLeaf {
  const rows = sections.map(({ table, count, lines }) => ({
    table,
    count,
    digest: hash('sha256', lines, 'base64url'),
  }));
  return {
    kind,
    at: head.at,
    participantId: undefined,
    record: record(kind, head, { rows, through }),
    witness: sections.map(({ lines }) => lines).join(''),
  };
}

export interface RecordedAct {
  readonly at: Instant;
  readonly subject: string;
  readonly subjectId: string;
  readonly actor: string;
  readonly text: { readonly en: string; readonly zh: string };
  readonly reason: string | undefined;
}

/** `number` is the act's place in its commit, from 1, as in its row. */
export function actLeaf(head: LeafHead, act: RecordedAct, number: number, participantId: string | undefined): NewLeaf {
  const { at, subject, subjectId, actor, text, reason } = act;
  const members = { number, subject, subjectId, actor, text: { en: text.en, zh: text.zh }, reason: reason ?? null };
  return { kind: 'act', at, participantId, record: record('act', { ...head, at }, members), witness: undefined };
}

/** A write that was refused over HTTP, `count` times from the first to the last of these moments. */
export interface RefusedWrite {
  readonly method: string;
  /** As declared: `/v1/payments/{id}/cancel`. */
  readonly path: string;
  readonly code: string;
  readonly status: number;
  readonly caller: string;
  readonly participantId: string | undefined;
  readonly count: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
}

export function refusedWriteLeaf(head: LeafHead, refused: RefusedWrite): NewLeaf {
  const { method, path, code, status, caller, participantId, count, firstAt, lastAt } = refused;
  const members = {
    door: 'http', method, path, code, status, caller, participant: participantId ?? null, count,
    from: formatInstant(firstAt), to: formatInstant(lastAt),
  }; // prettier-ignore
  return { kind: 'refusal', at: head.at, participantId, record: record('refusal', head, members), witness: undefined };
}

export interface RefusedMessage {
  readonly participantId: string;
  readonly inboxId: string;
  readonly kind: string | undefined;
  readonly messageId: string | undefined;
  readonly violations: number;
  readonly at: Instant;
}

export function refusedMessageLeaf(head: LeafHead, refused: RefusedMessage): NewLeaf {
  const { participantId, inboxId, kind, messageId, violations, at } = refused;
  const members = {
    door: 'message', participant: participantId, inboxId, messageKind: kind ?? null, messageId: messageId ?? null,
    violations,
  }; // prettier-ignore
  const written = record('refusal', { ...head, at }, members);
  return { kind: 'refusal', at, participantId, record: written, witness: undefined };
}

/** A key begins to sign: the first of the log, or one that the key before it handed over to. */
export interface KeyChange {
  readonly origin: string;
  /** DER of the public half, base64. */
  readonly publicKey: string;
  readonly previous: { readonly id: string; readonly signature: string | null } | null;
}

export function keyLeaf(head: LeafHead, { origin, publicKey, previous }: KeyChange): NewLeaf {
  const members = { origin, key: publicKey, previous };
  const { at } = head;
  return { kind: 'key', at, participantId: undefined, record: record('key', head, members), witness: undefined };
}
