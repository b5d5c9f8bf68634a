// A milestone whose day nobody knows yet: what is counted from it waits, and nothing else changes.
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { day, instantOf } from '../../src/domain/day.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import { daysToSet } from '../../src/duties/deadlines/days-to-set.ts';
import { buildReleases } from '../../src/schedule/build-release.ts';
import { lintSchedule } from '../../src/schedule/lint.ts';
import { slip } from '../../src/schedule/slip.ts';
import { otherMove } from '../../src/schedule/slip-holds.ts';
import { readPairs } from '../../src/schedule/slip-pairs.ts';
import { renderSlipMarkdown } from '../../src/text/slip-markdown.ts';
import { renderSlipTable } from '../../src/text/slip-table.ts';

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

test('what has no day yet is named for its release, too', () => {
  const { release, codes } = load(
    "launch: { on: later, title: 'Launch of {version}', who: 'Events of {minor}' }",
  );
  expect([codes, release?.undated?.milestones]).toEqual([
    [],
    [{ id: 'launch', title: 'Launch of 1.0.0', who: 'Events of 1.0' }],
  ]);
  expect(load("launch: { on: later, title: 'Launch of {verson}' }").codes).toEqual(['unknown-variable']);
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

test('a milestone without a day hinders no move of others', () => {
  const { schedule } = load(MILESTONES);
  if (schedule === undefined) throw new Error('no schedule');
  const moves = [{ milestone: 'release', to: day('2027-01-19') }];
  const table = slip(schedule, { version: '1.0.0', moves, today: day('2026-12-01') });
  expect(table).not.toHaveProperty('code');
});

describe('slip sets the day', () => {
  const TASKS = '{ id: hall, title: Book the hall, due: launch - 2 weeks }, { id: fair, due: 2027-01-15 }';
  const AROUND = ', party: launch + 1 day, talk: { on: 2027-01-14, ask: yes }';

  test('with what is counted from it, and asks about nothing', () => {
    const { schedule } = load(`${MILESTONES}${AROUND}`, TASKS.replace('fair,', 'fair, title: Fair,'));
    if (schedule === undefined) throw new Error('no schedule');
    const moves = readPairs(schedule, '1.0.0', ['launch=2027-01-20']);
    if ('problems' in moves) throw new Error('no pairs');
    const table = slip(schedule, { version: '1.0.0', moves, today: day('2026-12-01'), because: 'booked' });
    if ('code' in table) throw new Error(table.message);
    expect(table.named).toEqual([{ milestone: 'launch', title: 'Launch event', to: '2027-01-20' }]);
    expect(table.edits).toMatchObject([{ milestone: 'launch', to: '2027-01-20', because: 'booked' }]);
    expect(table.moves.map(({ id, from, to, reason }) => [id, from, to, reason])).toEqual([
      ['hall', undefined, '2027-01-06', 'is "launch - 2 weeks"'],
      ['launch', undefined, '2027-01-20', 'is given its first day'],
      ['party', undefined, '2027-01-21', 'is "launch + 1 day"'],
    ]);
    expect([...table.asked, ...table.unsure, ...table.missed, ...table.conflicts]).toEqual([]);
    const text = renderSlipMarkdown(table);
    expect(text).toContain('of 1.0.0 gets its first day, Wed 20 Jan 2027, because booked.');
    expect(renderSlipTable(table)).toContain('no day     -> Wed 20 Jan');
  });

  test.each([
    ['+2w', 'launch', '"launch" has no day yet, and "+2w" is not one.'],
    ['2027-01-20', 'launhc', '1.0.0 has no milestone "launhc".'],
  ])('%s for %s is refused', (when, id, message) => {
    const { schedule } = load(MILESTONES);
    if (schedule === undefined) throw new Error('no schedule');
    expect(readPairs(schedule, '1.0.0', [id, when])).toMatchObject({ problems: [{ message }] });
  });

  test('only what has its day by that may be new in the config', () => {
    const { schedule, release: old } = load(`${MILESTONES}, party: later`);
    if (schedule === undefined || old === undefined) throw new Error('no schedule');
    const moves = [{ milestone: 'launch', to: day('2027-01-20') }];
    const table = slip(schedule, { version: '1.0.0', moves, today: day('2026-12-01') });
    if ('code' in table) throw new Error(table.message);
    const held = (milestones: string) => {
      const { release } = load(milestones);
      return otherMove(table, [old], release === undefined ? [] : [release])?.message;
    };
    const set = MILESTONES.replace('later', '2027-01-20');
    expect(held(`${set}, party: later`)).toBeUndefined();
    expect(held(`${set}, party: 2027-01-21`)).toContain(
      'party of 1.0.0 would be on 2027-01-21 instead of without a day',
    );
    expect(held(`${MILESTONES}, party: later`)).toContain(
      'launch of 1.0.0 would be gone instead of on 2027-01-20',
    );
  });
});

test('no milestone has the word for a name', () => {
  expect(load('later: 2027-01-05').codes).toEqual(['3 reserved-id']);
});
