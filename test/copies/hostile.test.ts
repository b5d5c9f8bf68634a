// Hostile files: no text takes longer than its length allows, and none breaks the finder.
import type { CopyFormat } from '../../src/copies/copied-release.ts';
import { findDates } from '../../src/copies/find-dates.ts';
import { aRelease } from '../support/copies/releases.ts';

const HALF = 512 * 1024;

const PIECES: readonly (readonly [CopyFormat, string])[] = [
  ['markdown', '| Code freeze | Nov 3, 2026 |\n'],
  ['markdown', '- Code freeze: 3 Nov 2026\n'],
  ['markdown', '<!--'],
  ['markdown', '| ~~Nov 3'],
  ['markdown', '# 1.34 '],
  ['markdown', '[[[(('],
  ['markdown', '1-1-1-'],
  ['markdown', '| a | b |\n|---|---|\n'],
  ['markdown', '---\ncode-freeze: 2026-11-03\n'],
  ['yaml', 'code-freeze: 2026-11-03\n'],
  ['yaml', '- {name: Code freeze, date: 2026-11-03}\n'],
  ['yaml', '- [Code freeze, 2026-11-03]\n'],
  ['yaml', '&a [*a, '],
  ['yaml', '['],
  ['json', '{"a":'],
  ['json', '{"date":"2026-11-03","title":"Code freeze"},'],
  ['ics', 'BEGIN:VEVENT\nSUMMARY:Code freeze\nDTSTART:20261103\nEND:VEVENT\n'],
  ['ics', 'SUMMARY:a\n b\n'],
  ['ics', 'BEGIN:VEVENT\nSUMMARY:\n '],
];

test.each(PIECES)('%s of nothing but %j', (format, piece) => {
  const around = { path: `a.${format}`, others: [aRelease('1.33.0')] };
  const timed = (size: number): number => {
    const begun = performance.now();
    findDates(piece.repeat(Math.floor(size / piece.length)), format, aRelease('1.34.0'), around);
    return performance.now() - begun;
  };
  timed(HALF / 64);
  const [part, whole] = [timed(HALF / 32), timed(HALF / 4)];
  // Eight times the text takes eight times as long, and by chance twice that; a square would be 64 times.
  expect(whole / Math.max(part, 20)).toBeLessThan(24);
});

test('a longer text is not read, and what is no YAML is not either', () => {
  const around = { path: 'a.md', others: [] };
  expect(findDates('a'.repeat(HALF + 1), 'markdown', aRelease('1.34.0'), around)).toBeUndefined();
  expect(findDates('a: [', 'yaml', aRelease('1.34.0'), around)).toBeUndefined();
});
