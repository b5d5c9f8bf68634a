// Tasks that are late or due soon: whom the duty asks, what it lists, and what it says stands in the way.
import { type Instant, day } from '../../../src/domain/day.ts';
import { mentionsIn } from '../../../sandbox/mail/mentions.ts';
import type { OwnIssue } from '../../../src/domain/observed.ts';
import type { Standing } from '../../../src/domain/standing.ts';
import { deadlinesDuty } from '../../../src/duties/deadlines/index.ts';
import { prepare } from '../../../src/run/prepare.ts';
import { inputOf, noted, run, openedAt } from './world.ts';
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

/** Hours in which the digest names a task as overdue, hour by hour. */
function asked(text: string, issues: readonly OwnIssue[], from: string, to: string): string[] {
  return digests(text, issues, from, to).flatMap(([hour, body]) => (body.includes('overdue') ? [hour] : []));
}

/** The digests of a stretch of hours, each with its hour. */
function digests(
  text: string,
  issues: readonly OwnIssue[],
  from: string,
  to: string,
): [hour: string, body: string][] {
  const prepared = read(text);
  const found: [string, string][] = [];
  let current = issues;
  for (let now = at(from); now < at(to); now = (now + HOUR) as Instant) {
    const { desired } = run(prepared, current, now);
    for (const wish of desired)
      if (wish.kind === 'comment' && wish.key.includes('digest'))
        found.push([new Date(now).toISOString().slice(0, 13), wish.body]);
    current = noted(prepared, current, desired);
  }
  return found;
}

// Carries Y25 of docs/requirements.md.
test('the digest of a week names what is due in it, and from the next week on what is overdue', () => {
  const text = config([THEME, 'id: post, due: 2026-10-23']);
  const issues = issuesOf(text, ['theme', 'post']);
  const found = digests(text, issues, '2026-10-12T00:00:00Z', '2026-10-31T00:00:00Z');
  expect(found.map(([hour]) => hour)).toEqual(['2026-10-12T00', '2026-10-19T00', '2026-10-26T00']);
  expect(found[0]?.[1]).toContain('- @alice: #10 Settle the theme, Fri 16 Oct 2026\n');
  expect(found[2]?.[1]).toContain(
    '- @alice: #10 Settle the theme, **overdue** since Fri 16 Oct 2026; #11 Settle the theme, **overdue** since Fri 23 Oct 2026\n',
  );
});

test.each([
  ['1 working day', ['2026-10-19T00', '2026-10-26T00', '2026-11-02T00']],
  ['2 working days', ['2026-10-20T00', '2026-10-26T00', '2026-11-02T00']],
])('a task is overdue after %s', (patience, hours) => {
  const text = config([THEME], `{ overdue: ${patience} }`);
  expect(asked(text, issuesOf(text, ['theme']), '2026-10-16T00:00:00Z', '2026-11-03T00:00:00Z')).toEqual(
    hours,
  );
});

test.each([
  ['it is optional', config([`${THEME}, optional: true`]), {}],
  ['the config says no', config([THEME], '{ overdue: no }'), {}],
  [
    'a command waits for its answer',
    config([THEME]),
    { commands: [{ commentId: 1, author: 'alice', lines: [] }] },
  ],
] as const)('nobody is asked when %s', (_, text, more) => {
  const issues = issuesOf(text, ['theme']).map((issue) =>
    issue.number === 10 ? { ...issue, ...more } : issue,
  );
  expect(asked(text, issues, '2026-10-26T00:00:00Z', '2026-10-27T00:00:00Z')).toEqual([]);
});

test('a ticked box is done', () => {
  const text = config([THEME]);
  const ticked = `- [x] ${itemText('theme', 'week-2', 'Settle the theme')}`;
  const issues = issuesOf(text, ['theme']).map((issue) =>
    issue.number === 1 ? { ...issue, body: ticked } : issue,
  );
  const open = issues.map((issue) => ({ ...issue, body: issue.body.replace('[x]', '[ ]') }));
  expect(asked(text, open, '2026-10-26T00:00:00Z', '2026-10-26T02:00:00Z')).toHaveLength(1);
  expect(asked(text, issues, '2026-10-26T00:00:00Z', '2026-10-26T02:00:00Z')).toEqual([]);
});

test('what was overdue before the watch began is not brought up', () => {
  const text = config([THEME]);
  const issues = [openedAt(releaseOf(read(text)), OPENED), ownIssue('theme', 10)];
  expect(asked(text, issues, '2026-10-20T00:00:00Z', '2026-10-30T00:00:00Z')).toEqual([]);
});

test('who has much to do gets one line, and the rest is counted', () => {
  const ids = 'a b c d e f g h i j k l m n'.split(' ');
  const text = config(ids.map((id) => `id: ${id}, due: 2026-10-16`));
  const [[, body] = []] = digests(text, issuesOf(text, ids), '2026-10-26T00:00:00Z', '2026-10-27T00:00:00Z');
  expect(body?.match(/@alice/g)).toHaveLength(1);
  expect(body?.match(/overdue/g)).toHaveLength(12);
  expect(body).toContain('; and 2 more; see #1\n');
});

