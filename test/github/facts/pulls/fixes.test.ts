// What an answer says of merged fixes and of what release branches have taken.
import { decodeFixes } from '../../../../src/github/facts/pulls/fixes.ts';

const FIX = {
  number: 12,
  title: 'Mend',
  baseRefName: 'main',
  mergedAt: '2026-10-20T10:00:00Z',
  author: null,
  milestone: null,
};

const merged = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    title: `Pick ${index}`,
    body: '',
    headRefName: 'pick',
    updatedAt: new Date(Date.UTC(2026, 9, 30) - index * 3_600_000).toISOString(),
  }));

function decode(count: number, ref: object | null = { name: 'release-1.14' }) {
  const data = {
    fixes0: { nodes: [FIX, null] },
    fixes1: { nodes: [FIX] },
    pickRef0: ref,
    picks0: { nodes: merged(count) },
  };
  return decodeFixes({ root: {}, data, failed: new Map() }, ['one', 'two'], ['release-1.14']);
}

test('a fix with two of the labels counts once; an author who is gone is a ghost', () => {
  expect(decode(1).fixes).toMatchObject([{ number: 12, author: { login: 'ghost', bot: false } }]);
});

test('a branch that is not there has taken nothing, and lacks nothing', () => {
  expect(decode(0, null).branches).toEqual([]);
});

test('a page that is not full tells all; a full one tells what was merged since its oldest', () => {
  expect(decode(99).branches).toMatchObject([{ branch: 'release-1.14', since: undefined }]);
  expect(decode(100).branches[0]?.since).toBe(Date.UTC(2026, 9, 30) - 99 * 3_600_000);
});
