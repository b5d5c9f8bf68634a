// Stands in for undici in the bundle: @actions/github would ask with it, and asks with our own fetch.
import { httpFetch } from '../http/http-fetch.ts';

/** Made where the runner names a proxy, and asked nothing: our fetch finds its way by itself. */
// oxlint-disable-next-line typescript/no-extraneous-class -- undici's is a class, too
export class ProxyAgent {}

export const fetch = httpFetch;
