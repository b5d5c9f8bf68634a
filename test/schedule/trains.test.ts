// Trains: the versions that are released together, their branches, and the tasks that are done once for each.
import * as fc from 'fast-check';
import { readTicks, tick } from '../../src/body/ticks.ts';
import { mergeBody } from '../../src/body/merge-body.ts';
import { prepare } from '../../src/run/reconcile.ts';
import { kindOf } from '../../src/schedule/milestone-kind.ts';
import { read, releaseOf } from '../support/world.ts';

const LINES = `together: ['1.17.5', '1.16.12', { version: '1.15.19', branch: maintenance }]`;

const CONFIG = `timezone: UTC
cycle: { weeks: 2, release-week: 2, weeks-after: 0 }
milestones: { stop: { on: release - 4 days, title: 1.16.12 code freeze } }
tasks:
  - { id: list, title: 'List the fixes for {lines}, {version}', week: 1 }
  - { id: tag, title: Tag, week: 2, per: line }
  - { id: images, title: Images, week: 2, per: line, steps: ['Build *them* from {branch}', { id: push, text: 'Push {version} of {minor}' }] }
  - { id: post, title: Post, week: 2, steps: [Draft it] }
releases:
  - version: patches-2026-12
    ${LINES}
    release: 2026-12-08
    branch: release-{minor}
`;

function stepsIn(text: string, id: string) {
  return releaseOf(read(text)).tasks.find((task) => task.id === id)?.steps;
}

test('each line has the branch of the release, filled in, or its own', () => {
  expect(releaseOf(read(CONFIG))).toMatchObject({
    version: 'patches-2026-12',
    title: 'patches-2026-12',
    branch: undefined,
    lines: [
      { version: '1.17.5', branch: 'release-1.17' },
      { version: '1.16.12', branch: 'release-1.16' },
      { version: '1.15.19', branch: 'maintenance' },
    ],
  });
});

test('a task that is done once names the train, and may list its lines', () => {
  const [list] = releaseOf(read(CONFIG)).tasks;
  expect(list?.title).toBe('List the fixes for 1.17.5, 1.16.12 and 1.15.19, patches-2026-12');
  expect(stepsIn(CONFIG, 'list')).toBeUndefined();
  expect(stepsIn(CONFIG, 'post')).toEqual([{ id: 'post/draft-it', text: 'Draft it' }]);
});

test('a task per line has a box for each line, or each of its steps for each line', () => {
  expect(stepsIn(CONFIG, 'tag')).toEqual([
    { id: 'tag/1.17.5', text: '1.17.5', line: '1.17.5' },
    { id: 'tag/1.16.12', text: '1.16.12', line: '1.16.12' },
    { id: 'tag/1.15.19', text: '1.15.19', line: '1.15.19' },
  ]);
  expect(stepsIn(CONFIG, 'images')?.map(({ id, text }) => [id, text])).toEqual([
    ['images/1.17.5.build-them-from-branch', '1.17.5: Build *them* from release-1.17'],
    ['images/1.17.5.push', 'Push 1.17.5 of 1.17'],
    ['images/1.16.12.build-them-from-branch', '1.16.12: Build *them* from release-1.16'],
    ['images/1.16.12.push', 'Push 1.16.12 of 1.16'],
    ['images/1.15.19.build-them-from-branch', '1.15.19: Build *them* from maintenance'],
    ['images/1.15.19.push', 'Push 1.15.19 of 1.15'],
  ]);
});

test('in a release without lines it is done once', () => {
  const single = CONFIG.replace('patches-2026-12', '1.17.5').replace(/ {4}together.*\n/, '');
  expect(stepsIn(single, 'tag')).toBeUndefined();
  expect(stepsIn(single, 'images')?.map(({ id, text }) => [id, text])).toEqual([
    ['images/build-them-from-branch', 'Build *them* from release-1.17'],
    ['images/push', 'Push 1.17.5 of 1.17'],
  ]);
});

test('a milestone whose title names a line is no other version’s', () => {
  const { milestones, version } = releaseOf(read(CONFIG));
  expect(milestones.map((one) => [one.id, kindOf(one, version)])).toEqual([
    ['stop', 'code-freeze'],
    ['release', 'release'],
  ]);
});

test('a release of a rule becomes a train where its lines are written beside the rule', () => {
  const rule = CONFIG.replace(
    /releases:[^]*/,
    `releases:
  - { every: monthly second tuesday, first: 2026-12-08, versions: 'patches-{yyyy}-{mm}', branch: 'release-{minor}', title: 'Patches {yyyy}-{mm}' }
  - { version: patches-2026-12, branch: 'release-{minor}', together: ['1.17.5', '1.16.12'] }
`,
  );
  const { releases } = read(rule);
  const train = releases.find(({ version }) => version === 'patches-2026-12');
  expect(train).toMatchObject({ title: 'Patches 2026-12', release: '2026-12-08' });
  expect(train?.lines?.map(({ branch }) => branch)).toEqual(['release-1.17', 'release-1.16']);
  expect(releases.find(({ version }) => version === 'patches-2027-01')?.lines).toBeUndefined();
});

