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
    return await enterBy(desk, gate, request, { url, route, origin: door.origin });
  return await step(desk, request, { url, route, origin: door.origin });
}

interface Asked {
  readonly url: URL;
  readonly route: string;
  readonly origin: string;
}

/** The code comes by the form, or with the address that the log shows. */
async function enterBy(
  desk: Desk,
  gate: Gate,
  request: IncomingMessage,
  { url, route, origin }: Asked,
): Promise<Answered> {
  const code = url.searchParams.get('code');
  if (route === 'GET /' && code !== null) return enter(desk, gate, code, origin);
  if (route !== 'POST /code') return codePage();
  const form = await readForm(request);
  if (form === undefined) return plain(413, 'This is no form of this page.');
  return enter(desk, gate, form.get('code') ?? '', origin);
}

function enter(desk: Desk, gate: Gate, code: string, origin: string): Answered {
  const entered = gate.enter(code);
  if (entered === 'ended')
    return { ...plain(403, 'Five wrong codes: the set-up page has ended.'), after: desk.onEnded };
  if (typeof entered === 'string') return codePage(entered);
  const cookie = `${entered.cookie}${origin.startsWith('https:') ? '; Secure' : ''}`;
  return { ...plain(303, ''), headers: { location: '/', 'set-cookie': cookie } };
}

async function step(
  { progress, onStart }: Desk,
  request: IncomingMessage,
  { url, route, origin }: Asked,
): Promise<Answered> {
  if (route === 'GET /') return await home(progress, origin);
  if (route === 'GET /made') {
    const page = await back(progress, url.searchParams);
    const { made, settings } = progress;
    // Who said everything at the start has nothing left to answer here.
    const isDone = page.status === 303 && made?.file !== undefined && settings.publicUrl !== undefined;
    return isDone ? startAndInstall(made.app.installUrl, onStart) : page;
  }
  if (!FORMS.includes(url.pathname)) return problemPage(404, 'Nothing is here.');
  if (request.method !== 'POST') return { ...plain(303, ''), headers: { location: '/' } };
  const form = await readForm(request);
  if (form === undefined) return plain(413, 'This is no form of this page.');
  if (url.pathname === '/manifest') return await toGitHub(progress, form, origin);
  if (url.pathname === '/slack') return await slack(progress, form, origin);
  if (progress.made === undefined) return problemPage(409, 'There is no App yet. Begin with its address.');
  return startAndInstall(progress.made.app.installUrl, onStart);
}

/** GitHub sends the first webhook when the App is installed: by then it runs. */
function startAndInstall(location: string, onStart: () => void): Answered {
  return { ...plain(303, ''), headers: { location }, after: onStart };
}

const FORMS: readonly string[] = ['/manifest', '/slack', '/start'];

function plain(status: number, text: string): Page {
  return { status, type: 'text/plain; charset=utf-8', text: `${text}\n` };
}
