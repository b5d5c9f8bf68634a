// `relcomms cleanup`: takes back everything that relcomms has put into a repository.
import { setTimeout as sleep } from 'node:timers/promises';
import { lazyChannels } from '../channels/lazy-channels.ts';
import { wikiPlace } from '../channels/wiki-place.ts';
import type { Instant } from '../domain/day.ts';
import type { Applied } from '../domain/outcome.ts';
import { cleanupAccounts } from '../github/accounts.ts';
import { type Start, readConfig } from '../github/config/read-config.ts';
import { type CleanupLook, type CleanupScope, planCleanupOf, takeAllBack } from '../run/clean-up.ts';
import { prepareFile } from '../run/prepare.ts';
import { cleanupJson, cleanupText, isTakenBack, takenBackText } from '../report/cleanup-text.ts';
import { type Arguments, type Command, type Io, JSON_OPTION, UNUSABLE, textOf, textsOf } from './command.ts';
import { askFor } from './init-questions.ts';
import { couldNotRead } from './could-not-read.ts';
import { PLACE_OPTIONS, type Place, openPlace } from './place.ts';

export const cleanup: Command = {
  name: 'cleanup',
  usage: '--repo OWNER/REPO',
  summary: 'Removes relcomms from a repository: lists what it takes back, asks, and takes it back.',
  options: [
    ...PLACE_OPTIONS.filter(({ name }) => name === 'repo'),
    { name: 'yes', description: 'take it back without asking' },
    {
      name: 'app',
      value: 'NAME',
      description: 'the GitHub App that wrote here (default: as the config says)',
    },
    {
      name: 'account',
      value: 'LOGIN',
      repeatable: true,
      description: 'another account that relcomms wrote with, such as that of a token',
    },
    JSON_OPTION,
  ],
  notes: [
    'Set "enabled: no" in the config before, or delete it: as long as it is there, the next run starts again.',
    'Set GITHUB_TOKEN to a token that can write issues, pull requests and contents, and GITHUB_URL if you use another',
    'GitHub than github.com. SLACK_BOT_TOKEN takes pins off messages on Slack.',
    'What people wrote stays; issues are closed, not deleted.',
    'Exit code: 0 all of it is taken back or listed, 1 some of it could not be read or taken back, 2 nothing could be read.',
  ],
  async run(given, io) {
    const place = openPlace(given, io, 'UTC', { writes: true });
    if (place === undefined) return UNUSABLE;
    try {
      return await run(place, given, io);
    } catch (error) {
      io.err(couldNotRead(error, place, io));
      return UNUSABLE;
    }
  },
};

async function run(place: Place, given: Arguments, io: Io): Promise<number> {
  const start = await readConfig(place.github);
  const scope = scopeOf(place, start, given, io);
  const look = await planCleanupOf(scope);
  const isJson = given.values['json'] === true;
  if (!isJson) io.out(cleanupText(look.plan, hintOf(start)));
  const applied = await decide(scope, look, given, io);
  if (isJson) io.out(cleanupJson(look.plan, applied ?? []));
  else if (applied !== undefined) io.out(takenBackText(look.plan, applied));
  return isTakenBack(look.plan, applied ?? []) ? 0 : 1;
}

/** Undefined: nothing was to be done, or nobody agreed. */
async function decide(
  scope: CleanupScope,
  { plan, observation }: CleanupLook,
  given: Arguments,
  io: Io,
): Promise<readonly Applied[] | undefined> {
  if (plan.operations.length === 0) return undefined;
  if (given.values['yes'] !== true && !(await isAgreed(given, io))) return undefined;
  return await takeAllBack(scope, plan.operations, observation);
}

async function isAgreed(given: Arguments, io: Io): Promise<boolean> {
  const ask = given.values['json'] === true ? undefined : askFor(io);
  if (ask === undefined) {
    if (given.values['json'] !== true) io.out('\nNothing was written. Add --yes to take it back.\n');
    return false;
  }
  const answer = await ask('\nTake all of this back? It can only be undone by hand (yes or no)', 'no');
  ask.end();
  const agrees = /^y(?:es)?$/i.test(answer ?? 'no');
  if (!agrees) io.out('Nothing was written.\n');
  return agrees;
}

/** A config that can't be used still stands for runs that go on. */
function preparedOf({ config }: Start) {
  const prepared = prepareFile(config, Date.now() as Instant);
  return prepared === undefined || 'problems' in prepared ? undefined : prepared;
}

function hintOf(start: Start): string | undefined {
  if (start.config.kind === 'missing' || preparedOf(start)?.config.enabled === false) return undefined;
  return 'The config is still on the default branch, so the next run starts again. Set "enabled: no" in it, or delete it, first.';
}

function scopeOf(place: Place, start: Start, given: Arguments, io: Io): CleanupScope {
  const { github, now, token, baseUrl } = place;
  const config = preparedOf(start)?.config;
  const app = textOf(given, 'app') ?? config?.app ?? 'relcomms';
  return {
    github,
    now,
    accounts: cleanupAccounts(start.viewer, app, textsOf(given, 'account')),
    sections: config?.sections,
    channels: lazyChannels({
      env: io.env,
      now,
      clock: () => Date.now() as Instant,
      claim: `cleanup-${now}`,
      wait: (milliseconds) => sleep(milliseconds),
      wiki: async () => ({ ...wikiPlace(baseUrl, github), token, env: io.env }),
    }),
  };
}
