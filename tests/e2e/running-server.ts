// The real server as a child process with the demo running, on a free port and a data folder of its own.
// FEIQIAN_CONSOLE_URL names a server that runs already.
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type BrowserContext } from 'playwright-core';
import { Tokens } from '../../apps/server/tokens.ts';
import { type SignIn } from '../../client/index.ts';

const START_TIMEOUT_MS = 60_000;
const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningServer {
  /** By its name: passkeys are bound to one. */
  url: string;
  /** For asking as the operator. */
  headers: Record<string, string>;
  /** The session of the demo's operator; empty without the demo. */
  cookie: string;
  /** What it has said since its start. */
  said: () => string;
  stop: () => Promise<void>;
}

/** `options` are the server's own, such as `--no-demo`. */
export async function startServer(...options: string[]): Promise<RunningServer> {
  const given = process.env.FEIQIAN_CONSOLE_URL;
  if (given && options.length === 0) {
    const cookie = await demoSession(given);
    return { url: given, headers: { cookie }, cookie, said: () => '', stop: async () => undefined };
  }
  const port = await freePort();
  const data = mkdtempSync(join(tmpdir(), 'feiqian e2e '));
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', 'apps/server/main.ts', '--port', String(port), '--data', data, ...options],
    { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const url = `http://localhost:${port}`;
  const stop = async () => {
    await end(child);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilAnswering(url, child, () => said);
  } catch (cause) {
    await stop();
    throw new Error(`The server did not start:\n${said}`, { cause });
  }
  const headers = { authorization: `Bearer ${new Tokens(data).operator()}` };
  return { url, headers, cookie: await demoSession(url), said: () => said, stop };
}

/** One click, without the page: the first of the demo's people is its operator. */
async function demoSession(url: string): Promise<string> {
  const { demoPeople } = (await (await fetch(`${url}/v1/sign-in`)).json()) as SignIn;
  if (!demoPeople[0]) return '';
  const entered = await fetch(`${url}/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: demoPeople[0].login }),
  });
  return entered.headers.get('set-cookie')?.split(';')[0] ?? '';
}

/** Gives a browser the session of the demo's operator. */
export async function signInAsOperator(context: BrowserContext, { url, cookie }: RunningServer): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
}

async function untilAnswering(url: string, child: ChildProcess, said: () => string): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`It ended with code ${child.exitCode}.`);
    const isUp = await fetch(`${url}/v1/institution`).then(
      (answer) => answer.ok,
      () => false,
    );
    if (isUp && said().includes('Ctrl-C ends it')) return;
    await pause(200);
  }
  throw new Error(`It gave no answer within ${START_TIMEOUT_MS / 1_000} s.`);
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGINT');
  const timer = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await ended;
  clearTimeout(timer);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
