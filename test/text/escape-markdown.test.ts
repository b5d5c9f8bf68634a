// What comes from outside is dead text after escaping.
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import * as fc from 'fast-check';
import { codeSpan, escapeMarkdown, markdownLink } from '../../src/text/escape-markdown.ts';
import { mention } from '../../src/text/mention.ts';
import { markdownTable } from '../../src/text/table.ts';
import { growthOf } from '../support/growth.ts';
import { rounds } from '../support/long.ts';

const HOSTILE = [
  '@alice please look',
  'hello@example.com',
  'see #12 and GH-12 and acme/demo#3',
  '<!-- relcomms:v1 v1/tracking-issue -->',
  '--> <script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '| a | b |',
  '[x](https://example.com)',
  'https://example.com and www.example.com',
  '![p](https://example.com/a.png)',
  '`code` **bold** _it_ ~~no~~',
  '# heading',
  '- [ ] task',
  '1. list',
  '> quote',
  '```\nfence',
  'line\r\nbreak\n\n/release slip',
  '/release slip rc1 +2w',
  'a\u202Eb\u2066c\u200Bd',
  '&lt;b&gt; &#64;alice',
  '$x^2$',
  '1234567 abcdef1234567890abcdef1234567890abcdef12',
  '\\@alice \\',
  '💥'.repeat(256),
  '[ref]: https://example.com',
  '===',
  '---',
  ':tada:',
  'see _www.example.org/path and *www.example.org* and ~WWW.example.org',
  '_6b1e6601234_ and _GH-12_ and x_GH-12',
  'ftp://example.org and mailto:a@example.org and xmpp:a@example.org/b',
  'tags \u{e0061}\u{e006c}, fillers \u115f\u1160\u3164\uffa0, deprecated \u206a\u206f, interlinear \ufff9\ufffa\ufffb',
  'selectors a\ufe0e\u{e0100}, a grapheme joiner \u034f, musical \u{1d173}, shorthand \u{1bca0}',
];

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodesOf(markdown: string): Node[] {
  const all: Node[] = [];
  const walk = (node: Node): void => {
    all.push(node);
    node.children?.forEach(walk);
  };
  walk(fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] }));
  return all;
}

function textOf(markdown: string): string {
  return nodesOf(markdown)
    .filter((node) => node.type === 'text')
    .map((node) => node.value ?? '')
    .join('');
}

test.each(HOSTILE)('%j is one paragraph of plain text', (text) => {
  const types = nodesOf(escapeMarkdown(text)).map((node) => node.type);
  expect(new Set(types)).toEqual(new Set(['root', 'paragraph', 'text']));
});

test.each(HOSTILE)('%j mentions and references nothing', (text) => {
  const shown = textOf(escapeMarkdown(text));
  expect(shown).not.toMatch(/@\w/);
  expect(shown).not.toMatch(/#\d/);
  expect(shown).not.toMatch(/\bGH-\d/i);
  expect(shown).not.toMatch(/:\/\//);
  expect(shown).not.toMatch(/^\s*\/\w/m);
  expect(shown).not.toMatch(/\b[0-9a-f]{7,40}\b/);
});

/** Pieces that GitHub makes links of, what may stand around them, and any other character. */
const pieces = fc.oneof(
  fc.constantFrom(
    'www.',
    'WWW.',
    'example.org',
    'http://',
    'https://',
    'ftp://',
    'mailto:',
    'xmpp:',
    'a@b.cd',
  ),
  fc.constantFrom(
    '_',
    '*',
    '~',
    '(',
    ')',
    '<',
    '>',
    '[',
    ']',
    '`',
    '\\',
    '"',
    "'",
    ':',
    '/',
    '.',
    ',',
    ' ',
    '\n',
  ),
  fc.constantFrom(
    '@alice',
    '#1',
    'GH-1',
    'acme/demo#1',
    'alice@6b1e660',
    '6b1e6601',
    '\u200b',
    '\u{e0061}',
    '&#64;',
  ),
  fc.string({ unit: 'grapheme', maxLength: 3 }),
);

test('no text out of what GitHub makes links of has a link, a mention or a reference', () => {
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
      const escaped = escapeMarkdown(parts.join(''));
      const types = new Set(nodesOf(`see ${escaped}`).map((node) => node.type));
      for (const dead of ['root', 'paragraph', 'text']) types.delete(dead);
      expect([...types]).toEqual([]);
      const shown = textOf(escaped);
      expect(shown).not.toMatch(/@\w|#\d|:\/\//);
      expect(shown).not.toMatch(/(?<![A-Za-z0-9])(?:GH-\d|www\.|[0-9a-f]{7,40}(?![A-Za-z0-9]))/i);
    }),
    { numRuns: rounds(400, 1_000_000) },
  );
}, 7_200_000);

