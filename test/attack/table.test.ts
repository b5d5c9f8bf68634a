// The table of attackers is true: its tests exist and are run by `npm run test:attack`. docs/security.md is made from it.
import { existsSync, readFileSync } from 'node:fs';
import { ASSETS, ATTACKERS, type Shown, TABLE } from './table.ts';

const CELLS = Object.values(TABLE).flatMap((row) => Object.values(row));
const SHOWN: readonly Shown[] = CELLS.flatMap(({ shown }) => (shown === 'no way' ? [] : shown));
const FILES = [...new Set(SHOWN.map(([file]) => file))];

test('every attacker meets every asset, and hardly any has no way', () => {
  expect(CELLS).toHaveLength(Object.keys(ATTACKERS).length * ASSETS.length);
  for (const { holds } of CELLS) expect(holds).toMatch(/^[A-Z].*\.$/);
  expect(CELLS.filter(({ shown }) => shown === 'no way').length).toBeLessThan(5);
});

test.each(FILES)('what %s is named for stands in it as tests', (file) => {
  const path = `test/${file}.test.ts`;
  const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
  const titles = SHOWN.flatMap(([in_, title]) => (in_ === file ? [title] : []));
  expect(titles.filter((title) => !hasTest(text, title))).toEqual([]);
});

/** Whether a call has the title for its first argument, and a function for the next. */
function hasTest(text: string, title: string): boolean {
  const begin = text.search(/^(?:test|describe)/m);
  const calls = text.slice(begin).matchAll(/\(\s*(?<quote>['"`])(?<title>.*?)\k<quote>,\s*(?:async )?\(/g);
  return [...calls].some((call) => shapeOf(call.groups?.['title'] ?? '') === shapeOf(title));
}

/** What is filled in stands as a hole. */
function shapeOf(title: string): string {
  return title.replaceAll(/\$\{[^}]*\}|%[sidj]/g, '%');
}

test('`npm run test:attack` runs all of them', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const patterns = (scripts['test:attack'] ?? '').split(' ').filter((word) => word.startsWith('test/'));
  const missed = FILES.filter((file) => !patterns.some((part) => `test/${file}.test.ts`.startsWith(part)));
  expect(missed).toEqual([]);
});
