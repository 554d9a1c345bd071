// The command `feiqian`: as a process of its own, or, where that proves nothing more, called in this one.
import { type ChildProcess, spawn } from 'node:child_process';
import { type TestContext } from 'node:test';
import { main } from '../../apps/cli/feiqian.ts';
import { root } from '../contract/source-files.ts';

export interface Ran {
  readonly code: number | NodeJS.Signals;
  readonly out: string;
  readonly err: string;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
}

export function startFeiqian(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
  const inherited = { ...process.env };
  delete inherited.DATABASE_URL;
  const child = spawn(process.execPath, ['apps/cli/feiqian.mjs', ...args], {
    cwd: root,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (text: Buffer) => (said.out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (said.err += text.toString()));
  const ended = new Promise<Ran>((resolve) =>
    child.on('close', (code, signal) => resolve({ ...said, code: signal ?? code! })),
  );
  return { child, ended };
}

export async function callFeiqian(t: TestContext, args: readonly string[]): Promise<Ran> {
  const [out, err] = (['log', 'error'] as const).map((way) => t.mock.method(console, way, () => undefined));
  try {
    const code = await main([...args]);
    const textOf = (heard: typeof out): string => heard!.mock.calls.map((call) => String(call.arguments[0])).join('\n');
    return { code, out: textOf(out), err: textOf(err) };
  } finally {
    for (const way of [out, err]) way!.mock.restore();
  }
}
