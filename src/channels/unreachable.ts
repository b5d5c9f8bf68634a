// Asks whether pages answer, without being led into private networks by a config.
import { lookup } from 'node:dns/promises';
import { BlockList, isIP } from 'node:net';

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
] as const)
  PRIVATE.addSubnet(network, bits, 'ipv6');

/** Those that don't answer with success, each with the reason in a line. */
export async function unreachable(pages: readonly string[], privateToo: boolean): Promise<string[]> {
  const reasons = await Promise.all(pages.map((page) => reasonOf(page, privateToo)));
  return pages.flatMap((page, index) => (reasons[index] === undefined ? [] : [`${page} ${reasons[index]}`]));
}

/** Undefined when it answers. */
async function reasonOf(page: string, privateToo: boolean): Promise<string | undefined> {
  let url = page;
  try {
    for (let hop = 0; hop <= MOST_HOPS; hop++) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      if (!privateToo && !(await isPublic(url))) return 'is no public https page';
      // oxlint-disable-next-line no-await-in-loop -- see above
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) });
      // oxlint-disable-next-line no-await-in-loop -- see above
      await answer.body?.cancel();
      const next = answer.headers.get('location');
      if (answer.status < 300 || answer.status >= 400 || next === null)
        return answer.ok ? undefined : `answers with ${answer.status}`;
      url = new URL(next, url).href;
    }
    return 'leads on and on';
  } catch {
    return 'does not answer';
  }
}

async function isPublic(page: string): Promise<boolean> {
  const url = new URL(page);
  if (url.protocol !== 'https:') return false;
  const host = url.hostname.replaceAll(/^\[|\]$/g, '');
  const found = isIP(host) > 0 ? [{ address: host }] : await lookup(host, { all: true });
  return found.length > 0 && found.every(({ address }) => !isPrivate(address));
}

function isPrivate(address: string): boolean {
  const [, mapped] = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address) ?? [];
  if (mapped !== undefined) return PRIVATE.check(mapped, 'ipv4');
  return PRIVATE.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4');
}
