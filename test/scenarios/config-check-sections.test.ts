// Scenario: what the check of a pull request says is what the run after its merge does, for each section and for any config.
import * as fc from 'fast-check';
import type { EmbeddedGitHub } from '../../packages/embedded-github/src/index.ts';
import { rounds } from '../support/long.ts';
import { readable, saidOf } from '../support/said-of.ts';
import { type Kept, SECTIONS, configWith, startSwitched, switchOn } from '../support/switched-on.ts';

const { 'tracking-issue': TRACKING = '', slack: SLACK = '' } = SECTIONS;

/** What a section needs beside it to have anything to do. */
const BESIDE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'cherry-picks': { 'tracking-issue': TRACKING, approvals: '{}' },
  // It is on by itself.
  'tracking-issue': { 'tracking-issue': 'no' },
  acknowledge: { 'tracking-issue': TRACKING, slack: SLACK },
};

let github: EmbeddedGitHub;

beforeAll(async () => {
  github = await startSwitched();
});

afterAll(() => github.close());

function expectKept({ promised, done, operations, titles, summary }: Kept): void {
  expect(promised).toEqual(done);
  const words = readable(summary);
  for (const operation of operations) expect(words).toContain(saidOf(operation, titles));
}

test.each(Object.entries(SECTIONS))('%s is switched on', async (name, value) => {
  const beside = BESIDE[name] ?? { 'tracking-issue': TRACKING };
  const kept = await switchOn(github, configWith(beside), configWith({ ...beside, [name]: value }));
  expect(kept.done).not.toEqual([]);
  expectKept(kept);
});

test('failing-tests is switched on while CI is red: the case that opens is told', async () => {
  const base = { 'tracking-issue': TRACKING };
  const { summary } = await switchOn(
    github,
    configWith(base),
    configWith({ ...base, 'failing-tests': '{}' }),
  );
  expect(readable(summary)).toMatch(/- Opens Failing tests in v2\.0\.0: api, since [0-9a-f]{7}/);
  expect(summary).toContain('| `carol` | Failing tests');
});

test.each([
  ['a first config', ''],
  ['a config that mends a broken one', 'releases: maybe\n'],
])('%s with all sections: what follows from the issues that open is told as well', async (_, base) => {
  const kept = await switchOn(github, base, configWith(SECTIONS));
  expectKept(kept);
  expect(kept.summary).toContain('- Comments on Release v2');
});

test('an issue that opens belongs to a GitHub milestone that moves at the same time: it is named as it opens', async () => {
  const base = configWith({ 'tracking-issue': '{ milestone: no }' });
  const head = configWith({ 'tracking-issue': '{ tasks: upcoming }', 'failing-tests': '{}' });
  const kept = await switchOn(github, base, head);
  expectKept(kept);
  expect(
    kept.promised.filter((words) => words.includes('new issue') && words.includes('milestone')),
  ).toHaveLength(1);
});

test('a release that is added', async () => {
  const base = configWith(SECTIONS);
  const more = base.replace(
    'tasks:\n',
    '  - { version: v3.0.0, start: 2020-01-13, release: 2020-02-04 }\ntasks:\n',
  );
  const kept = await switchOn(github, base, more);
  expect(kept.done).toContain('open the issue Release v3.0.0');
  expectKept(kept);
});

/** Values of each section; the first is that of the table. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(Object.entries(SECTIONS).map(([name, value]) => [name, [value, '{}']])),
  'tracking-issue': [
    TRACKING,
    '{ tasks: none }',
    '{ tasks: all, labels: [release, tracked] }',
    '{ pin: no }',
    '{ milestone: no }',
  ],
  approvals: ['{}', '{ label: waits }', '{ pick-labels: [] }'],
  'failing-tests': ['{}', "{ jobs: ['^api/'] }", '{ labels: [red] }'],
  acknowledge: ['{ milestones: [rc1] }', '{ milestones: [rc1, code-freeze], before: 2 weeks }'],
  report: ['{}', '{ blockers: [release-blocker, held], trend: no }', '{ blockers: [held] }'],
  slack: [
    SLACK,
    '{ dates: [everybody], team-messages: no }',
    '{ paused: yes }',
    "{ mock-channel: '#trial' }",
  ],
  wiki: ['{ page: Release VERSION }', '{ page: Notes of VERSION }'],
  calendar: ['{}', '{ path: dates.ics }'],
};

const anySections = fc
  .record(
    Object.fromEntries(
      Object.entries(VALUES).map(([name, values]) => [name, fc.option(fc.constantFrom(...values))]),
    ),
  )
  .map((picked) =>
    Object.fromEntries(
      Object.entries(picked).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    ),
  );

test('any change from one config to another', async () => {
  await fc.assert(
    fc.asyncProperty(anySections, anySections, async (base, head) => {
      const kept = await switchOn(github, configWith(base), configWith(head));
      expectKept(kept);
      expect(kept.summary).toContain('**The config is valid.**');
    }),
    { numRuns: rounds(10, 60) },
  );
}, 3_600_000);
