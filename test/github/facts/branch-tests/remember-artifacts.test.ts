// The memory of artifacts: by repository and id, and bounded.
import type { GitHub } from '../../../../src/github/client.ts';
import { rememberArtifacts } from '../../../../src/github/facts/branch-tests/remember-artifacts.ts';

const DEMO = { owner: 'acme', repo: 'demo' } as GitHub;
const OTHER = { owner: 'acme', repo: 'other' } as GitHub;

const read = (tests: number) => ({
  bytes: 10,
  tests: Array.from({ length: tests }, (_, index) => ({
    suite: 'api',
    name: `test ${index}`,
    result: 'passed' as const,
  })),
  unread: [],
});

test("one repository does not see what is another one's", () => {
  const memory = rememberArtifacts();
  const one = read(1);
  memory.keep(DEMO, 1, one);
  expect(memory.get(DEMO, 1)).toBe(one);
  expect(memory.get(OTHER, 1)).toBeUndefined();
});

test('what was not asked for the longest goes first', () => {
  const memory = rememberArtifacts();
  for (let id = 1; id <= 200; id++) memory.keep(DEMO, id, read(0));
  expect(memory.get(DEMO, 1)).toBeDefined();
  memory.keep(DEMO, 201, read(0));
  expect([1, 2, 3, 201].map((id) => memory.get(DEMO, id) !== undefined)).toEqual([true, false, true, true]);
});

test('all of them together are bounded, however large each is', () => {
  const memory = rememberArtifacts();
  for (const id of [1, 2, 3]) memory.keep(DEMO, id, read(80_000));
  expect([1, 2, 3].map((id) => memory.get(DEMO, id) !== undefined)).toEqual([false, true, true]);
  memory.keep(DEMO, 4, read(200_001));
  expect([2, 3, 4].map((id) => memory.get(DEMO, id) !== undefined)).toEqual([true, true, false]);
});
