// Four-eyes in the console, in a real Chromium, in both languages, light and dark: one asks, another sees what it changes
// and approves, and it is done.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { type Caller } from '../../platform/http/index.ts';
import { asItIs, givenPolicy, official } from '../contract/testing.ts';
import { findChromium, startChromium } from './chromium.ts';
import { openAs, startInvented } from './invented-people.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so approvals were not looked at.';
const BANK = 'AAAACNBJ';
const maker = official('li.na', 'operator', 'viewer');
/** Pictures for a person to look at, when a folder is named. */
const PICTURES = process.env.FEIQIAN_PICTURES;

let browser: Browser;
before(async () => {
  if (executable) browser = await startChromium(executable);
});
after(() => browser?.close());

async function start(t: TestContext): Promise<string> {
  const { url } = await startInvented(t);
  const bank = { bic: BANK, kind: 'direct', name: { en: 'Bank of Orchids', zh: '兰花银行' }, joinedOn: '2027-01-04' };
  await fetch(`${url}/v1/participants`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(bank),
  });
  const ask = async (who: Caller, method: string, path: string, given: object) => {
    const headers = { 'content-type': 'application/json', authorization: asItIs(who) };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(given) });
    return { status: answer.status, body: await answer.json() };
  };
  const asking = { ask } as unknown as Parameters<typeof givenPolicy>[0];
  for (const action of ['credit:write', 'funding:write']) await givenPolicy(asking, action, 1);
  return url;
}

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

test('one asks, the other sees what it changes and approves, and it is done', { skip }, async (t) => {
  const url = await start(t);
  const { page, faults } = await openAs(t, browser, url, 'li.na');
  await page.goto(`${url}/participants/${BANK}`);
  await page.getByRole('button', { name: 'Other acts' }).click();
  await page.getByRole('menuitem', { name: 'Change credit line' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('New credit line').fill('2500');
  await dialog.getByLabel('Reason, for the record').fill('Collateral came');
  await dialog.getByRole('button', { name: 'Change credit line', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await page.getByText('Sent for approval; nothing was changed yet.').waitFor();
  await picture(page, 'sent');
  await page.getByRole('link', { name: 'See the request' }).click();
  await page.getByText('Waiting', { exact: true }).waitFor();
  await picture(page, 'own-request');

  const other = await openAs(t, browser, url, 'zhao.yi');
  await other.page.goto(`${url}/participants`);
  const place = other.page.getByRole('link', { name: /Approvals/ });
  await place.getByText('1', { exact: true }).waitFor();
  await place.click();
  await other.page.getByRole('row', { name: /li\.na/ }).waitFor();
  await picture(other.page, 'inbox');
  await other.page.getByRole('row', { name: /li\.na/ }).getByText('Set the intraday credit line').click();
  await other.page.getByRole('cell', { name: '2,500.00' }).waitFor();
  await picture(other.page, 'request');
  await other.page.getByRole('button', { name: 'Approve', exact: true }).click();
  const confirm = other.page.getByRole('dialog');
  await picture(other.page, 'approve');
  await confirm.getByRole('button', { name: 'Approve', exact: true }).click();
  await other.page.getByText('Carried out', { exact: true }).waitFor();
  await picture(other.page, 'carried-out');
  const participant = await (await fetch(`${url}/v1/participants/${BANK}`)).json();
  assert.equal((participant as { creditLine: string }).creditLine, '250000');
  assert.deepEqual([...faults, ...other.faults], []);
}); // prettier-ignore

test('the pages of approvals stand in Chinese and in the dark, and a request can be refused with its reason', { skip }, async (t) => {
  const url = await start(t);
  const held = await fetch(`${url}/v1/participants/${BANK}/funding`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: asItIs(maker) },
    body: JSON.stringify({ direction: 'lend', amount: '500000', reason: '午间头寸不足' }),
  });
  const { id } = (await held.json()) as { id: string };
  const { page, faults } = await openAs(t, browser, url, 'zhao.yi', 'zh-CN', 'dark');
  await page.goto(`${url}/approvals`);
  await page.getByRole('heading', { level: 1, name: '复核' }).waitFor();
  await page.getByRole('row', { name: /li\.na/ }).waitFor();
  await picture(page, 'inbox-zh-dark');
  await page.goto(`${url}/approvals/${id}`);
  await page.getByRole('cell', { name: '5,000.00' }).waitFor();
  await picture(page, 'request-zh-dark');
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, 'the page fits its window');
  await page.getByRole('button', { name: '拒绝', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('textarea').fill('额度已足够');
  await dialog.getByRole('button', { name: '拒绝', exact: true }).click();
  await page.getByText('已拒绝', { exact: true }).waitFor();
  await page.getByText('额度已足够').waitFor();
  assert.deepEqual(faults, []);
}); // prettier-ignore
