// The way to an address by the proxy that the environment names for it; what speaks to proxies is loaded only then.
import type { Agent } from 'node:http';
import { getProxyForUrl } from 'proxy-from-env';

/** One for each proxy: its connections are kept. */
const agents = new Map<string, Promise<Agent>>();

/** By `https_proxy`, `http_proxy` and `no_proxy`, in either case; undefined goes straight there. */
export function proxyAgent(url: URL): Promise<Agent> | undefined {
  const proxy = getProxyForUrl(url.href);
  if (proxy === '') return undefined;
  const agent = agents.get(proxy) ?? open(proxy);
  agents.set(proxy, agent);
  return agent;
}

async function open(proxy: string): Promise<Agent> {
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  return new HttpsProxyAgent(proxy, { keepAlive: true });
}
