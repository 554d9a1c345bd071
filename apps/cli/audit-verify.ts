// `feiqian audit verify EXPORT --key PUBLIC.pem [--database URL] [--head FILE]`: is this log what its author signed, whole
// and unchanged, and are the rows those it speaks for? Needs the export and the public key; with the address of the
// database it also looks at every row there. Exit code 0 when all is as it was written, 1 when not, 2 for wrong use.
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { type ExportLine, parseHead } from '../../modules/evidence/index.ts';
import { type AuditedAll, auditLog } from './audit-all.ts';
import { type AuditedMonth, auditMonth, isMonth } from './audit-month.ts';

interface Options {
  readonly file: string;
  readonly keyPem: string;
  readonly database: string | undefined;
  /** A tree head kept from an earlier day. */
  readonly keptHead: string | undefined;
  readonly json: boolean;
  readonly language: 'en' | 'zh';
}

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
  const { file, keyPem, keptHead } = options;
  const first = await firstLine(file);
  if (isMonth(first)) {
    const month = await auditMonth(linesOf(file), keyPem, client);
    reportMonth(month, options);
    return month.findings.length === 0 ? 0 : 1;
  }
  const audited = await auditLog(readExport(file), keyPem, { client, keptHead });
  report(audited, options);
  return audited.log.findings.length === 0 ? 0 : 1;
}

const linesOf = (file: string) => createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });

async function firstLine(file: string): Promise<unknown> {
  for await (const line of readExport(file)) return line;
  return {};
}

function reportMonth({ findings, ...said }: AuditedMonth, { json, language }: Options): void {
  const { organisation, month, leaves, rows } = said;
  if (json) return console.log(JSON.stringify({ ...said, valid: findings.length === 0, findings }, null, 2));
  for (const { place, en, zh } of findings) console.log(`${place}: ${language === 'zh' ? zh : en}`);
  console.log(
    language === 'zh'
      ? `${organisation} ${month}：${leaves} 片叶，${rows} 行；${findings.length} 处不符。`
      : `${organisation} ${month}: ${leaves} leaves, ${rows} rows; ${findings.length} not as they were written.`,
  );
}

async function* readExport(file: string): AsyncGenerator<ExportLine> {
  let number = 0;
  for await (const text of linesOf(file)) {
    number += 1;
    try {
      yield JSON.parse(text) as ExportLine;
    } catch {
      throw new Error(`${file}: line ${number} is not JSON.`);
    }
  }
}

function report({ log, rows, unexplained, firstLeaf }: AuditedAll, options: Options): void {
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
