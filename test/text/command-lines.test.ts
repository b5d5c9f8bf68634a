// Which lines of a comment are commands, and how long it takes to say so.
import { commandLines } from '../../src/text/command-lines.ts';
import { growthOf } from '../support/growth.ts';

test.each([
  ['a line', '/release help', ['/release help']],
  [
    'two, and words between',
    '/release help\nThank you.\n/release status',
    ['/release help', '/release status'],
  ],
  ['CRLF', 'Hello\r\n/release help\r\n', ['/release help']],
  ['three spaces', '   /release help', ['/release help']],
  ['behind a span of code', '`a`\n/release help', ['/release help']],
  ['backticks that nothing closes', '`a\n/release help', ['/release help']],
  ['below a line that begins with a span of three backticks', '```a``` b\n/release help', ['/release help']],
  ['behind a fence that its list item ends', '- ```\n  code\n\n/release help', ['/release help']],
  ['brackets that are no link', '[a\n/release help\nb]', ['/release help']],
])('%s: heard', (_, body, expected) => {
  expect(commandLines(body)).toEqual(expected);
});

test.each([
  ['in a fence', '```\n/release help\n```'],
  ['in indented code', '    /release help'],
  ['in a span of code', '`a\n/release help\nb`'],
  ['in a quote', '> /release help'],
  ['in a paragraph of a quote', '> a\n/release help'],
  ['in a list', '- /release help'],
  ['in a comment', '<!--\n/release help\n-->'],
  ['in a comment within a paragraph', 'a <!--\n/release help\n-->'],
  ['in pre', '<pre>\n/release help\n</pre>'],
  ['in details without a blank line', '<details>\n/release help\n</details>'],
  ['in a heading', '/release help\n==='],
  ['in a link', '[a\n/release help\nb](https://example.org)'],
  ['in a table', '| a |\n|---|\n/release help'],
  ['in a footnote', '[^1]: a\n/release help'],
  ['in a sentence', 'write /release help'],
  ['another word', '/releases help'],
])('%s: not heard', (_, body) => {
  expect(commandLines(body)).toEqual([]);
});

/** Texts of any length that parsers of Markdown are slow with. */
const SHAPES: Readonly<Record<string, (length: number) => string>> = {
  'nested lists': (n) => `/release \n${'- '.repeat(n / 2)}`,
  'nested quotes': (n) => `/release\n\n${'> '.repeat(n / 2)}`,
  'nested lists and blank lines': (n) => `${'- '.repeat(n / 4)}${'\n'.repeat(n / 2)}/release help`,
  'nested lists and lines that go on': (n) => `${'- '.repeat(100)}a\n${'b\n'.repeat(n / 2)}/release`,
  brackets: (n) => `/release help\n${'['.repeat(n)}`,
  'links that end nowhere': (n) => `/release help\n${'[a](b'.repeat(n / 5)}`,
  'titles that end nowhere': (n) => `/release help\n${'[a](x "'.repeat(n / 7)}`,
  'addresses that end nowhere': (n) => `/release help\n${'[a](<b'.repeat(n / 6)}`,
  'labels that end nowhere': (n) => `/release help\n${'[a]['.repeat(n / 4)}`,
  'links in links': (n) => `/release help\n${'['.repeat(n / 8)}${'](b)'.repeat(n / 8)}`,
  'runs of backticks, each longer': (n) =>
    `/release help\n${Array.from({ length: Math.sqrt(n * 2) }, (_, length) => '`'.repeat(length)).join(' ')}`,
  'code and commands in turn': (n) => '`a`\n/release x\n'.repeat(n / 15),
  'comments that end nowhere': (n) => `/release help\n${'<!--'.repeat(n / 4)}`,
  'tags that end nowhere': (n) => `/release help\n${'<a '.repeat(n / 3)}`,
  'attributes that end nowhere': (n) => `/release help\n<a ${'x="y" '.repeat(n / 6)}`,
  'signs of tags': (n) => `/release help\n${'<'.repeat(n)}`,
  'rows of a table': (n) => `| a |\n|---|\n${'| a |\n'.repeat(n / 6)}\n/release`,
  'cells of a table': (n) => `/release help\n${'|-'.repeat(n / 2)}`,
  commands: (n) => '/release help\n'.repeat(n / 14),
  headings: (n) => `/release\n${'a\n=\n'.repeat(n / 4)}`,
  fences: (n) => `/release\n${'```\n'.repeat(n / 4)}`,
  tabs: (n) => `/release\n${'\t'.repeat(n)}`,
  'one word': (n) => `/release\n${'x'.repeat(n)}`,
};

test.each(Object.keys(SHAPES))('%s: the time grows with the length alone', (name) => {
  const growth = growthOf((length) => SHAPES[name]?.(length) ?? '', commandLines, 65_536);
  process.stdout.write(`${name}: ${growth.milliseconds.toFixed(1)} ms of CPU for 65,536 characters\n`);
  expect(growth.order).toBeLessThan(1.5);
});
