// `relcomms init`: from an empty folder to a valid config and its workflow, and no file is ever replaced.
import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { main } from '../../src/cli/main.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { cli } from './run-cli.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

afterEach(() => rm(folder, { recursive: true }));

const CONFIG = '.github/relcomms.yml';
const WORKFLOW = '.github/workflows/relcomms.yml';
const RELEASE = ['--release', '1.4.0=2027-03-16', '--timezone', 'Europe/Berlin'];

const at = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
const init = (...args: readonly string[]) => cli(['init', '--in', folder, '--yes', ...args]);

test.each(Object.keys(PRESETS))('%s: a valid config, its workflow, and what to do next', async (preset) => {
  const { exit, out, err } = await init('--preset', preset, ...RELEASE);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toContain('release day Tue 16 Mar 2027 (Europe/Berlin)');
  expect(out).toContain(`Wrote ${CONFIG}.\nWrote ${WORKFLOW}.\n`);
  expect(out).toContain(`set the owner and the commit of the Action`);
  const checked = await cli(['validate', join(folder, CONFIG)]);
  expect(checked).toMatchObject({ exit: 0, err: '' });
  expect(await at(WORKFLOW)).toContain('timezone: Europe/Berlin');
});

test('roles come from arguments, teams from CODEOWNERS, and two teams of one name stay apart', async () => {
  await mkdir(join(folder, '.github'));
  await writeFile(
    join(folder, '.github/CODEOWNERS'),
    '/a @acme/api @bob\n/b @other/api @acme/API docs@example.com\n',
  );
  await init(
    '--preset',
    'kyma-release',
    ...RELEASE,
    '--role',
    'release-master=@alice',
    '--role',
    'scrum-master=bob,carol',
  );
  const text = await at(CONFIG);
  expect(text).toContain('roles:\n  release-master: ["alice"]\n  scrum-master: ["bob", "carol"]\n');
  expect(text).toContain('teams:\n  api: { github: "acme/api" }\n  other-api: { github: "other/api" }\n');
});

test('code owners that can not be read are said, and the config is written without their teams', async () => {
  await mkdir(join(folder, '.github/CODEOWNERS'), { recursive: true });
  await writeFile(join(folder, 'CODEOWNERS'), '/a @acme/api\n');
  const { exit, err } = await init('--preset', 'kyma-release', ...RELEASE);
  expect([exit, err]).toEqual([
    0,
    ".github/CODEOWNERS can't be read (EISDIR). Check the file and its permissions. No team was taken from it: add --team ORG/TEAM, or write teams into the config.\n",
  ]);
  expect(await at(CONFIG)).not.toContain('acme/api');
});

test('a config that is there stays, and gets its workflow; a workflow that is there stays as well', async () => {
  await init('--preset', 'kyma-release', ...RELEASE);
  const before = await at(CONFIG);
  await rm(join(folder, WORKFLOW));
  const again = await init();
  expect(again).toMatchObject({ exit: 0, err: '' });
  expect(again.out).toContain(`${CONFIG} already exists and stays as it is.\nWrote ${WORKFLOW}.\n`);
  expect(await at(CONFIG)).toBe(before);
  await writeFile(join(folder, WORKFLOW), 'mine');
  expect(await init()).toMatchObject({
    exit: 1,
    err: `${WORKFLOW} already exists. Delete or rename it, then run this again.\n`,
  });
  expect(await at(WORKFLOW)).toBe('mine');
});

test.each([
  [[], 'Which release? Add --release VERSION=DAY, as --release 1.4.0=2027-03-16.'],
  [['--preset', 'kyma-releas'], 'There is no preset "kyma-releas". Did you mean kyma-release?'],
  [['--preset', 'kyma-release'], 'Which release? Add --release VERSION=DAY, as --release 1.4.0=2027-03-16.'],
  [['--preset', 'kyma-release', '--release', '1.4=soon'], '"soon" is no day. Write it as 2027-03-16.'],
  [
    ['--preset', 'kyma-release', ...RELEASE, '--role', 'boss=al'],
    'kyma-release has no role "boss". It has release-master,',
  ],
  [
    ['--preset', 'kyma-release', ...RELEASE, '--role', 'scrum-master=a b!'],
    '"b!" is no GitHub login. Write logins as alice,bob.',
  ],
  [
    ['--preset', 'kyma-release', ...RELEASE, '--team', 'api'],
    '"api" is no GitHub team. Write it as acme/api.',
  ],
  [
    ['--preset', 'kyma-release', '--release', '1.4=2027-03-16', '--timezone', 'Mars'],
    '"Mars" is not a time zone.',
  ],
])('%j: says what to write, and writes nothing', async (args, words) => {
  const { exit, err } = await init(...args);
  expect(exit).toBe(2);
  expect(err).toContain(words);
  expect(await readdir(folder)).toEqual([]);
});