test.each([
  ['{branch}', 'patches-2026-12 have several branches', 'Title of {branch}'],
  ['{nobody}', 'has no value', "steps: ['Build *them* from {nobody}'"],
])('%s that has no one value is refused where it is written', (_, words, line) => {
  const text = line.startsWith('steps')
    ? CONFIG.replace('{branch}', '{nobody}')
    : CONFIG.replace('title: Post', 'title: "Title of {branch}"');
  const prepared = prepare(text);
  const problems = 'problems' in prepared ? prepared.problems : [];
  expect(problems).toHaveLength(1);
  expect(problems[0]?.message).toContain(words);
  expect(text.split('\n')[(problems[0]?.line ?? 0) - 1]).toContain(line);
});

test('more steps than an issue has room for are an error at the task', () => {
  const many = `[${Array.from({ length: 30 }, (_, index) => `Step number ${index}`).join(', ')}]`;
  const lines = Array.from({ length: 4 }, (_, index) => `1.${index}.0`).join(', ');
  const text = CONFIG.replace('[Draft it]', many)
    .replace('title: Post,', 'title: Post, per: line,')
    .replace(/together.*/, `together: [${lines}]`);
  const prepared = prepare(text);
  const problems = 'problems' in prepared ? prepared.problems : [];
  expect(problems.map(({ code, line }) => [code, line])).toEqual([['too-many-steps', 8]]);
});

const VERSION = fc.constantFrom(
  '1.17.5',
  '1.17.50',
  '1.17',
  '1.1.75',
  'v1.16.12',
  '1.15.19',
  '2.0.0-rc.1',
  '10',
);

function bodyFor(lines: readonly string[], current: string): string {
  const text = CONFIG.replace(/together.*/, `together: [${lines.map((one) => `'${one}'`).join(', ')}]`);
  const items = releaseOf(read(text)).tasks.flatMap(({ id, steps = [] }) => [
    { id, text: id },
    ...steps.map((step) => ({ id: step.id, text: step.text, under: id })),
  ]);
  return mergeBody(current, {
    key: 'patches-2026-12/tracking-issue',
    parts: [{ kind: 'checklist', groups: [{ id: 'week-1', heading: 'Week 1', items }] }],
  });
}

test('whatever lines come and go: no check of a line ever becomes another line’s', () => {
  const someLines = fc.uniqueArray(VERSION, { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(someLines, someLines, fc.infiniteStream(fc.boolean()), (before, after, coin) => {
      const first = bodyFor(before, '');
      const ids = [...readTicks(first).keys()].filter((id) => id.includes('/'));
      const checked = new Set(ids.filter(() => coin.next().value));
      const ticks = readTicks(bodyFor(after, tick(first, checked)));
      for (const [id, on] of ticks) expect([id, on]).toEqual([id, checked.has(id)]);
      for (const id of checked) expect(ticks.get(id)).toBe(true);
      const kept = before.filter((line) => after.includes(line));
      for (const line of kept) expect(ticks.get(`tag/${line}`)).toBe(checked.has(`tag/${line}`));
    }),
    { numRuns: 60 },
  );
});

const RULE = `timezone: UTC
cycle: { weeks: 2, release-week: 2, weeks-after: 0 }
releases:
  - every: monthly second tuesday
    first: 2026-12-08
    versions: 'patches-{yyyy}-{mm}'
    branch: release-{minor}
    n: 3
    together: ['1.17.{n}', { version: '1.16.{n}', n: 12, branch: old-1.16 }]
  - { version: patches-2027-01, together: ['1.17.9'] }
`;

test('each release of a rule is a train of its lines, which count from their own numbers', () => {
  const found = read(RULE).releases.map(({ version, release, branch, lines }) => ({
    version,
    release,
    branch,
    lines,
  }));
  expect(found.filter(({ version }) => version !== 'patches-2027-02')).toEqual([
    {
      version: 'patches-2026-12',
      release: '2026-12-08',
      branch: undefined,
      lines: [
        { version: '1.17.3', branch: 'release-1.17' },
        { version: '1.16.12', branch: 'old-1.16' },
      ],
    },
    {
      version: 'patches-2027-01',
      release: '2027-01-12',
      branch: undefined,
      lines: [{ version: '1.17.9', branch: 'release-1.17' }],
    },
  ]);
});

test('lines of a rule that do not differ are told at the rule', () => {
  const found = prepare(RULE.replace("'1.17.{n}'", "'1.16.{n}'").replace('n: 3', 'n: 12'));
  expect('problems' in found ? found.problems.map(({ code, line }) => [code, line]) : []).toEqual([
    ['repeated-line', 9],
    ['repeated-line', 9],
  ]);
});
