// One request: address, query, idempotency key, and every failure as one kind of error that carries a problem document.
import { type Problem } from './contract.ts';

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(`${problem.code}: ${problem.detail}`, options);
    this.name = 'ProblemError';
    this.problem = problem;
  }
}

export type Query = Readonly<Record<string, string | number | readonly string[] | null | undefined>>;

export interface RequestOptions {
  /** "http://127.0.0.1:8120", or '' in a browser on the same origin. */
  base: string;
  /** Names the caller: a participant's demo token. The operator's console on loopback needs none. */
  token?: string;
}

export function addressOf(base: string, path: string, query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === undefined || value === '') continue;
    for (const one of Array.isArray(value) ? value : [value]) search.append(name, String(one));
  }
  const text = search.toString();
  return `${base}${path}${text ? `?${text}` : ''}`;
}

/** What to say when no problem document came: the server is away, or something between us and it answered. */
function unreachable(cause: unknown): ProblemError {
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

async function problemOf(response: Response): Promise<ProblemError> {
  const isProblem = response.headers.get('content-type')?.includes('json') ?? false;
  const body = isProblem ? ((await response.json()) as Partial<Problem>) : {};
  return new ProblemError({
    type: body.type ?? 'about:blank',
    title: body.title ?? response.statusText,
    status: response.status,
    code: body.code ?? `http-${response.status}`,
    detail: body.detail ?? body.title ?? response.statusText,
    ...(body.detailZh ? { detailZh: body.detailZh } : {}),
    ...(body.field ? { field: body.field } : {}),
    requestId: body.requestId ?? response.headers.get('x-request-id') ?? '',
  });
}

export async function request<Answer>(
  options: RequestOptions,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  given: { query?: Query; body?: unknown; signal?: AbortSignal } = {},
): Promise<Answer> {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (options.token) headers.authorization = `Bearer ${options.token}`;
  if (method !== 'GET') headers['idempotency-key'] = newKey();
  if (given.body !== undefined) headers['content-type'] = 'application/json';
  const init: RequestInit = { method, headers };
  if (given.body !== undefined) init.body = JSON.stringify(given.body);
  if (given.signal) init.signal = given.signal;
  let response: Response;
  try {
    response = await fetch(addressOf(options.base, path, given.query), init);
  } catch (cause) {
    if (given.signal?.aborted) throw cause;
    throw unreachable(cause);
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}

/** A random UUID that also works in a browser on plain http, where crypto.randomUUID is absent. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
