// Checks a month of evidence of one organisation (modules/evidence/month-file.ts) by the public key alone: its lines are those that
// were signed, each leaf is in the tree of the signed head, each row is the one its leaf speaks of. With a database, each row
// there must be what this month or a later leaf says of it.
import { createHash, createPublicKey, verify } from 'node:crypto';
import type pg from 'pg';
import {
  handoverText, hashLeaf, isMonthSigned, isSignedBy, keyIdOf, type MonthLine, monthText, parseHead, publicKeyOf, readLines,
  readStoredLeaves, readWitness, verifyInclusion,
} from '../../modules/evidence/index.ts'; // prettier-ignore
import { type Finding } from './audit-log.ts';

type Begin = MonthLine & { type: 'begin' };
type Leaf = MonthLine & { type: 'leaf' };

export interface AuditedMonth {
  readonly findings: Finding[];
  readonly origin: string;
  readonly organisation: string;
  readonly month: string;
  readonly leaves: number;
  readonly rows: number;
}

export const isMonth = (line: unknown): line is Begin => (line as { kind?: string }).kind === 'organisation-month';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();
const digestOf = (text: string): string => sha256(text).toString('base64url');

/** `lines` are the texts of all lines, the first among them. */
export async function auditMonth(
  lines: AsyncIterable<string>,
  keyPem: string,
  client: pg.Client | undefined,
): Promise<AuditedMonth> {
  const audit = new MonthAudit(keyPem, client);
  for await (const text of lines) await audit.line(text);
  return audit.end();
}

class MonthAudit {
  readonly #findings: Finding[] = [];
  readonly #trusted: string;
  readonly #client: pg.Client | undefined;
  readonly #hash = createHash('sha256');
  #begin: Begin | undefined;
  #keys = new Map<string, string>();
  #root: Uint8Array = Buffer.alloc(0);
  #isEnded = false;
  #leaves = 0;
  #rows = 0;
  #lastLeaf = -1;
  /** The digest the file has last of each row, by table and key. */
  readonly #last = new Map<string, string>();

  constructor(keyPem: string, client: pg.Client | undefined) {
    this.#trusted = createPublicKey(keyPem).export({ type: 'spki', format: 'der' }).toString('base64');
    this.#client = client;
  }

