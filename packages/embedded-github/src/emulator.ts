// The emulator behind the front: its start, and requests passed on to it.
import type { Server } from 'node:http';
import { createEmulator } from 'emulate';
import { appPrivateKey, createJwt } from './app-key.ts';
import { APP_ID, emulatorSeed, tokenOf } from './emulator-seed.ts';
import { askOwnServer, ownServer } from './own-server.ts';
import type { GitHubSeed } from './seed.ts';

/** The emulator allows 5,000 requests an hour and token; an installation's token is replaced before that. */
const USES_OF_INSTALLATION_TOKEN = 4_000;

export interface Upstream {
  readonly status: number;
  readonly json: unknown;
  readonly link: string | undefined;
}

export interface UpstreamRequest {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly body?: unknown;
  /** A login of the seed, the App's installation, or a JWT of the App. Default: an admin of the seed. */
  readonly as?: { readonly login: string } | { readonly jwt: string } | { readonly installation: number };
}

type Running = Pick<Awaited<ReturnType<typeof createEmulator>>, 'close'> & {
  url: string;
  reset(): void;
  server: Server;
};

/** Answers that are kept. */
const MOST_KNOWN = 1_000;

/** What the emulator answered while there were so many writes. */
interface Known {
  readonly writes: number;
  readonly answer: Raw;
}

/** As it came, so that whoever asks may change what is read out of it. */
type Raw = Pick<Upstream, 'status' | 'link'> & { readonly text: string };

/** Holds the running emulator. */
export class Emulator {
  readonly privateKey: string;
  /** Grows with everything that may change it: what was read under one value holds as long as it stays. */
  writes = 0;
  private readonly url: string;
  private readonly port: number;
  private readonly links: RegExp;
  private readonly origin: string;
  private readonly admin: string;
  private readonly running: Running;
  private uses = 0;
  private readonly known = new Map<string, Known>();
  private readonly installations = new Map<number, { readonly token: string; uses: number }>();

  private constructor(running: Running, origin: string, admin: string, privateKey: string) {
    this.running = running;
    this.url = running.url;
    this.port = Number(new URL(running.url).port);
    this.links = new RegExp(
      `(?:${running.url}|http://127.0.0.1:${this.port})(?=/(?:repos|users|orgs|app|installation|teams)/)`,
      'g',
    );
    this.origin = origin;
    this.admin = admin;
    this.privateKey = privateKey;
  }

  /** Starts the emulator on a free port; links in its answers will point at `origin`. */
  static async start(seed: GitHubSeed, origin: string, admin: string): Promise<Emulator> {
    const key = await appPrivateKey();
    const running = await createEmulator({ service: 'github', port: 0, seed: emulatorSeed(seed, key) });
    const server = await ownServer(Number(new URL(running.url).port));
    return new Emulator({ ...running, server, url: running.url }, origin, admin, key);
  }

  /** Passes a request on, unless it is a read that nothing was written since. */
  async send(request: UpstreamRequest): Promise<Upstream> {
    const { status, text, link } =
      request.method === 'GET' ? await this.read(request) : await this.write(request);
    return { status, json: text === '' ? undefined : readJson(text), link };
  }

  private async write(request: UpstreamRequest): Promise<Raw> {
    this.writes += 1;
    try {
      return await this.ask(request);
    } finally {
      // Once more: whoever looked in between has seen the state before or after.
      this.writes += 1;
    }
  }

  private async read(request: UpstreamRequest): Promise<Raw> {
    const { writes } = this;
    const key = JSON.stringify([request.path, request.as]);
    const known = this.known.get(key);
    if (known?.writes === writes) return known.answer;
    const answer = await this.ask(request);
    if (this.known.size >= MOST_KNOWN) this.known.clear();
    this.known.set(key, { writes, answer });
    return answer;
  }

  private async ask({ method, path, body, as }: UpstreamRequest): Promise<Raw> {
    const { status, headers, text } = await askOwnServer(this.running.server, {
      port: this.port,
      method,
      path,
      headers: {
        authorization: `Bearer ${await this.credentials(as)}`,
        accept: 'application/vnd.github+json',
        'content-type': 'application/json',
      },
      text: body === undefined ? undefined : JSON.stringify(body),
    });
    const { link } = headers;
    return {
      status,
      text: this.mendLinks(text),
      link: typeof link === 'string' ? this.mendLinks(link) : undefined,
    };
  }

  /** Takes the next number of the repository, which issues and pull requests share. */
  async reserveNumber(fullName: string): Promise<{ id: number; number: number }> {
    const { json } = await this.send({
      method: 'POST',
      path: `/repos/${fullName}/issues`,
      body: { title: 'reserved' },
    });
    return json as { id: number; number: number };
  }

  /** Back to the seed; installations need new tokens after that. */
  reset(): void {
    this.running.reset();
    this.writes += 1;
    this.known.clear();
    this.installations.clear();
  }

  close(): Promise<void> {
    return this.running.close();
  }

  private async credentials(as: UpstreamRequest['as']): Promise<string> {
    this.uses += 1;
    if (as === undefined) return tokenOf(this.admin, this.uses);
    if ('installation' in as) return this.installationToken(as.installation);
    return 'jwt' in as ? as.jwt : tokenOf(as.login, this.uses);
  }

  private async installationToken(id: number): Promise<string> {
    const known = this.installations.get(id);
    if (known === undefined || known.uses >= USES_OF_INSTALLATION_TOKEN) {
      const { json } = await this.send({
        method: 'POST',
        path: `/app/installations/${id}/access_tokens`,
        as: { jwt: createJwt(APP_ID, this.privateKey) },
      });
      const { token } = json as { token: string };
      this.installations.set(id, { token, uses: 1 });
      return token;
    }
    known.uses += 1;
    return known.token;
  }

  /** The emulator links to itself, API and pages under one address. */
  private mendLinks(text: string): string {
    return text.replaceAll(this.links, `${this.origin}/api/v3`).replaceAll(this.url, this.origin);
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
