// The section of the tracking issue: what waits per team, in order of urgency and age, and what falls through.
import { RELEASE, PULL, type Setting, run } from './world.ts';
import { at, milestone } from '../../support/world.ts';
import type { Pull } from '../../../src/domain/pull.ts';
import { day } from '../../../src/domain/day.ts';

const NOW = '2026-10-27T10:00:00Z';
const TEAMS = {
  web: { github: 'acme/web', paths: ['/web/'] },
  api: { github: 'acme/api', paths: ['/api/'], lead: 'carol' },
};

function section(setting: Setting): string {
  const found = run({ now: NOW, ...setting }).desired.find((wish) => wish.kind === 'section');
  return found?.kind === 'section' ? found.text : 'no section';
}

const rows = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2);
const strays = (text: string): string[] =>
  text.split('### Needs attention')[1]?.trim().split('\n').slice(2) ?? [];

const pull = (number: number, change: Partial<Pull>): Pull => ({
  ...PULL,
  number,
  title: `T${number}`,
  requested: { people: [], teams: [] },
  ...change,
});

test('teams by name, in them the most urgent and then the oldest, those without a team last', () => {
  const pulls = [
    pull(1, { files: ['x'], requested: { people: ['bob'], teams: [] } }),
    pull(2, { files: ['web/a'], createdAt: at('2026-10-20T10:00:00Z') }),
    pull(3, { files: ['web/a'], createdAt: at('2026-10-13T10:00:00Z') }),
    pull(4, {
      files: ['web/a', 'api/a'],
      title: 'cherry-pick: later',
      createdAt: at('2026-10-12T10:00:00Z'),
    }),
  ];
  expect(rows(section({ pulls, teams: TEAMS, holidays: ['2026-10-26'] }))).toEqual([
    '| api | #4 cherry-pick: later | Tue 10 Nov 2026, RC1 | 10 working days | acme/api, acme/web |',
    '| web | #3 T3 | Tue 3 Nov 2026, Code freeze | 9 working days | acme/web |',
    '| web | #2 T2 | Tue 3 Nov 2026, Code freeze | 4 working days | acme/web |',
    '| web | #4 cherry-pick: later | Tue 10 Nov 2026, RC1 | 10 working days | acme/api, acme/web |',
    '| none | #1 T1 | Tue 3 Nov 2026, Code freeze | 10 working days | bob |',
  ]);
});

test('what waits for its author, or for somebody to be asked, says so; what is done or left alone is missing', () => {
  const pulls = [
    pull(1, {}),
    pull(2, { mergeable: 'conflict' }),
    pull(3, { decision: 'approved' }),
    pull(4, { draft: true }),
    pull(5, { state: 'merged' }),
    pull(6, { milestone: undefined }),
    pull(7, { createdAt: at('2026-10-27T08:00:00Z'), requested: { people: ['alice', 'bob'], teams: [] } }),
  ];
  expect(rows(section({ pulls }))).toEqual([
    '| #1 T1 | Tue 3 Nov 2026, Code freeze | 11 working days | no review requested yet |',
    '| #2 T2 | Tue 3 Nov 2026, Code freeze | 11 working days | its author frank: it has conflicts |',
    '| #7 T7 | Tue 3 Nov 2026, Code freeze | today | alice |',
  ]);
});

test('what waits is said until the last day, and cleared after it', () => {
  expect(section({ now: '2026-11-29T23:59:59Z' })).toContain('#421 Read the config once');
  expect(section({ now: '2026-11-30T00:00:00Z' })).toBe('');
});

test('nothing to say is an empty section, and a release that is over has none', () => {
  expect(section({ pulls: [] })).toBe('');
  expect(section({ pulls: [], now: '2026-12-24T10:00:00Z' })).toBe('no section');
});

test('every release has its own section, in its own issue', () => {
  const other = {
    ...RELEASE,
    version: '1.15.0',
    title: 'Winter release',
    branch: 'release-1.15',
    release: day('2027-02-23'),
    end: day('2027-02-28'),
    milestones: [milestone('rc1', '2027-02-09', 'RC1')],
  };
  const pulls = [pull(1, {}), pull(2, { milestone: '1.15.0' })];
  const sections = run({ now: NOW, pulls, releases: [RELEASE, other] }).desired.flatMap((wish) =>
    wish.kind === 'section' ? [wish] : [],
  );
  expect(
    sections.map(({ issue, name, text }) => [
      issue,
      name,
      rows(text).length,
      text.includes('#1 '),
      text.includes('#2 '),
    ]),
  ).toEqual([
    ['1.14.0/tracking-issue', 'approvals', 1, true, false],
    ['1.15.0/tracking-issue', 'approvals', 1, false, true],
  ]);
});

function approval(on: string): Partial<Pull> {
  return {
    decision: 'approved',
    reviews: [{ author: 'bob', state: 'approved', at: at(on), onBehalfOf: [] }],
  };
}

describe('strays', () => {
  test('to the release branch without a GitHub milestone', () => {
    const pulls = [
      pull(1, { base: 'release-1.14', milestone: undefined }),
      pull(2, { base: 'release-1.14' }),
    ];
    expect(strays(section({ pulls }))).toEqual([
      '- #1 T1: targets `release-1.14` and has no GitHub milestone',
    ]);
  });

  test('a cherry-pick of what is not merged; of what is not open nothing is claimed', () => {
    const pulls = [
      pull(1, {
        title: 'Cherry-pick of #9',
        body: 'Cherry pick of #8 and cherry pick of #7',
        base: 'release-1.14',
      }),
      pull(8, { milestone: undefined }),
      pull(9, { milestone: undefined }),
    ];
    expect(strays(section({ pulls }))).toEqual([
      '- #1 Cherry-pick of #&#8203;9: takes a fix from #8, #9, not merged yet',
    ]);
  });

  test('approved and not merged for longer than the config allows', () => {
    const pulls = [
      pull(1, approval('2026-10-22T10:00:00Z')),
      pull(2, approval('2026-10-23T10:00:00Z')),
      pull(3, { ...approval('2026-10-20T10:00:00Z'), mergeable: 'conflict' }),
      pull(4, {
        ...approval('2026-10-20T10:00:00Z'),
        checks: { known: true, value: { state: 'pending', requiredFailing: [] } },
      }),
      pull(5, { ...approval('2026-10-20T10:00:00Z'), state: 'merged' }),
      pull(6, { ...approval('2026-10-20T10:00:00Z'), reviews: [] }),
    ];
    expect(strays(section({ pulls }))).toEqual(['- #1 T1: approved 3 working days ago and not merged']);
    expect(strays(section({ pulls, config: { 'merge-within': '1 working day' } }))).toHaveLength(2);
  });

  test('muted ones are left alone', () => {
    const pulls = [pull(1, { base: 'release-1.14', milestone: undefined, labels: ['relcomms/quiet'] })];
    expect(section({ pulls })).toBe('');
  });
});
