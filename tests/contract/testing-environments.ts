// For tests: the whole API with two organisations, and messages that a bank sends into its sandbox.
import { randomUUID } from 'node:crypto';
import { type TestContext } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { type Asked, OPERATOR, pacs008, type RunningApi, type Sent, startApi } from './testing.ts';

/** A bank of the demo country, one that is none, and a fintech that takes no part in settlement. */
export const [MERIDIAN, AURORA, NOVA] = ['MRDNCNBJ', 'AURRCNBJ', 'NOVA'] as const;
export const LOTUS = 'LOTSCNBJ';

/** As whom an organisation comes: a bank by its token, one that is no participant by a key. */
export const callerOf = (organisation: string): string | Caller =>
  organisation === NOVA ? { kind: 'organisation', actor: NOVA, organisationId: NOVA, keyId: 'key_1' } : organisation;

export async function startWithOrganisations(t: TestContext): Promise<RunningApi> {
  const started: { api?: RunningApi } = {};
  // Registered before the API's own end, so that it comes first.
  t.after(async () => {
    const ask = started.api!.ask;
    for (const { organisationId, kind } of (await ask(OPERATOR, 'GET', '/v1/environments')).body.items) {
      await ask(OPERATOR, 'DELETE', `/v1/organisations/${organisationId}/environments/${kind}`);
    }
  });
  const api = (started.api = await startApi(t));
  for (const bic of [MERIDIAN, AURORA]) {
    const name = { en: `Bank ${bic}`, zh: `银行${bic}` };
    const bank = { bic, kind: 'direct', name, shortName: name, joinedOn: '2026-01-05' };
    check(await api.ask(OPERATOR, 'POST', '/v1/participants', bank), 201);
    const body = { id: bic, kind: 'bank', name, participantId: bic, reason: 'joined' };
    check(await api.ask(OPERATOR, 'POST', '/v1/organisations', body), 201);
  }
  const name = { en: 'Nova', zh: '新星' };
  check(
    await api.ask(OPERATOR, 'POST', '/v1/organisations', { id: NOVA, kind: 'fintech', name, reason: 'joined' }),
    201,
  );
  return api;
}

export async function givenEnvironment(
  api: RunningApi,
  organisation: string,
  kind: 'sandbox' | 'certification' = 'sandbox',
): Promise<string> {
  const made = await api.ask(callerOf(organisation), 'POST', `/v1/organisations/${organisation}/environments`, {
    kind,
  });
  return check(made, 201).body.base;
}

export function check(asked: Asked, status: number): Asked {
  if (asked.status !== status) throw new Error(`${asked.status} ${JSON.stringify(asked.body)}`);
  return asked;
}

/** With ids of its own, as far as none are given. */
export const freshPacs008 = (sent: Omit<Sent, 'messageId' | 'uetr'> & Partial<Sent>): string =>
  pacs008({ messageId: newId(), uetr: randomUUID(), ...sent });

export const newId = (): string => `T${randomUUID().replaceAll('-', '').slice(0, 30)}`;

export const valueOf = (xml: string, element: string): string =>
  new RegExp(`<${element}>([^<]*)</${element}>`).exec(xml)?.[1] ?? '';

/** A test waits for what comes without being asked. */
export async function until<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`Waited in vain for ${what}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
