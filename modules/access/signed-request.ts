// A request of the HTTP edge as the standard of signatures sees it.
import { type Arrival } from '../../platform/http/index.ts';
import { type SignedRequest } from '../../platform/signatures/signature-base.ts';

export function requestOf({ method, scheme, target, headers, rawHeaders }: Arrival): SignedRequest {
  return { method, scheme, host: headers.host ?? '', target, fields: (name) => fieldOf(rawHeaders, name) };
}

/** Every line of a field, trimmed, joined by ", " (RFC 9421, section 2.1). The parsed headers would drop some. */
function fieldOf(rawHeaders: readonly string[], name: string): string | undefined {
  let value: string | undefined;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.toLowerCase() !== name) continue;
    const line = rawHeaders[index + 1]!.trim();
    value = value === undefined ? line : `${value}, ${line}`;
  }
  return value;
}
