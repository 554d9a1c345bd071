// Signing in through an organisation's own provider in a real Chromium, in both languages: by an invitation's link, then from
// the sign-in page; and what is shown to someone whom only the provider knows.
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test, type TestContext } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { CLIENT, startProvider } from '../../modules/people/testing-provider.ts';
import { findChromium, startChromium } from './chromium.ts';
import { openBare } from './passkeys.ts';
import { startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so signing in was not tested.';
const folder = mkdtempSync(join(tmpdir(), 'feiqian provider '));

let browser: Browser;
let server: RunningServer;

before(async () => {
  if (!executable) return;
  browser = await startChromium(executable);
  const config = join(folder, 'feiqian.yaml');
  writeFileSync(config, 'bic: CBNKCNBJ\nsignIn: { allowedHosts: [127.0.0.1] }\n');
  server = await startServer('--config', config);
});

after(async () => {
  await browser?.close();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
});

async function ask(method: string, path: string, body: object) {
  const headers = { ...server.headers, 'content-type': 'application/json' };
  const answer = await fetch(server.url + path, { method, headers, body: JSON.stringify(body) });
  assert.ok(answer.ok, await answer.clone().text());
  return (await answer.json()) as { link: string };
}

async function givenProvider(t: TestContext): Promise<void> {
  const { issuer } = await startProvider(t, `${server.url}/sign-in/provider`);
  await ask('PUT', '/v1/organisations/CBNKCNBJ/sign-in-provider', { issuer, ...CLIENT });
}

/** The provider's own pages. */
async function signInThere(page: Page, subject: string): Promise<void> {
  await page.locator('input[name=login]').fill(subject);
  await page.locator('input[name=password]').fill('any');
  await page.locator('button[type=submit]').click();
  await page.getByRole('button', { name: 'Continue' }).click();
}

const PICTURES = process.env.FEIQIAN_PICTURES;
const picture = async (page: Page, name: string): Promise<void> => {
  if (PICTURES) await page.screenshot({ path: join(PICTURES, `${name}.png`), fullPage: true });
};

for (const [language, words] of [
  ['en', { bind: /^Or use the sign-in of/, enter: /^Through the sign-in of/, me: 'Me: ', out: 'Sign out', refused: 'you have not been invited here' }],
  ['zh-CN', { bind: /^或使用/, enter: /^通过.*的登录系统/, me: '我: ', out: '退出登录', refused: '但您尚未受邀' }],
] as const) {
  test(`an invitation binds an account of the provider, which signs in from then on, in ${language}`, { skip }, async (t) => {
    await givenProvider(t);
    const login = `lin.${language.toLowerCase()}`;
    const person = { organisationId: 'CBNKCNBJ', login, name: '林晚晴', roles: ['operator'] };
    const { link } = await ask('POST', '/v1/people', person);
    const { page, faults } = await openBare(browser, language);
    await page.goto(link);
    await page.getByRole('button', { name: words.bind }).waitFor();
    await picture(page, `provider-enrol-${language}`);
    await page.getByRole('button', { name: words.bind }).click();
    await signInThere(page, login);
    await page.getByRole('button', { name: `${words.me}林晚晴` }).click();
    assert.equal(new URL(page.url()).search, '');
    await page.getByRole('menuitem', { name: words.out, exact: true }).click();
    await page.getByRole('button', { name: words.enter }).waitFor();
    await picture(page, `provider-sign-in-${language}`);
    await page.getByRole('button', { name: words.enter }).click();
    // The provider remembers its session: nothing is asked again.
    await page.getByRole('button', { name: `${words.me}林晚晴` }).waitFor();
    assert.deepEqual(faults.filter((fault) => !fault.startsWith('401')), []);
    await page.context().close();
    const stranger = await openBare(browser, language);
    await stranger.page.goto(server.url);
    await stranger.page.getByRole('button', { name: words.enter }).click();
    await signInThere(stranger.page, 'a stranger');
    await stranger.page.getByText(words.refused).waitFor();
    await picture(stranger.page, `provider-refused-${language}`);
    await stranger.page.context().close();
  });
} // prettier-ignore
