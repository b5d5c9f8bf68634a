// Runs without a workflow are of the family that they share most suites with.
import { familyOf } from '../../../../src/duties/failing-tests/history/family.ts';

const family = (suites: string, ...families: readonly [id: string, suites: string][]) =>
  familyOf(suites.split(' '), new Map(families.map(([id, known]) => [id, known.split(' ')] as const)));

test.each<[string, string | undefined, string | undefined]>([
  ['none shared', family('a b', ['x', 'c d']), undefined],
  ['all shared', family('a b', ['x', 'a b']), 'x'],
  ['half of the fewer, which are ours', family('a z', ['x', 'a b c d e f']), 'x'],
  ['half of the fewer, which are known', family('a b c d e f', ['x', 'a z']), 'x'],
  ['less than half', family('a y z', ['x', 'a b c d']), undefined],
  ['the most shared of two', family('a b c', ['x', 'a z'], ['y', 'a b']), 'y'],
  ['the first by name of equals', family('a b', ['y', 'a b'], ['x', 'a b']), 'x'],
  ['nobody is known', family('a b'), undefined],
])('%s', (_, found, expected) => {
  expect(found).toBe(expected);
});
