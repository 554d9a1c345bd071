// For tests: the whole API over real HTTP on a database of its own, with banks admitted and funded through it.
import { mkdtempSync, rmSync } from 'node:fs';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext } from 'node:test';
import { type House } from '../../apps/server/compose.ts';
import { openApiOn } from '../../apps/server/api-on.ts';
import { type Approvals } from '../../modules/approvals/index.ts';
import { callerOfToken, Tokens } from '../../apps/server/tokens.ts';
import { callerOf, isStillIn, type People } from '../../modules/people/index.ts';
import { type Quotas } from '../../modules/quotas/index.ts';
import { type RequestLog } from '../../modules/request-log/index.ts';
import { type KnownSubscriptions } from '../../modules/subscriptions/index.ts';
import { writeMessage } from '../../modules/iso20022/index.ts';
import { buildServer, type Caller, type Mount, type Route } from '../../platform/http/index.ts';
import { type Clock, manualClock, systemClock } from '../../platform/instant.ts';
import { type Permissions } from '../../platform/permissions/actions.ts';
import { type Tenant } from '../../platform/postgres/tenant-reads.ts';
import { testDatabase } from '../../platform/postgres/testing.ts';

/** A Thursday, 10:00 in Shanghai. */
export const TEN_O_CLOCK = Date.parse('2027-04-15T02:00:00Z') * 1_000;
export const OPERATOR = 'operator';
const AS_IT_IS = 'Caller ';

/** The caller that a request of a test names by itself. */
export const callerAsItIs = (authorization: string | undefined): Caller | undefined =>
  authorization?.startsWith(AS_IT_IS) ? (JSON.parse(authorization.slice(AS_IT_IS.length)) as Caller) : undefined;
export const asItIs = (caller: Caller): string => AS_IT_IS + JSON.stringify(caller);

export interface RunningApi {
  readonly url: string;
  readonly house: House;
  readonly approvals: Approvals;
  readonly people: People;
  readonly permissions: Permissions;
  readonly routes: readonly Route[];
  readonly mounts: readonly Mount[];
  readonly quotas: Quotas;
  readonly subscriptions: KnownSubscriptions;
  readonly requestLog: RequestLog;
  tokenOf(who: string): string;
  /** Who: the name on a token, or a caller as it is, a person among them. */
  ask(
    who: string | Caller | undefined,
    method: string,
    path: string,
    body?: unknown,
    idempotencyKey?: string,
  ): Promise<Asked>;
}

export interface Asked {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  readonly body: any;
}

/**
 * `worldClock` moves what people's affairs go by; `clock` is the business day's, `quotaClock` counts seconds for quotas. While
 * `readerOf` answers someone, the database is read for them, whoever the handlers believe asks.
 */
