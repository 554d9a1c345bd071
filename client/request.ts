// How a request is made: the typed client of the generated paths, a key for every write, and every failure as one kind of
// error that carries a problem document.
import createFetchClient, { type Client as FetchClient } from 'openapi-fetch';
import { type paths } from '../generated/api.ts';
import { type ApprovalRequest, type Problem } from './contract.ts';
import { AnswerNotProven, type SigningKey, signingFetch } from './signing.ts';

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.detail}`, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

/** Nothing was done yet: others must approve it first. */
export class HeldForApproval extends Error {
  readonly request: ApprovalRequest;

  constructor(request: ApprovalRequest) {
    super(`Held for approval: ${request.id}`);
    this.name = 'HeldForApproval';
    this.request = request;
  }
}

export interface RequestOptions {
  /** "http://127.0.0.1:8120", or '' in a browser on the same origin. */
  base: string;
  /** Names the caller: a participant's demo token. The operator's console on loopback needs none. */
  token?: string;
  /** Signs every request, and has every answer proven, instead of a token. */
  key?: SigningKey;
}

export type Fetch = (request: Request) => Promise<Response>;

/** How requests of these options go out. fetch is looked up at each call: a page may replace it after this was made. */
export function fetchOf({ base, token, key }: RequestOptions): Fetch {
  if (key) return signingFetch(base, key);
  return (request) => {
    if (token) request.headers.set('authorization', `Bearer ${token}`);
    return fetch(request);
  };
}

/** Every path of the API, typed: `http.GET('/v1/payments/{id}', { params: { path: { id } } })`. */
export type Http = FetchClient<paths>;

export function createHttp(options: RequestOptions): Http {
  const http = createFetchClient<paths>({ baseUrl: options.base, fetch: fetchOf(options) });
  http.use({
    onRequest: ({ request }) => {
      if (request.method !== 'GET') request.headers.set('idempotency-key', newKey());
      return request;
    },
  });
  return http;
}

/** A query without what was left empty. */
export function filled<Query extends object>(query: Query): Query {
  const isGiven = ([, value]: [string, unknown]) => value !== null && value !== undefined && value !== '';
  return Object.fromEntries(Object.entries(query).filter(isGiven)) as Query;
}

interface Asked<Data> {
  data?: Data;
  error?: unknown;
  response: Response;
}

/** What was answered; else throws a ProblemError, or HeldForApproval when it waits for others. */
export const answerOf = <Data>(asked: Promise<Asked<Data>>) =>
  answered(asked) as Promise<Exclude<NonNullable<Data>, ApprovalRequest>>;

/** The same where a request for approval is itself what is asked for. */
export async function answered<Data>(asked: Promise<Asked<Data>>): Promise<NonNullable<Data>> {
  let given: Asked<Data>;
  try {
    given = await asked;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw unreachable(cause);
  }
  if (!given.response.ok) throw new ProblemError(problemOf(given.response, given.error));
  if (isHeld(given)) throw new HeldForApproval(given.data);
  return given.data as NonNullable<Data>;
}

/** Other answers of 202 carry no hash of what is to be approved. */
function isHeld(given: Asked<unknown>): given is Asked<unknown> & { data: ApprovalRequest } {
  const { response, data } = given;
  return response.status === 202 && typeof data === 'object' && data !== null && 'contentHash' in data;
}

/** What to say when no problem document came: the server is away, or something between us and it answered. */
export function unreachable(cause: unknown): ProblemError {
  if (cause instanceof AnswerNotProven) return new ProblemError(notProven(cause.message), { cause });
  const problem: Problem = {
    type: 'about:blank',
    title: 'The server does not answer',
    status: 0,
    code: 'server-unreachable',
    detail: 'The server does not answer. What it had confirmed is kept; try again when it is back.',
    detailZh: '服务器没有应答。此前已确认的业务不受影响，请待服务恢复后重试。',
    requestId: '',
  };
  return new ProblemError(problem, { cause });
}

/** Whatever it said is not believed, and whether anything was done is not known. */
function notProven(reason: string): Problem {
  return {
    type: 'about:blank',
    title: 'The answer is not proven',
    status: 0,
    code: 'answer-not-proven',
    detail: `What came back is not proven to be the server’s answer: ${reason}.`,
    detailZh: '返回内容无法证明为服务器对本请求的应答。',
    requestId: '',
  };
}

export function problemOf(response: Response, body: unknown): Problem {
  const given = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {};
  const sentence = given.detail ?? given.title ?? (response.statusText || `HTTP ${response.status}`);
  return {
    type: 'about:blank',
    title: response.statusText,
    code: `http-${response.status}`,
    detail: sentence,
    detailZh: sentence,
    requestId: response.headers.get('x-request-id') ?? '',
    ...given,
    status: response.status,
  };
}

/** A random UUID that also works in a browser on plain http, where crypto.randomUUID is absent. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
