// The console in a real Chromium with the demo running: every page in both languages, and the acts an operator needs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { type Account, type Page as ListPage, type Participant, type Payment } from '../../client/index.ts';
import { findChromium, startChromium } from './chromium.ts';
import { signInAsOperator, startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable
  ? false
  : 'No Chromium on this machine, so the console was not tested. Install one, or name it in CHROMIUM_PATH.';

let server: RunningServer;
let browser: Browser;

before(async () => {
  if (!executable) return;
  server = await startServer();
  browser = await startChromium(executable);
  // The demo needs a moment until something is settled and something waits.
  await until('a settled payment', async () => (await list<Payment>('/v1/payments?state=settled')).items.length > 0);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

async function list<Row>(path: string): Promise<ListPage<Row>> {
  return (await (await fetch(`${server.url}${path}`, { headers: server.headers })).json()) as ListPage<Row>;
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, `${what} within 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

/** A page of the console that remembers everything that went wrong in it. */
async function openConsole(language: 'en' | 'zh-CN', width = 1280): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, locale: language });
  await context.addInitScript((chosen) => {
    if (localStorage.getItem('feiqian.language') === null) localStorage.setItem('feiqian.language', chosen);
  }, language);
  await signInAsOperator(context, server);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(`console: ${message.text()}`));
  page.on('pageerror', (error) => faults.push(`page: ${error.message}`));
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
  page.on('requestfailed', (request) => {
    // A page left while it still asks cancels its questions; the live stream ends with its page.
    if (request.failure()?.errorText !== 'net::ERR_ABORTED') faults.push(`failed: ${request.url()}`);
  });
  return { page, faults };
}

/** The page of an organisation's sandbox, made when it has none. */
async function givenSandbox(organisation: string): Promise<string> {
  const { status } = await fetch(`${server.url}/v1/organisations/${organisation}/environments`, {
    method: 'POST',
    headers: { ...server.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ kind: 'sandbox' }),
  });
  assert.ok(status === 201 || status === 409, String(status));
  return `/environments/sandbox/${organisation}`;
}

for (const language of ['en', 'zh-CN'] as const) {
  test(`every page shows itself without a fault in ${language}`, { skip }, async () => {
    const payment = (await list<Payment>('/v1/payments?limit=1')).items[0]!;
    const pages = ['/', '/payments', `/payments/${payment.id}`, '/queue', '/participants'];
    for (const kind of ['direct', 'indirect', 'clearing-house']) {
      const [participant] = (await list<Participant>(`/v1/participants?kind=${kind}&limit=1`)).items;
      if (participant) pages.push(`/participants/${participant.id}`);
    }
    for (const [page, path] of [
      ['clearing', '/v1/clearing?limit=1'],
      ['messages', '/v1/messages/all?direction=in&limit=1'],
      ['messages', '/v1/messages/all?direction=out&limit=1'],
      ['payments', '/v1/queue?limit=1'],
    ]) {
      const [row] = (await list<{ id: string }>(path!)).items;
      if (row) pages.push(`/${page}/${row.id}`);
    }
    pages.push('/environments', await givenSandbox('PLUMCNBJ'));
    const account = (await list<Account>('/v1/books/accounts?limit=1')).items[0]!;
    pages.push(
      '/approvals',
      '/day',
      '/clearing',
      '/messages',
      '/books',
      '/books?view=trial',
      `/books/${account.code}`,
      '/simulator',
      '/me',
    );
    const { page, faults } = await openConsole(language);
    for (const path of pages) {
      await page.goto(`${server.url}${path}`);
      await page.locator('h1').first().waitFor();
      await page.waitForTimeout(500);
      assert.equal(await page.locator('[role=alert]').count(), 0, `${path} shows no problem`);
      assert.deepEqual(faults, [], path);
      assert.equal(await page.locator('html').getAttribute('lang'), language);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      assert.ok(overflow <= 0, `${path} fits its window`);
    }
    await page.context().close();
  });
}

test('the first screen has its key figures', { skip }, async () => {
  const { page } = await openConsole('en');
  await page.goto(`${server.url}/`);
  await page.getByTestId('key-figure').first().waitFor();
  const figures = await page.getByTestId('key-figure').allInnerTexts();
  assert.ok(figures.length >= 5);
  for (const figure of figures) assert.match(figure, /\d|–/);
  await page.context().close();
});

test('palette, language and appearance work from the keyboard and are remembered', { skip }, async () => {
  const { page } = await openConsole('en');
  await page.goto(`${server.url}/`);
  await page.locator('h1').first().waitFor();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Books');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/books');
  await page.getByRole('button', { name: 'Language' }).click();
  await page.getByRole('heading', { level: 1, name: '账务' }).waitFor();
  await page.getByRole('button', { name: '外观' }).click();
  await page.getByRole('menuitem', { name: '深色' }).click();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: '账务' }).waitFor();
  assert.equal(await page.locator('html').getAttribute('data-mantine-color-scheme'), 'dark');
  await page.context().close();
});

test('a payment is found by its id and opened', { skip }, async () => {
  const payment = (await list<Payment>('/v1/payments?state=settled&limit=1')).items[0]!;
  const { page, faults } = await openConsole('en');
  await page.goto(`${server.url}/payments`);
  await page.getByLabel('Id, UETR, message id or end-to-end id').fill(payment.uetr);
  await page.keyboard.press('Enter');
  // Before it was found it may stand in the list as well, and leave from under the pointer.
  await until('it alone is found', async () => (await page.locator('[data-row]').count()) === 1);
  await page.locator(`[data-row="${payment.id}"]`).click();
  await page.waitForURL(`**/payments/${payment.id}`);
  await page.getByText('Settled, finally').waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a queued payment is cancelled after a sentence that names its effect', { skip }, async () => {
  await until('a queued payment', async () => (await list<Payment>('/v1/queue?limit=1')).items.length > 0);
  // With the demo paused the payment stays queued until the operator acts.
  await fetch(`${server.url}/v1/demo/pause`, {
    method: 'POST',
    headers: { 'idempotency-key': crypto.randomUUID(), ...server.headers },
  });
  const payment = (await list<Payment>('/v1/queue?limit=1')).items[0]!;
  const { page, faults } = await openConsole('en');
  await page.goto(`${server.url}/payments/${payment.id}`);
  await page.getByRole('button', { name: 'Cancel payment' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('leaves the queue and will not settle').waitFor();
  await dialog.getByLabel('Reason, for the record').fill('Asked for by the sender');
  await dialog.getByRole('button', { name: 'Cancel payment' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Cancelled', { exact: true }).first().waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

const simulator = {
  en: { example: 'Use the example', run: 'Run', report: 'Open the report', title: 'How payments settled' },
  'zh-CN': { example: '使用示例', run: '开始模拟', report: '打开报告', title: '清算方式' },
} as const;

for (const language of ['en', 'zh-CN'] as const) {
  test(`the simulator runs its example day and opens the report in ${language}`, { skip }, async () => {
    const words = simulator[language];
    const { page, faults } = await openConsole(language);
    await page.goto(`${server.url}/simulator`);
    await page.getByRole('button', { name: words.example }).click();
    await page.getByRole('button', { name: words.run, exact: true }).click();
    await page.waitForURL('**/simulator/*-*');
    const link = page.getByRole('link', { name: words.report });
    await link.waitFor();
    await page.getByRole('heading', { name: words.title }).waitFor();
    const figures = await page.getByTestId('key-figure').allInnerTexts();
    assert.match(figures[0]!, /^1/, 'what settled is shown');
    const [report] = await Promise.all([page.context().waitForEvent('page'), link.click()]);
    report.on('console', (message) => message.type() === 'error' && faults.push(`report: ${message.text()}`));
    await report.locator('h1').waitFor();
    assert.equal(await report.locator('html').getAttribute('lang'), language);
    assert.ok((await report.locator('figure svg').count()) >= 4);
    await page.getByRole('button', { name: language === 'en' ? 'Delete' : '删除' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: language === 'en' ? 'Delete' : '删除' })
      .click();
    await page.waitForURL('**/simulator');
    assert.deepEqual(faults, []);
    await page.context().close();
  });
}

test('a sandbox is unmistakable, its clock goes on and its faults are asked for and ended', { skip }, async () => {
  const path = await givenSandbox('LNTNCNBJ');
  const { page, faults } = await openConsole('en');
  await page.goto(`${server.url}${path}`);
  await page.getByRole('heading', { level: 1, name: 'LNTNCNBJ' }).waitFor();
  await page.locator('header .fq-environment-sandbox', { hasText: 'SANDBOX' }).first().waitFor();
  // The business day to come opens at half past eight the evening before.
  await page.getByRole('button', { name: 'To the next business day' }).click();
  await page
    .locator('dd', { hasText: /20:3\d/ })
    .first()
    .waitFor();
  await page.getByRole('button', { name: 'Refuse the next message' }).click();
  await page.getByRole('cell', { name: 'until it has happened' }).waitFor();
  await page.getByRole('button', { name: 'End', exact: true }).click();
  await page.getByText('Nothing is asked to go wrong.').waitFor();
  await page.getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').getByText('the seed stands again').waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Reset' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  assert.deepEqual(faults, []);
  await page.context().close();
});
