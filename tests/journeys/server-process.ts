// The real server as a process that a drill may kill, freeze and start again: one port, one data folder, a central bank
// of a few banks whose business day is always open.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { Tokens } from '../../apps/server/tokens.ts';
import { root } from '../contract/source-files.ts';

export const BANKS = ['AAAACNBJ', 'BBBBCNBJ', 'CCCCCNBJ'] as const;
const PATIENCE_MS = 120_000;
const TSX = ['--import', 'tsx', 'apps/server/main.ts'] as const;

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  readonly body: any;
}

export interface ServerProcess {
  readonly url: string;
  readonly port: number;
  readonly data: string;
  readonly child: ChildProcess;
  /** What it has said since its last start. */
  said(): string;
  /** Starts it, again on the same folder and port, and resolves once it answers. */
  start(): Promise<void>;
  /** Starts it and leaves it to itself. */
  launch(): void;
  /** Sends the signal, and resolves with the exit code, or with the signal that ended it. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
  /** Resolves once it has ended by itself. */
  ended(): Promise<number | NodeJS.Signals>;
  tokenOf(who: string): string;
  ask(who: string, method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Asked>;
}

export interface ProcessOptions {
  /** Of a PostgreSQL that others share; the embedded one when absent. */
  readonly databaseUrl?: string;
  /** Program and arguments before the server's own. */
  readonly command?: readonly string[];
  readonly port?: number;
  readonly data?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Lines of feiqian.yaml beside the usual. */
  readonly configured?: readonly string[];
  /** The user to run it as, when we are root. */
  readonly user?: { readonly uid: number; readonly gid: number };
}

/** Not started yet; ended and removed with the test. */
export async function givenServer(t: TestContext, options: ProcessOptions = {}): Promise<ServerProcess> {
  const port = options.port ?? (await freePort());
  // Before the folders are: it ends before they are removed.
  t.after(async () => {
    if (!isRunning()) return;
    child.kill('SIGCONT');
    child.kill('SIGINT');
    await ended();
  });
  const data = options.data ?? givenFolder(t);
  const folder = givenFolder(t);
  const config = join(folder, 'feiqian.yaml');
  writeFileSync(config, configuration(options.configured), { mode: 0o644 });
  const [program, ...before] = options.command ?? [process.execPath, ...TSX];
  const env = { ...process.env, ...options.env };
  delete env.DATABASE_URL;
  if (options.databaseUrl) env.DATABASE_URL = options.databaseUrl;
  const url = `http://127.0.0.1:${port}`;
  let child!: ChildProcess;
  let said = '';
  const launch = (): void => {
    said = '';
    child = spawn(program!, [...before, '--port', String(port), '--data', data, '--config', config], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
      ...(options.user ? { uid: options.user.uid, gid: options.user.gid } : {}),
    });
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (text: Buffer) => (said += text.toString()));
  };
  const isRunning = (): boolean => child?.exitCode === null && child.signalCode === null;
  const ended = async (): Promise<number | NodeJS.Signals> => {
    await until(() => !isRunning(), () => `The server has not ended:\n${said}`); // prettier-ignore
    return child.signalCode ?? child.exitCode!;
  };
  const tokenOf = (who: string): string => {
    const tokens = new Tokens(data);
    return who === 'operator' ? tokens.operator() : tokens.participant(who);
  };
  return {
    url,
    port,
    data,
    get child() {
      return child;
    },
    said: () => said,
    launch,
    start: async () => {
      launch();
      const isUp = () => fetch(`${url}/v1/institution`).then(({ ok }) => ok, () => false); // prettier-ignore
      await until(
        async () => !isRunning() || (await isUp()),
        () => `The server does not answer:\n${said}`,
      );
      if (!isRunning()) throw new Error(`The server ended at its start:\n${said}`);
    },
    end: async (signal) => {
      child.kill(signal);
      return ended();
    },
    ended,
    tokenOf,
    ask: async (who, method, path, body, signal) => {
      const isXml = typeof body === 'string';
      const type = body === undefined ? {} : { 'content-type': isXml ? 'application/xml' : 'application/json' };
      const answer = await fetch(url + path, {
        method,
        ...(signal ? { signal } : {}),
        headers: { ...type, authorization: `Bearer ${tokenOf(who)}` },
        ...(body === undefined ? {} : { body: isXml ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return { status: answer.status, headers: answer.headers, body: isJson ? JSON.parse(text) : text };
    },
  };
}

/** Lends each bank this much. */
export async function fundBanks(server: ServerProcess, amount: string): Promise<void> {
  for (const bic of BANKS) {
    const funding = { direction: 'lend', amount, reason: 'opening' };
    const { status, body } = await server.ask('operator', 'POST', `/v1/participants/${bic}/funding`, funding);
    if (status !== 200) throw new Error(JSON.stringify(body));
  }
}

/** The embedded PostgreSQL's own process. */
export function postmasterOf({ data }: ServerProcess): number {
  return Number(readFileSync(join(data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** One question to the database of the embedded PostgreSQL. */
export async function queryEmbedded<Row extends pg.QueryResultRow>(
  { data }: ServerProcess,
  sql: string,
): Promise<Row[]> {
  const sockets = encodeURIComponent(join(data, 'postgres-socket'));
  return queryDatabase<Row>(`postgresql://feiqian@/feiqian?host=${sockets}`, sql);
}

export async function queryDatabase<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

export async function until(isSo: () => boolean | Promise<boolean>, complaint: () => string): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(complaint());
    await pause(20);
  }
}

/** With a space in its name, and open to the user that PostgreSQL runs as. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian drill '));
  chmodSync(folder, 0o755);
  return folder;
}

export function givenFolder(t: TestContext): string {
  const folder = makeFolder();
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** It is about nine in the morning there, whenever the test runs. */
function configuration(more: readonly string[] = []): string {
  const ahead = (9 - new Date().getUTCHours() + 24) % 24;
  const hours = ahead > 12 ? ahead - 24 : ahead;
  const participants = BANKS.map((bic) => `  - { bic: ${bic}, kind: direct, name: Bank ${bic} }`);
  return [
    // Receivers of tests are on this machine.
    'webhooks: { allowedHosts: [127.0.0.1] }',
    `timeZone: Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}`,
    'calendar: { weekend: [] }',
    'participants:',
    ...participants,
    ...more,
  ].join('\n');
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