/** Somebody at a terminal, who types these lines. */
async function typed(...lines: readonly string[]) {
  let out = '';
  const io = {
    out: (text: string) => void (out += text),
    err: (text: string) => void (out += text),
    input: Readable.from(lines.map((line) => `${line}\n`)),
    env: {},
    startApp: async () => 0,
  };
  const exit = await main(['init', '--in', folder, '--timezone', 'UTC'], io);
  return { exit, out };
}

test('without a preset it begins with the basic one', async () => {
  const { exit, err } = await init(...RELEASE);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(await at(CONFIG)).toContain('extends: [basic]');
});

test('it asks for what is missing, and writes after a yes', async () => {
  const { exit, out } = await typed(
    'kyma-release',
    '1.4.0',
    '2027-03-16',
    'release-1.4',
    'alice',
    '',
    'bob, carol',
    'yes',
  );
  expect(exit).toBe(0);
  expect(out).toMatch(
    /^Presets:\n {2}basic +A release every six weeks [^]*\nWhich one \[basic\]: Version of the next release: /,
  );
  expect(out).toContain(`Write ${CONFIG} and ${WORKFLOW}? (yes or no) [yes]: `);
  const text = await at(CONFIG);
  expect(text).toContain('branch: "release-1.4"');
  expect(text).toContain('scrum-master: ["bob", "carol"]');
});

test('a no, or the end of the input, writes nothing', async () => {
  expect(await typed('kyma-release', '1.4.0', '2027-03-16', '', '', '', '', 'no')).toMatchObject({
    exit: 1,
    out: expect.stringContaining('Nothing was written.') as string,
  });
  expect(await typed('kyma-release')).toMatchObject({ exit: 2 });
  expect(await readdir(folder)).toEqual([]);
});

test('a folder that is not there or may not be written is said', async () => {
  await writeFile(join(folder, '.github'), 'a file');
  const { exit, err } = await init('--preset', 'kyma-release', ...RELEASE);
  expect({ exit, err }).toEqual({
    exit: 1,
    err: `${CONFIG} can't be written (EEXIST). Check the folder and its permissions.\n`,
  });
});

test("a config that is there and can't be read is no reason to write another", async () => {
  await mkdir(join(folder, CONFIG), { recursive: true });
  const { exit, err } = await init('--preset', 'kyma-release', ...RELEASE);
  expect({ exit, err }).toEqual({
    exit: 2,
    err: `${CONFIG} can't be read (EISDIR). Check the file and its permissions.\n`,
  });
});

test.each<[string, string, readonly string[]]>([
  ['6 weeks', '1.4.0=2027-03-16', ['every: 6 weeks', 'first: 2027-03-16', 'versions: "1.{n}.0"', 'n: 4']],
  ['monthly third tuesday', '2027.3=2027-03-16', ['every: monthly third tuesday', 'versions: "{yyyy}.{m}"']],
])('--every %s writes a rule that has the release', async (every, release, lines) => {
  const [version = ''] = release.split('=');
  const { exit, out, err } = await init(
    '--release',
    release,
    '--timezone',
    'UTC',
    '--every',
    every,
    '--branch',
    `release-${version}`,
  );
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out.match(/release day Tue 16 Mar 2027/g)).toHaveLength(1);
  const text = await at(CONFIG);
  for (const line of [...lines, 'branch: "release-{version}"']) expect(text).toContain(`\n  ${line}\n`);
  expect((await cli(['validate', join(folder, CONFIG)])).exit).toBe(0);
});

test.each<[string, readonly string[], string]>([
  ['no rhythm', ['--every', 'often'], 'does not say how often'],
  ['another day of the month', ['--every', 'monthly first monday'], 'Write --release 1.4.0=2027-03-01.'],
  ['versions that it is not one of', ['--every', '6 weeks', '--versions', '2.{n}.0'], 'does not give 1.4.0'],
  ['versions alone', ['--versions', '2.{n}.0'], 'needs --every'],
])('a rule with %s is refused', async (_, args, words) => {
  const { exit, err } = await init(...RELEASE, ...args);
  expect(exit).toBe(2);
  expect(err).toContain(words);
});
