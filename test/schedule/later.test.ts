// A milestone whose day nobody knows yet: what is counted from it waits, and nothing else changes.
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { day, instantOf } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { daysToSet } from '../../src/duties/deadlines/days-to-set.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { slip } from '../../src/schedule/slip.ts';

const MILESTONES = 'launch: { on: later, title: Launch event, who: Events }, rc1: release - 1 week';

function load(milestones: string, tasks = '') {
  const text = `timezone: UTC
roles: { lead: [alice] }
milestones: { ${milestones} }
tasks: [${tasks}]
releases: [{ version: 1.0.0, release: 2027-01-12 }]
`;
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  if (!loaded.ok) return { codes: loaded.problems.map(({ code, line }) => `${line} ${code}`) };
  const { schedule } = loaded.config;
  const { releases, problems } = buildReleases(schedule);
  return {
    schedule,
    release: releases[0],
    codes: [...problems, ...lintSchedule(schedule, releases)].map(({ code }) => code),
  };
}

test('what is counted from it waits with it, and the rest is as it was', () => {
  const tasks = [
    '{ id: hall, title: "Book the hall until {launch}", due: launch - 2 weeks }',
    '{ id: slides, title: Write the slides, span: [{ state: begin, due: rc1 }, { state: finish, due: launch }] }',
    '{ id: talk, title: "Talk on {launch}", due: release, after: [launch] }',
    '{ id: someday, title: Some day, due: later }',
  ].join(', ');
  const { release, codes } = load(`${MILESTONES}, party: launch + 1 day`, tasks);
  expect(codes).toEqual([]);
  expect(release?.milestones.map(({ id }) => id)).toEqual(['rc1', 'release']);
  expect(release?.tasks.map(({ id, title }) => `${id}: ${title}`)).toEqual([
    'slides.begin: Write the slides (begin)',
    'talk: Talk on a day that is not set yet',
  ]);
  expect(release?.undated).toEqual({
    milestones: [
      { id: 'launch', title: 'Launch event', who: 'Events' },
      { id: 'party', title: 'Party', who: undefined },
    ],
    tasks: [
      { id: 'hall', title: 'Book the hall until a day that is not set yet' },
      { id: 'slides', title: 'Write the slides' },
      { id: 'someday', title: 'Some day' },
    ],
  });
});

test('once its day is written nothing is left over', () => {
  const { release } = load(MILESTONES.replace('later', '2027-01-20'));
  expect(release?.undated).toBeUndefined();
  expect(release?.milestones.map(({ id }) => id)).toEqual(['rc1', 'release', 'launch']);
});

test('leads are asked from six weeks before the release', () => {
  const { release } = load(MILESTONES);
  if (release === undefined) throw new Error('no release');
  expect(daysToSet(release, instantOf(day('2026-11-30'), '12:00', 'UTC'))).toBeUndefined();
  expect(daysToSet(release, instantOf(day('2026-12-01'), '12:00', 'UTC'))).toEqual({
    names: ['alice'],
    text: 'set the day of Launch event in the config; the release is on Tue 12 Jan 2027',
  });
});

test('there is nothing to move, and it does not hinder other moves', () => {
  const { schedule } = load(MILESTONES);
  if (schedule === undefined) throw new Error('no schedule');
  const move = (milestone: string) =>
    slip(schedule, {
      version: '1.0.0',
      moves: [{ milestone, to: day('2027-01-19') }],
      today: day('2026-12-01'),
    });
  expect(move('launch')).toMatchObject({
    code: 'no-day-yet',
    message: '"launch" has no day yet, so there is nothing to move.',
  });
  expect(move('release')).not.toHaveProperty('code');
});

test('no milestone has the word for a name', () => {
  expect(load('later: 2027-01-05').codes).toEqual(['3 reserved-id']);
});
