// Answers one request to the set-up page: who may ask, then which step.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { originOf } from './door.ts';
import type { Gate } from './gate.ts';
import type { Page } from '../server/front.ts';
import { codePage, problemPage } from './page.ts';
import { headersFor } from './page-headers.ts';
import { readForm } from './read-form.ts';
import { type Progress, back, home, slack, toGitHub } from './steps.ts';

export interface Desk {
  /** Undefined where only this machine can ask. */
  readonly gate: Gate | undefined;
  readonly progress: Progress;
  /** Told when the App is to be started, after the answer. */
  readonly onStart: () => void;
  /** Told when too many wrong codes came, after the answer. */
  readonly onEnded: () => void;
}

export async function serve(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { status, type, text, headers = {}, after } = await answer(desk, request);
  response.writeHead(status, {
    ...headersFor(desk.progress.settings.site),
    'content-type': type,
    'content-length': Buffer.byteLength(text),
    ...headers,
    // What was not read to its end must not be taken for the next request.
    ...(request.complete ? {} : { connection: 'close' }),
  });
  response.end(text, after);
}

type Answered = Page & { readonly after?: () => void };

async function answer(desk: Desk, request: IncomingMessage): Promise<Answered> {
  const { progress, gate } = desk;
  const door = originOf(request, progress.settings);
  if ('refused' in door) return plain(403, door.refused);
  const { url: target = '' } = request;
  if (!target.startsWith('/')) return plain(400, 'Nothing is here.');
  const url = new URL(`http://localhost${target}`);
  const route = `${request.method} ${url.pathname}`;
  if (gate !== undefined && !gate.admits(request.headers.cookie))
    return route === 'POST /code' ? await enter(desk, gate, request, door.origin) : codePage();
  return await step(desk, request, { url, route, origin: door.origin });
}

async function enter(desk: Desk, gate: Gate, request: IncomingMessage, origin: string): Promise<Answered> {
  const form = await readForm(request);
  if (form === undefined) return plain(413, 'This is no form of this page.');
  const entered = gate.enter(form.get('code') ?? '');
  if (entered === 'ended')
    return { ...plain(403, 'Five wrong codes: the set-up page has ended.'), after: desk.onEnded };
  if (typeof entered === 'string') return codePage(entered);
  const cookie = `${entered.cookie}${origin.startsWith('https:') ? '; Secure' : ''}`;
  return { ...plain(303, ''), headers: { location: '/', 'set-cookie': cookie } };
}

async function step(
  { progress, onStart }: Desk,
  request: IncomingMessage,
  { url, route, origin }: { readonly url: URL; readonly route: string; readonly origin: string },
): Promise<Answered> {
  if (route === 'GET /') return await home(progress, origin);
  if (route === 'GET /made') return await back(progress, url.searchParams);
  if (!FORMS.includes(url.pathname)) return problemPage(404, 'Nothing is here.');
  if (request.method !== 'POST') return { ...plain(303, ''), headers: { location: '/' } };
  const form = await readForm(request);
  if (form === undefined) return plain(413, 'This is no form of this page.');
  if (url.pathname === '/manifest') return await toGitHub(progress, form, origin);
  if (url.pathname === '/slack') return await slack(progress, form, origin);
  if (progress.made === undefined) return problemPage(409, 'There is no App yet. Begin with its address.');
  // GitHub sends the first webhook when the App is installed: by then it runs.
  return { ...plain(303, ''), headers: { location: progress.made.app.installUrl }, after: onStart };
}

const FORMS: readonly string[] = ['/manifest', '/slack', '/start'];

function plain(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', text: `${text}\n` };
}
