// What is remembered of bodies that were read is nobody's to change.
import { joinLines, splitLines } from '../../src/body/split-lines.ts';

const BODY = 'First\r\n\r\n```\ncode\n```\nLast';

test('a list that its caller changes is not what the next one gets', () => {
  const lines = splitLines(BODY);
  lines.splice(0, 2);
  expect(joinLines(splitLines(BODY))).toBe(BODY);
  expect(splitLines(BODY)).not.toBe(splitLines(BODY));
});

test('bodies that were read long ago are read anew, to the same lines', () => {
  const before = splitLines(BODY);
  for (let number = 0; number < 100; number++) splitLines(`${BODY} ${number}`);
  expect(splitLines(BODY)).toEqual(before);
});
