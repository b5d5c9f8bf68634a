// Patterns are found where RE2 finds them and refused with its words, in time that grows with the name alone.
import * as fc from 'fast-check';
import { RE2JS } from 're2js';
import { patternOf } from '../../src/patterns/pattern.ts';

/** What RE2 says: whether it is found, or what is wrong with the pattern, without the place. */
function re2(pattern: string, text: string): boolean | string {
  try {
    return RE2JS.compile(pattern).matcher(text).find();
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, '').replace(/: `[^]*$/, '');
  }
}

function ours(pattern: string, text: string): boolean | string {
  const read = patternOf(pattern);
  return 'mistake' in read ? read.mistake.replace(/: `[^]*$/, '') : read.matches(text);
}

// prettier-ignore
const PIECES = ['a',
    'b',
    'K',
    's',
    '/',
    '-',
    '_',
    ' ',
    '\n',
    '0',
    '9',
    'é',
    'É',
    'ß',
    '🚀',
    '\u212A',
    'ſ',
    'Ω',
    '\uD83D','.', '^', '$', '|', '(', ')', '[', ']', '*', '+', '?', '{', '}', ',', ':', '<', '>', '=','(?:',
    '(?i)',
    '(?i:',
    '(?-i)',
    '(?s)',
    '(?m)',
    '(?ms-i:',
    '(?U)',
    '(?P<n>',
    '(?<m>',
    '(?=',
    '(?!',
    '(?<=','[^', '[a-z]', '[^a-c]', '[]a]', '[a-', '[:alpha:]', '[[:^digit:]x]', '[[:nope:]]', '[z-a]', '[\\d-]','{2}', '{0}', '{1,3}', '{2,}', '{,2}', '{3,2}', '{1001}', '{01}', '{40}', '*?', '+?', '??', '**','\\d',
    '\\D',
    '\\w',
    '\\W',
    '\\s',
    '\\S',
    '\\b',
    '\\B',
    '\\A',
    '\\z',
    '\\Z',
    '\\C',
    '\\Q',
    '\\E',
    '\\Qa.b\\E','\\pL',
    '\\PL',
    '\\p{Lu}',
    '\\p{^Lu}',
    '\\P{Greek}',
    '\\p{Greek}',
    '\\p{Nope}',
    '\\p{',
    '\\p',
    '\\p{Any}','\\n',
    '\\t',
    '\\.',
    '\\-',
    '\\1',
    '\\12',
    '\\012',
    '\\0',
    '\\8',
    '\\x41',
    '\\x{1F680}',
    '\\x{110000}',
    '\\x4','\\xZZ', '\\', '\\e', '\\é'];

const patterns = fc.array(fc.constantFrom(...PIECES), { maxLength: 8 }).map((pieces) => pieces.join(''));
const texts = fc
  .array(
    fc.constantFrom(
      'a',
      'b',
      'A',
      'k',
      'K',
      'S',
      's',
      '/',
      '-',
      '_',
      ' ',
      '\n',
      '0',
      'é',
      'É',
      'ß',
      '🚀',
      'ſ',
      'ω',
    ),
    {
      maxLength: 8,
    },
  )
  .map((signs) => signs.join(''));

test('any pattern is found or refused as RE2 does', () => {
  fc.assert(
    fc.property(patterns, texts, (pattern, text) => {
      expect([pattern, text, ours(pattern, text)]).toEqual([pattern, text, re2(pattern, text)]);
    }),
    { numRuns: 20_000 },
  );
});

test.each([
  ['^api/', 'api/users', true],
  ['^api/', 'web/api/', false],
  ['(?i)nightly', 'E2E NightLy', true],
  ['e2e-(linux|mac)$', 'ci/e2e-mac', true],
  ['^$', '', true],
  ['x{1000}', 'x'.repeat(999), false],
  ['x{1000}', 'x'.repeat(1000), true],
  ['(a?){30}b', 'a'.repeat(30), false],
  ['(?m)^b$', 'a\nb\nc', true],
  ['^b$', 'a\nb\nc', false],
  ['\\p{Greek}', 'latin Ω', true],
  ['[[:word:]]+', '…', false],
])('%s in %s: %s', (pattern, text, found) => {
  expect([ours(pattern, text), re2(pattern, text)]).toEqual([found, found]);
});

const NAMES = [
  'Any',
  'Ascii',
  'Assigned',
  'Lc',
  'LC',
  'Cn',
  'L',
  'Nd',
  'Zs',
  'Latin',
  'Greek',
  'Han',
  'Thai',
  'Cham',
];
const NO_NAMES = ['greek', 'Grek', 'Hira', 'Letter', 'ASCII', 'Script=Greek', 'lu', 'L&', '', 'constructor'];

test.each([
  ...NAMES,
  ...NO_NAMES,
  'Phags_Pa',
  'SignWriting',
  'Common',
  'Inherited',
  'Old_Italic',
  'Vai',
  'Newa',
  'Lisu',
])('the class %s is what it is to RE2, in any case and in none', (name) => {
  const letters = ['a', 'A', 'Ω', 'ω', '字', 'ก', '1', ' ', '\u0300', '\u0378', '\uA490'];
  for (const form of [
    `\\p{${name}}`,
    `\\P{${name}}`,
    `[^\\p{${name}}]`,
    `(?i)\\p{${name}}`,
    `(?i)\\P{${name}}`,
  ])
    for (const letter of letters)
      expect([form, letter, ours(form, letter)]).toEqual([form, letter, re2(form, letter)]);
});

test.each(['(a+)+$', '(a|a)*$', '(a*)*$', '(.*)(.*)(.*)x$', '((a{0,30}){0,30})$'])(
  '%s takes steps in proportion to the name',
  (pattern) => {
    // What tries one way after the other would not come back from any of these.
    expect(ours(`^${pattern}`, `${'a'.repeat(999)}!`)).toBe(false);
  },
);

test('numbers that make it too long for a short look are refused', () => {
  expect(ours('(?:a{900}){1}|b{900}|c{900}|d{900}|e{900}', 'a')).toBe('expression too large');
});
