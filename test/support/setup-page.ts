// A browser at the set-up page: requests with any header, forms as the page has them, and what the log says.
import { EventEmitter, once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Instant } from '../../src/domain/day.ts';
import { type SetupEnd, runSetup } from '../../src/setup/run-setup.ts';
import { readSettings } from '../../src/setup/settings.ts';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Browser {
  readonly url: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form as the page itself does; `headers` can say otherwise. */
  post(
    path: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

export interface SetupPage extends Browser {
  readonly file: string;
  readonly log: () => string;
  readonly end: Promise<SetupEnd>;
  close(): Promise<void>;
  /** Its clock goes ahead by milliseconds. */
  passTime(milliseconds: number): void;
}

/** Opens it on a free port, with a file in a folder of its own. */
export async function openSetup(env: Readonly<Record<string, string>> = {}): Promise<SetupPage> {
  const file = join(mkdtempSync(join(tmpdir(), 'setup-')), 'relcomms.env');
  const settings = readSettings({ RELCOMMS_ENV_FILE: file, ...env }, 0);
  if ('refused' in settings) throw new Error(settings.refused);
  const written: string[] = [];
  let at = Date.parse('2026-11-03T09:00:00Z');
  const said = new EventEmitter();
  const first = once(said, 'words');
  const out = (text: string): void => {
    written.push(text);
    said.emit('words');
  };
  const stopping = new AbortController();
  const end = runSetup(settings, { now: () => at as Instant, out, stop: stopping.signal });
  await first;
  const port = /listens on http:\/\/\S+:(\d+)/.exec(written.join(''))?.[1];
  return {
    ...browser(`http://127.0.0.1:${port}`),
    file: settings.file,
    log: () => written.join(''),
    end,
    close: async () => {
      stopping.abort();
      await end;
    },
    passTime: (milliseconds) => {
      at += milliseconds;
    },
  };
}

export function browser(url: string): Browser {
  return {
    url,
    get: (path, headers = {}) => send(url, { method: 'GET', path, headers }),
    post: (path, fields, headers = {}) =>
      send(url, {
        method: 'POST',
        path,
        headers: { origin: url, 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: new URLSearchParams(fields).toString(),
      }),
  };
}

/** The fields of the form of a page, by name, and where it goes. */
export function formIn({ text }: Answer): {
  readonly action: string;
  readonly fields: Record<string, string>;
} {
  const action = /<form method="post" action="([^"]*)"/.exec(text)?.[1] ?? '';
  const fields = [...text.matchAll(/<input[^>]* name="([^"]+)"[^>]* value="([^"]*)"/g)].map(
    ([, name = '', value = '']) => [name, plain(value)] as const,
  );
  return { action: plain(action), fields: Object.fromEntries(fields) };
}

export function plain(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

function send(
  url: string,
  from: { method: string; path: string; headers: Readonly<Record<string, string>>; body?: string },
): Promise<Answer> {
  const { method, path, headers, body } = from;
  return new Promise((resolve, reject) => {
    const sent = request(
      `${url}${path}`,
      { method, headers: { ...headers, 'content-length': Buffer.byteLength(body ?? '') } },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => (text += part));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.on('error', reject);
    sent.end(body);
  });
}
