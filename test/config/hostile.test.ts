// What is written to hurt a reader is refused, and early.
import { type LoadOptions, loadConfig } from '../../src/config/load-config.ts';
import { options, problemsOf } from './sample.ts';

const RELEASES = "releases: [{ version: '1.10.0', release: 2026-11-24 }]\n";
const lines = (count: number, line: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => line(index)).join('\n');

const ALIAS_BOMB = `a: &a [${'lol, '.repeat(9)}lol]\n${lines(9, (index) => {
  const [name, before] = [String.fromCodePoint(98 + index), String.fromCodePoint(97 + index)];
  return `${name}: &${name} [${`*${before}, `.repeat(9)}*${before}]`;
})}\n${RELEASES}`;

const HOSTILE: readonly (readonly [string, string, string])[] = [
  ['20,000 keys', lines(20_000, (index) => `key-${index}: 1`), '1:1 too-large'],
  ['as many keys as fit', lines(9000, (index) => `${index.toString(36)}:`), ''],
  ['20,000 keys in brackets', `{${lines(20_000, (index) => index.toString(36)).replaceAll('\n', ',')}}`, ''],
  ['30,000 list items', `holidays: [${'a,'.repeat(30_000)}]`, '1:10011 too-many-entries'],
  ['20,000 open brackets', `releases: ${'['.repeat(20_000)}`, '1:30 yaml-syntax'],
  ['20,000 open braces', `releases: ${'{a: '.repeat(16_000)}`, ''],
  ['20,000 dashes', '- '.repeat(20_000), ''],
  ['an alias bomb', ALIAS_BOMB, '4:8 too-many-aliases'],
  ['aliases that repeat a large list', `a: &a [${'x,'.repeat(4000)}x]\nb: [*a, *a, *a]\n${RELEASES}`, ''],
  ['a megabyte', 'x'.repeat(1_000_000), '1:1 too-large'],
  ['64 KiB of many bytes each', '界'.repeat(30_000), '1:1 too-large'],
  ['a single endless word', `releases: ${'a'.repeat(60_000)}`, ''],
  ['unknown keys by the thousand', `${lines(1500, (index) => `timezon${index}: 1`)}\n${RELEASES}`, ''],
];

test.each(HOSTILE)('refuses %s', (_, source, expected) => {
  const found = problemsOf(source);
  expect(loadConfig(source, options).ok).toBe(false);
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(101);
  expect(expected === '' ? '' : found[0]).toBe(expected);
});

test('no more than a hundred problems are told, and how many are left', () => {
  const result = loadConfig(`${lines(150, (index) => `word-${index}: 1`)}\n${RELEASES}`, options);
  const problems = result.ok ? [] : result.problems;
  expect(problems).toHaveLength(101);
  expect(problems.at(-1)).toMatchObject({ code: 'more-problems', line: 101, column: 1 });
  expect(problems.at(-1)?.message).toBe('And 50 more problems from this line.');
});

test('settings named like parts of JavaScript objects are settings like any other', () => {
  const source = `people: { toString: { name: T }, valueOf: }\nroles: { lead: [toString] }\n${RELEASES}`;
  const result = loadConfig(source, options);
  if (!result.ok) throw new Error(result.problems[0]?.message);
  expect(Object.keys(result.config.people)).toEqual(['toString', 'valueOf']);
  expect(result.config.people['constructor']).toBeUndefined();
  expect(result.config.schedule.roles['constructor']).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});

test('how long a refusal takes, for people to read', () => {
  const rows = HOSTILE.map(
    ([name, source]) => `${median(source, options).toFixed(2).padStart(7)} ms  ${name}`,
  );
  process.stdout.write(`${rows.join('\n')}\n`);
  expect(rows).toHaveLength(HOSTILE.length);
});

/** Milliseconds of the middle one of several runs, after warm-up. */
function median(source: string, given: LoadOptions): number {
  const times = Array.from({ length: 15 }, () => {
    const before = performance.now();
    loadConfig(source, given);
    return performance.now() - before;
  });
  return times.slice(4).sort((a, b) => a - b)[5] ?? 0;
}
