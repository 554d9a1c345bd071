// What administrators decide, in the console: policies of four eyes, who stands in for whom, sign-in and signatures.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { type Caller } from '../../platform/http/index.ts';
import { asItIs, givenPolicy } from '../contract/testing.ts';
import { findChromium, startChromium } from './chromium.ts';
import { openAs, startInvented } from './invented-people.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so the pages of administration were not looked at.';

let browser: Browser;
before(async () => {
  if (executable) browser = await startChromium(executable);
});
after(() => browser?.close());

const REASON = 'Reason, for the record';
const dialogAct = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const choose = async (page: Page, field: string, option: string) => {
  await page.getByRole('dialog').getByRole('combobox', { name: field }).last().click();
  await page.getByRole('option', { name: option }).click();
};

test('a policy is changed by two security administrators, the second of whom sees the difference', { skip }, async (t) => {
  const { url } = await startInvented(t);
  const { page, faults } = await openAs(t, browser, url, 'xu.min');
  await page.goto(`${url}/policies`);
  const row = (on: Page) => on.getByRole('row', { name: /funding:write/ });
  await row(page).getByText('nobody else').waitFor();
  await row(page).getByRole('button', { name: 'Change' }).click();
  await page.getByText('nobody else is asked.', { exact: false }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Another amount' }).click();
  await page.getByRole('dialog').getByLabel('From this amount on').fill('1000000');
  await choose(page, 'How many others approve', '2 others');
  await page.getByLabel(REASON).fill('Large loans are seen by three');
  await dialogAct(page, 'Put forward');
  await page.getByRole('link', { name: 'See the request' }).click();
  await page.getByRole('button', { name: 'Approve (You asked for this yourself.)' }).waitFor();

  const other = await openAs(t, browser, url, 'tan.yue');
  await other.page.goto(`${url}/approvals`);
  await other.page.getByRole('row', { name: /xu\.min/ }).getByText('Change who must approve').click();
  await other.page.getByRole('cell', { name: '≥ 0: 0; ≥ 100000000: 2' }).waitFor();
  await other.page.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialogAct(other.page, 'Approve');
  await other.page.getByText('Carried out', { exact: true }).waitFor();
  await other.page.goto(`${url}/policies`);
  await row(other.page).getByText('from 1,000,000.00 CNY: 2 others').waitFor();
  await row(other.page).getByText('xu.min').waitFor();

  const operator = await openAs(t, browser, url, 'li.na', 'zh-CN', 'dark');
  await operator.page.goto(`${url}/policies`);
  await row(operator.page).getByText('1,000,000.00 CNY 起').waitFor();
  await row(operator.page).getByRole('button', { name: '变更 (复核策略由中央银行的安全管理员变更。)' }).waitFor();
  assert.deepEqual([...faults, ...other.faults, ...operator.faults], []);
}); // prettier-ignore

test('a supervisor who goes away lets a colleague stand in, and comes back early', { skip }, async (t) => {
  const { url } = await startInvented(t);
  const { page, faults } = await openAs(t, browser, url, 'zhao.yi');
  await page.goto(`${url}/approvals`);
  await page.getByRole('link', { name: 'Standing in' }).click();
  await page.getByText('Nobody is away.').waitFor();
  await page.getByRole('button', { name: 'Be away' }).click();
  await choose(page, 'Stands in', 'qian.er');
  const year = new Date().getUTCFullYear();
  await page.getByLabel('From').fill(`${year - 1}-12-31T08:00:00`);
  await page.getByLabel('Until', { exact: false }).fill(`${year + 1}-12-31T08:00:00`);
  await page.getByLabel(REASON).fill('On leave');
  await dialogAct(page, 'Be away');
  await page.getByRole('alert').getByText('within 90 days', { exact: false }).waitFor();
  await page.getByLabel('From').fill(`${year + 1}-02-01T08:00:00`);
  await page.getByLabel('Until', { exact: false }).fill(`${year + 1}-03-01T08:00:00`);
  await dialogAct(page, 'Be away');
  const row = page.getByRole('row', { name: /zhao\.yi/ });
  await row.getByText('qian.er').waitFor();
  await row.getByText('To come').waitFor();
  await row.getByRole('button', { name: 'Be back' }).click();
  await dialogAct(page, 'Be back');
  await row.getByText('Over').waitFor();
  assert.deepEqual(faults.filter((fault) => !fault.includes('422')), []);
}); // prettier-ignore

test('an institution’s administrator has messages signed, and no provider inside the bank is taken', { skip }, async (t) => {
  const { url } = await startInvented(t);
  const { page, faults } = await openAs(t, browser, url, 'su.yun');
  await page.goto(`${url}/signing-in`);
  await page.getByText('None: people sign in with passkeys alone.').waitFor();
  await page.getByRole('button', { name: 'Register', exact: true }).click();
  await page.getByLabel('Issuer').fill('https://10.0.0.1');
  await page.getByLabel('Client id').fill('feiqian');
  await page.getByLabel('Client secret').fill('not to be seen');
  await dialogAct(page, 'Register');
  await page.getByRole('alert').waitFor();
  await dialogAct(page, 'Back');

  await page.getByRole('button', { name: 'Require signatures' }).click();
  await page.getByText('Be sure that its systems sign.', { exact: false }).waitFor();
  await page.getByLabel(REASON).fill('As agreed');
  await dialogAct(page, 'Require signatures');
  await page.getByText('Messages without a signature are refused.').waitFor();
  await page.getByText('Signatures required').waitFor();
  const answer = await fetch(`${url}/v1/organisations/NOVA`);
  assert.equal(((await answer.json()) as { signsMessages: boolean }).signsMessages, true);
  assert.deepEqual(faults.filter((fault) => !fault.includes('422')), []);
}); // prettier-ignore

test('two administrators invite a person: one asks, the other approves, and the link is shown to who asked', { skip }, async (t) => {
  const { url } = await startInvented(t);
  const ask = async (who: Caller, method: string, path: string, given: object) => {
    const headers = { 'content-type': 'application/json', authorization: asItIs(who) };
    const answer = await fetch(url + path, { method, headers, body: JSON.stringify(given) });
    return { status: answer.status, body: await answer.json() };
  };
  const asking = { ask } as unknown as Parameters<typeof givenPolicy>[0];
  await givenPolicy(asking, 'people:write', 1, { roles: ['security-administrator', 'member-administrator'] });
  const { page, faults } = await openAs(t, browser, url, 'xu.min');
  await page.goto(`${url}/people`);
  await page.getByRole('button', { name: 'Invite', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('白露 Bai Lu');
  await page.getByRole('dialog').getByLabel('Login name').fill('bai.lu');
  await page.getByRole('dialog').getByLabel('Viewer', { exact: true }).check();
  await dialogAct(page, 'Make the link');
  await page.getByRole('link', { name: 'See the request' }).click();
  await page.getByRole('cell', { name: '白露 Bai Lu (bai.lu)' }).waitFor();

  const other = await openAs(t, browser, url, 'tan.yue', 'zh-CN', 'dark');
  await other.page.goto(`${url}/approvals`);
  await other.page.getByRole('row', { name: /xu\.min/ }).getByText('邀请人员').click();
  await other.page.getByRole('button', { name: '通过', exact: true }).click();
  await other.page.getByText('应答仅其本人可见', { exact: false }).waitFor();
  await dialogAct(other.page, '通过');
  await other.page.getByText('已复核，待申请人办理').waitFor();

  await page.getByRole('button', { name: 'Do it now' }).click();
  await dialogAct(page, 'Do it now');
  assert.match(await page.getByTestId('enrolment-link').innerText(), /\/enrol#/);
  await dialogAct(page, 'Done');
  await page.getByText('Carried out', { exact: true }).waitFor();
  assert.deepEqual([...faults, ...other.faults], []);
}); // prettier-ignore
