// Which open pull requests are read in full: whatever may matter, the newest, and the rest within a day.
import type { Instant } from '../../../../src/domain/day.ts';
import { chosenOf as chosenIn, isTied } from '../../../../src/github/facts/pulls/choose.ts';
import type { Listed, ListedPull } from '../../../../src/github/facts/pulls/light-list.ts';
import { BARE_PULLS, type PullsQuestion } from '../../../../src/github/facts/pulls/question.ts';
import { instant } from '../../../support/runs.ts';

const NOW = instant('2026-10-27T10:00:00Z');
const QUARTER = 15 * 60_000;
const QUESTION: PullsQuestion = {
  ...BARE_PULLS,
  branches: ['release-1.14'],
  labels: ['needs-approval'],
  ties: {
    milestones: ['1.14.0'],
    labels: ['release-blocker'],
    titles: ['backport'],
    heads: ['cherry-pick'],
    paths: ['docs/release-notes'],
  },
};

function listed(number: number, more: Partial<ListedPull> = {}): Listed {
  const updatedAt = new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();
  const plain = { number, title: `Change ${number}`, baseRefName: 'main', headRefName: `topic-${number}` };
  const pull = { ...plain, updatedAt, labels: { nodes: [] }, milestone: null, ...more };
  return { pull, isHidden: false };
}

const chosenOf = (...given: Parameters<typeof chosenIn>): number[] => {
  const { meant, others } = chosenIn(...given);
  return [...meant, ...others].toSorted((a, b) => a - b);
};

const many = (count: number): Listed[] => Array.from({ length: count }, (_, index) => listed(index + 1));

test.each<[string, Partial<ListedPull>, boolean]>([
  ['nothing', {}, false],
  ['its base branch', { baseRefName: 'release-1.14' }, true],
  ['its GitHub milestone, in letters of either case', { milestone: { title: '1.14.0' } }, true],
  ['a label of a release', { labels: { nodes: [{ name: 'Release-Blocker' }] } }, true],
  ['our own label', { labels: { nodes: [{ name: 'needs-approval' }] } }, true],
  ['another label', { labels: { nodes: [null, { name: 'docs' }] } }, false],
  ['a word in its title', { title: '[Backport] Fix it' }, true],
  ['a word in its branch', { headRefName: 'automated-cherry-pick-of-#12' }, true],
  [
    'a path',
    { files: { pageInfo: { hasNextPage: false }, nodes: [{ path: 'docs/release-notes/1.14.md' }] } },
    true,
  ],
  ['more files than are listed', { files: { pageInfo: { hasNextPage: true }, nodes: [] } }, true],
  ['another path', { files: { pageInfo: { hasNextPage: false }, nodes: [{ path: 'src/a.ts' }] } }, false],
])('tied by %s', (_, more, tied) => {
  expect(isTied(listed(1, more).pull, QUESTION)).toBe(tied);
});

test('as many as one request reads are read anyway', () => {
  expect(chosenOf(many(50), QUESTION, { now: NOW })).toHaveLength(50);
});

test('of more, all that are tied are read, those that changed last, and a few of the rest', () => {
  const all = [...many(995), listed(996, { baseRefName: 'release-1.14', updatedAt: '2020-01-01T00:00:00Z' })];
  const chosen = chosenOf(all, QUESTION, { now: NOW });
  expect(chosen).toContain(996);
  for (let number = 976; number <= 995; number++) expect(chosen).toContain(number);
  expect(chosen.length).toBeGreaterThanOrEqual(30);
  expect(chosen.length).toBeLessThanOrEqual(33);
  expect(chosen).toEqual(chosen.toSorted((a, b) => a - b));
});

test('one whose line is hidden in part is read, and so is one that is asked for', () => {
  const all = [...many(200), { ...listed(201, { updatedAt: '2020-01-01T00:00:00Z' }), isHidden: true }];
  expect(chosenOf(all, QUESTION, { now: NOW })).toContain(201);
  expect(chosenOf(many(200), QUESTION, { now: NOW, numbers: [3] })).toContain(3);
});

test.each([51, 100, 1000, 3000])('of %i every one has its turn within a day of quarter hours', (count) => {
  const all = many(count);
  const seen = new Set<number>();
  for (let run = 0; run < 96; run++) {
    const now = (NOW + run * QUARTER) as Instant;
    for (const number of chosenOf(all, QUESTION, { now })) seen.add(number);
  }
  expect(seen.size).toBe(count);
});

test.each([100, 1000])('of %i every one has its turn where a run comes once a day at one hour', (count) => {
  const all = many(count);
  const seen = new Set<number>();
  for (let run = 0; run < 96; run++) {
    const now = (NOW + run * 96 * QUARTER) as Instant;
    for (const number of chosenOf(all, QUESTION, { now })) seen.add(number);
  }
  expect(seen.size).toBe(count);
});
