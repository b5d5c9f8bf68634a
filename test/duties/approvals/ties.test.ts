// Whatever belongs to a release by the rules is found by the list of all pull requests.
import * as fc from 'fast-check';
import type { Pull } from '../../../src/domain/pull.ts';
import { approvalsDuty } from '../../../src/duties/approvals/index.ts';
import { relationOf } from '../../../src/duties/approvals/judge/related.ts';
import { runningReleases } from '../../../src/picks/running.ts';
import { tiesOf } from '../../../src/duties/approvals/judge/ties.ts';
import { isTied } from '../../../src/github/facts/pulls/choose.ts';
import type { ListedPull } from '../../../src/github/facts/pulls/light-list.ts';
import { BARE_PULLS, type PullsQuestion } from '../../../src/github/facts/pulls/question.ts';
import { rounds } from '../../support/long.ts';
import { PULL, RELEASE, configOf, inputOf } from './world.ts';

const CONFIG = {
  labels: ['release-blocker'],
  paths: ['/docs/release-notes/', 'docs/*.md', '*.rst', '/a?c/x', 'api/\\*x/y'],
};

const words = [
  'backport',
  'Backport:',
  '[cherry-pick] ',
  'Cherry pick',
  'automated cherry pick of',
  'fix',
  '#12',
  ' ',
];
const parts = [
  'automated-cherry-pick-of-',
  'bp',
  'mergify/bp/',
  'backported-',
  '12',
  '-',
  '/',
  'topic',
  'cherrypick_',
];

const text = (of: readonly string[]) =>
  fc.array(fc.constantFrom(...of), { maxLength: 5 }).map((all) => all.join(''));

const anyPull = fc.record({
  title: fc.oneof(text(words), fc.string({ unit: 'grapheme', maxLength: 20 })),
  head: text(parts),
  base: fc.constantFrom('main', 'release-1.14', 'release-1.9', 'next'),
  milestone: fc.constantFrom(undefined, '1.14.0', 'AUTUMN release', 'other'),
  labels: fc.uniqueArray(fc.constantFrom('Release-Blocker', 'cherry-pick', 'docs', 'needs-approval')),
  files: fc.uniqueArray(
    fc.constantFrom('docs/release-notes/x.md', 'docs/a.md', 'b/c.rst', 'abc/x', 'api/*x/y', 'src/a.ts'),
  ),
  filesComplete: fc.boolean(),
  body: fc.constantFrom('', '(cherry picked from commit 1234567890abcdef1234567890abcdef12345678)'),
});

function lineOf(pull: Pull): ListedPull {
  return {
    number: pull.number,
    title: pull.title,
    baseRefName: pull.base,
    headRefName: pull.head,
    updatedAt: '2026-10-01T00:00:00Z',
    labels: { nodes: pull.labels.map((name) => ({ name })) },
    milestone: pull.milestone === undefined ? null : { title: pull.milestone },
    files: {
      pageInfo: { hasNextPage: !pull.filesComplete },
      nodes: pull.files.map((path) => ({ path })),
    },
  };
}

test('law: what belongs to a release, or may, is tied to it in the list', () => {
  const input = inputOf({ config: CONFIG });
  const question: PullsQuestion = {
    ...BARE_PULLS,
    branches: [RELEASE.branch ?? ''],
    ties: tiesOf(runningReleases(input), configOf(CONFIG)),
  };
  let related = 0;
  fc.assert(
    fc.property(anyPull, (more) => {
      const pull: Pull = { ...PULL, ...more };
      const { release } = relationOf(pull, input);
      related += release === undefined ? 0 : 1;
      fc.pre(release !== undefined);
      expect(isTied(lineOf(pull), question)).toBe(true);
    }),
    { numRuns: rounds(2000, 50_000) },
  );
  expect(related).toBeGreaterThan(100);
});

test('the duty asks with the ties of the releases that run', () => {
  const { releases, now, config, ...rest } = inputOf({ config: CONFIG });
  const asked = approvalsDuty.asks?.({ ...rest, releases, now, config });
  expect(asked?.pulls?.ties).toEqual(tiesOf(releases, config));
  expect(asked?.pulls?.ties.paths).toEqual(['docs/release-notes', 'docs', '', 'a', 'api']);
});
