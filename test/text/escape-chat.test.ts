// Text from outside in the Markdown of chats: it reads the same, and nothing in it is live.
import * as fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { chatLink, chatStart, escapeChat } from '../../src/text/escape-chat.ts';
import { plainLine } from '../../src/text/plain-line.ts';

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

const parse = (text: string): Node =>
  fromMarkdown(text, { extensions: [gfm()], mdastExtensions: [gfmFromMarkdown()] });

function nodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

const HOSTILE = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        '@all',
        '@everyone',
        '<@123>',
        '<!channel>',
        '![x](https://evil.example/p.png)',
        '[a](https://evil.example)',
        'https://evil.example',
        'www.evil.example',
        'a@b.example',
        '**',
        '__',
        '`',
        '~~',
        '||',
        ':tada:',
        '# ',
        '> ',
        '- ',
        '1. ',
        '&lt;',
        '&#64;',
        '<b>',
        '[',
        ']',
        '(',
        ')',
        '\\',
        '\n',
        '|',
        '---',
        '===',
        ' ',
        '!',
        'evil.example',
      ),
      fc.string({ maxLength: 8 }),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));

const RUNS = process.env['LONG'] === '1' ? 20_000 : 1_000;

test('a line has text alone, and the same to read', () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      const found = nodes(parse(chatStart(escapeChat(text))));
      expect(
        found.map(({ type }) => type).filter((type) => !['root', 'paragraph', 'text'].includes(type)),
      ).toEqual([]);
      const read = found
        .map(({ value = '' }) => value)
        .join('')
        .replaceAll('\u200b', '');
      expect(read.trim()).toBe(plainLine(text).trim());
    }),
    { numRuns: RUNS },
  );
});

test('nothing mentions anybody', () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      expect(escapeChat(text)).not.toMatch(/[@\uFF20](?!\u200b)|<(?!\u200b)|:\/\/|:[a-z]+:/);
    }),
    { numRuns: RUNS },
  );
});

test('a link has the one address that it was given', () => {
  fc.assert(
    fc.property(HOSTILE, (label) => {
      const links = nodes(parse(chatLink(label, 'https://github.com/acme/demo_(1)'))).flatMap(
        ({ url }) => url ?? [],
      );
      expect(links).toEqual(['https://github.com/acme/demo_%281%29']);
    }),
    { numRuns: RUNS },
  );
  expect(chatLink('a', 'javascript:alert(1)')).toBe('a');
});
