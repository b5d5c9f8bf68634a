// Keeps requests to addresses from outside in the public network.
import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isInnerAddress } from '../domain/inner-address.ts';

/** Whether an address is `https:` and no private one as it is written; what its name leads to shows when it is resolved. */
export function mayBePublic(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' && !isInnerAddress(hostname.replaceAll(/^\[|\]$/g, ''));
}

/** A lookup that fails where a name leads into a private network, however public it was a moment ago. */
export const publicOnly: LookupFunction = (host, options, callback) => {
  lookup(host, { ...options, all: true }, (error, found) => {
    const [first] = found ?? [];
    if (error !== null || first === undefined || found.some(({ address }) => isInnerAddress(address)))
      callback(error ?? new Error('no public address'), '');
    else if (options.all === true) callback(null, found);
    else callback(null, first.address, first.family);
  });
};
