// From text to config: decoding, defaults, presets, duties.
import { loadConfig } from '../../src/config/load-config.ts';
import { GOOD, goodConfig, options, presets, problemsOf, sections } from './sample.ts';

const RELEASES = "releases: [{ version: '1.10.0', release: 2026-11-24 }]\n";

test('a small config has all defaults', () => {
  const { config, warnings } = goodConfig(RELEASES);
  expect(warnings).toEqual([]);
  expect(config).toEqual({
    enabled: true,
    schedule: {
      timezone: 'UTC',
      holidays: [],
      roles: {},
      roleTeams: {},
      cycle: { weeks: 13, releaseWeek: 12, weeksAfter: 1, phases: [] },
      milestones: {},
      tasks: [],
      releases: [{ version: '1.10.0', release: '2026-11-24', vars: {}, milestones: {} }],
      vars: {},
    },
    app: 'relcomms',
    people: {},
    teams: {},
    audiences: {},
    limits: { operations: 50 },
    extends: [],
    asked: [],
    sections: {},
  });
});

test('a version without quotes stays the text that is written', () => {
  const { config } = goodConfig('releases: [{ version: 1.10, release: 2026-11-24 }]');
  expect(config.schedule.releases[0]?.version).toBe('1.10');
});

test('a person or a role may stand without a value', () => {
  const { config } = goodConfig(`people:\n  alice:\nroles:\n  lead:\n  shadow: bob\n${RELEASES}`);
  expect(config.people).toEqual({ alice: { optOut: false } });
  expect(config.schedule.roles).toEqual({ lead: [], shadow: ['bob'] });
});

test('`week` is short for the last working day of the week', () => {
  const { config } = goodConfig(
    `tasks:\n  - { id: one, title: One, week: R-3 }\n  - { id: two, title: Two, span: [{ state: begin, week: 5 }] }\n${RELEASES}`,
  );
  const [one, two] = config.schedule.tasks;
  expect(one?.due).toEqual({ kind: 'week', week: { from: 'release', offset: -3 } });
  expect(two?.span?.[0]?.due).toEqual({ kind: 'week', week: { from: 'start', number: 5 } });
  expect(two?.due).toBeUndefined();
});

/** Codes of the problems of a config with one task. */
function codes(task: string, more = '') {
  return problemsOf(`${more}tasks: [${task}]\n${RELEASES}`).map((line) => /\S+$/.exec(line)?.[0]);
}

test('a task without a day is told so once it has a title: giving both mends it', () => {
  expect(codes('{ id: one, title: One }')).toEqual(['task-without-day']);
  expect(codes('{ id: one }')).toEqual(['task-without-title']);
  // What a preset that is not known might say of it, nobody knows.
  expect(codes('{ id: one, title: One }', 'extends: [nothing-of-the-kind]\n')).not.toContain(
    'task-without-day',
  );
});

