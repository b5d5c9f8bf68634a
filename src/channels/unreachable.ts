// Asks whether pages answer, without being led into private networks by a config.
import { lookup } from 'node:dns';
import { request as requestPlain } from 'node:http';
import { request as requestSecure } from 'node:https';
import { BlockList, type LookupFunction, isIP } from 'node:net';

const TIMEOUT = 10_000;
const MOST_HOPS = 5;

/** Networks that no page for everybody lives in (RFC 6890). */
const PRIVATE = new BlockList();
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv4');
for (const [network, bits] of [
  ['::', 127],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
  ['64:ff9b::', 96],
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

/** Those that don't answer with success, each with the reason in a line. `privateToo` lets pages of this machine count. */
export async function unreachable(pages: readonly string[], privateToo: boolean): Promise<string[]> {
  const reasons = await Promise.all(pages.map((page) => reasonOf(page, privateToo)));
  return pages.flatMap((page, index) => (reasons[index] === undefined ? [] : [`${page} ${reasons[index]}`]));
}

/** Undefined when it answers. */
async function reasonOf(page: string, privateToo: boolean): Promise<string | undefined> {
  let url = page;
  try {
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      if (!privateToo && !mayBePublic(url)) return 'is no public https page';
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const { status, location } = await ask(url, privateToo);
      if (status < 300 || status >= 400 || location === undefined)
        return status >= 200 && status < 300 ? undefined : `answers with ${status}`;
      url = new URL(location, url).href;
    }
    return 'leads on and on';
  } catch {
    return 'does not answer';
  }
}

/** Names are looked at when they are resolved: what was public a moment ago may lead elsewhere now. */
function mayBePublic(page: string): boolean {
  const { protocol, hostname } = new URL(page);
  const host = hostname.replaceAll(/^\[|\]$/g, '');
  return protocol === 'https:' && (isIP(host) === 0 || !isPrivate(host));
}

function ask(url: string, privateToo: boolean): Promise<{ status: number; location: string | undefined }> {
  const send = url.startsWith('https:') ? requestSecure : requestPlain;
  const signal = AbortSignal.timeout(TIMEOUT);
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      { agent: false, signal, ...(privateToo ? {} : { lookup: publicOnly }) },
      (answer) => {
        answer.destroy();
        resolve({ status: answer.statusCode ?? 0, location: answer.headers.location });
      },
    );
    request.on('error', reject);
    request.end();
  });
}

const publicOnly: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined || found.some(({ address }) => isPrivate(address)))
      callback(error ?? new Error('no public address'), '');
    else if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};

/** An IPv4 address in the clothes of IPv6 is looked at as what it is. */
function isPrivate(address: string): boolean {
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
