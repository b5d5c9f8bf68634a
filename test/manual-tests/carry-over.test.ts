// A pass holds for the next candidate only where nothing that the test covers has changed.
import {
  MOST_LISTED,
  comparisonOf,
  readComparisons,
  renderComparisons,
} from '../../src/domain/comparison.ts';
import { type ManualResult, type ManualTest, resultsOf } from '../../src/domain/manual-test.ts';
import { carriesOver, carryOverOf } from '../../src/manual-tests/carry-over.ts';
import { carriedNote, carryRows } from '../../src/manual-tests/carry-rows.ts';

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
  const many = Array.from({ length: MOST_LISTED }, (_, index) => `docs/${index}.md`);
  expect(carryOverOf(many)).toBe('too-many');
  expect(carriesOver(covering('src/**'), many)).toBe(false);
  expect(carryOverOf(undefined)).toBe('unknown');
  expect(carriesOver(covering('src/**'), undefined)).toBe(false);
});

const PASS = { run: 'a', candidate: 'rc1', result: 'pass', tester: 'bob', day: '2020-01-13' } as ManualResult;
const CARRIED = { ...PASS, candidate: 'rc2', note: carriedNote('rc1') };
const OPEN: ManualResult = { run: 'a', candidate: 'rc2', tester: 'carol' };

test.each<[string, readonly ManualResult[], readonly string[] | undefined, ManualResult | undefined]>([
  ['a pass', [PASS, OPEN], ['docs/a.md'], CARRIED],
  [
    'a pass that was carried itself',
    [{ ...PASS, note: carriedNote('rc0') }],
    [],
    { ...CARRIED, note: carriedNote('rc0') },
  ],
  ['a pass of what changed', [PASS, OPEN], ['src/a.ts'], OPEN],
  ['a pass of which nothing is known', [PASS, OPEN], undefined, OPEN],
  ['a failure', [{ ...PASS, result: 'fail' }, OPEN], [], OPEN],
  ['what people recorded since', [PASS, { ...OPEN, result: 'blocked' }], [], { ...OPEN, result: 'blocked' }],
  ['a pass that holds no longer', [PASS, CARRIED], ['src/a.ts'], { ...OPEN, tester: 'bob' }],
  ['a pass that people took back', [{ ...PASS, result: 'fail' }, CARRIED], [], { ...OPEN, tester: 'bob' }],
  ['a pass that was carried before', [PASS, CARRIED], [], CARRIED],
])('%s: the row of the next candidate', (_, rows, changed, expected) => {
  const tests = [covering('src/**')];
  const how = { from: 'rc1', to: 'rc2', changed };
  const once = carryRows({ tests, results: resultsOf(rows) }, how);
  expect(once.get('rc2 a')).toEqual(expected);
  expect(carryRows({ tests, results: once }, how)).toEqual(once);
});

test('a comparison is kept as it was; a line that is none is asked for again', () => {
  const [a, b] = ['a'.repeat(40), 'b'.repeat(40)] as [string, string];
  const all = [comparisonOf(a, b, ['x', 'y', 'x']), { from: b, to: a, why: 'diverged' as const }];
  expect(readComparisons(renderComparisons(all))).toEqual(all);
  expect(
    readComparisons('{"from":"main"}\nnull\n[]\n{"from":"' + a + '","to":"' + b + '","files":[1]}'),
  ).toEqual([]);
  expect(comparisonOf(a, b, ['x'.repeat(200_000)])).toEqual({ from: a, to: b, why: 'too-many' });
});
