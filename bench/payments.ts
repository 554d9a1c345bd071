// Whole payments: XML in over HTTP, checked, settled, durable, pacs.002 out, the receiver's message written. The load
// comes from this same process's cores, as a bank's would not.
import { mkdtempSync, chmodSync, rmSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Pool } from 'undici';
import { writeMessage } from '../modules/iso20022/index.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 8_179;
const BANKS = ['MRDNCNBJ', 'LOTSCNBJ', 'GRNWCNBJ', 'SLKRCNBJ'];

export interface PaymentsRow {
  readonly name: string;
  readonly messages: number;
  readonly transactionsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly settledShare: number;
}

/** Starts a server of its own, sends for the given seconds, and answers one row a message size. */
export async function paymentRows(seconds: number): Promise<PaymentsRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian bench '));
  chmodSync(folder, 0o755);
  const server = spawn(
    process.execPath,
    ['--import', 'tsx', 'apps/server/main.ts', '--port', String(PORT), '--data', folder],
    { cwd: root },
  );
  let said = '';
  server.stdout.on('data', (text: Buffer) => (said += text.toString()));
  server.stderr.on('data', (text: Buffer) => (said += text.toString()));
  try {
    const deadline = Date.now() + 60_000;
    while (!said.includes('Ctrl-C')) {
      if (Date.now() > deadline || server.exitCode !== null) throw new Error(`The server did not start:\n${said}`);
      await pause(50);
    }
    const token = (name: string): string => new RegExp(`${name}\\.\\S+`).exec(said)![0];
    await fetch(`http://127.0.0.1:${PORT}/v1/demo/stop`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token('operator')}` },
    });
    const day = (await (await fetch(`http://127.0.0.1:${PORT}/v1/institution`)).json()) as { startedAt: string };
    const date = new Date(Date.parse(day.startedAt) + 8 * 3_600_000).toISOString().slice(0, 10);
    const rows = [];
    for (const [size, clients] of [
      [1, 64],
      [100, 8],
    ] as const) {
      await load(token(BANKS[0]!), date, size, clients, 2);
      rows.push(await load(token(BANKS[0]!), date, size, clients, seconds));
    }
    return rows;
  } finally {
    server.kill('SIGINT');
    await new Promise((resolve) => server.once('exit', resolve));
    rmSync(folder, { recursive: true, force: true });
  }
}

async function load(token: string, date: string, size: number, clients: number, seconds: number): Promise<PaymentsRow> {
  const pool = new Pool(`http://127.0.0.1:${PORT}`, { connections: clients, pipelining: 1 });
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/xml' };
  const template = messageOf(date, size);
  const times: number[] = [];
  let settled = 0;
  const until = Date.now() + seconds * 1_000;
  const began = performance.now();
  const client = async (): Promise<void> => {
    while (Date.now() < until) {
      const body = template.replace(/@ID@/g, randomUUID().replaceAll('-', '')).replace(/@UETR@/g, () => randomUUID());
      const sentAt = performance.now();
      const answer = await pool.request({ path: '/v1/messages', method: 'POST', headers, body });
      const text = await answer.body.text();
      times.push(performance.now() - sentAt);
      settled += text.split('<TxSts>ACSC<').length - 1;
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const took = (performance.now() - began) / 1_000;
  await pool.close();
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    name: `whole payments, ${size} a message, ${clients} connections`,
    messages: times.length,
    transactionsPerSecond: (times.length * size) / took,
    p50Ms: at(0.5),
    p99Ms: at(0.99),
    settledShare: settled / (times.length * size),
  };
}

/** A pacs.008 with placeholders for its ids. */
function messageOf(date: string, size: number): string {
  const agent = (bic: string) => ({ FinInstnId: { BICFI: bic } });
  return writeMessage('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        MsgId: '@ID@',
        CreDtTm: `${date}T10:00:00+08:00`,
        NbOfTxs: String(size),
        SttlmInf: { SttlmMtd: 'CLRG' },
      },
      CdtTrfTxInf: Array.from({ length: size }, (_, index) => ({
        PmtId: { InstrId: `I${index}`, EndToEndId: `E${index}`, UETR: '00000000-0000-4000-8000-000000000000' },
        IntrBkSttlmAmt: { Ccy: 'CNY', value: '1.00' },
        IntrBkSttlmDt: date,
        ChrgBr: 'SLEV',
        InstgAgt: agent(BANKS[0]!),
        InstdAgt: agent(BANKS[1 + (index % 3)]!),
        Dbtr: { Nm: 'Orchid Textiles' },
        DbtrAcct: { Id: { Othr: { Id: '6200000001' } } },
        DbtrAgt: agent(BANKS[0]!),
        CdtrAgt: agent(BANKS[1 + (index % 3)]!),
        Cdtr: { Nm: 'Nine Rivers Power' },
        CdtrAcct: { Id: { Othr: { Id: '6300000002' } } },
        RmtInf: { Ustrd: 'Invoice 10001' },
      })),
    },
  }).replaceAll('00000000-0000-4000-8000-000000000000', '@UETR@');
}

if (process.argv[1]?.endsWith('payments.ts')) {
  for (const row of await paymentRows(8)) console.log(row);
}
