// Starts the sandbox: the page, the control calls and the embedded GitHub's API on one port.
import { type Server, createServer } from 'node:http';
import { listen } from '../packages/embedded-github/src/server.ts';
import { failure, reply } from './http/reply.ts';
import { serve } from './http/serve.ts';
import { type Machine, startMachine } from './machine/machine.ts';
import type { AppOptions } from '../src/server/app-options.ts';

export interface SandboxOptions {
  /** 0 for a free one. */
  readonly port: number;
  /** Default: the loopback interface, which other machines can't reach. */
  readonly host?: string;
  /** Of the App's own log; default `fatal`, because the page shows what it does. */
  readonly logLevel?: AppOptions['logLevel'];
}

export interface Sandbox {
  readonly url: string;
  /** Tokens for the embedded GitHub's API, by login. */
  readonly tokens: Readonly<Record<string, string>>;
  close(): Promise<void>;
}

/** Resolves when relcomms has looked at the repository for the first time and the page is ready. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const host = options.host ?? '127.0.0.1';
  let machine: Machine | undefined;
  const server = createServer((request, response) => {
    if (machine === undefined) return reply(response, failure(503, 'The sandbox is starting.'), true);
    serve(machine, request, response, host).catch((error: unknown) => {
      const words = error instanceof Error ? error.message : String(error);
      if (response.headersSent) response.destroy();
      else reply(response, failure(500, words), true);
    });
  });
  // The port is known before the embedded GitHub is built: its links start with it.
  const url = await listen(server, options.port, host);
  try {
    machine = await startMachine({ origin: url, logLevel: options.logLevel ?? 'fatal' });
  } catch (error) {
    server.close();
    throw error;
  }
  return open(server, url, machine);
}

function open(server: Server, url: string, machine: Machine): Sandbox {
  return {
    url,
    tokens: Object.fromEntries(machine.state.people.map((login) => [login, machine.token(login)])),
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await machine.close();
    },
  };
}
