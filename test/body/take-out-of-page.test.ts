// Our block goes from a page of the wiki, and what people wrote stays as it was before it came.
import * as fc from 'fast-check';
import { mergeIntoPage, takeOutOfPage } from '../../src/body/merge-block.ts';

const BLOCK = { kind: 'block', name: 'release', text: '## Release 1.0\n\n- RC1' } as const;

function put(page: string): string {
  return mergeIntoPage(page, BLOCK);
}

/** All but blank lines. */
function words(lines: readonly string[]): string[] {
  return lines.filter((text) => text.trim() !== '');
}

test.each([
  ['an empty page', ''],
  ['a page of people', '# Ours\n\nHello.\n'],
  ['line ends of Windows', '# Ours\r\n\r\nHello.\r\n'],
])('%s is as before', (_, page) => {
  expect(takeOutOfPage(put(page), 'release')).toBe(page);
});

test('a blank line at the end can be ours or theirs: it goes', () => {
  expect(takeOutOfPage(put('# Ours\n\n'), 'release')).toBe('# Ours\n');
});

test('a page without a line end gets one, which is no word of ours', () => {
  expect(takeOutOfPage(put('Hello'), 'release')).toBe('Hello\n');
});

test('what stands below the block stays below what stands above it', () => {
  const page = `${put('Above.\n')}\nBelow.\n`;
  expect(takeOutOfPage(page, 'release')).toBe('Above.\n\nBelow.\n');
});

test('every one that was doubled goes; another block, an example and a page without it stay', () => {
  expect(takeOutOfPage(`${put('')}\n${put('')}`, 'release')).toBe('');
  const example = `\`\`\`\n${put('')}\`\`\`\n`;
  expect(takeOutOfPage(example, 'release')).toBe(example);
  const other = put('').replaceAll('release ', 'other ').replaceAll('end release', 'end other');
  expect(takeOutOfPage(other, 'release')).toBe(other);
});

test('a law: no line of people is lost, whatever they wrote', () => {
  const line = fc.string({ maxLength: 12 }).filter((text) => !/[\r\n\v\f]|relcomms|```|~~~|<|`/.test(text));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 6 }), (lines) => {
      const page = lines.map((text) => `${text}\n`).join('');
      const kept = takeOutOfPage(put(page), 'release').split('\n');
      expect(words(kept)).toEqual(words(lines));
    }),
  );
});
