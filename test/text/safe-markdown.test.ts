// Notes of tasks as Markdown: what stays, and that nothing in them is live.
import * as fc from 'fast-check';
import type { Nodes } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { plainLine } from '../../src/text/plain-line.ts';
import { safeLine, safeMarkdown } from '../../src/text/safe-markdown.ts';
import { rounds } from '../support/long.ts';

test.each([
  ['One line, as most are.', 'One line, as most are.'],
  ['One\ntwo\n\nthree', 'One\ntwo\n\nthree'],
  ['Ask @alice about #12.', 'Ask @&#8203;alice about #&#8203;12.'],
  ['Run `git push origin v1.0.0`', 'Run `git push origin v1.0.0`'],
  ['a `` b ` c `` d', 'a ``b ` c`` d'],
  ['`a | b`', '`a | b`'],
  ['See [the guide](https://example.com/a_(b)).', 'See [the guide](<https://example.com/a_(b)>).'],
  ['See https://example.com/x.', 'See [https:&#8203;//example.com/x](<https://example.com/x>).'],
  ['[bad](javascript:alert(1)) [too](http://example.com)', 'bad too'],
  ['# Title\n\ntext', '**Title**\n\ntext'],
  ['1. one\n2. two\n   - deep', '1. one\n2. two\n   - deep'],
  ['- [ ] box', String.raw`- \[ \] box`],
  ['```sh\nmake release\n  VERSION=1\n```', '```sh\nmake release\n  VERSION=1\n```'],
  ['````\n```\n````', '````\n```\n````'],
  ['```\n<!-- relcomms:x -->\n```', '```\n<! -- relcomms:x -- >\n```'],
  ['<b>bold</b>', '&lt;b&gt;bold&lt;/b&gt;'],
  ['<!-- /relcomms:task -->', '&lt;!-- /relcomms:task --&gt;'],
  ['> quoted\n> more', '> quoted\n> more'],
  ['**bold** and *soft*.', '**bold** and *soft*.'],
  ['un*frigging*believable, **a *b* c**', 'unfriggingbelievable, **a b c**'],
  ['![shot](https://example.com/a.png)', '[shot](<https://example.com/a.png>)'],
])('%p becomes %p', (from, to) => {
  expect(safeMarkdown(from)).toBe(to);
});

test.each([
  [
    'Run `make` and **check** [it](https://example.com).',
    'Run `make` and **check** [it](<https://example.com>).',
  ],
  [
    'Ask @alice about #12 <!-- /relcomms:task -->',
    'Ask @&#8203;alice about #&#8203;12 &lt;!-- /relcomms:task --&gt;',
  ],
  ['`<!-- relcomms:task a b -->`', '`<! -- relcomms:task a b -- >`'],
  ['- one\ntwo', String.raw`\- one two`],
  ['# Title', String.raw`\# Title`],
])('of %p one line stays: %p', (from, to) => {
  expect(safeLine(from)).toBe(to);
});

function parse(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });
}

function all(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(all) : [])];
}

const PIECES = fc.constantFrom(
  '@alice ',
  '#12 ',
  'acme/demo#3 ',
  '`',
  '```',
  '``` sh\n',
  '*',
  '**',
  '_',
  '[',
  '](https://a.example/b)',
  '<b>',
  '<!--',
  '-->',
  '<!-- relcomms:task -->',
  '\n',
  '\n\n',
  '- ',
  '- [ ] ',
  '1. ',
  '> ',
  '    ',
  '\t',
  '| a | b |\n| - | - |\n',
  'https://a.example/@bob ',
  'www.example.com ',
  '/release slip rc1 +1d\n',
  '# ',
  '***\n',
  '===\n',
  '~~',
  '\\',
  '&lt;',
  '\u202e',
  '\0',
);
const NOTES = fc
  .array(fc.oneof(PIECES, fc.string({ maxLength: 8 })), { maxLength: 40 })
  .map((parts) => parts.join(''));

test('nothing in it is live: no HTML, mention, box, table, marker or foreign address', () => {
  fc.assert(
    fc.property(NOTES, (notes) => {
      const safe = safeMarkdown(notes);
      expect(safe).not.toContain('<!--');
      const nodes = all(parse(safe));
      const types = new Set(nodes.map(({ type }) => type));
      for (const type of [
        'html',
        'table',
        'delete',
        'image',
        'footnoteReference',
        'footnoteDefinition',
        'definition',
      ])
        expect(types).not.toContain(type);
      for (const node of nodes) {
        const seen = {
          box: node.type === 'listItem' ? (node.checked ?? null) : null,
          url: node.type === 'link' && !node.url.startsWith('https://') ? node.url : '',
          mention:
            node.type === 'text' ? (/(?:^|[^\w`])(?:@[A-Za-z0-9]|#\d)/.exec(node.value)?.[0] ?? '') : '',
        };
        expect(seen).toEqual({ box: null, url: '', mention: '' });
      }
    }),
    { numRuns: rounds(500, 8000) },
  );
});

/** Without what white space and escaping change. */
function wordsOf(markdown: string): string {
  return all(fromMarkdown(markdown))
    .map((node) => ('value' in node ? plainLine(node.value) : ''))
    .join('')
    .replaceAll(/[\s\u200b]+/g, '');
}

test('its words stay', () => {
  const sentences = fc.array(fc.stringMatching(/^[A-Za-z0-9 .,@#*_`()<>&-]{0,30}$/), { maxLength: 6 });
  fc.assert(
    fc.property(sentences, (lines) => {
      const text = lines.join('\n');
      expect(wordsOf(safeMarkdown(text))).toBe(wordsOf(text));
    }),
    { numRuns: rounds(500, 8000) },
  );
});
