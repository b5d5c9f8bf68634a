// Where a block of ours ends: at its end marker, and without it where its own count says.
import { findBlock } from '../../src/body/body-lines.ts';
import { splitLines } from '../../src/body/split-lines.ts';

function endOf(...lines: readonly string[]): number | undefined {
  return findBlock(splitLines(lines.join('\n')), 'status')?.end;
}

test.each([
  ['with nothing in it', ['<!-- relcomms:begin status 0 -->', '<!-- relcomms:end status -->', 'Theirs.'], 2],
  [
    'with a line in it',
    ['<!-- relcomms:begin status 1 -->', 'Ours.', '<!-- relcomms:end status -->', 'Theirs.'],
    3,
  ],
])('a block %s reaches to its end marker, and no further', (_, lines, end) => {
  expect(endOf(...lines)).toBe(end);
});

test.each([
  ['its own count says', ['<!-- relcomms:begin status 2 -->', 'Ours.', 'Ours.', 'Theirs.'], 3],
  [
    'another block begins',
    ['<!-- relcomms:begin status 3 -->', 'Ours.', '<!-- relcomms:begin dates 1 -->', 'Dates.', 'Theirs.'],
    2,
  ],
  ['the text ends', ['<!-- relcomms:begin status 9 -->', 'Ours.'], 2],
])('without its end marker a block reaches to where %s', (_, lines, end) => {
  expect(endOf(...lines)).toBe(end);
});
