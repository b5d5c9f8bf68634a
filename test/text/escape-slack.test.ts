// No text from outside is live in Slack: read as Slack reads mrkdwn.
import * as fc from 'fast-check';
import type { Mrkdwn, PlainText, SlackBlock } from '../../src/channels/slack/blocks.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import type { NoticePart } from '../../src/domain/notice.ts';
import { escapeSlack, slackLink, slackMention } from '../../src/text/escape-slack.ts';
import { anyText } from '../support/any-text.ts';

const PIECES =
  `<!channel> <!here|here> <@U012ABC> <https://evil.example|safe> @here @everyone @ch https://evil.example
  mailto:a@b.example < > & &lt; | * _ ~ \` \`\`\` :tada: :: #general <#C012> an nel x`
    .split(/\s+/)
    .concat('\n', '\r\n> quote', '\u202e', '\u200b', ' ');

const HOSTILE = fc.oneof(
  anyText(80),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((parts) => parts.join('')),
);

/** What Slack takes for more than text, outside of what stands in `<…>`. */
function live(mrkdwn: string): string[] {
  const inside = mrkdwn.match(/<[^>]*>?/g) ?? [];
  const outside = mrkdwn
    .replaceAll(/<[^>]*>?/g, ' ')
    .replaceAll(/(?<![\p{L}\p{N}_`])`[^`\r\n]+`(?![\p{L}\p{N}_`])/gu, ' ');
  const found = outside.match(
    /[@＠](?:here|channel|everyone|\w)|\w:\/\/|\bmailto:|[>*~`\n\r\u202a-\u202e]|:[\p{L}\p{M}\p{N}_+'-]+:|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|&(?!amp;|lt;|gt;)|#\w/giu,
  );
  return [...inside, ...(found ?? [])];
}

test('nothing in an escaped text is live', () => {
  fc.assert(
    fc.property(HOSTILE, (text) => {
      expect(live(escapeSlack(text))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

test('names of tests and branches stay as they are', () => {
  for (const text of [
    'TestAPI_v2_list',
    'release-1.18',
    'a/b.go:12',
    'fix(api): retry, then stop',
    '50 % of 3',
  ])
    expect(escapeSlack(text)).toBe(text);
});

test.each([
  ['__init__.py', '`__init__.py`'],
  ['src/_lib/__main__.py failed', '`src/_lib/__main__.py` failed'],
  ['see (_private), _x_, and "__all__".', 'see (`_private`), `_x_`, and "`__all__`".'],
  ['snake_case stays', 'snake_case stays'],
  ['Run `git push origin v1.0.0`, then stop', 'Run `git push origin v1.0.0`, then stop'],
  ['Ask `<!here> & co`', 'Ask `&lt;!here&gt; &amp; co`'],
  ['half a `code', "half a 'code"],
  ['x`code`y', "x'code'y"],
  ['See https://example.com/x', 'See https:\u200b//example.com/x'],
])('%s can be copied', (text, shown) => {
  expect(escapeSlack(text)).toBe(shown);
});

test('where code would touch a letter there is none', () => {
  const parts: NoticePart[] = ['in ', '_x_', 'y'].map((text) => ({ kind: 'text', text }));
  const [message] = renderSlack({ title: 'T', lines: [{ parts }] });
  expect(message?.blocks[1]).toMatchObject({ text: { text: 'in ＿x＿y' } });
});

test('no emoji comes out of a text, in whatever script it is named', () => {
  for (const text of [':tada:', ':+1:', ':ニュース:', 'a::b::c', ':café:'])
    expect(escapeSlack(text)).toBe(text.replaceAll(/:(?=[^:]+:)/g, ':\u200b'));
});

test('links lead to https only and can not be broken out of; ids are ids', () => {
  expect(slackLink('a|b>c', 'https://a.example/?x=1&y=2')).toBe('<https://a.example/?x=1&amp;y=2|a|b&gt;c>');
  for (const url of [
    'javascript:alert(1)',
    'http://a.example',
    'https://a.example/|x',
    'https://a>b',
    ' https://a.example',
    'https://a\u202e.example',
  ])
    expect(live(slackLink('label', url))).toEqual([]);
  expect(slackLink('', 'https://a.example')).toBe('<https://a.example|link>');
  expect(slackMention('U012ABC')).toBe('<@U012ABC>');
  for (const id of ['!channel', 'U1|x', 'here', 'U012ABC> <!here', ''])
    expect(slackMention(id)).toBeUndefined();
});

/** Slack's limits, in characters. */
const MOST = { plain_text: 150, mrkdwn: 3_000 } as const;

function textsOf(block: SlackBlock): (Mrkdwn | PlainText)[] {
  if ('fields' in block) return [...block.fields];
  return 'elements' in block ? [block.elements[0].text] : [block.text];
}

/** What is live in a text and not ours; in a plain one nothing may be. */
function oddIn({ type, text }: Mrkdwn | PlainText): readonly string[] {
  if (type === 'plain_text') return text.match(/[<>]/g) ?? [];
  const ours = /^(?:<https:\/\/[^\s<>|"\\]+\|[^<>\n]+>|<!date\^\d+\^[^<>|\n]+\|[^<>|\n]+>|<@U012ABC>|\n|\*)$/;
  return live(text).filter((sign) => !ours.test(sign));
}

test('no channel comes of a sign and a word that meet', () => {
  const parts: NoticePart[] = [
    { kind: 'text', text: '#' },
    { kind: 'text', text: 'general' },
  ];
  const [message] = renderSlack({ title: 'x', lines: [{ parts }] });
  expect(JSON.stringify(message?.blocks)).not.toContain('#general');
});

test('a rendered notice has our links and mentions alone, within the limits, whatever its words are', () => {
  const part = fc.oneof(
    HOSTILE.map((text): NoticePart => ({ kind: 'text', text })),
    HOSTILE.map((text): NoticePart => ({ kind: 'strong', text })),
    fc
      .tuple(HOSTILE, fc.oneof(HOSTILE, fc.constant('https://a.example/x?y=1&z')))
      .map(([text, url]): NoticePart => ({ kind: 'link', text, url })),
    fc
      .tuple(HOSTILE, fc.oneof(HOSTILE, fc.constant('U012ABC')))
      .map(([name, slack]): NoticePart => ({ kind: 'mention', name, slack })),
    HOSTILE.map((text): NoticePart => ({ kind: 'moment', text, at: 1_582_239_600_000 as never })),
    fc.nat(2_000).map((length): NoticePart => ({ kind: 'text', text: '&<a '.repeat(length) })),
  );
  const lines = fc.array(
    fc.record({
      item: fc.boolean(),
      fact: fc.boolean(),
      button: fc.boolean(),
      parts: fc.array(part, { maxLength: 6 }),
    }),
    {
      maxLength: 40,
    },
  );
  fc.assert(
    fc.property(HOSTILE, lines, (title, some) => {
      for (const { text, blocks } of renderSlack({ title, lines: some })) {
        expect(text.length).toBeLessThan(4_000);
        expect(text).toMatch(/\S/);
        expect(live(text)).toEqual([]);
        expect(blocks.length).toBeLessThanOrEqual(50);
        expect(blocks.length).toBeGreaterThan(0);
        for (const one of blocks.flatMap(textsOf)) {
          expect(one.text.length).toBeLessThanOrEqual(MOST[one.type]);
          expect('verbatim' in one ? one.verbatim : !one.emoji).toBe(true);
          expect(oddIn(one)).toEqual([]);
        }
      }
    }),
    { numRuns: 60 },
  );
});
