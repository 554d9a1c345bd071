// An institution's own way through the console, in a real Chromium: its administrator signs in and finds keys, usage,
// conformance runs and webhooks of their own, in both languages; the central bank's people choose whose they see.
import assert from 'node:assert/strict';
import 'reflect-metadata';
import { generateKeyPairSync, webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import * as x509 from '@peculiar/x509';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, startChromium } from './chromium.ts';
import { enrolPerson } from './passkeys.ts';
import { signInAsOperator, startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so an institution’s pages were not looked at.';
const BANK = 'MRDNCNBJ';
/** Pictures for a person to look at, when a folder is named. */
const PICTURES = process.env.FEIQIAN_PICTURES;

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
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};
const publicKey = (): string =>
  generateKeyPairSync('ed25519').publicKey.export({ type: 'spki', format: 'pem' }).toString();

async function fits(page: Page): Promise<void> {
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  assert.ok(overflow <= 0, `${page.url()} is ${overflow} px wider than its window`);
}

test('an administrator of a bank keeps its keys, sees its usage, begins a run and registers a webhook', { skip }, async () => {
  const { page, faults } = await enrolPerson(browser, server, {
    organisationId: BANK,
    login: 'su.yun',
    name: '苏云',
    roles: ['member-administrator'],
  });
  await page.locator('.fq-organisation').getByText('Meridian', { exact: false }).waitFor();
  const places = await page.locator('nav a').allInnerTexts();
  assert.ok(!places.includes('Payments') && !places.includes('Books'), places.join(' '));

  await page.getByRole('link', { name: 'Services', exact: true }).click();
  await page.getByRole('heading', { level: 2, name: 'Webhooks' }).waitFor();
  await picture(page, 'services');

  await page.getByRole('link', { name: 'Keys', exact: true }).click();
  await page.getByText('No keys yet.').waitFor();
  await act(page, 'Register a key');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('Reads only', { exact: true }).click();
  await dialog.getByLabel('What it is for').fill('dashboards');
  await dialog.getByLabel(/quotas:read/).check();
  await dialog.getByLabel('Ends on').fill('2031-01-01');
  await act(page, 'Register');
  const secret = await page.getByTestId('key-secret').innerText();
  assert.match(secret, /^fqk_/);
  await picture(page, 'key-secret');
  await act(page, 'I have it');
  assert.equal(await page.getByText(secret).count(), 0, 'the secret is shown once');

  await act(page, 'Register a key');
  await dialog.getByLabel('What it is for').fill('payments-1');
  await dialog.getByLabel('Public key').fill(publicKey());
  await dialog.getByLabel(/messages:send/).check();
  await picture(page, 'register-key');
  await act(page, 'Register');
  await dialog.waitFor({ state: 'hidden' });
  const row = page.getByRole('row', { name: /payments-1/ });
  await row.getByRole('button', { name: 'Acts on this key' }).click();
  await page.getByRole('menuitem', { name: 'Replace' }).click();
  await dialog.getByLabel('Public key').fill(publicKey());
  await act(page, 'Replace');
  await row.filter({ hasText: 'has a successor' }).getByRole('button', { name: 'Acts on this key' }).click();
  await page.getByRole('menuitem', { name: 'Revoke' }).click();
  await dialog.getByLabel('Reason, for the record').fill('The machine was retired');
  await act(page, 'Revoke');
  await row.getByText('Revoked', { exact: true }).waitFor();

  await act(page, 'Register a key');
  await dialog.getByText('Client certificate', { exact: true }).click();
  await dialog.getByLabel('What it is for').fill('gateway');
  await dialog.getByLabel('Certificate request').fill(await certificateRequest());
  await dialog.getByLabel(/messages:send/).check();
  await act(page, 'Register');
  assert.match(await page.getByTestId('client-certificate').innerText(), /^-----BEGIN CERTIFICATE-----\n/);
  await picture(page, 'client-certificate');
  await act(page, 'I have it');
  await picture(page, 'keys');
  await fits(page);

  await page.getByRole('link', { name: 'Usage', exact: true }).click();
  await page.getByRole('row', { name: /Settlement Payments a day/ }).waitFor();
  await page.getByTestId('key-figure').first().waitFor();
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Download as CSV' }).click();
  assert.match(readFileSync(await (await download).path(), 'utf8'), /^organisation,environment,date,/);
  await picture(page, 'usage');
  await page.getByText('Sandbox', { exact: true }).click();
  await page.getByText('SANDBOX', { exact: true }).waitFor();

  await page.getByRole('link', { name: 'Conformance', exact: true }).click();
  await page.getByRole('link', { name: 'Make one first' }).click();
  await page.getByRole('combobox', { name: 'Environment' }).click();
  await page.getByRole('option', { name: 'Certification' }).click();
  await act(page, 'Make');
  await page.getByText(`Its API is below /certification/${BANK}`).waitFor();
  await page.getByRole('link', { name: 'Conformance', exact: true }).click();
  await act(page, 'Begin a run');
  await page.getByText('0 of 8 steps have happened').waitFor();
  await page.getByText('CERTIFICATION', { exact: true }).waitFor();
  assert.ok(await page.getByRole('button', { name: 'Have the certificate issued' }).isDisabled());
  await picture(page, 'run');
  await fits(page);

  await page.getByRole('link', { name: 'Webhooks', exact: true }).click();
  await act(page, 'Register a webhook');
  await dialog.getByLabel('Address').fill('https://core.meridian.example/feiqian');
  await dialog.getByLabel('What it is for').fill('Core banking');
  await dialog.getByLabel(/payment\.settled/).check();
  await picture(page, 'register-webhook');
  await act(page, 'Register');
  assert.match(await page.getByTestId('webhook-secret').innerText(), /^whsec_/);
  await act(page, 'I have it');
  await page.getByText('https://core.meridian.example/feiqian').click();
  await page.getByRole('heading', { level: 1, name: 'Core banking' }).waitFor();
  await act(page, 'Send a test');
  await act(page, 'webhook.test');
  await dialog.getByText('webhook.test').waitFor();
  await picture(page, 'delivery');
  await dialog.getByRole('button', { name: 'Back' }).click();
  await act(page, 'Pause');
  await page.getByText('Paused', { exact: true }).waitFor();
  await picture(page, 'webhook');
  assert.deepEqual(faults, []);
  await page.context().close();
}); // prettier-ignore

