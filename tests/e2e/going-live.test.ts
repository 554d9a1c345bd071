// An institution's way to live in a real Chromium: its administrator sees what is next and asks; an officer puts it forward with
// the certificate; two supervisors approve with the certificate before them; then a key for live is made.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { givenCertificate } from '../../modules/conformance/testing.ts';
import { findChromium, startChromium } from './chromium.ts';
import { openAs, startInvented } from './invented-people.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so the way to live was not walked.';
/** Pictures for a person to look at, when a folder is named. */
const PICTURES = process.env.FEIQIAN_PICTURES;

let browser: Browser;
before(async () => {
  if (executable) browser = await startChromium(executable);
});
after(() => browser?.close());

const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};
const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialogAct = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

test('an institution asks to go live, three people of the central bank see to it, and its keys for live begin', { skip }, async (t) => {
  const { url, pool } = await startInvented(t);
  const own = await openAs(t, browser, url, 'su.yun');
  await own.page.goto(url);
  await own.page.getByRole('heading', { level: 1, name: 'Going live' }).waitFor();
  const step = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(`^${name}`) });
  await step(own.page, 'Sandbox').getByText('Next', { exact: true }).waitFor();
  await own.page.getByRole('link', { name: 'To the sandboxes' }).waitFor();
  await picture(own.page, 'going-live-invited');

  await own.page.goto(`${url}/keys`);
  await act(own.page, 'Register a key');
  await own.page.getByRole('combobox', { name: 'Environment' }).click();
  await own.page.getByRole('option', { name: 'Live' }).click();
  await own.page.getByRole('dialog').getByRole('button', { name: 'Register' }).hover({ force: true });
  await own.page.getByText('Live is not open to this institution yet.').waitFor();

  await givenCertificate(pool, 'NOVA', randomUUID());
  await own.page.goto(`${url}/going-live`);
  await step(own.page, 'Asked').getByRole('button', { name: 'Ask to go live' }).click();
  await picture(own.page, 'going-live-ask');
  await dialogAct(own.page, 'Ask to go live');
  await own.page.getByText('The central bank has been asked.', { exact: false }).waitFor();

  const officer = await openAs(t, browser, url, 'sun.mei');
  await officer.page.goto(`${url}/going-live?organisation=NOVA`);
  await act(officer.page, 'Put forward for approval');
  const dialog = officer.page.getByRole('dialog');
  await dialog.getByText('settlement 1').waitFor();
  await dialog.getByLabel('Reason, for the record').fill('Passed on the first day');
  await picture(officer.page, 'going-live-open');
  await dialogAct(officer.page, 'Put forward for approval');
  await officer.page.getByText('Sent for approval; nothing was changed yet.').waitFor();

  for (const login of ['zhao.yi', 'qian.er']) {
    const isFirst = login === 'zhao.yi';
    const [language, scheme] = isFirst ? (['en', 'light'] as const) : (['zh-CN', 'dark'] as const);
    const { page, faults } = await openAs(t, browser, url, login, language, scheme);
    await page.goto(`${url}/approvals`);
    await page.getByRole('row', { name: /sun\.mei/ }).getByText(isFirst ? 'Open live to an institution' : '开通生产环境').click();
    await page.getByRole('heading', { level: 2, name: isFirst ? 'Certificate' : '证书' }).waitFor();
    await picture(page, `going-live-approve-${language}`);
    await act(page, isFirst ? 'Approve' : '通过');
    await dialogAct(page, isFirst ? 'Approve' : '通过');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    assert.deepEqual(faults, []);
  }

  await step(own.page, 'Live').getByText('Done', { exact: true }).waitFor();
  await picture(own.page, 'going-live-done');
  await own.page.getByRole('link', { name: 'Register a key for live' }).click();
  await act(own.page, 'Register a key');
  await own.page.getByRole('combobox', { name: 'Environment' }).click();
  await own.page.getByRole('option', { name: 'Live' }).click();
  await own.page.getByRole('dialog').getByText('Reads only', { exact: true }).click();
  await own.page.getByLabel('What it is for').fill('books');
  await own.page.getByLabel(/organisations:read/).check();
  await dialogAct(own.page, 'Register');
  const secret = await own.page.getByTestId('key-secret').innerText();
  const answer = await fetch(`${url}/v1/organisations/NOVA`, { headers: { authorization: `Bearer ${secret}` } });
  assert.equal(answer.status, 200, 'the key lets in to live');
  assert.deepEqual([...own.faults, ...officer.faults], []);
}); // prettier-ignore
