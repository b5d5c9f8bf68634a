// Manual tests as plain data: what is shared out, what holds up which milestone, and what can't be read.
import * as z from 'zod';
import type { CommandComment } from '../../../src/domain/command-comment.ts';
import type { BranchFile, Observation } from '../../../src/domain/observed.ts';
import { bookOf } from '../../../src/duties/book-of.ts';
import { DUTIES } from '../../../src/duties/index.ts';
import { manualConfig } from '../../../src/duties/manual-tests/config.ts';
import { manualTestsDuty } from '../../../src/duties/manual-tests/index.ts';
import type { ManualInput } from '../../../src/duties/manual-tests/input.ts';
import { at, context, read, releaseOf, sourceOf, trackingIssue } from '../../support/world.ts';

const prepared = read(`cycle: { weeks: 6, release-week: 6, weeks-after: 0 }
timezone: UTC
roles: { lead: [alice] }
milestones:
  rc1: { on: release - 14 days, title: Release candidate 1 }
  rc2: { on: release - 5 days, title: Release candidate 2 }
releases: [{ version: '1.0.0', start: 2019-10-21, release: 2019-11-26 }]
tracking-issue: {}
`);
const release = releaseOf(prepared);

const TEAMS: ManualInput['teams'] = {
  api: { github: 'acme/api', paths: [], people: ['Bob', 'carol'] },
  web: { github: 'acme/web', paths: [], lead: 'dan' },
};

const TESTS = [
  { id: 'a', title: 'One', team: 'api' },
  { id: 'b', title: 'Two', team: 'api' },
  { id: 'w', title: 'Three', team: 'web', platforms: ['linux', 'mac'] },
];

const BRANCH = 'relcomms-tests';
const PATH = '1.0.0/results.jsonl';

interface Look {
  readonly now?: string;
  readonly tests?: readonly object[];
  readonly config?: object;
  readonly results?: string | undefined;
  readonly files?: readonly BranchFile[];
  readonly said?: readonly CommandComment[];
  readonly people?: ManualInput['people'];
  readonly teams?: ManualInput['teams'];
}

const known = <T>(value: T) => ({ known: true as const, value });

function inputOf({ now = '2019-11-06T10:00:00Z', results, ...look }: Look): ManualInput {
  const config = z.parse(manualConfig, { tests: look.tests ?? TESTS, ...look.config });
  const issues = [trackingIssue('1.0.0', {})];
  const files = look.files ?? [
    {
      branch: BRANCH,
      path: PATH,
      oid: results === undefined ? undefined : 'a1',
      isProtectedDefault: false,
      text: { known: true, value: results } as const,
    },
  ];
  const commands = look.said ?? [];
  const observation = {
    ownIssues: known(issues),
    commands: known(commands),
    files: known(files),
    comparisons: known([]),
    assignable: known([]),
    labels: known([]),
    books: known([]),
  };
  const sections = { 'tracking-issue': {}, 'manual-tests': config };
  return {
    ...context({ now: at(now), releases: [release], sections, issues, source: sourceOf(prepared) }),
    commands: bookOf(
      { duties: [manualTestsDuty, ...DUTIES.filter(({ name }) => name === 'tracking-issue')], sections },
      { ...observation, ...UNREAD } as unknown as Observation,
    ),
    people: look.people ?? {},
    teams: look.teams ?? TEAMS,
    config,
    observed: {
      ownIssues: issues,
      commands,
      files,
      books: [],
      comparisons: [],
      assignable: [],
      labels: [],
    },
  };
}

/** Facts that another duty needs are unknown here. */
const UNREAD = Object.fromEntries(
  DUTIES.flatMap(({ needs }) => needs)
    .filter(
      (fact) =>
        !['ownIssues', 'commands', 'files', 'books', 'comparisons', 'assignable', 'labels'].includes(fact),
    )
    .map((fact) => [fact, { known: false, why: 'not read' }]),
);

