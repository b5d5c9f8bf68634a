// `relcomms doctor` against a real API: a healthy repository, and every way to be broken with its fix and its page.
import type { Checkup } from '../../src/doctor/checkup.ts';
import { examineChannels } from '../../src/doctor/examine-channels.ts';
import { channelsOf } from '../../src/doctor/wanted-channels.ts';
import { read } from '../support/world.ts';
import { startMailServer } from '../../sandbox/mail-server/start.ts';
import { writesSince } from '../support/runs.ts';
import { CONFIG, type World, startWorld } from './healthy-world.ts';
import { checkupsOf, foundBy, wantedOf } from './hold-way.ts';
import { WAYS } from './ways.ts';

const notFine = (checkups: readonly Checkup[]): string[] =>
  checkups
    .filter(({ state }) => state === 'broken' || state === 'unknown')
    .map(({ area, subject }) => `${area} ${subject}`);

describe('a healthy repository', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  test('has nothing to mend for the token of a workflow, for an App, and nothing is written', async () => {
    expect(notFine(await checkupsOf(world))).toEqual([]);
    const asApp = await checkupsOf(world, world.appEnv);
    expect(asApp.filter(({ state }) => state !== 'ok')).toEqual([]);
    expect(asApp.length).toBeGreaterThan(20);
    expect(writesSince(world.github, world.begun)).toEqual([]);
    expect(world.mail.mails).toEqual([]);
  });

  test('of a token of a person it says what nobody can know before it writes', async () => {
    const { out, exit } = await world.doctor({ ...world.env, GITHUB_TOKEN: world.github.token('bob') });
    expect(exit).toBe(0);
    expect(out).toContain('limited  checks: write: GitHub lets only Apps and workflows write checks.');
    expect(out).toContain(
      'unknown  issues: write: it can be read; whether the token can write shows only when',
    );
    expect(out).toMatch(/\nNothing is broken: of \d+ things, 1 limited, \d unknown, \d+ ok\.\n$/);
  });
});

test.each(WAYS)('$name', async (way) => {
  expect(await foundBy(way)).toContainEqual(wantedOf(way));
});

test('a mail server that rejects the password', async () => {
  const world = await startWorld();
  const strict = await startMailServer({ auth: { user: 'bot', pass: 'right' } });
  try {
    const url = strict.url.replace('smtp://', 'smtp://bot:wrong@').replace('bot:right@', '');
    const checkups = await checkupsOf(world, { ...world.env, SMTP_URL: url });
    expect(checkups).toContainEqual(
      expect.objectContaining({
        area: 'Email',
        state: 'broken',
        found: 'The mail server rejects the user or the password',
        fix: 'Correct them in SMTP_URL.',
      }),
    );
  } finally {
    await Promise.all([world.close(), strict.close()]);
  }
});

test.each<[string, string[], Record<string, string>, string]>([
  ['no repository', [], { GITHUB_TOKEN: 'x' }, 'Which repository? Add --repo OWNER/REPO.'],
  ['no credential', ['--repo', 'a/b'], {}, 'GITHUB_TOKEN is missing.'],
  [
    'no key',
    ['--repo', 'a/b'],
    { APP_ID: '1', PRIVATE_KEY: 'secret-words' },
    'PRIVATE_KEY is not a private key.',
  ],
  ['no address', ['--repo', 'a/b'], { GITHUB_TOKEN: 'x', GITHUB_URL: 'here' }, 'GITHUB_URL is "here"'],
  [
    'no file',
    ['--repo', 'a/b', '--config', 'nowhere.yml'],
    { GITHUB_TOKEN: 'x' },
    'nowhere.yml is not there.',
  ],
])('it does not begin with %s', async (_, args, env, words) => {
  const { cli } = await import('../cli/run-cli.ts');
  const { exit, out, err } = await cli(['doctor', ...args], env);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(words);
  expect(err).not.toContain('secret-words');
});

test('where messages are sent from, a token that is missing is broken', async () => {
  const found = await examineChannels(channelsOf(read(CONFIG)), { env: {}, sends: true });
  expect(found.map(({ area, state, fix }) => [area, state, fix])).toEqual([
    ['Slack', 'broken', 'Set the variable SLACK_BOT_TOKEN to the bot token of the workspace.'],
    ['Email', 'broken', 'Set SMTP_URL to smtps://user:password@host.'],
  ]);
});
