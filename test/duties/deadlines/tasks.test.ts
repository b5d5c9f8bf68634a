// Tasks that are late or due soon: whom the duty asks, what it lists, and what it says stands in the way.
import { type Instant, day } from '../../../src/domain/day.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { noted, run, openedAt } from './world.ts';
import { at, read, releaseOf } from '../../support/world.ts';
import { itemText } from '../../../src/body/own-words.ts';

const HOUR = 3_600_000;
const OPENED = at('2026-10-05T08:00:00Z');

const config = (tasks: readonly string[], section = '{}'): string => `timezone: UTC
roles: { lead: [alice], writer: [bob] }
cycle: { weeks: 8, release-week: 8, weeks-after: 0 }
releases: [{ version: 1.0.0, release: 2026-11-24 }]
tasks:
${tasks.map((task) => `  - { title: Settle the theme, role: lead, ${task} }`).join('\n')}
deadlines: ${section}
`;

// 2026-10-16 is a Friday.
const THEME = 'id: theme, due: 2026-10-16';

function ownIssue(id: string, number: number, more: Partial<OwnIssue> = {}): OwnIssue {
  return {
    ...openedAt(releaseOf(read(config([THEME]))), OPENED),
    ledger: undefined,
    key: `1.0.0/task/${id}`,
    number,
    ...more,
  };
}

/** The tracking issue, watched since its first day, and an issue of each task. */
function issuesOf(text: string, ids: readonly string[]): OwnIssue[] {
  const prepared = read(text);
  const issues = [openedAt(releaseOf(prepared), OPENED), ...ids.map((id, index) => ownIssue(id, 10 + index))];
  return noted(prepared, issues, run(prepared, issues, OPENED).desired);
}

/** Keys of the task issues in which somebody is asked, hour by hour, with the hour. */
function asked(text: string, issues: readonly OwnIssue[], from: string, to: string): string[] {
  const prepared = read(text);
  const found: string[] = [];
  let current = issues;
  for (let now = at(from); now < at(to); now = (now + HOUR) as Instant) {
    const { desired } = run(prepared, current, now);
    for (const wish of desired)
      if (wish.kind === 'comment' && wish.issue.includes('/task/'))
        found.push(`${wish.issue} ${new Date(now).toISOString().slice(0, 13)}`);
    current = noted(prepared, current, desired);
  }
  return found;
}

// Carries Y25 of docs/requirements.md.
test('holders are asked once, after a whole working day', () => {
  const text = config([THEME]);
  const issues = issuesOf(text, ['theme']);
  expect(asked(text, issues, '2026-10-16T00:00:00Z', '2026-11-10T00:00:00Z')).toEqual([
    '1.0.0/task/theme 2026-10-20T00',
  ]);
  const { desired } = run(read(text), issues, at('2026-10-20T00:00:00Z'));
  const comment = desired.find(({ kind }) => kind === 'comment');
  expect(comment).toMatchObject({
    body: '@alice: this was due on **Fri 16 Oct 2026**, 2 working days ago. Close the issue if it is done. If it needs longer, say in a word what is in the way.',
  });
});

test.each([
  ['it is optional', config([`${THEME}, optional: true`]), {}],
  ['the config says no', config([THEME], '{ overdue: no }'), {}],
  ['its issue is closed', config([THEME]), { state: 'closed', stateBy: 'people' }],
  [
    'a command waits for its answer',
    config([THEME]),
    { commands: [{ commentId: 1, author: 'alice', lines: [] }] },
  ],
] as const)('nobody is asked when %s', (_, text, more) => {
  const issues = issuesOf(text, ['theme']).map((issue) =>
    issue.number === 10 ? { ...issue, ...more } : issue,
  );
  expect(asked(text, issues, '2026-10-20T00:00:00Z', '2026-10-21T00:00:00Z')).toEqual([]);
});

test('a ticked box is done', () => {
  const text = config([THEME]);
  const ticked = `- [x] ${itemText('theme', 'week-2', 'Settle the theme')}`;
  const issues = issuesOf(text, ['theme']).map((issue) =>
    issue.number === 1 ? { ...issue, body: ticked } : issue,
  );
  const open = issues.map((issue) => ({ ...issue, body: issue.body.replace('[x]', '[ ]') }));
  expect(asked(text, open, '2026-10-20T00:00:00Z', '2026-10-20T02:00:00Z')).toHaveLength(1);
  expect(asked(text, issues, '2026-10-20T00:00:00Z', '2026-10-20T02:00:00Z')).toEqual([]);
});

