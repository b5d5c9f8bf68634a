// Tells addresses that no page for everybody lives at: IANA's special-purpose registries as data.
import { BlockList, isIP } from 'node:net';

/**
 * Blocks that are not globally reachable, and those that lead into other networks.
 * https://www.iana.org/assignments/iana-ipv4-special-registry, read as of RFC 9637.
 */
const IPV4: readonly (readonly [network: string, bits: number])[] = [
  ['0.0.0.0', 8], // this network
  ['10.0.0.0', 8], // private use
  ['100.64.0.0', 10], // shared address space
  ['127.0.0.0', 8], // loopback
  ['169.254.0.0', 16], // link local
  ['172.16.0.0', 12], // private use
  ['192.0.0.0', 24], // IETF protocol assignments
  ['192.0.2.0', 24], // documentation
  ['192.31.196.0', 24], // AS112
  ['192.52.193.0', 24], // AMT
  ['192.88.99.0', 24], // 6to4 relay anycast
  ['192.168.0.0', 16], // private use
  ['192.175.48.0', 24], // AS112
  ['198.18.0.0', 15], // benchmarking
  ['198.51.100.0', 24], // documentation
  ['203.0.113.0', 24], // documentation
  ['224.0.0.0', 4], // multicast
  ['240.0.0.0', 4], // reserved, the broadcast address among them
];

/** https://www.iana.org/assignments/iana-ipv6-special-registry. Those that carry an IPv4 address are closed as well. */
const IPV6: readonly (readonly [network: string, bits: number])[] = [
  ['::', 96], // unspecified, loopback, and IPv4 in its old clothes
  ['64:ff9b::', 96], // translation of IPv4
  ['64:ff9b:1::', 48], // local translation of IPv4
  ['100::', 64], // discard only
  ['100:0:0:1::', 64], // dummy prefix
  ['2001::', 23], // IETF protocol assignments, Teredo among them
  ['2001:db8::', 32], // documentation
  ['2002::', 16], // 6to4
  ['2620:4f:8000::', 48], // AS112
  ['3fff::', 20], // documentation
  ['5f00::', 16], // segment routing
  ['fc00::', 7], // unique local
  ['fe80::', 10], // link local
  ['fec0::', 10], // site local
  ['ff00::', 8], // multicast
];

const INNER = new BlockList();
for (const [network, bits] of IPV4) INNER.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of IPV6) INNER.addSubnet(network, bits, 'ipv6');

/** Names that never lead to a page for everybody (RFC 6761, RFC 6762, and what hosters answer at). */
const INNER_NAMES =
  /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|localdomain|home\.arpa|test|invalid|onion)$/i;

/** Whether an IP address is not of the public network. An IPv4 address in the clothes of IPv6 counts as what it is. */
export function isInnerAddress(address: string): boolean {
  const family = isIP(address);
  return family !== 0 && INNER.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Whether the host of a URL, as `URL.hostname` gives it, can't be one for everybody; names are not resolved. */
export function isInnerHost(hostname: string): boolean {
  const host = hostname.replaceAll(/^\[|\]$/g, '').replace(/\.$/, '');
  return isIP(host) === 0 ? INNER_NAMES.test(host) || !host.includes('.') : isInnerAddress(host);
}
