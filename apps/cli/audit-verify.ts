// `feiqian audit verify EXPORT --key PUBLIC.pem [--database URL] [--head FILE]`: is this log what its author signed, whole
// and unchanged, and are the rows those it speaks for? Needs the export and the public key; with the address of the
// database it also looks at every row there. Exit code 0 when all is as it was written, 1 when not, 2 for wrong use.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type ExportLeaf, type ExportLine, parseHead, readStoredLeaves } from '../../modules/evidence/index.ts';
import { AuditedLog } from './audit-log.ts';
import { AuditedRows } from './audit-rows.ts';

interface Options {
  readonly file: string;
  readonly keyPem: string;
  readonly database: string | undefined;
  /** A tree head kept from an earlier day. */
  readonly keptHead: string | undefined;
  readonly json: boolean;
  readonly language: 'en' | 'zh';
}

const LEAVES_AT_ONCE = 64;

export async function verify(args: string[]): Promise<number> {
  const options = readOptions(args);
  if (typeof options === 'string') {
    console.error(
      `${options}\nUsage: npx feiqian audit verify EXPORT --key PUBLIC.pem [--database URL] [--head FILE] [--json] [--lang en|zh]`,
    );
    return 2;
  }
  const client = options.database === undefined ? undefined : new pg.Client({ connectionString: options.database });
  try {
    await client?.connect();
    await client?.query('begin isolation level repeatable read read only');
    await client?.query(`set local datestyle = 'ISO'`);
    return await audit(options, client);
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 2;
  } finally {
    await client?.end().catch(() => undefined);
  }
}

/** The options, or a sentence that says what is wrong with them. */
function readOptions(args: string[]): Options | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        key: { type: 'string' },
        database: { type: 'string' },
        head: { type: 'string' },
        json: { type: 'boolean', default: false },
        lang: { type: 'string', default: 'en' },
      },
      allowPositionals: true,
    });
    const { key, database, head, json, lang } = values;
    if (positionals.length !== 1) return 'Name one export.';
    if (key === undefined) return 'Name the public key with --key.';
    if (lang !== 'en' && lang !== 'zh') return `--lang is en or zh, not "${lang}".`;
    const keptHead = head === undefined ? undefined : readFileSync(head, 'utf8');
    if (keptHead !== undefined && !parseHead(keptHead)) return `${head} is not a signed tree head.`;
    return { file: positionals[0]!, keyPem: readFileSync(key, 'utf8'), database, keptHead, json, language: lang };
  } catch (error) {
    return (error as Error).message;
  }
}

async function audit(options: Options, client: pg.Client | undefined): Promise<number> {
  const log = new AuditedLog(options.keyPem);
  const rows = new AuditedRows(log, client);
  const keptSize = options.keptHead === undefined ? undefined : parseHead(options.keptHead)!.size;
  let firstLeaf = 0;
  let isLogsEnd = false;
  let isEnded = false;
  let waiting: ExportLeaf[] = [];
  /** Heads of the export by the leaf they stand on, until they were held against those in the database. */
  const heads = new Map<number, string>();
  const lookAtRows = async (): Promise<void> => {
    const leaves = waiting;
    waiting = [];
    if (client) await compareStored(log, client, leaves, heads);
    await rows.leaves(leaves);
  };
  const hearHeadKept = (): void => {
    if (log.size === keptSize) log.keptHead(options.keptHead!);
  };
  for await (const line of readExport(options.file)) {
    if (line.type === 'begin') {
      firstLeaf = line.size;
      log.begin(line);
      hearHeadKept();
    } else if (line.type === 'leaf') {
      log.leaf(line);
      hearHeadKept();
      waiting.push(line);
    } else if (line.type === 'head') {
      log.head(line.head);
      heads.set(log.size - 1, line.head);
      // A commit's last leaf is compared with its head.
      if (waiting.length >= LEAVES_AT_ONCE) await lookAtRows();
    } else [isEnded, isLogsEnd] = [true, line.isLogsEnd];
  }
  await lookAtRows();
  if (!isEnded) log.find('export', 'The file ends before its last line: it is not whole.', '文件没有结尾行：不完整。');
  if (client) isLogsEnd = await followDatabase(log, rows, client, hearHeadKept);
  if (keptSize !== undefined && keptSize > log.size) {
    log.find(
      `tree head of ${keptSize} leaves`,
      `The log has only ${log.size} leaves: its end was cut off.`,
      `日志只有 ${log.size} 片叶：尾部被截断。`,
    );
  }
  log.end();
  if (client && !log.isBroken) await compareNodes(log, client);
  const unexplained = await rows.end(firstLeaf === 0 && isLogsEnd);
  report(log, rows, unexplained, options, firstLeaf);
  return log.findings.length === 0 ? 0 : 1;
}

