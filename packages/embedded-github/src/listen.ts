// Opens the port of a server.
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * The address that it listens on; port 0 is a free one. Rejects when the port is taken.
 * Who asks ends a connection, never the server: all of the sandbox is one process, and after a second of work in it
 * an idle connection would be closed in the very moment of its next request.
 */
export async function listen(server: Server, port: number, host: string): Promise<string> {
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const name = host.includes(':') ? `[${host}]` : host;
  return `http://${name}:${(server.address() as AddressInfo).port}`;
}