function told(look: Look) {
  const { desired, standing = [], skips } = manualTestsDuty.desire(inputOf(look));
  const file = desired.find((one) => one.kind === 'file');
  const section = desired.find((one) => one.kind === 'section');
  return {
    file,
    testers: Object.fromEntries(
      (file?.content ?? '')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => {
          const row = JSON.parse(line) as Record<string, string>;
          return [`${row['candidate']} ${row['run']}`, [row['tester'], row['result']].join(' ').trim()];
        }),
    ),
    section: section?.text ?? '',
    skips,
    standing: standing.map(({ kind, severity, milestone, team, count = 1 }) =>
      [kind, severity, milestone, team, count].join(' '),
    ),
  };
}

function said(author: string, ...lines: readonly string[]): CommandComment {
  const place = { commentId: 7, issue: '1.0.0/tracking-issue', number: 1 };
  return { ...place, author, permission: 'read', teams: { member: [], unknown: [] }, lines };
}

const row = (candidate: string, run: string, fields: object) =>
  `${JSON.stringify({ candidate, run, ...fields })}\n`;

test('nothing a day before the lead time; then each run has a tester of its team, and nothing without a test', () => {
  expect(told({ now: '2019-11-04T23:00:00Z' })).toMatchObject({ file: undefined, section: '', standing: [] });
  expect(told({ now: '2019-11-05T00:00:00Z' })).toMatchObject({
    testers: { 'rc1 a': 'bob', 'rc1 b': 'carol', 'rc1 w@linux': 'dan', 'rc1 w@mac': 'dan' },
    standing: ['open-manual-test amber rc1 api 2', 'open-manual-test amber rc1 web 2'],
  });
  expect(manualTestsDuty.asks(inputOf({ tests: [] })).files).toEqual([]);
});

test('who is away gets none; who has a test keeps it while the whole team is away, and nobody gets a new one', () => {
  const away = [{ from: '2019-11-01', to: '2019-11-30' }] as never;
  expect(told({ people: { bob: { away } } }).testers).toMatchObject({ 'rc1 a': 'carol', 'rc1 b': 'carol' });
  const people = { BOB: { away }, carol: { optOut: true } };
  const results = row('rc1', 'a', { tester: 'bob' });
  const { testers, section } = told({ people, results });
  expect(testers).toEqual({ 'rc1 a': 'bob', 'rc1 w@linux': 'dan', 'rc1 w@mac': 'dan' });
  expect(section).toContain('1 test without a tester, because nobody of the team is available.');
});

test('failing is red at once, blocked and open from the day on, for the next gate', () => {
  const results =
    row('rc1', 'a', { result: 'fail', tester: 'bob', note: 'no <b>' }) +
    row('rc1', 'w@mac', { result: 'blocked', tester: 'dan' });
  const before = told({ results });
  expect(before.standing).toEqual([
    'failing-manual-test red rc1 api 1',
    'blocked-manual-test amber rc1 web 1',
    'open-manual-test amber rc1 api 1',
    'open-manual-test amber rc1 web 1',
  ]);
  expect(before.section).toContain('**Failed**: `a` One (bob): no &lt;b&gt;');
  expect(told({ results, now: '2019-11-13T00:00:00Z' }).standing).toEqual([
    'failing-manual-test red rc2 api 1',
    'blocked-manual-test red rc2 web 1',
    'open-manual-test red rc2 api 1',
    'open-manual-test red rc2 web 1',
  ]);
});

test('of two candidates that are tested at once, each failing test is told once', () => {
  const results = row('rc1', 'a', { result: 'fail', tester: 'bob' });
  const config = { assign: '2 weeks' };
  const { standing } = told({ results, config, now: '2019-11-08T00:00:00Z' });
  expect(standing.filter((one) => one.startsWith('failing'))).toEqual(['failing-manual-test red rc1 api 1']);
  expect(told({ results, config, now: '2019-11-14T00:00:00Z' }).standing[0]).toBe(
    'failing-manual-test red rc2 api 1',
  );
});

test('all passed: nothing is in the way, and the file says what it said', () => {
  const results = ['a', 'b', 'w@linux', 'w@mac']
    .map((run) => row('rc1', run, { result: 'pass', tester: 'erin' }))
    .join('');
  expect(told({ results })).toMatchObject({ standing: [], file: { content: results } });
});

