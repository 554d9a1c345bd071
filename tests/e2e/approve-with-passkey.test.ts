// Approving with the passkey that one signs in with, in a real Chromium: the approver's device signs the request and its hash.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import { findChromium, startChromium } from './chromium.ts';
import { enrolPerson } from './passkeys.ts';
import { type RunningServer, startServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so approving was not tested.';

let browser: Browser;
let server: RunningServer;
before(async () => {
  if (!executable) return;
  browser = await startChromium(executable);
  server = await startServer('--no-demo');
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

interface Asked {
  readonly status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of several shapes
  readonly body: any;
}

/** As the page's own person: by its session. */
const ask = (page: Page, method: string, path: string, body?: object): Promise<Asked> =>
  page.evaluate(
    async ([method, path, body]) => {
      const headers = { 'content-type': 'application/json' };
      const answer = await fetch(path, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      return { status: answer.status, body: await answer.json() };
    },
    [method, path, body] as const,
  );

test('a change of policy is approved by another administrator’s passkey, and by nothing less', { skip }, async () => {
  const roles = ['security-administrator'];
  const maker = await enrolPerson(browser, server, { login: 'gu.chengzhou', name: '顾承舟', roles });
  const approver = await enrolPerson(browser, server, { login: 'tan.yue', name: '谭月', roles });
  const bands = [{ from: '0', approvers: 1 }];
  const policy = { bands, roles: ['supervisor'], expiryHours: 24, reason: 'Two people lend money' };
  const made = await ask(maker.page, 'PUT', '/v1/policies/funding:write', policy);
  assert.equal(made.status, 202, JSON.stringify(made.body));
  const { id, contentHash: hash } = made.body;
  const bare = await ask(approver.page, 'POST', `/v1/approvals/${id}/approve`, { hash });
  assert.deepEqual([bare.status, bare.body.code], [403, 'approval_not_proven']);

  await approver.page.goto(`${server.url}/approvals/${id}`);
  await approver.page.getByRole('button', { name: 'Approve', exact: true }).click();
  const dialog = approver.page.getByRole('dialog');
  await dialog.getByText('is carried out at once').waitFor();
  await dialog.getByRole('button', { name: 'Approve', exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
  await approver.page.getByText('Carried out', { exact: true }).first().waitFor();
  const after = (await ask(maker.page, 'GET', `/v1/approvals/${id}`)).body;
  assert.deepEqual([after.state, after.approvals.length], ['carried-out', 1]);
  const { items } = (await ask(maker.page, 'GET', '/v1/policies')).body;
  const inForce = items.find(({ action }: { action: string }) => action === 'funding:write');
  assert.deepEqual(inForce.bands, bands);
  assert.deepEqual(maker.faults.filter((fault) => !fault.startsWith('401')), []); // prettier-ignore
  assert.deepEqual(
    approver.faults.filter((fault) => !/^401|^403 .*approve$/.test(fault)),
    [],
  );
});
