// Follows an exported log leaf by leaf, as its author must have written it: every leaf hashed into the tree, every head
// held against the tree it speaks of and against the key in force. Rules: modules/evidence/merkle.ts and tree-head.ts,
// which use nothing but node:crypto.
import { createPublicKey, verify } from 'node:crypto';
import {
  type ExportLeaf, type ExportLine, Frontier, handoverText, hashLeaf, isSignedBy, keyIdOf, parseHead, publicKeyOf,
} from '../../modules/evidence/index.ts'; // prettier-ignore

/** Something that is not as it was written: where, and in what way. */
export interface Finding {
  /** `evidence.leaves 17` or `ledger.transfers 5`. */
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

export class AuditedLog {
  readonly findings: Finding[] = [];
  readonly #trustedKey: string;
  #frontier = new Frontier();
  #origin = '';
  #book = 0;
  /** Public keys by id, in the order they came into force; the last is in force. */
  readonly #keys = new Map<string, string>();
  #keyInForce = '';
  #lastHead = '';
  /** Since a leaf is missing or a root is wrong, no later head can be checked. */
  #isBroken = false;
  #hasTrustedKey = false;
  /** Roots of complete subtrees of 256 leaves and so on, by `level/number`. */
  readonly nodes = new Map<string, string>();
  heads = 0;

  /** `publicKeyPem`: the key of the log that the auditor holds, the one in force or an earlier one. */
  constructor(publicKeyPem: string) {
    const der = createPublicKey(publicKeyPem).export({ type: 'spki', format: 'der' });
    this.#trustedKey = der.toString('base64');
  }

  get size(): number {
    return this.#frontier.size;
  }
  get book(): number {
    return this.#book;
  }
  get origin(): string {
    return this.#origin;
  }
  get lastHead(): string {
    return this.#lastHead;
  }
  get isBroken(): boolean {
    return this.#isBroken;
  }

  find(place: string, en: string, zh: string): void {
    this.findings.push({ place, en, zh });
  }

  begin({ origin, book, size, roots, head, keys }: ExportLine & { type: 'begin' }): void {
    [this.#origin, this.#book] = [origin, book];
    this.#frontier = new Frontier(size, roots.map((root) => Buffer.from(root, 'hex'))); // prettier-ignore
    for (const record of keys) this.#changeKey(record, 'key');
    if (head !== null) this.head(head);
    else if (size > 0)
      this.#break('begin', 'The file begins inside the log without a tree head.', '文件从日志中间开始，却没有树头。');
  }

  leaf({ leaf, record, hash }: ExportLeaf): void {
    if (this.#isBroken) return;
    const { size } = this.#frontier;
    if (leaf !== size) {
      return this.#break(
        `evidence.leaves ${size}`,
        `Leaf ${size} is missing: leaf ${leaf} follows.`,
        `缺少第 ${size} 号叶：其后是第 ${leaf} 号叶。`,
      );
    }
    const own = hashLeaf(record);
    if (own.toString('hex') !== hash) {
      this.find(
        `evidence.leaves ${leaf}`,
        'The record was changed: it no longer has the hash of its leaf.',
        '记录被改动：与叶的散列不符。',
      );
    }
    // The hash it was given goes into the tree, so that one changed record does not hide what follows.
    this.#frontier.append(Buffer.from(hash, 'hex'), ({ level, number }, root) => {
      if (level % 8 === 0) this.nodes.set(`${level}/${number}`, Buffer.from(root).toString('hex'));
    });
    const kind = kindOf(record);
    if (kind === 'key') this.#changeKey(record, `evidence.leaves ${leaf}`);
  }

  head(note: string): void {
    if (this.#isBroken) return;
    const { size } = this.#frontier;
    const place = `evidence.leaves ${size - 1}`;
    const head = parseHead(note);
    this.heads += 1;
    this.#lastHead = note;
    if (!head || head.origin !== this.#origin || head.size !== size) {
      return this.find(place, 'Its tree head is not one, or not of this tree.', '树头无效，或不属于此树。');
    }
    const key = this.#keys.get(this.#keyInForce);
    if (key === undefined || !isSignedBy(note, key)) {
      return this.find(place, 'Its tree head is not signed by the key in force.', '树头不是由当时有效的密钥签名。');
    }
    if (Buffer.compare(head.root, this.#frontier.root) !== 0) {
      this.#break(
        place,
        `The tree up to here has another root than its signed head (commit ${head.commit}).`,
        `到此为止的树根与已签名的树头不同（第 ${head.commit} 次提交）。`,
      );
    }
  }

  /** An earlier head someone kept: the log must go on from it. Call it when its size has been reached. */
  keptHead(note: string): void {
    const head = parseHead(note);
    const place = `tree head of ${head?.size ?? '?'} leaves`;
    if (!head || ![...this.#keys.values()].some((key) => isSignedBy(note, key))) {
      return this.find(
        place,
        'The head you keep is not signed by a key of this log.',
        '您保存的树头不是由此日志的密钥签名。',
      );
    }
    if (Buffer.compare(head.root, this.#frontier.root) !== 0) {
      this.find(
        place,
        'The log was rewritten since: its first leaves have another root.',
        '此后日志被改写：其开头各叶的树根不同。',
      );
    }
  }

  end(): void {
    if (!this.#hasTrustedKey)
      this.find('key', 'The key you hold never signed for this log.', '您持有的密钥从未为此日志签名。');
    if (!this.#isBroken && parseHead(this.#lastHead)?.size !== this.size) {
      this.find(
        `evidence.leaves ${this.size - 1}`,
        'The log does not end with a signed tree head: its end is missing.',
        '日志没有以签名的树头结尾：尾部缺失。',
      );
    }
  }

  #break(place: string, en: string, zh: string): void {
    this.find(place, en, zh);
    this.#isBroken = true;
  }

  #changeKey(record: string, place: string): void {
    const { origin, key, previous } = JSON.parse(record) as KeyRecord;
    const before = this.#keys.get(this.#keyInForce);
    const agrees =
      previous === null
        ? before === undefined
        : before !== undefined &&
          previous.id === this.#keyInForce &&
          previous.signature !== null &&
          verify(null, handoverText(origin, key), publicKeyOf(before), Buffer.from(previous.signature, 'base64'));
    if (!agrees)
      this.find(
        place,
        'A key came into force that the one before it did not sign.',
        '启用了未经前一把密钥签名的新密钥。',
      );
    // A key that nobody we trust handed over is not trusted for what came before it.
    if (!agrees) this.#hasTrustedKey = false;
    this.#keyInForce = keyIdOf(origin, key);
    this.#keys.set(this.#keyInForce, key);
    this.#hasTrustedKey ||= key === this.#trustedKey;
  }
}

interface KeyRecord {
  readonly origin: string;
  readonly key: string;
  readonly previous: { readonly id: string; readonly signature: string | null } | null;
}

function kindOf(record: string): string | undefined {
  try {
    return (JSON.parse(record) as { kind?: string }).kind;
  } catch {
    return undefined;
  }
}
