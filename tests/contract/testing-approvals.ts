// For tests of four-eyes: a bank, the people of one request, and the short words for asking and deciding.
import assert from 'node:assert/strict';
import { type TestContext } from 'node:test';
import { type Caller } from '../../platform/http/index.ts';
import { systemClock } from '../../platform/instant.ts';
import { type Asked, givenBanks, givenPolicy, official, OPERATOR, type RunningApi, startApi } from './testing.ts';

export const [A, B, HOUSE] = ['AAAACNBJ', 'BBBBCNBJ', 'HOUSCNBJ'] as const;
/** Of the day's phases, one that is running at ten. */
export const PHASE = 'open';
export const HOUR = 3_600_000_000;
export const maker = official('li.na', 'operator');
export const supervisor = official('zhao.yi', 'supervisor');
export const FUNDING = { direction: 'lend', amount: '500', reason: 'short at noon' };
export const name = (text: string) => ({ en: text, zh: `${text}行` });

export async function startBank(t: TestContext, clock = systemClock): Promise<RunningApi> {
  const api = await startApi(t, clock);
  await givenBanks(api, [A, B, HOUSE], '100000');
  await givenPolicy(api, 'funding:write', 1);
  return api;
}

export const balanceOf = async ({ ask }: RunningApi, id: string = A): Promise<string> =>
  (await ask(OPERATOR, 'GET', `/v1/participants/${id}`)).body.balance;
export const fund = ({ ask }: RunningApi, who: Caller = maker, body: object = FUNDING, key?: string): Promise<Asked> =>
  ask(who, 'POST', `/v1/participants/${A}/funding`, body, key);
export const decide = ({ ask }: RunningApi, who: Caller, verb: string, { body }: Asked, more: object = {}): Promise<Asked> =>
  ask(who, 'POST', `/v1/approvals/${body.id}/${verb}`, verb === 'approve' ? { hash: body.contentHash, ...more } : { reason: 'a test', ...more }); // prettier-ignore
export const refused = (asked: Asked, status: number, code: string): void =>
  assert.deepEqual([asked.status, asked.body.code], [status, code], JSON.stringify(asked.body));
