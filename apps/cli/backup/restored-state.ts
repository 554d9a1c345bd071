// What was restored: brought to this program's schema, fenced off from the writer it was copied from, and its evidence
// verified from the first leaf to the last, with every row it speaks for.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { type ExportLine, type LogEnd, readLogEnd } from '../../../modules/evidence/index.ts';
import { migrate } from '../../../platform/postgres/migrate.ts';
import { raiseTerms } from '../../../platform/writer/term.ts';
import { BOOK_ID } from '../../server/compose.ts';
import { auditLog } from '../audit-all.ts';
import { type BackupManifest } from './manifest.ts';

export interface RestoredState {
  readonly head: string | null;
  readonly commits: number;
  /** RFC 3339. */
  readonly decidedAt: string;
  readonly term: number;
  /** Verified. */
  readonly rows: number;
}

export async function proveRestored(
  url: string,
  folder: string,
  { head: keptHead }: BackupManifest,
  keyPem: string | undefined,
): Promise<RestoredState> {
  await migrate(url);
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const term = await raiseTerms(client);
    const end = await readLogEnd(client, BOOK_ID);
    if (!end) return { head: null, commits: 0, decidedAt: '—', term, rows: 0 };
    const rows = await verifyAll(client, end, keyPem ?? keyOf(folder, end), keptHead);
    const { rows: writers } = await client.query<{ commits: string; at: string }>(
      `select commits::text, to_char(decided_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at
       from platform.writers where book_id = $1`,
      [BOOK_ID],
    );
    const [writer] = writers;
    return { head: end.head, commits: Number(writer?.commits ?? 0), decidedAt: writer?.at ?? '—', term, rows };
  } finally {
    await client.end();
  }
}

/** The one that signs there now: without it the server would not start either. */
function keyOf(folder: string, { keyId }: LogEnd): string {
  const file = join(folder, 'evidence-keys', `${keyId}.public.pem`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  throw new Error(`The backup does not hold the key ${keyId} of the evidence: name its public half with --key.`);
}

async function verifyAll(client: pg.Client, end: LogEnd, keyPem: string, keptHead: string | null): Promise<number> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`set local datestyle = 'ISO'`);
  const { log, rows } = await auditLog(emptyExport(end), keyPem, { client, keptHead: keptHead ?? undefined });
  await client.query('commit');
  const [first] = log.findings;
  if (!first) return rows.checked;
  throw new Error(
    `The evidence of what was restored is not as it was written, in ${log.findings.length} places; the first: ${first.place}: ${first.en}`,
  );
}

/** All there is to hear stands in the database. */
async function* emptyExport({ origin }: LogEnd): AsyncGenerator<ExportLine> {
  yield { type: 'begin', version: 1, origin, book: BOOK_ID, size: 0, roots: [], head: null, keys: [] };
  yield await Promise.resolve({ type: 'end', size: 0, isLogsEnd: false });
}
