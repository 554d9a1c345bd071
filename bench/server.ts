// The whole server under this process's own flags, which are those of `npm start`, on a fresh data folder of its own, and
// what its processes cost.
import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { type Use, useOf } from './measure.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const PORT = 8_179;
const START_TIMEOUT_MS = 120_000;

export interface BenchServer {
  readonly url: string;
  /** Milliseconds from its being started to its first words that it listens. */
  readonly startMs: number;
  /** The token of the operator or of a participant, by name. */
  token(name: string): string;
  /** Processor time so far and resident memory now: the server's, and its PostgreSQL's with all its processes. */
  use(): { readonly server: Use; readonly postgres: Use };
  stop(): Promise<void>;
}

export async function startServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'feiqian bench '));
  chmodSync(folder, 0o755);
  const startedAt = performance.now();
  const args = [...process.execArgv, 'apps/server/main.ts', '--port', String(PORT), '--data', folder];
  const server = spawn(process.execPath, args, { cwd: root });
  let said = '';
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()));
  const stop = async (): Promise<void> => {
    if (server.exitCode === null && server.signalCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGINT');
      await ended;
    }
    const cluster = join(folder, 'postgres');
    const real = existsSync(cluster) ? realpathSync(cluster) : cluster;
    for (const suffix of ['', '.log', '-socket']) rmSync(`${real}${suffix}`, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  while (!said.includes('Ctrl-C')) {
    if (performance.now() - startedAt > START_TIMEOUT_MS || server.exitCode !== null) {
      await stop();
      throw new Error(`The server did not start:\n${said}`);
    }
    await pause(5);
  }
  const postmaster = Number(readFileSync(join(folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
  return {
    url: `http://127.0.0.1:${PORT}`,
    startMs: performance.now() - startedAt,
    token: (name) => new RegExp(`${name}\\.\\S+`).exec(said)![0],
    use: () => ({ server: useOf(server.pid!), postgres: useOf(postmaster, 'with its children') }),
    stop,
  };
}