  #find(place: string, en: string, zh: string): void {
    this.#findings.push({ place, en, zh });
  }

  async line(text: string): Promise<void> {
    const line = JSON.parse(text) as MonthLine;
    if (line.type === 'end') return this.#end(line);
    this.#hash.update(`${text}\n`);
    if (line.type === 'begin') return this.#start(line);
    this.#leaf(line);
  }

  #start(begin: Begin): void {
    this.#begin = begin;
    const head = begin.size === 0 ? undefined : parseHead(begin.head);
    let [previous, isTrusted] = ['', false];
    for (const record of begin.keys) {
      const said = JSON.parse(record) as { origin: string; key: string; previous: { id: string; signature: string | null } | null };
      const before = this.#keys.get(previous);
      const isHanded =
        said.previous === null ? before === undefined
        : before !== undefined && said.previous.id === previous && said.previous.signature !== null &&
          verify(null, handoverText(said.origin, said.key), publicKeyOf(before), Buffer.from(said.previous.signature, 'base64'));
      if (!isHanded) this.#find('key', 'A key came into force that the one before it did not sign.', '启用了未经前一把密钥签名的新密钥。');
      if (!isHanded) isTrusted = false;
      previous = keyIdOf(said.origin, said.key);
      this.#keys.set(previous, said.key);
      isTrusted ||= said.key === this.#trusted;
    }
    if (begin.size > 0 && !isTrusted) this.#find('key', 'The key you hold never signed for this log.', '您持有的密钥从未为此日志签名。');
    if (begin.size === 0) return;
    const key = this.#keys.get(head?.keyId ?? '');
    if (!head || head.size !== begin.size || head.origin !== begin.origin || key === undefined || !isSignedBy(begin.head, key)) {
      this.#find('tree head', 'The tree head is not one that a key of this log signed.', '树头不是由此日志的密钥签名。');
    } else this.#root = head.root;
  } // prettier-ignore

  #leaf({ leaf, record, proof, witness = {}, own = {}, rows = {} }: Leaf): void {
    this.#leaves += 1;
    const place = `evidence.leaves ${leaf}`;
    const size = this.#begin?.size ?? 0;
    if (leaf <= this.#lastLeaf) this.#find(place, 'Leaves are not in their order.', '叶的顺序不对。');
    this.#lastLeaf = Math.max(leaf, this.#lastLeaf);
    const path = proof.map((each) => Buffer.from(each, 'hex'));
    if (!verifyInclusion(hashLeaf(record), leaf, size, path, this.#root)) {
      return this.#find(place, 'The leaf is not in the tree of the signed head: it was changed, swapped or made up.', '该叶不在已签名树头的树中：被改动、调换或伪造。');
    }
    const said = JSON.parse(record) as { rows?: { table: string; digest: string }[] };
    for (const [table, lines] of Object.entries(witness)) {
      const digest = said.rows?.find((each) => each.table === table)?.digest;
      if (sha256(`${lines.join('\n')}\n`).toString('base64url') !== digest) {
        this.#find(place, `Its witness for ${table} was changed.`, `其关于 ${table} 的见证被改动。`);
        continue;
      }
      const digests = new Map(lines.map((each) => [each.slice(0, -44), each.slice(-43)]));
      for (const key of own[table] ?? []) {
        this.#rows += 1;
        if (!digests.has(key)) this.#find(`${table} ${key}`, 'The leaf does not speak of this row.', '该叶未记录此行。');
        else this.#last.set(`${table}\t${key}`, digests.get(key)!);
      }
      const spoken = new Set(digests.values());
      for (const row of rows[table] ?? []) {
        const name = `${table} ${row.split('\t')[0]}`;
        if (!spoken.has(digestOf(row))) this.#find(name, `The row is not the one that leaf ${leaf} speaks of.`, `该行与第 ${leaf} 号叶所记录的不符。`);
      }
    }
  } // prettier-ignore

  #end({ leaves, keyId, signature }: MonthLine & { type: 'end' }): void {
    this.#isEnded = true;
    const { origin = '', organisation = '', month = '' } = this.#begin ?? {};
    if (leaves !== this.#leaves) {
      this.#find('end', `${leaves} leaves were written, ${this.#leaves} are here.`, `应有 ${leaves} 片叶，现有 ${this.#leaves} 片。`);
    }
    // The key may have come into force after the month: then the holder names it.
    const key = this.#keys.get(keyId) ?? (keyIdOf(origin, this.#trusted) === keyId ? this.#trusted : undefined);
    const text = monthText(origin, organisation, month, leaves, this.#hash.digest('hex'));
    if (key === undefined || !isMonthSigned(key, text, signature)) {
      this.#find('end', 'The lines are not those that were signed: something was changed, removed, added or moved.', '各行与所签名的不符：有内容被改动、删除、增加或移动。');
    }
  } // prettier-ignore

  async end(): Promise<AuditedMonth> {
    if (!this.#isEnded) this.#find('export', 'The file ends before its last line: it is not whole.', '文件没有结尾行：不完整。');
    if (this.#client && this.#begin) await this.#holdAgainst(this.#client, this.#begin);
    const { origin = '', organisation = '', month = '' } = this.#begin ?? {};
    return { findings: this.#findings, origin, organisation, month, leaves: this.#leaves, rows: this.#rows };
  } // prettier-ignore

  /** Each row as it stands; one that is another is explained by a later leaf, or was changed under the database. */
  async #holdAgainst(client: pg.Client, { book, size }: Begin): Promise<void> {
    const byTable = new Map<string, Map<string, string>>();
    for (const [place, digest] of this.#last) {
      const [table = '', key = ''] = place.split('\t');
      if (!byTable.has(table)) byTable.set(table, new Map());
      byTable.get(table)!.set(key, digest);
    }
    const unlike = new Map<string, string | undefined>();
    for (const [table, wanted] of byTable) {
      const now = await readLines(client, book, table, [...wanted.keys()]);
      for (const [key, digest] of wanted) {
        const line = now.get(key);
        const is = line === undefined ? undefined : digestOf(line);
        if (is !== digest) unlike.set(`${table}\t${key}`, is);
      }
    }
    for (let at = size; unlike.size > 0;) {
      const leaves = await readStoredLeaves(client, book, at, at + 256);
      if (leaves.length === 0) break;
      for (const { record, witness } of leaves) {
        const digests = readWitness(record, witness);
        for (const { table, key, digest } of Array.isArray(digests) ? digests : []) {
          const place = `${table}\t${key}`;
          if (unlike.get(place) === digest) unlike.delete(place);
        }
      }
      at += 256;
    }
    for (const [place, is] of unlike) {
      const name = place.replace('\t', ' ');
      if (is === undefined) this.#find(name, 'The row was removed from the database.', '该行已从数据库中删除。');
      else this.#find(name, 'The row was changed in the database.', '该行在数据库中被改动。');
    }
  }
}