export async function startApi(
  t: TestContext,
  worldClock: Clock = systemClock,
  {
    clock = manualClock(TEN_O_CLOCK),
    quotaClock = systemClock,
    readerOf,
  }: { clock?: Clock; quotaClock?: Clock; readerOf?: () => Tenant | undefined } = {},
): Promise<RunningApi> {
  const { url: databaseUrl } = await testDatabase(t);
  const folder = mkdtempSync(join(tmpdir(), 'feiqian api '));
  const tokens = new Tokens(folder);
  const opened = await openApiOn(databaseUrl, clock, worldClock, undefined, quotaClock);
  const { house, approvals, api, people, quotas, subscriptions, requestLog } = opened;
  const isolation = api.isolation!;
  const server = await buildServer({
    ...api,
    isolation: { ...isolation, tenantOf: (caller) => readerOf?.() ?? isolation.tenantOf(caller) },
    callerOf: (headers, cookies, method) => {
      const { authorization } = headers;
      if (authorization === undefined) return callerOf(people, cookies, method !== 'GET');
      return callerAsItIs(authorization) ?? callerOfToken(tokens, opened.access, headers);
    },
    isStillIn: (person) => isStillIn(people, person),
    idempotency: { pool: house.pool },
  });
  await server.listen({ host: '127.0.0.1', port: 0 });
  t.after(async () => {
    await server.close();
    await house.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const url = `http://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  const tokenOf = (who: string): string => (who === OPERATOR ? tokens.operator() : tokens.participant(who));
  const authorizationOf = (who: string | Caller): string =>
    typeof who === 'string' ? `Bearer ${tokenOf(who)}` : asItIs(who);
  const ask: RunningApi['ask'] = async (who, method, path, body, idempotencyKey) => {
    const isXml = typeof body === 'string';
    const type = body === undefined ? {} : { 'content-type': isXml ? 'application/xml' : 'application/json' };
    const key = idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey };
    const control = new AbortController();
    const answer = await fetch(url + path, {
      method,
      signal: control.signal,
      headers: { ...type, ...key, ...(who === undefined ? {} : { authorization: authorizationOf(who) }) },
      ...(body === undefined ? {} : { body: isXml ? body : JSON.stringify(body) }),
    });
    const { status, headers } = answer;
    const kind = headers.get('content-type') ?? '';
    if (kind.startsWith('text/event-stream')) {
      control.abort();
      return { status, headers, body: '' };
    }
    const text = await answer.text();
    return { status, headers, body: /\bjson\b/.test(kind) ? JSON.parse(text) : text };
  };
  return {
    url,
    house,
    approvals,
    people,
    quotas,
    subscriptions,
    requestLog,
    permissions: api.permissions!,
    routes: api.routes,
    mounts: api.mounts!,
    tokenOf,
    ask,
  };
}

/** A person of the central bank. */
export const official = (id: string, ...roles: string[]): Caller => ({
  kind: 'operator',
  actor: id,
  person: { id, roles, sessionId: `session of ${id}` },
});
/** A person of a bank. */
export const member = (participantId: string, id: string, ...roles: string[]): Caller => ({
  kind: 'participant',
  actor: id,
  participantId,
  person: { id, roles, sessionId: `session of ${id}` },
});

/** Puts a policy in force as two security administrators do. */
export async function givenPolicy(
  { ask }: Pick<RunningApi, 'ask'>,
  action: string,
  approvers: 0 | 1 | 2,
  more: { bands?: unknown; roles?: readonly string[]; expiryHours?: number } = {},
): Promise<void> {
  const body = { bands: [{ from: '0', approvers }], roles: ['supervisor'], expiryHours: 24, reason: 'a test', ...more };
  const asked = await ask(official('xu.min', 'security-administrator'), 'PUT', `/v1/policies/${action}`, body);
  if (asked.status !== 202) throw new Error(JSON.stringify(asked.body));
  const { id, contentHash: hash } = asked.body;
  const second = official('tan.yue', 'security-administrator');
  const done = await ask(second, 'POST', `/v1/approvals/${id}/approve`, { hash });
  if (done.body.state !== 'carried-out') throw new Error(JSON.stringify(done.body));
}

/** Admits each bank, a clearing house when its name says so, and lends the banks this much. */
export async function givenBanks({ ask }: RunningApi, bics: readonly string[], amount: string): Promise<void> {
  for (const bic of bics) {
    const isHouse = bic.startsWith('HOUS');
    const kind = isHouse ? 'clearing-house' : 'direct';
    const name = { en: `Bank ${bic}`, zh: `银行${bic}` };
    const admitted = await ask(OPERATOR, 'POST', '/v1/participants', { bic, kind, name, joinedOn: '2027-01-04' });
    if (admitted.status !== 201) throw new Error(JSON.stringify(admitted.body));
    if (isHouse) continue;
    const funding = { direction: 'lend', amount, reason: 'opening' };
    const funded = await ask(OPERATOR, 'POST', `/v1/participants/${bic}/funding`, funding);
    if (funded.status !== 200) throw new Error(JSON.stringify(funded.body));
  }
}

const agent = (bic: string) => ({ FinInstnId: { BICFI: bic } });

/** A pacs.008 of one transfer; `amount` as in the message, `date` the business day that settles it. */
export function transferXml(
  messageId: string,
  n: number,
  from: string,
  to: string,
  amount: string,
  date = '2027-04-15',
): string {
  const uetr = `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  return pacs008({ messageId, endToEndId: `E${n}`, uetr, from, to, amount, date });
}

export interface Sent {
  readonly messageId: string;
  readonly endToEndId?: string;
  readonly uetr: string;
  readonly from: string;
  readonly to: string;
  readonly amount: string;
  readonly date: string;
}

export function pacs008({ messageId, endToEndId, uetr, from, to, amount, date }: Sent): string {
  return writeMessage('pacs.008.001.08', {
    FIToFICstmrCdtTrf: {
      GrpHdr: {
        MsgId: messageId,
        CreDtTm: `${date}T10:00:00+08:00`,
        NbOfTxs: '1',
        SttlmInf: { SttlmMtd: 'CLRG' },
      },
      CdtTrfTxInf: {
        PmtId: { EndToEndId: endToEndId ?? `E${messageId}`.slice(0, 35), UETR: uetr },
        IntrBkSttlmAmt: { Ccy: 'CNY', value: amount },
        IntrBkSttlmDt: date,
        ChrgBr: 'SLEV',
        InstgAgt: agent(from),
        InstdAgt: agent(to),
        Dbtr: { Nm: 'Orchid Textiles' },
        DbtrAgt: agent(from),
        CdtrAgt: agent(to),
        Cdtr: { Nm: 'Stone Bridge Foods' },
      },
    },
  });
}
