// Where we may be sent. An organisation chooses the address, so it must not reach what only we can reach: every address a
// name stands for must be of the public internet, unless the operator allows the host in feiqian.yaml. What is not
// surely public is refused.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

/** IANA's special-purpose registry (RFC 6890 and later): loopback, private, link-local, shared, multicast and the rest. */
const SPECIAL_V4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8], ['10.0.0.0', 8], ['100.64.0.0', 10], ['127.0.0.0', 8], ['169.254.0.0', 16], ['172.16.0.0', 12],
  ['192.0.0.0', 24], ['192.0.2.0', 24], ['192.31.196.0', 24], ['192.52.193.0', 24], ['192.88.99.0', 24],
  ['192.168.0.0', 16], ['192.175.48.0', 24], ['198.18.0.0', 15], ['198.51.100.0', 24], ['203.0.113.0', 24],
  ['224.0.0.0', 4], ['240.0.0.0', 4],
]; // prettier-ignore
/** Of global unicast, what leads elsewhere: tunnels that carry an IPv4 address (Teredo, 6to4), documentation. */
const SPECIAL_V6: readonly (readonly [string, number])[] = [
  ['2001::', 23], ['2001:db8::', 32], ['2002::', 16], ['3fff::', 20],
]; // prettier-ignore

const special = new BlockList();
for (const [network, bits] of SPECIAL_V4) special.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of SPECIAL_V6) special.addSubnet(network, bits, 'ipv6');
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

/** Mapped and translated forms of IPv4 (::ffff:…, 64:ff9b::…) are no global unicast, so they are refused as they are. */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return !special.check(address, 'ipv4');
  return family === 6 && globalUnicast.check(address, 'ipv6') && !special.check(address, 'ipv6');
}

export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveHost: Resolve = async (host) =>
  (await lookup(host, { all: true, verbatim: true })).map(({ address }) => address);

/** `core.bank.example` or `core.bank.example:8443`, as the operator wrote them. */
export type AllowedHosts = readonly string[];

export const isAllowedHost = ({ hostname, host }: URL, allowed: AllowedHosts): boolean =>
  allowed.includes(hostname) || allowed.includes(host);

export type Wrong = 'address-malformed' | 'address-not-https' | 'address-internal' | 'name-not-found';

/** What is wrong with the address as text, before any name is asked for. */
export function readUrl(text: string, allowed: AllowedHosts): URL | Wrong {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return 'address-malformed';
  if (url.protocol === 'http:' && !isAllowedHost(url, allowed)) return 'address-not-https';
  return url;
}

/**
 * The address to connect to. All that the name stands for are looked at: one that is internal among public ones refuses
 * the name. Whoever connects must use the address given here and not ask for the name again, or the answer could change.
 */
export async function checkedAddress(url: URL, allowed: AllowedHosts, resolve: Resolve): Promise<string | Wrong> {
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = isIP(host) ? [host] : await resolve(host).catch(() => []);
  if (addresses.length === 0) return 'name-not-found';
  if (!isAllowedHost(url, allowed) && !addresses.every(isPublic)) return 'address-internal';
  return addresses[0]!;
}

export const isWrong = (result: string | URL): result is Wrong =>
  typeof result === 'string' && /^(address|name)-[a-z-]+$/.test(result);
