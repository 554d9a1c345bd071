// The evidence's desk at the writer, the last of its book: what the other desks hand over to a commit becomes leaves of
// the log in that commit, with the tree head they lead to, signed. Nothing is recorded that was not done, and nothing
// done that is not recorded.
import { sign } from 'node:crypto';
import { type ClientBase } from 'pg';
import { formatInstant } from '../../platform/instant.ts';
import { type ColumnSpec } from '../../platform/postgres/copy.ts';

import { type CommitStamp, type Desk, type WriteRows } from '../../platform/writer/desk.ts';
import { type LedgerDesk } from '../ledger/index.ts';
import { type MessagesDesk } from '../messages/index.ts';
import { type SettlementDesk } from '../settlement/index.ts';
import { readBaseline } from './baseline.ts';
import { type HandedOver, handedOverLeaves, isEmpty, sectionsOf } from './commit-leaves.ts';
import { type KeyFolder } from './keys.ts';
import {
  type ActsThrough,
  type KeyChange,
  keyLeaf,
  type NewLeaf,
  type RefusedWrite,
  refusedWriteLeaf,
  rowsLeaf,
  type Section,
} from './leaf.ts';
import { Frontier, hashLeaf } from './merkle.ts';
import { readActsThrough, readLogEnd } from './reads.ts';
import { KEPT_LEVELS, readFrontier } from './stored-tree.ts';
import { handoverText, parseHead, signHead, type SigningKey } from './tree-head.ts';

export interface EvidenceOptions {
  /** Names the log for good, as its first leaf says: `CBDECNBJ/books/1`. */
  readonly origin: string;
  readonly keys: KeyFolder;
  /** The key in force is lost: go on under a new one, which every audit will report. */
  readonly mayReplaceLostKey?: boolean;
}

/** The desks whose commits are recorded; those a book does not have are left out. */
export interface RecordedDesks {
  readonly ledger: LedgerDesk;
  readonly settlement?: SettlementDesk;
  readonly messages?: MessagesDesk;
}

/** Acts of one table that the log does not have yet: all there are after one number, through another. */
export interface ActBatch {
  readonly after: number;
  readonly through: number;
  readonly section: Section;
}

interface LeafRow extends NewLeaf {
  readonly leaf: number;
  readonly hash: Uint8Array;
  readonly head: string | undefined;
}

interface NodeRow {
  readonly level: number;
  readonly number: number;
  readonly hash: Uint8Array;
}

export class EvidenceDesk implements Desk {
  readonly #bookId: number;
  readonly #desks: RecordedDesks;
  readonly #options: EvidenceOptions;
  #origin: string;
  #key!: SigningKey;
  #frontier = new Frontier();
  /** Decided and waiting for the commit: changes of key, and refusals that no other desk has. */
  #keyChanges: KeyChange[] = [];
  #refusedWrites: RefusedWrite[] = [];
  /** Rows that were there before the log began. */
  #baseline: Section[][] = [];
  #acts: Section[] = [];
  #actsThrough: ActsThrough = {};

  constructor(bookId: number, desks: RecordedDesks, options: EvidenceOptions) {
    this.#bookId = bookId;
    this.#desks = desks;
    this.#options = options;
    this.#origin = options.origin;
  }

  get size(): number {
    return this.#frontier.size;
  }

  get keyId(): string {
    return this.#key.id;
  }

  get origin(): string {
    return this.#origin;
  }

  async load(client: ClientBase): Promise<void> {
    const end = await readLogEnd(client, this.#bookId);
    if (!end) return this.#begin(client);
    this.#origin = end.origin;
    this.#actsThrough = await readActsThrough(client, this.#bookId);
    this.#frontier = await readFrontier(client, this.#bookId, end.size);
    const head = parseHead(end.head);
    if (!head || head.size !== end.size || Buffer.compare(head.root, this.#frontier.root) !== 0) {
      throw new Error(
        `The evidence of book ${this.#bookId} does not add up: its ${end.size} leaves have another root than their signed ` +
          'tree head. Nothing may be written after it. `npx feiqian audit verify` names what was changed.',
      );
    }
    this.#key = this.#options.keys.find(this.#origin, end.keyId) ?? this.#replaceLostKey(end.keyId);
  }

  async #begin(client: ClientBase): Promise<void> {
    this.#key = this.#options.keys.generate(this.#origin);
    this.#keyChanges.push({ origin: this.#origin, publicKey: this.#key.publicKey, previous: null });
    this.#baseline = await readBaseline(client, this.#bookId);
  }

  #replaceLostKey(id: string): SigningKey {
    if (!this.#options.mayReplaceLostKey) {
      throw new Error(
        `The key ${id} that signs the evidence is not in ${this.#options.keys.path}. Bring the file back; if it is lost ` +
          'for good, start once with --new-evidence-key: every audit will show that the old key did not agree.',
      );
    }
    const key = this.#options.keys.generate(this.#origin);
    const previous = { id, signature: null };
    this.#keyChanges.push({ origin: this.#origin, publicKey: key.publicKey, previous });
    return key;
  }

