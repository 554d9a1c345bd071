// What an operator does in the console, from an empty central bank to a day under way: each act through its dialog, in a
// real Chromium, and looked up afterwards where it must have had its effect.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Browser, type Page } from 'playwright-core';
import {
  type Alarm,
  type ClearingBatchDetail,
  type Day,
  type MessageDetail,
  type Page as ListPage,
  type ParticipantDetail,
  type Payment,
  type PaymentDetail,
  type QueueProposal,
  type Statement,
} from '../../client/index.ts';
import { enrolOperator } from './passkeys.ts';
import { findChromium, startChromium } from './chromium.ts';
import { signInAsOperator, startServer, type RunningServer } from './running-server.ts';

const executable = findChromium();
const skip = executable ? false : 'No Chromium on this machine, so the operator was not tested.';

let demo: RunningServer;
let browser: Browser;

before(async () => {
  if (!executable) return;
  demo = await startServer();
  browser = await startChromium(executable);
});

after(async () => {
  await browser?.close();
  await demo?.stop();
});

async function ask<Answer>(server: RunningServer, path: string, method = 'GET', body?: object): Promise<Answer> {
  const answer = await fetch(`${server.url}${path}`, {
    method,
    headers: {
      ...server.headers,
      ...(method === 'GET' ? {} : { 'idempotency-key': crypto.randomUUID(), 'content-type': 'application/json' }),
    },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  assert.ok(answer.ok, `${method} ${path}: ${answer.status}`);
  return (await answer.json()) as Answer;
}

async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    assert.ok(Date.now() < deadline, `${what} within 30 s`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function open(server: RunningServer, path: string): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en' });
  await signInAsOperator(context, server);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
  await page.goto(`${server.url}${path}`);
  await page.locator('h1').first().waitFor();
  return { page, faults };
}

/** Gives the dialog its reason and presses its verb. */
async function confirm(page: Page, verb: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Reason, for the record').fill('As agreed with the participant');
  await dialog.getByRole('button', { name: verb, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}

/** A batch no member can cover, which therefore waits. */
async function handInUncovered(reference: string): Promise<ClearingBatchDetail> {
  const house = (await ask<ListPage<{ id: string }>>(demo, '/v1/participants?kind=clearing-house&limit=1')).items[0]!;
  const members = (await ask<ListPage<{ id: string }>>(demo, '/v1/participants?kind=direct&limit=2')).items;
  return ask<ClearingBatchDetail>(demo, '/v1/clearing', 'POST', {
    house: house.id,
    reference,
    positions: [
      { participant: members[0]!.id, net: '-900000000000000' },
      { participant: members[1]!.id, net: '900000000000000' },
    ],
    informationMinutes: 0,
    settlementMinutes: 480,
  });
}

test(
  'on an empty start the first screen leads to admitting a participant, which is then funded',
  { skip },
  async () => {
    const server = await startServer('--no-demo');
    try {
      const { page, faults } = await enrolOperator(browser, server);
      await page.getByRole('link', { name: 'Admit the participants' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('BIC').fill('FRSTCNBJ');
      await dialog.getByLabel('Name in English', { exact: true }).fill('First Bank');
      await dialog.getByText('First Bank takes part as a direct participant at once').waitFor();
      await dialog.getByRole('button', { name: 'Admit', exact: true }).click();
      await page.getByRole('heading', { level: 1, name: 'First Bank' }).waitFor();
      await page.getByRole('button', { name: 'Lend reserves' }).click();
      await page.getByRole('dialog').getByLabel('Amount').fill('1,250,000.00');
      await page.getByRole('dialog').getByText('its balance rises from CNY 0.00 to CNY 1,250,000.00').waitFor();
      await confirm(page, 'Lend reserves');
      const participant = await ask<ParticipantDetail>(server, '/v1/participants/FRSTCNBJ');
      assert.equal(participant.balance, '125000000');
      assert.deepEqual(faults, []);
      await page.context().close();
    } finally {
      await server.stop();
    }
  },
);

test('a settled payment tells its story in order, and its balances are those of the statements', { skip }, async () => {
  const payments = await ask<ListPage<Payment>>(demo, '/v1/payments?state=settled&sort=settledAt&limit=20');
  const { id } = payments.items.find(({ kind }) => kind.startsWith('pacs'))!;
  const payment = await ask<PaymentDetail>(demo, `/v1/payments/${id}`);
  const steps = payment.timeline.map(({ step }) => step);
  assert.deepEqual(
    steps.filter((step) => ['received', 'checked', 'settled', 'forwarded', 'delivered'].includes(step)),
    ['received', 'checked', 'settled', 'forwarded', 'delivered'],
  );
  assert.ok(steps.includes('answered'));
  assert.deepEqual(
    payment.timeline.map(({ at }) => at),
    payment.timeline.map(({ at }) => at).sort(),
  );
  assert.equal(payment.entries.length, 2);
  for (const entry of payment.entries) {
    const from = new Date(Date.parse(entry.at) - 1).toISOString();
    const to = new Date(Date.parse(entry.at) + 1).toISOString();
    const { items } = await ask<Statement>(
      demo,
      `/v1/books/accounts/${entry.account.code}/statement?from=${from}&to=${to}`,
    );
    assert.equal(entry.balanceAfter, items.find(({ seq }) => seq === entry.seq)?.balanceAfter);
  }
  const [incoming] = payment.messages;
  const message = await ask<MessageDetail>(demo, `/v1/messages/${incoming!.id}`);
  assert.ok(message.payments.some((one) => one.id === id));
  assert.ok(message.related.some(({ kind }) => kind.startsWith('pacs.002')));
});

test('an alarm is acknowledged on the first screen', { skip }, async () => {
  const batch = await handInUncovered('E2E-ALARM');
  const alarm = await until('an alarm', async () =>
    (await ask<ListPage<Alarm>>(demo, '/v1/alarms?state=open')).items.find(({ subject }) => subject?.id === batch.id),
  );
  const { page, faults } = await open(demo, '/');
  const row = page.locator('.fq-alarms li').filter({ has: page.locator(`a[href="/clearing/${batch.id}"]`) });
  await row.getByRole('button', { name: 'Acknowledge' }).click();
  await row.getByRole('button', { name: 'Acknowledge' }).waitFor({ state: 'detached' });
  const kept = (await ask<ListPage<Alarm>>(demo, '/v1/alarms?state=all')).items.find(({ id }) => id === alarm.id);
  assert.ok(kept?.acknowledgedAt);
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('a batch that is not final is revoked with a reason, and then no longer can be', { skip }, async () => {
  const batch = await handInUncovered('E2E-REVOKE');
  const { page, faults } = await open(demo, `/clearing/${batch.id}`);
  await page.getByRole('button', { name: 'Revoke batch' }).click();
  await page.getByRole('dialog').getByText('is rejected as a whole').waitFor();
  await confirm(page, 'Revoke batch');
  await page.getByText('Rejected', { exact: true }).first().waitFor();
  assert.equal(await page.getByRole('button', { name: 'Revoke batch' }).getAttribute('aria-disabled'), 'true');
  assert.equal((await ask<ClearingBatchDetail>(demo, `/v1/clearing/${batch.id}`)).state, 'rejected');
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('the current phase is extended and every later one moves', { skip }, async () => {
  const phaseEnds = async () => (await ask<Day>(demo, '/v1/day')).phases.map(({ endsAt }) => Date.parse(endsAt));
  const ends = await phaseEnds();
  const { page, faults } = await open(demo, '/day');
  await page.getByRole('button', { name: 'Extend' }).first().click();
  await confirm(page, 'Extend');
  await page.getByText('extended by 30 min').first().waitFor();
  const current = (await ask<Day>(demo, '/v1/day')).phases.findIndex(({ state }) => state === 'current');
  const later = (await phaseEnds()).slice(current);
  assert.deepEqual(
    later.map((end, index) => (end - ends[current + index]!) / 60_000),
    later.map(() => 30),
  );
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('the optimisation is proposed with figures and run from the queue', { skip }, async () => {
  await ask(demo, '/v1/queue/liquidity-saving', 'PUT', { mode: 'none' });
  await ask(demo, '/v1/demo/speed', 'PUT', { speed: 20 });
  const propose = () => ask<QueueProposal>(demo, '/v1/queue/proposal', 'POST', { method: 'full' });
  await until('a set that can settle', async () => ((await propose()).settledCount > 0 ? true : undefined));
  await ask(demo, '/v1/demo/pause', 'POST', {});
  const proposed = await propose();
  const { page, faults } = await open(demo, '/queue');
  await page.getByRole('button', { name: 'What would settle if…' }).click();
  const dialog = page.getByRole('dialog');
  if (proposed.settledCount > 0) {
    await dialog.getByText('would settle in one commit').waitFor();
    await dialog.getByRole('button', { name: 'Settle this set' }).click();
    await dialog.waitFor({ state: 'hidden' });
    assert.equal((await propose()).settledCount, 0);
  } else await dialog.getByText('Nothing would change.').waitFor();
  assert.deepEqual(faults, []);
  await page.context().close();
});

test('nothing jumps on the first screen while live data comes', { skip }, async () => {
  await ask(demo, '/v1/demo/resume', 'POST', {});
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en' });
  await context.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((seen) => {
      for (const entry of seen.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await signInAsOperator(context, demo);
  const page = await context.newPage();
  await page.goto(`${demo.url}/`);
  await page.getByTestId('key-figure').first().waitFor();
  await page.waitForTimeout(8_000);
  const shifts = await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
  const sum = shifts.reduce((total, shift) => total + shift, 0);
  assert.ok(sum < 0.05, `layout shift ${sum.toFixed(3)}`);
  await context.close();
});

test('a dialog keeps the focus, and Escape closes it and gives the focus back', { skip }, async () => {
  const { page } = await open(demo, '/participants');
  const button = page.getByRole('button', { name: 'Admit a participant' });
  await button.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  for (let press = 0; press < 20; press += 1) {
    await page.keyboard.press('Tab');
    const isInside = await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null);
    assert.ok(isInside, `after ${press + 1} tabs`);
  }
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' });
  await page.waitForFunction(() => document.activeElement?.textContent?.includes('Admit a participant'));
  await page.context().close();
});
