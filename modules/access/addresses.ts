// From which networks a key may be used.
import { BlockList, isIP } from 'node:net';

/** An empty list allows everything. Undefined when one of them is neither an address nor a network. */
export function addressList(addresses: readonly string[]): { allows(address: string): boolean } | undefined {
  const list = new BlockList();
  for (const each of addresses) {
    const [network = '', length, ...rest] = each.split('/');
    const version = isIP(network);
    const bits = length === undefined ? (version === 6 ? 128 : 32) : /^\d{1,3}$/.test(length) ? Number(length) : -1;
    if (version === 0 || rest.length > 0 || bits < 0 || bits > (version === 6 ? 128 : 32)) return undefined;
    list.addSubnet(network, bits, version === 6 ? 'ipv6' : 'ipv4');
  }
  return { allows: (address) => addresses.length === 0 || isListed(list, address) };
}

/** A socket for both families says ::ffff:10.0.0.1 of an IPv4 peer. */
function isListed(list: BlockList, address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  const version = isIP(plain);
  return version !== 0 && list.check(plain, version === 6 ? 'ipv6' : 'ipv4');
}