  /** From this commit on the new key signs; the old one signs that it does. */
  changeKey(key: SigningKey): void {
    const signature = sign(null, handoverText(this.#origin, key.publicKey), this.#key.privateKey).toString('base64');
    this.#keyChanges.push({
      origin: this.#origin,
      publicKey: key.publicKey,
      previous: { id: this.#key.id, signature },
    });
    this.#key = key;
  }

  recordRefusedWrites(refused: readonly RefusedWrite[]): void {
    this.#refusedWrites.push(...refused);
  }

  /** As decided so far: the last number of each table of acts. */
  get actsThrough(): ActsThrough {
    return this.#actsThrough;
  }

  /** Takes in what follows upon what the log has; anything else was recorded by whoever read it too, and is left out. */
  recordActs(batches: readonly ActBatch[]): void {
    for (const { after, through, section } of batches) {
      if ((this.#actsThrough[section.table] ?? 0) !== after) continue;
      this.#acts.push(section);
      this.#actsThrough = { ...this.#actsThrough, [section.table]: through };
    }
  }

  /** The leaves are made while PostgreSQL takes in the rows before them. */
  takeRows(commit: CommitStamp): WriteRows | undefined {
    const { ledger, settlement, messages } = this.#desks;
    const over: HandedOver = { ledger: ledger.taken, settlement: settlement?.taken, messages: messages?.taken };
    const own = this.#keyChanges.length + this.#refusedWrites.length + this.#baseline.length + this.#acts.length;
    if (own === 0 && isEmpty(over)) return undefined;
    return async (pipeline) => {
      const { rows, nodes } = this.#grow(commit, this.#leavesOf(commit, over));
      if (rows.length === 0) return;
      await pipeline.copy('evidence.leaves', leafColumns(this.#bookId, commit.number), rows);
      if (nodes.length > 0) await pipeline.copy('evidence.nodes', nodeColumns(this.#bookId), nodes);
    };
  }

  #grow(commit: CommitStamp, leaves: readonly NewLeaf[]): { rows: LeafRow[]; nodes: NodeRow[] } {
    const nodes: NodeRow[] = [];
    const rows = leaves.map((leaf, index): LeafRow => {
      const number = this.#frontier.size;
      const hash = hashLeaf(leaf.record);
      this.#frontier.append(hash, ({ level, number: at }, root) => {
        if (level % KEPT_LEVELS === 0) nodes.push({ level, number: at, hash: root });
      });
      return { ...leaf, leaf: number, hash, head: index === leaves.length - 1 ? this.#sign(commit) : undefined };
    });
    return { rows, nodes };
  }

  #sign({ number, at }: CommitStamp): string {
    const { size, root } = this.#frontier;
    return signHead({ origin: this.#origin, size, root, commit: number, at: formatInstant(at) }, this.#key);
  }

  #leavesOf({ number, at }: CommitStamp, over: HandedOver): NewLeaf[] {
    const { ledger, settlement } = this.#desks;
    const head = { book: this.#bookId, commit: number, at };
    const sections = sectionsOf(over, ledger.books, number);
    const leaves = [
      ...this.#keyChanges.map((change) => keyLeaf(head, change)),
      ...this.#baseline.map((rows) => rowsLeaf('baseline', head, rows)),
      ...(sections.length > 0 ? [rowsLeaf('commit', head, sections)] : []),
      ...handedOverLeaves(over, head, (paymentId) => settlement?.settlement.paymentById.get(paymentId)?.sender.id),
      ...this.#refusedWrites.map((refused) => refusedWriteLeaf(head, refused)),
      ...(this.#acts.length > 0 ? [rowsLeaf('acts', head, this.#acts, this.#actsThrough)] : []),
    ];
    [this.#keyChanges, this.#refusedWrites, this.#baseline, this.#acts] = [[], [], [], []];
    return leaves;
  }
}

function leafColumns(bookId: number, commit: number): ColumnSpec<LeafRow>[] {
  return [
    { name: 'book_id', type: 'int4', value: () => bookId },
    { name: 'leaf', type: 'int8', value: (row) => row.leaf },
    { name: 'kind', type: 'text', value: (row) => row.kind },
    { name: 'commit_number', type: 'int8', value: () => commit },
    { name: 'at', type: 'timestamptz', value: (row) => row.at },
    { name: 'participant_id', type: 'text', value: (row) => row.participantId },
    { name: 'record', type: 'text', value: (row) => row.record },
    { name: 'witness', type: 'text', value: (row) => row.witness },
    { name: 'hash', type: 'bytea', value: (row) => row.hash },
    { name: 'head', type: 'text', value: (row) => row.head },
  ];
}

function nodeColumns(bookId: number): ColumnSpec<NodeRow>[] {
  return [
    { name: 'book_id', type: 'int4', value: () => bookId },
    { name: 'level', type: 'int4', value: (row) => row.level },
    { name: 'number', type: 'int8', value: (row) => row.number },
    { name: 'hash', type: 'bytea', value: (row) => row.hash },
  ];
}
