// The fewest people whose approvals are enough: exact for few, near for many, always the same.
import * as fc from 'fast-check';
import { smallestCover } from '../../src/owners/smallest-cover.ts';

test('one person who stands everywhere is enough', () => {
  expect(smallestCover([['alice', 'bob'], ['bob'], ['carol', 'bob']], ['alice', 'bob', 'carol'])).toEqual([
    'bob',
  ]);
});

test('two are better than three, where taking the most helpful first would take three', () => {
  const groups = [
    ['a', 'x'],
    ['a', 'x'],
    ['a', 'y'],
    ['a', 'y'],
    ['b', 'x'],
    ['c', 'y'],
  ];
  expect(smallestCover(groups, ['a', 'b', 'c', 'x', 'y'])).toEqual(['x', 'y']);
});

test('between equals the earlier candidate is named', () => {
  expect(smallestCover([['alice', 'bob']], ['bob', 'alice'])).toEqual(['bob']);
});

test('a group that no candidate stands in changes nothing', () => {
  expect(smallestCover([['frank'], ['alice']], ['alice'])).toEqual(['alice']);
  expect(smallestCover([['frank']], ['alice'])).toEqual([]);
  expect(smallestCover([], ['alice'])).toEqual([]);
});

const names = fc.uniqueArray(fc.constantFrom(...Array.from('abcdefghijklmnopqrstuvwxyz')), {
  minLength: 1,
  maxLength: 20,
});

test('every group has one of the chosen, each of whom is needed for some, whatever the groups', () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(fc.nat(19), { minLength: 1, maxLength: 5 }), { maxLength: 12 }),
      names,
      (raw, all) => {
        const groups = raw.map((members) => members.map((index) => all[index % all.length] ?? ''));
        const chosen = smallestCover(groups, all);
        expect(groups.every((group) => group.some((member) => chosen.includes(member)))).toBe(true);
        expect(smallestCover(groups.toReversed(), all)).toEqual(chosen);
        expect(chosen.length).toBeLessThanOrEqual(groups.length);
      },
    ),
  );
});

test('no smaller set would do while there are few', () => {
  const few = fc.array(fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), { minLength: 1 }), {
    maxLength: 7,
  });
  fc.assert(
    fc.property(few, (groups) => {
      const all = ['a', 'b', 'c', 'd', 'e', 'f'];
      const subsets = Array.from({ length: 64 }, (_, bits) =>
        all.filter((__, index) => ((bits >> index) & 1) === 1),
      );
      const sizes = subsets
        .filter((set) => groups.every((group) => group.some((member) => set.includes(member))))
        .map((set) => set.length);
      expect(smallestCover(groups, all)).toHaveLength(Math.min(...sizes));
    }),
  );
});
