// `relcomms doctor`: everything that a config needs of GitHub, Slack, and email, and what is missing.
import { wikiPlace } from '../channels/wiki-place.ts';
import type { WikiPlace } from '../channels/wiki/git.ts';
import type { Instant } from '../domain/day.ts';
import { apiOf, refusalOfSite, siteOf } from '../domain/hosts.ts';
import { askApp } from '../doctor/ask-app.ts';
import { type Checkup, isBroken } from '../doctor/checkup.ts';
import { type Asking, proxyIn } from '../doctor/connection-words.ts';
import { examine } from '../doctor/examine.ts';
import { doctorText } from '../doctor/words.ts';
import { gitHub } from '../github/client.ts';
import { NO_PRIVATE_KEY, readPrivateKey } from '../github/private-key.ts';
import {
  type Arguments,
  type Command,
  DEFAULT_CONFIG,
  type Io,
  JSON_OPTION,
  UNUSABLE,
  textOf,
} from './command.ts';
import { type AppKey, appClient, tokenClient, tokenOf } from './client.ts';
import { readText } from './read-config-file.ts';

export const doctor: Command = {
  name: 'doctor',
  usage: '--repo OWNER/REPO',
  summary: 'Checks that everything the config needs exists: permissions, names, channels, the workflow.',
  options: [
    { name: 'repo', value: 'OWNER/REPO', description: 'the repository to look at' },
    {
      name: 'config',
      value: 'FILE',
      description: 'a config that is not merged yet (default: that of the repository)',
    },
    JSON_OPTION,
  ],
  notes: [
    'Set GITHUB_TOKEN to the token that relcomms will use, or APP_ID and PRIVATE_KEY to look as the App.',
    'Slack and email are checked with SLACK_BOT_TOKEN, SMTP_URL and SMTP_FROM. It writes nothing.',
    'Exit code: 0 nothing is broken, 1 something is, 2 it could not begin.',
  ],
  async run(given, io) {
    const asked = read(given, io);
    if (typeof asked === 'string') {
      io.err(`${asked}\n`);
      return UNUSABLE;
    }
    const file = textOf(given, 'config');
    const config = file === undefined ? undefined : await readText(file, io);
    if (file !== undefined && config === undefined) return UNUSABLE;
    const checkups = await lookAt(asked, config, io);
    io.out(given.values['json'] === true ? `${jsonText(checkups)}\n` : doctorText(checkups));
    return isBroken(checkups) ? 1 : 0;
  },
};

interface Asked {
  readonly asking: Asking;
  readonly auth: string | AppKey;
}

/** A sentence where something is missing. */
function read(given: Arguments, { env }: Io): Asked | string {
  const [owner, repo, more] = (textOf(given, 'repo') ?? '').split('/');
  if (!owner || !repo || more !== undefined) return 'Which repository? Add --repo OWNER/REPO.';
  const { GITHUB_TOKEN: token, GITHUB_API_URL: givenApi, GITHUB_URL, APP_ID: appId } = env;
  const address = GITHUB_URL || 'https://github.com';
  const wrong = givenApi ? undefined : refusalOfSite(address);
  if (wrong !== undefined) return `GITHUB_URL ${wrong}`;
  const api = givenApi || apiOf(address);
  const place = { owner, repo, api, site: siteOf(api), proxy: proxyIn(env) };
  if (appId && env['PRIVATE_KEY']) {
    const privateKey = readPrivateKey(env['PRIVATE_KEY']);
    if (privateKey === undefined) return NO_PRIVATE_KEY;
    return { asking: { ...place, credential: 'PRIVATE_KEY' }, auth: { appId, privateKey } };
  }
  if (!token)
    return 'GITHUB_TOKEN is missing. Set it to the token that relcomms will use, or set APP_ID and PRIVATE_KEY.';
  return { asking: { ...place, credential: 'GITHUB_TOKEN' }, auth: token };
}

async function lookAt(
  { asking, auth }: Asked,
  config: string | undefined,
  io: Io,
): Promise<readonly Checkup[]> {
  const { env, judge } = io;
  const shared = {
    asking,
    now: Date.now() as Instant,
    clock: Date.now(),
    path: DEFAULT_CONFIG,
    config,
    env,
    sends: false,
    judge,
  };
  if (typeof auth === 'string') {
    const github = gitHub(tokenClient(auth, asking.api, env), asking);
    return await examine({ ...shared, github, wiki: wikiFor(asking, env, async () => auth) });
  }
  const { request } = await appClient(auth, asking.api, env);
  const installed = await askApp(request, asking, auth.appId);
  if (!('installation' in installed)) return installed.checkups;
  const { installation, grants, checkups } = installed;
  const client = await appClient(auth, asking.api, env, installation);
  const wiki = wikiFor(asking, env, async () => await tokenOf(client));
  return [...checkups, ...(await examine({ ...shared, github: gitHub(client, asking), grants, wiki }))];
}

function wikiFor(asking: Asking, env: Io['env'], token: () => Promise<string>) {
  const { author: _, ...place } = wikiPlace(asking.api, asking);
  return async (): Promise<WikiPlace> => ({ ...place, token: await token(), env });
}

function jsonText(checkups: readonly Checkup[]): string {
  return JSON.stringify({ broken: isBroken(checkups), checkups }, undefined, 2);
}
