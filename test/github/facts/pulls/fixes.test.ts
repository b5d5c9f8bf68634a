// What an answer says of merged fixes and of what release branches have taken.
import { decodeFixes, fixFields } from '../../../../src/github/facts/pulls/fixes.ts';

const FIX = {
  number: 12,
  title: 'Mend',
  baseRefName: 'main',
  mergedAt: '2026-10-20T10:00:00Z',
  updatedAt: '2026-10-21T10:00:00Z',
  labels: { nodes: [{ name: 'one' }] },
  mergeCommit: { oid: 'c0ffee', messageHeadline: 'Mend (#12)', authoredDate: '2026-10-20T10:00:00Z' },
  commits: {
    nodes: [{ commit: { oid: 'beef', messageHeadline: 'Mend', authoredDate: '2026-10-19T10:00:00Z' } }],
  },
  author: null,
  milestone: null,
};

const merged = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    number: 500 + index,
    title: `Pick ${index}`,
    mergedAt: '2026-10-21T10:00:00Z',
    mergeCommit: { oid: `feed${index}` },
    body: '',
    headRefName: 'pick',
    updatedAt: new Date(Date.UTC(2026, 9, 30) - index * 3_600_000).toISOString(),
  }));

const history = (count: number) => ({
  name: 'release-1.14',
  target: {
    history: {
      nodes: Array.from({ length: count }, (_, index) => ({
        oid: `abc${index}`,
        message: 'Mend\n\n(cherry picked from commit c0ffee)',
        authoredDate: '2026-10-19T10:00:00Z',
        committedDate: new Date(Date.UTC(2026, 9, 31) - index * 60_000).toISOString(),
      })),
    },
  },
});

function decode(count: number, ref: object | null = history(1), fixes = 1) {
  const data = {
    fixes0: { nodes: [...Array.from({ length: fixes }, () => FIX), null] },
    fixes1: { nodes: [FIX] },
    pickRef0: ref,
    picks0: { nodes: merged(count) },
  };
  const question = { fixLabels: ['one', 'two'], branches: ['release-1.14'] };
  return decodeFixes({ root: {}, data, failed: new Map() }, question);
}

test.each<[string, readonly string[], readonly string[], number, readonly string[]]>([
  ['without labels', [], ['release-1.14'], 0, []],
  ['without branches', ['one'], [], 0, []],
  ['a label and a branch', ['one'], ['1.14'], 3, ['one', 'refs/heads/1.14', '1.14']],
  [
    'two of each',
    ['one', 'two'],
    ['1.14', '1.15'],
    6,
    ['one', 'two', 'refs/heads/1.14', '1.14', 'refs/heads/1.15', '1.15'],
  ],
])('what is asked: %s', (_, labels, branches, parts, values) => {
  const asked = fixFields({ fixLabels: labels, branches });
  expect([asked.parts.length, asked.names.length]).toEqual([parts, parts]);
  expect(Object.values(asked.variables)).toEqual(values);
});

test('a fix with two of the labels counts once; an author who is gone is a ghost', () => {
  expect(decode(1).fixes).toMatchObject([{ number: 12, author: { login: 'ghost', bot: false } }]);
});

test('a fix has its labels and its commits; a branch its pull requests and commits', () => {
  const { fixes, branches, since } = decode(1);
  expect(since).toBeUndefined();
  expect(fixes).toMatchObject([
    { labels: ['one'], commits: [{ oid: 'c0ffee', title: 'Mend (#12)' }, { oid: 'beef' }] },
  ]);
  expect(branches).toMatchObject([
    {
      merged: [{ number: 500, commit: 'feed0', mergedAt: Date.UTC(2026, 9, 21, 10) }],
      commits: [{ oid: 'abc0', committedAt: Date.UTC(2026, 9, 31) }],
    },
  ]);
});

test('full pages say since when all is known', () => {
  expect(decode(1, history(1), 50).since).toBe(Date.UTC(2026, 9, 21, 10));
  expect(decode(100, history(100)).branches[0]?.since).toBe(Date.UTC(2026, 9, 31) - 99 * 60_000);
});

test('a branch that is not there has taken nothing, and lacks nothing', () => {
  expect(decode(0, null).branches).toEqual([]);
});

test('a page that is not full tells all; a full one tells what was merged since its oldest', () => {
  expect(decode(99).branches).toMatchObject([{ branch: 'release-1.14', since: undefined }]);
  expect(decode(100).branches[0]?.since).toBe(Date.UTC(2026, 9, 30) - 99 * 3_600_000);
});

describe('by a GitHub milestone', () => {
  const question = { fixLabels: ['one'], fixMilestones: ['1.14.0'], branches: ['release-1.14'] };
  const read = (titles: readonly string[], fixes = 1) => {
    const nodes = titles.map((title) => ({
      title,
      pullRequests: { nodes: Array.from({ length: fixes }, () => ({ ...FIX, number: 13, labels: null })) },
    }));
    const data = {
      fixes0: { nodes: [FIX] },
      fixTitle0: { nodes },
      pickMain: { ...history(1), name: 'main' },
      pickRef0: history(1),
      picks0: { nodes: [] },
    };
    return decodeFixes({ root: {}, data, failed: new Map() }, question);
  };

  test('the milestone with this very title, and what came to the default branch', () => {
    expect(fixFields(question).names).toEqual(['fixes0', 'fixTitle0', 'pickMain', 'pickRef0', 'picks0']);
    const { fixes, main, sinceByMilestone } = read(['1.14.0-rc', '1.14.0']);
    expect(fixes.map(({ number, labels }) => [number, labels])).toEqual([
      [12, ['one']],
      [13, []],
    ]);
    expect([main?.branch, main?.commits.length, sinceByMilestone]).toEqual(['main', 1, undefined]);
  });

  test.each([
    ['a full page tells since when all is known', ['1.14.0'], 40, true],
    ['others of the same words take all the places', ['a1.14.0', 'b1.14.0', 'c1.14.0'], 1, true],
    ['there is no such milestone', ['a1.14.0'], 1, false],
  ])('%s', (_, titles, fixes, isPart) => {
    expect(read(titles, fixes).sinceByMilestone !== undefined).toBe(isPart);
  });
});
