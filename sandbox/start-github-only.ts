// Starts just the embedded GitHub, filled from a seed, for any App or Action to be tried against.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedGitHub, startGitHub } from '../packages/embedded-github/src/index.ts';
import { foreign } from './http/guard.ts';
import { listen } from '../packages/embedded-github/src/listen.ts';
import { failure, reply } from './http/reply.ts';
import { githubSeedOf, plantSeed } from './seed-file/plant-seed.ts';
import type { SeedFile } from './seed-file/schema.ts';

/** What an App or an Action needs to know. */
export interface GitHubOnly {
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
export async function startGitHubOnly(seed: SeedFile, options: { port: number }): Promise<GitHubOnly> {
  let github: EmbeddedGitHub | undefined;
  const server = createServer((request, response) => {
    const refused = foreign(request.headers, HOST);
    if (refused !== undefined) return reply(response, failure(403, refused), true);
    if (github === undefined) return reply(response, failure(503, 'The sandbox is starting.'), true);
    if (github.handle(request, response)) return;
    reply(response, failure(404, 'The API is at /api/v3 and /graphql.'), request.method !== 'GET');
  });
  const url = await listen(server, options.port, HOST);
  const folder = await mkdtemp(join(tmpdir(), 'relcomms-sandbox-'));
  const stop = async (): Promise<void> => {
    const closed = new Promise((resolve) => server.close(resolve));
    server.closeAllConnections();
    await closed;
    await github?.close();
    await rm(folder, { recursive: true });
  };
  try {
    const started = await startGitHub({ seed: githubSeedOf(seed), publicUrl: url });
    github = started;
    await plantSeed(started, seed);
    started.setWebhookUrl(seed.app?.webhook);
    const privateKeyFile = join(folder, 'app.pem');
    await writeFile(privateKeyFile, started.app.privateKey, { mode: 0o600 });
    const { id, slug, installationId: installation, webhookSecret } = started.app;
    const webhook = seed.app?.webhook;
    return {
      url,
      api: `${url}/api/v3`,
      graphql: `${url}/graphql`,
      tokens: tokensOf(started, Object.keys(seed.people)),
      app: { id, slug, installation, privateKeyFile, webhookSecret, webhook },
      close: stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function tokensOf(github: EmbeddedGitHub, logins: readonly string[]): Record<string, string> {
  return Object.fromEntries([...logins, 'github-actions[bot]'].map((login) => [login, github.token(login)]));
}
