// `relcomms schedule`: thirteen weeks with every date, as a table and as JSON.
import { readFileSync } from 'node:fs';
import { scheduleTable } from '../../src/cli/schedule.ts';
import { read, releaseOf } from '../support/world.ts';
import { cli } from './run-cli.ts';

test('v1.18.0 has thirteen weeks with the dates of the published timeline', async () => {
  const { exit, out, err } = await cli(['schedule', 'v1.18.0']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^Kubernetes v1\.18\.0: 13 weeks, 6 Jan – 5 Apr 2020, release day Tue 24 Mar 2020/);
  const weeks = out.match(/^Week .*/gm) ?? [];
  expect(weeks).toHaveLength(13);
  expect(weeks[0]).toMatch(/^Week {2}1 {2}R-11 {3}6–12 Jan 2020 {2}Handoff and planning$/);
  expect(weeks[11]).toMatch(/^Week 12 {2}R {6}23–29 Mar 2020/);
  expect(weeks[12]).toMatch(/^Week 13 {2}R\+1 {4}30 Mar – 5 Apr 2020/);
  for (const line of [
    '2020-01-06 Mon * Start of Release Cycle  [Lead]',
    '2020-01-28 Tue * Begin Enhancements Freeze (EOD PST)  [Enhancements Lead]',
    '2020-03-05 Thu * Begin Code Freeze (EOD PST)  [Branch Manager]',
    '2020-03-17 Tue * 1.18.0-rc.1 released  [Branch Manager]',
    '2020-03-24 Tue * v1.18.0 released  [Branch Manager]',
  ])
    expect(out).toContain(line);
  expect(out).toContain('Outside the cycle\n  2020-04-16 Thu * Release retrospective  [Community]');
});

test('every dated milestone of the config is printed on its day', async () => {
  const { out } = await cli(['schedule', 'v1.18.0']);
  const dates =
    readFileSync('.github/relcomms.yml', 'utf8').match(/(?<=on: |release: )\d{4}-\d\d-\d\d/g) ?? [];
  expect(dates.length).toBeGreaterThan(20);
  const printed = (out.match(/^ {2}\d{4}-\d\d-\d\d (?=\w{3} \*)/gm) ?? []).map((line) => line.trim());
  expect(printed).toEqual(printed.toSorted());
  // Several points may share a day.
  expect([...new Set(printed)]).toEqual([...new Set(dates)].toSorted());
});

test('--json and --format json give the release as data', async () => {
  const short = await cli(['schedule', 'v1.18.0', '--json']);
  const long = await cli(['schedule', 'v1.18.0', '--format', 'json']);
  expect(long).toEqual(short);
  const release = JSON.parse(short.out) as { weeks: object[]; milestones: { id: string; day: string }[] };
  expect(release).toMatchObject({ version: 'v1.18.0', start: '2020-01-06', release: '2020-03-24' });
  expect(release.weeks).toHaveLength(13);
  expect(release.milestones.find(({ id }) => id === 'code-freeze')?.day).toBe('2020-03-05');
});

test.each([
  [['schedule'], 'Which release? The config has v1.18.0.'],
  [['schedule', 'v1.19.0'], 'There is no release v1.19.0. The config has v1.18.0.'],
  [['schedule', 'v1.18.0', '--format', 'pdf'], '--format is "pdf"'],
  [['schedule', 'v1.18.0', '--config', 'nothing.yml'], 'nothing.yml is not there'],
])('%j is refused with what to do', async (args, words) => {
  const { exit, out, err } = await cli(args);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(words);
});

test('a config with problems gives no schedule', async () => {
  const { exit, out, err } = await cli(['schedule', 'v1.18.0', '--config', 'package.json']);
  expect({ exit, out }).toEqual({ exit: 1, out: '' });
  expect(err).toContain('package.json:');
  expect(err).toContain('relcomms validate');
});

test('--preset shows a preset without a config, released on the day that is asked for', async () => {
  const { exit, out, err } = await cli(['schedule', '--preset', 'patch-train', '--release', '2027-03-16']);
  expect({ exit, err }).toEqual({ exit: 0, err: '' });
  expect(out).toMatch(/^1\.0\.0: 2 weeks, 8–21 Mar 2027, release day Tue 16 Mar 2027 \(UTC\)\n/);
  expect(out).toContain('2027-03-12 Fri * Cherry-pick deadline  [Everyone with a fix]');
  expect(out).toContain('2027-03-16 Tue - Publish the release and its notes  [lead]');
});

test('without --release it is released on a Tuesday, in a cycle that has not begun', async () => {
  const { exit, out } = await cli(['schedule', '--preset', 'basic', '--json']);
  const release = JSON.parse(out) as { start: string; release: string; milestones: { id: string }[] };
  expect(exit).toBe(0);
  expect(new Date(release.release).getUTCDay()).toBe(2);
  expect(new Date(release.start).getTime()).toBeGreaterThan(Date.now() - 24 * 3600 * 1000);
  expect(release.milestones.map(({ id }) => id)).toEqual([
    'feature-freeze',
    'rc1',
    'release',
    'retrospective',
  ]);
});

test.each([
  [['--preset', 'basics'], 'There is no preset "basics". Did you mean basic?'],
  [['--preset', 'train'], 'There is no preset "train". Presets: basic, monthly, patch-train,'],
  [['--preset', 'basic', '--release', 'soon'], '"soon" is no day. Write it as 2027-03-16.'],
  [['1.0.0', '--release', '2027-03-16'], '--release needs --preset NAME'],
])('%j is answered with what to write', async (args, words) => {
  const { exit, out, err } = await cli(['schedule', ...args]);
  expect({ exit, out }).toEqual({ exit: 2, out: '' });
  expect(err).toContain(words);
});

test('steps are below their task', () => {
  const release = releaseOf(
    read(
      'cycle: { weeks: 2, release-week: 2 }\ntasks: [{ id: a, title: Build it, week: 1, steps: [Ask first, Push it] }]\nreleases: [{ version: v1, release: 2020-01-31 }]\n',
    ),
  );
  expect(scheduleTable(release)).toMatch(/ - Build it\n {10,}Ask first\n {10,}Push it\n/);
});
