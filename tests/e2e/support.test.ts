// Support in a real Chromium, on both sides: an institution asks about a request of its log, an officer answers, it replies and
// closes; what waits for each stands in its navigation. In both languages.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, startChromium } from './chromium.ts';
import { lookAt } from './look.ts';
import { enrolPerson } from './passkeys.ts';
import { signInAsOperator, startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so the pages of support were not looked at.';
const BANK = 'MRDNCNBJ';

let browser: Browser;
let server: RunningServer;
before(async () => {
  if (!executable) return;
  browser = await startChromium(executable);
  server = await startServer();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
/** Of the navigation, with what waits there. */
const place = (page: Page, waiting = '') =>
  page.locator('.fq-places').getByRole('link', { name: `Support ${waiting}`.trim(), exact: true });

test('a bank asks about a request, an officer answers, and each sees what waits', { skip }, async () => {
  const { page } = await enrolPerson(browser, server, {
    organisationId: BANK,
    login: 'su.yun',
    name: '苏云',
    roles: ['member-administrator', 'member-operator'],
  });
  const token = /bank token\s+(\S+)/.exec(server.said())![1]!;
  const refused = await fetch(`${server.url}/v1/payments/none`, { headers: { authorization: `Bearer ${token}` } });
  assert.equal(refused.status, 404);
  const requestId = refused.headers.get('x-request-id')!;

  await page.getByRole('link', { name: 'Requests', exact: true }).click();
  await page.getByLabel('Request id').fill(requestId);
  await page.locator(`tr[data-row="${requestId}"]`).click();
  await page.getByRole('link', { name: 'Ask about it' }).click();
  const dialog = page.getByRole('dialog');
  assert.equal(await dialog.getByLabel('Request: id').inputValue(), requestId);
  await dialog.getByLabel('Subject').fill('A payment cannot be found');
  await dialog.getByLabel('Text').fill('It was sent at ten.\nWhere is it?');
  await dialog.getByRole('button', { name: 'Ask or report' }).click();
  await page.getByRole('heading', { name: 'A payment cannot be found' }).waitFor();
  const thread = page.locator('.fq-thread');
  await thread.getByText('Where is it?').waitFor();
  const address = page.url();

  const context = await browser.newContext({ locale: 'en' });
  await signInAsOperator(context, server);
  const officer = await context.newPage();
  await officer.goto(`${server.url}/`);
  await place(officer, '1').click();
  await lookAt(officer, 'support-all');
  await officer.getByText('A payment cannot be found').click();
  await officer.getByLabel('Text').fill('Its id is another; see the list of payments.');
  await act(officer, 'Answer');
  await officer.locator('.fq-thread').getByText('Its id is another').waitFor();
  await place(officer).waitFor();
  await lookAt(officer, 'support-case-officer');

  await page.goto(`${server.url}/support`);
  await place(page, '1').waitFor();
  await lookAt(page, 'support');
  await page.getByText('A payment cannot be found').click();
  await thread.getByText('Its id is another').waitFor();
  await lookAt(page, 'support-case');
  await act(page, 'Close the case');
  await page.getByRole('dialog').getByRole('button', { name: 'Close the case' }).click();
  await page.getByText('a post opens it again').waitFor();
  await place(page).waitFor();
  await page.getByLabel('Text').fill('Found, but it is twice there.');
  await act(page, 'Reply');
  await thread.getByText('twice there').waitFor();
  await place(officer, '1').waitFor();

  const other = await enrolPerson(browser, server, {
    organisationId: 'LOTSCNBJ',
    login: 'he.fan',
    name: '何帆',
    roles: ['member-administrator'],
  });
  await other.page.goto(address);
  await other.page.getByText('There is no such organisation').waitFor();
});
