// Ticks of our items, read from a body in which people doubled lines.
import { readTicks, setTicks, tick, tickedIds } from '../../src/body/ticks.ts';

const line = (box: string, id: string) =>
  `- [${box}] <!-- relcomms:task ${id} week-1 -->${id}<!-- /relcomms:task -->`;

test.each([
  ['the first of them', ['x', ' ']],
  ['the second', [' ', 'x']],
  ['both', ['x', 'x']],
])('of a doubled line done wins: %s', (_, boxes) => {
  const body = boxes.map((box) => line(box, 'a')).join('\n');
  expect(readTicks(body)).toEqual(new Map([['a', true]]));
});

test('a doubled line that nobody ticked is not done', () => {
  const body = [line(' ', 'a'), line(' ', 'a'), line('x', 'b')].join('\n');
  expect(readTicks(body)).toEqual(
    new Map([
      ['a', false],
      ['b', true],
    ]),
  );
  expect(tickedIds(body)).toEqual(new Set(['b']));
});

test('boxes are set and cleared, and nothing else changes', () => {
  const body = `Words.\n${line(' ', 'a')}\n${line('x', 'b')}\n${line(' ', 'c')}`;
  expect(tick(body, new Set(['a']))).toBe(body.replace(line(' ', 'a'), line('x', 'a')));
  expect(
    setTicks(
      body,
      new Map([
        ['b', false],
        ['c', false],
      ]),
    ),
  ).toBe(body.replace(line('x', 'b'), line(' ', 'b')));
});
