// Mentions of quiet people become plain names; code, comments, addresses, teams and every other byte stay.
import * as fc from 'fast-check';
import { hushMentions } from '../../src/text/hush-mentions.ts';
import { mention } from '../../src/text/mention.ts';
import { mentionsIn } from '../../sandbox/mail/mentions.ts';
import { anyText } from '../support/any-text.ts';

const isQuiet = (login: string): boolean => ['bob', 'carol', 'octo_acme'].includes(login.toLowerCase());

test.each([
  ['@bob', 'bob'],
  ['@BOB and @alice, @Carol.', 'BOB and @alice, Carol.'],
  ['(@bob), **@bob**: _@bob_ ~~@bob~~', '(bob), **bob**: _bob_ ~~bob~~'],
  ['@octo_acme', String.raw`octo\_acme`],
  [String.raw`\@bob &#64;bob &#x40;bob &commat;bob`, 'bob bob bob bob'],
  ['-@bob @@bob', '-bob bob'],
  ['| a | @bob |\n| - | - |\n| @bob | `@bob` |', '| a | bob |\n| - | - |\n| bob | `@bob` |'],
  ['> @bob\n> - @bob\n>   @bob', '> bob\n> - bob\n>   bob'],
  [
    '<details><summary>@bob</summary>\n\n@bob\n</details>',
    '<details><summary>bob</summary>\n\nbob\n</details>',
  ],
  [String.raw`\`@bob\``, String.raw`\`bob\``],
  ['```` ` @bob ```', '```` ` bob ```'],
])('%j becomes %j', (before, after) => {
  expect(hushMentions(before, isQuiet)).toBe(after);
});

test.each([
  '`@bob`',
  '``a ` @bob``',
  '```\n@bob\n```',
  '~~~\n@bob\n~~~',
  '    @bob',
  '<!-- relcomms:told @bob -->',
  'a <!-- @bob --> b',
  '<a title="@bob">x</a>',
  'bob@bob.example, me@bob',
  'https://example.org/@bob',
  '[@bob](<https://example.org>)',
  '@acme/bob @bob/api',
  '@bobby @bob-x @bob_x1 @xbob',
  '@&#8203;bob',
])('%j stays as it is', (text) => {
  expect(hushMentions(text, isQuiet)).toBe(text);
});

/** Pieces of a text of ours, with what each becomes. */
const piece: fc.Arbitrary<readonly [before: string, after: string]> = fc.oneof(
  fc
    .constantFrom('bob', 'Bob', 'CAROL', 'alice', 'dave')
    .map((login) => [mention(login), isQuiet(login) ? login : mention(login)] as const),
  fc
    .constantFrom(
      '`@bob`',
      'a <!-- @bob --> b',
      '@acme/api',
      'plain words',
      '**strong**',
      '[x](<https://x.example/@bob>)',
      'a@bob.example',
      '@&#8203;bob',
    )
    .map((text) => [text, text] as const),
);

test('law: whatever stands between, no quiet person is mentioned, and every other piece stays byte for byte', () => {
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 12 }),
      fc.constantFrom(' ', ', ', '\n', '\n\n', '\n- '),
      (pieces, gap) => {
        const before = pieces.map(([text]) => text).join(gap);
        const after = hushMentions(before, isQuiet);
        expect(after).toBe(pieces.map(([, text]) => text).join(gap));
        expect(mentionsIn(after).filter((name) => isQuiet(name))).toEqual([]);
      },
    ),
  );
});

test.each(['@@bob', '@@@bob', '&#64;@bob', String.raw`\@@bob`])('%s leaves no @ before the name', (text) => {
  expect(hushMentions(text, isQuiet)).toBe('bob');
});

test('law: in any text at all with mentions anywhere nobody quiet is mentioned, and a second time changes nothing', () => {
  const bits = fc.array(
    fc.oneof(
      anyText(8),
      fc.constantFrom(
        '@bob',
        '@Carol',
        '@alice',
        '`',
        '\n',
        '<!--',
        '-->',
        '<b>',
        '[',
        '](',
        ')',
        '\\',
        '|',
        '    ',
      ),
    ),
    { maxLength: 14 },
  );
  fc.assert(
    fc.property(bits, (all) => {
      const before = all.join('');
      const after = hushMentions(before, isQuiet);
      expect(mentionsIn(after).filter((name) => isQuiet(name))).toEqual([]);
      expect(hushMentions(after, isQuiet)).toBe(after);
      expect(after.replaceAll('@', '').length).toBeLessThanOrEqual(before.replaceAll('@', '').length);
    }),
    { numRuns: 400 },
  );
});
