// Values of our own hidden data, as far as they can be what they should be.
import { countIn, instantIn, isInstant } from '../../src/memory/read-value.ts';

test('an instant is a whole number of milliseconds between 1970 and 9999', () => {
  const given = [0, 1, 253_402_300_799_999, -1, 253_402_300_800_000, 0.5, Number.NaN, '0', null, undefined];
  expect(given.filter((value) => isInstant(value))).toEqual([0, 1, 253_402_300_799_999]);
  expect(instantIn({ at: 0 }, 'at')).toBe(0);
  expect(instantIn({ at: 'soon' }, 'at')).toBeUndefined();
});

test('a count is whole, from the least on, and not beyond measure', () => {
  const given = [-1, 0, 1, 2, 2.5, 1_000_000_000, 1_000_000_001, '2'];
  expect(given.map((value) => countIn({ n: value }, 'n'))).toEqual([
    undefined,
    0,
    1,
    2,
    undefined,
    1_000_000_000,
    undefined,
    undefined,
  ]);
  expect([countIn({ n: 0 }, 'n', 1), countIn({ n: 1 }, 'n', 1)]).toEqual([undefined, 1]);
});