test('what was late before the watch began is not brought up', () => {
  const text = config([THEME]);
  const issues = [openedAt(releaseOf(read(text)), OPENED), ownIssue('theme', 10)];
  expect(asked(text, issues, '2026-10-20T00:00:00Z', '2026-10-30T00:00:00Z')).toEqual([]);
});

test('nobody is asked more than the ceiling on a day, and the report counts the rest', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const text = config(
    ids.map((id) => `id: ${id}, due: 2026-10-16`),
    '{ ceiling: 2 }',
  );
  const issues = issuesOf(text, ids);
  const days = asked(text, issues, '2026-10-16T00:00:00Z', '2026-11-10T00:00:00Z').map((line) =>
    line.slice(-13),
  );
  expect(days).toEqual(['2026-10-20T00', '2026-10-20T00', '2026-10-21T00', '2026-10-21T00', '2026-10-22T00']);
  const { skips } = run(read(text), issues, at('2026-10-20T00:00:00Z'));
  expect(skips.map(({ why }) => why)).toEqual([
    '3 late tasks not brought up today: the same people were mentioned often enough',
  ]);
});

test('what is due soon stands in the way', () => {
  const text = config([THEME, 'id: post, due: 2026-10-20', 'id: later, due: 2026-10-23']);
  const issues = issuesOf(text, ['post']);
  // Monday; Friday is more than two working days away.
  const answer = run(read(text), issues, at('2026-10-19T08:00:00Z'));
  expect(answer.standing).toEqual([
    {
      release: '1.0.0',
      kind: 'task',
      key: 'task/theme',
      severity: 'red',
      milestone: 'release',
      text: 'Settle the theme, was due Fri 16 Oct 2026',
      owner: 'alice',
      since: at('2026-10-17T00:00:00Z'),
    },
    {
      release: '1.0.0',
      kind: 'task',
      key: 'task/post',
      severity: 'amber',
      milestone: 'release',
      text: '#10 Settle the theme, due Tue 20 Oct 2026',
      owner: 'alice',
      since: at('2026-10-21T00:00:00Z'),
    },
  ]);
});

test('the next milestone stands in the way only when it is near: two working days', () => {
  const text = config([]);
  const said = (now: string) => run(read(text), issuesOf(text, []), at(now)).standing;
  expect(said('2026-11-19T23:00:00Z')).toEqual([]);
  expect(said('2026-11-20T00:00:00Z')).toEqual([
    {
      release: '1.0.0',
      kind: 'milestone',
      key: 'milestone/release',
      severity: 'amber',
      milestone: 'release',
      text: 'Release day: Tue 24 Nov 2026 (in 4 days)',
      owner: 'everybody',
    },
  ]);
});

test('a meeting that nobody ticked holds nothing up', () => {
  const text = config(['id: call, due: 2026-10-16, every: 4 weeks']);
  const { standing } = run(read(text), issuesOf(text, []), at('2026-10-19T08:00:00Z'));
  expect(standing?.filter(({ kind }) => kind === 'task')).toMatchObject([{ severity: 'amber' }]);
});

describe('not-before', () => {
  const text = config(['id: theme, not-before: release - 34 days, due: 2026-10-23']);

  test('is a day of the schedule, and keeps the task from being due soon', () => {
    expect(releaseOf(read(text)).tasks).toMatchObject([{ notBefore: day('2026-10-21') }]);
    const issues = issuesOf(text, []);
    const soon = (now: string) => run(read(text), issues, at(now)).standing?.map(({ key }) => key);
    expect(soon('2026-10-20T23:00:00Z')).toEqual([]);
    expect(soon('2026-10-21T00:00:00Z')).toEqual(['task/theme']);
  });

  test.each([
    ['after the due day', 'id: theme, due: 2026-10-16, not-before: 2026-10-17', 'not-before-after-due'],
    [
      'with every',
      'id: theme, due: 2026-10-16, not-before: 2026-10-12, every: 1 week',
      'not-before-and-every',
    ],
    ['leaning on nothing', 'id: theme, due: 2026-10-16, not-before: rc7 + 1 day', 'unknown-anchor'],
  ])('is refused %s, at its place', (_, task, code) => {
    const written = config([task]);
    const prepared = prepare(written);
    const column = (written.split('\n')[5] ?? '').indexOf('not-before') + 1;
    const [problem] = 'problems' in prepared ? prepared.problems : [];
    expect(problem).toMatchObject({ code, severity: 'error', line: 6 });
    expect(problem?.column).toBeGreaterThanOrEqual(column);
  });
});
