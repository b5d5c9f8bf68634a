// The kind of each milestone of published schedules, as its title alone lets one guess, and what the config says instead.
import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { guessKind } from '../../src/schedule/guess-kind.ts';
import { isFirstCandidate, isGate, kindOf } from '../../src/schedule/milestone-kind.ts';

type Titles = Readonly<Record<string, readonly (readonly [version: string, title: string])[]>>;

const TITLES = load(readFileSync('test/fixtures/milestone-titles.yml', 'utf8')) as Titles;
const ROWS = Object.entries(TITLES).flatMap(([kind, rows]) =>
  rows.map(([version, title]) => [title, version, kind] as const),
);

/** As a person would name it in a config. */
function idOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

test('the fixture holds titles of every kind that the schedules have', () => {
  expect(Object.keys(TITLES).length).toBe(8);
  expect(ROWS.length).toBeGreaterThan(160);
});

test.each(ROWS)('"%s" of %s is %s', (title, version, kind) => {
  for (const id of [idOf(title), 'm1']) {
    const guess = guessKind({ id, title }, version);
    expect([id, guess.kind]).toEqual([id, kind]);
    expect(kind === 'other' || guess.by !== undefined).toBe(true);
  }
});

test('what the config says counts, but release day stays what it is', () => {
  const test = { id: 'test-freeze', title: 'Test freeze' };
  expect(isGate(test, '1.0.0')).toBe(false);
  expect(isGate({ ...test, kind: 'code-freeze' }, '1.0.0')).toBe(true);
  expect(isGate({ id: 'rc1', title: 'RC1', kind: 'other' }, '1.0.0')).toBe(false);
  expect(kindOf({ id: 'release', title: 'Release day', kind: 'other' }, '1.0.0')).toBe('release');
});

test('the first candidate keeps its number, whoever says that it is one', () => {
  expect(isFirstCandidate({ id: 'rc1', title: 'First candidate' }, '1.0.0')).toBe(true);
  expect(isFirstCandidate({ id: 'rc2', title: 'Second candidate', kind: 'rc' }, '1.0.0')).toBe(false);
});
