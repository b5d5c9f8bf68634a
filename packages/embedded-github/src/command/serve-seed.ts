// Starts the embedded GitHub on a port, filled from a seed, for any App or Action to be tried against.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EmbeddedGitHub } from '../embedded-github.ts';
import { foreign } from '../foreign.ts';
import { listen } from '../listen.ts';
import { githubSeedOf, plantSeed } from '../seed-file/plant-seed.ts';
import type { SeedFile } from '../seed-file/schema.ts';
import { start } from '../start.ts';

/** What an App or an Action needs to know. */
export interface Served {
  readonly url: string;
  /** Root of REST; GraphQL is at `/graphql` and `/api/graphql`. */
  readonly api: string;
  readonly graphql: string;
  /** By login; that of `github-actions[bot]` is what a workflow gets. */
  readonly tokens: Readonly<Record<string, string>>;
  readonly app: {
    readonly id: number;
    readonly slug: string;
    readonly installation: number;
    readonly privateKeyFile: string;
    readonly webhookSecret: string;
    readonly webhook: string | undefined;
  };
  close(): Promise<void>;
}

const HOST = '127.0.0.1';

/** Resolves when everything is planted; from then on webhooks go out. Rejects when GitHub refuses a part. */
export async function serveSeed(seed: SeedFile, options: { port: number }): Promise<Served> {
  let github: EmbeddedGitHub | undefined;
  const server = createServer((request, response) => answer(github, request, response));
  const url = await listen(server, options.port, HOST);
  const folder = await mkdtemp(join(tmpdir(), 'embedded-github-'));
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await github?.close();
    await rm(folder, { recursive: true });
  };
  try {
    github = await start({ seed: githubSeedOf(seed), publicUrl: url });
    await plantSeed(github, seed);
    github.setWebhookUrl(seed.app?.webhook);
    const privateKeyFile = join(folder, 'app.pem');
    await writeFile(privateKeyFile, github.app.privateKey, { mode: 0o600 });
    return { ...describe(github, url, seed, privateKeyFile), close: stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function answer(
  github: EmbeddedGitHub | undefined,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const refused = foreign(request, HOST);
  if (refused !== undefined) return fail(response, 403, refused);
  if (github === undefined) return fail(response, 503, 'The embedded GitHub is starting.');
  if (!github.handle(request, response)) fail(response, 404, 'The API is at /api/v3 and /graphql.');
}

/** The connection ends with the answer: the request was not read to its end. */
function fail(response: ServerResponse, status: number, error: string): void {
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'x-content-type-options': 'nosniff',
    connection: 'close',
  });
  response.end(`${JSON.stringify({ error })}\n`);
}

function describe(
  github: EmbeddedGitHub,
  url: string,
  seed: SeedFile,
  privateKeyFile: string,
): Omit<Served, 'close'> {
  const { id, slug, installationId: installation, webhookSecret } = github.app;
  const logins = [...Object.keys(seed.people), 'github-actions[bot]'];
  return {
    url,
    api: `${url}/api/v3`,
    graphql: `${url}/graphql`,
    tokens: Object.fromEntries(logins.map((login) => [login, github.token(login)])),
    app: { id, slug, installation, privateKeyFile, webhookSecret, webhook: seed.app?.webhook },
  };
}
