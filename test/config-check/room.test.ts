// What is left out of a text for want of room is counted, and nothing is left out where there is room.
import { cutLines, firstOf } from '../../src/config-check/room.ts';

test.each([
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
  [
    ['a', 'b', 'c'],
    ['a', 'b', 'and 1 more'],
  ],
  [
    ['a', 'b', 'c', 'd'],
    ['a', 'b', 'and 2 more'],
  ],
])('of %j the first two stand there', (items, shown) => {
  expect(firstOf(2, items)).toEqual(shown);
});

test.each([
  [8, ['éa', 'bcd']],
  [7, ['éa', '1 left']],
  [3, ['2 left']],
])('in %i bytes, each line with its end', (room, shown) => {
  expect(cutLines(room, ['éa', 'bcd'], (count) => `${count} left`)).toEqual(shown);
});
