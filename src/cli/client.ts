// The clients of the command line: with a token, or as an App.
import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { setTimeout as sleep } from 'node:timers/promises';
import { octokitOptions } from '../github/octokit-options.ts';
import { pausesOf } from '../github/pauses.ts';

/** What fails is said once, in our words. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

type Env = Readonly<Record<string, string | undefined>>;

export interface AppKey {
  readonly appId: string;
  readonly privateKey: string;
}

const Client = Octokit.plugin(throttling, retry);

/** `baseUrl` is the root of the API. */
export function tokenClient(token: string, baseUrl: string, env: Env): Octokit {
  return new Client({ ...sharedOptions(baseUrl, env), auth: token });
}

/** As the App itself, or as one of its installations. */
export async function appClient(
  key: AppKey,
  baseUrl: string,
  env: Env,
  installation?: number,
): Promise<Octokit> {
  const { createAppAuth } = await import('@octokit/auth-app');
  const options = sharedOptions(baseUrl, env);
  // By itself a new token would be asked of github.com, wherever the App is.
  const { request } = new Octokit({ baseUrl, request: options.request });
  const auth = { ...key, request, ...(installation === undefined ? {} : { installationId: installation }) };
  return new Client({ ...options, authStrategy: createAppAuth, auth });
}

/** The token of an installation, for what speaks no HTTP of ours. */
export async function tokenOf(client: Octokit): Promise<string> {
  const { token } = (await client.auth({ type: 'installation' })) as { readonly token: string };
  return token;
}

function sharedOptions(baseUrl: string, env: Env) {
  const pauses = pausesOf(env, { now: () => Date.now(), sleep });
  return { baseUrl, log: SILENT, ...octokitOptions(pauses) };
}
