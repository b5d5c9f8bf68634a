// `relcomms plan`: what a run would do on a repository, without a single write.
import { Octokit } from '@octokit/rest';
import { retry } from '@octokit/plugin-retry';
import { throttling } from '@octokit/plugin-throttling';
import { type Instant, instantOf, parseDay } from '../domain/day.ts';
import { gitHub } from '../github/client.ts';
import { failureWords } from '../github/failure.ts';
import { octokitOptions } from '../github/octokit-options.ts';
import { planFile } from '../outputs.ts';
import { isGood, reportMarkdown } from '../report.ts';
import { wholeRun } from '../run.ts';
import {
  type Arguments,
  CONFIG_OPTION,
  type Command,
  type Io,
  JSON_OPTION,
  UNUSABLE,
  textOf,
} from './command.ts';
import { readConfigFile } from './read-config-file.ts';

/** What fails is said once, in our words. */
const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

export const plan: Command = {
  name: 'plan',
  usage: '--repo OWNER/REPO',
  summary: 'Shows what a run with this config would do on a repository. It writes nothing.',
  options: [
    { name: 'repo', value: 'OWNER/REPO', description: 'the repository to look at' },
    { name: 'at', value: 'DAY', description: 'plan as if it were noon of that day (default: now)' },
    CONFIG_OPTION,
    JSON_OPTION,
  ],
  notes: ['The token comes from GITHUB_TOKEN, the address of the API from GITHUB_API_URL.'],
  async run(given, io) {
    const place = readPlace(given, io);
    if (place === undefined) return UNUSABLE;
    const config = await readConfigFile(given, io);
    if ('exit' in config) return config.exit;
    const now =
      place.day === undefined
        ? (Date.now() as Instant)
        : instantOf(place.day, '12:00', config.config.schedule.timezone);
    const baseUrl = io.env['GITHUB_API_URL'] ?? 'https://api.github.com';
    const Client = Octokit.plugin(throttling, retry);
    const octokit = new Client({ auth: place.token, baseUrl, log: SILENT, ...octokitOptions(baseUrl) });
    try {
      const github = gitHub(octokit, place);
      const run = await wholeRun({ github, now, config: config.text }, 'plan');
      io.out(given.values['json'] === true ? planFile(run, now) : reportMarkdown(run));
      return isGood(run) ? 0 : 1;
    } catch (error) {
      io.err(`${place.owner}/${place.repo} could not be read: ${failureWords(error)}\n`);
      return UNUSABLE;
    }
  },
};

function readPlace(given: Arguments, io: Io) {
  const [owner, repo, more] = (textOf(given, 'repo') ?? '').split('/');
  const at = textOf(given, 'at');
  const day = at === undefined ? undefined : parseDay(at);
  const token = io.env['GITHUB_TOKEN'];
  if (!owner || !repo || more !== undefined) io.err('Which repository? Write --repo OWNER/REPO.\n');
  else if (at !== undefined && day === undefined)
    io.err(`--at is "${at}"; write a day such as 2026-11-03.\n`);
  else if (token === undefined || token === '')
    io.err('GITHUB_TOKEN is missing: a token that can read the repository.\n');
  else return { owner, repo, day, token };
  return undefined;
}