describe('presets', () => {
  test('give tasks, milestones and roles; the file goes before them', () => {
    const { config, warnings } = goodConfig(GOOD);
    expect(warnings).toEqual([]);
    expect(config.extends).toEqual(['comms']);
    expect(config.schedule.timezone).toBe('Europe/Berlin');
    expect(config.schedule.roles).toEqual({ lead: ['alice'], 'former-lead': [], shadow: ['bob', 'carol'] });
    expect(config.schedule.tasks.map(({ id }) => id)).toEqual(['theme', 'meeting', 'blog']);
  });

  test('a release keeps title and people of the milestone at the top', () => {
    const { config } = goodConfig(GOOD);
    expect(config.schedule.releases[0]?.milestones['rc1']).toEqual({
      on: { kind: 'day', day: '2026-11-10' },
      title: 'Release candidate 1',
      who: 'Release managers',
      fixed: false,
    });
  });

  test('a day alone changes the day of a milestone and keeps the rest', () => {
    const { config } = goodConfig(`extends: comms\nmilestones: { rc1: release - 3 weeks }\n${RELEASES}`);
    expect(config.schedule.milestones['rc1']).toMatchObject({
      title: 'Release candidate 1',
      on: { amount: -3 },
    });
  });

  test('tasks merge by id, are added and removed', () => {
    const { config } = goodConfig(`extends: comms
tasks:
  - { id: theme, due: rc1 - 1 week, labels: [area/press] }
  - { id: blog, remove: yes }
  - { id: meeting, span: [{ state: begin, week: 2 }] }
  - { id: party, title: Celebrate, week: R+1 }
${RELEASES}`);
    const { tasks } = config.schedule;
    expect(tasks.map(({ id }) => id)).toEqual(['theme', 'meeting', 'party']);
    expect(tasks[0]).toMatchObject({ title: 'Settle the theme', role: 'lead', labels: ['area/press'] });
    expect(tasks[0]?.due).toEqual({ kind: 'offset', anchor: 'rc1', amount: -1, unit: 'weeks' });
    expect([tasks[1]?.due, tasks[1]?.every, tasks[1]?.until]).toEqual([undefined, undefined, undefined]);
  });

  test('holidays are joined, other lists replaced', () => {
    const { config } = goodConfig(`extends: comms\nholidays: [2027-01-01, 2026-12-24]\n${RELEASES}`);
    expect(config.schedule.holidays).toEqual(['2026-12-24', '2027-01-01']);
  });

  test('a preset may extend another, which is merged before it and only once', () => {
    const { config } = goodConfig(`extends: [wide, comms]\n${RELEASES}`);
    expect(config.extends).toEqual(['comms', 'wide']);
    expect(config.schedule.tasks.map(({ id }) => id)).toEqual(['theme', 'meeting', 'blog', 'party']);
  });

  test('what an unknown preset would have brought is not missed as well', () => {
    expect(problemsOf(`extends: coms\ntasks:\n  - { id: theme, week: 6 }\n${RELEASES}`)).toEqual([
      '1:10 unknown-preset',
    ]);
  });

  test('a mistake in a preset that the file overrides is no mistake', () => {
    const source = `extends: mistaken\nmilestones: { rc1: release - 1 week }\n${RELEASES}`;
    expect(loadConfig(source, options).ok).toBe(true);
  });
});

describe('sections of duties', () => {
  test.each([
    ['', undefined],
    ['tracking-issue:\n', { labels: ['release'], pin: true }],
    ['tracking-issue: yes\n', { labels: ['release'], pin: true }],
    ['tracking-issue: {}\n', { labels: ['release'], pin: true }],
    ['tracking-issue: { pin: no }\n', { labels: ['release'], pin: false }],
    ['tracking-issue: no\n', undefined],
  ])('%j', (section, expected) => {
    const { config } = goodConfig(section + RELEASES);
    expect(config.sections['tracking-issue']).toEqual(expected);
    expect(Object.keys(config.sections)).toEqual(expected === undefined ? [] : ['tracking-issue']);
  });

  test('a preset turns a duty on, the file changes it or turns it off', () => {
    const given = { sections, presets: { ...presets, on: 'tracking-issue: { pin: no, labels: [a] }\n' } };
    const load = (section: string) => goodConfig(`extends: on\n${section}${RELEASES}`, given).config.sections;
    expect(load('')['tracking-issue']).toEqual({ labels: ['a'], pin: false });
    expect(load('tracking-issue: yes\n')['tracking-issue']).toEqual({ labels: ['a'], pin: false });
    expect(load('tracking-issue: { pin: yes }\n')['tracking-issue']).toEqual({ labels: ['a'], pin: true });
    expect(load('tracking-issue: no\n')).toEqual({});
  });
});

test('warnings alone leave a config good', () => {
  const { warnings } = goodConfig(`roles: { lead: [alice, Alice] }\n${RELEASES}`);
  expect(warnings.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([
    '1:24 repeated-person',
  ]);
});

test('a role that only a preset names is known', () => {
  expect(
    problemsOf(`extends: comms\ntasks:\n  - { id: a, title: A, week: 1, role: writer }\n${RELEASES}`),
  ).toEqual([]);
});

const awayFor = (days: string): string => `people: { alice: { away: ${days} } }\n${RELEASES}`;

test('days off of a person are spans of days, and one that ends before it begins is refused', () => {
  const { config } = goodConfig(awayFor('[{ from: 2026-12-21, to: 2027-01-03 }, { from: 2027-02-01 }]'));
  expect(config.people['alice']?.away).toEqual([
    { from: '2026-12-21', to: '2027-01-03' },
    { from: '2027-02-01', to: '2027-02-01' },
  ]);
  expect(problemsOf(awayFor('[{ from: 2027-01-03, to: 2026-12-21 }]'))).toEqual([
    expect.stringContaining('away-order'),
  ]);
  expect(problemsOf(awayFor('[{ to: 2026-12-21 }]'))).toHaveLength(1);
});
