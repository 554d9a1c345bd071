// Signing in as people do, in a real Chromium with its virtual authenticator: from the first administrator's link on an
// empty server to invitations, a second device, a link that is used, and failures that must wait.
import assert from 'node:assert/strict';
import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, startChromium } from './chromium.ts';
import { addAuthenticator, openBare } from './passkeys.ts';
import { startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so signing in was not tested.';

let browser: Browser;
let demo: RunningServer;

before(async () => {
  if (!executable) return;
  browser = await startChromium(executable);
  demo = await startServer();
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

const act = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
const dialogAct = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const signedIn = (page: Page, name: string) => page.getByRole('button', { name: `Me: ${name}` }).waitFor();

async function signOut(page: Page, name: string): Promise<void> {
  await act(page, `Me: ${name}`);
  await page.getByRole('menuitem', { name: 'Sign out', exact: true }).click();
  await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
}

test('until someone has signed in nothing is shown, and an IP address leads to the name', { skip }, async () => {
  const { page } = await openBare(browser);
  for (const path of ['/', '/payments', '/people', '/me']) {
    await page.goto(demo.url + path);
    await page.getByRole('heading', { level: 1, name: 'Sign in' }).waitFor();
    assert.equal(await page.locator('nav, table').count(), 0, path);
  }
  assert.deepEqual(await page.context().cookies(), [], 'no page gives a cookie');
  await page.goto(`${demo.url.replace('localhost', '127.0.0.1')}/queue?sort=amount`);
  await page.getByText('Passkeys belong to a name').waitFor();
  await page.waitForURL(`${demo.url}/queue?sort=amount`);
  await page.context().close();
});

for (const [language, words] of [
  ['en', { roles: 'Operator · Participants officer', me: 'Me: ', out: 'Sign out', title: 'Sign in' }],
  ['zh-CN', { roles: '业务操作员 · 参与者管理员', me: '我: ', out: '退出登录', title: '登录' }],
] as const) {
  test(`in the demo one click and the keyboard alone let an invented person in, in ${language}`, { skip }, async () => {
    const { page, faults } = await openBare(browser, language);
    await page.goto(demo.url);
    const operator = page.getByRole('button', { name: words.roles });
    await operator.focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('key-figure').first().waitFor();
    const menu = page.getByRole('button', { name: words.me });
    await menu.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('menuitem', { name: words.out, exact: true }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    assert.deepEqual(faults.filter((fault) => !fault.startsWith('401')), []);
    await page.context().close();
  });
} // prettier-ignore

test('an empty server’s first link makes an administrator, who invites another person', { skip }, async () => {
  const server = await startServer('--no-demo');
  try {
    const link = /(http:\/\/localhost:\d+\/enrol#\S+)/.exec(server.said())?.[1];
    assert.ok(link, server.said());
    const { page, faults } = await openBare(browser);
    const laptop = await addAuthenticator(page);
    await page.goto(link);
    await page.getByLabel('Your name').fill('顾承舟');
    assert.equal(new URL(page.url()).hash, '', 'the secret is out of the address bar');
    await page.getByLabel('Login name').fill('gu.chengzhou');
    await act(page, 'Make a passkey');
    await signedIn(page, '顾承舟');
    await signOut(page, '顾承舟');
    await act(page, 'Sign in with a passkey');
    await signedIn(page, '顾承舟');

    await page.goto(`${server.url}/me`);
    // The first device answers that it is oneself, and is put away: from then on only the second answers.
    await page.route('**/v1/me/devices/options', async (route) => {
      await laptop.cdp.send('WebAuthn.removeVirtualAuthenticator', { authenticatorId: laptop.id });
      await addAuthenticator(page, 'usb');
      await route.continue();
    });
    await act(page, 'Add a device');
    await page.getByRole('dialog').getByLabel('Name of this device').fill('Security key');
    await dialogAct(page, 'Add a device');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await page.getByRole('cell', { name: 'Security key', exact: true }).first().waitFor();
    await signOut(page, '顾承舟');
    await act(page, 'Sign in with a passkey');
    await signedIn(page, '顾承舟');

    await page.goto(`${server.url}/people`);
    await act(page, 'Invite');
    await page.getByRole('dialog').getByLabel('Name', { exact: true }).fill('林晚晴');
    await page.getByRole('dialog').getByLabel('Login name').fill('lin');
    await page.getByRole('dialog').getByLabel('Viewer', { exact: true }).check();
    await dialogAct(page, 'Make the link');
    const invitation = await page.getByTestId('enrolment-link').innerText();
    await dialogAct(page, 'Done');
    assert.deepEqual(faults, []);

    const other = (await openBare(browser)).page;
    await addAuthenticator(other);
    await other.goto(invitation);
    await other.getByRole('heading', { level: 1, name: 'Welcome, 林晚晴' }).waitFor();
    await act(other, 'Make a passkey');
    await signedIn(other, '林晚晴');
    await other.goto(invitation);
    await other.getByText('The link has been used').waitFor();
    await other.goto(server.url);
    await signedIn(other, '林晚晴');

    await page.goto(`${server.url}/people`);
    await page.getByText('林晚晴').click();
    await page.getByRole('heading', { level: 1, name: '林晚晴' }).waitFor();
    await act(page, 'What was done');
    await page.getByRole('menuitem', { name: 'Lock' }).click();
    await page.getByRole('dialog').getByText('One open session ends at once').waitFor();
    await page.getByRole('dialog').getByLabel('Reason, for the record').fill('Left the laptop in a train');
    await dialogAct(page, 'Lock');
    await page.getByText('Locked', { exact: true }).first().waitFor();
    await other.getByText('a security administrator has locked this person').waitFor();
    await page.context().close();
    await other.context().close();
  } finally {
    await server.stop();
  }
});

test('a passkey that is not known is refused in words, and after five times one must wait', { skip }, async () => {
  const { page } = await openBare(browser);
  const { cdp, id } = await addAuthenticator(page);
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  await cdp.send('WebAuthn.addCredential', {
    authenticatorId: id,
    credential: {
      credentialId: randomBytes(32).toString('base64'),
      isResidentCredential: true,
      rpId: 'localhost',
      privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64'),
      userHandle: randomBytes(32).toString('base64'),
      signCount: 1,
    },
  });
  await page.goto(demo.url);
  for (let n = 0; n < 5; n += 1) {
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/v1/session'));
    await act(page, 'Sign in with a passkey');
    assert.equal((await answered).status(), 401);
    await page.getByText('The passkey was not accepted').waitFor();
  }
  await act(page, 'Sign in with a passkey');
  await page.getByText('Too many attempts have failed').waitFor();
  await page.getByText(/^Wait \d+ s, then try again\.$/).waitFor();
  // A finger that is not the owner's never leaves the device, and is told as what it is.
  await cdp.send('WebAuthn.setUserVerified', { authenticatorId: id, isUserVerified: false });
  await act(page, 'Sign in with a passkey');
  await page.getByText('No passkey was given').waitFor();
  await page.context().close();
});
