// Holds the rows a log speaks for against the rows that are there: in the export, or in the database when one is named.
// The last digest the log has of a row must be that of the row as it stands; no row may be without one.
import { hash } from 'node:crypto';
import { type ClientBase } from 'pg';
import {
  type CoveredTable, COVERED_TABLES, coveredTable, type ExportLeaf, readLines, readWitness, selectRows,
} from '../../modules/evidence/index.ts'; // prettier-ignore
import { type AuditedLog } from './audit-log.ts';

interface Expected {
  readonly leaf: number;
  readonly digest: string;
  /** The row as the export has it, when it is the row the leaf speaks of. */
  readonly line: string | undefined;
}

export class AuditedRows {
  readonly #log: AuditedLog;
  readonly #client: ClientBase | undefined;
  /** Rows that are not, so far, what the log said of them last; by `table<tab>key`. */
  readonly #unlike = new Map<string, Expected>();
  readonly #known = new Map<string, Set<string>>();
  /** Transfers are numbered without gaps, so the last of them tells all their keys. */
  #lastTransfer = 0;
  /** The last number the log has, by table of acts: what comes after it, the relay has still to bring. */
  readonly #lastAct = new Map<string, number>();
  checked = 0;

  constructor(log: AuditedLog, client: ClientBase | undefined) {
    this.#log = log;
    this.#client = client;
  }

  async leaves(leaves: readonly ExportLeaf[]): Promise<void> {
    const spoken = leaves.flatMap((leaf) => this.#spokenRows(leaf));
    const standing = this.#client && (await readStanding(this.#client, this.#log.book, spoken));
    for (const { table, key, digest, leaf, line } of spoken) {
      const place = `${table}\t${key}`;
      const now = standing ? standing.get(table)?.get(key) : line;
      if (now !== undefined && digestOf(now) === digest) this.#unlike.delete(place);
      else this.#unlike.set(place, { leaf, digest, line });
      this.#remember(table, key);
      this.checked += 1;
    }
  }

  #spokenRows({ leaf, record, witness, rows = {} }: ExportLeaf): SpokenRow[] {
    const digests = readWitness(record, witness ?? null);
    if (!Array.isArray(digests)) {
      const { wrongTable } = digests;
      this.#log.find(
        `evidence.leaves ${leaf}`,
        `Its witness for ${wrongTable} was changed: the digests are not those its record was written with.`,
        `其关于 ${wrongTable} 的见证被改动：摘要与记录不符。`,
      );
      return [];
    }
    const lineByDigest = new Map(Object.values(rows).flatMap((lines) => lines.map((line) => [digestOf(line), line])));
    return digests.map((each) => ({ ...each, leaf, line: lineByDigest.get(each.digest) }));
  }

  #remember(table: string, key: string): void {
    if (table === 'ledger.transfers') this.#lastTransfer = Math.max(this.#lastTransfer, Number(key));
    else if (!this.#known.has(table)) this.#known.set(table, new Set([key]));
    else this.#known.get(table)!.add(key);
    if (coveredTable(table)?.isBesideBooks) {
      this.#lastAct.set(table, Math.max(this.#lastAct.get(table) ?? 0, Number(key)));
    }
  }

  #isStillToCome({ name, isBesideBooks }: CoveredTable, key: string): boolean {
    return isBesideBooks === true && Number(key) > (this.#lastAct.get(name) ?? 0);
  }

  #isKnown(table: string, key: string): boolean {
    return table === 'ledger.transfers' ? Number(key) <= this.#lastTransfer : this.#known.get(table)?.has(key) === true;
  }

  /** Answers how many rows of the export are no longer what it says, which only a database can explain. */
  async end(isWholeLog: boolean): Promise<number> {
    if (!this.#client) {
      if (isWholeLog) for (const [place] of this.#unlike) this.#report(place, 'the export', undefined, undefined);
      return isWholeLog ? 0 : this.#unlike.size;
    }
    for (const [place, expected] of this.#unlike) {
      const [table = '', key = ''] = place.split('\t');
      const now = (await readLines(this.#client, this.#log.book, table, [key])).get(key);
      this.#report(place, 'the database', expected, now);
    }
    if (isWholeLog) await this.#findStrangers(this.#client);
    return 0;
  }

  #report(place: string, where: string, expected: Expected | undefined, now: string | undefined): void {
    const [table = '', key = ''] = place.split('\t');
    const inChinese = where === 'the export' ? '导出文件' : '数据库';
    if (where === 'the export') {
      return this.#log.find(
        `${table} ${key}`,
        'The row was changed or removed before the export was made.',
        '该行在导出之前已被改动或删除。',
      );
    }
    if (now === undefined) {
      return this.#log.find(`${table} ${key}`, `The row was removed from ${where}.`, `该行已从${inChinese}中删除。`);
    }
    const columns = expected?.line === undefined ? [] : changedColumns(table, expected.line, now);
    const named = columns.length > 0 ? `: ${columns.join(', ')}` : '';
    this.#log.find(
      `${table} ${key}`,
      `The row was changed${named} (leaf ${expected!.leaf}).`,
      `该行被改动${named}（第 ${expected!.leaf} 号叶）。`,
    );
  }

  async #findStrangers(client: ClientBase): Promise<void> {
    for (const table of COVERED_TABLES) {
      await client.query({
        text: `declare audit no scroll cursor for select key from (${selectRows(table)}) as r(key)`,
        values: [this.#log.book],
      });
      for (;;) {
        const { rows } = await client.query<{ key: string }>('fetch 10000 from audit');
        if (rows.length === 0) break;
        for (const { key } of rows) {
          if (this.#isKnown(table.name, key) || this.#isStillToCome(table, key)) continue;
          this.#log.find(
            `${table.name} ${key}`,
            'The row is in the database and in no leaf of the log.',
            '数据库中有该行，但日志中没有任何叶记录它。',
          );
        }
      }
      await client.query('close audit');
    }
  }
}

interface SpokenRow {
  readonly table: string;
  readonly key: string;
  readonly digest: string;
  readonly leaf: number;
  readonly line: string | undefined;
}

async function readStanding(
  client: ClientBase,
  bookId: number,
  spoken: readonly SpokenRow[],
): Promise<Map<string, Map<string, string>>> {
  const keys = new Map<string, Set<string>>();
  for (const { table, key } of spoken) {
    if (!keys.has(table)) keys.set(table, new Set());
    keys.get(table)!.add(key);
  }
  const standing = new Map<string, Map<string, string>>();
  for (const [table, wanted] of keys) standing.set(table, await readLines(client, bookId, table, [...wanted]));
  return standing;
}

function changedColumns(table: string, before: string, now: string): string[] {
  const [then, current] = [before.split('\t'), now.split('\t')];
  const columns = coveredTable(table)?.columns ?? [];
  return columns.flatMap(([name], index) => (then[index] === current[index] ? [] : [name]));
}

function digestOf(line: string): string {
  return hash('sha256', line, 'base64url');
}
