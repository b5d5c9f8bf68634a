// Opens the port of a server.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** The address that it listens on; port 0 is a free one. Rejects when the port is taken. */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${(server.address() as AddressInfo).port}`;
}
