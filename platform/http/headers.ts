// Who may reach this server, and the headers that keep a browser from lending its hand to another site.
import { type IncomingHttpHeaders } from 'node:http';
import { Refusal } from '../refusal.ts';

export const SECURITY_HEADERS: Record<string, string> = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const common = "base-uri 'none'; form-action 'none'; frame-ancestors 'none'; object-src 'none'";

/** The console's styles are set from its program, which needs 'unsafe-inline'; its scripts are files of ours only. */
export const PAGE_POLICY =
  `default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; ` +
  `font-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; ${common}`;

const localHost = /^(127\.0\.0\.1|localhost|\[::1\])(:\d{1,5})?$/i;

/**
 * Refuses `host_not_allowed` unless the Host names this machine, or over mutual TLS one of its `names`, so that no foreign
 * name can be pointed at it; and `origin_not_allowed` when a page of another site asks.
 */
export function refuseForeign({ host, origin }: IncomingHttpHeaders, names: readonly string[] = []): void {
  const isOurs =
    host !== undefined && (localHost.test(host) || names.includes(host.replace(/:\d{1,5}$/, '').toLowerCase()));
  if (!isOurs) throw new Refusal('host_not_allowed', { field: 'Host' });
  if (origin !== undefined && origin.toLowerCase() !== `http://${host.toLowerCase()}`) {
    throw new Refusal('origin_not_allowed', { field: 'Origin' });
  }
}

export function cookiesOf(header: string | undefined): Record<string, string> {
  const cookies: Record<string, string> = {};
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0) cookies[pair.slice(0, at).trim()] ??= pair.slice(at + 1).trim();
  }
  return cookies;
}
