// Which lines of a body are checkboxes of people's own, and what they say.
import { addedLines } from '../../src/body/added-lines.ts';

const WEEK = (number: number) =>
  `### <!-- relcomms:group week-${number} -->Week ${number}<!-- /relcomms:group -->`;
const OURS = '- [ ] <!-- relcomms:task theme week-1 -->Settle the theme<!-- /relcomms:task -->';

const titles = (body: string) => addedLines(body).map(({ title }) => title);

test.each(['\n', '\r\n'])('with the group under whose heading they stand, and their tick (%j)', (eol) => {
  const body = [
    '- [ ] Above all',
    WEEK(1),
    '',
    OURS,
    '- [x] Call the venue',
    '',
    '#### Later',
    '* [ ] Still week 1',
    WEEK(2),
    '1. [X] Numbered',
    '   on two lines',
    '## Notes',
    '- [ ] Nowhere',
  ].join(eol);
  expect(addedLines(body)).toEqual([
    { title: 'Above all', ticked: false, group: undefined },
    { title: 'Call the venue', ticked: true, group: 'week-1' },
    { title: 'Still week 1', ticked: false, group: 'week-1' },
    { title: 'Numbered', ticked: true, group: 'week-2' },
    { title: 'Nowhere', ticked: false, group: undefined },
  ]);
});

const part = (words: string, id = 'week-1') =>
  `<!-- relcomms:group ${id} --></details>${words}<!-- /relcomms:group -->`;

test('below a part that folds, and behind the last of them', () => {
  const body = [
    part('<details><summary>Week 1</summary>'),
    OURS,
    '- [ ] Call the venue',
    '#### Later',
    '- [x] Still week 1',
    part('', 'end'),
    '- [ ] Nowhere',
  ].join('\n');
  expect(addedLines(body)).toEqual([
    { title: 'Call the venue', ticked: false, group: 'week-1' },
    { title: 'Still week 1', ticked: true, group: 'week-1' },
    { title: 'Nowhere', ticked: false, group: undefined },
  ]);
});

test.each([
  ['nested below ours', `${OURS}\n  - [ ] Ask bob first`],
  ['nested below another', '- a list\n  - [ ] of steps'],
  ['in a fence', '```\n- [ ] not this\n```'],
  ['in a quote', '> - [ ] not this'],
  ['in a comment', '<!--\n- [ ] not this\n-->'],
  ['without a box', '- not this\n- [y] nor this\n- [](#) nor this'],
  ['in a comment with words', '<!-- see\n- [ ] not this -->\n'],
  ['in a block of HTML', '<details>\n- [ ] not this\n</details>'],
  ['without words', '- [ ]\n- [ ] \n- [x] <b></b>\n- [ ] &#8203;'],
])('not those %s', (_, body) => {
  expect(addedLines(body)).toEqual([]);
});

test('words come without their dress, and without what nobody sees', () => {
  expect(
    titles('- [ ] Thank **bob**, `carol` &amp; [dave](https://example.com) <b>soon</b> ![a cup](x)'),
  ).toEqual(['Thank bob, carol & dave soon a cup']);
  expect(titles('- [ ] Se\u00adnd\u202e the\u0007 \u200bmail \ufffd')).toEqual(['Send the mail']);
  expect(titles('- [ ] 👩‍🚀 flies')).toEqual(['👩‍🚀 flies']);
});

test('a title holds nothing that a config refuses as hidden', () => {
  const hiding = ['\u3164', '\u115f', '\u00ad', '\u034f', '\u2062', '\u{e0041}', '\u180e'];
  const lines = hiding.map((letter) => `- [ ] Ask${letter} the writer`);
  expect(titles(lines.join('\n'))).toEqual(hiding.map(() => 'Ask the writer'));
  expect(addedLines('- [ ] \u3164')).toEqual([]);
});

test('a title is cut to what a config takes, and never in the middle of a character', () => {
  const [long = ''] = titles(`- [ ] x${'🎉'.repeat(200)}`);
  expect(long).toBe(`x${'🎉'.repeat(79)}`);
});

// Read as they are, these take minutes.
test('what people paste is read in time that grows with its length', () => {
  const pasted = ['[a](', '`a', '*a **b ', '> [a](\n', '[a](\n', '![', '<a '].map((piece) =>
    piece.repeat(60_000 / piece.length),
  );
  for (const text of pasted) expect(titles(`${text}\n\n- [ ] Call`)).toEqual(['Call']);
  for (const text of pasted) expect(titles(`- [ ] ${text}`)).toHaveLength(1);
}, 60_000);
