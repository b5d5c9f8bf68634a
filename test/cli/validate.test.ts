// `relcomms validate`: 0 valid, 1 problems, 2 can't read.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loudWords } from '../../src/cli/loud-weeks.ts';
import { day } from '../../src/domain/day.ts';
import { smallConfig } from '../support/small-cycle.ts';
import { cli } from './run-cli.ts';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'relcomms-'));
});

afterAll(() => rm(folder, { recursive: true }));

async function fileWith(text: string): Promise<string> {
  const file = join(folder, 'relcomms.yml');
  await writeFile(file, text);
  return file;
}

const BROKEN = smallConfig()
  .replace('release: 2020-01-28', 'release: 2020-02-31')
  .replace('timezone', 'timezon');

test("the repository's own config is valid: it is the default", async () => {
  const { exit, out, err } = await cli(['validate']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/\.github\/relcomms\.yml is valid: v1\.18\.0 \(13 weeks, \d+ tasks\)\.\n/);
  expect(out).toContain('\nSections on: deadlines, tracking-issue and report.\nSections off: approvals, ');
});

test('every problem comes with file, line and column, and the count at the end', async () => {
  const file = await fileWith(BROKEN);
  for (const args of [
    ['validate', file],
    ['validate', '--config', file],
  ]) {
    const { exit, out } = await cli(args);
    expect(exit).toBe(1);
    expect(out).toContain(`${file}:1:1`);
    expect(out).toContain(`${file}:7:`);
    expect(out).toContain('2020-02-31');
    expect(out).toContain('timezone');
    expect(out).toMatch(/^2 errors in .+\.\n$/m);
  }
});

