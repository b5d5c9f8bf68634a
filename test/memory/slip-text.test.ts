// The text of a pull request that moves dates: its boxes and what it remembers, whatever people make of it.
import { day } from '../../src/domain/day.ts';
import type { SlipMemory } from '../../src/domain/slip-pull.ts';
import { readSlipText, slipPart, withSlipNote, withSlipPart } from '../../src/memory/slip-text.ts';
import { slipBox } from '../../src/text/slip-box.ts';

const MEMORY: SlipMemory = {
  version: 'v1.30',
  named: [{ milestone: 'release', to: day('2020-02-07') }],
  taken: [{ milestone: 'rc1', to: day('2020-02-04') }],
  because: 'it -- > is <!-- late -->, @dave, fixes #1',
  file: 'a'.repeat(40),
};
const BOXES = [
  slipBox({ milestone: 'rc1', to: day('2020-02-04') }, true, 'RC 1'),
  slipBox({ milestone: 'beta.1', to: day('2020-01-29') }, false, 'Beta'),
].join('\n');
const BODY = `Above\n\n${slipPart(MEMORY, `Words\n\n${BOXES}`)}\n\nBelow`;
const READ = {
  memory: MEMORY,
  boxes: [
    { milestone: 'rc1', to: '2020-02-04', isChecked: true },
    { milestone: 'beta.1', to: '2020-01-29', isChecked: false },
  ],
  note: undefined,
};

test('what is written is read, with either line end', () => {
  expect(readSlipText(BODY)).toEqual(READ);
  expect(readSlipText(BODY.replaceAll('\n', '\r\n'))).toEqual(READ);
});

test('nothing in the reason is live', () => {
  expect(BODY).not.toMatch(/@dave|#1|late -->/);
});

test('a star and a large X are a box and its check, as GitHub has them', () => {
  const body = BODY.replace('- [x]', '* [X]');
  expect(readSlipText(body)).toEqual(READ);
});

test('boxes outside of our part are none of ours', () => {
  const foreign = slipBox({ milestone: 'docs', to: day('2020-01-31') }, true, 'Docs');
  expect(readSlipText(`${foreign}\n${BODY}\n${foreign}`)).toEqual(READ);
});

const MARK = '<!-- relcomms:move beta.1=2020-01-29 -->';

test.each<[string, string]>([
  ['a day that there is not', BODY.replace('beta.1=2020-01-29', 'beta.1=2020-02-31')],
  ['no id', BODY.replace('beta.1=', 'Beta!=')],
  ['an id that every object has', BODY.replace('beta.1=', '__proto__=')],
  ['one milestone twice', BODY.replace('beta.1=2020-01-29', 'rc1=2020-01-29')],
  ['a mark that is not behind a box', BODY.replace(`- [ ] ${MARK}`, `Text ${MARK}`)],
  ['a mark within the words', BODY.replace(`${MARK}Beta`, `Beta ${MARK}`)],
  ['an indented box', BODY.replace('- [ ] ', '  - [ ] ')],
  ['a second part', `${BODY}\n${slipPart(MEMORY, '')}`],
  ['no end', BODY.replace('<!-- relcomms:slip-end -->', '')],
  [
    'an end before its beginning',
    `<!-- relcomms:slip-end -->\n${BODY.replace('<!-- relcomms:slip-end -->', '')}`,
  ],
  ['data that is cut off', BODY.replace('"named"', '"named')],
  ['nothing named', BODY.replace('[["release","2020-02-07"]]', '[]')],
  ['a move that is no pair', BODY.replace('["release","2020-02-07"]', '["release"]')],
  ['a move of three', BODY.replace('["release","2020-02-07"]', '["release","2020-02-07",1]')],
  ['a file that is none', BODY.replace('a'.repeat(40), 'a'.repeat(39))],
  ['a version without end', BODY.replace('v1.30', 'v'.repeat(1001))],
  ['more text than GitHub takes', BODY + 'x'.repeat(131_072)],
  [
    'more boxes than anybody needs',
    BODY.replace(
      BOXES,
      Array.from({ length: 201 }, (_, index) =>
        slipBox({ milestone: `m${index}`, to: day('2020-01-29') }, true, ''),
      ).join('\n'),
    ),
  ],
])('%s makes all of it broken', (_, body) => {
  expect(readSlipText(body)).toBe('broken');
});

test.each(['', 'Words', '<!-- relcomms:slip-end -->', BODY.replaceAll('relcomms:', '')])(
  'a text without our part is none: %j',
  (body) => {
    expect(readSlipText(body)).toBe('none');
    expect([withSlipPart(body, 'x'), withSlipNote(body, 'x')]).toEqual([body, body]);
  },
);

test('a note stands once, and goes without a trace', () => {
  const noted = withSlipNote(withSlipNote(BODY, 'one'), 'two');
  expect(noted.match(/relcomms:slip-note/g)).toHaveLength(1);
  expect(readSlipText(noted)).toEqual({ ...READ, note: 'two' });
  expect(withSlipNote(noted, undefined)).toBe(BODY);
  expect(withSlipNote(BODY, undefined)).toBe(BODY);
});

test('another part leaves what is around it', () => {
  expect(withSlipPart(BODY, 'Ours')).toBe('Above\n\nOurs\n\nBelow');
});

test('a long text of open comments is read in no time', () => {
  const body = `${BODY}\n${'<!-- relcomms:move '.repeat(5000)}`;
  const begun = performance.now();
  expect(readSlipText(body)).toEqual(READ);
  expect(performance.now() - begun).toBeLessThan(1000);
});
