// Stands in for undici in the bundle: Node's own fetch is there already, and undici is loaded for a proxy alone.
import type { Dispatcher, ProxyAgent as RealProxyAgent } from 'undici';

type Options = ConstructorParameters<typeof RealProxyAgent>[0];
type Init = RequestInit & { readonly dispatcher?: unknown };

/** What @actions/http-client makes where the runner names a proxy; the real one is made by the first request. */
export class ProxyAgent {
  readonly options: Options;
  #made: Promise<Dispatcher> | undefined;

  constructor(options: Options) {
    this.options = options;
  }

  /** The real dispatcher, one for all requests. */
  made(): Promise<Dispatcher> {
    this.#made ??= import('undici').then(({ default: undici }) => new undici.ProxyAgent(this.options));
    return this.#made;
  }
}

/** Node's fetch, or undici's by way of the proxy that is asked for. */
export async function fetch(url: string, { dispatcher, ...init }: Init = {}): Promise<Response> {
  if (!(dispatcher instanceof ProxyAgent)) return globalThis.fetch(url, init);
  const { default: undici } = await import('undici');
  return undici.fetch(url, { ...init, dispatcher: await dispatcher.made() });
}
