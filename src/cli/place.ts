// The repository and the moment that a command looks at, with a client for it.
import { type Instant, instantOf, parseDay } from '../domain/day.ts';
import { apiOf, refusalOfSite } from '../domain/hosts.ts';
import { type GitHub, gitHub } from '../github/client.ts';
import { tokenClient } from './client.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPacer } from '../github/pacer.ts';
import { pausesOf } from '../github/pauses.ts';
import { type Arguments, type Command, type Io, textOf } from './command.ts';

export const PLACE_OPTIONS: Command['options'] = [
  { name: 'repo', value: 'OWNER/REPO', description: 'the repository to look at' },
  { name: 'at', value: 'DAY', description: 'look as if it were noon of that day (default: now)' },
];

export interface Place {
  readonly github: GitHub;
  readonly token: string;
  /** Of the API. */
  readonly baseUrl: string;
  readonly now: Instant;
}

/** Undefined, with the mistake told, when the arguments or the environment name no repository. `zone` is the config's. */
export function openPlace(
  given: Arguments,
  io: Io,
  zone: string,
  { writes = false } = {},
): Place | undefined {
  const [owner, repo, more] = (textOf(given, 'repo') ?? '').split('/');
  const at = textOf(given, 'at');
  const day = at === undefined ? undefined : parseDay(at);
  const { GITHUB_TOKEN: token, GITHUB_API_URL: api, GITHUB_URL } = io.env;
  const site = GITHUB_URL || 'https://github.com';
  const wrong = api ? undefined : refusalOfSite(site);
  if (!owner || !repo || more !== undefined) io.err('Which repository? Add --repo OWNER/REPO.\n');
  else if (at !== undefined && day === undefined) io.err(`--at is "${at}"; use a day such as 2026-11-03.\n`);
  else if (token === undefined || token === '')
    io.err('GITHUB_TOKEN is missing. Set it to a token that can read the repository.\n');
  else if (wrong !== undefined) io.err(`GITHUB_URL ${wrong}\n`);
  else {
    const baseUrl = api || apiOf(site);
    const octokit = tokenClient(token, baseUrl, io.env);
    const pauses = pausesOf(io.env, { now: () => Date.now(), sleep });
    const pacer = writes && pauses.clock !== undefined ? startPacer(pauses.clock) : undefined;
    const now = day === undefined ? (Date.now() as Instant) : instantOf(day, '12:00', zone);
    return { github: gitHub(octokit, { owner, repo }, pacer), token, baseUrl, now };
  }
  return undefined;
}