test.each<[string, Look, string]>([
  ['a line that is no result', { results: 'x\n' }, 'line 1 is no result'],
  [
    'a file that was not read',
    {
      files: [
        {
          branch: BRANCH,
          path: PATH,
          isProtectedDefault: false,
          text: { known: false, why: 'it is no text' },
        },
      ],
    },
    'it is no text',
  ],
  ['a look without it', { files: [] }, 'this run did not read it'],
])('%s: nothing is written, the section says why, and it blocks', (_, look, why) => {
  const found = told({ ...look, said: [said('dan', '/release test pass w@mac')] });
  expect(found).toMatchObject({
    file: undefined,
    standing: ['unknown-manual-test red rc1  1'],
    section: expect.stringContaining(why) as string,
    skips: [{ why: expect.stringContaining(why) as string }],
  });
});

/** No results, and a file of tests with this text. */
const filesWith = (value: string | undefined): BranchFile[] => [
  { branch: BRANCH, path: PATH, isProtectedDefault: false, text: { known: true, value: undefined } },
  { path: 'manual.yml', isProtectedDefault: false, text: { known: true, value } },
];

test('a file of tests that is missing, or repeats a test of the config, is no empty list', () => {
  const config = { file: 'manual.yml' };
  expect(told({ config, files: filesWith(undefined) }).section).toContain(
    'there is no file manual.yml on the default branch',
  );
  const twice = 'tests:\n  - { id: a, title: Again, team: web }\n';
  expect(told({ config, files: filesWith(twice) }).section).toContain('Two tests have the id "a".');
  const more = 'tests:\n  - { id: z, title: Last, team: web }\n';
  expect(told({ config, files: filesWith(more) }).testers).toMatchObject({ 'rc1 a': 'bob', 'rc1 z': 'dan' });
});

test('a branch that takes changes by pull request only is left alone, and named', () => {
  const files: BranchFile[] = [
    { branch: BRANCH, path: PATH, isProtectedDefault: true, text: { known: true, value: undefined } },
  ];
  expect(told({ files })).toMatchObject({
    file: undefined,
    skips: [{ why: expect.stringContaining('only through pull requests') as string }],
  });
});

test('results by command: the team, the tester, and leads; the row is written anew, and its answer waits for the file', () => {
  const results = row('rc1', 'w@mac', {
    result: 'fail',
    tester: 'dan',
    note: 'old',
    link: 'https://x.example/1',
  });
  const { file } = told({ results, said: [said('Dan', '/release test PASS W@mac')] });
  expect(file).toMatchObject({ answers: ['1.0.0/command/7'] });
  expect(file?.content).toContain(
    row('rc1', 'w@mac', { result: 'pass', tester: 'dan', day: '2019-11-06', link: 'https://x.example/1' }),
  );
  expect(told({ said: [said('alice', '/release test na a because it is gone')] }).testers).toMatchObject({
    'rc1 a': 'alice n/a',
  });
});

test.each([
  ['dan', '/release test pass a'],
  ['mallory', '/release test pass a'],
  ['carol', '/release test fail a'],
  ['carol', '/release test maybe a'],
  ['carol', '/release test pass'],
  ['carol', '/release test pass constructor'],
  ['carol', '/release test pass a rc9'],
  ['dan', '/release test pass w'],
])('%s can not write %s', (author, line) => {
  expect(told({ said: [said(author, line)] }).file).not.toHaveProperty('answers');
});

test('hundreds of failing tests are a short section', () => {
  const tests = Array.from({ length: 300 }, (_, index) => ({
    id: `t${index}`,
    title: 'x'.repeat(160),
    team: 'api',
  }));
  const results = tests.map(({ id }) => row('rc1', id, { result: 'fail', note: 'y'.repeat(300) })).join('');
  const { section } = told({ tests, results });
  expect(section.split('\n').length).toBeLessThan(35);
  expect(section).toContain('and 285 more; all are in');
});
