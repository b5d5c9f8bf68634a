// Versions of a rule: made from number and day, recognised again, and each only once.
import * as fc from 'fast-check';
import { addDays, day } from '../../src/domain/day.ts';
import { type ReleaseRule, besideOf, releaseAt, releaseOf } from '../../src/domain/release-rule.ts';
import { dayInItsMonth, parseRhythm } from '../../src/domain/rhythm.ts';
import { isUnique, parseVersionPattern } from '../../src/domain/version-pattern.ts';

const PATTERNS = [
  '2.{n}.0',
  'v{n}',
  '{yyyy}.{n}',
  '{yyyy}.{mm}',
  '{yyyy}.{m}',
  '{yy}.{mm}-x',
  '{yyyy}{mm}{dd}',
  '{yyyy}.{m}.{d}',
  'R+{yyyy}',
];
const RHYTHMS = [
  'week',
  '2 weeks',
  '5 weeks',
  '6 weeks',
  'month',
  'monthly last day',
  'quarter',
  'year',
  'last friday',
];

function ruleOf(every: string, versions: string, n: number, near: string): ReleaseRule {
  const rhythm = parseRhythm(every);
  const pattern = parseVersionPattern(versions);
  if (rhythm === undefined || !('parts' in pattern)) throw new Error(`${every} ${versions}`);
  return { every: rhythm, first: dayInItsMonth(rhythm, day(near)), versions: pattern.parts, n, skip: [] };
}

test('a version that a rule makes is recognised as the same release, and none is made twice', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...RHYTHMS),
      fc.constantFrom(...PATTERNS),
      fc.integer({ min: 0, max: 99 }),
      fc.integer({ min: 0, max: 13_000 }).map((count) => addDays(day('2001-01-01'), count)),
      (every, versions, n, near) => {
        const rule = ruleOf(every, versions, n, near);
        fc.pre(isUnique(rule.versions, rule.every));
        const made = Array.from({ length: 60 }, (_, index) => releaseAt(rule, index));
        expect(new Set(made.map((release) => release?.version)).size).toBe(made.length);
        for (const release of made) expect(releaseOf(rule, release?.version ?? '')).toEqual(release);
      },
    ),
  );
});

test.each([
  ['month', '{yyyy}', false],
  ['year', '{yyyy}', true],
  ['2 weeks', '{yyyy}.{mm}', false],
  ['5 weeks', '{yyyy}.{mm}', true],
  ['2 weeks', '{yyyy}.{mm}.{dd}', true],
  ['month', '{mm}', false],
  ['week', '{n}', true],
])('every %s with %s: each has its own version: %s', (every, versions, wanted) => {
  const rule = ruleOf(every, versions, 0, '2026-12-01');
  expect(isUnique(rule.versions, rule.every)).toBe(wanted);
});

test.each([
  ['2.{n}.0', '2.05.0'],
  ['2.{n}.0', '2.5.0.0'],
  ['2.{n}.0', '2x5x0'],
  ['{yyyy}.{mm}', '2027.1'],
  ['{yyyy}.{mm}', '2025.12'],
  ['{yyyy}.{mm}', '2027.13'],
])('%s has no %s', (versions, version) => {
  expect(releaseOf(ruleOf('month', versions, 0, '2026-12-01'), version)).toBeUndefined();
});

test.each([
  ['{nn}', { kind: 'unknown', name: 'nn' }],
  ['{constructor}', { kind: 'unknown', name: 'constructor' }],
  ['{}', { kind: 'unknown', name: '' }],
  ['1.{n', { kind: 'braces' }],
  ['1.n}', { kind: 'braces' }],
  ['{m}{d}', { kind: 'side-by-side', first: 'm', second: 'd' }],
])('%s is no pattern', (text, mistake) => {
  expect(parseVersionPattern(text)).toEqual(mistake);
});

test('a rule ends, and what is skipped is beside nothing', () => {
  const rule = { ...ruleOf('month', '1.{n}', 5, '2026-12-01'), until: day('2027-03-01'), skip: ['1.7'] };
  expect(releaseAt(rule, 3)?.version).toBe('1.8');
  expect(releaseAt(rule, 4)).toBeUndefined();
  expect(releaseOf(rule, '1.9')).toBeUndefined();
  expect(besideOf(rule, 1, 1)?.version).toBe('1.8');
  expect(besideOf(rule, 3, -1)?.version).toBe('1.6');
  expect(besideOf(rule, 0, -1)).toBeUndefined();
  expect(besideOf(rule, 3, 1)).toBeUndefined();
});
