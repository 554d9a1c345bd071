// An institution's services and requests in a real Chromium: it reads a document, unsubscribes and subscribes, finds a request of its
// machine by the id of the answer and runs it again in its sandbox; the central bank sets a price. In both languages.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { transferXml } from '../contract/testing.ts';
import { findChromium, startChromium } from './chromium.ts';
import { lookAt, PICTURES } from './look.ts';
import { enrolPerson } from './passkeys.ts';
import { signInAsOperator, startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so the pages of services were not looked at.';
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

test(
  'a bank reads a document, leaves a service and takes it again, and runs a request of its machine again',
  { skip },
  async () => {
    const { page } = await enrolPerson(browser, server, {
      organisationId: BANK,
      login: 'su.yun',
      name: '苏云',
      roles: ['member-administrator', 'member-operator'],
    });
    await page.getByRole('link', { name: 'Services', exact: true }).click();
    const service = page
      .locator('section')
      .filter({ has: page.getByRole('heading', { name: 'Webhooks', exact: true }) });
    await service.getByText('Subscribed', { exact: true }).waitFor();
    await lookAt(page, 'services');
    const address = await page.getByRole('link', { name: 'Receive webhooks' }).getAttribute('href');
    const [document] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('link', { name: 'Receive webhooks' }).click(),
    ]);
    await document.getByRole('heading', { level: 1 }).waitFor();
    await document.getByRole('link', { name: '中文' }).click();
    await document.getByRole('heading', { level: 1, name: /Webhook/ }).waitFor();
    if (PICTURES) await document.screenshot({ path: join(PICTURES, 'document.png') });
    assert.equal(address, '/v1/documents/receive-webhooks?language=en');
    await document.close();

    await service.getByRole('button', { name: 'Unsubscribe' }).click();
    await page.getByLabel('Reason, for the record').fill('Not used any more');
    await page.getByRole('dialog').getByRole('button', { name: 'Unsubscribe' }).click();
    await service.getByText('Not subscribed').waitFor();
    await service.getByRole('button', { name: 'Subscribe' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Subscribe' }).click();
    await service.getByText('Subscribed', { exact: true }).waitFor();

    const token = /bank token\s+(\S+)/.exec(server.said())![1]!;
    assert.ok(token.startsWith(BANK));
    const headers = { authorization: `Bearer ${token}` };
    const base = `${server.url}/sandbox/${BANK}`;
    const made = await fetch(`${server.url}/v1/organisations/${BANK}/environments`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ kind: 'sandbox' }),
    });
    assert.equal(made.status, 201, await made.text());
    const { clock } = (await (await fetch(`${base}/v1/environment`, { headers })).json()) as {
      clock: { date: string };
    };
    const sent = await fetch(`${base}/v1/messages`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/xml' },
      body: transferXml('FIRST-1', 1, BANK, 'LOTSCNBJ', '1234.50', clock.date),
    });
    assert.equal(sent.status, 200);
    const requestId = sent.headers.get('x-request-id')!;

    await page.getByRole('link', { name: 'queue', exact: true }).click();
    await page.getByRole('heading', { name: 'Try queue in your sandbox' }).waitFor();
    await act(page, 'Send to the sandbox');
    await page.getByLabel('What was answered').getByText('"items"').waitFor();
    await page.goto(`${server.url}/services/try/messages`);
    await page.getByRole('button', { name: 'Send to the sandbox' }).waitFor();
    await lookAt(page, 'try');
    await act(page, 'Send to the sandbox');
    const answer = page.getByLabel('What was answered');
    await answer.getByText('ACSC').waitFor();

    await page.getByRole('link', { name: 'Requests', exact: true }).click();
    await page.getByLabel('Request id').fill(requestId);
    const row = page.locator(`tr[data-row="${requestId}"]`);
    await page.getByText('1 row', { exact: true }).waitFor();
    await lookAt(page, 'requests');
    await row.click();
    await page.getByRole('heading', { name: 'POST /v1/messages' }).waitFor();
    await act(page, 'Run again in the sandbox');
    await page.getByRole('dialog').getByRole('button', { name: 'Run again in the sandbox' }).click();
    const now = page.getByLabel('In the sandbox now');
    await now.waitFor();
    assert.match(
      (await now.innerText()).replaceAll(/\s/g, ''),
      /<TxSts>ACSC<\/TxSts>/,
      'the payment was made again, under names of its own',
    );
    assert.doesNotMatch(await page.getByLabel('What was sent now').innerText(), /FIRST-1</);
    if (PICTURES) await page.screenshot({ path: join(PICTURES, 'run-again.png'), fullPage: true });
    await lookAt(page, 'request');
  },
);

test('an officer of the central bank sets a price from a day on', { skip }, async () => {
  const context = await browser.newContext({ locale: 'en' });
  await signInAsOperator(context, server);
  const page = await context.newPage();
  await page.goto(`${server.url}/services?organisation=${BANK}`);
  const service = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: 'Simulator', exact: true }) });
  await service.getByRole('button', { name: 'Set the price' }).click();
  await page.getByLabel('Price a month').fill('500.00');
  await page.getByLabel('From').fill('2090-01-01');
  await page.getByLabel('Reason, for the record').fill('Tariff of 2090');
  await page.getByRole('dialog').getByRole('button', { name: 'Set the price' }).click();
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  if (PICTURES) await page.screenshot({ path: join(PICTURES, 'services-central-bank.png'), fullPage: true });
  assert.equal((await page.request.get(`${server.url}/v1/services/simulator/prices`)).status(), 200);
});
