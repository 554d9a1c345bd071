// `fetch` for addresses that others chose: only to what `addresses.ts` lets us be sent to, to the very address that was
// checked, for a limited time, reading a limited answer, following nothing.
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { type AllowedHosts, checkedAddress, isWrong, readUrl, type Resolve, type Wrong } from './addresses.ts';

const TIMEOUT_MS = 10_000;
const MOST_BYTES = 1024 * 1024;

/** The address may not be asked. */
export class AddressWrong extends Error {
  readonly wrong: Wrong;

  constructor(wrong: Wrong) {
    super(wrong);
    this.wrong = wrong;
  }
}

export interface CheckedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
}

/** Throws AddressWrong, or whatever went wrong on the way. */
export async function checkedFetch(
  text: string,
  { method, headers, body }: CheckedRequest,
  allowed: AllowedHosts,
  resolve: Resolve,
): Promise<Response> {
  const url = readUrl(text, allowed);
  if (isWrong(url)) throw new AddressWrong(url);
  const address = await checkedAddress(url, allowed, resolve);
  if (isWrong(address)) throw new AddressWrong(address);
  const isTls = url.protocol === 'https:';
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return new Promise((done, reject) => {
    const sent = (isTls ? httpsRequest : httpRequest)({
      host: address,
      port: url.port || (isTls ? 443 : 80),
      // The certificate must be of the name, not of the address.
      ...(isTls && !isIP(host) ? { servername: host } : {}),
      method,
      path: `${url.pathname}${url.search}`,
      headers: {
        ...headers,
        host: url.host,
        ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
      },
      agent: false,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    sent.on('error', reject);
    sent.on('response', (answer) => {
      const parts: Buffer[] = [];
      let length = 0;
      answer.on('error', reject);
      answer.on('data', (part: Buffer) => {
        parts.push(part);
        length += part.length;
        if (length > MOST_BYTES) sent.destroy(new Error('The answer is too long.'));
      });
      answer.on('end', () => {
        const status = answer.statusCode!;
        const type = answer.headers['content-type'];
        const isEmpty = [204, 205, 304].includes(status);
        done(
          new Response(isEmpty ? null : Buffer.concat(parts), {
            status,
            headers: type ? { 'content-type': type } : {},
          }),
        );
      });
    });
    sent.end(body);
  });
}
