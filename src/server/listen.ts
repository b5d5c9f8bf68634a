// Opens the port that webhooks come to.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Milliseconds; proxies keep a connection for up to a minute, and must not find it closed. */
const KEEP_ALIVE = 65_000;

/** Resolves with the address as a URL. Port 0 lets the system choose. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  server.keepAliveTimeout = KEEP_ALIVE;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return `http://${host}:${(server.address() as AddressInfo).port}`;
}
