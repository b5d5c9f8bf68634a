// The changed lines of a text.
import * as fc from 'fast-check';
import { changedLines } from '../../src/config/splice-diff.ts';

test('lines that went and came, with their numbers', () => {
  expect(changedLines('a\nb\nc\nd\ne\n', 'a\nB\nc\nd\nd2\ne\n')).toEqual([
    { sign: '-', line: 2, text: 'b' },
    { sign: '+', line: 2, text: 'B' },
    { sign: '+', line: 5, text: 'd2' },
  ]);
  expect(changedLines('a\r\nb', 'a\nb')).toEqual([]);
  expect(changedLines('', 'a')).toEqual([
    { sign: '-', line: 1, text: '' },
    { sign: '+', line: 1, text: 'a' },
  ]);
});

test('they lead from one text to the other', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = changedLines(before.join('\n'), after.join('\n'));
      const gone = new Set(changes.filter(({ sign }) => sign === '-').map(({ line }) => line));
      const rest: string[] = before.filter((_, index) => !gone.has(index + 1));
      for (const { sign, line, text: words } of changes) if (sign === '+') rest.splice(line - 1, 0, words);
      expect(rest).toEqual(after);
    }),
  );
});