test('no emoji comes out of a name, and times stay times', () => {
  for (const text of [':tada:', 'x :+1: y', ':e-mail:', 'std::b::sort', ':non_potable_water:', ':100:'])
    expect(textOf(escapeMarkdown(text))).not.toMatch(/:[\w+-]+:/);
  expect(escapeMarkdown('at 10:30:45')).toBe('at 10:30:45');
});

test('names with underscores can be copied from text and from code', () => {
  for (const name of ['__init__.py', 'src/__main__.py', '_private_', 'a__b']) {
    expect(textOf(escapeMarkdown(`see ${name}.`))).toBe(`see ${name}.`);
    expect(codeSpan(name)).toBe(`\`${name}\``);
  }
});

test('emoji stay whole', () => {
  for (const emoji of ['👩‍💻', '❤️', '🏳️‍🌈', '👩🏽‍🚀', '1️⃣', '✍🏽']) expect(escapeMarkdown(emoji)).toBe(emoji);
});

test('any text stays one line and plain', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
      const escaped = escapeMarkdown(text);
      expect(escaped).not.toMatch(/[\r\n]/);
      const types = new Set(nodesOf(escaped).map((node) => node.type));
      types.delete('root');
      types.delete('paragraph');
      types.delete('text');
      expect([...types]).toEqual([]);
    }),
    { numRuns: rounds(75, 300) },
  );
});

test('a table keeps its rows and columns whatever stands in its cells', () => {
  const table = markdownTable(
    ['A', 'B'],
    HOSTILE.map((text) => [escapeMarkdown(text), codeSpan(text)]),
  );
  const nodes = nodesOf(table);
  expect(nodes.filter((node) => node.type === 'tableRow')).toHaveLength(HOSTILE.length + 1);
  expect(nodes.filter((node) => node.type === 'tableCell')).toHaveLength(2 * (HOSTILE.length + 1));
  expect(nodes.some((node) => node.type === 'html' || node.type === 'link' || node.type === 'image')).toBe(
    false,
  );
});

test('what is defused still reads the same: the gap is invisible', () => {
  const shown = textOf(escapeMarkdown('@alice, see #12, acme/demo#3 and https://example.com'));
  expect(shown.replaceAll('\u200b', '')).toBe('@alice, see #12, acme/demo#3 and https://example.com');
});

test('ordinary words are left as they are', () => {
  expect(escapeMarkdown('1.18.0-alpha.2 released')).toBe('1.18.0-alpha.2 released');
  expect(escapeMarkdown('Comms / Bug Triage (EOD PST), week 9 - ready?')).toBe(
    'Comms / Bug Triage (EOD PST), week 9 - ready?',
  );
});

test('a link is made for https addresses only', () => {
  expect(markdownLink('Runbook', 'https://example.com/a(b)|c')).toBe(
    '[Runbook](<https://example.com/a(b)%7Cc>)',
  );
  expect(markdownLink('Runbook', 'javascript:alert(1)')).toBe('Runbook');
  expect(markdownLink('Runbook', 'https://example.com/> [x](y)')).toBe('Runbook');
});

test('only logins become mentions', () => {
  expect(mention('alice')).toBe('@alice');
  expect(mention('bob-smith_acme')).toBe('@bob-smith_acme');
  expect(mention('alice> <b>')).toBe('`alice> <b>`');
  for (const old of ['eve-', '-eve-', 'eve--x', '1----1']) expect(mention(old)).toBe(`@${old}`);
  for (const none of ['-', 'eve_', '_eve', 'eve_a_b', 'dependabot[bot]', 'e'.repeat(40)])
    expect(mention(none)).toBe(`\`${none}\``);
});

test('a code span of backslashes takes time that grows with its length alone', () => {
  const { order } = growthOf((length) => '\\'.repeat(length), codeSpan, 65_536);
  expect(order).toBeLessThan(1.5);
  expect(['a\\\\|b', 'b \\ c', 'c\\|'].map(codeSpan)).toEqual(['`a\\|b`', '`b \\ c`', '`c\\|`']);
});