test('several releases are told of in one place, the issue of the next one, each thing with its release', () => {
  const text = config([THEME]).replace(
    'releases: [{ version: 1.0.0, release: 2026-11-24 }]',
    'releases:\n  - { version: 2.0.0, release: 2026-12-01 }\n  - { version: 1.0.0, release: 2026-11-24 }',
  );
  const prepared = read(text);
  const issues = prepared.releases.map((release) => openedAt(release, OPENED));
  let current = noted(prepared, issues, run(prepared, issues, OPENED).desired);
  const said: string[] = [];
  for (
    let now = at('2026-11-16T00:00:00Z');
    now < at('2026-12-05T00:00:00Z');
    now = (now + HOUR) as Instant
  ) {
    const { desired } = run(prepared, current, now);
    for (const wish of desired) if (wish.kind === 'comment') said.push(`${wish.issue} ${wish.key}`);
    current = noted(prepared, current, desired);
  }
  expect(said).toEqual([
    '1.0.0/tracking-issue 1.0.0/deadlines/digest.2026-11-16~release.2026-11-24.2d~2.0.0%3Adigest.2026-11-16',
    '1.0.0/tracking-issue 1.0.0/deadlines/digest.2026-11-23~release.2026-11-24.0d~2.0.0%3Adigest.2026-11-23~2.0.0%3Arelease.2026-12-01.2d',
    '2.0.0/tracking-issue 2.0.0/deadlines/digest.2026-11-30~release.2026-12-01.0d',
  ]);
  // What the first said of the second is in the log of the second as well: the first is closed one day.
  const [second] = current.filter(({ key }) => key.startsWith('2.0.0'));
  expect(second?.ledger?.entries.map(({ key }) => key)).toEqual(
    expect.arrayContaining([
      '2.0.0/deadlines/digest.2026-11-16',
      '2.0.0/deadlines/digest.2026-11-23~release.2026-12-01.2d',
    ]),
  );
});

test('who muted a release is named without a mention where only that one has something to do', () => {
  // Each release has the task two weeks before: in this week it is due in the second alone.
  const text = config(['id: theme, due: release - 14 days'], '{ notice: [], overdue: no }').replace(
    'releases: [{ version: 1.0.0, release: 2026-11-24 }]',
    'releases: [{ version: 1.0.0, release: 2026-11-24 }, { version: 2.0.0, release: 2026-12-01 }]',
  );
  const prepared = read(text);
  const issues = prepared.releases.map((release) => openedAt(release, OPENED));
  const begun = noted(prepared, issues, run(prepared, issues, OPENED).desired);
  const mutedIn = (version: string): OwnIssue[] =>
    begun.map((issue) =>
      issue.key.startsWith(version) && issue.ledger?.state !== undefined
        ? { ...issue, ledger: { ...issue.ledger, state: { ...issue.ledger.state, muted: ['alice'] } } }
        : issue,
    );
  const mentioned = (all: readonly OwnIssue[]): string[] =>
    run(prepared, all, at('2026-11-16T08:00:00Z')).desired.flatMap((wish) =>
      wish.kind === 'comment' ? mentionsIn(wish.body) : [],
    );
  expect(mentioned(begun)).toEqual(['alice']);
  expect(mentioned(mutedIn('1.0.0'))).toEqual(['alice']);
  expect(mentioned(mutedIn('2.0.0'))).toEqual([]);
});

test('what other duties asked people for is in the digest, and in the notice of its milestone', () => {
  const text = config([THEME], '{ notice: [2 days, 0 days] }');
  const prepared = read(text);
  const issues = issuesOf(text, []).map((issue) => ({
    ...issue,
    body: issue.body.concat(`- [x] ${itemText('theme', 'week-2', 'Settle the theme')}`),
  }));
  const standing: Standing[] = [
    {
      release: '1.0.0',
      kind: 'approval',
      key: 'pull/20',
      severity: 'amber',
      milestone: 'code-freeze',
      text: '#20 Explain it',
      owner: 'carol',
      reminder: { names: ['carol', 'acme/api'], text: 'approve #20 Explain it by Wed 4 Nov 2026' },
    },
  ];
  const frozen = read(text.replace('tasks:', 'milestones: { code-freeze: 2026-11-04 }\ntasks:'));
  const said = (now: string, by: typeof prepared, from: readonly OwnIssue[] = issues) =>
    deadlinesDuty
      .desire({ ...inputOf(by, from, at(now)), standing })
      .desired.flatMap((wish) => (wish.kind === 'comment' ? [wish.body] : []));
  const [digest = ''] = said('2026-10-26T00:00:00Z', prepared);
  expect(digest).toContain('- @carol, @acme/api: approve #20 Explain it by Wed 4 Nov 2026\n');
  const monday = deadlinesDuty.desire({ ...inputOf(frozen, issues, at('2026-11-02T00:00:00Z')), standing });
  const later = noted(frozen, issues, monday.desired);
  const [notice = ''] = said('2026-11-04T00:00:00Z', frozen, later);
  expect(notice).toContain(
    '**Still open before it**\n\n- @carol, @acme/api: approve #20 Explain it by Wed 4 Nov 2026',
  );
});

test('a digest waits on its first day for what could not be read, and no longer', () => {
  const text = config([THEME]);
  const issues = issuesOf(text, ['theme']);
  const said = (now: string, name = 'approvals') =>
    deadlinesDuty
      .desire({
        ...inputOf(read(text), issues, at(now)),
        told: { asksOnce: 'approvals' },
        heard: [{ name, title: name, why: 'GitHub is away' }],
      })
      .desired.filter(({ kind }) => kind === 'comment');
  expect(said('2026-10-26T08:00:00Z')).toEqual([]);
  expect(said('2026-10-26T08:00:00Z', 'failing-tests')).toHaveLength(1);
  expect(said('2026-10-27T08:00:00Z')).toHaveLength(1);
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
      isAhead: true,
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
