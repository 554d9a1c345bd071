// For tests: the server of four-eyes-server.ts as a process that can be killed at any point.
import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type TestContext } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { asItIs } from '../contract/testing.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Killable {
  ask(who: Caller | undefined, method: string, path: string, body?: object): Promise<{ status: number; body: any }>; // eslint-disable-line @typescript-eslint/no-explicit-any -- answers of every shape
  kill(): Promise<void>;
}

export async function start(t: TestContext, databaseUrl: string, dataFolder: string): Promise<Killable> {
  const args = ['--import', 'tsx', 'tests/journeys/four-eyes-server.ts', databaseUrl, dataFolder];
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  t.after(kill);
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', (text: Buffer) => resolve(text.toString().trim()));
    child.once('exit', () => reject(new Error('The server ended before it listened.')));
  });
  const ask: Killable['ask'] = async (who, method, path, body) => {
    const headers = {
      ...(who ? { authorization: asItIs(who) } : {}),
      ...(body ? { 'content-type': 'application/json' } : {}),
    };
    const answer = await fetch(url + path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    return { status: answer.status, body: await answer.json() };
  };
  return { ask, kill };
}