test('the central bank’s people choose whose pages they see, in Chinese, in the dark and on a tablet', { skip }, async () => {
  const context = await browser.newContext({
    viewport: { width: 820, height: 1180 },
    locale: 'zh-CN',
    colorScheme: 'dark',
  });
  await signInAsOperator(context, server);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
  await page.goto(`${server.url}/keys`);
  await page.getByText('请先在上方选择机构。').waitFor();
  await page.getByRole('combobox', { name: '机构' }).fill(BANK);
  await page.getByRole('option', { name: new RegExp(BANK) }).click();
  await page.getByRole('row', { name: /dashboards/ }).waitFor();
  assert.ok(await page.getByRole('button', { name: '登记密钥' }).isDisabled(), 'an operator makes no keys');
  await picture(page, 'keys-zh-dark');
  await fits(page);
  assert.equal(await page.getByRole('link', { name: 'Webhook', exact: true }).count(), 0, 'not of this role');
  for (const [path, sign] of [
    ['services', 'Webhook 推送'],
    ['going-live', '受邀'],
    ['usage', '每日支付金额'],
    ['conformance', '清算与报文'],
  ] as const) {
    await page.goto(`${server.url}/${path}?organisation=${BANK}`);
    await page.getByText(sign).first().waitFor();
    await picture(page, `${path}-zh-dark`);
    await fits(page);
  }
  await page.getByRole('link', { name: '清算与报文' }).click();
  await page.getByText('共 8 步，已完成 0 步').waitFor();
  await picture(page, 'run-zh-dark');
  await fits(page);
  assert.deepEqual(faults, []);
  await context.close();
}); // prettier-ignore

/** As a machine makes one, with a pair of its own. */
async function certificateRequest(): Promise<string> {
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const request = { name: 'CN=gateway', keys, signingAlgorithm: algorithm };
  return (await x509.Pkcs10CertificateRequestGenerator.create(request)).toString('pem');
}
