// Follows an export of the evidence line by line, and with a database behind it holds every leaf and row there against it:
// what `feiqian audit verify` and `feiqian restore` both ask.
import type pg from 'pg';
import { type ExportLeaf, type ExportLine, parseHead, readStoredLeaves } from '../../modules/evidence/index.ts';
import { AuditedLog } from './audit-log.ts';
import { AuditedRows } from './audit-rows.ts';

const LEAVES_AT_ONCE = 64;

export interface AuditedAll {
  readonly log: AuditedLog;
  readonly rows: AuditedRows;
  /** Rows that changed after what the export tells, when no database was asked. */
  readonly unexplained: number;
  readonly firstLeaf: number;
}

export interface AuditAlso {
  /** Its rows, and what it has after the export; within one snapshot. */
  readonly client?: pg.Client | undefined;
  /** A tree head kept from an earlier day. */
  readonly keptHead?: string | undefined;
}

/** Hears the export to its end; what is wrong is in the log's findings. */
export async function auditLog(
  lines: AsyncIterable<ExportLine>,
  keyPem: string,
  { client, keptHead }: AuditAlso,
): Promise<AuditedAll> {
  const log = new AuditedLog(keyPem);
  const rows = new AuditedRows(log, client);
  const keptSize = keptHead === undefined ? undefined : parseHead(keptHead)!.size;
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
    if (log.size === keptSize) log.keptHead(keptHead!);
  };
  for await (const line of lines) {
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
  return { log, rows, unexplained, firstLeaf };
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