test('--json gives the same as data', async () => {
  const file = await fileWith(BROKEN);
  const bad = await cli(['validate', file, '--json']);
  expect(bad.exit).toBe(1);
  const answer = JSON.parse(bad.out) as { problems: object[] };
  expect(answer).toMatchObject({ file, valid: false });
  expect(answer.problems).toHaveLength(2);
  for (const problem of answer.problems) {
    expect(problem).toEqual({
      code: expect.stringMatching(/^[a-z][a-z-]+$/) as string,
      docs: expect.stringMatching(/docs\/configuration\.md#[a-z-]+$/) as string,
      severity: 'error',
      path: expect.any(Array) as unknown[],
      message: expect.any(String) as string,
      fix: expect.any(String) as string,
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
    });
  }
  const good = await cli(['validate', await fileWith(smallConfig()), '--json']);
  expect(good.exit).toBe(0);
  expect(JSON.parse(good.out)).toMatchObject({ file, valid: true, problems: [] });
});

test('each section is on, off, or on without something, and what is lost is said', async () => {
  const text = `${smallConfig()}failing-tests:\nacknowledge: { milestones: [code-freeze] }\nslack: { paused: yes }\n`;
  const { exit, out } = await cli(['validate', await fileWith(text)]);
  expect(exit).toBe(0);
  expect(out.split('\n').slice(1, -1)).toEqual([
    'Sections on: failing-tests, acknowledge, tracking-issue and slack.',
    'Sections off: approvals, cherry-picks, deadlines, go-no-go, freeze, environments, manual-tests, copies, run-sheet, report, wiki and calendar.',
    'failing-tests is on, but v2.0.0 has no branch: its failing tests are not watched. Add "branch" to the release.',
    'acknowledge is on, but there are no teams: nobody is asked. Add "teams".',
    'slack is on, but it names no audience and no team has a channel: no message goes out. Add audiences under "dates", or a "slack" channel to a team.',
    'slack is on, but "paused" is on: no message goes out. Delete "paused" when messages may go out again.',
    'Gates of v2.0.0: Code freeze (code-freeze by "code … freeze") and Release day.',
  ]);
  const off = smallConfig().replace(/tracking-issue: .*/, 'tracking-issue: off');
  expect((await cli(['validate', await fileWith(off)])).out).toContain('No section is switched on');
  const leaning = await cli(['validate', await fileWith(`${off}report:\n`)]);
  expect(leaning.out).toContain('report is on, but "tracking-issue" is off: it does nothing.');
});

test('warnings are told and do not fail', async () => {
  const file = await fileWith(smallConfig().replace('release: 2020-01-28', 'release: 2020-01-31'));
  const { exit, out } = await cli(['validate', file]);
  expect(exit).toBe(0);
  expect(out).toMatch(/warning/);
  expect(out).toContain('is valid');
});

test('a file that is not there, and a folder, can not be read', async () => {
  const missing = await cli(['validate', join(folder, 'nothing.yml')]);
  expect(missing).toMatchObject({ exit: 2, out: '' });
  expect(missing.err).toContain('nothing.yml is not there');
  const directory = await cli(['validate', folder]);
  expect(directory.exit).toBe(2);
  expect(directory.err).toContain("can't be read");
});

test('it says who is asked in place of teams that list nobody', async () => {
  const teams = `teams:
  api: { github: acme/api, lead: carol }
  docs: { github: acme/docs }
  web: { github: acme/web, people: [erin] }
`;
  const { exit, out } = await cli(['validate', await fileWith(`${smallConfig()}${teams}`)]);
  expect(exit).toBe(0);
  expect(out).toContain(
    'A workflow token can\'t mention teams: for acme/api it asks carol and for acme/docs it asks the release leads. Add "people" to the team, or use the App.\n',
  );
});

test('--emails plays the cycle: who would get more than two a week is a warning, no error', async () => {
  const file = await fileWith(smallConfig().concat('deadlines: {}\n'));
  const { exit, out } = await cli(['validate', file, '--emails']);
  expect(exit).toBe(0);
  expect(out).toContain('Nobody gets more than 2 emails a week beyond their own assignments.');
  const data = await cli(['validate', file, '--emails', '--json']);
  expect(JSON.parse(data.out)).toMatchObject({ valid: true, loud: [] });
}, 60_000);

test('a week above the ceiling is told with each email', () => {
  const emails = ['2020-02-17: a', '2020-02-18: b', '2020-02-19: c'];
  expect(loudWords([{ login: 'alice', monday: day('2020-02-17'), emails }])).toBe(
    'Warning: alice gets 3 emails in 17–23 Feb 2020:\n  2020-02-17: a\n  2020-02-18: b\n  2020-02-19: c',
  );
});

test('the workflow beside a config is checked, and its problems are warnings', async () => {
  const own = await mkdtemp(join(tmpdir(), 'relcomms-'));
  await cli(['init', '--in', own, '--yes', '--preset', 'kyma-release', '--release', '1.10.0=2027-03-16']);
  const file = join(own, '.github/relcomms.yml');
  const workflow = join(own, '.github/workflows/relcomms.yml');
  expect((await cli(['validate', file])).out).toContain('The workflow fits the config.\n');
  const text = await readFile(workflow, 'utf8');
  await writeFile(workflow, text.replace('  actions: read', '  actions: none'));
  const { exit, out } = await cli(['validate', file]);
  expect(exit).toBe(0);
  expect(out).toContain(
    `The workflow does not fit the config:\n${workflow}:12:3  warning  The token has no access`,
  );
  const { workflow: found } = JSON.parse((await cli(['validate', file, '--json'])).out) as {
    workflow: object[];
  };
  expect(found).toMatchObject([{ file: workflow, line: 12, code: 'workflow-permissions' }]);
  await rm(workflow);
  expect((await cli(['validate', file])).out).not.toContain('workflow');
  await mkdir(workflow);
  expect((await cli(['validate', file])).out).toContain(
    "can't be read (EISDIR), so the workflow was not checked.",
  );
  await rm(own, { recursive: true });
});

test('a config without a release is valid, and says that nothing happens', async () => {
  const { exit, out } = await cli(['validate', await fileWith('extends: [kyma-release]\nreleases: []\n')]);
  expect(exit).toBe(0);
  expect(out).toContain(
    'is valid. No release is planned, so relcomms does nothing: add one under "releases".',
  );
  expect(out).not.toContain('Sections');
});
