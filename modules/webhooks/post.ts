// One attempt over the wire: to the address that was checked, no further than there, for a limited time, reading little.
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type AllowedHosts, checkedAddress, isWrong, readUrl, type Resolve } from '../../platform/outward/addresses.ts';

export interface Attempt {
  readonly durationMs: number;
  readonly status: number | null;
  /** Why it does not count as taken; null when it was. */
  readonly failure: string | null;
  /** The first bytes of the answer, as text. */
  readonly answer: string;
  /** What Retry-After asks for. */
  readonly retryAfterSeconds: number | undefined;
}

export interface PostOptions {
  readonly allowed: AllowedHosts;
  readonly resolve: Resolve;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal;
}

const KEPT_BYTES = 512;
const LONGEST_RETRY_AFTER_SECONDS = 86_400;

/** Never throws: what goes wrong is the outcome. */
export async function post(
  text: string,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: PostOptions,
): Promise<Attempt> {
  const startedAt = performance.now();
  const durationMs = (): number => Math.round(performance.now() - startedAt);
  const failed = (failure: string): Attempt => ({
    durationMs: durationMs(),
    status: null,
    failure,
    answer: '',
    retryAfterSeconds: undefined,
  });
  const url = readUrl(text, options.allowed);
  if (isWrong(url)) return failed(url);
  const limit = AbortSignal.timeout(options.timeoutMs);
  const found = checkedAddress(url, options.allowed, options.resolve);
  const late = new Promise<undefined>((resolve) => limit.addEventListener('abort', () => resolve(undefined)));
  const address = await Promise.race([found, late]);
  if (address === undefined) return failed('timed-out');
  if (isWrong(address)) return failed(address);
  const signal = options.signal ? AbortSignal.any([limit, options.signal]) : limit;
  try {
    const { status, answer, retryAfterSeconds } = await exchange(url, address, headers, body, signal);
    const isTaken = status >= 200 && status < 300;
    return { durationMs: durationMs(), status, failure: isTaken ? null : `status-${status}`, answer, retryAfterSeconds };
  } catch (error) {
    return failed(limit.aborted ? 'timed-out' : failureOf(error));
  }
} // prettier-ignore

function exchange(url: URL, address: string, headers: Readonly<Record<string, string>>, body: string, signal: AbortSignal) {
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise<Pick<Attempt, 'answer' | 'retryAfterSeconds'> & { status: number }>((resolve, reject) => {
    const sent = (isTls ? httpsRequest : httpRequest)({
      host: address,
      port: url.port || (isTls ? 443 : 80),
      // The certificate must be of the name, not of the address.
      ...(isTls && !isIP(host) ? { servername: host } : {}),
      method: 'POST',
      path: `${url.pathname}${url.search}`,
      headers: { ...headers, host: url.host, 'content-length': Buffer.byteLength(body) },
      agent: false,
      signal,
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      readBeginning(response, (answer) => {
        sent.destroy();
        resolve({ status: response.statusCode!, answer, retryAfterSeconds: retryAfter(response) });
      });
    });
    sent.end(body);
  });
} // prettier-ignore

/** However much comes, no more than the first bytes are kept; a body that breaks off changes nothing of the status. */
function readBeginning(response: IncomingMessage, done: (answer: string) => void): void {
  let kept = Buffer.alloc(0);
  let isDone = false;
  const end = (): void => {
    if (isDone) return;
    isDone = true;
    // PostgreSQL keeps no zero byte in a text.
    done(kept.subarray(0, KEPT_BYTES).toString('utf8').replaceAll('\0', ''));
  };
  response.on('data', (part: Buffer) => {
    kept = Buffer.concat([kept, part]);
    if (kept.length >= KEPT_BYTES) end();
  });
  for (const event of ['end', 'error', 'close']) response.on(event, end);
}

function retryAfter({ headers }: IncomingMessage): number | undefined {
  const text = headers['retry-after'] ?? '';
  return /^\d{1,9}$/.test(text) ? Math.min(Number(text), LONGEST_RETRY_AFTER_SECONDS) : undefined;
}

function failureOf(error: unknown): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  return /^[A-Z0-9_]+$/.test(code) ? `connection-${code.toLowerCase().replaceAll('_', '-')}` : 'connection-failed';
}
