// The server of the four-eyes tests as a process, and the console in a browser as one of its invented people.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext } from 'node:test';
import { type Browser, type BrowserContext, type Page } from 'playwright-core';
import { type Pool } from '../../platform/postgres/connect.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';
import { root } from '../contract/source-files.ts';

export async function startInvented(t: TestContext): Promise<{ url: string; pool: Pool }> {
  const { url: databaseUrl, pool } = await testDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'feiqian approvals '));
  const args = ['--import', 'tsx', 'tests/journeys/four-eyes-server.ts', databaseUrl, folder];
  const child: ChildProcess = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  t.after(async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });
  const url = await new Promise<string>((resolve) =>
    child.stdout!.once('data', (text: Buffer) => resolve(text.toString().trim())),
  );
  return { url, pool };
}

export async function openAs(
  t: TestContext,
  browser: Browser,
  url: string,
  login: string,
  language = 'en',
  colorScheme: 'light' | 'dark' = 'light',
): Promise<{ page: Page; context: BrowserContext; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: language, colorScheme });
  t.after(() => context.close());
  await context.addInitScript((chosen) => localStorage.setItem('feiqian.language', chosen), language);
  const entered = await fetch(`${url}/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login }),
  });
  const [name = '', value = ''] = entered.headers.get('set-cookie')!.split(';')[0]!.split('=');
  await context.addCookies([{ name, value, url, httpOnly: true, sameSite: 'Strict' }]);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  return { page, context, faults };
}
