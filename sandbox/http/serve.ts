// Answers one request: the embedded GitHub, the control calls, or the page.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Machine } from '../machine/machine.ts';
import clientText from '../page/client.browser.js';
import { renderPage } from '../page/render-page.ts';
import { readQuery } from '../page/query.ts';
import styleText from '../page/style.css';
import { CONTROL_CALLS } from './control.ts';
import { foreign } from '../../packages/embedded-github/src/server.ts';
import { type Reply, beginEvents, failure, json, reply } from './reply.ts';
import { stateJson } from './state-json.ts';

/** Comments keep the line of an event stream open through whatever stands in between. */
const HEARTBEAT_MS = 20_000;

/** `listensOn` is the host of the server, which may be opened by that name too. */
export async function serve(
  machine: Machine,
  request: IncomingMessage,
  response: ServerResponse,
  listensOn: string,
): Promise<void> {
  const refused = foreign(request, listensOn);
  if (refused !== undefined) return reply(response, failure(403, refused), true);
  if (machine.handle(request, response)) return;
  const url = new URL(request.url ?? '/', 'http://localhost');
  if (url.pathname === '/control/events' && request.method === 'GET')
    return sendEvents(machine, request, response);
  const control = CONTROL_CALLS[url.pathname];
  if (control === undefined)
    return reply(response, read(machine, request.method, url), request.method !== 'GET');
  if (request.method !== 'POST') return reply(response, failure(405, 'This call is a POST.'), true);
  return reply(response, await control(machine, request));
}

function read(machine: Machine, method: string | undefined, url: URL): Reply {
  if (method !== 'GET' && method !== 'HEAD') return failure(405, 'Only GET is answered here.');
  switch (url.pathname) {
    case '/':
      return {
        status: 200,
        type: 'text/html; charset=utf-8',
        text: renderPage(machine.state, readQuery(url)),
      };
    case '/style.css':
      return { status: 200, type: 'text/css; charset=utf-8', text: styleText };
    case '/client.js':
      return { status: 200, type: 'text/javascript; charset=utf-8', text: clientText };
    case '/favicon.ico':
      return { status: 204, type: 'image/x-icon', text: '' };
    case '/control/state':
      return json(200, stateJson(machine.state));
    default:
      return failure(404, 'Nothing is here. The page is at /, the calls are described in docs/sandbox.md.');
  }
}

/** One event at once and one after every change. */
function sendEvents(machine: Machine, request: IncomingMessage, response: ServerResponse): void {
  beginEvents(response);
  const tell = (): void => {
    const { version, clock } = machine.state;
    response.write(`event: changed\ndata: ${JSON.stringify({ version, day: clock.today })}\n\n`);
  };
  tell();
  const forget = machine.onChange(tell);
  const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
  request.once('close', () => {
    clearInterval(heartbeat);
    forget();
  });
}
