// Chromium's virtual authenticator: passkeys made and used without a hand, and people who enrol by their link with it.
import { type Browser, type CDPSession, type Page } from 'playwright-core';
import { type EnrolmentLink, type Page as ListPage } from '../../client/index.ts';
import { type RunningServer } from './running-server.ts';

export interface Authenticator {
  readonly cdp: CDPSession;
  readonly id: string;
}

/** A new device, the machine itself or a key that is plugged in. */
export async function addAuthenticator(page: Page, transport: 'internal' | 'usb' = 'internal'): Promise<Authenticator> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId: id } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport,
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { cdp, id };
}

export async function openBare(browser: Browser, language = 'en'): Promise<{ page: Page; faults: string[] }> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: language });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('response', (answer) => answer.status() >= 400 && faults.push(`${answer.status()} ${answer.url()}`));
  return { page, faults };
}

export interface Invited {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  /** The central bank when it is not named. */
  readonly organisationId?: string;
}

/** An operator where there is no demo. */
export const enrolOperator = (browser: Browser, server: RunningServer): Promise<{ page: Page; faults: string[] }> =>
  enrolPerson(browser, server, {
    login: 'lin.wanqing',
    name: '林晚晴',
    roles: ['operator', 'participants-officer'],
  });

/** Invited by the operator's token into their organisation, or the central bank; enrolled in a browser of their own. */
export async function enrolPerson(
  browser: Browser,
  server: RunningServer,
  person: Invited,
): Promise<{ page: Page; faults: string[] }> {
  const organisationId = person.organisationId ?? (await centralBankOf(server));
  const { link } = await ask<EnrolmentLink>(server, '/v1/people', { ...person, organisationId });
  const opened = await openBare(browser);
  await addAuthenticator(opened.page);
  await opened.page.goto(link);
  await opened.page.getByRole('button', { name: 'Make a passkey' }).click();
  await opened.page.getByRole('button', { name: `Me: ${person.name}` }).waitFor();
  return opened;
}

async function centralBankOf(server: RunningServer): Promise<string> {
  const home = await ask<ListPage<{ id: string }>>(server, '/v1/organisations?kind=central-bank');
  return home.items[0]!.id;
}

export async function ask<Answer>({ url, headers }: RunningServer, path: string, body?: object): Promise<Answer> {
  const answer = await fetch(url + path, {
    method: body ? 'POST' : 'GET',
    headers: { ...headers, ...(body ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Answer;
}
