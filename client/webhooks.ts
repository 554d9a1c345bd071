// Receives webhooks (Standard Webhooks): believes a body only when its signature is ours and fresh. With the Web Cryptography
// API alone, so that it runs in Node and in a browser.

export interface WebhookEvent<Data = Record<string, unknown>> {
  readonly type: string;
  /** When it happened, RFC 3339; the header says when it was sent. */
  readonly timestamp: string;
  readonly data: Data;
}

/** Of a request that is not proven to be from the server, or is an old one sent again. */
export class WebhookNotProven extends Error {}

export interface VerifyOptions {
  /** How far the sender's clock may be from ours, either way. */
  readonly toleranceSeconds?: number;
  /** Seconds since 1970; the clock's when absent. */
  readonly now?: number;
}

type Headers = { get(name: string): string | null } | Readonly<Record<string, string | readonly string[] | undefined>>;

const FIVE_MINUTES = 300;
const PREFIX = 'whsec_';

/**
 * The event, once it is proven. `body` must be the bytes as they came: parsed and written again they are others. An event
 * may come more than once; keep `webhook-id` and do the work of each once. Throws WebhookNotProven.
 */
export async function verifyWebhook<Data = Record<string, unknown>>(
  headers: Headers,
  body: string | Uint8Array,
  secret: string,
  options: VerifyOptions = {},
): Promise<WebhookEvent<Data> & { readonly id: string }> {
  const [id, timestamp, signatures] = ['webhook-id', 'webhook-timestamp', 'webhook-signature'].map((name) =>
    headerOf(headers, name),
  ) as [string, string, string];
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookNotProven('The timestamp is not a whole number of seconds.');
  const { toleranceSeconds = FIVE_MINUTES, now = Math.floor(Date.now() / 1_000) } = options;
  if (Math.abs(now - Number(timestamp)) > toleranceSeconds) throw new WebhookNotProven('The request is too old, or from the future.');
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes);
  const key = await crypto.subtle.importKey('raw', secretBytes(secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['verify']);
  for (const each of signatures.split(' ')) {
    const given = each.startsWith('v1,') ? fromBase64(each.slice('v1,'.length)) : undefined;
    // Compared by the platform, in the same time whatever is wrong.
    if (given && (await crypto.subtle.verify('HMAC', key, given, signed))) {
      return { ...(JSON.parse(new TextDecoder().decode(bytes)) as WebhookEvent<Data>), id };
    }
  }
  throw new WebhookNotProven('No signature is that of this secret over this request.');
} // prettier-ignore

function headerOf(headers: Headers, name: string): string {
  const value = typeof headers.get === 'function' ? (headers.get as (name: string) => string | null)(name) : (headers as Record<string, unknown>)[name];
  if (typeof value !== 'string' || value === '') throw new WebhookNotProven(`The header ${name} is missing, or there twice.`);
  return value;
} // prettier-ignore

function secretBytes(secret: string): Uint8Array<ArrayBuffer> {
  const bytes = secret.startsWith(PREFIX) ? fromBase64(secret.slice(PREFIX.length)) : undefined;
  if (!bytes || bytes.length < 24) throw new TypeError('A secret of webhooks begins with whsec_ and has 24 bytes or more.');
  return bytes;
} // prettier-ignore

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}
