// `feiqian audit export` writes the evidence to a file; `feiqian audit verify` checks such a file,
// `feiqian audit verify-data` an export of an organisation's data.
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type ReadableStream } from 'node:stream/web';
import { parseArgs } from 'node:util';
import { exportEvidence } from '../../modules/evidence/index.ts';
import { parseInstant } from '../../platform/instant.ts';
import { openPool } from '../../platform/postgres/connect.ts';
import { verifyData } from './audit-data.ts';
import { verify } from './audit-verify.ts';

const EXPORT_USAGE =
  'npx feiqian audit export FILE [--from 2027-04-14T00:00:00Z] [--to …] (--database URL | --server URL --token TOKEN) [--book 1]';

export async function audit(args: string[]): Promise<number> {
  const [act, ...rest] = args;
  if (act === 'verify') return verify(rest);
  if (act === 'verify-data') return verifyData(rest);
  if (act === 'export') return exportToFile(rest);
  console.error(
    `"audit" is followed by "export", "verify" or "verify-data", not "${act ?? ''}".\nUsage: ${EXPORT_USAGE}`,
  );
  return 2;
}

async function exportToFile(args: string[]): Promise<number> {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        from: { type: 'string' },
        to: { type: 'string' },
        database: { type: 'string' },
        server: { type: 'string' },
        token: { type: 'string' },
        book: { type: 'string', default: '1' },
      },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new Error('Name one file to write.');
    const { from, to, database, server, token } = values;
    for (const moment of [from, to]) {
      if (moment !== undefined && parseInstant(moment) === undefined)
        throw new Error(`"${moment}" is not a moment like 2027-04-14T00:00:00Z.`);
    }
    if (database !== undefined) await exportDatabase(file, database, Number(values.book), from, to);
    else if (server !== undefined) await exportServer(file, server, token, from, to);
    else throw new Error('Name where the evidence is: --database or --server.');
    return 0;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\nUsage: ${EXPORT_USAGE}`);
    return 2;
  }
}

async function exportDatabase(file: string, url: string, bookId: number, from?: string, to?: string): Promise<void> {
  const pool = openPool(url, { max: 1 });
  const range = { from: from && parseInstant(from), to: to && parseInstant(to) };
  async function* lines(): AsyncGenerator<string> {
    for await (const line of exportEvidence(pool, bookId, range as { from?: number; to?: number })) {
      yield `${JSON.stringify(line)}\n`;
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(file));
  } finally {
    await pool.end();
  }
}

async function exportServer(file: string, server: string, token?: string, from?: string, to?: string): Promise<void> {
  const address = new URL('/v1/evidence/export', server);
  if (from !== undefined) address.searchParams.set('from', from);
  if (to !== undefined) address.searchParams.set('to', to);
  const answer = await fetch(address, token === undefined ? {} : { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok || !answer.body) throw new Error(`${server} answered ${answer.status}: ${await answer.text()}`);
  await pipeline(Readable.fromWeb(answer.body as ReadableStream), createWriteStream(file));
}
