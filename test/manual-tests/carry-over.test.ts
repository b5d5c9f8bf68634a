// A pass holds for the next candidate only where nothing that the test covers has changed.
import type { ManualTest } from '../../src/domain/manual-test.ts';
import { MOST_FILES, carriesOver, carryOverOf } from '../../src/manual-tests/carry-over.ts';

const covering = (...covers: string[]): ManualTest => ({
  id: 'a',
  title: 'A',
  steps: [],
  team: 'api',
  component: 'api',
  platforms: [],
  complexity: 1,
  covers,
});

test.each([
  [['src/api/**'], ['docs/a.md'], true],
  [['src/api/**'], ['src/api/deep/x.ts'], false],
  [['src/api/**', 'docs/'], ['docs/a.md'], false],
  [['*.ts'], ['src/x.ts'], false],
  [[], ['docs/a.md'], false],
  [[], [], true],
])('covers %j, changed %j: %s', (covers, changed, carries) => {
  expect(carriesOver(covering(...covers), changed)).toBe(carries);
});

test('over 300 changed files, and when nothing is known, nothing carries over', () => {
  const many = Array.from({ length: MOST_FILES }, (_, index) => `docs/${index}.md`);
  expect(carryOverOf(many)).toBe('too-many');
  expect(carriesOver(covering('src/**'), many)).toBe(false);
  expect(carryOverOf(undefined)).toBe('unknown');
  expect(carriesOver(covering('src/**'), undefined)).toBe(false);
});
