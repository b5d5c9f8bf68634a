// Serves the set-up page until the App is to be started, and answers what the App then needs.
import { EventEmitter, once } from 'node:events';
import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Instant } from '../domain/day.ts';
import { listen } from '../server/listen.ts';
import { startGate } from './gate.ts';
import { serve } from './serve.ts';
import type { Settings } from './settings.ts';
import { startProgress } from './steps.ts';

export interface SetupTools {
  readonly now: () => Instant;
  /** The log. No credentials come here. */
  readonly out: (text: string) => void;
  /** Opens a link in the person's browser; undefined where there is none. `onFailed` is told why it could not. */
  readonly open?: ((link: string, onFailed: (why: string) => void) => void) | undefined;
  /** Ends it without an App. */
  readonly stop: AbortSignal;
}

/** Variables of the App, the port of the page among them; or why there are none, undefined when it was stopped. */
export type SetupEnd =
  | { readonly values: Readonly<Record<string, string>> }
  | { readonly ended: string | undefined };

/** Milliseconds and connections: what takes longer or more is no person. */
const LIMITS = { headersTimeout: 5_000, requestTimeout: 10_000, connectionsCheckingInterval: 1_000 };
const CONNECTIONS = 64;

/** Rejects when the port can't be opened. */
export async function runSetup(settings: Settings, { now, out, open, stop }: SetupTools): Promise<SetupEnd> {
  const gate = settings.needsCode ? startGate() : undefined;
  const progress = startProgress(settings, now);
  const ends = new EventEmitter();
  const told = once(ends, 'end') as Promise<['start' | 'ended' | 'stopped']>;
  stop.addEventListener('abort', () => ends.emit('end', 'stopped'));
  const desk = {
    gate,
    progress,
    onStart: () => void ends.emit('end', 'start'),
    onEnded: () => void ends.emit('end', 'ended'),
  };
  const server = createServer(LIMITS, (request, response) => {
    serve(desk, request, response).catch((error: unknown) => {
      // Its message may repeat what it was about; where it broke off does not.
      out(`The set-up page failed ${placeOf(error)}\n`);
      if (!response.headersSent) response.writeHead(500, { 'cache-control': 'no-store' });
      response.end('The set-up page failed; its log says where.\n');
    });
  });
  server.maxConnections = CONNECTIONS;
  const url = await listen(server, settings.port, settings.host);
  const code = gate === undefined ? '' : `One-time code: ${gate.code}\n`;
  const link = `${settings.publicUrl ?? url}${gate === undefined ? '' : `/?code=${gate.code}`}`;
  const first = 'Sign in to GitHub in your browser first.\n';
  const where = open === undefined ? `Open ${link} in a browser.` : `Your browser opens ${link}`;
  out(`${first}The set-up page listens on ${url}. ${where}\n${code}`);
  open?.(link, (why) => out(`No browser opened (${why}). Open ${link} in a browser.\n`));
  const { port } = server.address() as AddressInfo;
  const [end] = await told;
  await close(server);
  if (end === 'stopped') return { ended: undefined };
  if (end === 'ended') return { ended: 'Five wrong codes: the set-up page has ended. Start it again.' };
  return { values: { ...progress.values, PORT: String(port) } };
}

async function close(server: Server): Promise<void> {
  const closed = new Promise((resolve) => server.close(resolve));
  server.closeAllConnections();
  await closed;
}

function placeOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  return /^\s+at .*$/m.exec(stack)?.[0].trim() ?? 'at an unknown place';
}