async function* readExport(file: string): AsyncGenerator<ExportLine> {
  let number = 0;
  for await (const text of createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity })) {
    number += 1;
    try {
      yield JSON.parse(text) as ExportLine;
    } catch {
      throw new Error(`${file}: line ${number} is not JSON.`);
    }
  }
}

/** The leaves in the database must be those of the export, to the byte. */
async function compareStored(
  log: AuditedLog,
  client: pg.Client,
  leaves: readonly ExportLeaf[],
  heads: Map<number, string>,
): Promise<void> {
  const [first, last] = [leaves[0], leaves.at(-1)];
  if (!first || !last) return;
  const stored = new Map((await readStoredLeaves(client, log.book, first.leaf, last.leaf + 1)).map((each) => [each.leaf, each])); // prettier-ignore
  for (const { leaf, record, hash, witness = null } of leaves) {
    const place = `evidence.leaves ${leaf}`;
    const row = stored.get(leaf);
    if (!row) {
      log.find(place, 'The leaf was removed from the database.', '该叶已从数据库中删除。');
      continue;
    }
    const head = heads.get(leaf) ?? null;
    heads.delete(leaf);
    const columns = Object.entries({ record, hash, witness, head }).flatMap(([name, value]) =>
      row[name as 'record'] === value ? [] : [name],
    );
    if (columns.length === 0) continue;
    const names = columns.join(', ');
    log.find(
      place,
      `The leaf in the database is not that of the export: ${names}.`,
      `数据库中的叶与导出文件不同：${names}。`,
    );
  }
}

/** Goes on with what the database has after the export; answers whether its end was reached. */
async function followDatabase(
  log: AuditedLog,
  rows: AuditedRows,
  client: pg.Client,
  afterLeaf: () => void,
): Promise<boolean> {
  while (!log.isBroken) {
    const stored = await readStoredLeaves(client, log.book, log.size, log.size + LEAVES_AT_ONCE);
    if (stored.length === 0) {
      const { rows: later } = await client.query('select 1 from evidence.leaves where book_id = $1 and leaf >= $2 limit 1', [log.book, log.size]); // prettier-ignore
      if (later.length === 0) return true;
      log.find(`evidence.leaves ${log.size}`, 'The leaf was removed from the database.', '该叶已从数据库中删除。');
      return false;
    }
    const leaves: ExportLeaf[] = [];
    for (const { witness, head, ...leaf } of stored) {
      const each = { ...leaf, ...(witness === null ? {} : { witness }) };
      leaves.push(each);
      log.leaf(each);
      afterLeaf();
      if (head !== null) log.head(head);
    }
    await rows.leaves(leaves);
  }
  return false;
}

async function compareNodes(log: AuditedLog, client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ place: string; hash: string }>(
    `select level || '/' || number as place, encode(hash, 'hex') as hash from evidence.nodes where book_id = $1`,
    [log.book],
  );
  const stored = new Map(rows.map(({ place, hash }) => [place, hash]));
  for (const [place, hash] of log.nodes) {
    if (stored.get(place) === hash) continue;
    log.find(
      `evidence.nodes ${place}`,
      'The root kept of this subtree is not that of its leaves.',
      '所存的子树根与其各叶不符。',
    );
  }
}

function report(log: AuditedLog, rows: AuditedRows, unexplained: number, options: Options, firstLeaf: number): void {
  const { findings, origin, size, heads: count } = log;
  if (options.json) {
    const summary = {
      origin,
      firstLeaf,
      size,
      heads: count,
      rows: rows.checked,
      unexplained,
      valid: findings.length === 0,
    };
    console.log(JSON.stringify({ ...summary, findings }, null, 2));
    return;
  }
  const isChinese = options.language === 'zh';
  for (const finding of findings) console.log(`${finding.place}: ${isChinese ? finding.zh : finding.en}`);
  console.log(
    isChinese
      ? `${origin}：第 ${firstLeaf} 至 ${size} 片叶，${count} 个树头，${rows.checked} 行；${findings.length} 处不符。`
      : `${origin}: leaves ${firstLeaf} to ${size}, ${count} tree heads, ${rows.checked} rows; ${findings.length} not as they were written.`,
  );
  if (unexplained > 0) {
    console.log(
      isChinese
        ? `${unexplained} 行在此文件之后有变动，或与其不符；用 --database 可逐行说明。`
        : `${unexplained} rows changed after what this file tells, or are not as it says; --database tells which.`,
    );
  }
}
